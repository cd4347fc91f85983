"""The summary an adjuster reads first: what is known of the questions that matter most. Facts with their words, no opinion."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.web.review import contexts, dutch, labels

# A line of the summary: its label and the fields that fill it, in the order of reading.
LINES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Melding", ("notification_type",)),
    ("Incident", ("attack_type", "attack_status")),
    ("Begonnen", ("incident_occurred_at",)),
    ("Ontdekt", ("incident_discovered_at", "discovered_by")),
    ("Geraakte systemen", ("encrypted_asset_types", "encrypted_asset_count")),
    ("Back-ups geraakt", ("backups_affected",)),
    ("Gegevens gestolen", ("data_exfiltration",)),
    ("Losgeld gevraagd", ("ransom_demanded", "ransom_demand_amount")),
    ("Losgeld onderhandeld", ("ransom_negotiated_amount",)),
    ("Losgeld betaald", ("ransom_paid", "ransom_paid_amount", "ransom_paid_by")),
    ("Eis van de klant", ("claim_made", "demand_amount", "demand_heads")),
    ("Dienst", ("service_types", "contract_fee")),
    ("Andere klanten geraakt", ("other_clients_affected",)),
    ("Eigen systemen geraakt", ("own_systems_affected",)),
)
QUALIFIED = ("estimated", "contradicted", "derived")


def summary(claim: Mapping[str, Any], quote: Callable[[Any], tuple[contexts.Quote, ...]]) -> tuple[contexts.Fact, ...]:
    """One fact for each line of which anything is known, "weet niet" included."""
    fields, language = claim.get("fields") or {}, str(claim.get("language"))
    facts = []
    for label, names in LINES:
        known = [(name, fields[name]) for name in names if name in fields]
        words = [(text, state) for name, state in known if (text := said(name, state, language, alone=len(known) == 1))]
        if words:
            # "Dat weet ik niet" says nothing an adjuster wants to look up; it stays with the field.
            told = [state for _, state in words if state.get("status") not in labels.SILENT]
            found = tuple(dict.fromkeys(one for state in told for one in quote(state)))
            facts.append(contexts.Fact(label, ", ".join(dict.fromkeys(text for text, _ in words)), found))
    return tuple(facts)


def said(name: str, state: Mapping[str, Any], language: str, *, alone: bool) -> str:
    """The value with its doubt, as in "30 (schatting)"; an unknown beside a known value is left out."""
    status = str(state.get("status"))
    if status in labels.SILENT:
        return labels.STATUS[status] if alone else ""
    text = dutch.field_value(name, state.get("value"), language)
    return f"{text} ({labels.STATUS[status]})" if text and status in QUALIFIED else text
