"""What a page says: which file, how urgent, why in our own words, whom to call back. Never the text of a person."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.claims.triage import SIGNALS

NUMBER = re.compile(r"\+?[0-9][0-9 ()./-]{5,28}")


@dataclass(frozen=True, slots=True)
class Notice:
    """One page. `id` is the same at every try; `phone` is None while nobody gave a number; `line` is first or second."""

    id: str
    line: str
    claim_id: str
    number: str | None
    url: str
    level: str
    signals: tuple[str, ...]
    phone: str | None
    raised_at: datetime

    def as_json(self) -> dict[str, Any]:
        """The body of the webhook."""
        return {
            "id": self.id,
            "kind": "alarm",
            "line": self.line,
            "file": {"id": self.claim_id, "number": self.number, "url": self.url},
            "level": self.level,
            "signals": [{"id": one, "label": SIGNALS[one]} for one in self.signals],
            "phone": self.phone,
            "raised_at": self.raised_at.isoformat(timespec="seconds"),
        }

    @property
    def subject(self) -> str:
        return f"{self.level}: dossier {self.number or self.claim_id[:8]} heeft nu iemand nodig"

    def as_text(self) -> str:
        """The e-mail."""
        why = "\n".join(f"- {one}: {SIGNALS[one]}" for one in self.signals) or "- geen signaal meer"
        again = "Nog niemand heeft dit dossier geopend." if self.line == "second" else "Open het dossier. Dan stoppen deze berichten."
        return (
            f"Dossier {self.number or self.claim_id} is {self.level}.\n\nWaarom:\n{why}\n\n"
            f"Terugbellen: {self.phone or 'nog geen nummer bekend'}\nDossier: {self.url}\n\n{again}\n"
        )


def notice(page_id: str, line: str, raised_at: datetime, claim: Mapping[str, Any], base_url: str) -> Notice:
    """The notice for a claim file as it is now. A number that does not look like one is left out: it could be anybody's words."""
    state = claim["fields"].get("reporter_phone") or {}
    phone = state.get("value") if state.get("status") not in ("unknown", "declined") else None
    triage = claim["triage"]
    return Notice(
        id=page_id,
        line=line,
        claim_id=claim["id"],
        number=claim["number"],
        url=f"{base_url.rstrip('/')}/dossiers/{claim['id']}",
        level=triage["level"],
        signals=tuple(one["id"] for one in triage["signals"] if one["id"] in SIGNALS),
        phone=phone if isinstance(phone, str) and NUMBER.fullmatch(phone) else None,
        raised_at=raised_at,
    )
