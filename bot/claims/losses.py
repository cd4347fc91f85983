"""The loss labels of a file: each head's status and party, the reported classes, and the primary loss (docs/losses.md)."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import tomllib

from bot.claims.ledger import NEVER_A_LOSS, ledger
from bot.claims.model import Assertion, Evidence, LedgerLine, LossState, LossStatus, Party

CLASSES = ("ransom", "restoration", "business_interruption", "other")
_ORDER: dict[str, int] = {"absent": 0, "possible": 1, "threatened": 2, "incurred": 3, "claimed": 4}
# What a coin is worth by order of size: enough to say which loss is the largest, and used for nothing else.
_ROUGHLY = {"BTC": 50_000, "ETH": 2_500, "XMR": 150, "BCH": 300, "LTC": 80}
_LABELS = frozenset({"claimed", "incurred"})


class Labels(NamedTuple):
    """`losses` by reported class (all four), `fine_losses` by head, the labels in the order of CLASSES, the primary one."""

    losses: dict[str, LossState]
    fine_losses: dict[str, LossState]
    loss_types: tuple[str, ...]
    primary_loss: str | None


@lru_cache(maxsize=1)
def rollup() -> Mapping[str, str]:
    """The reported class of every head; "" for heads that never set a label."""
    text = Path(__file__).with_name("rollup.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)["classes"])


class _Head:
    """What was said of one head, gathered."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str, Assertion]] = []

    def add(self, status: str, party: str, source: Assertion) -> None:
        self.said.append((status, party, source))

    def state(self, amounts: tuple[LedgerLine, ...]) -> LossState | None:
        if not self.said:
            return None
        status: str = max((s for s, _, _ in self.said), key=_ORDER.__getitem__)
        denials = [i for i, (s, _, a) in enumerate(self.said) if s == "absent" and not (a.kind == "loss" and a.value.get("part"))]
        if denials and status != "absent":
            after = [s for s, _, a in self.said[denials[-1] + 1 :]]
            if status != "claimed" or self.said[denials[-1]][2].correction:
                # "nothing was lost" outweighs what was only seen happening; a loss told of afterwards counts again
                status = max([*(s for s in after if _ORDER[s] >= 3 and self._elsewhere(denials[-1], s)), "absent"], key=_ORDER.__getitem__)
        rows = [(p, a) for s, p, a in self.said if s == status]
        party = next((p for p, _ in rows if p != "unknown"), next((p for _, p, _ in self.said if p != "unknown"), "unknown"))
        evidence: dict[Evidence, None] = {}
        for _, a in rows:
            evidence.update(dict.fromkeys(a.evidence))
        confidence = max(a.confidence for _, a in rows) if rows else 0.5
        return LossState(_status(status), _party(party), confidence, amounts, tuple(evidence))

    def _elsewhere(self, denial: int, status: str) -> bool:
        """Whether the loss was told of in a later message than the denial."""
        told = [a for s, _, a in self.said[denial + 1 :] if s == status]
        return any(a.message_id != self.said[denial][2].message_id for a in told)


def _status(status: str) -> LossStatus:
    return status  # type: ignore[return-value]


def _party(party: str) -> Party:
    return party if party in ("insured", "claimant", "third_party") else "unknown"  # type: ignore[return-value]


def losses(assertions: Iterable[Assertion]) -> Labels:
    """The labels that follow from everything recorded; later words correct earlier ones, the history stays in the log."""
    log = tuple(assertions)
    lines = ledger(log)
    fields = _last(log)
    heads: dict[str, _Head] = {name: _Head() for name in rollup()}
    for a in log:
        if a.kind == "loss" and a.name in heads:
            heads[a.name].add(a.value["status"], a.value.get("party", "unknown"), a)
    _from_money(log, heads)
    _ransom(heads["ransom"], fields)
    _restoration(heads["restoration"], fields)
    _interruption(heads["business_interruption"], fields)
    fine: dict[str, LossState] = {}
    for name, head in heads.items():
        state = head.state(tuple(x for x in lines if x.head == name and x.role not in NEVER_A_LOSS))
        if state is not None:
            fine[name] = state
    reported = {name: _reported(name, fine) for name in CLASSES}
    _unnamed_claim(log, reported)
    types = tuple(name for name in CLASSES if reported[name].status in _LABELS)
    return Labels(reported, fine, types, _primary(types, reported, log))


def _last(log: tuple[Assertion, ...]) -> dict[str, Assertion]:
    """The last answer with a value to every field."""
    return {a.name: a for a in log if a.kind == "field" and a.status not in ("unknown", "declined")}


def _from_money(log: tuple[Assertion, ...], heads: dict[str, _Head]) -> None:
    for a in log:
        if a.kind != "money" or a.name in NEVER_A_LOSS or a.value.get("amount") is None:
            continue
        head = a.value.get("head")
        if head in heads and head != "ransom":
            heads[head].add("claimed" if a.name == "claimed" else "incurred", a.value.get("party", "unknown"), a)
        elif head == "ransom" and a.name == "claimed":
            heads["ransom"].add("claimed", "claimant", a)


def _ransom(head: _Head, fields: dict[str, Assertion]) -> None:
    """Ransom follows from what was demanded and paid; a claim for it was read from the words."""
    paid, demanded = fields.get("ransom_paid"), fields.get("ransom_demanded")
    payer = fields.get("ransom_paid_by")
    amount = fields.get("ransom_demand_amount") or fields.get("ransom_negotiated_amount")
    settled = paid if paid is not None else payer or fields.get("ransom_paid_amount")
    was_paid = settled is not None and (settled.value is not False)
    if was_paid and settled is not None:
        head.said = [row for row in head.said if row[0] != "absent"]  # paid is paid, also when it is not asked back
        who = {"other": "third_party", "insurer": "third_party"}.get(payer.value, payer.value) if payer is not None else "unknown"
        head.add("incurred", who, settled)
    elif demanded is not None and demanded.value is False:
        head.said = [row for row in head.said if row[0] == "absent"]
        head.add("absent", "unknown", demanded)
    elif demanded is not None or amount is not None:
        source = demanded or amount
        assert source is not None
        head.said = [row for row in head.said if row[0] != "absent" and not (paid is not None and row[0] == "claimed")]
        head.add("threatened", "unknown", source)
    elif paid is not None and paid.value is False:
        head.said = []
        head.add("absent", "unknown", paid)
    elif _has(fields, "attack_type", "ransomware"):
        head.add("possible", "unknown", fields["attack_type"])


def _has(fields: dict[str, Assertion], name: str, code: str) -> bool:
    return name in fields and isinstance(fields[name].value, list) and code in fields[name].value


def _restoration(head: _Head, fields: dict[str, Assertion]) -> None:
    """Systems that are back after they were hit have been worked on, unless somebody says otherwise."""
    done = fields.get("restoration_status")
    locked = fields.get("encrypted_asset_types")
    hit = locked or (fields.get("attack_type") if _has(fields, "attack_type", "ransomware") else None)
    if done is not None and hit is not None and done.value in ("done", "partly_done", "in_progress"):
        head.add("incurred", "unknown", done)
    elif hit is not None:  # locked systems will have to be rebuilt; the word ransomware alone is only a signal (rules 3 and 4)
        head.add("threatened" if locked else "possible", "unknown", hit)


def _interruption(head: _Head, fields: dict[str, Assertion]) -> None:
    stood = fields.get("bi_occurred")
    if stood is not None and stood.value in ("claimant", "insured", "both"):
        head.add("possible", "claimant" if stood.value != "insured" else "insured", stood)
    elif stood is not None and stood.value == "none":
        head.add("absent", "unknown", stood)
    if "bi_claimed_amount" in fields:
        head.add("claimed", "claimant", fields["bi_claimed_amount"])


def _reported(name: str, fine: dict[str, LossState]) -> LossState:
    members = [fine[h] for h, c in rollup().items() if c == name and h in fine]
    if not members:
        return LossState("absent", "unknown", 0.5)
    top = max(members, key=lambda s: _ORDER[s.status])
    same = [s for s in members if s.status == top.status]
    evidence = tuple(dict.fromkeys(e for s in same for e in s.evidence))
    amounts = tuple(line for s in members for line in s.amounts)
    party: Party = next((s.party for s in same if s.party != "unknown"), "unknown")
    return LossState(top.status, party, max(s.confidence for s in same), amounts, evidence)


def _euro(state: LossState) -> Decimal:
    """How large the largest single amount of a class is; amounts are compared, never added, and coins only by their order of size."""
    sizes = (Decimal(line.amount) * (1 if line.currency else _ROUGHLY.get(str(line.asset), 1)) for line in state.amounts)
    return max(sizes, default=Decimal(0))


def _unnamed_claim(log: tuple[Assertion, ...], reported: dict[str, LossState]) -> None:
    """A demand without a named head is a loss all the same: "other", or restoration when data is lost for good."""
    if any(state.status in _LABELS for state in reported.values()):
        return
    total = _last(log).get("demand_amount")
    lost = any(a.kind == "field" and a.name == "data_lost_permanently" and a.value is True for a in log)
    if total is not None:
        reported["restoration" if lost else "other"] = LossState("claimed", "claimant", 0.5, (), total.evidence)


def _primary(types: tuple[str, ...], reported: dict[str, LossState], log: tuple[Assertion, ...]) -> str | None:
    """The class said to be the most, else with the largest amount, else put first by the claimant, else the strongest."""
    if len(types) < 2:
        return types[0] if types else None
    classes = rollup()
    said_most = [
        classes[a.name] for a in log if a.kind == "loss" and a.name in classes and a.value.get("main") and classes[a.name] in types
    ]
    if said_most:
        return said_most[-1]
    amounts: dict[str, Decimal] = {t: _euro(reported[t]) for t in types}
    if max(amounts.values()) > 0:
        return max(types, key=lambda t: amounts[t])
    first = [classes.get(a.name, "") for a in log if a.kind == "loss" and a.value["status"] == "claimed"]
    for name in first:
        if name in types:
            return name
    return max(types, key=lambda t: _ORDER[reported[t].status])


def values(state: LossState) -> dict[str, Any]:
    """A plain view of a state, for tests and tools."""
    return {"status": state.status, "party": state.party}
