"""Ransom: demanded, paid, refused, contact with attackers. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re

from ..rules import rule
from ..words import pattern, plain

CONTEXT = pattern(r"\bransom ?note\b|\bdecryptor\b|\bonderhandelaar\w*\b|\bxmr\b|{RANSOMWORD}|{MALWARE}|\b{HACKER}\b|bitcoins?|\bbtc\b|monero|\bxmr\b|ethereum|crypto|sleutels?\b|ontsleutel|ontcijfer|decrypt|gegijzeld|afgeperst|chantage|ontgrendel")
STRONG = pattern(r"{RANSOMWORD}|{MALWARE}|bitcoins?|\bbtc\b|monero|sleutels?\b|ontsleutel|ontcijfer|decrypt|gegijzeld|afgeperst|ontgrendel")
FRAUD = plain(
    r"factu(?:ur|ren)|\bnota'?s?\b|rekening(?:nummer)?\b|iban|oplichter|nepmail|valse mail|ceo|leverancier betaald|loon|lonen|salaris|huur\b|premie|abonnement|licentie|voorschot|waarborg|"
    r"boete|per maand|per jaar|p/m|betalen ons|betaalt ons|aandeel|vrijstelling|eigen risico|schadevergoeding|terugbetaald|"
    r"fraudeur|\b(?:vals|valse|vervalste?|nagemaakte?|frauduleu\w+|verkeerde|foute?) (?:e-?mail\w*|mail\w*|bericht\w*|verzoek|opdracht|rek\w*|iban|betaal\w*|bank\w*)|\bnep-?(?:mail|factuur|bericht|rekening)|phishing\w*|spoof\w*|\bzog(?:ezegd|enaamd)e?\b|"
    r"herstel(?:bedrijf|firma|factuur|kost\w*|werk\w*)|data-?(?:redd|herstel|recovery|berging)\w*|recovery-?(?:bedrijf|firma|bureau|dienst)|forens\w*|"
    r"offerte|bestelling|aankoop|aangekocht|leverancier|hardware|nieuwe (?:servers?|schij\w+|pc'?s|laptops?)|uitzend\w*|interim\w*|advoca\w*|overuren|werkuren|techniekers?\b|consultants?\b|\bincasso\w*"
)
MODAL = re.compile(
    r"\b(?:moet|moeten|moest|moesten|zou|zouden|gaan|gaat|zal|zullen|wil|willen|wilde|wilden|kan|kunnen|konden|overweeg\w*|overweegt|bereid|van plan|"
    r"of (?:we|wij|ik|hij|ze|zij|de klant)|binnen \S+ (?:uur|dagen))\b"
)
KEY = r"\b(?:sleutels?|decryptor|decryptiesleutel)\b[^?]{0,45}?\b(?:ge|afge|aange|terugge)?kocht\b|\b(?:gekocht|aangekocht|kochten|kocht)\b[^?]{0,30}?\b(?:sleutels?|decryptor|decryptiesleutel)\b"
PAY = pattern(KEY + r"|\b(?:{PAID}|betalen|betaal|betaling(?:en)?|ingegaan|in te gaan|ingaan|toegeven|toegegeven|zwichten|gezwicht|overgegaan tot betaling)\b")
DONE = pattern(KEY + r"|\bbetaling\b[^?]{0,45}?\b(?:is|werd|gebeurde)\b[^?]{0,12}?\b(?:gedaan|gebeurd|uitgevoerd|verricht|gelopen|door)\b|\b(?:{PAID}|betaling (?:is|werd) (?:gedaan|gebeurd|uitgevoerd)|toegegeven|gezwicht|uiteindelijk toch betaald)\b|\bbetaling van het losgeld\b")
REFUSED = plain(r"\b(?:betaling|voldoening) (?:is |werd |bleef )?(?:\w+ )?(?:uitgebleven|achterwege|uit)\b|\b(?:gevraagd|geeist),? noch (?:betaald|voldaan)|\bnoch (?:betaald|voldaan)\b|^\W*(?:dat |en dat |maar dat )?(?:doen|doe|gaan) (?:we|wij|ik) (?:dus |zeker |gewoon |echt )*(?:niet|nie|ni)\b|\bdat gaat (?:niet|nie|ni) gebeuren\b|\bpein\w* er (?:nog )?(?:niet|nie|ni) (?:aan|over)\b|\bgeen gevolg\b|\bno deal\b|\bnot paid\b|\bunpaid\b|\bniet van plan\b|\bwordt (?:niet|nooit) betaald\b|\b(?:dat|dit|het|er) is (?:nog |tot nu toe |voorlopig |tot op heden |echter )*(?:niet|nie|ni) (?:gebeurd|gedaan|doorgegaan)\b|\b(?:hackers|daders|criminelen|aanvallers|afpersers|die (?:mannen|gasten|lui))\b[^?,]{0,25}?\b(?:niets|niks|geen (?:rooie |rode )?(?:cent|euro|frank|duit|bal))\b[^?,]{0,12}?\b(?:gekregen|krijgen|gezien|zien)\b|\bze\b[^?,]{0,25}?\b(?:niets|niks|geen (?:rooie |rode )?(?:cent|euro|frank|duit|bal))\b[^?,]{0,12}?\b(?:gekregen|krijgen)\b van (?:ons|mij|de klant|hem|haar)\b|\b(?:geven|gaf|gaven|geef)\b[^?,]{0,20}?\bgeen (?:rooie |rode )?(?:cent|euro|frank|duit|bal)\b|\b(?:niet|nie|ni) over ?(?:te )?(?:gaan|gegaan) tot\b|\bmoeten (?:\w+ ){0,2}niet (?:op|te) rekenen\b|\bgeen denken aan\b|\bgeen haar op\b|\bkomt niet in (?:vraag|aanmerking)\b|\bpiekeren er niet over\b|\bgeen optie\b|\bniet overwogen\b|\b(?:losgeld|betaling|eis|afpersing)\b[^?,]{0,25}?\b(?:geweigerd|afgewezen|weigerden|weigerde)\b|\b(?:geweigerd|weiger\w*)\b[^?,]{0,25}?\blosgeld\b|\b(?:we|wij|ze|zij|hij|ik) (?:gaan|gaat|ga|zullen|zal|willen|wil) (?:dat|dit|het|daar) (?:zeker |dus |echt )?niet (?:doen|betalen|op in|aan toe)|\bgeen (?:rooie |rode )?(?:cent|euro|frank|bitcoin|stuiver)\b[^?,]{0,25}?\b(?:naartoe|geven|gegeven|gekregen|krijgen|gezien|zien|naar hen|naar die)\b|\b(?:reageren|reageerden?|gaan|ging|gingen) (?:we|wij|ze|zij|ik|hij) (?:daar |er |hier )?niet (?:op|mee|in)\b|\b(?:daar|hier) (?:reageren|reageert|gaan|gaat|ging|gingen) (?:\w+ ){1,3}niet op\b|\b(?:eis|mail|bericht|dreigement|chantage)\b[^?,]{0,25}\b(?:genegeerd|negeren)\b|\b(?:niet|nooit) (?:(?:op|mee) )?(?:(?:gedaan|in ?gegaan|in te gaan|ingaan|meegedaan|gereageerd)|(?:\w+ ){0,2}(?:in te gaan|ingegaan))\b|\bweiger\w* (?:\w+ ){0,4}(?:te )?betalen\b|\bniet (?:aan )?(?:toe)?geven\b")
BILL = re.compile(r"\bkosten\b|schade\w*|vergoeding\w*|\bporto\w*|\bbrieven\b|\bhuur\w*|noodoplossing|vervang\w*|gecrediteerd|tegemoetk\w*|coulance\w*|\bschikking\b|\bdading\b|onderzoek\w*|reparatie\w*|\buren\b|personeel|aanbetaling|jaarbedrag|maandbedrag|laptops?\b|honorarium|ereloon|apparatuur|herstel|\bper (?:maand|jaar)\b")
# "Betaald voor tijdelijke apparatuur", "aan een firma uit Gent": to somebody, or for something, that is no extortion.
PURPOSE = pattern(r"\b(?:aan|voor) (?:(?:de|het|een|den|zijn|haar|hun|onze|die|dat|externe?|tijdelijke?|nieuwe?|andere?) )*(?!{HACKER}|hen\b|hun\b|ze\b|hem\b|die\b|dat\b|de\b|het\b|een\b|sleutel|decrypt|ontsleutel|ontgrendel|vrijgave|bestand|data\b|gegevens|\w+dag\b|deadline|middernacht|morgen|vandaag|advies|hele|volle|alles|niets|niks|gijzel|afpers|losgeld|zover|het\b|ons\b|mij\b|bitcoin|wallet|crypto|adres|bende|groep|eis|dreig|teruggave|tijd|stilte|kerst|pasen)[a-z][a-z-]{3,}")
# A bill beside the attack: only words of extortion in its own clause make it the ransom, not the name of the virus.
EXTORTION = pattern(r"{RANSOMWORD}|bitcoins?|\bbtc\b|monero|sleutels?\b|ontsleutel|ontcijfer|decrypt|gegijzeld|afgeperst|ontgrendel")
DEMAND_HERE = pattern(r"{RANSOMWORD}|\beis(?:en|t|te|ten)?\b|\bvro(?:eg|egen)\b|\bvra(?:ag|agt|gen)\b|binnen (?:\d+|een|twee|drie) (?:uur|dagen)|bitcoin")
REACHED = r"(?: zelf| al| ondertussen| intussen| meteen| direct| terug){0,3} (?:gecontacteerd|gemaild|benaderd|aangeschreven|geantwoord|gesproken|ge-?e?-?maild|bereikt|teruggeschreven)\b"
# A bill, a supplier, a false transfer: a message about paying that is no extortion.
OPENLY = (
    r"(?:\b(?:zet|zetten|gooi\w*|plaats\w*|smijt\w*|smijten|zwier\w*|stuur\w*|lek\w*|verkop\w*|verkoop\w*|breng\w*|kom\w*|belandt?|staat|gaat|gaan|verschijn\w*)\b (?:(?:ze|zij|hij|we|het|er|alles|dat|de|alle|onze|hun|heel|gans|den|boel|data|gegevens|bestanden|dossiers|\w+gegevens|zooi|handel|op|in|aan) ){0,6}"
    r"(?:online|internet|web|dark ?web|straat|openbaar|pers|media|concurrent\w*|hoogste bieder|net)\b|\b(?:alles|data|gegevens|bestanden|\w+gegevens|dossiers|dat|het)\b (?:\w+ ){0,3}?(?:online|op straat|op het (?:dark ?web|net|internet)|openbaar) (?:te )?(?:zet\w*|gooi\w*|plaats\w*|smijt\w*|kom\w*|gaat?|gaan|mak\w*))"
)
ORDINARY_BILL = r"\b(?:klant\w*|leverancier\w*|factu\w+|nota|rekening\w*|iban|boekhoud\w*|advoca\w*|ceo|directeur|zaakvoerder|bank|loon|lonen|vals\w*|nep\w*|terug ?betal\w*|herinnering|aanmaning)\b"
PRICE = r"\d[\d.,]*\s?(?:k|duizend|mln|miljoen|ton)?\s?(?:\w+ )?(?:btc|xmr|eth|usd|eur|euro|dollar|bitcoins?|monero|\u20ac|\\$)"
FACTS = (
    rule("ransom_demanded", True, r"\b(?:{RANSOMWORD}|lg)\b[^?]{0,30}?\bgevr\b|\b(?:dader\w*|hackers?|hck|aanv)\b[^?]{0,12}?\b(?:wil|eis|gevr|vr)\b[^?]{0,15}?\d|^\W*eis\b(?! (?:klt|klant|van (?:de )?(?:klt|klant)))[^?]{0,20}?(?:btc|xmr|usd|\d ?k\b)", neg="own", confidence=0.85),
    # What stands in a note, or beside a deadline of hours, is a demand without its verb.
    rule("ransom_demanded", True, r"\b(?:ransom ?note|losbrief|note|notes|readme|briefje|kladje|ransomnota|gijzelbriefje|pop-?up|rood scherm|zwart scherm|tekstbestand\w*|txt)\b[^?]{0,50}?" + PRICE, neg="own", confidence=0.85, unless=ORDINARY_BILL),
    rule("ransom_demanded", True, PRICE + r"[^?]{0,25}?\b(?:binnen|timer|teller|voor het einde|deadline|in)\b[^?]{0,8}?\d+ ?(?:u\b|uur|uren|h\b|dgn|dagen)[^?]{0,12}?\b(?:of|anders|en dan|zo niet|zoniet)\b", neg="own", confidence=0.85, unless=ORDINARY_BILL),
    rule("ransom_demanded", True, r"\b(?:{HACKER}|die mannen|die gasten|losgeld\w*)\b[^?]{0,30}?\b(?:geeiste|gevorderde|verlangde|gevraagde|genoemde) (?:bedrag|som|prijs)\b|\b(?:geeiste|gevorderde|verlangde|gevraagde) (?:bedrag|som|prijs) (?:door|van) (?:de )?{HACKER}", neg="own"),
    rule("ransom_demanded", True, r"\b(?:bedrag|prijs|som|prijskaartje|betaling|vergoeding|" + PRICE + r")\b[^?]{0,60}?\b(?:voor de (?:sleutel|decryptor|decryptie|ontsleuteling|vrijgave)|in ruil voor|om (?:\w+ ){0,4}(?:te ontgrendelen|vrij te geven|weer vrij|terug vrij|te ontsleutelen|los te laten|te decrypteren|terug te krijgen van))", neg="own", confidence=0.75, unless=r"\bgeen\b[^?,]{0,20}(?:bedrag|prijs|som)"),
    rule("ransom_demanded", True, r"\b(?:eerste|hun|openings?|begin|start|laatste) ?(?:bod|vraag|vraagprijs|prijs|eis|bedrag|voorstel)\b[^?]{0,30}?\b(?:was|lag|ligt|is|bedroeg|stond|kwam|luidde)\b[^?]{0,15}?" + PRICE, neg="own", confidence=0.75, needs="ransom"),
    rule("ransom_demanded", True, r"\b(?:ze|zij|hackers|daders|criminelen|aanvallers|die (?:mannen|gasten|lui))\b (?:zijn |is |waren )?(?:gezakt|gedaald|teruggekomen|akkoord gegaan|uitgekomen)\b", neg="own", confidence=0.7, needs="ransom"),
    rule("ransom_demanded", True, r"\b(?:bij|aan|van) (?:elke|iedere|de|den|het|een|die) (?:\w+ ){0,2}(?:vragen|eisen|willen|moeten) (?:ze|zij|die gasten)\b[^?]{0,40}?(?:" + PRICE + r"|\d{3})", neg="own", confidence=0.8),
    rule("ransom_demanded", True, r"\b(?:ze|hackers|daders|criminelen|aanvallers|afpersers|die (?:mannen|gasten|lui))\b[^?,]{0,20}?\b(?:moeten|moesten|verlangen|verlangden|begonnen|begon)\b[^?,]{0,30}?" + PRICE, neg="own", confidence=0.75, unless=ORDINARY_BILL),
    rule("ransom_demanded", True, r"{RANSOMWORD}[^?]{0,40}?\b(?:ge?vraag\w*|vraagt|vragen|vroeg\w*|ge?ei[st]\w*|eis\w*|gesteld|verlang\w*|gewild|ontvangen|gekregen|binnengekomen)", unless=r"niet terug|\blosgeld\b[^?]{0,60}\bterug\b"),
    rule("ransom_demanded", True, r"\b(?:vraagt|vragen|vraag|vroeg|vroegen|ge?vraagd|eis|eist|eisen|eiste|eisten|ge-?eist|wil|willen|wilden|verlangen|verlangt|moeten)\b[^?]{0,35}?{RANSOMWORD}(?! terug)",
         unless=r"losgeld (?:laten|dat vragen)|vragen ze niet terug|(?:dat|het|t) (?:betaalde )?losgeld (?:terug|van ons|op ons)|losgeld (?:terug|op ons|van ons|van mij|verhalen|vergoed)"),
    rule("ransom_demanded", True, r"\b(?:losgeld|afpersings?|afpers|chantage|dreig|ransom)[ -]?(?:eis|brief|briefje|bericht\w*|nota|note|melding|tekst\w*|boodschap|mail\w*|txt|scherm|schermen|notitie)\b"),
    rule("ransom_demanded", True, r"\b(?:afgeperst|chanteren|gechanteerd|afpersen|persen (?:\w+ ){0,2}af)\b"),
    rule("ransom_demanded", True, r"\b(?:bericht|berichtje|boodschap|briefje|melding|tekst|mail|mailtje|scherm\w*|txt)\b[^?]{0,40}?(?:bitcoins?|btc|losgeld|geld|betal\w+)", confidence=0.8, unless=ORDINARY_BILL),
    rule("ransom_demanded", True, r"\b(?:de )?(?:gevraagde|geeiste|verlangde) (?:losgeld|som|bitcoins?)\b"),
    rule("ransom_demanded", True, r"\b(?:ze|hackers|daders|criminelen|aanvallers) (?:vragen|vroegen|eisen|eisten|willen|wilden)\b[^?]{0,25}?\b(?:geld|bitcoins?|crypto|btc|monero|ethereum|xmr)\b"),
    rule("ransom_demanded", True, r"\b(?:bitcoins?|btc|monero|xmr|ethereum|crypto)\b[^?]{0,12}?\b(?:ge?vraagd|vragen|vroegen|geeist|eisen|eisten|willen)\b", unless=r"\bterug\b|op ons|van ons|van mij"),
    rule("ransom_demanded", True, r"\bgeen\b(?: \w+){0,2} {RANSOMWORD}", neg="negated", confidence=0.85, unless=r"{PAID}|betal"),
    rule("ransom_demanded", True, r"(?:{RANSOMWORD}|\bgijzel\w*)[^?,]{0,25}?\b(?:geen sprake|niet aan de orde|niet van toepassing|nvt|n\.v\.t|speelt niet|komt niet voor)|\bgeen (?:\w+ ){0,2}(?:gijzeling|gijzelsoftware|chantage)\b", neg="negated", confidence=0.75),
    rule("ransom_demanded", True, r"\b(?:de |die )?(?:afpersers|gijzelnemers|losgeldbericht|losgeldbrief|losgeldeis|losgeldnota)\b", confidence=0.75, neg="own", unless=r"\bgeen (?:losgeld|afpers)\w*"),
    rule("ransom_demanded", True, r"{RANSOMWORD}\W{1,3}(?:nee|neen|niet|nvt|geen|nope|nul)\b(?! (?:betaald|gaan|willen))", neg="negated", confidence=0.75, unless=r"betaal|{PAID}"),
    rule("ransom_demanded", True, r"\b(?:of|anders)\b (?:\w+ ){0,3}?(?:komt|gaat|staat|zetten|zet|publiceren|publiceert|belandt)\b[^?]{0,25}?\b(?:online|straat|internet|web|pers|openbaar)\b", neg="own", certain="sure", confidence=0.75),
    rule("ransom_demanded", True, r"\b(?:nergens|niet|nooit|nog niet)\b (?:\w+ ){0,2}?om (?:\w+ )?(?:geld|losgeld|betaling)\b", neg="negated", confidence=0.85),
    rule("ransom_demanded", True, r"\b(?:van|over|om) (?:een |enig |enige )?{RANSOMWORD}[^?,]{0,35}?\b(?:niets|niks|geen|niet|nooit)\b[^?,]{0,25}?\b(?:gebleken|bekend|sprake|vernomen|gehoord|gevraagd|gezien|gemeld)\b", neg="negated", confidence=0.85, unless=r"betaal|{PAID}|onbekend|niet bekend"),
    rule("ransom_demanded", True, r"{RANSOMWORD}\b[^?]{0,40}?(?::|,) ?(?:niets|niks|geen) (?:van dat alles|daarvan|van die dingen|van dien aard|van dat)", neg="negated", confidence=0.9),
    rule("ransom_demanded", True, PRICE + r"[^?,]{0,12}?\b(?:die|dat|wat) (?:ze|zij|die (?:gasten|lui|mannen)|de {HACKER}) (?:wilden|willen|vroegen|vragen|eisten|eisen|moesten)\b|\b(?:ton|miljoen|duizend)\b[^?,]{0,12}?\b(?:die|dat) (?:ze|zij) (?:wilden|willen|vroegen|vragen|eisten|eisen)\b", neg="own", confidence=0.8, unless=r"\bvan (?:ons|mij)\b|\bklant\b"),
    rule("ransom_demanded", True, r"\b(?:nergens|niks|niets) om (?:ge)?vra\w+|\b(?:verzoek|eis|vraag) (?:om|tot|voor) {RANSOMWORD}\b[^?,]{0,20}?\b(?:niet|geen|nooit)\b|\bgeen (?:verzoek|eis|vraag) (?:om|tot|voor) {RANSOMWORD}", neg="negated", confidence=0.85, unless=r"van ons|van mij|\bklant\w* (?:vraag|heeft)"),
    rule("ransom_demanded", True, r"\b(?:niemand|niks|niets|geen geld|geen cent|geen bedrag|geen eis\w*)\b[^?,]{0,25}?\b(?:ge?vraagd|vraagt|vroeg|gevonden|geeist|gesteld)\b", neg="negated", confidence=0.7,
         unless=r"van ons|van mij|aan ons|\bdaarvoor\b|ons niks|niemand anders|\bklant\w*\b|\bverder niemand\b|claim"),
    rule("leak_threat", True, r"\b(?:of|anders|zo niet|zoniet|dreig\w*|ermee|als (?:we|wij|ze|hij|de klant) niet|niet betalen|nie betalen|binnen|tenzij|voor)\b[^?]{0,60}?" + OPENLY, neg="own", certain="sure", confidence=0.85, unless=r"\b(?:backup|webshop|shop|site|website|systemen|servers) (?:\w+ )?(?:weer|terug|opnieuw)\b"),
    rule("leak_threat", True, r"\bdreig\w*\b[^?]{0,60}?\b(?:publicer\w*|openbaar (?:te )?mak\w*|openbaarmak\w*|lekken|online (?:te )?(?:zet\w*|gooi\w*|plaats\w*))\b", neg="own", confidence=0.85, unless=r"\b(?:niet|geen) (?:gedreigd|dreig\w*)|dreig\w* (?:\w+ ){0,2}niet\b"),
    rule("leak_threat", True, r"\b(?:publicer\w*|publiceren|gepubliceerd|openbaar (?:te )?mak\w*|openbaarmak\w*|online (?:te )?(?:zet\w*|gooi\w*|plaats\w*|gaat|gaan)|op straat gooi\w*|lekken|te lekken|dark ?web|darknet|leak ?site|leksite)\b", confidence=0.8),
    rule("attacker_contact_by", "insured", r"\b{US}\b[^?]{0,30}?\bcontact\b[^?]{0,25}?\b(?:hen|{HACKER}|hun|die gasten|opgenomen)\b", confidence=0.85, unless=r"contact (?:met|op met|opgenomen met) (?:u|jullie|de klant|politie|de politie|onze)"),
    rule("attacker_contact_by", "insured", r"\bcontact\b[^?]{0,20}?\b{HACKER}\b[^?]{0,30}?\bdoor ons\b"),
    rule("attacker_contact_by", "insured", r"\b{US}\b[^?]{0,30}?\b(?:onderhandel\w*|gesproken|gechat|gemaild|chatten|praten)\b[^?]{0,25}?\b(?:hen|{HACKER})\b"),
    rule("attacker_contact_by", "insured", r"\b{US}\b[^?]{0,25}?\bmet (?:hen|ze|die gasten|de {HACKER}|{HACKER})\b[^?]{0,20}?\b(?:gechat|gemaild|gesproken|onderhandeld|gebeld|gepraat|contact)"),
    rule("attacker_contact_by", "claimant", r"\b(?:de klant|klant|directie|directeur)\b[^?]{0,30}?\bcontact\b[^?]{0,25}?\b{HACKER}\b", confidence=0.8),
    rule("attacker_contact_by", "insured", r"\b{US}\b[^?]{0,30}?\b{HACKER}\b" + REACHED),
    rule("attacker_contact_by", "claimant", r"\b(?:de klant|klant|directie|directeur)\b[^?]{0,30}?\b{HACKER}\b" + REACHED, confidence=0.8),
    # Who "hij" is, the core decides: to an agent it is the caller, unless the customer is spoken of.
    rule("attacker_contact_by", "claimant", r"\b{THEM}\b[^?]{0,30}?\bcontact\b[^?]{0,25}?\b{HACKER}\b", confidence=0.7, unless=r"\b(?:klant|directie)\b", pronoun=True),
    rule("attacker_contact_by", "claimant", r"\b{THEM}\b[^?]{0,30}?\b{HACKER}\b" + REACHED, confidence=0.7, unless=r"\b(?:klant|directie)\b", pronoun=True),
    rule("attacker_contact_by", "claimant", r"(?:^|[,;.]|\ben\b) ?(?:heeft|hebben) (?:de |den |die )?\b{HACKER}\b" + REACHED, confidence=0.65, unless=r"\b(?:wij|we|ik|klant|directie)\b", pronoun=True),
    rule("attacker_contact_by", "expert", r"\b(?:expert|onderhandelaar|specialist|gespecialiseerd\w* (?:firma|bedrijf|bureau))s?\b[^?]{0,40}?\b(?:onderhandel\w*|contact)\b[^?]{0,30}?\b{HACKER}\b", confidence=0.8),
    rule("attacker_contact_by", "nobody", r"\b(?:geen|niemand)\b[^?]{0,25}?\bcontact\b[^?]{0,25}?\b{HACKER}\b", neg="own", confidence=0.8),
)
NEGOTIATOR = pattern(r"\b(?:onderhandelaars?|onderhandeld|onderhandelen|onderhandelingen|onderhandelt|afgedongen|dong(?:en)? af)\b")
# Money handed to them: "aan die mannen gegeven".
STRONG_GIVEN = pattern(r"\b(?:aan |heeft |hebben )?(?:{HACKER}|die (?:mannen|gasten|lui|boeven))\b")
GAVE = re.compile(r"\b(?:gegeven|bezorgd|gestuurd|verzonden|doorgestuurd|afgestaan|verstuurd|getransfereerd|gekocht en)\b")
# Whose purse it came from says who paid.
OWN_PURSE = plain(r"\b(?:uit|van) (?:onze|ons|mijn|eigen|onze eigen|mijn eigen|de eigen|de) (?:eigen )?(?:bedrijfs|zicht|spaar|bank|zakelijke )?(?:kas|rekening|zak|middelen|centen|geld|spaarpot|buffer)\b|\bzelf uit eigen zak\b")
DECEIT = re.compile(r"\b(?:zogenaamd\w*|zogezegd\w*|(?:valse|nep|vervalste|frauduleuze)[ -]?(?:factu\w+|mail\w*|e-?mail\w*|rekening\w*|iban)|nepmail\w*|(?:rekeningnummer|iban|rekening|bankrekening)\b[^?.]{0,40}?\b(?:vals|vervangen|gewijzigd|veranderd|aangepast|vervalst)|ingetuind|ingetrapt|opgelicht|oplichting|ceo-?fraude|factuurfraude|uit naam van|voorgedaan als|mail (?:was|is) vals)\b")
PURSE = plain(r"\b(?:uit|van|via|met|langs) (?:(?:de|het|onze|ons|mijn|zijn|hun|haar|een|eigen) )*\w*(?:rekening|kas|spaarpot|spaargeld|middelen|creditcard)\b")
BUT_PAID = pattern(r"\b(?:niet|nie|ni|niks|niets|geen \w+)\b[^?;]{0,25}?\bmaar (?P<who>(?:wel )?(?:\w+ ){0,3}?(?:{INSURER}|{THIRD}|{ORG}|{US})) (?:heeft |hebben |doet |deed |deden |betaalde )?wel\b")
BY_WHOM = re.compile(r"^\W*(?:niet )?(?:door|via) ")
