"""The incident: kinds, ways in, systems, back-ups, status, finders. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re
from typing import Pattern, Tuple

from ..rules import rule
from ..words import pattern, plain
from .breach import TAKING, WE_TAKE

# Money sent because somebody pretended to be somebody else.
MACHINE = r"(?:opslag\w*|storage|\w*servers?|srv|nas|san|schij(?:f|ven)|disks?|harde schij(?:f|ven)|raid\w*|controller|hypervisor|switch|router|voeding|array|datastore|ssd'?s?|database|databank)"
BROKEN = r"(?:kapot\w*|stuk(?:gegaan)?|defect|gecrasht|gecrashed|crasht|crashte|overleden|gesneuveld|doorgebrand|begeven|begaf|de geest gegeven|om zeep|naar de knoppen|naar de vaantjes|uitgevallen|viel uit)"
NO_ATTACK = (
    r"(?:^|[,.;:]|\b(?:het|dit|er|dat|t|was|is|zijn|gaat|sprake van|om|dus|want|alleen|gewoon)) ?(?:\w+ ){0,2}?\bgeen (?:echte |externe )?(?:hack(?:ers?|ing)?|cyber-?aanval|aanval|inbraak|hackpoging|cyberincident|virus|kwaad opzet)\b(?! (?:vast|meer|gevonden|op|bij))"
)
MOVED = r"\b(?:stort|stortte|schrijft over|maakt over|overgemaakt|overgeschreven|overgeboekt|gestort|doorgestort|betaald|betaalde|maakten?|stortten?|schreef|schreven|overgezet)\b"
MOVED_HERE = re.compile(MOVED)
FALSE_MESSAGE = (
    r"(?:\b(?:vals\w*|nep|nagemaakte?|vervalste?|frauduleu\w+|gespoofte?|zogezegde?|zogenaamde?|verdachte?)[ -]?(?:e-?mail\w*|mail\w*|bericht\w*|verzoek\w*|opdracht\w*|directeur|baas|ceo|cfo|leverancier|bank\w*|telefoon\w*|whatsapp\w*|sms\w*)"
    r"|\b(?:nep|fake)-?mail\w*|\bphishing\w*|\bspoof\w*|\b(?:uit naam|in naam|namens) van (?:de|onze|mijn|zijn) (?:baas|directeur|ceo|zaakvoerder)\b)"
)
TYPES = (
    rule("attack_type", "ransomware", r"{MALWARE}"),
    rule("attack_type", "ransomware", r"{SYSTEM}[^?]{0,60}?{ENCRYPTED}", confidence=0.8, unless=r"versleutelde verbinding"),
    rule("attack_type", "ransomware", r"{ENCRYPTED}[^?]{0,30}?\b{SYSTEM}", confidence=0.75, unless=r"versleutelde verbinding|{SYSTEM}[^?]{0,60}?{ENCRYPTED}"),
    rule("attack_type", "ransomware", r"\b(?:gegijzeld|gijzeling)\b", confidence=0.8),
    rule("attack_type", "ransomware", r"\b(?:versleuteld|verslutel\w*|geencrypteerd|gecrypt|gelockt)\b", confidence=0.7, unless=r"versleutelde (?:verbinding|mail|harde schijf)|(?:niks|niets|niet) (?:\w+ )?versleuteld"),
    rule("attack_type", "ransomware", r"\b(?:geencrypteerd|geencrypteerde|encryptie)\b", confidence=0.7),
    rule("attack_type", "data_theft", r"\b(?:datadiefstal|datalek\w*|data ?lek|gegevenslek|datalekje)\b"),
    rule("attack_type", "data_theft", r"\b(?:data|gegevens|bestanden|database|databank|dossiers|persoonsgegevens|klantgegevens|documenten|\w+gegevens)\b[^?]{0,40}?\b(?:gestolen|buitgemaakt|gekopieerd|gekopieert|weggesluisd|ontvreemd|gelekt|gejat|meegenomen|geexfiltreerd|buit gemaakt|weggehaald|gedownload)\b", confidence=0.8),
    rule("attack_type", "data_theft", r"\b\d[\d.,]* ?(?:gb|gigabyte|tb|terabyte)\b[^?]{0,40}?\b(?:buitgemaakt|gestolen|gekopieerd|gedownload|weg\w*|meegenomen)\b"),
    rule("attack_type", "ddos", r"\bdd?os\b|\bd-?dos\w*|\bddos-?\w*|denial of service|overbelastingsaanval|overspoeld met verkeer"),
    rule("attack_type", "account_takeover", r"\b(?:mailbox\w*|mailaccount|account\w*|postvak|m365|office ?365|o365)\b[^?]{0,30}?\b(?:gekraakt|gehackt|overgenomen|gecompromitteerd|misbruikt|gekaapt)\b"),
    rule("attack_type", "account_takeover", r"\b(?:account ?overname|account ?takeover|mailboxinbraak|sim ?swap|gekaapt\w* (?:account|mailbox))\b"),
    rule("attack_type", "invoice_or_ceo_fraud", r"\b(?:ceo|cfo|directeurs?)[ -]?fraude|factuurfraude|valse? factu(?:ur|ren)|vals (?:rekening\w*|iban)|nep-?factuur|spookfactuur|vervalste factuur|betaalfraude|bec\b"),
    rule("attack_type", "invoice_or_ceo_fraud", r"(?:" + MOVED + r")[^?]{0,60}?" + FALSE_MESSAGE + "|" + FALSE_MESSAGE + r"[^?]{0,80}?(?:" + MOVED + ")"),
    rule("attack_type", "invoice_or_ceo_fraud", r"\b(?:mail|mailtje|bericht)\b[^?]{0,25}?\b(?:zgn|zogezegd|zogenaamd|zogenaamde|nagemaakt|uit naam van|van de (?:ceo|baas|directeur))\b"),
    rule("attack_type", "invoice_or_ceo_fraud", r"\b(?:gestort|overgeschreven|overgemaakt|overgeboekt|betaald)\b[^?]{0,40}?\b(?:oplichters?|fraudeurs?|verkeerde rekening|valse rekening|onbek\w*\.? (?:firma|rekening))\b"),
    rule("attack_type", "invoice_or_ceo_fraud", r"\b(?:rekeningnummer|rek\.? ?nr|iban)\b[^?]{0,30}?\b(?:aangepast|aan te passen|gewijzigd|veranderd|vervangen|te wijzigen)\b"),
    rule("attack_type", "malware", r"\b(?:malware|trojan\w*|trojaans\w*|worm|spyware|keylogger|virus|cryptominer|rootkit|botnet)\b", confidence=0.7, unless=r"coronavirus|{MALWARE}"),
    rule("attack_type", "own_error_or_outage", r"\b(?:menselijke fout|onze (?:eigen )?fout|mijn (?:eigen )?fout|fout van (?:ons|mij|een collega)|vergissing|per ongeluk|abusievelijk|per abuis|verkeerd commando|verkeerde (?:database|server|schijf|map|omgeving) (?:gewist|verwijderd|overschreven)|eigen fout|"
         r"foutje|verkeerd ingesteld|verkeerde configuratie|misconfiguratie|configuratiefout|mislukte (?:update|migratie|upgrade)|migratie mislukt|update mislukt|zelf op de knop|vergeten (?:aan|in) te|verkeerd\w* (?:commando|script|knop|schijf|server|map|tabel|adres|mailadres|e-?mailadres|ontvanger|geadresseerde|bestemmeling|klant gemaild)|foute? (?:commando|script|knop|mailadres|ontvanger|bestemmeling))\b"),
    rule("attack_type", "own_error_or_outage", r"\b" + MACHINE + r"\b[^?,;]{0,30}?\b" + BROKEN + r"\b|\b(?:defecte?|kapotte?|gecrashte?) " + MACHINE + r"\b", confidence=0.75, unless=r"(?<!geen )\b{HACKER}\b|(?<!geen ){MALWARE}|versleuteld|(?<!niet )(?<!nie )gehackt|(?<!geen )aanval|\b{BACKUP} (?:is|was|waren|zijn) (?:ook )?stuk"),
    rule("attack_type", "own_error_or_outage", r"\b(?:restore|terugzetten|terugplaatsen|herstelpoging|migratie|verhuis|overzetten|overzetting|update|upgrade|patch|uitrol|conversie|import|opkuis|onderhoud|omschakeling)\b[^?,;]{0,30}?\b(?:mislukt\w*|misgelopen|misgegaan|fout (?:ge)?(?:gaan|lopen|gelopen)|verkeerd (?:gegaan|gelopen)|(?:liep|ging) (?:\w+ )?(?:fout|mis|verkeerd)|faalde|gefaald|niet (?:ge)?lukt\w*|niet gelukt|in de soep|vastgelopen)\b|\b(?:mislukte?|gefaalde?|foute) (?:restore|migratie|update|upgrade|patch|uitrol|conversie|import|omschakeling)\b", confidence=0.8, unless=r"(?<!geen )\b{HACKER}\b|(?<!geen ){MALWARE}|versleuteld|(?<!niet )(?<!nie )gehackt"),
    rule("attack_type", "own_error_or_outage", NO_ATTACK, neg="own", confidence=0.7, unless=r"\b(?:bij ons|op ons|andere klanten|ooit|vroeger|eerder|gekregen|zeker|weten)\b"),
    rule("attack_type", "own_error_or_outage", r"\b(?:gecrasht|crash|computercrash|raid (?:kapot|stuk|defect)|schij(?:f|ven) (?:overleden|kapot|stuk|defect|gecrasht)|server (?:defect|kapot|stuk|overleden)|hardware ?(?:defect|storing|fout|matige)|"
         r"stroomuitval|brand in|waterschade|storing|defecte (?:server|schijf|raid|controller))\b", confidence=0.75, unless=r"(?<!geen )\b{HACKER}\b|(?<!geen ){MALWARE}|versleuteld"),
    rule("attack_type", "own_error_or_outage", r"\b(?:offline gehaald|afgesloten|gewist|verwijderd|gesloten)\b[^?]{0,30}?\b(?:door (?:ons|mij|onze|een collega)|vanwege)\b", confidence=0.7),
    rule("attack_type", "other", r"\b(?:belserver|telefooncentrale|voip|pbx|belfraude|belrekening|belkosten|wangiri)\b", confidence=0.6),
)
VECTORS = (
    rule("attack_vector", "remote_access", r"\b(?:rdp\w*|vpn\w*|remote ?desktop\w*|teamviewer|anydesk|extern bureaublad|toegang op afstand|citrix|poort 3389|op afstand ingelogd|fortigate|firewall (?:stond|poort))\b"),
    rule("attack_vector", "phishing", r"\b(?:phish?ing\w*|fishing ?mail|phishingmail|valse mail|verkeerde (?:mail|link|bijlage)|nepmail|rare mail|op een link geklikt|bijlage geopend|foute link|malafide (?:mail|link|bijlage))\b"),
    rule("attack_vector", "stolen_or_weak_password", r"\b(?:wachtwoord\w*|paswoord\w*|passwoord\w*|credentials|inloggegevens|inlog\w*|login\w*|admin ?account|tweestapsverificatie|mfa|2fa|brute ?force)\b", confidence=0.75,
         unless=r"wachtwoorden? (?:gewijzigd|gereset|veranderd|aangepast|opnieuw)"),
    rule("attack_vector", "software_vulnerability", r"\b(?:lek in|kwetsbaarheid\w*|kwetsbare|zero ?-?day|exploit\w*|niet gepatcht|ongepatcht\w*|patch\w* (?:niet|gemist)|log4j|exchange-?lek|beveiligingslek|zwakke plek|verouderde (?:software|versie|server))\b"),
    rule("attack_vector", "supplier", r"\b(?:via (?:een|de|onze|hun) (?:leverancier|softwareleverancier|partner|kaseya)|supply ?-?chain|keten-?aanval|kaseya)\b"),
    rule("attack_vector", "physical_usb", r"\b(?:usb\w*|gestolen laptop|laptop gestolen|fysiek ingebroken)\b", confidence=0.8),
    rule("attack_vector", "other", r"\b(?:verkeerd ingesteld|open en bloot|misconfiguratie|onbeveiligd\w*|publiek toegankelijk)\b", confidence=0.6),
)
ASSETS: Tuple[Tuple[str, Pattern[str]], ...] = tuple((code, pattern(source)) for code, source in (
    ("backup_disks", r"\b(?:back-?\s?up[ -]?(?:schij\w+|disks?|servers?|systemen|systeem)|{BACKUP})"),
    ("online_backup", r"\b(?:online|cloud|externe?)[ -]?{BACKUP}"),
    ("servers", r"\b\w*servers?\b"),
    ("computers", r"\b(?:computers?|pc'?s?|laptops?|werkposten|werkstations?|werkplekken|toestellen|desktops?)\b"),
    ("mail", r"\b(?:e-?mails?|mailserver|mailbox\w*|exchange|mailomgeving)\b"),
    ("cloud", r"\b(?:cloud\w*|sharepoint|onedrive|azure|m365|office ?365)\b(?!-?back)"),
    ("nas", r"\bnas(?:sen)?\b"),
    ("other", r"\b(?:telefonie|telefooncentrale|telefoon|website|webshop|kassa\w*|machines?|netwerk|databases?|databank|erp\w*|bestanden)\b"),
))
HIT = pattern(r"{ENCRYPTED}|\b(?:plat|geblokkeerd|onbruikbaar|besmet|gewist|geraakt|aangetast|lam ?gelegd|uit de lucht|onbereikbaar)\b")
BACKUPS = (
    rule("backups_affected", "all", r"{BACKUP}[^?]{0,35}?\b(?:te ontbreken|ontbrak\w*|ontbreekt|ontbreken|afwezig|niet voorhanden|was er niet bij|daar hadden (?:we|ze) (?:niks|niets) aan)\b|\b(?:gebrek|ontbreken) (?:aan|van) (?:een )?(?:\w+ )?{BACKUP}", neg="own", confidence=0.97),
    rule("backups_affected", "none", r"{BACKUP}\w*[^?]{0,25}?\b(?:naar behoren|zoals het (?:moet|hoort)|correct|perfect|prima|vlekkeloos|feilloos)\b[^?,]{0,15}?\b(?:gefunctioneerd|gewerkt|gedraaid|gelopen|werkte|teruggezet|terug te zetten)\b|{BACKUP}[^?]{0,15}?\b(?:werkte|functioneerde)\b (?:naar behoren|perfect|prima|gewoon|goed)", neg="own", confidence=0.95, unless=r"niet (?:naar behoren|correct|goed)"),
    # A thing that was named and then pointed back at: "de schijf met de backup hing er nog aan dus die was ook naar de knoppen".
    rule("backups_affected", "all", r"{BACKUP}[^?]{0,70}?\b(?:die|dat|ze|zij|deze|hij)\b (?:is|was|waren|zijn|bleek|bleken|lag|lagen) (?:\w+ ){0,3}?{RUIN}(?!\w)", neg="own", confidence=0.9, unless=r"(?:niet|nie|ni|geen) (?:\w+ ){0,2}?{RUIN}"),
    rule("backups_affected", "all", r"{BACKUP}[^?]{0,50}?(?<!niet )(?<!nie )(?<!ni )\b{RUIN}(?!\w)", neg="own", confidence=0.85, unless=r"{BACKUP}[^?]{0,40}?\b(?:niet|nie|ni|nooit|geen)\b[^?]{0,25}?{RUIN}|\b(?:niet|geen)\b[^?,]{0,15}?{BACKUP}[^?]{0,20}?{RUIN}|{BACKUP}[^?]{0,30}?\b(?:teruggezet|intact|hersteld|goed)\b"),
    rule("backups_affected", "all", r"\bnooit (?:een|ne|nen|'n|enige) (?:\w+ )?{BACKUP}|{BACKUP}[^?]{0,40}?\b(?:retentie|bewaartermijn)\b[^?]{0,40}?\b(?:leeg|te kort|verlopen|weg|overschreven)\b", neg="own", confidence=0.9),
    rule("backups_affected", "all", r"{BACKUP}[^?]{0,45}?\b(?:niet (?:meer )?(?:lezen|openen|teruggezet|terugzetten|functioneerde\w*|functioneert|liep|lopen|herstellen|gebruiken|gevonden)|konden (?:\w+ ){0,4}niet\b)|\bander\w* {BACKUP} (?:is|was|waren|hadden|hebben)[^?,]{0,12}?\b(?:niet|ni|nie)\b", neg="own", confidence=0.85),
    rule("backups_affected", "all", r"{BACKUP}[^?]{0,130}?\b(?:nooit|niet|nie|ni|al \w+ niet) (?:meer )?(?:gedraaid|gelopen|gemaakt|gelukt|gewerkt|uitgevoerd|aangezet|ingesteld)\b|{BACKUP}[^?]{0,60}?\b(?:in (?:fout|error|storing)|op fout|faalde\w*|gaf fouten|stekker eruit|jaar oud|maanden oud|weken oud|sterk verouderd|(?:niks|niets) aan)\b|{BACKUP}[^?]{0,30}?\b(?:is|was|waren) er (?:nog )?(?:nooit|niet|nie|ni)\b|{BACKUP}[^?]{0,70}?\bbleek\w* (?:er )?(?:niet|nie|ni) (?:te zijn|te bestaan|aanwezig)", neg="own", confidence=0.92, unless=r"{BACKUP}[^?]{0,20}?\b(?:was|waren) (?:niet|nie) (?:versleuteld|geraakt)"),
    rule("backups_affected", "some", r"{BACKUP}[^?]{0,40}?\bdie van (?:de )?(?:ene|een)\b[^?]{0,60}?\bandere\b|{BACKUP}[^?]{0,30}?\b(?:\d|een|twee|drie|vier) (?:klant\w*|server\w*|site\w*)\b[^?]{0,15}?{RUIN}[^?]{0,30}?\b(?:ok|goed|intact)\b", neg="own", confidence=0.96),
    rule("backups_affected", "none", r"{BACKUP}[^?]{0,70}?\b(?:die|dat|ze|zij|deze|hij)\b (?:is|was|waren|zijn|bleek|bleken) (?:\w+ ){0,3}?{SOUND}(?!\w)", neg="own", confidence=0.95, unless=r"(?:niet|nie|ni|allesbehalve|niet meer) (?:\w+ )?{SOUND}"),
    rule("backups_affected", "none", r"{BACKUP}[^?]{0,30}?\b(?:niet|nie|ni|nt|nooit)\b[^?]{0,30}?(?:{ENCRYPTED}|\b(?:geraakt|aangetast|getroffen|besmet|beschadigd|bereikt|aangeraakt|gevonden door|mee\b))", neg="own", confidence=0.95, unless=r"{BACKUP}[^?]{0,30}?\b(?:gelopen|gedraaid|gemaakt|bruikbaar)\b"),
    rule("backups_affected", "none", r"\bmet (?:de |onze |hun |die )?{BACKUP}[^?]{0,25}?\b(?:niets|niks) (?:aan de hand|mis)\b|{BACKUP}[^?]{0,20}?\b(?:heeft|hebben|had|hadden) (?:ons|hem|hen|het|ze|alles|de boel|de dag|onze vel|ons vel)(?: \w+){0,2} gered\b|\bgered door (?:de |onze )?{BACKUP}|{BACKUP}[^?]{0,15}?\b(?:deed|deden) (?:het|hun werk|zijn werk)\b", neg="own", confidence=0.95),
    rule("backups_affected", "all", r"{BACKUP}[^?]{0,60}?(?:{ENCRYPTED}|\b(?:gewist|weg\b|verwijderd|vernietigd|onbruikbaar|kapot|corrupt|besmet|geraakt|aangetast|mee versleuteld|ook geraakt|gecorrumpeerd|getroffen|verloren|leeg|mislukt\w*|vol\b|volgelopen|vastgelopen|stuk\b|op pauze|uitgeschakeld|stopgezet|gestopt|uitgezet|stond uit|stonden uit|gefaald|faalde\w*|vastgelopen|onvolledig|verouderd|verlopen|van \w+ maanden oud|niet meer te lezen|onvindbaar|overschreven|niet bruikbaar|waardeloos))", neg="own", confidence=0.85,
         unless=r"{BACKUP}[^?]{0,25}?\b(?:niet|geen|nooit)\b[^?]{0,20}?(?:{ENCRYPTED}|geraakt|aangetast|getroffen|gewist|besmet)|\b(?:niet|geen)\b[^?,]{0,15}?{BACKUP}[^?]{0,20}?(?:{ENCRYPTED}|geraakt|aangetast)"),
    rule("backups_affected", "all", r"(?:{ENCRYPTED}|\b(?:gewist|wissen|wisten|verwijderd|vernietigd|besmet|geraakt|getroffen))[^?]{0,45}?{BACKUP}", neg="own", confidence=0.75,
         unless=r"{BACKUP}[^?]{0,25}?\b(?:niet|goed|ok|intact|gelukkig)\b|(?:vanuit|uit|via|met|dankzij) (?:de |een |onze |schone |goede )*{BACKUP}"),
    rule("backups_affected", "all", r"\b(?:geen|gene|nooit een|zonder)\b(?: \w+){0,3} (?:{BACKUP}|kopie\b)", neg="own", confidence=0.85, unless=r"geen {BACKUP}-?(?:afspraak|contract|probleem)(?!.*geen)|back-?up-?afspraak hadden we niet[^.]*$"),
    rule("backups_affected", "all", r"{BACKUP}[^?]{0,60}?\b(?:niet (?:meer )?(?:gelopen|gedraaid|gelukt|aan|gemaakt|bruikbaar|terug te zetten|werkte|te gebruiken|volledig|geactiveerd|ingeschakeld|teruggezet|meegenomen|voorhanden|aanwezig|actueel)|was er niet|waren er niet|bleek er niet|bestond niet|nooit (?:gelopen|gemaakt|gedraaid|getest|gelukt|aangezet)|(?:liep|draaide|werkte)\w* (?:al \w+ )?niet)", neg="own", confidence=0.9),
    rule("backups_affected", "all", r"{BACKUP}[^?,]{0,45}?\b(?:niet|nooit|niks|niets|geen)\b(?! (?:geraakt|mee\b|versleuteld|aangetast|besmet|getroffen|nodig|te pakken|bereikt|aangeraakt|gevonden door|beschadigd|te klagen|alleen|mis\b|aangekomen|verder|meer nodig))", neg="own", confidence=0.6, unless=r"back-?up\w*(?:afspraak|contract)"),
    rule("backups_affected", "all", r"(?:te pakken|meegepakt|ook (?:aan|bij|in) (?:de|zijn|hun))[^?]{0,20}?{BACKUP}|{BACKUP}[^?]{0,15}?\b(?:te pakken|meegepakt|meegenomen in de aanval|ook te grazen)\b", neg="own", confidence=0.85),
    rule("backups_affected", "some", r"{BACKUP}[^?]{0,50}?\b(?:maar|slechts|alleen|enkel) (?:voor )?(?:de helft|een deel|een stuk|gedeeltelijk|deels)\b|\b(?:deel|helft) van (?:de|het|hun|zijn) [^?]{0,25}?\b(?:nooit|niet)\b[^?]{0,20}?{BACKUP}", neg="own", confidence=0.9),
    rule("backups_affected", "some", r"{BACKUP}[^?]{0,50}?\bde rest\b[^?]{0,20}?(?:{ENCRYPTED}|\b(?:niet|weg|kapot|geraakt)\b)", neg="own", confidence=0.95),
    rule("backups_affected", "all", r"\b(?:niet|nooit)\b[^?]{0,25}?\bin de (?:\w+)?{BACKUP}", neg="own", confidence=0.85),
    rule("backups_affected", "all", r"\b(?:niet|nergens|nie)\b[^?,]{0,35}?\b(?:aan|bij) (?:hun |de |onze |zijn )?(?:\w+ (?:of|en) (?:hun |de )?)?{BACKUP}", neg="own", confidence=0.8),
    rule("backups_affected", "all", r"\b(?:geen|niet|nergens)\b[^?]{0,40}?\b{BACKUP} (?:liep|gelopen|gemaakt|genomen|gedraaid)|\bgeen (?:\w+ ){0,2}{BACKUP} (?:liep|bleek|was|te vinden)", neg="own", confidence=0.9),
    rule("backups_affected", "all", r"(?:oude|oud|account)\b[^?]{0,25}?\b(?:gesloten|verwijderd|gewist|opgezegd)\b[^?]{0,20}?met alles erin", neg="own", confidence=0.6),
    rule("backups_affected", "none", r"{BACKUP}[^?]{0,35}?\b(?:waren|was|zijn|is|bleven|bleef|werkte|werkten)\b[^?]{0,20}?\b(?:goed|oke|ok|intact|bruikbaar|veilig|onaangetast|ongemoeid|buiten schot|in orde|recent|schoon|ongeschonden|overleefd|beschikbaar|ongedeerd|gezond|nog daar|niet besmet|compleet|volledig|gespaard|niet geraakt|niet aangetast)\b", neg="own", confidence=0.9, unless=r"(?:niet|allesbehalve|nie) (?:goed|bruikbaar|in orde|recent|ok|oke|intact)"),
    rule("backups_affected", "none", r"\b(?:vanuit|uit|via|met|dankzij|door)\b (?:(?:de|het|een|onze|hun|zijn|schone|goede|recente|oude|externe|offline|offsite|laatste|van \w+|eigen|prima|online|nachtelijke|dagelijkse|gelukte|onveranderbare) )*(?:{BACKUP}|kopie\b)", neg="clause", confidence=0.75, unless=r"niet[^?,]{0,25}?(?:vanuit|uit|via|met) (?:de |een )?{BACKUP}|onderhoud|verschillende|werken (?:met|via)"),
    rule("backups_affected", "none", r"\b(?:prima|goede|schone|bruikbare|intacte|recente|werkende|offline|veilige)\b {BACKUP}", neg="clause", confidence=0.75, unless=r"\bgeen (?:\w+ ){0,2}{BACKUP}"),
    rule("backups_affected", "none", r"{BACKUP}[^?]{0,20}?\b(?:niet|nie)\b[^?]{0,12}?(?:{ENCRYPTED}|geraakt|aangetast|getroffen|besmet|beschadigd)", neg="own", confidence=0.9),
    rule("backups_affected", "none", r"{BACKUP}[^?]{0,25}?\b(?:vandaaruit|daaruit|daarvandaan|daarmee|van daaruit)\b[^?]{0,40}?\b(?:hersteld|teruggezet|terug)\b|\b(?:onveranderbare|immutable|offline|losgekoppelde) {BACKUP}", neg="clause", confidence=0.8),
    rule("backups_affected", "none", r"\bkopie\b[^?]{0,45}?\b(?:intact|ongeschonden|goed|ok|bruikbaar|schoon|veilig)\b", neg="clause", confidence=0.8),
    rule("backups_affected", "all", r"{BACKUP}[^?]{0,25}?\b(?:op|in) (?:de|het)?zelfde (?:server|nas|schijf|machine|netwerk|toestel|kast|host)\b", neg="own", confidence=0.7),
    rule("backups_affected", "none", r"{BACKUP}[^?]{0,25}?\b(?:teruggezet|terugzetten|hersteld)\b", neg="clause", confidence=0.6),
)
LOST = (
    rule("data_lost_permanently", True, r"\b(?:definitief|voorgoed|voor altijd|onherstelbaar|onherroepelijk|foetsie|niet meer te (?:redden|herstellen|recupereren)|niets? meer te redden|niks meer vanaf|nooit meer terug)\b(?: \w+){0,3}", neg="own", confidence=0.75, unless=r"geen \w+ (?:definitief|onherstelbaar)"),
    rule("data_lost_permanently", True, r"\b(?:kapot|stuk|gecrasht|crash|defect|mislukt\w*|gewist|overschreven|verwijderd|geformatteerd)\b[^?;]{0,40}?\b(?:data|gegevens|bestanden|foto's|dossiers|mappen|mails|administratie|boekhouding)\b[^?,;]{0,25}?\b(?:weg|kwijt|verdwenen|verloren)\b", neg="clause", confidence=0.65, unless=r"\b(?:teruggezet|teruggehaald|hersteld|gerecupereerd|back-?up)\b"),
    rule("data_lost_permanently", True, r"\b(?:data|gegevens|bestanden|foto'?s|mappen|dossiers|werk|archief|administratie|mailarchief)\b[^?,]{0,25}?\b(?:verloren gegaan|kwijtgeraakt|zijn ze (?:dus )?kwijt|is verloren|zijn verloren)\b", neg="clause", confidence=0.7),
)
STATUS = (
    rule("attack_status", "restored", r"\b(?:systemen|alles|servers|netwerk|omgeving)\b[^?,]{0,25}?\b(?:hersteld|opgelost|gefikst|in orde|teruggezet|heropgebouwd)\b", confidence=0.8, unless=r"\b(?:nog niet|niet alles|deels|moet|moeten|bezig|volgende|zal|zullen|om alles|willen)\b"),
    rule("attack_status", "restored", r"\b(?:alles|systemen|systeem|servers?|netwerk|omgeving|site|webshop|de boel|het)\b[^?]{0,25}?\b(?:draait|draaien|werkt|werken|online|in de lucht|operationeel|up and running|in orde|hersteld|terug)\b[^?]{0,15}?\b(?:weer|terug|opnieuw|alweer|hersteld)\b", unless=r"\b(?:nog niet|niet alles|deels|gedeeltelijk|tot ze weer|voor (?:de )?systemen weer|wanneer|pas (?:begin|volgende|over|binnen))\b"),
    rule("attack_status", "restored", r"\b(?:weer|terug|opnieuw)\b (?:\w+ )?(?:in de lucht|online|operationeel|in orde|up|hersteld|aan het draaien|in werking)\b", confidence=0.8, unless=r"\b(?:nog niet|niet alles|deels|gedeeltelijk|voor systemen|pas (?:begin|volgende|over|binnen)|site terug)\b"),
    rule("attack_status", "restored", r"\balles (?:is |was )?(?:weer |terug |ondertussen |inmiddels |rap )*(?:hersteld|opgelost|in orde|teruggezet|herbouwd|ok)\b", confidence=0.85, unless=r"\b(?:nog niet|niet alles)\b"),
    rule("attack_status", "ongoing", r"\b(?:nog (?:altijd |steeds )?(?:bezig|gaande|actief|aan de gang)|op dit moment|nu bezig|aan het versleutelen|momenteel|terwijl we spreken|voor (?:mijn|m'n|onze) ogen|loopt nog|breidt (?:zich )?uit|gaat (?:nu|hier) plat|nog binnen|zitten (?:er )?nog in)\b", confidence=0.75, unless=r"geen idee|herstel|bezig met (?:herstel|terugzetten)|aan het herstellen"),
    rule("attack_status", "ongoing", TAKING, confidence=0.8, unless=WE_TAKE + r"|\b(?:was|waren) (?:\w+ ){0,2}(?:bezig|aan het)"),
    rule("attack_status", "ongoing", r"\b(?:alles|systemen|bestanden)\b[^?]{0,20}?\b(?:wordt|worden) (?:nu )?{ENCRYPTED}", confidence=0.85),
    rule("attack_status", "stopped", r"\b(?:aanval|hack|verspreiding|inbraak)\b[^?]{0,25}?\b(?:gestopt|afgeslagen|voorbij|onder controle|gestuit|ingedamd|afgelopen|gedaan)\b"),
    rule("attack_status", "stopped", r"\b(?:stekker(?:s)? (?:er)?uit(?:getrokken)?|uitgetrokken|van het net(?:werk)? gehaald|afgekoppeld|geisoleerd|losgekoppeld|controle terug|in lockdown|offline gezet)\b", confidence=0.6),
)
DISCOVERED_BY = (
    rule("discovered_by", "claimant", r"\b(?:de klant|klant|hij|zij|ze|een (?:medewerk\w+|werknemer|bediende) (?:van (?:de klant|hen|daar))|magazijnier|receptioniste|secretaresse|directie|woonzorgcentrum)\b[^?]{0,40}?\b(?:ontdekte|ontdekten|merkte|merkten|zag|zagen|stelde vast|belde|belden|liet weten|lieten weten|meldde|meldden|constateerde|kwam erachter|gaf aan|heeft (?:\w+ ){0,3}(?:gemeld|ontdekt|gebeld|opgemerkt))\b", neg="own", confidence=0.8),
    rule("discovered_by", "claimant", r"\b(?:ontdekt|opgemerkt|gemerkt|gezien|gemeld|vastgesteld)\b[^?]{0,15}?\b(?:door|in) (?:de |het |een |hun )?(?:klant|magazijnier|medewerk\w+|personeel|woonzorgcentrum|directie|receptie|secretaresse)", neg="own", confidence=0.85),
    rule("discovered_by", "insured", r"\b(?:ontdekten|merkten|zagen|stelden vast|kwamen|constateerden) (?:we|wij)\b|\b(?:wij|we|ik|onze (?:technieker|collega|engineer|medewerker|helpdesk|beheerder)\w*)\b[^?]{0,30}?\b(?:ontdekten|ontdekte|merkten|merkte|zagen|zag|constateerden|erachter|ontdekt|vastgesteld|opgemerkt)\b", neg="own", confidence=0.8),
    rule("discovered_by", "monitoring", r"\b(?:monitoring|edr|antivirus|siem|soc|alarm|alert\w*|virusscanner|crowdstrike|sentinel|defender)\b[^?]{0,40}?\b(?:sloeg|sloegen|ontdekt\w*|meldde|gaf|gedetecteerd|zag|aan|kwam|opgemerkt)\b|\bgedetecteerd door\b", neg="own", confidence=0.75),
)
SCOPE = (
    rule("own_systems_affected", True, r"\bbij ons(?:zelf| zelf)? (?:is |zijn )?(?:er )?(?:ook |verder )?(?:niks|niets|alles ok|alles in orde|alles goed)\b", neg="negated", confidence=0.8),
    rule("other_clients_affected", True, r"\b(?:verder|nog) (?:is er |is )?(?:niemand|geen enkele klant)(?: anders)?\b[^?,]{0,15}?\b(?:geraakt|getroffen|last)|\b(?:niemand anders|verder niemand|geen andere klanten?)\b[^?,]{0,15}?\b(?:geraakt|getroffen|last|besmet)", neg="negated", confidence=0.85),
    rule("own_systems_affected", True, r"\b(?:onze|ons|mijn)\b (?:eigen )?(?:\w+ ){0,1}(?:systemen|systeem|platform|servers?|netwerk|omgeving|database|kantoor|infrastructuur|datacenter|datacentrum|rmm|beheertool\w*)\b[^?]{0,50}?(?:{ENCRYPTED}|\b(?:gehackt|binnengedrongen|geraakt|gegijzeld|getroffen|plat|besmet|aangevallen|binnengeraakt|ingebroken|vergrendeld|open en bloot))"),
    rule("own_systems_affected", True, r"(?:\b(?:ddos|aanval|inbraak)\b)[^?]{0,20}?\b(?:op|in|bij) (?:ons|onze) (?:eigen )?(?:platform|datacenter|datacentrum|systemen|netwerk|servers?)\b"),
    rule("own_systems_affected", True, r"\b(?:wij|we) (?:zijn|werden) (?:zelf |ook |ook zelf )(?:gehackt|aangevallen|getroffen|geraakt|gegijzeld)\b"),
    rule("own_systems_affected", True, r"\b(?:onze eigen systemen|ons eigen netwerk|bij ons(?:zelf)?|wij zelf|wijzelf)\b[^?]{0,30}?\b(?:niet|niets|niks|geen)\b[^?]{0,20}?\b(?:geraakt|getroffen|besmet|aan de hand|last)", neg="negated", confidence=0.85),
    rule("other_clients_affected", True, r"\b(?:andere|meer|meerdere|alle|tientallen|verschillende|al onze|een deel van onze|\d+|acht|tien|twintig|een (?:twintig|dertig|veertig|vijftig|zestig)tal) (?:andere )?(?:van onze )?(?:\w+ )?(?:klanten|klantn|opdrachtgevers|corporaties|kantoren|kmo'?s|accountantskantoren|organisaties)\b[^?]{0,50}?\b(?:geraakt|getroffen|plat|last|besmet|nergens bij|konden|kunnen|kunenn|zonder|gelekt|bij criminelen)", confidence=0.8, unless=r"herstel"),
    rule("other_clients_affected", True, r"\b(?:geen|niet|nog geen)\b (?:enkele )?(?:andere|overige) klanten\b|\bandere klanten\b[^?]{0,20}?\b(?:niet|geen|niks)\b|\b(?:alleen|enkel|maar) (?:bij )?(?:deze|die|een|1|één) klant\b", neg="negated", confidence=0.85),
)
ORDINARY = frozenset(  # names that are ordinary words too: believed only beside words of the trade, or alone
    ["play", "royal", "hive", "cactus", "karma", "snatch", "maze", "everest", "quantum", "trinity", "cloak", "embargo", "lynx", "fog", "hunters", "interlock", "termite", "nova", "cuba", "abyss", "medusa", "warlock", "chaos", "agenda", "snake", "matrix", "jigsaw", "knight", "hades", "grief", "meow", "underground", "bitlocker", "eldorado", "hermes"])
GANG_CONTEXT = pattern(r"\bde naam\b|briefje|\bscherm\w*|\bnote\b|bestandsnamen|gaat om|losgeld|afpers|{MALWARE}|\b{HACKER}\b|groep|bende|virus|variant|heet|noemt|extensie|claimt de aanval|{ENCRYPTED}")
CALLED = re.compile(r"\b(?:heet|heette|heten|noemt zich|noemen zich|naam|groep|bende|variant|familie|collectief|virus|ransomware|genaamd|van|met|door)\W+(?:van |is |was |de |genaamd |het )*$")
NAMED = plain(r"(?:\b(?:groep|bende|collectief|variant|virus|ransomware|familie|extensie)\b[ :]*(?:heet|heette|genaamd|met de naam|noemt zich|noemen zich|:)\s*[\"']?)([\w.-]{3,25})")
EXTENSION = plain(r"(?:^|\s)(\.[a-z0-9]{3,12})\b(?=[^.]{0,25}?(?:extensie|als|bestanden|achter|\W*$))|extensie[^.]{0,12}?(\.?[a-z0-9]{3,12})\b")
