"""Dutch words for the codes of a claim file that are not codes of a field (those stand in `fields.toml`)."""

from bot.claims.variants import DUTCH, filled

STATUS = {
    "stated": "gezegd",
    "confirmed": "bevestigd",
    "estimated": "schatting",
    "derived": "afgeleid",
    "unknown": "weet niet",
    "declined": "liever niet",
    "contradicted": "tegenspraak",
}
SILENT = ("unknown", "declined")  # the states of a field that was asked and has no value
SAID_BY = {
    "insured": "verzekerde",
    "caller": "beller",
    "agent": "medewerker",
    "adjuster": "{handler}",
    "document": "stuk",
    "system": "systeem",
}
AUTHOR = {
    "insured": "Verzekerde",
    "agent": "Medewerker (balie)",
    "adjuster": "{handler}",
    "bot": "Digitale assistent",
    "system": "Systeem",
}
CLAIM_STATUS = {
    "draft": "in gesprek",
    "validated": "bevestigd",
    "handed_over": "overgedragen",
    "withdrawn": "ingetrokken",
    "rejected": "niet aangenomen",
}
CHANNEL = {"web_chat": "webchat", "call_centre_agent": "telefoon, via de balie"}
LOSS = {
    "ransom": "Losgeld",
    "restoration": "Herstel",
    "business_interruption": "Bedrijfsschade (stilstand)",
    "other": "Overig",
    "negotiation": "Onderhandeling",
    "forensics": "Onderzoek",
    "notification_privacy": "Melding en privacy",
    "fines_penalties": "Boetes",
    "fraud_theft": "Fraude of diefstal",
    "legal_interest": "Juridische kosten en rente",
    "reputation": "Reputatie",
    "betterment": "Verbetering",
    "fee_refund": "Terugbetaling van de vergoeding",
}
LOSS_STATUS = {"claimed": "geclaimd", "incurred": "geleden", "threatened": "dreigt", "possible": "mogelijk", "absent": "niet aan de orde"}
PARTY = {
    "controller": "verwerkingsverantwoordelijke",
    "nis2_entity": "organisatie onder NIS2",
    "insured": "verzekerde",
    "claimant": "klant",
    "third_party": "derde",
    "unknown": "onbekend",
    "attacker": "aanvaller",
    "insurer": "verzekeraar",
}
LEDGER_ROLE = {
    "ransom_demanded": "losgeld gevraagd",
    "demanded": "gevraagd",
    "ransom_negotiated": "na onderhandeling",
    "negotiated": "na onderhandeling",
    "ransom_paid": "losgeld betaald",
    "paid": "betaald",
    "claimed": "geclaimd",
    "cost": "kosten",
    "fee": "vergoeding (geen schade)",
    "turnover": "omzet (geen schade)",
    "offer": "aanbod",
    "cap": "maximum",
    "info": "ter informatie",
}
VAT = {"excl": "excl. btw", "incl": "incl. btw", "unknown": "btw onbekend", "not_applicable": ""}
PAPER = {"received": "ontvangen", "promised": "beloofd", "to_request": "op te vragen"}
TRIAGE = {"P1": "Nu een mens nodig", "P2": "Vandaag bekijken", "P3": "Gewone volgorde"}
PATH = {"liability": "aansprakelijkheid", "own_damage": "eigen schade", "extortion": "afpersing", "data_breach": "gegevens"}
LINE = {"first": "eerste adres", "second": "tweede adres"}
WAY = {"webhook": "webhook", "mail": "e-mail"}
PERIOD = {"P1Y": "per jaar", "P1M": "per maand"}
# What a text told, by its id without "utter_"; a text of the agent's channel was for reading aloud.
TEXT = {
    "ai_disclosure": "Dat een computer het gesprek voert",
    "privacy_notice": "Wat er met de gegevens gebeurt",
    "urgent": "Wat bij spoed te doen en te laten",
    "person_now": "Dat een medewerker het overneemt",
    "ask_coverage": "Geen uitspraak over de dekking",
    "ask_guilt": "Geen uitspraak over schuld",
    "ask_pay_ransom": "Geen advies over het betalen van losgeld",
    "ask_pay_claim": "Geen advies over het betalen van de klant",
    "ask_advice": "Algemene raad: laat staan, wis niets",
    "secret_masked": "Een wachtwoord of sleutel is niet bewaard",
    "agent_ask_pay_claim": "Geen advies over het betalen van de klant (balie)",
    "agent_ask_advice": "Algemene raad: laat staan, wis niets (balie)",
    "agent_secret_masked": "Een wachtwoord of sleutel is niet bewaard (balie)",
    "line_is_dutch_fr": "Dat deze lijn Nederlands is (in het Frans)",
    "line_is_dutch_en": "Dat deze lijn Nederlands is (in het Engels)",
    "line_is_dutch_de": "Dat deze lijn Nederlands is (in het Duits)",
    "privacy_question": "Antwoord op een vraag over privacy",
    "ask_human": "Dat een medewerker is gevraagd",
    "offer_person": "Aanbod van een medewerker",
    "danger_first": "Bij gevaar eerst 112",
    "agent_danger_first": "Bij gevaar eerst 112 (balie)",
    "bank_first": "Eerst de bank bellen",
    "agent_bank_first": "Eerst de bank bellen (balie)",
    "no_promise": "Nog niets beloven; de feiten vertellen mag",
    "agent_no_promise": "Nog niets beloven; de feiten vertellen mag (balie)",
    "person_warned": "Dat een medewerker een dringend bericht kreeg",
    "agent_person_warned": "Dat een medewerker een dringend bericht kreeg (balie)",
    "person_took_up": "Dat een medewerker ermee bezig is",
    "agent_person_took_up": "Dat een medewerker ermee bezig is (balie)",
    "agent_hello": "Dat een computer meeleest (balie)",
    "agent_urgent": "Wat bij spoed te doen en te laten (balie)",
    "agent_ask_coverage": "Geen uitspraak over de dekking (balie)",
    "agent_ask_guilt": "Geen uitspraak over schuld (balie)",
    "agent_ask_pay_ransom": "Geen advies over het betalen van losgeld (balie)",
    "ask_legal": "Geen uitspraak over de wet of een termijn",
    "agent_ask_legal": "Geen uitspraak over de wet of een termijn (balie)",
    "ask_promise": "Geen toezegging over tijd of betaling",
    "agent_ask_promise": "Geen toezegging over tijd of betaling (balie)",
    "ask_secret": "Geen wachtwoorden of codes typen",
    "agent_ask_secret": "Geen wachtwoorden of codes noteren (balie)",
    "insult": "Aanbod van een medewerker na boze woorden",
    "agent_insult": "Wat te zeggen na boze woorden (balie)",
    "agent_ask_human": "Dat een medewerker is gevraagd (balie)",
    "ask_status": "Hoe ver de melding is",
    "agent_ask_status": "Hoe ver de melding is (balie)",
    "ask_computer": "Dat een computer het gesprek voert, op een vraag",
    "agent_ask_computer": "Dat een computer het gesprek voert, op een vraag (balie)",
    "ask_safe": "Hoe de gegevens beschermd zijn",
    "agent_ask_safe": "Hoe de gegevens beschermd zijn (balie)",
    "ask_readers": "Wie het gesprek leest",
    "agent_ask_readers": "Wie het gesprek leest (balie)",
    "distress": "Medeleven en aanbod van een medewerker",
    "agent_distress": "Medeleven en aanbod van een medewerker (balie)",
    "crisis": "Hulplijnen bij nood",
    "agent_crisis": "Hulplijnen bij nood (balie)",
    "restarted": "Dat het gesprek opnieuw is begonnen",
    "agent_restarted": "Dat het gesprek opnieuw is begonnen (balie)",
    "agent_privacy_question": "Antwoord op een vraag over privacy (balie)",
}


def word(table: dict[str, str], code: object, language: str = DUTCH) -> str:
    """The Dutch word for `code`, in the variant of the claim where they differ; a code without one is shown as it is, with spaces."""
    return filled(table.get(str(code), str(code).replace("_", " ")), language)
