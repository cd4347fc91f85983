"""Numbers that are money. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re

MONEY_BEFORE = re.compile(
    r"\b(?:totaal|bedrag|som|rekening|factuur|facturen|nota|eis|eist|eisen|eiste|vorder\w*|claim\w*|voorschot|\w*schade\w*|\w+verlies|boete|dwangsom|kost\w*|losgeld|betaald|betalen|betaalt|vra\w+|vroeg\w*|gevraagd|geeist|"
    r"offerte|prijs|teller|brief|waarde|omzet|belrekening|ereloon|vergoeding|contract|abonnement|voor|tegen|plus|verlies|omgerekend|rente|uitgegeven|uitgeven|ophoesten|waard|bijna|ruim|maximum)\b[^.!?]{0,45}$"
)
AFTER = re.compile(r"\s?(?:(?:incl|excl|ex|inclusief|exclusief)\b|p/?m\b|p/?j\b|per (?:maand|jaar)|/ ?(?:maand|jaar|mnd)|'s jaars|,-|\+ ?btw|zonder btw|met btw|in totaal|zegt ie|zegt hij|schade\b|kosten\b|(?:herstel\w*|stilstand\w*|rente|losgeld|omzet\w*|boetes?|advoca\w+|onderzoek\w*|winst\w*|marge|commissie|ereloon|derving|loon\w*|lonen|incasso\w*|reputatie\w*|forens\w*|hardware|materiaal|werkuren|btw|voorschot)\b|(?:voor|wegens|omwille van) (?:het |de )?(?:herstel\w*|stilstand|rente|omzet\w*)\b|aan (?:kosten|schade|herstel|omzet|incasso\w*|advocaat\w*|rente|marge|boetes?|losgeld|loon\w*|uren))")
NOUN = re.compile(r"\s?[a-z][\w'-]{2,}")
FREE_WORDS = re.compile(r"\s?(?:zeggen|zegden|gekregen|eisten|eisen|hebben|waren|worden|moeten|incl|excl|inclusief|exclusief|zegt|voor|van|aan|ex|plus|of|en|wil|willen|eisen|vragen|vroegen|in|op|per|dat|die|zijn|is|was|moet|te|maar|ligt|ter|zonder|met|om|als|terug|betaald|gekost|weg|kwijt|sorry|nee|wacht|euro|schade|kosten)\b")
BIG = re.compile(r"miljoen|mio|miljard|\bton\b|duizend|\dk\b")
CENTS = re.compile(r"\d,\d\d$")
COIN = re.compile(r"btc|bit ?coin|\bxmr|monero|\beth|ether|crypto|munt")
EURO = re.compile(r"\beuro|\beur\b|\u20ac")
MONEY_WORDS = re.compile(r"\b(?:gevraagd|gezakt|zakten|overgemaakt|gestort|berichtje?|briefje|of alles|of anders|eis|eist|eisen|geeist|vorder\w*|claim\w*|voorschot|\w*schade\w*|boete|dwangsom|kost\w*|losgeld|betaal\w*|rekening|factuur|bedrag|ophoesten|omzet|willen|vragen|vroegen|kort geding|verlies|marge|totaal)\b")
VAT = re.compile(r"\W{0,3}(?:,? ?(?:dat is|alles|allebei|eveneens|ook) )?(incl|excl|inclusief|exclusief|ex|zonder|met|\+)\w*\.? ?(?:btw|vat|b\.t\.w)?")
NOT_MONEY = re.compile(r"\b(?:polis\w*|nummer|nr|artikel|art|poort|versie|kvk|btw|tel|gsm|windows|server|office|ip|postbus|dossier\w*|zaak|iso|jaar|anno|sinds|bel|om|rond)\W{0,3}$")
COUNTED = re.compile(r"(?:en|s|man|personeel|leerling|keer|maal|uur|jaar|procent|gb|tb|mb|km|stuks|fte)$")
THINGS = re.compile(r"\s?(?:\w+ ){0,2}?(?:mensen|personen|klanten|clienten|gezinnen|huishoudens|patienten|leden|gebruikers|accounts|records|bestanden|dossiers|mails|regels|medewerkers|werknemers|studenten|leerlingen|burgers|inwoners|bezoekers|servers|laptops|computers|pc'?s|toestellen|bedrijven|organisaties|stuks|adressen|e-?mailadressen|documenten|foto'?s|berichten|betrokkenen|huurders|consumenten|nummers|rijen)\b")
