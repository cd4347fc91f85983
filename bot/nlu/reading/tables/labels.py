"""Lines of a form: "politie: nog geen klacht", "betaald: neen", "aangifte ja, AP nee". Folded; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re
from typing import Any, Pattern, Tuple

from ..words import pattern

YES = r"(?:ja\b|jawel|yes\b|wel\b|ok\b|gedaan|gemeld|gebeurd|ingediend|neergelegd|opgemaakt|verwittigd|ingelicht|ook (?:gedaan|gemeld|ja\b|wel\b)|al (?:gedaan|gemeld)|reeds (?:gedaan|gemeld)|is (?:gedaan|gebeurd|gemeld|ingediend|opgemaakt)|werd (?:gedaan|gemeld)|bevestigd)"
NO = r"(?:nee\b|neen\b|no\b|none\b|niet\b|nt\b|ni\b|nie\b|geen\b|gene\b|nog (?:niet|nie|ni|nt|geen|niks|niets)\b|niks\b|niets\b|nooit\b|nihil\b|nul\b|0\b|nvt\b|n\.v\.t|niet van toepassing|zonder\b)"
OPEN = r"(?:onbekend|\?|geen (?:uitspraak|idee|info)|onderzoek (?:loopt|bezig)|in onderzoek|nog (?:niet bekend|onbekend|in onderzoek|te (?:bepalen|bekijken))|niet bekend|niet gekend|tbc|tbd|weet (?:ik|nog|men)? ?niet|wordt (?:nog )?onderzocht)"
LATER = r"(?:volgt\b|nog te doen|doen we nog|morgen\b|later\b|gepland)"
GOOD = r"(?:ok\b|oke\b|goed\b|intact|in orde|bruikbaar|schoon|proper|beschikbaar|aanwezig|niet (?:geraakt|getroffen|besmet|versl\w*)|onaangetast|teruggezet|compleet|volledig)"
BAD = r"(?:(?:ook |mee |allemaal |eveneens )*(?:{ENCRYPTED}|versl\b|weg\b|kapot|stuk\b|corrupt|gewist|geraakt|getroffen|besmet|onbruikbaar|leeg\b|vol\b|verouderd|mislukt|defect)|" + NO + "|repo (?:leeg|gewist|weg))"
WHO = r"(?: (?:bij |door |naar |aan )?(?:de )?(?:politie|klt|klant|vz|ons|bak|daders?))?"
# (field, what stands before the mark, words for yes, words for no). The first that fits counts.
FIELDS: Tuple[Tuple[str, Any, Pattern[str], Pattern[str], Pattern[str]], ...] = tuple(
    (role, value, pattern(name), pattern(yes), pattern(no))
    for role, value, name, yes, no in (
        ("police_report", True, r"(?:aangifte|politie|pol\.?|pv|proces-?verbaal|klacht)" + WHO, YES, NO + "|" + LATER),
        ("dpa_notified", True, r"(?:de )?(?:ap|gba|a\.p\.|melding (?:aan |bij )?(?:de )?(?:ap|gba)|(?:ap|gba)-?melding|toezichthouder|autoriteit|avg-?melding|melding avg)", YES, NO + "|" + LATER),
        ("ransom_paid", True, r"(?:losgeld |ransom )?(?:betaald|bet\.?|betaling|payment|paid|voldaan)", r"(?:ja\b|jawel|yes\b|wel\b|ok\b)", NO),
        ("ransom_demanded", True, r"(?:losgeld|losgeldeis|ransom|afpersing|losgeld (?:gevraagd|geeist)|eis (?:van )?(?:de )?daders|geldeis)", r"(?:ja\b|jawel|yes\b|wel\b|gevraagd|geeist)", NO),
        ("backups_affected", "all", r"(?:de )?(?:{BACKUP}|bu|backup ?check)(?: klt| klant)?", BAD, GOOD),
        ("data_exfiltration", "yes", r"(?:exfil\w*|datalek|data ?lek|datadiefstal|data (?:weg|gestolen|gelekt)|gegevens (?:weg|gestolen|gelekt)|gegevenslek|lek)", YES, NO),
        ("claim_made", "no", r"(?:claim\w*|schadeclaim|vordering|aansprakelijkstelling|eis klant|claimbedrag)", NO, r"(?!)"),
    )
)
MARK = r"\s*(?::|=|->|\?)\s*"
START = r"(?:^|(?<=[.;,\n(])|(?<=[.;,\n(] )|(?<= en ))"
CLOSE = r"(?=\s*(?:[,.;)\n(]|$| en ))"
IDLE = re.compile(START + r"(?:de |een )?(?:stilstand|stilst\.?|downtime|bedrijfsschade|omzetverlies|omzetderving|verlies|bedrijfsstilstand|onderbreking|bi)(?: klt| klant)?(?:" + MARK + NO + r"|\s" + NO + CLOSE + r")")
HOURS = re.compile(START + r"(?:onze |eigen |interne )?(?:eigen |interne )?(?:uren|manuren|werk|werkuren|arbeid|inzet)(?: (?:eigen (?:ploeg|team|mensen|personeel)|intern|vz|team|ploeg|herstel|gespendeerd|besteed))?" + MARK + r"(?:ca\.? |circa |ongeveer |\+/- )?(?P<hours>\d+(?:[.,]\d+)?)\s?(?:u\b|uur\b|uren\b|h\b|man|mandagen|(?=[,.;)\n( ]|$))")
