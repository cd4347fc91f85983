"""The form beside an agent's talk: set and correct any field by hand, with its reasons, while the talk goes on."""

from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from bot.claims.fields import FIELDS
from tests.browser.product import Product
from tests.browser.talk import conversation, log_in, say
from tests.browser.test_access import LOOKS, check, tab_to
from tests.claims.test_export import value_for

STORY = "IT-bedrijf aan de lijn, naam An Claes. Klant ligt plat, bijna alle servers versleuteld. Aanvallers vragen 10 bitcoin."
GOOD = {"registration_number": "12345678", "policy_number": "BE-1", "wallet": "bc1qar0srrr7xfkvy5l643"}


@pytest.fixture
def desk(page: Page, product: Product) -> Page:
    log_in(page, product, "balie")
    page.goto(f"{product.url}/balie")
    page.locator("#log article").first.wait_for()
    page.locator("[data-field]").first.wait_for()
    return page


def opened(desk: Page, name: str) -> Locator:
    """The form of a field, opened; a folded group is opened first."""
    box = desk.locator(f"[data-field={name}]")
    group = desk.locator("details.desk-group", has=box)
    if group.count() and group.get_attribute("open") is None:
        group.locator("> summary").click()
    box.locator("> summary").click()
    form = box.locator("form")
    form.wait_for()
    return form


def save(form: Locator) -> None:
    form.get_by_role("button", name="Opslaan").click()
    expect(form).to_have_count(0)


class Api:
    """The same conversation through the API, as this agent."""

    def __init__(self, desk: Page, product: Product) -> None:
        held = desk.evaluate("JSON.parse(localStorage.getItem('claimloket.call_centre_agent.session'))")
        cookies = "; ".join(f"{one['name']}={one['value']}" for one in desk.context.cookies())
        csrf = desk.locator("main").get_attribute("data-csrf") or ""
        headers = {"Authorization": f"Bearer {held['token']}", "Cookie": cookies, "X-CSRF-Token": csrf}
        self.client = httpx.Client(base_url=f"{product.url}/api/v1/conversations/{held['id']}", headers=headers, timeout=30)

    def fields(self) -> dict[str, Any]:
        found: dict[str, Any] = self.client.get("/claim-file").json()["fields"]
        return found

    def patch(self, name: str, value: Any) -> None:
        answer = self.client.patch(f"/fields/{name}", json={"value": value})
        assert answer.status_code == 200, answer.text


def test_an_agent_corrects_what_was_heard_and_the_history_keeps_both(desk: Page, product: Product) -> None:
    say(desk, STORY)
    form = opened(desk, "ransom_demand_amount")
    expect(form.get_by_label("bedrag")).to_have_value("10")
    expect(form).to_contain_text("10 bitcoin")  # the words it rests on
    form.get_by_label("bedrag").fill("7,5")
    save(form)
    expect(desk.locator("[data-field=ransom_demand_amount] .desk-value")).to_have_text("7,5 BTC")
    state = Api(desk, product).fields()["ransom_demand_amount"]
    assert (state["value"], state["said_by"]) == ({"amount": "7.5", "asset": "BTC"}, "agent")
    form = opened(desk, "ransom_demand_amount")
    form.get_by_text("Eerdere antwoorden").click()
    expect(form.locator("ol")).to_contain_text("10 BTC (beller)")
    desk.goto(f"{product.url}/dossiers/{conversation(desk, 'call_centre_agent')}")
    expect(desk.locator("[data-field=ransom_demand_amount]")).to_contain_text("7,5 BTC")


def test_a_refusal_stands_beside_the_control_it_is_about(desk: Page) -> None:
    form = opened(desk, "own_hours")
    form.get_by_label("uren").fill("zestig")
    form.get_by_label("bedrag").fill("75")
    form.get_by_role("button", name="Opslaan").click()
    error = form.get_by_role("alert")
    expect(error).to_have_text("Eigen uren, uren: vul alleen een getal in. Goed is bijvoorbeeld: 60.")
    hours = form.get_by_label("uren")
    expect(hours).to_be_focused()
    expect(hours).to_have_attribute("aria-invalid", "true")
    assert hours.get_attribute("aria-describedby") == error.get_attribute("id")
    check(desk)
    hours.fill("60,5")
    save(form)
    expect(desk.locator("[data-field=own_hours] .desk-value")).to_have_text("uren: 60,5; tarief per uur: € 75 btw onbekend")
    expect(desk.locator("[data-field=own_hours] > summary")).to_be_focused()


def test_a_day_that_lies_ahead_is_refused_in_dutch(desk: Page) -> None:
    form = opened(desk, "incident_occurred_at")
    form.get_by_label("dag", exact=True).fill("2090-01-01")
    form.get_by_role("button", name="Opslaan").click()
    expect(form.get_by_role("alert")).to_contain_text("deze dag ligt nog niet achter ons")


def test_what_an_agent_is_typing_is_never_replaced(desk: Page, product: Product) -> None:
    form = opened(desk, "reporter_name")
    name = form.get_by_label("Naam van de melder")
    name.fill("An Cl")
    say(desk, STORY)
    expect(desk.locator("[data-field=reporter_name] .desk-value")).to_have_text("An Claes")
    expect(name).to_have_value("An Cl")
    expect(form.get_by_role("status")).to_have_text("Intussen vastgelegd in het gesprek: An Claes")
    name.fill("An Claessens")
    save(form)
    assert Api(desk, product).fields()["reporter_name"]["value"] == "An Claessens"


def test_an_open_form_that_nobody_touches_follows_the_talk(desk: Page) -> None:
    form = opened(desk, "reporter_name")
    say(desk, STORY)
    expect(form.get_by_label("Naam van de melder")).to_have_value("An Claes")
    expect(desk.locator("[data-group=known] [data-field=reporter_name]")).to_have_attribute("open", "")


def test_choices_rows_and_times_are_kept_as_the_claim_file_has_them(desk: Page, product: Product) -> None:
    form = opened(desk, "attack_type")
    form.get_by_label("ransomware").check()
    form.get_by_label("diefstal van gegevens").check()
    save(form)
    form = opened(desk, "own_systems_affected")
    form.get_by_label("nee").check()
    save(form)
    form = opened(desk, "incident_discovered_at")
    form.get_by_label("dag", exact=True).fill("2026-11-02")
    form.get_by_label("uur").fill("08:30")
    form.get_by_label("ongeveer").check()
    save(form)
    form = opened(desk, "demand_heads")
    form.get_by_label("onderdeel").select_option(label="losgeld")
    form.get_by_label("bedrag").fill("39.746,41")
    form.get_by_label("btw").select_option(label="zonder btw")
    form.get_by_role("button", name="Nog een toevoegen").click()
    form.get_by_label("onderdeel").nth(1).select_option(label="stilstand")
    form.get_by_role("button", name="Nog een toevoegen").click()
    form.get_by_role("button", name="Weghalen").nth(2).click()
    save(form)
    fields = Api(desk, product).fields()
    assert fields["attack_type"]["value"] == ["ransomware", "data_theft"]
    assert fields["own_systems_affected"]["value"] is False
    assert fields["incident_discovered_at"]["value"] == {"value": "2026-11-02T08:30:00+01:00", "precision": "minute", "approx": True}
    money = {"amount": "39746.41", "currency": "EUR", "vat_basis": "excl"}
    assert fields["demand_heads"]["value"] == [{"head": "ransom", "amount": money}, {"head": "business_interruption"}]


def test_not_known_and_rather_not_are_one_press(desk: Page, product: Product) -> None:
    form = opened(desk, "policy_number")
    form.get_by_role("button", name="Weet de beller niet").click()
    expect(desk.locator("[data-field=policy_number] .badge")).to_have_text("weet niet")
    form = opened(desk, "broker_name")
    form.get_by_role("button", name="Wil de beller niet zeggen").click()
    expect(desk.locator("[data-field=broker_name] .badge")).to_have_text("liever niet")
    assert Api(desk, product).fields()["broker_name"]["status"] == "declined"


def test_answering_the_open_question_by_hand_brings_the_next(desk: Page) -> None:
    say(desk, "IT-bedrijf belt over een klant, er is een storing geweest.")
    asked = desk.locator("[data-asked]")
    expect(asked).to_have_count(1)
    name = asked.get_attribute("data-field") or ""
    before = desk.locator("#log article").count()
    opened(desk, name).get_by_role("button", name="Weet de beller niet").click()
    expect(desk.locator("#log article")).to_have_count(before + 1)
    expect(desk.locator(f"[data-field={name}][data-asked]")).to_have_count(0)
    expect(asked).to_have_count(1)


def test_what_is_not_saved_is_neither_lost_nor_sent(desk: Page) -> None:
    form = opened(desk, "reporter_name")
    form.get_by_label("Naam van de melder").fill("An")
    for button in ("Melding versturen", "Volgende beller"):
        desk.get_by_role("button", name=button).click()
        expect(desk.locator("#notice")).to_have_text("Nog niet opgeslagen: Naam van de melder. Sla het op, of kies: niet bewaren.")
        expect(desk.get_by_role("dialog")).to_be_hidden()
        expect(form.get_by_label("Naam van de melder")).to_have_value("An")
    summary = desk.locator("[data-field=reporter_name] > summary")
    summary.click()
    summary.click()
    expect(form.get_by_label("Naam van de melder")).to_have_value("An")
    form.get_by_role("button", name="Niet bewaren").click()
    expect(form).to_have_count(0)
    desk.get_by_role("button", name="Melding versturen").click()
    expect(desk.get_by_role("dialog")).to_be_visible()


def test_by_keyboard_alone(desk: Page) -> None:
    desk.locator("#fields").focus()
    tab_to(desk, "[data-field=attack_status] > summary")
    desk.keyboard.press("Enter")
    desk.locator("[data-field=attack_status] form").wait_for()
    tab_to(desk, "[data-field=attack_status] input")
    desk.keyboard.press("Space")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    expect(desk.locator("[data-field=attack_status] .desk-value")).to_have_text("gestopt")
    assert desk.evaluate("document.activeElement.closest('[data-field]')?.dataset.field") == "attack_status"


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_everybody_can_use_it(desk: Page, width: int, scheme: Any) -> None:
    desk.set_viewport_size({"width": width, "height": 900})
    desk.emulate_media(color_scheme=scheme)
    for name in (
        "ransom_demanded",
        "incident_occurred_at",
        "contract_fee",
        "demand_heads",
        "backup_design",
        "claimant_country",
        "desired_outcome",
    ):
        opened(desk, name)
    check(desk)


def test_a_form_that_is_saved_unchanged_changes_nothing(desk: Page, product: Product) -> None:
    """For every field with all its parts: what the form shows, read again, is what was recorded."""
    api = Api(desk, product)
    for field in FIELDS.values():
        api.patch(field.name, GOOD.get(field.check) or value_for(field))
    before = api.fields()
    read: dict[str, Any] = desk.evaluate(
        """async ([id, names]) => {
            const { read } = await import('/static/js/desk/read.js');
            const found = {};
            for (const name of names) {
                const text = await (await fetch(`/balie/formulier/${id}/${name}`)).text();
                const form = new DOMParser().parseFromString(text, 'text/html').querySelector('form');
                found[name] = read(form.querySelector('[data-value]'));
            }
            return found;
        }""",
        [conversation(desk, "call_centre_agent"), list(FIELDS)],
    )
    assert set(read) == set(FIELDS), "every field has a form"
    for name, value in read.items():
        api.patch(name, value)
    after = api.fields()
    assert {name: after[name]["value"] for name in FIELDS} == {name: before[name]["value"] for name in FIELDS}


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("39.746,41", "39746.41"),
        ("€ 1.250", "1250"),
        ("12500.5", "12500.5"),
        ("900,-", "900"),
        ("1,5", "1.5"),
        ("1.250.000", "1250000"),
        ("veel", "veel"),
    ],
)
def test_amounts_are_read_as_people_write_them(desk: Page, typed: str, sent: str) -> None:
    assert desk.evaluate("async (text) => (await import('/static/js/desk/read.js')).decimal(text)", typed) == sent
