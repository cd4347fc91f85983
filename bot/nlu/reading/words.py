"""Word classes the tables are written in: `{HACKER}` in a pattern stands for its alternatives here. Folded text."""

# ruff: noqa: E501
# fmt: off

import re
from typing import Pattern

from .cues import cued

CLASSES = {
    "GAP": r"[^?]{0,45}?",
    "NEAR": r"[^?,;]{0,25}?",
    "HACKER": r"(?:cyber|inter)?(?:hackers?|hck\b|aanv\b|aanvall\b|aanvallers?|daders?|criminele?n?|crimineel|afpersers?|gijzelnemers?|gijzelaars|pirate?n|boeven|oplichters?|inbrekers?|dieven|"
    r"dief|bendes?|kapers?|hackersgroep\w*|hackerscollectief|hackersbende|cyberbende|ransomwaregroep\w*|ransomwarebende|groepering|maffia|schurken|"
    r"cybercriminelen|cyberpiraten|fraudeurs?|onbekenden|onverlaten|snoodaards|digitale inbrekers|tuig|die (?:gasten|gastjes|lui|gasten|mannen|boefjes)|ransomware-?operators?)",
    "RANSOMWORD": r"(?:losgeld\w*|losprijs|losgled|losgelt|ransom(?!ware)|gijzelgeld|afkoopsom|afpers\w*|gijzelsom|zwijggeld)",
    "MALWARE": r"(?:r[ae]n?somw[ae]re?n?|ramsomware|ransonware|gijzelsoftware|gijzelvirus|cryptolocker|cryptovirus|crypto-?virus|cryptoware|cryptolocker|locker-?virus|encryptievirus|gijzelprogramma|ransomwere)",
    "ENCRYPTED": r"(?:versl\b|versleut\b|versl\.|encr\b|versleutel[dt]?e?n?|verslutel\w*|versluteld|verseluteld|ge-?encrypte+rd?e?|ge-?encrypt|ge-?encrypteert|encrypted|geencrypteerd|vergrendeld\w*|gegijzeld\w*|gegijseld|op slot\b|gelocked|gelockt|"
    r"onleesbaar gemaakt|onleesbaar|onleesbare|cryptisch gemaakt|achter slot en grendel|dichtgezet|gecrypt\w*|gecodeerd)",
    "BACKUP": r"(?:\btapes?\b|tapeback-?ups?|(?:[a-z]{2,12}-?)?back-?\s?-?up\w*|kopieen\b|kopies\b|bu'?s?\b|reserve-?kopie\w*|bakcup\w*|backp\w*|reservekopie\w*|veiligheidskopie\w*|reserve-kopie\w*|veeam|restorepoints?|herstelpunten|snapshots?|(?:nas|tape) ?back-?up\w*)",
    "SYSTEM": r"(?:srv\w?\b|srvr\w*|syst\b|\w*systeem|\w*systemen|\w*servers?\b|netwerk\w*|computers?|pc'?s?\b|laptops?|bestanden|data\b|databases?|databank\w*|website|webshop|site\b|mail\w*|omgeving\w*|infrastructuur|it\b|"
    r"ict\b|erp\w*|applicaties?|programma'?s|werkplekken|werkstations?|werkposten|toestellen|machines|telefonie|telefooncentrale|boel|alles|gegevens|files|mappen|schijven|schijf|nas\b|cloud\w*|portaal|portal)",
    "ORG": r"(?:klante?n?|klt|klnt|klnten|kltn|kl\b|klantje|client|cliente|clienten|opdrachtgevers?|afnemers?|relatie|gemeente|stad|ziekenhuis|kliniek|school|scholen|scholenkoepel|stichting|vereniging|vzw|vof|bv|bvba|nv|maatschap|"
    r"kantoor|\w+kantoor|praktijk|\w+praktijk|winkel|\w+winkel|webshop|webwinkel|\w+bedrijf|bedrijf|firma|fabriek|\w+fabriek|fabrikant|\w+bouwer|instelling|\w+instelling|bond|\w+bond|universiteit|hogeschool|"
    r"brouwerij|garage|\w+handel|\w+zaak|zaak|hotel|restaurant|apotheek|bakkerij|slagerij|transporteur|notaris\w*|advocatenkantoor|accountant\w*|makelaar\w*|tandarts\w*|huisarts\w*|orthodontist|"
    r"dierenarts\w*|architect\w*|drukkerij|corporaties?|woningcorporaties?|zorginstelling|woonzorgcentrum|rusthuis|verzorgingshuis|museum|theater|uitgeverij|mediabedrijf|terminals?|organisatie|directie|"
    r"bestuur|raad van bestuur|eigenaar|zaakvoerder|klanten|museum|keten|\w+keten|gebruiker|huurder|partij|tegenpartij|provincie|waterschap|ocmw|politiezone|abonnee|eigenaresse|bazin|baas|patron|zaakvoerster|directeur|directrice|bestuurder|secretaresse|receptioniste|penningmeester|stagiair\w*|winkelier|uitbater|ondernemer|ceo|cfo|kapster|juwelier|slager|bakker|fotograaf|aannemer|installateur)",
    "THIRD": r"(?:\w*holding|moederbedrijf|moedermaatschappij|moederfirma|zusterbedrijf|zustermaatschappij|aandeelhouders?|investeerder|franchisegever|franchise-?organisatie|de groep|groepsmaatschappij|concern|"
    r"hoofdkantoor|leveranciers?|provider|softwareleverancier|hostingprovider|datacenter|fabrikant|onderaannemer|moeder(?:bedrijf|firma|huis)|(?:mijn|zijn|haar|hun|de) (?:vader|broer|schoonvader|partner|ouders|zus|vriend|kennis)|bank|familie)",
    "INSURER": r"(?:(?:cyber)?verzekeraars?|verzekering|verzekeringsmaatschappij|cyberverzekering|assuradeur\w*|(?:zijn|hun|haar) polis)",
    "US": r"(?:wij|we|ik|vz|vn|verz\.?|verzekerde|onze verzekerde|verzekeringnemer|beller|wijzelf|ikzelf|onszelf|'k|ons bedrijf|mijn bedrijf|onze firma|mijn firma|onze zaak|ons kantoor|onze organisatie)",
    "THEM": r"(?:ze|zij|hij|ie|zij zelf|hijzelf|men)",
    "MONTH": r"(?:maand|mnd|mnd\.|jaar|jr|kwartaal)",
    "PAID": r"(?:betaald|bet\b|bt\b|beetaald|betaalt geweest|bettaald|betaalt|betaalde|betaalden|voldaan|overgemaakt|overgeschreven|overgeboekt|afgedragen|opgehoest|neergeteld|gedokt|getransfereerd|afgekocht|gezwicht|overstag|"
    r"doorgestort|gestort|overgestort|geschoven|toegegeven aan|afgedokt|overgemaak|getrakteerd op|uitbetaald|neergelegd voor de sleutel|betaling (?:is )?gedaan|betaling gebeurd|vrijgekocht|gekocht van de hackers|afgetikt|opgehoest|geschokt|over de brug gekomen)",
    "RUIN": r"(?:naar de (?:vaantjes|knoppen|haaien|filistijnen|kloten|bliksem|maan|wuppe|botten|bliksem)|om zeep|kaduuk|kapoet|foetsie|verdwenen|onvindbaar|weg\b|kapot|stuk\b|corrupt\w*|onbruikbaar|onleesbaar|gewist|leeggehaald|leeggemaakt|leeg\b|gesneuveld|vernietigd|verloren|besmet|geraakt|aangetast|getroffen|verwijderd|overschreven|onbereikbaar|waardeloos)",
    "SOUND": r"(?:proper|schoon|goed|oke|ok|intact|bruikbaar|veilig|onaangetast|ongemoeid|buiten schot|in orde|recent|ongeschonden|beschikbaar|ongedeerd|gezond|compleet|volledig|gespaard|gaaf|onaangeroerd|werkend|heel gebleven|overleefd)",
}


# Spoken and written in short: "ni", "nt", "gene" say what "niet" and "geen" say, wherever a table has those words.
_SPOKEN = ((re.compile(r"(?<=[(:|])niet(?=[|)])"), "niet|nie|ni|nt"), (re.compile(r"(?<=[(:|])geen(?=[|)])"), "geen|gene|geene"),
           (re.compile(r"(?<=[(:|b])niet(?= )"), "(?:niet|nie|ni|nt)"), (re.compile(r"(?<=[(:|b])geen(?= )"), "(?:geen|gene)"))


def compiled(source: str) -> Pattern[str]:
    """`source` with its classes and its spoken forms filled in, compiled."""
    for plain, wide in _SPOKEN:
        source = plain.sub(wide, source)
    for _ in range(3):
        if "{" not in source:
            break
        source = re.sub(r"\{([A-Z]+)\}", lambda m: CLASSES[m.group(1)], source)
    return re.compile(source)


def pattern(source: str) -> Pattern[str]:
    """As `compiled`, behind the words it cannot do without (`cues.Cued`): long texts are cheap where it has nothing to find."""
    found: Pattern[str] = cued(compiled(source))
    return found


def plain(source: str) -> Pattern[str]:
    """`source` as it is written, without classes, behind the words it cannot do without."""
    found: Pattern[str] = cued(re.compile(source))
    return found
