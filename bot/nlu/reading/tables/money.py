"""Amounts: what an amount is. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re
from typing import Any, Tuple

from ..words import pattern, plain

FEE = re.compile(r"\b(?:per|elke|iedere|'s|/) ?(?:maand|jaar|mnd|jr|kwartaal)\b|\bp/?[mj]\b|/ ?(?:maand|jaar|mnd|m\b|j\b)|\bp\.[mj]\.|\bmaandelijkse?\b|\b(?:in|op) (?:de|een) maand\b|\bde maand\b|\bmaandbedrag\b|\bjaarbedrag\b|\bjaarlijkse?\b|\bop jaarbasis\b|\bsjaars\b")
FEE_VAT = re.compile(r"\b(excl|incl|exclusief|inclusief|ex)\b\.?(?: btw)?")
FEE_WORDS = re.compile(r"\b(?:contract|abonnement\w*|onderhoud\w*|beheer\w*|all-?in|vergoeding|fee|tarief|dienst\w*|leveren|levert|betaalt|back-?up\w*|hosting|voor (?:de|het|zijn|hun))\b")
NO_FEE = pattern(r"\b(?:omzet\w*|inkomsten|loopt|mis\b|verlies|dwangsom|boete|{RANSOMWORD}|derv\w*|stilstand|kwijt|per dag)\b")
YEAR = re.compile(r"jaar|p/?j\b|jaarlijks|jr\b|sjaars|/ ?j\b")
TURNOVER = re.compile(r"\b(?:omzet|zakencijfer|jaaromzet|omzetcijfer|turnover|omzetten)\b")
NOT_TURNOVER = re.compile(r"\bomzet(?:verlies|derving|schade)\b|\b(?:gemist\w*|gederfd\w*|misgelopen|mis\b|mist\b|missen|miste\w*|misloopt|mislopen|verloor|verliest|derft|derven|minder|schade|verloren|verlies|kwijt|terug|derving|weggegooide)\b")
PAID = pattern(r"\b{PAID}\b")
MODAL = re.compile(r"\b(?:moet\w*|zou\w*|gaan|gaat|zal|wil|willen)\b[^?]{0,50}?\b(?:betalen|betaald worden|ophoesten|vergoeden)\b")
NEGOTIATED = re.compile(r"->|=>|\bafpits\w*\b|\bafding\w*\b|\bafgeklopt\b|\bkrijg(?:t|en) (?:het|hem|ze|dat) (?:op|naar|tot)\b|\bna (?:negotiatie|onderhandel\w*|wat heen en weer)\b|\bzakken\b|\b(?:onderhandel\w*|afgedongen|teruggebracht|gezakt|zakte\w*|geworden|uitgekomen|akkoord (?:over|op)|gedaald|afgepingeld|naar beneden|uiteindelijk|kregen we (?:het|ze) (?:op|tot)|tot)\b")
DEMAND = pattern(r"\b(?:ransom ?note|note)\b|\b(?:eerste|hun|begin) (?:vraag|bod|prijs)\b|\bvraag (?:was|is|bedroeg|lag)\b|\bvraag (?=\d)|{RANSOMWORD}|\bof (?:alles|ze|anders|de data)\b[^?]{0,30}?\b(?:online|openbaar|straat|publi\w+)|\b(?:inzet|openingsbod|briefje|losgeldbrief\w*|startbedrag|vraagprijs|beginbod)\b|\b(?:eis\b|eist|eisen|eiste|eisten|geeist|vroeg|vroegen|vragen|vraagt|gevraagd|willen|wilden|wil|verlangen|moest\w* [^?,]{0,30}?(?:betalen|dokken|overmaken)|berichtje?|boodschap|binnen \d+ (?:uur|dagen)|losgeldeis|afpersmail|afpers\w*)\b")
MORE = re.compile(r"\b(?:ook (?:nog|zijn|haar|hun|de)|daarnaast|daarbij|plus|bovendien|nog eens|apart|bijkomend)\b")
HASTE = plain(r"\btimer\b|\bbinnen (?:de )?(?:\d+|een|twee|drie|vier|vijf) (?:uur|dagen|u\b)|\b(?:24|48|72) ?u\b|\bvoor (?:morgen|vrijdag|zondag|maandag)\b|\bteller\b|\bdeadline\b")
WORTH = re.compile(r"\b(?:omgerekend|waard\b|ter waarde|tegenwaarde|dat is|oftewel|ofwel|zijnde|goed voor|op dat moment|aan de koers|koers|toen ongeveer)\b")
CAP = re.compile(r"\b(?:maximum|maximaal|beperkt tot|aansprakelijkheid (?:is )?beperkt|plafond|eigen risico|vrijstelling|verzekerd (?:bedrag|tot|voor))\b")
SUM = re.compile(r"\b(?:in totaal|totaal|samen|tezamen|alles samen|bij elkaar|opgeteld)\b")
TOTAL = re.compile(r"\b(?:totaal|in totaal|totale|samen|alles samen|alles bij elkaar|teller|bij elkaar|bedrag|eis\w*|claim\w*|vorder\w*|schade\w*|rekening|primair|voorschot|som|gaat om|brief)\b")
# A demand on paper, or before a judge: no attacker writes so.
LEGAL = re.compile(r"\b(?:advocaat|advocaten|rechtbank|rechter|dagvaard\w*|deurwaarder|aangetekend\w*|ingebrekestelling|aansprakelijk\w*|raadsman|jurist|schadeclaim|vordering|minnelijk\w*|brief)\b")
REDUCED = plain(r"\b(?:verminderd|verlaagd|bijgesteld|teruggebracht|herzien|gereduceerd|gezakt|aangepast|beperkt|gematigd|gewijzigd|verhoogd|opgetrokken|vermeerderd|bijgeschroefd)\b[^?]{0,45}?\b(?:tot|naar|op|in)\b[^?]{0,15}$|\b(?:nu nog|thans nog|nog maar|uiteindelijk nog|nu alleen nog|gaat nu (?:dus )?om|thans)\b[^?]{0,25}$")
LET_GO = plain(r"\b(?:van afgezien|van teruggekomen|ingetrokken|vervallen|aanvankelijk|oorspronkelijk|eerst (?:vroeg|eiste|wilde|sprak)|eerder (?:vroeg|eiste))\b")
ALL_AMOUNTS = plain(r"\b(?:alle|deze|de genoemde|genoemde) bedragen\b[^?.]{0,25}?\b(incl|excl|inclusief|exclusief)\b|\balles (excl|incl|exclusief|inclusief)\b")
# What the client keeps back from our bill is claimed.
KEPT_BACK = re.compile(r"\bhoud(?:t|en)\b[^?]{0,40}?\bin\b|\bingehouden\b|\bin mindering\b|\bverreken\w*\b")
# "Dat heeft hij dan betaald": the amount stands before it.
THAT_PAID = plain(r"^\W*(?:en |dus |maar |toen )*(?:dat|die|dit|da)\b")
CORRECTING = plain(r"(?:\bsorry\b|\bnee wacht\b|\bwacht\b|\bcorrectie\b|\bik bedoel\b|\bpardon\b|\boh nee\b|\bof nee\b|\bfoutje\b|\bnee,? (?:het|t|dat) (?:is|was|waren|zijn)\b|\bnee het\b|\bik zeg\b|\bmoet zijn\b|\bverkeerd gezegd\b|\bexcuus\b|\bnee nee\b)")
I_SAID = plain(r"\bik (?:zeg|zei|zegde|schreef|noemde|had gezegd|gaf)\W+(?:\w+ )?$")
# Nouns beside an amount that say which head it is of, nearest first.
HEADS: Tuple[Tuple[str, Any], ...] = tuple((head, pattern(source)) for head, source in (
    ("ransom", r"{RANSOMWORD}|\bbitcoins?\b|\bbtc\b|\bcrypto"),
    ("forensics", r"\bforens\w*|\bonderzoeksbureau\b|\bonderzoek\w*\b|oorzaak te vinden"),
    ("negotiation", r"\bonderhandelaar\w*|\bonderhandelingskost\w*"),
    ("legal_interest", r"\b(?:incassokosten|incasso|(?<!met )(?<!met de )(?<!met wettelijke )(?<!met de wettelijke )(?<!wettelijke )rente|(?<!met de )(?<!met )wettelijke rente|advocaatkosten|advocatenkosten|advocaten|(?:kosten|rekening|factuur) van (?:\w+ )?advocaat|(?:plus|en|voor|aan) (?:zijn|zn|z'n|hun|haar|een|de) advoca\w+|juridische kosten|gerechtskosten|proceskosten|buitengerechtelijk\w*|rechtsplegingsvergoeding)\b"),
    ("fines_penalties", r"\b(?:boetes?|dwangsom\w*|geldboete)\b"),
    ("fee_refund", r"\b(?:laten? vallen|laat vallen|kwijt ?(?:te )?schelden|kwijtgescholden|kwijtschelding|schrappen|annuleren|licentiegeld|abonnementsgeld|onderhoudsgeld|licentiekosten|creditering|crediteren|creditnota\w*|onze facturen|abonnement terug)\b"),
    ("fraud_theft", r"\b(?:belrekening|belkosten|betaalnummers?|gesprekken|oplichter\w*|fraudeur\w*|valse factuur|nepfactuur|vals\w* (?:e-?mail\w*|mail\w*|bericht\w*|opdracht|verzoek)|nepmail\w*|phishing\w*|zogezegde? \w+|zogenaamde? \w+|(?:duitse|buitenlandse|verkeerde|valse) rekening|onbek\w*\.? (?:firma|rekening)|telefoonrekening)\b"),
    ("notification_privacy", r"\b(?:brieven|callcenter|meldpunt|informeren|aanschrijven|krantenadvertent\w*|notificatie\w*)\b"),
    ("business_interruption", r"\b(?:stilstand\w*|productie\w*|derving|commissies?|omzet\w*|marge|winst\w*|productieverlies|inkomsten|gederfde?|misgelopen|gemiste?|bedrijfsschade|uitzendkracht\w*|interim\w*|(?:extra|tijdelijk\w*) (?:personeel|krachten|mensen|volk|handen|hulp|kracht)|behandelingen|consultaties|reservaties|niet (?:kunnen|konden|kon) (?:werken|openen|leveren|verkopen|factureren)|dicht moest\w*|gesloten|waarnem\w*|doorbetaald\w*|loonkosten|lonen|extra vervoer|inkomsten mis|parkeerboetes|loopt \w+ mis|per dag dicht|verlies)\b"),
    ("restoration", r"\b(?:data-?redd\w*|data-?recover\w*|databerging\w*|it-?er\w*|it\'er\w*|heropbouw\w*|herstel\w*|herinstall\w*|geinstalleerd|heropbouw|herbouw\w*|opnieuw|opniew|reconstru\w*|werkuren|uren|overuren|materiaal|hardware|servers?|laptops?|schijven|opruimen|opschonen|securitybureau|recovery\w*|nagekeken|nakijken|consultants?|externe|opkuis\w*|invoer\w*|in te voeren|overtikken|intikken|in te tikken|heropbouwen|wederopbouw|rebuild|labo|mensen die [^,]{0,30}(?:ingezet|gewerkt)|installatie)\b"),
    ("reputation", r"\b(?:reputatie\w*|imago\w*)\b"),
))
ELLIPSIS = plain(r"\b(?:werd|werden|is|wordt) (?:dat|het|dit) (?:uiteindelijk |dan |nog )?(\d+(?:[.,]\d+)?|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b(?! (?:dagen|uur|weken|euro|dollar))|\ber (\d+(?:[.,]\d+)?|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien) van gemaakt\b|\b(?:het|t|'t|dat|er)?\s?(?:zijn|werden|is|waren|werd) er (?:uiteindelijk |toch |dan |nog )?(?:maar )?(\d+(?:[.,]\d+)?|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b(?: geworden| betaald)?|\b(?:tot|naar|op) (\d+(?:[.,]\d+)?|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b (?:geworden|gezakt|teruggebracht|gekregen|uitgekomen|afgedongen)")
WORDS = {w: str(n) for n, w in enumerate(["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"], 1)}
THAT = plain(r"^\W*(?:en )?(?:dat|die|dit)\b[^?]{0,40}?\b(?:in mindering|ingehouden|verrekend|afgehouden)\b|^\W*(?:en )?(?:dat|die|dit) (?:bedrag|som|geld|\d+)?[^?]{0,25}?\b(?:brief|mail|schrijven|dagvaarding|eis\w*|willen|wil|vraagt|vragen|claim\w*|vorder\w*|verhal\w*|terug|vergoed)\b")
