"""The section on one event in two files, in a browser: readable by anybody (axe-core), and decided with two buttons."""

import pathlib
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.product import Product

V1 = "/api/v1"


def filled(product: Product, **fields: Any) -> str:
    """A conversation by web chat of which these fields are filled; its id."""
    with httpx.Client(base_url=product.url, timeout=30) as client:
        opened = client.post(f"{V1}/conversations", json={"language": "nl-BE"}).json()
        path, headers = f"{V1}/conversations/{opened['id']}", {"Authorization": f"Bearer {opened['access_token']}"}
        text = {"text": "Goedemorgen, ik wil een schade melden."}
        client.post(f"{path}/messages", json=text, headers={**headers, "Idempotency-Key": "first"}).raise_for_status()
        for name, value in fields.items():
            client.patch(f"{path}/fields/{name}", json={"value": value}, headers=headers).raise_for_status()
    return str(opened["id"])


def day(text: str) -> dict[str, Any]:
    return {"value": text, "precision": "day", "approx": False}


def accessible(page: Page) -> None:
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()


@pytest.fixture
def two(product: Product) -> tuple[str, str]:
    attack = {"attack_type": ["ransomware"], "ransomware_family": "Sarcoma"}
    one = filled(
        product,
        insured_legal_name="Vlasman Systeembeheer",
        claimant_legal_name="Hotel Duinzicht",
        incident_discovered_at=day("2026-04-14"),
        **attack,
    )
    other = filled(
        product,
        insured_legal_name="Demuynck Informatica",
        claimant_legal_name="Optiek Crabbe",
        incident_discovered_at=day("2026-04-15"),
        **attack,
    )
    return one, other


def test_a_person_links_two_files(staff: Page, product: Product, two: tuple[str, str], tmp_path: pathlib.Path) -> None:
    one, other = two
    staff.goto(f"{product.url}/dossiers")
    row = staff.locator("tbody tr", has=staff.locator(f'a[href="/dossiers/{one}"]'))
    expect(row).to_contain_text("mogelijk hetzelfde voorval")
    accessible(staff)
    staff.goto(f"{product.url}/dossiers/{one}")
    section = staff.locator("section.same-event")
    expect(section).to_contain_text("zelfde ransomware (sarcoma)")
    section.locator("article", has=staff.locator(f'a[href="/dossiers/{other}"]')).get_by_text("Naast elkaar").click()
    expect(section).to_contain_text("Optiek Crabbe")
    accessible(staff)
    section.screenshot(path=tmp_path / "claim.png")
    section.get_by_role("button", name="Hoort bij elkaar").first.click()
    expect(section).to_contain_text("Hoort bij elkaar, volgens schadebeheerder")
    accessible(staff)
    section.get_by_role("link", name="Alle dossiers van dit voorval").click()
    expect(staff.get_by_role("heading", level=1)).to_have_text("Eén voorval")
    expect(staff.locator("main")).to_contain_text("2 dossiers, 2 verzekerden")
    accessible(staff)
    staff.screenshot(path=tmp_path / "event.png", full_page=True)
