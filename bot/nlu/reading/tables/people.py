"""Names and parties. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re

from ..words import plain

NAME = r"(?:[A-Z][\w'’\-]+|[A-Z]\.|van|de|der|den|Van|De|Der|Den|ter|Ter|te|'t|el|El|al)"
FULL = rf"(?:[A-Z][\w'’\-]+|[A-Z]\.)(?:\s{NAME}){{0,3}}\s?[A-Z][\w'’\-]+|[A-Z][\w'’\-]+"
INTRO = plain(
    rf"(?:\b(?:[Mm]ijn naam is|[Ii]k ben|[Ii]k heet|[Nn]aam ?:?|[Mm]et vriendelijke groeten?,?|[Mm]vg,?|[Gg]roeten?,|[Ss]preekt u met|[Uu] spreekt met|[Vv]raag naar|[Vv]ragen naar|[Cc]ontactpersoon(?: is)?:?|[Bb]eller:?|[Nn]aam beller:?|[Aa]ls u vragen hebt?:?)\s+)"
    rf"((?:(?:de heer|mevrouw|meneer|dhr\.?|mevr\.?|mw\.?)\s+)?(?:{FULL}))"
)
TITLED = plain(rf"\b((?:de heer|mevrouw|meneer|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?|[Dd]rs\.?|[Ii]r\.?|[Mm]r\.?)\s(?:{FULL}))")
BESIDE = re.compile(rf"(?:^|[.\n]\s*)({FULL})\s*[,:(]\s*$")
THEIR = plain(r"\b(?:aan hun kant|bij de klant|van de klant|hun contactpersoon|zijn contactpersoon|daar is|aan die kant|hun|klant is|bij hen)\b")
ME = re.compile(r"\b(?:mij|bel me|mail me|bereiken|bereikbaar|ik ben te|tel\b|telefoon|mijn|contact|correspondentie|vragen (?:kunnen|mag)|mailen|bellen|aanspreekpunt|terug|ons)\b")
NOT_NAMES = frozenset(["de", "het", "een", "wij", "we", "ik", "ja", "nee", "neen", "goedemiddag", "goedemorgen", "goedendag", "dag", "hallo", "klant", "server", "servers", "ransomware", "klanten", "bitcoin", "lockbit", "losgeld", "eis", "aangifte", "it", "ict", "ap", "gba", "politie"])
LEGAL = r"(?:B\.?V\.?B\.?A\.?|B\.?V\.?|N\.?V\.?|VOF|V\.O\.F\.|vof|bvba|bv|nv|CV|CVBA|VZW|vzw|Comm\.? ?V|GmbH|Ltd\.?|SRL|stichting)"
COMPANY = plain(rf"\b((?:[A-Z0-9][\w&'’.\-]*\s){{1,4}}{LEGAL})(?!\w)")
OUR_COMPANY = plain(rf"\b(?:[Oo]ns bedrijf(?: heet| is|:)?|[Mm]ijn bedrijf(?: heet| is|:)?|[Oo]nze firma(?: heet| is|:)?|[Bb]edrijf(?:snaam)?\s?:|[Ww]ij zijn|[Ww]ij heten|[Nn]amens|[Bb]edrijfsnaam is|[Ff]irma\s?:)\s+([A-Z0-9][\w&'’.\-]*(?:\s(?:[A-Z0-9&][\w&'’.\-]*|{LEGAL})){{0,4}})")
THEIR_COMPANY = plain(rf"\b(?:(?:[Dd]e |[Oo]nze |[Mm]ijn |een )?[Kk]lant(?: heet| is|:| van ons is|,| =)|[Hh]et gaat om (?:de )?(?:klant |firma |bedrijf )?|[Bb]ij (?:onze|de|mijn) klant|[Kk]lantnaam\s?:)\s+([A-Z0-9][\w&'’.\-]*(?:\s(?:[A-Z0-9&][\w&'’.\-]*|{LEGAL})){{0,4}})")
ROLE = (
    ("director", re.compile(r"\b(?:zaakvoerder|directeur|eigenaar|bestuurder|ceo|dga|vennoot|gedelegeerd bestuurder|oprichter|eenmanszaak|mijn bedrijf|mijn zaak)\b")),
    ("broker", re.compile(r"\b(?:ik ben (?:de )?(?:makelaar|tussenpersoon)|namens mijn klant als makelaar)\b")),
    ("lawyer", re.compile(r"\b(?:ik ben (?:de )?(?:advocaat|jurist)|als raadsman)\b")),
    ("employee", re.compile(r"\b(?:ik (?:ben|werk als) (?:\w+ )?(?:medewerker|beheerder|systeembeheerder|engineer|technieker|technicus|consultant|office manager|boekhouder))\b")),
)
PAIR = re.compile(r"(?<![\w.@])([A-Z][a-zà-ü'’\-]+(?:\s(?:van|de|der|den|Van|De|Der|Den|ter|te|'t|el|El)){0,3}\s[A-Z][\wà-ü'’\-]+)(?![\w@])")
