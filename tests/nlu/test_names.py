"""Names: where they stand, what role the words give them, and how they come into the claim file."""

import pathlib
from collections import Counter

import pytest

from bench.understand_offline import heard
from bot.claims.fold import fold
from bot.claims.interpret import interpret
from bot.nlu.marked import LABELS, parse, read
from bot.nlu.reading.names import find_names

ROOT = pathlib.Path(__file__).resolve().parents[2]


def found(text: str) -> list[tuple[str, str]]:
    return [(name.kind, text[name.start : name.end]) for name in find_names(text)]


def file_of(text: str, ask: str | None = None):
    message = {"id": "m", "text": text, "at": "2026-11-23T10:00:00+01:00", "ask": ask}
    return fold(interpret(heard(message, "nl"), fold(())))


def rows_of(text: str, entity: str) -> list:
    message = {"id": "m", "text": text, "at": "2026-11-23T10:00:00+01:00"}
    return [a for a in heard(message, "nl").annotations if a.entity == entity]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("we spraken met Wim Van den Broeck van de klant", "person", "Wim Van den Broeck"),
        ("hij heet Youssef El Khatib", "person", "Youssef El Khatib"),
        ("mevrouw De Backer belde", "person", "De Backer"),
        ("meneer van acker wil geld", "person", "van acker"),
        ("dan is pieter de smet langsgekomen", "person", "pieter de smet"),
        ("W.F. ten Brinke stelt ons aansprakelijk", "person", "W.F. ten Brinke"),
        ("Slagerij Hendrickx bv is geraakt", "organisation", "Slagerij Hendrickx bv"),
        ("die werken voor Maes Logistics", "organisation", "Maes Logistics"),
        ("ook garage depauw had last", "organisation", "garage depauw"),
        ("het filiaal in Herentals", "place", "Herentals"),
        ("zij zitten in roeselare", "place", "roeselare"),
        ("de Synology is leeg", "system", "Synology"),
        ("SRV-DC01 lag eruit", "system", "SRV-DC01"),
        ("de bende noemt zich Velvet Spider", "ransomware", "Velvet Spider"),
        ("het losgeldbriefje was ondertekend door RansomHub", "ransomware", "RansomHub"),
        ("we zijn gehackt door Scattered Lapsus", "ransomware", "Scattered Lapsus"),
    ],
)
def test_finds(text: str, kind: str, name: str) -> None:
    assert (kind, name) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "we zijn gehackt door een concurrent",
        "de ransomware heeft alles weg gedaan",
        "in mei is het best druk geweest en het ging mis",
        "drie ton schade, max 5 dagen",
        "Goedemorgen, wij hebben een probleem",
        "hij kan het niet betalen, dat is de boer zijn zaak",
    ],
)
def test_sees_no_name(text: str) -> None:
    assert not [name for name in found(text) if name[0] != "system"]


def test_marks_are_read_with_their_places() -> None:
    one = parse("Ik ben [P:Luc Maes] in [L:Mol].")
    assert one.text == "Ik ben Luc Maes in Mol."
    assert [(one.text[a:b], label) for a, b, label in one.names] == [("Luc Maes", "person"), ("Mol", "place")]


def test_the_marked_sentences_are_enough_and_of_several_writers() -> None:
    known, strange = ([*read(ROOT / "data/names", heldout=held)] for held in (False, True))
    assert len(known) + len(strange) >= 400
    assert len(strange) >= 100
    assert {label for one in strange for _, _, label in one.names} == set(LABELS.values())


def test_the_rules_hold_on_writers_they_were_not_made_with() -> None:
    """docs/quality/entities.md tells the figures by label; none may sink far below."""
    right: Counter = Counter()
    all_: Counter = Counter()
    for one in read(ROOT / "data/names", heldout=True):
        got = {(n.start, n.end, n.kind) for n in find_names(one.text)}
        right.update(label for _, _, label in got & set(one.names))
        all_.update(label for _, _, label in (*got, *one.names))
    for label, least in {"person": 0.88, "organisation": 0.76, "place": 0.9, "system": 0.85, "ransomware": 0.9}.items():
        assert 2 * right[label] / all_[label] >= least, label


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("hallo ik ben tom de clercq van declercq it solutions uit gent", "reporter_name", "tom de clercq"),
        ("hallo ik ben tom de clercq van declercq it solutions uit gent", "insured_legal_name", "declercq it solutions"),
        ("Onze klant Slagerij Hendrickx uit Mol ligt plat.", "claimant_legal_name", "Slagerij Hendrickx"),
        ("klnt = Transport Wuyts nv te Willebroek, RW, alles plat", "claimant_legal_name", "Transport Wuyts nv"),
        ("De bestanden zijn versleuteld. De aanvallers noemen zich Velvet Spider.", "ransomware_family", "Velvet Spider"),
        ("Het losgeldbriefje kwam van Akira.", "ransomware_family", "Akira"),
        ("De Synology en SRV-DC01 zijn versleuteld.", "encrypted_asset_types", ["nas", "servers"]),
        ("AFAS en Veeam zijn versleuteld door ransomware.", "encrypted_asset_types", ["other", "backup_disks"]),
        ("Ze zijn via phishing binnengekomen.", "attack_vector", ["phishing"]),
        ("De klant heeft nog filialen in Mol en Geel.", "claimant_locations_note", "nog filialen in Mol en Geel"),
    ],
)
def test_comes_into_the_claim_file(text: str, field: str, value: object) -> None:
    got = file_of(text).value(field)
    assert sorted(got) == sorted(value) if isinstance(value, list) else got == value


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Was het LockBit? Dat weten we niet.", "ransomware_family"),
        ("Vorig jaar hadden wij zelf LockBit, dat staat hier los van.", "ransomware_family"),
        ("Wij hebben ook een kantoor in Gent.", "claimant_locations_note"),
        ("De Synology bleef gespaard, alleen de mail lag plat.", "reporter_name"),
        ("Jan Peeters heeft de hackers betaald.", "reporter_name"),
    ],
)
def test_a_name_alone_is_no_fact(text: str, field: str) -> None:
    assert file_of(text).value(field) is None


def test_kinds_of_their_own_on_the_wire() -> None:
    (vector,) = rows_of("Ze zijn via phishing binnengekomen.", "vector")
    assert (vector.value, vector.role) == ("phishing", "attack_vector")
    (system,) = rows_of("Exact Online draait nog.", "system")
    assert (system.value, system.role, system.extra["name"]) == ("other", None, "Exact Online")
    (place,) = rows_of("De winkel ligt in Houten.", "place")
    assert (place.value, place.extra["country"]) == ("Houten", "NL")
    (gang,) = rows_of("Alles is versleuteld, het is Qilin.", "ransomware")
    assert (gang.value, gang.role) == ("Qilin", "ransomware_family")
