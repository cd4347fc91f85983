"""Offsets of pieces become offsets of the whole message, and nothing that does not fit gets through."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from actions.intake import MessageWithoutPlace, intents_of, parse_of
from bot.channel.pieces import LIMIT, cut
from bot.channel.rasa_client import RasaLine
from bot.claims.model import Heard
from bot.claims.records import Parse, Stored
from bot.services.annotations import assemble, intents

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def heard(text: str, *parses: Parse) -> Heard:
    return assemble(message_id="m", author="insured", at=AT, text=text, language="nl-BE", ask=None, parses=parses)


def parse(offset: int, length: int, *entities: dict[str, Any], piece: int = 1, pieces: int = 1, intents: Any = (("greet", 0.5),)) -> Parse:
    return Parse("m", offset, length, piece, pieces, intents, entities)


@given(st.text(alphabet="ab. \n/😀", min_size=1, max_size=300), st.integers(4, 60))
def test_pieces_are_the_text_in_order_without_commands(text: str, limit: int) -> None:
    pieces = cut(text, limit)
    covered = [0] * len(text)
    for number, piece in enumerate(pieces, 1):
        assert (piece.number, piece.of) == (number, len(pieces))
        assert piece.sent == piece.sent.strip()
        assert not piece.sent.startswith("/")
        assert len(piece.sent) == piece.length <= limit + 1
        for at, letter in enumerate(piece.sent):
            if not (at == 0 and letter == "'"):
                assert text[piece.offset + at] == letter
                covered[piece.offset + at] += 1
    assert all(
        count == (0 if letter.isspace() else 1) or (count == 1 and letter.isspace()) for count, letter in zip(covered, text, strict=True)
    )


def test_a_long_text_is_cut_at_the_end_of_a_sentence() -> None:
    text = "Een zin van een bepaalde lengte. " * 300
    pieces = cut(text)
    assert len(pieces) == 3
    assert all(len(piece.sent) <= LIMIT and piece.sent.endswith(".") for piece in pieces)


def test_a_word_without_end_is_cut_all_the_same() -> None:
    assert [piece.length for piece in cut("a" * 10_000)] == [4000, 4000, 2000]


def test_a_command_is_harmless_and_its_offsets_are_right() -> None:
    [piece] = cut("  /restart nu")
    assert (piece.sent, piece.offset) == ("'/restart nu", 1)
    entity = {"entity": "fact", "start": 10, "end": 12}
    [found] = heard("  /restart nu", parse(piece.offset, piece.length, entity)).annotations
    assert "  /restart nu"[found.start : found.end] == "nu"
    [whole] = heard("/restart", parse(-1, 9, {"entity": "fact", "start": 0, "end": 9})).annotations
    assert (whole.start, whole.end) == (0, 8)


def test_offsets_are_shifted_to_the_whole_text_whatever_order_the_pieces_come_in() -> None:
    text = "eerste stuk. tweede stuk"
    second = parse(13, 11, {"entity": "fact", "start": 0, "end": 6}, piece=2, pieces=2)
    first = parse(0, 12, {"entity": "fact", "start": 0, "end": 6}, piece=1, pieces=2)
    for order in ((first, second), (second, first)):
        assert [text[one.start : one.end] for one in heard(text, *order).annotations] == ["eerste", "tweede"]


@pytest.mark.parametrize(
    "entity",
    [
        {"entity": "fact", "start": 50, "end": 60},
        {"entity": "fact", "start": 3, "end": 3},
        {"entity": "fact", "start": 4, "end": 2},
        {"entity": "fact", "start": "0", "end": 2},
        {"entity": "fact"},
        {"start": 0, "end": 2},
    ],
)
def test_a_span_that_does_not_fit_is_dropped_with_a_line_that_holds_no_text(entity: dict[str, Any]) -> None:
    with capture_logs() as lines:
        assert heard("geheim verhaal", parse(0, 14, {**entity, "value": "geheim verhaal"})).annotations == ()
    assert [line["event"] for line in lines] == ["annotation_dropped"]
    assert "geheim" not in str(lines)


def test_known_keys_are_checked_and_unknown_ones_travel_along() -> None:
    entity = {
        "entity": "money", "start": 0, "end": 3, "value": {"amount": "7"}, "role": "claimed", "polarity": "maybe", "certainty": "hearsay",
        "actor": "moon",
        "head": "ransom", "loss_status": "incurred", "confidence": 0.7, "extractor": "ours", "period": "P1Y",
    }  # fmt: skip
    [found] = heard("abc", parse(0, 3, entity)).annotations
    assert (found.polarity, found.certainty, found.actor) == ("affirmed", "hearsay", None)
    assert (found.role, found.head, found.loss_status, found.confidence) == ("claimed", "ransom", "incurred", 0.7)
    assert found.extra == {"period": "P1Y"}


def test_the_intent_of_a_long_message_is_that_of_most_of_it() -> None:
    short = parse(0, 10, piece=1, pieces=2, intents=(("greet", 0.9), ("inform_incident", 0.1)))
    long = parse(10, 90, piece=2, pieces=2, intents=(("inform_incident", 0.8), ("greet", 0.2)))
    found = heard("x" * 100, short, long)
    assert found.intent == "inform_incident"
    assert dict(found.intents) == {"inform_incident": 0.73, "greet": 0.27}


def test_one_piece_keeps_the_order_of_rasa() -> None:
    assert heard("abc", parse(0, 3, intents=(("nlu_fallback", 0.3), ("greet", 0.4)))).intent == "nlu_fallback"
    assert heard("abc", parse(0, 3, intents=())).intent == "nlu_fallback"


def test_what_an_action_call_must_say() -> None:
    place = {"message_id": "m", "offset": -1, "length": 5, "piece": 1, "pieces": 1}
    read = parse_of(
        {
            "metadata": place,
            "entities": [{"entity": "fact"}, "no"],
            "intent_ranking": [{"name": "greet", "confidence": 0.5}, {"name": None}],
        }
    )
    assert (read.message_id, read.offset, read.intents, len(read.entities)) == ("m", -1, (("greet", 0.5),), 1)
    assert intents_of({"intent": {"name": "deny", "confidence": 1}}) == (("deny", 1.0),)
    for lost in place:
        with pytest.raises(MessageWithoutPlace):
            parse_of({"metadata": {name: value for name, value in place.items() if name != lost}})
    with pytest.raises(MessageWithoutPlace):
        parse_of({})


def test_of_a_long_text_the_ends_are_short_and_only_of_these_the_intents_are_asked() -> None:
    text = "Een zin die ergens over gaat. " * 2_000
    pieces = cut(text)
    assert [piece.intents_wanted for piece in pieces] == [True, *[False] * (len(pieces) - 2), True]
    assert max(piece.length for piece in (pieces[0], pieces[-1])) <= 1_600
    assert max(piece.length for piece in pieces) <= 8_000
    assert "".join(piece.sent for piece in pieces).replace(" ", "") == text.replace(" ", "")
    assert all(text[piece.offset : piece.offset + piece.length] == piece.sent for piece in pieces)
    assert all(piece.intents_wanted for piece in cut(text[:12_000]))


def test_pieces_whose_intents_were_not_asked_do_not_weigh() -> None:
    ends = [Parse("m", 0, 10, 1, 3, (("greet", 0.6), ("deny", 0.4)), ()), Parse("m", 900, 30, 3, 3, (("deny", 0.8), ("greet", 0.2)), ())]
    inside = Parse("m", 10, 890, 2, 3, (), ())
    assert intents([ends[0], inside, ends[1]]) == intents(ends) == (("deny", 0.7), ("greet", 0.3))
    about = {"message_id": "m", "offset": 10, "length": 890, "piece": 2, "pieces": 3, "intents_wanted": False}
    assert parse_of({"metadata": about, "intent_ranking": [{"name": "nlu_fallback", "confidence": 0.7}]}).intents == ()


def test_two_pieces_are_on_their_way_at_a_time_and_the_last_one_alone() -> None:
    sent: list[dict[str, Any]] = []
    busy, most, beside_the_last = 0, 0, 0

    async def answer(request: httpx.Request) -> httpx.Response:
        nonlocal busy, most, beside_the_last
        body = json.loads(request.content)
        sent.append(body)
        busy += 1
        most = max(most, busy)
        about = body["metadata"]
        beside_the_last = busy if about["piece"] == about["pieces"] else beside_the_last
        await asyncio.sleep(0.01)
        busy -= 1
        return httpx.Response(200 if about["piece"] != refused else 500, json=[])

    async def deliver() -> None:
        line = RasaLine("http://rasa", 5.0)
        line._client = httpx.AsyncClient(base_url="http://rasa", transport=httpx.MockTransport(answer))
        await line.deliver(Stored("m", "c", 1, "insured", datetime.now(UTC), "Een zin. " * 4_000), "nl-NL")
        await line.close()

    refused = 0
    asyncio.run(deliver())
    numbers = [body["metadata"]["piece"] for body in sent]
    assert sorted(numbers) == list(range(1, sent[0]["metadata"]["pieces"] + 1))
    assert (most, beside_the_last, numbers[-1]) == (2, 1, len(numbers))
    assert len({body["sender"] for body in sent}) == len(sent)
    sent.clear()
    refused = 3
    asyncio.run(deliver())
    assert len(numbers) not in [body["metadata"]["piece"] for body in sent]
