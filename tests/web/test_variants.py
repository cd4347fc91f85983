"""Every text a person can read, in both variants of Dutch: no word of the other country, the same placeholders, a version on each."""

import pathlib
import re
import string
from dataclasses import fields as parts
from dataclasses import replace
from typing import Any

import pytest
import yaml

from bot.claims.contradictions import RULES
from bot.claims.deadlines import TERMS as DEADLINES
from bot.claims.fields import FIELDS, GROUP_LABELS, group_label, in_language
from bot.claims.model import Say
from bot.claims.triage import SIGNALS
from bot.claims.variants import DUTCH, FLEMISH, LANGUAGES, TERMS, filled
from bot.services.texts import Catalogue
from bot.web import pages
from bot.web.chat import router as chat
from bot.web.desk import form
from bot.web.review import labels
from tests.claims.talk import sentences

ROOT = pathlib.Path(__file__).resolve().parents[2]
RESPONSES: dict[str, list[dict[str, Any]]] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))["responses"]
TEXTS = Catalogue(RESPONSES)
# Words of one country only. What both use stands in neither: wachtwoord, factuur, dossier, melding (of a data breach), 112.
ONLY_DUTCH = (
    r"schadebehandelaar", r"schademelding", r"(?:uw|deze|eerste) melding\b", r"tussenperso", r"\bkvk\b", r"kamer van koophandel",
    r"eigen risico", r"aansprakelijkstelling", r"autoriteit persoonsgegevens", r"(?-i:\bAP\b)", r"(?-i:\bNCSC\b)",
    r"mobiele? (?:nummer|telefoon)", r"\b06[ -]?\d", r"\bdga\b", r"(?-i:\bNL-\d)", r"contact (?:met u )?op\b", r"\bbsn\b", r"incasso",
)  # fmt: skip
ONLY_FLEMISH = (
    r"schadebeheerder", r"dossierbeheerder", r"schadeaangifte", r"schadegeval", r"makelaar", r"ondernemingsnummer", r"vrijstelling",
    r"ingebrekestelling", r"gegevensbeschermingsautoriteit", r"(?-i:\bGBA\b)", r"(?-i:\bCCB\b)", r"(?-i:\bPV\b)", r"zaakvoerder",
    r"\bgsm\b", r"paswoord", r"contacteer", r"\b04[5-9]\d", r"(?-i:\bBE-\d)", r"invordering",
    r"rijksregister", r"schade aangeven", r"telefoneer",
)  # fmt: skip
FOREIGN = {DUTCH: ONLY_FLEMISH, FLEMISH: ONLY_DUTCH}


def wrong(text: str, language: str) -> list[str]:
    """The patterns of the other country that the text matches."""
    return [pattern for pattern in FOREIGN[language] if re.search(pattern, text, re.IGNORECASE)]


def of_fields(language: str) -> dict[str, str]:
    found = {}
    for name, field in in_language(language).items():
        found |= {f"{word}.{name}": getattr(field, word) for word in ("label", "question", "why", "example")}
        found |= {f"code.{name}.{code}": label for code, label in field.codes.items()}
    return found


def of_pages(language: str) -> dict[str, str]:
    """The pages a visitor and an agent see, with what their scripts say."""
    shown = {}
    for name, page in (("insured", chat.INSURED), ("desk", replace(chat.DESK, staff_name="An"))):
        source = pages.render("chat/page.html", chat.in_language(replace(page, urgent_phone="112"), language)).body
        shown[f"page.{name}"] = re.sub(r"value=\"nl-(?:BE|NL)\"", "", bytes(source).decode())
    for script in sorted((ROOT / "bot" / "web" / "static" / "js").rglob("*.js")):
        shown[f"script.{script.stem}"] = "\n".join(re.findall(r"\"[^\"\n]*\"|`[^`]*`", script.read_text(encoding="utf-8")))
    return shown


def of_staff(language: str) -> dict[str, str]:
    tables = {name: table for name, table in vars(labels).items() if isinstance(table, dict) and name.isupper()}
    shown = {f"staff.{name}.{code}": labels.word(table, code, language) for name, table in tables.items() for code in table}
    shown |= {f"group.{name}": group_label(name, language) for name in GROUP_LABELS}
    shown |= {f"contradiction.{rule[0]}": rule[3] for rule in RULES}
    shown |= {f"deadline.{name}": str(term["label"]) for name, term in DEADLINES.items()}
    shown |= {f"signal.{name}": word for name, word in SIGNALS.items()}
    for page in sorted((ROOT / "bot" / "web" / "templates" / "review").glob("*.html")):
        shown[f"staff page.{page.stem}"] = re.sub(r"\{[{%].*?[}%]\}", "", page.read_text(encoding="utf-8"))
    return shown


def of_catalogue(language: str) -> dict[str, str]:
    return {name: TEXTS.render(Say(name), language).text for name in RESPONSES}


def everything(language: str) -> dict[str, str]:
    return of_catalogue(language) | of_fields(language) | of_pages(language) | of_staff(language)


SHOWN = {language: everything(language) for language in LANGUAGES}


def test_the_walk_reaches_all_there_is() -> None:
    for language in LANGUAGES:
        assert set(RESPONSES) <= set(SHOWN[language])
        assert len(SHOWN[language]) > 900
    assert SHOWN[DUTCH].keys() == SHOWN[FLEMISH].keys()


# A number of either register is taken, whoever reads: a Flemish agent has Dutch callers.
BOTH = {"utter_registration_refused"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_holds_a_word_of_the_other_country(language: str) -> None:
    assert {name: found for name, text in SHOWN[language].items() if name not in BOTH and (found := wrong(text, language))} == {}


def test_the_lists_find_what_they_must_find() -> None:
    dutch = (
        "Een schadebehandelaar leest het.", "Wat is uw KvK-nummer?", "Bel uw tussenpersoon.", "Meld het bij de AP.",
        "Bel 06 00 00 00 01.", "Uw melding is compleet.", "Hoeveel eigen risico heeft u?", "Stuur de aansprakelijkstelling.",
    )  # fmt: skip
    flemish = (
        "Een schadebeheerder leest het.", "Wat is uw ondernemingsnummer?", "Bel uw makelaar.", "Meld het bij de GBA.",
        "Bel 0470 00 00 01.", "Uw schadeaangifte is compleet.", "Hoeveel vrijstelling heeft u?", "Stuur de ingebrekestelling.",
        "Op welke gsm?",
    )  # fmt: skip
    assert all(wrong(text, FLEMISH) and not wrong(text, DUTCH) for text in dutch)
    assert all(wrong(text, DUTCH) and not wrong(text, FLEMISH) for text in flemish)
    # A word both countries use, or that only looks like one, is no mistake.
    for text in ("Is er een melding gedaan?", "De apparatuur werkt.", "Uw wachtwoord.", "op 06.11.2026 gemeld aan de klant"):
        assert not wrong(text.replace("06.11", "6.11"), FLEMISH)
        assert not wrong(text, DUTCH)


def test_what_differs_really_differs() -> None:
    """The words of the domain report, each in a text where a person needs it."""
    for name, dutch, flemish in (
        ("question.broker_name", "tussenpersoon", "makelaar"),
        ("label.broker_name", "Tussenpersoon", "Makelaar"),
        ("question.insured_registration_number", "KvK-nummer", "ondernemingsnummer"),
        ("label.claimant_registration_number", "KvK-nummer", "Ondernemingsnummer"),
        ("question.dpa_notified", "AP", "GBA"),
        ("question.csirt_notified", "NCSC", "CCB"),
        ("code.documents.police_report", "aangifte", "PV"),
        ("code.reporter_role.director", "directeur", "zaakvoerder"),
        ("label.bi_waiting_period_hours", "Wachttijd", "Vrijstelling"),
        ("utter_handed_over", "schadebehandelaar", "schadebeheerder"),
        ("utter_handover_offer", "melding", "schadeaangifte"),
        ("why.alleged_failures", "schadebehandelaar", "schadebeheerder"),
        ("page.insured", "Schade melden", "Schade aangeven"),
        ("staff.AUTHOR.adjuster", "schadebehandelaar", "schadebeheerder"),
    ):
        assert dutch in SHOWN[DUTCH][name], name
        assert flemish in SHOWN[FLEMISH][name], name


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text.replace("[[", "").replace("]]", "")) if name}


@pytest.mark.parametrize("name", RESPONSES)
def test_variants_have_the_same_facts_and_a_version(name: str) -> None:
    variants = RESPONSES[name]
    assert len({one["metadata"].get("language", DUTCH) for one in variants}) == len(variants), "one text a language"
    assert all(isinstance(one["metadata"]["version"], int) and one["metadata"]["version"] >= 1 for one in variants)
    named = [placeholders(one["text"]) - set(TERMS[DUTCH]) for one in variants]
    assert all(one == named[0] for one in named)
    parts_in = [len(re.findall(r"\[\[", one["text"])) for one in variants]
    assert len(set(parts_in)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_term_is_left_open(language: str) -> None:
    assert TERMS[language].keys() == TERMS[DUTCH].keys()
    for name, text in SHOWN[language].items():
        assert not [term for term in TERMS[DUTCH] if f"{{{term}}}" in text], name
    assert filled("{other}", language) == "{other}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_stay_short_in_both(language: str) -> None:
    texts = of_catalogue(language) | {name: text for name, text in of_fields(language).items() if name.startswith(("question", "why"))}
    assert not [name for name, text in texts.items() if any(len(one.split()) > 20 for one in sentences(text))]


def test_a_flemish_field_differs_only_in_its_words() -> None:
    words = {"label", "question", "why", "example", "codes", "parts"}
    for name, field in FIELDS.items():
        flemish = in_language(FLEMISH)[name]
        assert flemish.codes.keys() == field.codes.keys()
        assert not [one.name for one in parts(field) if one.name not in words and getattr(field, one.name) != getattr(flemish, one.name)]
        assert set(field.codes_be) <= set(field.codes)
        assert [replace(part, codes={}) for part in field.parts.values()] == [replace(part, codes={}) for part in flemish.parts.values()]
        assert [part.codes.keys() for part in field.parts.values()] == [part.codes.keys() for part in flemish.parts.values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_groups_of_the_agents_form_are_named_in_the_words_of_the_country(language: str) -> None:
    """Once the form showed "{report}" where a group is called "Melding" or "Schadeaangifte"."""
    names = [group.label for group in form.build_list({"fields": {}, "language": language}, None).groups]
    assert group_label("meta", language) in names
    assert not [name for name in names if "{" in name]
