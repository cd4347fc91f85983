"""Countries by their code (ISO 3166-1 alpha-2), with their Dutch names and how people write them."""

import re
from collections.abc import Mapping
from types import MappingProxyType

COUNTRIES: Mapping[str, str] = MappingProxyType(
    {
        "BE": "België", "NL": "Nederland", "DE": "Duitsland", "FR": "Frankrijk", "LU": "Luxemburg", "GB": "Verenigd Koninkrijk",
        "IE": "Ierland", "ES": "Spanje", "PT": "Portugal", "IT": "Italië", "AT": "Oostenrijk", "CH": "Zwitserland", "PL": "Polen",
        "CZ": "Tsjechië", "SK": "Slowakije", "HU": "Hongarije", "RO": "Roemenië", "BG": "Bulgarije", "GR": "Griekenland",
        "DK": "Denemarken", "SE": "Zweden", "NO": "Noorwegen", "FI": "Finland", "EE": "Estland", "LV": "Letland", "LT": "Litouwen",
        "HR": "Kroatië", "SI": "Slovenië", "CY": "Cyprus", "MT": "Malta", "UA": "Oekraïne", "TR": "Turkije", "MA": "Marokko",
        "US": "Verenigde Staten", "CA": "Canada", "SR": "Suriname", "CN": "China", "IN": "India",
        "JP": "Japan", "AU": "Australië", "ZA": "Zuid-Afrika", "abroad": "het buitenland",
    }
)  # fmt: skip
_OTHERWISE = (
    ("BE", r"belgi[eë]|vlaanderen|walloni[eë]|brussel"), ("NL", r"nederland|holland"), ("DE", r"duitsland"), ("LU", r"luxemburg"),
    ("GB", r"verenigd koninkrijk|engeland|groot-?brittanni[eë]|\buk\b|schotland"), ("US", r"verenigde staten|amerika|\bvs\b|\busa\b"),
    ("IT", r"itali[eë]"), ("CZ", r"tsjechi[eë]"), ("HR", r"kroati[eë]"), ("SI", r"sloveni[eë]"), ("RO", r"roemeni[eë]"),
    ("UA", r"oekra[iï]ne"), ("AU", r"australi[eë]"), ("abroad", r"buitenland|heel europa|wereldwijd|hele wereld"),
)  # fmt: skip
_NAMES = tuple((code, re.compile(rf"(?<!\w)(?:{words})", re.I)) for code, words in _OTHERWISE)


def countries_in(text: str) -> list[str]:
    """The codes of the countries that `text` names, in its order; "abroad" for what is only called abroad."""
    found: dict[str, int] = {}
    low = text.lower()
    for code, name in COUNTRIES.items():
        at = low.find(name.lower())
        if at >= 0:
            found[code] = at
    for code, pattern in _NAMES:
        m = pattern.search(text)
        if m and code not in found:
            found[code] = m.start()
    return sorted(found, key=lambda code: found[code])
