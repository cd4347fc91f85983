"""Run in a copy of the project whose `fields.toml` has one entry more: tells, as JSON, where that field is seen.

Not a test by itself: `test_one_entry.py` makes the copy and runs this in it.
"""

import json
import pathlib
import sys
from typing import Any

import httpx

from bot.claims import fields, schema
from bot.services import core as cores
from bot.services import texts
from bot.wiring import ROOT
from tests.turn.served import Served, served

V1 = "/api/v1"
NAME = "two_step_login"


class Desk:
    """A conversation of an agent through the real door."""

    def __init__(self, house: Served) -> None:
        staff = house.system.staff
        made = staff.create_staff("balie", "agent")
        first = staff.log_in(made.name, made.password, address="x")
        entered = staff.change_password(first.token, made.password, "een lang wachtwoord", address="x")
        cookie = {"Cookie": f"claimloket_staff={entered.token}", "X-CSRF-Token": entered.session.csrf}
        self.house, self.keys = house, iter("abcdefghij")
        self.client = httpx.Client(base_url=house.url, timeout=30, headers=cookie)
        opened = self.client.post(f"{V1}/conversations", json={"channel": "call_centre_agent", "language": "nl-BE"}).json()
        self.id, self.path = opened["id"], f"{V1}/conversations/{opened['id']}"
        self.client.headers["Authorization"] = f"Bearer {opened['access_token']}"

    def say(self, text: str, intent: str) -> list[dict[str, Any]]:
        self.house.line.intent = intent
        answer = self.client.post(f"{self.path}/messages", json={"text": text}, headers={"Idempotency-Key": next(self.keys)}).json()
        messages: list[dict[str, Any]] = answer["messages"]
        return messages

    def field(self) -> Any:
        return self.client.get(f"{self.path}/claim-file").json()["fields"].get(NAME)


def through_the_door(house: Served) -> dict[str, Any]:
    desk = Desk(house)
    document = desk.client.get(f"{V1}/openapi.json").json()["components"]["schemas"]
    desk.client.patch(f"{desk.path}/fields/attack_status", json={"value": "stopped"})
    asked = desk.say("De klant belt dat alles stil ligt sinds gisteren en weet het niet.", "inform_incident")
    desk.say("Iedereen met een token", "inform_incident")
    heard = desk.field()
    wrong = desk.client.patch(f"{desk.path}/fields/{NAME}", json={"value": [{"who": "iedereen"}]}).json()
    value = [{"who": "admins", "text": "sinds mei", "since": "2026-05"}]
    desk.client.patch(f"{desk.path}/fields/{NAME}", json={"value": value})
    return {
        "openapi": {"names": document["FieldName"]["enum"], "value": document["FieldValues"]["properties"].get(NAME)},
        "asked": asked[-1],
        "heard": heard,
        "wrong": wrong,
        "by_hand": desk.field(),
        "adjuster": desk.client.get(f"/dossiers/{desk.id}").text,
        "served_schema": desk.client.get(f"{V1}/schema/claim-file").json()["properties"]["fields"]["properties"].get(NAME),
        "desk": desk.client.get(f"/balie/formulier/{desk.id}").text,
        "control": desk.client.get(f"/balie/formulier/{desk.id}/{NAME}").text,
    }


def main(folder: pathlib.Path) -> None:
    with served(folder, cores.real(texts.Catalogue.load(ROOT / "domain.yml")), local_dir=str(folder / "local")) as house:
        found = through_the_door(house)
    field = fields.FIELDS[NAME]
    found |= {
        "where": str(pathlib.Path(fields.__file__)),
        "schema": schema.schema()["properties"]["fields"]["properties"].get(NAME),
        "docs": schema.fields_page(),
        "question": {language: texts.question(field.name, language).text for language in ("nl-NL", "nl-BE")},
    }
    (folder / "found.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
