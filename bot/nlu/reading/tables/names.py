"""The words that names are recognised by: titles, trades, legal forms, and words that introduce a name. One meaning a line."""

# ruff: noqa: E501, SIM905
# fmt: off
import re

from ...openers import Opened

PARTICLE = r"(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]er|[Tt]en|[Tt]e|'t|’t|[Vv]on|[Vv]ande|[Vv]ander|[Vv]anden|[Ee]l|[Aa]l|[Ll]a|[Ll]e|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Aa]an)"
CAP = r"[A-ZÀ-ÞŠŽİ][\w'’]*(?:-[A-ZÀ-Þa-zà-ÿ][\w'’]*)*"
SURNAME = rf"(?:{PARTICLE} ){{0,3}}{CAP}"
TITLE = r"(?:(?:[Dd]e )?[Hh]eer|[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Mm]adame|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?|[Mm]ej\.?|[Dd]rs\.?|[Ii]r\.?|[Ii]ng\.?|[Mm]r\.|[Mm]r|[Mm]eester|[Ii]nspecteur|[Cc]ommissaris|[Dd]r\.?|[Dd]okter|[Pp]rof\.?|[Nn]otaris|[Hh]r\.?)"
TITLED = Opened(re.compile(rf"(?<!\w){TITLE} (?P<name>(?:[A-Z]\. ?){{0,3}}(?:{CAP} ){{0,2}}{SURNAME}|{CAP})"))
INITIALS = Opened(re.compile(rf"(?<![\w.])(?P<name>(?:[A-Z]\.[ -]?){{1,4}}{SURNAME})"))
CAPITALS = Opened(re.compile(rf"(?<![\w.@/\\-])(?P<name>{CAP}(?: (?:[A-Z]\. ?)?{SURNAME}){{0,3}})(?![@\w])"))
LAST_FIRST = Opened(re.compile(rf"(?<![\w.@])(?P<initial>(?:{PARTICLE} )*[A-ZÀ-Þ][a-zà-ÿ'’]+ [A-Z]\.)(?!\w)|(?<![\w.@])(?P<name>(?:{PARTICLE} ){{0,3}}[A-ZÀ-Þ][a-zà-ÿ'’]+ (?P<first>{CAP}))(?![\w@]| [A-ZÀ-Þ][a-z])"))
LOW_TITLED = Opened(re.compile(r"(?<!\w)(?:meneer|mijnheer|mevrouw|mevr\.?|dhr\.?|mw\.?|meester|de heer|hr\.?|madame|inspecteur) (?P<name>(?:(?:van|de|der|den|ter|ten|te|el) ){0,3}(?P<own>[a-zà-ÿ][\w'’-]{2,}))(?!\w)"))
# Surnames that are ordinary words, behind a first name and "de".
WORD_SURNAMES = frozenset("wilde boer wit witte groot grote vos jong jonge smet ridder backer bakker koning graaf keyzer keizer haas haan wolf beer bruin bruyn zwart vries smedt pauw clercq meyer meester schepper schrijver vrome lange korte ruiter visser block bock cock kock man wachter winter zomer".split())
# A name behind one of these is a person's, capitals or not a known first name.
PERSON_CUE = Opened(re.compile(
    rf"(?:(?<!\w)(?:mijn naam is|ik ben|ik heet|naam is|spreekt met|spreekt u met|spreek met|vragen naar|vraag naar|vrg nr|vragen nr|tb|genaamd|ene|contactpersoon(?: is| daar is)?|contact:?|ctc:?|beller:?|bel\.?:?|bl is|bl:?|zaakvoerder|zkvrdr:?|eigenaar(?: heet)?|eigenares(?:se)?|eig\.?|directeur|vennoot|collega|technieker|technicus|beheerder|boekhouder|"
    rf"boekhoudster|secretaresse|zoon|dochter|broer|zus|vader|moeder|vrouw|man|neef|nicht|maat|advocaat|makelaar|medewerker|medewerkster|stagiair|uitbaatster|uitbater|assistente|assistent|groeten|groet|groetjes|mvg)(?: ?[:,(=-])?) (?P<name>(?:[A-Z]\. ?){{0,3}}(?:{CAP} ){{0,2}}{SURNAME}|{CAP})"
))
LEGAL = r"(?:[Bb]\.?[Vv]\.?[Bb]\.?[Aa]\.?|[Bb]\.?[Vv]\.?|[Nn]\.?[Vv]\.?|[Vv]\.?[Oo]\.?[Ff]\.?|[Cc]\.?[Vv]\.?(?:[Bb][Aa])?|[Vv][Zz][Ww]|[Cc]omm\.? ?[Vv]\.?|GmbH|Ltd\.?|SRL|S\.?A\.?|Inc\.?|LLC)"
# What a firm is called after: "Bakkerij Martens". Also at the end of a word ("Metaalbewerking", "Dierenartspraktijk").
TRADE = (
    r"(?:\w*(?:bakkerij|slagerij|brouwerij|drukkerij|uitgeverij|schrijnwerkerij|zagerij|gieterij|slijterij|kwekerij|makelaardij|rederij|wasserij|bewerking|werken|bouw|praktijk|kantoor|bureau|bedrijf|winkel|handel|fabriek|techniek|catering|verhuur|bouwstoffen|materialen|school|logistiek|verblijf|administraties?)"
    r"|garage|autobedrijf|apotheek|apothekers?|dierenarts|tandarts\w*|huisarts\w*|fysio\w*|kine\w*|optiek|opticien|notariaat|notaris(?:sen)?|advocaten|accountants?|architecten\w*|studio|transport\w*|taxi|hotel|restaurant|brasserie|bistro|caf[eé]|frituur|snackbar|camping|supermarkt|kapsalon|kapper|juwelier|bloemen\w*|bloemist|fietsen|meubelen|keukens|"
    r"interieur|elektro|installatie\w*|schilder\w*|dak\w+|tuin\w*|hovenier\w*|grond\w+|loodgieter\w*|metaal\w*|hout\w*|kinder(?:dagverblijf|opvang)|crèche|rusthuis|woonzorg\w*|zorg\w*|ziekenhuis|kliniek|basisschool|college|scholengroep|stichting|vereniging|vzw|reisbureau|yogastudio|fitness|sport\w+|makelaar\w*|vastgoed|immo\w*|verzekerings?kantoor|computer(?:huis|hulp|shop|winkel)|netwerkhuis|spuitgieterij|groothandel|boekhandel)"
)
TRADED = Opened(re.compile(rf"(?<![\w@.])(?P<name>(?:{CAP} )?(?P<trade>(?=[A-ZÀ-Þ])(?i:{TRADE}))(?: (?:&|en|van|de|het|der|den|ter|'t|’t|voor|{PARTICLE})){{0,2}}(?: (?:& )?{CAP}){{1,4}}(?: {LEGAL}(?!\w))?)"), like=rf"(?<!\w){CAP}")
FIRM_WORD = r"(?:IT|ICT|[Cc]omputers?|[Ss]ystems?|[Ss]olutions?|[Nn]etworks?|[Nn]etwerken|[Nn]etwerkbeheer|[Cc]onsulting|[Cc]onsultancy|[Ss]ervices?|[Gg]roep|[Gg]roup|[Ss]oftware|[Tt]echnologies|[Aa]utomatisering|[Ii]nformatica|[Ii]nformatics|[Ll]ogistics?|[Aa]ccountants?|[Aa]dvocaten|[Mm]edia|[Dd]ata|[Dd]esign|[Pp]artners?|[Ff]oods?|[Tt]ours|[Tt]ransport|[Tt]uinen|[Bb]ouw|[Ii]nterieur|[Ss]ecurity|[Cc]loud|[Hh]osting|IT-diensten|[Zz]onen|[Zz]n\.?|[Aa]dministratie\w*|[Ss]hop|[Ww]orks)"
FIRMED = Opened(re.compile(rf"(?<![\w@.])(?P<name>(?:(?:{PARTICLE} ){{0,3}}[A-Z0-9][\w'’&.-]* (?:& |en )?){{1,3}}(?:{FIRM_WORD} ?){{1,2}}(?:[A-Z][\w-]+)?(?: ?{LEGAL}(?!\w))?)(?!\w)"))
LEGALLY = Opened(re.compile(rf"(?<![\w@.])(?P<name>(?:(?:{PARTICLE} ){{0,3}}[A-Z0-9][\w&'’.\-]* (?:& |en )?){{1,5}}{LEGAL})(?!\w)"))
ORG_CUE = Opened(re.compile(
    rf"(?:(?<!\w)(?:[Kk]lant(?:en)?|[Kk]lnt|[Kk]lt|[Vv]z|[Oo]pdrachtgever|[Cc]li[eë]nt|[Ff]irma|[Bb]edrijf|[Ll]everancier|[Hh]oster|[Hh]osting|[Nn]amens|[Nn]ms|[Bb]oekhouder|[Aa]ccountant|[Oo]ns bedrijf|IR|[Ee]xpert|SOC-partner|[Bb]ank|mkl|[Vv]erzekeraar|[Vv]erzekerd bij|[Pp]artij)"
    rf"(?: (?:heet|noemt|is|van ons is|door|via|genaamd|daar|is daar|in))? ?[:=,(-]? \(?(?:de |het )?|(?<!\w)(?:[Vv]an|[Bb]ij|[Dd]oor|[Aa]an|[Vv]olgens|[Vv]ia|[Vv]oor|[Oo]ok) )(?P<name>(?:[A-Z0-9][\w&'’.-]*)(?: (?:& )?(?:van |de |der |den |het |'t )?[A-Z0-9][\w&'’-]*){{0,4}}(?: {LEGAL}(?!\w))?)"
))
LOW_TRADE = re.compile(rf"(?<![\w@.])(?P<name>(?P<trade>{TRADE}) (?P<rest>(?:(?:de|het|'t|van|den|der|van de|van den|la|le) )?[a-zà-ÿ][\w'’-]{{2,}}(?: (?:bv|bvba|nv|vof|vzw))?))(?!\w)")
LOW_FIRM = re.compile(r"(?<![\w@.])(?P<name>(?P<own>[a-zà-ÿ][\w'’-]{2,}) (?:(?:it|ict) )?(?:computers|computer|systems|solutions|networks|networking|logistics|automatisering|informatica|consulting|services|it|ict|tuinen|transport|accountants|advocaten|foods|partners)(?: (?:bv|bvba|nv|vof))?)(?!\w)")
LOW_ORG_CUE = Opened(re.compile(r"(?<!\w)(?:klant|firma|ons bedrijf|het bedrijf|die klant) (?:heet|noemt|is) (?P<name>[a-zà-ÿ][\w'’-]{2,}(?: [a-zà-ÿ][\w'’-]{2,}){0,2})"))
# Host names: SRV-DC01, FS02, ESX-HOST3.
HOST = Opened(re.compile(r"(?<![\w@.-])(?=[A-Z-]*(?:SRV|SVR|DC|FS|SQL|APP|EXCH|MAIL|WEB|DB|ESX|HV|NAS|BCK|BKP|BU|TS|RDS|FILE|PC|WS|LT)[A-Z-]*\d)[A-Z]{2,8}(?:-[A-Z0-9]{2,8}){0,2}-?\d{0,3}(?![\w@])"))
SYSTEM = re.compile(
    r"(?<![\w@.-])(?P<name>(?:(?:back-?up|windows|linux|sql|mail|web|file|print|terminal|rdp|hyper-v|camera|tankkaarten|exchange|boekhoud|productie|project|virtuele|fysieke)[ -])?"
    r"(?:[a-z-]*servers?|\w*srv|nas(?:sen)?|domeincontrollers?|hypervisor|(?:back-?up|usb|externe )-?schij(?:f|ven)|laptops?|pc'?s|computers|werkstations?|werkposten|kassa(?:'?s|computers?|systeem|server)?|\w*telefooncentrale|telefonie|webshops?|websites?|site|mailbox(?:en)?|mailserver|\w*databank|databases?|erp(?:-\w+)?|\w*pakket|\w*systeem|firewalls?|switche?s|routers?|camera'?s|agenda'?s|tenant|\w+app|cloud))(?![\w@])",
    re.I,
)
GANG_CUE = Opened(re.compile(
    r"(?<!\w)(?:(?:de |van de |door de )?(?:groep|bende|ransomwaregroep|hackersgroep|hackersbende|cyberbende|collectief|hackerscollectief|groepering|familie|variant|ransomware|gijzelsoftware|virus|rw)"
    r"(?: ?[:=] ?| (?:heet|heette|noemt zich|noemden zich|noemt|genaamd|met de naam|met naam|is|was)? ?)|(?:aanvallers?|hackers|daders|ze|zij|aanv) (?:noem(?:en|den) zich(?:zelf)?|heten|zijn van|zouden zich|=) |"
    r"(?:losgeld(?:brief(?:je)?|boodschap|nota|bericht)|ransom ?note|briefje|dreigbrief|nota|note) ?(?:was |is |kwam |afkomstig |ondertekend |getekend )*(?:van|door|namens|:) |(?:gehackt|gegijzeld|versleuteld|encrypted|aangevallen|getroffen|besmet|geraakt) (?:door|met|by) (?:de |het |een )?(?:ransomware |groep |bende |virus )?|"
    r"(?:getekend|ondertekend|signed|was getekend)[:,]? (?:door |met )?|rw[ :]+|naam (?:van de )?groep ?[:=]? ?)(?P<name>[\"'“]?[A-Za-z0-9][\w-]{1,24}\w(?:\.\w{1,8})?(?: (?:(?-i:[A-Z][\w-]+)|\d(?:\.\d)?(?!\w)))?[\"'”]?)",
    re.I,
))
# Behind these a name may be written without capital; elsewhere it must have a capital or a digit ("de ransomware losgelaten").
NAMING = re.compile(r"heet|noem|genaamd|met (?:de )?naam|[:=]|getekend|briefje|nota|\brw\b", re.I)
NO_GANG = frozenset("de het een die dat deze dit nog niet ook wel geen ons onze hun zijn haar mij hem zich iemand onbekenden onbekend hackers hacker criminelen crimineel ransomware virus malware gijzelsoftware losgeld bitcoin phishing via omdat want maar zodat toen sinds rond vorige gisteren vandaag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag alles alle en of met zonder van door bij naar op in uit aan te er hier daar nu dan als wat wie waar wij we ik jij u je zij ze hij is was heeft had heb zit nooit altijd waarschijnlijk misschien russische chinese buitenlandse dezelfde andere derden lui gasten bende groep actief bezig binnen gestopt weg bekend verwijderd gevonden gedetecteerd besmet mail een valse foute usb lek rdp vpn teamviewer anydesk citrix eigen collega klant medewerker ransom cyberaanval aanval hack ddos russen russische rusland chinezen china iran iraniërs noord-koreanen noord-korea oekraïners amerikanen jongeren kinderen iets ergens concurrent concurrentie personeel brand water stroom bliksem".split())
# First names that are ordinary words as well: believed only with a capital before a surname.
WORD_NAMES = frozenset("ben kan an jan al bo do el elle floor guy job jo lien lies leen mark max mia mo noor pol roos storm ton toon wies april mei bob may ella dalia brecht gust hugo ines bas tine ria jet lode lore lou lut cor ken".split())
NOT_PERSONS = frozenset("goedemorgen goedemiddag goedenavond goedendag beste geachte hallo dag maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december windows server exchange microsoft office outlook bitcoin lockbit ransomware klant klanten alle alles onze ons mijn wij we ik de het een er dit dat die deze hun zijn haar ook maar dus en of nee neen ja ze hij zij volgens via bij van met voor op in na toen nu daar hier wie wat waar wanneer hoe iban btw kvk kbo bv nv pv ict it ap gba nis pz ddos mfa vpn rdp email mail tel gsm vz bl klnt klt euro eur btc".split())
# Kinds of system by a word in them, the first that fits.
KINDS = tuple(
    (code, re.compile(pattern))
    for code, pattern in (
        ("backup_disks", r"back-?up|veeam|acronis|usb-?schij|externe schij"),
        ("mail", r"mail|exchange|outlook"),
        ("nas", r"nas|synology|qnap"),
        ("servers", r"server|srv|domeincontroller|hypervisor|hyper-v|esx|vmware|vcenter"),
        ("computers", r"laptop|pc'?s|computers|werkstation|werkpost|kassacomputer"),
        ("cloud", r"cloud|sharepoint|onedrive|azure|365|tenant"),
        ("none", r"firewall|switch|router"),
    )
)
