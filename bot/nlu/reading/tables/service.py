"""The service, the parties, back-up design, measures, promises. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re

from ..rules import rule
from ..words import pattern

DO = r"(?:beheren|beheer|doen|doe|leveren|lever|verzorgen|verzorg|onderhouden|hosten|verkocht|verkopen|bieden|monitoren|regelen|draaien|host|ingericht|inrichten|geleverd|opgezet|neergezet|staan in voor|zorgen voor|hebben (?:\w+ ){0,3}in beheer|maken)"
# Our own alarm is no service to them: "onze monitoring sloeg alarm".
ALARM = r"\b(?:alarm\w*|alert\w*|sloeg|sloegen|melding\w*|meld(?:de|den|t)|gemeld|zag|zagen|ziet|gezien|detect\w*|gedetecteerd|ontdek\w*|opgemerkt|opgepikt|pikte|merkte\w*|waarschuw\w*|gaf aan|signa\w*|piepte|ping\w*|zagen we|kwam binnen|in de gaten|trok aan de bel)\b|\bvia (?:de|onze|ons) (?:monitoring|soc|siem)\b"
SERVICES = (
    rule("service_types", "backup_management", r"\b{US}\b[^?]{0,40}?\b" + DO + r"\b[^?]{0,40}?{BACKUP}|\b(?:beheren|verzorgen|doen) (?:\w+ ){0,8}?(?:de |hun |zijn |haar )?{BACKUP}|{BACKUP}[^?]{0,15}?\bdie (?:wij|we|ik) (?:doen|doe|beheren|verzorgen|leveren)\b|{BACKUP}(?:beheer|dienst|contract|abonnement|stelsel)\b|\b(?:beheer|dienst)\b[^?]{0,25}?{BACKUP}|\bcontract\b[^?]{0,80}?\bback-?up"),
    rule("service_types", "network_management", r"\b(?:netwerkbeheer|netwerkonderhoud|beheer van (?:het|hun|zijn) netwerk|(?:{US}|ons)\b[^?]{0,40}?\b(?:het|hun|zijn|hele) (?:hele )?netwerk\b[^?]{0,20}?(?:beheer|neergezet|doen)?|firewalls?\b[^?]{0,20}?\b(?:beheer|doen))"),
    rule("service_types", "server_workstation_management", r"\b(?:serverbeheer|systeembeheer|werkplekbeheer|it-?beheer\w*|ict-?beheer\w*|beheer op afroep|all-?in beheer|it-?onderhoud|infrastructuur|beheren de (?:servers|werkplekken|werkposten)|in (?:ons )?beheer|computers (?:voor|van)[^?]{0,10}?doe|externe it-?partner|it-?partner)\b"),
    rule("service_types", "hosting_cloud", r"\b(?:hosting\w*|hosten|host\b|gehost|datacenter|datacentrum|cloud\w*|m365|office ?365|platform)\b", unless=r"cloud[- ]?back"),
    rule("service_types", "security_monitoring", r"\b(?:monitoring|soc|siem|securitydienst\w*|beveiliging (?:doen|verzorgen))\b", confidence=0.6, unless=ALARM),
    rule("service_types", "helpdesk", r"\b(?:helpdesk|servicedesk|ondersteuning op afstand|support)\b", confidence=0.6),
    rule("service_types", "software", r"\b(?:{US})\b[^?]{0,40}?\b(?:software|app|applicatie|website|webshop|ticketsoftware)\b[^?]{0,20}?|\bwebsite gebouwd\b|softwareleverancier", confidence=0.7),
    rule("service_types", "other", r"\b(?:telefonie|belserver|detachering\w*|e-?mail beheren|mailomgeving)\b", confidence=0.6),
)
PURPOSE = (
    rule("backup_agreed_purpose", "hardware_failure", r"\b(?:hardware\w*|schijfcrash|defecte? (?:schijf|server)|harde schijf kapot)\b", neg="clause"),
    rule("backup_agreed_purpose", "software_failure", r"\bsoftware\w*|\b(?:hard-? of software\w*)", neg="clause"),
    rule("backup_agreed_purpose", "human_error", r"\b(?:menselijke fout\w*|per ongeluk (?:gewist|verwijderd)|vergissing\w*|foute? delete)\b", neg="clause"),
    rule("backup_agreed_purpose", "ransomware", r"{MALWARE}|\b(?:hackers?|cyberaanval\w*)\b", neg="clause"),
    rule("backup_agreed_purpose", "not_agreed", r"\b(?:niet(?:s|ks)? (?:over )?(?:afgesproken|vastgelegd|op papier)|geen afspraak|nooit afgesproken)\b", neg="own"),
)
PURPOSE_CTX = pattern(r"\b(?:tegen|bedoeld|bedacht|ontworpen|dienen|dienden|diende|voor het geval|afgesproken|afspraak|bij problemen|opvangen|beschermen)\b")
DESIGN = pattern(r"\b(?:lokaal|lokale|eigen) netwerk\b|\bharde schijf\b|\bonline\b[^?]{0,20}?\b(?:platform|back-?up\w*|kopie)|\b(?:elke|iedere|per) (?:week|dag|nacht|maand)\b|\b(?:wekelijkse?|dagelijkse?|maandelijkse?|nachtelijkse?)\b|\boudere versies\b|\boffline\b|\boffsite\b|\btapes?\b|\bimmutable\b|\bnas\b|\bcloudback-?up\b|\bversies\b|\bdatacenter\b")
LOCATIONS = (("local_network", re.compile(r"\b(?:lokaal|lokale|eigen|hun|intern) netwerk\b|\bharde schijf\b|\bnas\b|\blokaal\b|\bdezelfde server\b|\bexterne schijf\b|\bter plaatse\b")), ("online", re.compile(r"\bonline\b|\bcloud\w*|\bdatacenter\b|\bdatacentrum\b")),
             ("offline", re.compile(r"\boffline\b|\btapes?\b|\boffsite\b|\blosgekoppeld\b")), ("immutable", re.compile(r"\bimmutable\b|\bonveranderbaar\b|\bworm\b")))
FREQUENCY = (("daily", re.compile(r"\b(?:elke (?:dag|nacht)|iedere (?:dag|nacht)|dagelijkse?|nachtelijkse?)\b")), ("weekly", re.compile(r"\b(?:elke week|iedere week|wekelijkse?|per week)\b")), ("monthly", re.compile(r"\b(?:elke maand|maandelijkse?|iedere maand)\b")))
ACTIVITY = pattern(r"\b{US} (?:zelf )?(?:zijn|ben|is|werk als|werken als) (?:zelf )?(?:een |de |het |hun |als )?(?:\w+[ -]){0,3}(?:it|ict|msp|hosting\w*|software\w*|web\w*|it-?\w+|ict-?\w+|\w*beheerder|\w*leverancier|\w*dienstverlener|\w*bureau)\b[^.?!,(]{0,50}|\b{US} (?:maken|ontwikkelen|leveren|hosten|bouwen|doen) (?:\w+ ){0,3}(?:software|websites|ticketsoftware|apps|hosting|it-\w+|ict-\w+|online back-?up|webshops|it|telefonie)\b[^.?!,]{0,40}|\b(?:it-?onderhoud|it-?beheer|ict-?dienstverlening|it-?dienstverlening|managed services|msp\b|hostingpartij|it-?detachering\w*|webbureau|softwarebedrijf)\b[^.?!]{0,40}")
IT = pattern(r"\b(?:it|ict|software\w*|hosting\w*|beheer\w*|netwerk\w*|servers?|back-?up\w*|computers?|website\w*|telefonie|webbureau|msp|infrastructuur|ticket\w*|datacenter)\b|\bit-|\bict-")
SECTOR = pattern(r"\b(?:{THEM}|de klant|klant|ze|zij|hij|die klant) (?:maken|maakt|doen|doet|verkopen|verkoopt|produceren|produceert|is een|zijn een|=|zit in|zitten in|handelt in|is gespecialiseerd in)\b[^.?!]{3,90}|\bklant\s*(?:=|:|is)\s*[^.?!,]{3,60}|\b(?:bedrijf|firma|zaak|klant) (?:in|gespecialiseerd in|actief in)\b[^.?!:]{3,80}|\bklant \([^)]{3,60}\)|\b(?:klant in de|relatie in de) [^.?!,]{3,50}")
NOT_SECTOR = pattern(r"\b(?:onderhandel\w*|advocaat|verzeker\w*|contract|virus|brief|factuur|gestuurd|gebeld|paniek|probleem|aanval|hack|slachtoffer|betaald|verantwoordelijk|boos|gehackt|geraakt|kwijt|plat|gegijzeld|klaar|bezig|terug|akkoord|niet|zeker|failliet|aansprakelijk|versleuteld|geld|op de hoogte|binnen|dat|gewoon|daar|gisteren|vandaag|nu|weer|open|dicht|schade|aangifte|melding)\b|{ENCRYPTED}")
LOCATIONS_NOTE = pattern(r"\b(?:\w+ )?(?:winkels?|vestigingen|filialen|kantoren|sites|locaties|terminals?|scholen|showrooms|magazijnen|fabrieken|brouwerijen|praktijken)\b[^.?!]{0,40}?\b(?:in|en|hier|over)\b (?:[^.?!,]{2,50})|\b(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|ruim \d+|tientallen|meerdere|verschillende) (?:winkels|vestigingen|filialen|kantoren|sites|locaties|terminals|containerterminals|scholen|showrooms|praktijken)\b")
MEASURES = pattern(r"\b(?:{US}|meteen|direct|onmiddellijk|alle)\b[^.?!]{0,60}?\b(?:meteen begonnen|direct begonnen|begonnen|in actie|afgekoppeld|losgekoppeld|stekker\w*|uitgetrokken|uitgezet|afgesloten|geisoleerd|offline gehaald|offline gezet|van het net(?:werk)? gehaald|wachtwoorden (?:gereset|gewijzigd|veranderd)|geblokkeerd|lockdown|uitgeschakeld|dichtgezet|afgezet|opgeschaald|ingeschakeld)\b")
IMPROVED = pattern(r"[^.?!]{0,70}\b(?:herzien|strenger|verbeterd|versterkt|aangescherpt|mfa (?:aangezet|ingevoerd|geactiveerd)|tweestapsverificatie (?:aangezet|ingevoerd|geactiveerd)|betere (?:firewall|beveiliging|back-?up\w*)|nieuwe firewall|offline back-?up\w* (?:toegevoegd|ingericht)|gesegmenteerd|edr (?:geplaatst|uitgerold|geinstalleerd)|nu wel een|dichtgezet|extra beveiliging)\b[^.?!]{0,30}")
ADMISSION = (
    rule("admission_made", "fault_admitted", r"\b(?:fout (?:toegegeven|erkend|bekend)|schuld (?:erkend|bekend|toegegeven)|gezegd dat (?:het|wij|we) (?:onze )?(?:fout|een fout)|excuses aangeboden|sorry gezegd|verantwoordelijkheid genomen)\b", neg="clause"),
    rule("admission_made", "payment_promised", r"\b(?:beloofd (?:te betalen|dat (?:we|wij))|toegezegd (?:te|dat)|betaling beloofd|gezegd dat (?:we|wij) (?:zouden )?(?:betalen|vergoeden))\b", neg="clause"),
    rule("admission_made", "offer_made", r"\b(?:voorstel gedaan|schikkingsvoorstel|aanbod gedaan|aangeboden (?:te|om)|korting aangeboden|geld geboden)\b", neg="clause"),
    rule("admission_made", "none", r"\b(?:niets|niks|geen (?:toezegging\w*|fout|schuld)|nog niets|nooit iets)\b[^?]{0,25}?\b(?:toegezegd|beloofd|toegegeven|erkend|gezegd|gedaan|ondertekend)\b", neg="own", confidence=0.85),
)
RESTORE_STATUS = (
    rule("restoration_status", "done", r"\balles (?:draait|werkt|is|staat|loopt|was) (?:\w+ ){0,2}(?:weer|terug|hersteld|in orde|opnieuw|opgelost)\b|\b(?:weer|terug) volledig (?:operationeel|in de lucht|online)\b|\bherstel is (?:klaar|afgerond|rond|gedaan)\b|\balles is (?:\w+ )?(?:herbouwd|hersteld|teruggezet|opgelost)\b|\balles (?:weer|terug) (?:online|in orde|operationeel)\b", neg="clause"),
    rule("restoration_status", "partly_done", r"\b(?:nog niet alles|niet alles|deels|gedeeltelijk|een deel|grotendeels|bijna alles)\b[^?]{0,25}?\b(?:hersteld|terug|weer|teruggezet|klaar|online)\b|\bstap voor stap\b|\bmondjesmaat\b", neg="own"),
    rule("restoration_status", "in_progress", r"\b(?:bezig met (?:herstel\w*|terugzetten|de opbouw|het herstel)|zijn aan het (?:herstellen|terugzetten|herbouwen|opbouwen)|zetten alles terug|herstel (?:loopt|is bezig)|nog (?:volop )?bezig met)\b", neg="own"),
    rule("restoration_status", "not_started", r"\b(?:herstel (?:moet nog|is nog niet) (?:beginnen|begonnen|gestart)|nog niet begonnen met herstel\w*)\b", neg="own"),
)
