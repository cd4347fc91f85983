"""What no text of ours may say (DOMAIN.md section 3), looked for in all that was shown, by patterns of our own.

It knows nothing of the rules that pick a text. A text that speaks of paying, of guilt or of a promise only to hold back from it matches some
pattern too; such a text passes when it is, word for word, a text of the catalogue that people have read and found neutral: `NEUTRAL`.
"""
# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one

import re
from collections.abc import Mapping

from tests.claims.test_catalogue import TEXTS

WRONG: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "cover": r"\b(?:gedekt|dekking|meeverzekerd|verzekerd (?:bent|is|bedrag)|(?:bent|is|zijn) (?:\w+ ){0,2}verzekerd|onder (?:de|uw) (?:polis|verzekering)|uw polis (?:dekt|geldt|sluit)|vergoed(?:t|en|ing|ingen)?|uitker(?:en|ing)|uitgekeerd|terugbetaald|eigen risico|vrijstelling|tussenkomst|recht op)\b",
        "paying": r"\b(?:betaal(?:t)? (?:u )?(?:het|dat|dit|niet|wel|nu|best|beter|maar|nooit)|(?:moet|mag|kunt|zou|hoeft) u? ?(?:het losgeld |dat |dit )?(?:niet |wel )?(?:te )?betalen|niet betalen|wel betalen|onderhandel\w*|maak\w* (?:het geld|bitcoins?) over|geen betaling)\b",
        "guilt": r"\b(?:uw (?:eigen )?(?:fout|schuld|nalatigheid)|aansprakelijk\w*|(?:u|jullie|de klant|hij) (?:is|bent|was) (?:hier )?(?:niet )?(?:schuldig|fout|nalatig|verantwoordelijk)|had u (?:maar|moeten)|u had (?:[\w-]+ ){0,4}(?:moeten|kunnen)|verwijt\w*|over schuld|wie er fout)\b",
        "loss of cover": r"\b(?:verliest u|verlies(?:t)? van (?:dekking|recht)|vervalt|dan (?:bent|is) (?:u|het) niet meer)\b",
        "law": r"\b(?:avg|gdpr|nis ?2|cyberbeveiligingswet|(?:bent|is) u? ?verplicht|(?:u|wij) (?:moet|moeten) (?:dit |dat |het )?melden|meldplicht\w*|op tijd|te laat|binnen de termijn|72 uur|verjaring\w*|verjaard|rechtbank|rechter|dagvaard\w*|procedeer\w*|advocaat|strafbaar)\b",
        "policy terms": r"\b(?:polisvoorwaarden|voorwaarden van uw polis|artikel \d|clausule|uitsluiting\w*|limiet|maximum(?:bedrag)?|premie|wachttijd)\b",
        "secrets": r"\b(?:geef|stuur|typ|noem|deel|wat is) (?:mij |ons )?(?:het |uw |een )(?:wachtwoord|paswoord|pincode|sleutel|inlogcode)\b|\bwachtwoorden?\b",
        "promises": r"\b(?:binnen (?:\d+|een|één|twee|drie|enkele|de) (?:minuten|minuut|uur|uren|dag|dagen|werkdagen|week|weken)|(?:bellen|belt|mailt|mailen) (?:wij |we |hij |men )?u (?:terug|op|morgen|vandaag|straks|zo|binnen)|neemt? (?:zo |snel |spoedig |morgen |vandaag )?contact|contacteert u|zo snel mogelijk|spoedig|morgen|vandaag nog|beloof|beloven|belofte|garand\w+|gegarandeerd|komt (?:wel )?goed|geen zorgen|lossen (?:wij|we) (?:het|dit) op|krijgt u (?:uw )?(?:geld|terug)|u krijgt)\b",
    }.items()
}
# The texts that name such a thing and were read one by one. Their id, and what they may match.
NEUTRAL: Mapping[str, frozenset[str]] = {
    "utter_privacy_notice": frozenset({"secrets"}),  # asks not to paste any
    "utter_ask_safe": frozenset({"secrets"}),
    "utter_agent_ask_safe": frozenset({"secrets"}),
    "utter_urgent": frozenset({"paying", "promises"}),  # "nog geen betaling of belofte voor u een expert gesproken heeft"
    "utter_no_promise": frozenset({"promises"}),  # asks the insured not to promise anything yet
    "utter_agent_no_promise": frozenset({"promises"}),
    "utter_ask_guilt": frozenset({"guilt", "promises"}),
    "utter_ask_pay_ransom": frozenset({"paying", "promises"}),
    "utter_agent_ask_pay_ransom": frozenset({"paying", "promises"}),
    "utter_ask_pay_claim": frozenset({"paying", "promises"}),
    "utter_agent_ask_pay_claim": frozenset({"paying", "promises"}),
    "utter_ask_advice": frozenset({"paying", "promises"}),
    "utter_agent_ask_advice": frozenset({"paying", "promises"}),
    "utter_agent_ask_guilt": frozenset({"promises"}),
    "ask.claimant_represented_by": frozenset({"law"}),  # questions of fact
    "ask.legal_proceedings": frozenset({"law"}),
    "ask.nis2_status": frozenset({"law"}),
    "ask.liability_cap": frozenset({"policy terms"}),
    "ask.bi_waiting_period_hours": frozenset({"policy terms", "cover"}),
    "ask.negotiator": frozenset({"paying"}),
    "ask.ransom_negotiated_amount": frozenset({"paying"}),
    "why.liability_cap": frozenset({"policy terms"}),
    "utter_insurer_needs_information": frozenset({"promises"}),  # only said when the insurer's system said so
    "utter_ask_secret": frozenset({"secrets"}),  # asks not to type any
    "utter_agent_ask_secret": frozenset({"secrets"}),
    "utter_value_secret": frozenset({"secrets"}),  # asks to leave them out
}


def wrong(text: str) -> set[str]:
    """The names of what a text speaks of and may not."""
    return {name for name, pattern in WRONG.items() if pattern.search(text)}


def wrongly_shown(text_id: str | None, text: str) -> set[str]:
    """The same for a text that was shown, less what its catalogue text was read for."""
    return wrong(text) - NEUTRAL.get(str(text_id), frozenset())


def _template(text: str) -> re.Pattern[str]:
    """A catalogue text as a pattern: what is filled in may be anything short, a part in double brackets may be absent."""
    pattern = re.escape(text.strip()).replace(r"\[\[", "(?:").replace(r"\]\]", ")?")
    return re.compile(re.sub(r"\\\{[a-z_]+\\\}", r"[^\n]{1,200}?", pattern))


_READ = [(_template(text), NEUTRAL[name.split("#")[0]]) for name, text in TEXTS.items() if name.split("#")[0] in NEUTRAL]


def wrong_in(text: str) -> set[str]:
    """What a text shown in a talk speaks of and may not; the catalogue texts that were read may hold what they were read for.

    The questions of fields are looked for inside a text too: an agent's text holds one, with the reason why it is asked.
    """
    allowed = {what for pattern, names in _READ for what in names if pattern.search(text)}
    return wrong(text) - allowed
