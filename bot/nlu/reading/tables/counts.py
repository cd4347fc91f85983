"""What is counted. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re

from ..words import plain

NOUNS = (
    ("clients", re.compile(r"(?:\w+ ){0,2}?(?:klanten|clienten|kmo'?s|opdrachtgevers|afnemers)\b")),
    ("data_subjects", re.compile(r"(?:\w+ ){0,2}?(?:personen|contacten|contactpersonen|relaties|mailcontacten|gezinnen|huishoudens|betrokkenen|gedupeerden|patienten|burgers|inwoners|oud-?medewerkers|sollicitanten|leerlingen|ouders|leden|consumenten|kandidaten|huurders|bezoekers|gebruikers|donateurs|abonnees|reizigers|deelnemers|gasten|namen|adressen|mailadressen|e-?mailadressen|cursisten|personeelsleden van|spelers|verzekerden|clienten|clientdossiers|leerlingendossiers|kaarthouders|rekeningnummers|bsn-nummers|bsn|records|\w*accounts|\w+dossiers|dossiers|patientendossiers|klantrecords|accounts)\b")),
    ("employees", re.compile(r"(?:\w+ ){0,1}?(?:medewerkers?|werknemers?|personeelsleden|man\b|mensen|mens\b|personeel|bedienden|arbeiders|fte\w*|wn\b|wns\b|pers\b|koppen|collega'?s|studenten en medewerkers)\b")),
    ("servers", re.compile(r"(?:\w+ ){0,3}?(?:\w*servers?)\b")),
    ("computers", re.compile(r"(?:\w+ ){0,2}?(?:laptops?|pc'?s?|computers?|werkposten|werkstations?|werkplekken|toestellen|desktops?)\b")),
    ("organisations", re.compile(r"(?:\w+ ){0,1}?(?:organisaties|bedrijven|corporaties|scholen|gemeenten|kantoren|vestigingen|filialen|winkels|praktijken|brouwerijen|terminals|vennootschappen|\w+kantoren)\b")),
    ("hours", re.compile(r"(?:\w+ ){0,1}?(?:uren|uur|manuren|werkuren|mandagen)\b")),
)
OUR_CLIENTS = plain(r"\b(?:wij|we|ik|onze|ons)\b[^?]{0,40}?\b(?:hebben|heb|telt|tellen|portefeuille|bedienen|klantenbestand|hosten|van de|beheren)\b|\bin totaal\b|\bongeveer\b")
HIT = re.compile(r"\b(?:geraakt|getroffen|plat|last|besmet|versleuteld|gehackt|nergens bij|konden|kunnen)\b")
SUBJECTS = plain(r"\b(?:\w+lijst\w*|rijksregister\w*|pasfoto\w*|kopie\w*|dossiers|cijferlijsten|gegevens|erin|bsn\w*|datalek|gelekt|betrokken|getroffen personen|namen|adressen|mailadres\w*|lijst)\b")
# Any other people: "3.500 ambtenaren". Not what is no person: units, systems, things.
UNNAMED = re.compile(r"(?:\w+ ){0,1}?(?!gigabyte|terabyte|megabyte|gb|euro|dollar|dagen|uren|weken|maanden|jaren|keer|minuten|bitcoins?|servers|systemen|bestanden|pagina|laptops|euros|locaties|vestigingen|klanten|percent|procent|landen|bedrijven|gb|tb|mb)[a-z]{4,}(?:en|s|ers|aars)\b")
TAKEN_HERE = plain(r"\b(?:meegenomen|ingezien|meegelezen|gelekt|gestolen|buitgemaakt|gekopieerd|ingekeken|op straat|te koop|gedownload|verkeerd\w* (?:e-?)?(?:mail-?)?(?:adres\w*|ontvanger|persoon|bestemmeling|geadresseerde|klant)|foute? (?:e-?)?(?:mail-?)?(?:adres|ontvanger|bestemmeling)|verkeerd (?:verstuurd|gestuurd|gemaild|verzonden)|lijst (?:met|van)|lijstje (?:met|van)|bestand (?:met|van)|excel\w* (?:met|van)|gegevens van)\b")
OUR_CLIENT_PART = re.compile(r"\s?van (?:onze|mijn|de andere) (?:\w+ )?(?:klanten|clienten|opdrachtgevers|kmo'?s)\b")
ALSO_AT = re.compile(r"\b(?:ook|eveneens|nog|verder|zelfde|hetzelfde|gebeurd|speelt|prijs|zit|zat|zitten|zaten|getroffen|geraakt|last|misgelopen|mis)\b[^?;]{0,25}?\b(?:bij|voor|aan)\s+(?:nog |minstens |zeker |zo'n |een |de )*$|\bnog (?:minstens |zeker |eens )*$")
ALSO_HIT = re.compile(r"(?:\w+ ){0,3}?(?:andere )?(?:klanten|clienten|opdrachtgevers|kmo'?s)\b[^?;,]{0,30}?\b(?:ook|zelfde|hetzelfde|eveneens|prijs|getroffen|geraakt|mee in)\b")
# "Een bedrijf met 120 medewerkers": how large it is, not whose data was taken.
COMPANY_SIZE = re.compile(r"\b(?:met|heeft|hebben|telt|tellen|zijn er|werken er|werken|stelt|rond|ongeveer|er werken|werkt|hij|zij|ze)\s+(?:er |zo'n |ongeveer |een |goeie |kleine |ruim |wel )*$|(?:bedrijf|firma|kantoor|zaak|kmo|organisatie|klant)\W+(?:van |met )?$")
PART_OF = re.compile(r"\s?(?:van (?:de|die|deze|dat|onze|hun)|ervan|daarvan)\b")
BYTES = re.compile(r"(?:gb|tb|mb|giga|tera|mega)")
IT_IS_ABOUT = re.compile(r"\b(?:het gaat|gaat het|het betreft|dat zijn|t gaat) (?:hier |dan )?(?:om|over)?\b[^?]{0,20}$")
OUR_PEOPLE = re.compile(r"\b(?:mijn|onze)\s*$")
OUR_STAFF = re.compile(r"\b(?:wij|we) (?:zelf )?(?:zijn|werken|hebben)\b|\bbij ons werken\b")
AT_WORK = re.compile(r"\b(?:zijn|waren) (?:er )?(?:al )?\w* ?mee (?:bezig|bezg)|met \d+ man|aan het")
