"""What of a claim file can tell that another file speaks of the same event, and under which keys it is looked up.

`facts_of(claim file as JSON)` gives Facts, `as_json` and `from_json` keep them, `keys(facts)` are what two files must share (one at least)
before they are compared. A file's own words are read only for what has no field: the ending of locked files, the supplier's tool.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.claims import company_names
from bot.claims.company_names import WORDS
from bot.claims.moments import ZONE, span

Days = tuple[int, int]  # first and last possible day, as ordinals, both included
# What the pages show of each file side by side.
SHOWN = (
    "insured_legal_name", "policy_number", "insured_registration_number", "reporter_name", "reporter_role", "reporter_phone",
    "reporter_email", "broker_name", "claimant_legal_name", "claimant_registration_number", "incident_occurred_at",
    "incident_discovered_at", "attack_type", "ransomware_family", "wallet_address", "ransom_demand_amount", "demand_amount",
)  # fmt: skip
FOR_OTHERS = ("broker", "lawyer")  # who reports for many: their telephone is not the insured's
MOST_DAYS = 62  # a date that is vaguer ("dit jaar") says nothing of when
MOST_KEY = 100
_ENDING = re.compile(r"(?<![\w.])\*?\.([a-z][a-z0-9]{2,14})\b(?![.@]\w)", re.I)
_TOOLS = {name: WORDS["tool_twins"].get(name, name) for name in (*WORDS["tools"], *WORDS["everyday_tools"])}
_TOOL = re.compile(r"(?<![\w-])(" + "|".join(sorted(map(re.escape, _TOOLS), key=len, reverse=True)) + r")(?![\w-])", re.I)
EVERYDAY_TOOLS = frozenset(_TOOLS[name] for name in WORDS["everyday_tools"])
COMMON_ENDINGS = frozenset(WORDS["common_endings"])


@dataclass(frozen=True, slots=True)
class Facts:
    """One file, ready to be compared. Empty text is what nobody said; `values` are the fields SHOWN as the claim file holds them.

    `role` is the reporter's; `occurred` and `discovered` are days; `received` the ordinal of the day the file was opened.
    """

    received: int
    channel: str = ""
    role: str = ""
    insured: str = ""
    policy: str = ""
    registration: str = ""
    phone: str = ""
    email: str = ""
    reporter: str = ""
    claimant: str = ""
    claimant_registration: str = ""
    occurred: Days | None = None
    discovered: Days | None = None
    attack: tuple[str, ...] = ()
    family: str = ""
    wallets: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    ransom: str = ""
    demand: str = ""
    supplier: bool = False
    level: str = ""
    signals: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def domain(self) -> str:
        """Where the reporter's mail goes, when that is a company's own."""
        found = self.email.rpartition("@")[2]
        return "" if found in WORDS["free_mail"] else found


def as_json(facts: Facts) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in asdict(facts).items() if value not in ("", (), None)
    }


def from_json(found: Mapping[str, Any]) -> Facts:
    """What `as_json` gave; names of another release are left out."""
    known = {one.name for one in fields(Facts)}
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in found.items() if name in known}
    return Facts(**values)


def facts_of(claim: Mapping[str, Any]) -> Facts:
    """Read a claim file (DESIGN 4.5, as JSON). Parts that are missing were not said."""
    stated = claim.get("fields") or {}
    values = {name: stated[name]["value"] for name in SHOWN if name in stated and _known(stated[name])}
    said = [str(one.get("text", "")) for one in claim.get("transcript") or () if one.get("author") != "bot"]
    triage = claim.get("triage") or {}
    received = str(claim.get("received_at") or "")
    return Facts(
        received=datetime.fromisoformat(received).astimezone(ZONE).date().toordinal() if received else date(2000, 1, 1).toordinal(),
        channel=str(claim.get("channel") or ""),
        role=_text(values, "reporter_role"),
        insured=_text(values, "insured_legal_name"),
        policy=_signs(_text(values, "policy_number")),
        registration=_number(_text(values, "insured_registration_number")),
        phone=_phone(_text(values, "reporter_phone")),
        email=_text(values, "reporter_email").strip().casefold(),
        reporter=_text(values, "reporter_name"),
        claimant=_text(values, "claimant_legal_name"),
        claimant_registration=_number(_text(values, "claimant_registration_number")),
        occurred=days(values.get("incident_occurred_at")),
        discovered=days(values.get("incident_discovered_at")),
        attack=_codes(values.get("attack_type")),
        family=family(_text(values, "ransomware_family")),
        wallets=_wallets(_text(values, "wallet_address")),
        endings=_found(_ENDING, said, {}, WORDS["ordinary_endings"]),
        tools=_found(_TOOL, said, _TOOLS, ()),
        ransom=_amount(values.get("ransom_demand_amount")),
        demand=_amount(values.get("demand_amount")),
        supplier="supplier" in _codes((stated.get("attack_vector") or {}).get("value")),
        level=str(triage.get("level") or ""),
        signals=tuple(dict.fromkeys(str(one.get("id")) for one in triage.get("signals") or ())),
        values=values,
    )


def keys(facts: Facts) -> set[str]:
    """Under which the file is looked up; one that an event lasts for holds the week too, and the next."""
    found = {f"policy:{facts.policy}", f"mail:{facts.email}", f"domain:{facts.domain}", f"phone:{facts.phone}"}
    found |= {f"number:{one}" for one in (facts.registration, facts.claimant_registration)}
    found |= {f"wallet:{one}" for one in facts.wallets}
    found |= {f"name:{key}" for name in (facts.insured, facts.claimant) for key in company_names.keys(name)}
    marks = [f"family:{facts.family}"] if facts.family else []
    marks += [f"ending:{one}" for one in facts.endings] + [f"tool:{one}" for one in facts.tools if one not in EVERYDAY_TOOLS]
    marks += [f"demand:{facts.demand}"] if is_odd(facts.demand) else []
    found |= {f"{mark}:{week}" for mark in marks for week in _weeks(facts)}
    return {key[:MOST_KEY] for key in sorted(found) if not key.endswith(":")}


def days(value: Any) -> Days | None:
    """The days a calendar value can mean, three more on both sides when it is approximate; None for one vaguer than two months."""
    found = span(value)
    if found is None:
        return None
    first, last = (at.astimezone(ZONE) for at in found)
    ends = last.date().toordinal() - (1 if last.time() == datetime.min.time() and last > first else 0)
    slack = 3 if isinstance(value, Mapping) and value.get("approx") else 0
    made = first.date().toordinal() - slack, max(ends, first.date().toordinal()) + slack
    return made if made[1] - made[0] <= MOST_DAYS else None


def family(name: str) -> str:
    """The name of a kind of ransomware without its version: LockBit 3.0 is lockbit, ALPHV is blackcat."""
    found = re.sub(r"\b(?:ransomware|ransom|groep|group|gang|v?\d+(?:[ .]\d+)*)\b", " ", company_names.plain(name))
    found = re.sub(r"(?<=[a-z]{4})\d+$", "", " ".join(found.split()))
    twins: dict[str, str] = WORDS["families"]
    return twins.get(found.replace(" ", ""), found)


def is_odd(amount: str) -> bool:
    """Whether an amount is so exact that two files name it by chance hardly ever: cents, or no round hundreds above a thousand."""
    number = amount.partition(" ")[0]
    if not number:
        return False
    value = Decimal(number)
    return value >= 1000 and (value != value.to_integral_value() or bool(value % 100))


def _known(state: Mapping[str, Any]) -> bool:
    return state.get("status") not in ("unknown", "declined") and state.get("value") is not None


def _text(values: Mapping[str, Any], name: str) -> str:
    found = values.get(name)
    return found if isinstance(found, str) else ""


def _signs(text: str) -> str:
    found = "".join(c for c in company_names.plain(text).upper() if c.isalnum())
    return found if len(found) >= 4 else ""


def _number(text: str) -> str:
    """The digits of a KBO, VAT or KvK number; a Belgian one with and without its leading nought is one."""
    digits = "".join(c for c in text if c.isdigit())
    return digits.lstrip("0") if len(digits) >= 8 else ""


def _phone(text: str) -> str:
    """The last nine digits: with and without the country's number one telephone."""
    digits = "".join(c for c in text if c.isdigit())
    return digits[-9:] if len(digits) >= 9 else ""


def _codes(value: Any) -> tuple[str, ...]:
    return tuple(sorted({str(one) for one in (value if isinstance(value, list) else [value]) if one}))


def _wallets(text: str) -> tuple[str, ...]:
    # Base58 tells capitals from small letters, bech32 and hexadecimal do not.
    found = re.findall(r"\w{20,}", text)
    return tuple(sorted({one.lower() if one.lower().startswith(("bc1", "0x", "ltc1")) else one for one in found}))


def _amount(value: Any) -> str:
    """ "39746.41 EUR"; empty for what is no amount."""
    if not isinstance(value, Mapping) or "amount" not in value:
        return ""
    try:
        number = Decimal(str(value["amount"])).normalize()
    except InvalidOperation:
        return ""
    return f"{number:f} {value.get('asset') or value.get('currency') or ''}".strip()


def _found(pattern: re.Pattern[str], said: Iterable[str], twins: Mapping[str, str], never: Iterable[str]) -> tuple[str, ...]:
    found = {one.lower() for text in said for one in pattern.findall(text)}
    return tuple(sorted({twins.get(one, one) for one in found if one not in never})[:8])


def _weeks(facts: Facts) -> set[int]:
    """The weeks of the event and those around them, so that two days a week apart share one; of the report when no day is known."""
    known = [one for one in (facts.occurred, facts.discovered) if one] or [(facts.received, facts.received)]
    return {week for first, last in known for week in range((first - 3) // 7, (last + 3) // 7 + 1)}
