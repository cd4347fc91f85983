"""Moments: what a date is the date of. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re
from typing import Pattern, Tuple

from ..words import pattern, plain

INCIDENT_WORDS = (r"(?:{ENCRYPTED}|\b(?:gehackt|hack\b|aanval\w*|aangevallen|aangevalen|ingebroken|inbraak|binnengedrongen|binnengeraakt|binnengekomen|binnen ?geraakt|zijn ze binnen|gekraakt|crasht?|gecrasht|computercrash|crashte|overleden|defect|kapot|begaf|begon|begonnen|"
            r"platgelegd|platgegooid|plat|ddos\w*|d-?dos|geinfecteerd|besmet|besmetting|losgelaten|dook|toegeslagen|sloeg|sloegen|incident|gestart|uitgevallen|viel uit|storing|geraakt|getroffen|gestolen|buitgemaakt|gewist|verwijderd|"
            r"offline gehaald|fout gegaan|ging het mis|misgelopen|misgegaan|gebeurd|gebeurde|voorgevallen|lekte|gelekt|ransomware\w*|{MALWARE}|schadedat\w*|datum inc\w*|ging (?:het )?(?:\w+ )?(?:mis|fout)|liep (?:het )?(?:\w+ )?(?:mis|fout)|deed zich voor|voorgedaan|doorgevoerd|binnengebroken|ving aan|aangevangen|weggegooid|geklikt|gephisht|uitgerold|verhuisd|gemigreerd|migratie|encryptie start\w*|startte|laten lopen|stil\b|geblokkeerd|overgenomen|misbruikt|{HACKER}|gemaild|verstuurd|gestort|eruit|weg\b|onbereikbaar|kwijtgeraakt|down|slachtoffer|fout zat|fout zit|zat er|fout sloop|getroffen door|hacking|cyberincident|inbreuk|opgestart door|binnengevallen|binnengedrongen|overschreven|verkeerd gelopen|fout gelopen|uit de lucht|leeggehaald|ongeluk|lamgelegd|onbruikbaar|niet meer werkt\w*|stuk)\b)")
INCIDENT = pattern(INCIDENT_WORDS)
STANDSTILL = plain(r"\b(?:aan de kant|werkloos|niks (?:kunnen )?doen|plat\w*|stil\w*|lamgelegd|lam|uit de lucht|down|onbereikbaar|dicht|toe|gesloten|buiten (?:gebruik|dienst)|onbruikbaar|niet (?:kunnen )?(?:werken|leveren|draaien|verkopen|openen|factureren|beschikbaar|operationeel|bereikbaar)|werkloos|eruit|kon(?:den)?)\b")
# A bill that was paid: no day of an attack, unless by fraud.
BILL_PAID = pattern(r"^(?!.*(?:\bvals\w*|\bnep|phish|fraud|oplicht|verkeerde rek|{MALWARE}|{HACKER}|{RANSOMWORD}|bitcoin))(?=.*{PAID})(?=.*\b(?:factu\w+|nota|rekening|offerte|bedrijf|firma|bureau|leverancier\w*|techniek\w*|expert\w*|advoca\w*|kosten|uren|\w+bedrijf)\b)")
# Lengths of time of other things: a copy that was not made, a leak that stood open, a contract.
NO_STANDSTILL = pattern(r"{BACKUP}|\b(?:taak|taken|job|jobs|planning|lek|patch\w*|update\w*|licentie\w*|wachtwoord\w*|contract\w*|garantie|in dienst|ervaring|klant (?:bij|van) ons)\b")
SINCE = re.compile(r"\b(?:sinds|vanaf|al van|van)(?: (?:gist|gisteren|(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo))?\s*$")
# A copy is \"van 12 augustus\", \"dateert van juni\": that day nothing happened.
BACKUP_OF = pattern(r"(?:{BACKUP}|\bkopie\w*|\brestorepunt\w*|\bbackupset\w*)\b(?:(?!{ENCRYPTED})[^?]){0,60}?\b(?:van|uit|dateert\w*(?: van| uit)?|dateren|tot(?: en met)?|t/m|sinds|gedateerd|gelukt op|gemaakt op|gelopen op|gedraaid op|liep(?:en)? op|was op|is op)\s*(?:begin |eind |half |medio |van |rond )?(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)?\s*$")
# The first row that fits near a date wins; `reach`: "clause" or "sentence".
ROLES: Tuple[Tuple[str, Pattern[str], str], ...] = tuple((role, pattern(source), reach) for role, source, reach in (
    ("ransom_deadline", r"\b(?:tot|tegen|voor|uiterlijk|binnen|vervalt|dl)\b(?: \w+){0,2}\s*$|\b(?:deadline|teller|countdown|ultimatum|(?:de |hebben )tijd|hebben tot)\b[^?]{0,40}?$", "before_ransom"),
    ("demand_deadline", r"\b(?:reageren|antwoorden|antwoord|reactie|betaaltermijn|te betalen|betalen)\b[^?]{0,25}?\b(?:voor|tegen|tot|uiterlijk|binnen)\b\s*$|\b(?:uiterlijk|voor|tegen)\s*$", "before_demand"),
    ("demand_received", r"\b(?:brief|dagvaarding|ingebrekestelling|aansprakelijkstelling|claim|mail van (?:de klant|hun advocaat)|sommatie|schadeclaim|aanmaning|boete)\b[^?]{0,40}?\b(?:ontvangen|gekregen|kregen|kwam|binnen|binnengekomen|binnengekregen|ontving\w*|kreeg|bus|toegekomen|gestuurd|toegestuurd|bezorgd|betekend|verzonden|lag)\b|\b(?:ontvangen|ontv|gekregen|kregen|kwam|kreeg|ontvingen)\b[^?]{0,40}?\b(?:brief|dagvaarding|ingebrekestelling|aansprakelijkstelling|claim|sommatie|aanmaning)\b", "clause"),
    ("demand_date", r"\b(?:brief|schrijven|mail van (?:de |hun |zijn )?(?:\w+)|aangetekend schrijven|dagvaarding|ingebrekestelling|aansprakelijkstelling|sommatie|claimbrief|aanmaning|deurwaarder|claim|schadeclaim|exploot|vordering|eis)\b[^?]{0,40}?\b(?:is |was )?(?:van|dd|d\.d\.?|gedateerd|dateert|gedagtekend|op)\s*(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo)?\s*$", "before"),
    ("demand_date", r"\b(?:brief|schrijven|mail|factuur|claim|ingebrekestelling|die)\b (?:zelf )?(?:is|was|dateert|dagtekent)? ?(?:van|gedateerd(?: op)?|dd\.?)\s*$", "before_claim"),
    ("demand_received", r"\b(?:stempel|ontvangst\w*|poststempel|ontvangen op|binnengekomen op|toegekomen op)\b[^?]{0,25}?$", "before"),
    ("demand_date", r"\b(?:e-?)?mail\w*\b[^?]{0,15}?\b(?:van|dd\.?|d\.d\.)\s*$", "before_claim"),
    ("demand_received", r"\b(?:binnengekomen|binnengekregen|ontvangen|ontv|toegekomen|gekregen|kregen|kreeg|ontvingen|in de bus|betekend|gestuurd)\b", "clause"),
    ("demand_received", r"\b(?:kwam|komt|viel|lag)\b[^?]{0,20}?\b(?:brief|factuur|claim|mail|schrijven|dagvaarding|ingebrekestelling)\b|\b(?:brief|factuur|claim|schrijven|dagvaarding|ingebrekestelling)\b[^?]{0,15}?\b(?:kwam|komt|viel|lag|van (?:de |hun |zijn |haar |een )?(?:klant|advocaat|raadsman|jurist|verzekeraar|bewindvoerder|[a-z]\b))|\b(?:klant|klt|hij|zij|ze|advocaat|verzekeraar)\b[^?]{0,25}?\b(?:mailt|mailde|mailden|schrijft|schreef|stuurt|stuurde|gemaild|geschreven)\b", "clause"),
    ("demand_received", r"\b(?:aansprakelijk gesteld|aansprakelijk (?:stelde|stelden)|in gebreke gesteld|gedagvaard)\b|\b(?:ons|mij) (?:\w+ )?aansprakelijk\b", "clause"),
    ("discovered", r"\b(?:klant|klt|hij|zij|ze) (?:meldt|meldde|melden|meldden)\b(?! (?:bij|aan) (?:de )?(?:ap|gba|politie))|\bontd\b|\b(?:kwam|kwamen|kom|komen|komt)\b[^?]{0,60}?\bachter\b|\bviel\b[^?]{0,30}?\bop\b(?! (?:de|het|een|onze|straat))|\b(?:frank|kwartje|euro) (?:ge)?vallen|\bviel (?:mijn|mijne|de|het|onze) (?:frank|kwartje|euro)\b|\b(?:telefoon|telefoontje|oproep|alarm|alert|melding|ticket|sms|noodoproep) (?:gekregen|kregen|gehad|binnen)\b|\b(?:kreeg|kregen|krijgen|krijg)\b[^?]{0,30}?\b(?:telefoon\w*|alarm|alert|melding|ticket|oproep)\b|\b(?:zagen|zag|zien|zie) (?:het|dat|we|wij|ik|onze|de)\b|\b(?:gezien|ontdekt|opgemerkt) (?:door|op|via|toen)\b|\buitgekomen\b|\b(?:belt|belden|bellen) (?:ons|mij|de|die|een|hij)\b|\bbelt\b|\bgezien\b|\b(?:vond|vonden|trof|troffen)\b|\bwijs geworden\b|\bnote gevonden\b|\b(?:ontdek\w*|opgemerkt\w*|merkte\w*|gemerkt|opgevallen|viel (?:het )?op|vastgesteld|stelden? vast|geconstateerd|constateer\w*|gedetecteerd|detectie|erachter|achter gekomen|aan het licht|aangetroffen|zagen we|zagen wij|zag (?:ik|de)|bleek|kwam (?:\w+ )?op de zaak|kwam (?:\w+ )?binnen op|gevonden|gesignaleerd|in de gaten|eerste melding|tipte|getipt|door (?:een|de) \w+ gemeld|gemeld door|werd wakker|sloeg alarm|monitoring|attendeerde|laten weten|liet weten|lieten weten|wees ons|kreeg argwaan|niet opstarten|niet meer inloggen|kon(?:den)? niet (?:meer )?(?:inloggen|opstarten|in)|belde ons|belde|gealarmeerd|alarm)\b", "clause"),
    ("ransom_paid", r"(?:{PAID})(?!\w)", "clause"),
    ("restored", r"\balles (?:\w+ )?(?:terug|weer)\b|\b(?:stond|staat|stonden|was|waren|is|zijn|doet|deed|deden|ging|gingen|reed|reden|liep|liepen|kwam|kwamen)\b[^?]{0,30}?\b(?:weer|terug|opnieuw)\b(?! (?:geld|betaald|vragen|eisen|halen))|\b(?:weer|terug) (?:live|bereikbaar|beschikbaar|open|toegankelijk|online|actief|operationeel|up|werkend|aan de slag|in gebruik)\b|\b(?:restore (?:klaar|ok|af|gedaan|afgerond)|herstel (?:klaar|afgerond|af|rond)|weer helemaal)\b|(?:lamgelegd|plat|dicht|onbereikbaar|stil|uit de lucht|buiten (?:gebruik|dienst))\b[^?]{0,15}\btot\b|\b(?:weer|terug|opnieuw|alweer|heropgestart|herstart|operationeel|hersteld|heropend)\b[^?]{0,35}?\b(?:draai\w*|werk\w*|online|in de lucht|operationeel|open|terecht|up|normaal|beschikbaar|opgestart|actief|in orde|lopen|liep)\b|\b(?:draai\w*|werk\w*|liep\w*|lopen|online|open|konden?|was|waren|zijn)\b[^?]{0,40}?\b(?:weer|terug|alweer|opnieuw)\b|\b(?:herstart|heropgestart|heropend|opgelost|hersteld|operationeel|heropstart|weer aan de slag|gewoon open)\b", "clause"),
    ("contained", r"\b(?:controle terug|aanval gestopt|afgeslagen|onder controle|ingedamd|geisoleerd|afgekoppeld)\b", "clause"),
    ("informed", r"\b(?:hoorden|hoorde|verwittigd|ingelicht|gebeld|belden|gewaarschuwd|melding gekregen|meldde de klant|kregen (?:we|wij) (?:een )?(?:telefoon|bericht|melding|oproep))\b", "clause"),
    ("action_started", r"\b(?:begonnen (?:we|wij)|(?:wij|we) (?:zijn|waren) [^?]{0,20}?(?:begonnen|gestart|ter plaatse)|ter plaatse gegaan|meteen (?:begonnen|gestart))\b", "clause"),
    ("contract_start", r"\b(?:sinds|vanaf|al van)(?: (?:begin|eind|half|medio|de zomer van|het najaar van))?\s*$|\bin (?:begin |eind )?$", "before_contract"),
    ("occurred", INCIDENT_WORDS, "clause"),
    ("discovered", r"\b(?:ontdek\w*|opgemerkt\w*|merkte\w*|vastgesteld|gedetecteerd|erachter)\b", "sentence"),
    ("discovered", r"\b(?:alert|ticket|melding)\b", "sentence"),
    ("restored", r"\b(?:teruggezet|teruggeplaatst|gerestored)\b", "sentence"),
    ("occurred", INCIDENT_WORDS, "sentence"),
    ("occurred", r".", "weak"),
))
DEADLINE_CTX = re.compile(r"\b(?:betalen|betaal|deadline|de tijd|tijd\b|teller|countdown|ultimatum|vervalt|anders|publice\w*|online)\b")
DEMAND_CTX = re.compile(r"\b(?:brief|dagvaarding|klant|advocaat|ingebrekestelling|factuur|reageren|antwoorden|eis|claim)\b")
CONTRACT_CTX = plain(r"\b(?:werken|werkt|klant (?:bij ons |van ons )?(?:sinds|vanaf)|contract (?:loopt|sinds|van)|in beheer sinds|beheren (?:wij|we)|samenwerking|netwerk neergezet|onderhoudscontract|overeenkomst van|beheer\w*|verzorg\w*|lever(?:en|ing)|onderhoud\w*|hosten|staan in voor|it-?partner|beheren|onderhouden|(?:klant|relatie|client) (?:is|was)?|(?:onze|als|mijn) klant|bediend?|samenwerken|doen (?:wij|we|ik)|(?:wij|we|ik) (?:doen|doe|zorgen|zorg))\b")
NOT_INCIDENT = plain(r"\b(?:voorgesteld|geweigerd|bericht van|toegegeven in|stempel|brief zelf|ingesteld|afgesproken|getekend|klant mailt|mailt|mailde|factuur|contract|onderhoudscontract|overeenkomst|betaaltermijn|polis (?:loopt|sinds|van)|afgelopen \(|offerte|klacht is van|liep van|back-?\s?up\w* (?:liep|gelopen|meer gelopen|van|uit)|klacht|aangifte|pv\b|proces-?verbaal|gemeld|melding|offerte|aangeboden|verwittigd|zitting\w*|hoorzitting|rechtbank|rechter|pleit\w*|pleidooi\w*|kort geding|vergadering|overleg|bespreking|afspraak|expertise|plaatsbezoek|vonnis|uitspraak|voorkomen|kopie van|uit augustus|neergezet|opengezet)\b")
# Short names count right before a time of day only: "do 12u", "vr om 18u".
SHORT_DAYS = {d: n for n, d in enumerate(["ma", "di", "wo", "do", "vr", "za", "zo"])}
SHORT_DAY = re.compile(r"\b(ma|di|dins|wo|woe|do|dond|vr|vrij|za|zat|zo|zon)\.?(?: om| tegen| rond)?(?: \d{1,2}[/-]\d{1,2})? ?$")
DEMANDED = re.compile(r"\b(?:eis\w*|vra(?:ag|agt|gen)|vroeg\w*|wil|willen|moet\w*)\b")
LATER = plain(r"\b(?:(een|twee|drie|vier|vijf|zes|zeven|acht|tien|\d{1,2}) (dag|dagen|week|weken|uur) (?:later|erna|nadien|daarna)|(de (?:dag|ochtend) (?:erna|nadien|daarna|erop)|(?:de )?(?:volgende|andere) (?:dag|ochtend|morgen))|(dezelfde|diezelfde|die zelfde) (?:dag|avond|nacht|ochtend|middag)|(?:de )?(?:dag|avond|nacht) zelf)\b")
NUMBERS = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "tien": 10}
DOWNTIME = pattern(
    r"\baan de kant\b|\b(?:geen|zonder) (?:levering\w*|bestellingen|orders|productie|verkoop|omzet|inkomsten)\b|\b(?:konden|kon|kunnen|kan)\b[^?]{0,30}\b(?:niet|geen|niks|nergens)\b|\b(?:plat|stil\w*|uit de lucht|down\b|downtime|onbereikbaar|offline|dicht|toe\b|gesloten|buiten (?:gebruik|dienst)|weg\b|eruit|niet (?:\w+ ){0,3}(?:aan|bij|in|werken|draaien|beschikbaar|leveren|operationeel)|werkloos|zonder|lag er|onderbroken|"
    r"onderbreking|storing|duurde|geduurd|in de lucht|hersteld|platgelegen|gelegen|stilstand|onbeschikbaar|niets? meer|niks meer|operationeel|online|(?:niets|niks) (?:kunnen )?doen|kunnen doen|op straat|gekost|werkdagen|dichtgebleven|weer)\b")
NOT_DOWN = plain(r"\b(?:binnen|na|garantie|opzeg\w*|termijn|elke|iedere|per|om de|bewaard|bewaartermijn|oud|contract|later|geleden|werkuren|uren (?:gewerkt|besteed)|gewerkt|nog te gaan)\b")
DAY_N = plain(r"\b(?:vandaag|nu|intussen|ondertussen|al)\b[^?]{0,15}?\bde (tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende) dag\b")
ORDINALS = {w: n for n, w in enumerate(["tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"], 2)}
CLAIM_CTX = re.compile(r"\b(?:aansprakelijk|claim\w*|eis\w*|vergoed\w*|schade\w*|stuurt|stuurde|bedrag|vorder\w*|verhal\w*|verwijt\w*)\b")
DAY_WORDS = re.compile(r"dag|week|gister|vandaag|vannacht|vanmorgen|vanochtend|vanmiddag|vanavond|voormiddag|daarnet|geleden|jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|\d[/-]\d|\bde \d+|\b(?:ma|di|wo|do|vr|za|zo)\b|nacht van|zonet|net\b")
# A weekday by itself, with at most a part of the day; a day that is named in full; words that tie a weekday to today.
BARE_WEEKDAY = re.compile(r"^(?:op |pas |die |diezelfde |dezelfde |in de nacht van )?(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:ochtend|morgen|middag|namiddag|voormiddag|avond|nacht)?(?: (?:in de|s|'s|om|op|rond) .*)?$")
NAMED_DAY = re.compile(r"\d|geleden|\bjan|feb|maart|mrt|apr|mei|juni|juli|aug|sep|okt|nov|dec|dag (?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w+tien|\w+tig)\b")
CLOSE_BY = re.compile(r"\b(?:afgelopen|vorige|voorbije|laatste|deze|komende|volgende|aanstaande|tegen|voor|tot|uiterlijk)\s+$")
SENT = re.compile(r"\b(?:betaald|betaalde|overgemaakt|overgeschreven|overgeboekt|gestort|voldaan|stort|stortte|maakte|schreef)\b")
THAT_WAS = re.compile(r"\W*(?:en )?(?:dat|dit|dit alles|da|'t|het) (?:was|is|gebeurde|moet)\b")
BEFORE_OR_AFTER = re.compile(r"\b(?:na|voor|tot|t/m|vlak voor|net voor|kort voor|vanaf voor|uit)\W*$")
LETTER = plain(r"\b(?:mailt|mailde|factuur|rekening is voor|stempel van ontvangst|van ons|brief|brieven|dagvaarding|ingebrekestelling|aansprakelijk\w*|claim\w*|sommatie|schadeclaim|aanmaning|schrijven|exploot|in gebreke|gedagvaard|boete|mail van|gemaild|aangetekend\w*|vordering)\b")
