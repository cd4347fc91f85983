"""The two variants of Dutch this line speaks, and the words that every text takes from here.

`{handler}` and `{report}` in a text are these words. They stand in so many texts that a variant of each would only be a copy to keep
equal; a text that differs in more has its own variant (`language: nl-BE` in domain.yml, `question_be` and its kind in fields.toml).

Why these: an insurer's "schadebeheerder" is a "schadebehandelaar" in the Netherlands; a report of damage is a "schadeaangifte" in
Flanders, while "aangifte" alone is what the police take in both. "Wachtwoord", "factuur", "dossier" and 112 are the same in both.
"""

from collections.abc import Mapping
from typing import Literal, get_args

Language = Literal["nl-NL", "nl-BE"]
DUTCH, FLEMISH = get_args(Language)
LANGUAGES: tuple[Language, ...] = get_args(Language)
TERMS: Mapping[str, Mapping[str, str]] = {
    DUTCH: {"handler": "schadebehandelaar", "report": "melding"},
    FLEMISH: {"handler": "schadebeheerder", "report": "schadeaangifte"},
}


def terms(language: str) -> Mapping[str, str]:
    """The words of nl-BE, or of nl-NL for everything else."""
    return TERMS.get(language, TERMS[DUTCH])


def filled(text: str, language: str) -> str:
    """`text` with its `{handler}` and `{report}` in the words of `language`; other braces stay."""
    for name, word in terms(language).items():
        text = text.replace(f"{{{name}}}", word)
    return text
