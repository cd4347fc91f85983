"""What the file and a message together speak of, so that "betaald" and "dat geld" find their meaning."""

from bot.claims.model import Annotation, ClaimFile


class Scene:
    """What the file and this message together speak of: extortion (so "betaald" means the ransom), an attack, a claim."""

    def __init__(self, file: ClaimFile, usable: list[Annotation], ask: str | None) -> None:
        kinds = set(file.value("attack_type") or [])
        said = [a for a in usable if a.is_fact and a.polarity == "affirmed"]
        kinds |= {a.value for a in said if a.role == "attack_type"}
        names = {a.role for a in said if a.value is not None and not a.extra.get("needs")}
        demands = any(a.role == "ransom_demanded" and a.entity in ("money", "crypto") and not a.extra.get("alt") for a in usable)
        self.ransom = bool(
            file.value("ransom_demanded")
            or file.value("ransom_demand_amount")
            or "ransomware" in kinds
            or file.value("ransomware_family")
            or demands
            or names & {"ransom_demanded", "ransomware_family"}
            or str(ask).startswith("ransom")
        )
        self.paid = self.ransom and (
            file.value("ransom_paid") is True
            or file.value("ransom_paid_amount") is not None
            or any(a.role == "ransom_paid" and a.value and not (a.entity == "fact" and a.polarity == "negated") for a in usable)
        )
        self.demanded = file.value("ransom_demand_amount") is not None
        # Demand and payment are both known: coins without a verb could be either, and change neither.
        self.settled = self.demanded and file.value("ransom_paid_amount") is not None
        self.attack = self.ransom or bool(kinds & {"data_theft", "ddos", "malware"})
        self.fraud = "invoice_or_ceo_fraud" in kinds
        self.breach = "data_theft" in kinds or file.value("data_exfiltration") in ("yes", "suspected") or "data_exfiltration" in names
        self.ransom = self.ransom or (self.attack and any(a.role == "ransom_demanded" for a in usable))
        self.claim = (
            file.value("claim_made") not in (None, "no") or "claim_made" in names or ask in ("demand_amount", "claim_made", "demand_heads")
        )


def money_role(a: Annotation, scene: Scene) -> str | None:
    """The role of an amount, with the file in view where the words leave two."""
    if a.extra.get("needs") == "ransom" and not scene.ransom:
        return None
    if a.extra.get("needs") == "claim" and not scene.claim and scene.attack:
        return None
    if a.extra.get("alt") and (not scene.attack or scene.demanded):  # the attackers have had their say: another sum is the claim
        return str(a.extra["alt"])
    return a.role
