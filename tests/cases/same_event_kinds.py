"""The kinds of labelled pairs (see `same_event`): each function gives two claim files as people tell them, with what they leave out."""

from typing import Any

from tests.cases.same_event import DUPLICATES, EVENTS, MISSES, Make, after, kind, respelt, slip, told

Two = tuple[dict[str, Any], dict[str, Any]]
PHONE = "call_centre_agent"
RANSOM = ["ransomware"]


# One insured, one event, told twice.
@kind(DUPLICATES)
def insured_and_broker_with_the_policy(m: Make) -> Two:
    day, policy, name = m.day(), m.policy(), m.draw("insured")
    return (
        told(
            after(day, 1),
            insured_legal_name=name,
            policy_number=policy,
            claimant_legal_name=m.draw("claimant"),
            incident_discovered_at=day,
            attack_type=RANSOM,
            reporter_role="director",
            reporter_name=m.draw("person"),
        ),
        told(
            after(day, 3),
            PHONE,
            insured_legal_name=respelt(name, m.rng),
            policy_number=policy.replace("-", " "),
            reporter_role="broker",
            broker_name=m.draw("broker"),
            incident_occurred_at=day,
            attack_type=RANSOM,
        ),
    )


@kind(DUPLICATES)
def chat_and_telephone_on_one_day(m: Make) -> Two:
    day, name, claimant, phone = m.day(), m.draw("insured"), m.draw("claimant"), m.phone()
    return (
        told(
            day, insured_legal_name=name, claimant_legal_name=claimant, attack_type=RANSOM, reporter_phone=phone, reporter_role="employee"
        ),
        told(day, PHONE, claimant_legal_name=respelt(claimant, m.rng), attack_type=RANSOM, reporter_phone="0" + phone[3:]),
    )


@kind(DUPLICATES)
def names_respelt_no_policy(m: Make) -> Two:
    day, name, claimant = m.day(), m.draw("insured"), m.draw("claimant")
    return (
        told(after(day, 2), insured_legal_name=name, claimant_legal_name=claimant, incident_discovered_at=day, attack_type=RANSOM),
        told(
            after(day, 9),
            PHONE,
            insured_legal_name=respelt(name, m.rng),
            claimant_legal_name=respelt(claimant, m.rng),
            incident_discovered_at=after(day, 1),
        ),
    )


@kind(DUPLICATES)
def a_slip_in_both_names(m: Make) -> Two:
    day, name, claimant = m.day(), m.draw("insured"), m.draw("claimant")
    return (
        told(after(day, 1), insured_legal_name=name, claimant_legal_name=claimant, incident_occurred_at=day, attack_type=RANSOM),
        told(
            after(day, 1), PHONE, insured_legal_name=slip(name, m.rng), claimant_legal_name=slip(claimant, m.rng), incident_occurred_at=day
        ),
    )


@kind(DUPLICATES)
def circumstance_first_and_the_claim_months_later(m: Make) -> Two:
    day, policy = m.day(), m.policy()
    claimant = m.draw("claimant")
    return (
        told(
            after(day, 1),
            policy_number=policy,
            insured_legal_name=m.draw("insured"),
            claimant_legal_name=claimant,
            incident_discovered_at=day,
            attack_type=["own_error_or_outage"],
        ),
        told(
            after(day, 140),
            policy_number=policy,
            claimant_legal_name=claimant,
            incident_occurred_at=day,
            demand_amount={"amount": "18250", "currency": "EUR"},
        ),
    )


@kind(DUPLICATES)
def vague_month_and_exact_day(m: Make) -> Two:
    day, number, claimant = m.day(), "0" + m.digits(9), m.draw("claimant")
    return (
        told(
            after(day, 4),
            insured_registration_number=number,
            claimant_legal_name=claimant,
            incident_discovered_at=day,
            attack_type=["data_theft"],
        ),
        told(after(day, 20), insured_registration_number=f"BE {number}", claimant_legal_name=claimant, incident_discovered_at=str(day)[:7]),
    )


@kind(DUPLICATES)
def broker_knows_the_customer_not_the_insured(m: Make) -> Two:
    day, claimant = m.day(), m.draw("claimant")
    return (
        told(
            after(day, 1),
            insured_legal_name=m.draw("insured"),
            claimant_legal_name=claimant,
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
        told(after(day, 2), PHONE, claimant_legal_name=respelt(claimant, m.rng), incident_discovered_at=day, reporter_role="broker"),
    )


@kind(DUPLICATES)
def the_same_demand_no_dates(m: Make) -> Two:
    day, name = m.day(), m.draw("insured")
    demand = {"amount": f"{m.digits(5)}.{m.digits(2)}", "currency": "EUR"}
    return (
        told(day, insured_legal_name=name, demand_amount=demand, claim_made="letter"),
        told(after(day, 6), PHONE, insured_legal_name=respelt(name, m.rng), demand_amount=demand, reporter_role="broker"),
    )


@kind(DUPLICATES)
def began_friday_found_monday(m: Make) -> Two:
    day, name = m.day(), m.draw("insured")
    return (
        told(after(day, 3), insured_legal_name=name, incident_occurred_at=day, incident_discovered_at=after(day, 3), attack_type=RANSOM),
        told(after(day, 5), PHONE, insured_legal_name=name, incident_discovered_at=after(day, 3), attack_type=RANSOM),
    )


@kind(DUPLICATES)
def colleagues_by_mail(m: Make) -> Two:
    day, domain = m.day(), f"{m.draw('insured').split()[0].lower()}.be"
    return (
        told(
            after(day, 1),
            reporter_email=f"jan@{domain}",
            attack_type=["account_takeover"],
            incident_discovered_at=day,
            reporter_role="employee",
        ),
        told(
            after(day, 1),
            reporter_email=f"info@{domain}",
            attack_type=["account_takeover"],
            incident_discovered_at=day,
            reporter_role="director",
        ),
    )


# One event, several insureds or several customers.
@kind(EVENTS)
def one_wallet_two_insureds(m: Make) -> Two:
    day, wallet = m.day(), m.wallet()
    return (
        told(after(day, 1), insured_legal_name=m.draw("insured"), wallet_address=wallet, incident_discovered_at=day, attack_type=RANSOM),
        told(after(day, 8), insured_legal_name=m.draw("insured"), wallet_address=wallet.upper(), attack_type=RANSOM),
    )


@kind(EVENTS)
def one_family_one_day(m: Make) -> Two:
    day, family = m.day(), m.draw("family")
    return (
        told(
            after(day, 1),
            insured_legal_name=m.draw("insured"),
            policy_number=m.policy(),
            ransomware_family=f"{family} 3.0",
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
        told(
            after(day, 3),
            PHONE,
            insured_legal_name=m.draw("insured"),
            policy_number=m.policy(),
            ransomware_family=family.lower(),
            incident_discovered_at=after(day, 1),
            attack_type=RANSOM,
        ),
    )


@kind(EVENTS)
def one_family_one_day_each_with_its_own_customer(m: Make) -> Two:
    day, family = m.day(), m.draw("family")
    said = dict(ransomware_family=family, attack_type=RANSOM)
    return (
        told(
            after(day, 1), insured_legal_name=m.draw("insured"), claimant_legal_name=m.draw("claimant"), incident_discovered_at=day, **said
        ),
        told(after(day, 2), insured_legal_name=m.draw("insured"), claimant_legal_name=m.draw("claimant"), incident_occurred_at=day, **said),
    )


@kind(EVENTS)
def one_customer_two_suppliers(m: Make) -> Two:
    day, claimant = m.day(), m.draw("claimant")
    return (
        told(
            after(day, 2),
            insured_legal_name=m.draw("insured"),
            claimant_legal_name=claimant,
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
        told(after(day, 12), insured_legal_name=m.draw("insured"), claimant_legal_name=respelt(claimant, m.rng), incident_occurred_at=day),
    )


@kind(EVENTS)
def the_tool_of_the_supplier(m: Make) -> Two:
    day, tool = m.day(), m.draw("tool")
    return (
        told(
            after(day, 1),
            text=f"Ze zijn via {tool} op de servers gekomen.",
            insured_legal_name=m.draw("insured"),
            incident_occurred_at=day,
            attack_type=RANSOM,
        ),
        told(
            after(day, 2),
            text=f"Alles ligt plat, onze leverancier beheert dat met {tool.lower()}.",
            insured_legal_name=m.draw("insured"),
            incident_occurred_at=after(day, 1),
            attack_type=RANSOM,
        ),
    )


@kind(EVENTS)
def one_ending_of_the_files(m: Make) -> Two:
    day, ending = m.day(), m.draw("ending")
    return (
        told(
            after(day, 1),
            text=f"De bestanden eindigen nu op .{ending}",
            insured_legal_name=m.draw("insured"),
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
        told(
            after(day, 2),
            PHONE,
            text=f"klant plat, alles *.{ending}, geen backups",
            insured_legal_name=m.draw("insured"),
            incident_discovered_at=after(day, 2),
            attack_type=RANSOM,
        ),
    )


@kind(EVENTS)
def two_customers_of_one_insured(m: Make) -> Two:
    day, policy, name = m.day(), m.policy(), m.draw("insured")
    return (
        told(
            after(day, 1),
            policy_number=policy,
            insured_legal_name=name,
            claimant_legal_name=m.draw("claimant"),
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
        told(
            after(day, 4),
            policy_number=policy,
            insured_legal_name=name,
            claimant_legal_name=m.draw("claimant"),
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
    )


@kind(EVENTS)
def the_customer_reports_too(m: Make) -> Two:
    day, claimant = m.day(), m.draw("claimant")
    return (
        told(
            after(day, 1),
            insured_legal_name=m.draw("insured"),
            claimant_legal_name=claimant,
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
        told(after(day, 1), insured_legal_name=respelt(claimant, m.rng), incident_discovered_at=after(day, 1), attack_type=RANSOM),
    )


# Near-misses.
@kind(MISSES)
def one_insured_two_incidents(m: Make) -> Two:
    day, policy, name = m.day(), m.policy(), m.draw("insured")
    claimant = m.draw("claimant")
    return (
        told(
            after(day, 1),
            policy_number=policy,
            insured_legal_name=name,
            claimant_legal_name=claimant,
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
        told(
            after(day, 61),
            policy_number=policy,
            insured_legal_name=name,
            claimant_legal_name=claimant,
            incident_discovered_at=after(day, 60),
            attack_type=RANSOM,
        ),
    )


@kind(MISSES)
def one_insured_two_kinds_of_incident_in_a_week(m: Make) -> Two:
    day, policy = m.day(), m.policy()
    return (
        told(
            after(day, 1),
            policy_number=policy,
            claimant_legal_name=m.draw("claimant"),
            incident_discovered_at=day,
            attack_type=["invoice_or_ceo_fraud"],
        ),
        told(
            after(day, 5),
            policy_number=policy,
            claimant_legal_name=m.draw("claimant"),
            incident_discovered_at=after(day, 4),
            attack_type=["own_error_or_outage"],
        ),
    )


@kind(MISSES)
def alike_names_other_trade(m: Make) -> Two:
    day, name = m.day(), m.rng.choice(["Peeters", "Claes", "Verbeke", "Hoekstra", "Desmedt"])
    one, other = m.rng.sample(["IT", "Security", "Hosting", "Software", "Telecom Automatisering"], 2)
    return (
        told(after(day, 1), insured_legal_name=f"{name} {one}", incident_discovered_at=day, attack_type=RANSOM),
        told(after(day, 1), insured_legal_name=f"{name} {other}", incident_discovered_at=day, attack_type=RANSOM),
    )


@kind(MISSES)
def alike_names_other_town(m: Make) -> Two:
    day, name = m.day(), m.draw("insured").split()[0]
    return (
        told(after(day, 1), insured_legal_name=f"{name} Brugge", incident_discovered_at=day, attack_type=RANSOM),
        told(after(day, 2), insured_legal_name=f"{name} Utrecht", incident_discovered_at=day, attack_type=RANSOM),
    )


@kind(MISSES)
def one_name_two_numbers(m: Make) -> Two:
    day, name = m.day(), m.draw("insured")
    return (
        told(
            after(day, 1),
            insured_legal_name=name,
            insured_registration_number="0" + m.digits(9),
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
        told(
            after(day, 1),
            insured_legal_name=name,
            insured_registration_number="0" + m.digits(9),
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
    )


@kind(MISSES)
def strangers_one_day_one_kind(m: Make) -> Two:
    day = m.day()
    return (
        told(
            after(day, 1),
            insured_legal_name=m.draw("insured"),
            claimant_legal_name=m.draw("claimant"),
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
        told(
            after(day, 1),
            insured_legal_name=m.draw("insured"),
            claimant_legal_name=m.draw("claimant"),
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
    )


@kind(MISSES)
def strangers_ten_bitcoin_one_day(m: Make) -> Two:
    day, ransom = m.day(), {"amount": "10", "asset": "BTC"}
    one = dict(incident_discovered_at=day, attack_type=RANSOM, ransom_demand_amount=ransom)
    return told(after(day, 1), insured_legal_name=m.draw("insured"), **one), told(
        after(day, 2), insured_legal_name=m.draw("insured"), **one
    )


@kind(MISSES)
def one_family_weeks_apart(m: Make) -> Two:
    day, family = m.day(), m.draw("family")
    return (
        told(after(day, 1), insured_legal_name=m.draw("insured"), ransomware_family=family, incident_discovered_at=day, attack_type=RANSOM),
        told(
            after(day, 16),
            insured_legal_name=m.draw("insured"),
            ransomware_family=family,
            incident_discovered_at=after(day, 15),
            attack_type=RANSOM,
        ),
    )


@kind(MISSES)
def one_family_five_days_apart(m: Make) -> Two:
    day, family = m.day(), m.draw("family")
    return (
        told(after(day, 1), insured_legal_name=m.draw("insured"), ransomware_family=family, incident_discovered_at=day, attack_type=RANSOM),
        told(
            after(day, 6),
            insured_legal_name=m.draw("insured"),
            ransomware_family=family,
            incident_discovered_at=after(day, 5),
            attack_type=RANSOM,
        ),
    )


@kind(MISSES)
def one_customer_two_incidents(m: Make) -> Two:
    day, claimant = m.day(), m.draw("claimant")
    return (
        told(
            after(day, 1),
            insured_legal_name=m.draw("insured"),
            claimant_legal_name=claimant,
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
        told(
            after(day, 91),
            insured_legal_name=m.draw("insured"),
            claimant_legal_name=claimant,
            incident_discovered_at=after(day, 90),
            attack_type=["ddos"],
        ),
    )


@kind(MISSES)
def one_broker_two_insureds(m: Make) -> Two:
    day, phone, broker = m.day(), m.phone(), m.draw("broker")
    one = dict(
        reporter_role="broker", broker_name=broker, reporter_phone=phone, reporter_email="schade@kantoor.be", reporter_name="Bart Kantoor"
    )
    return (
        told(day, PHONE, insured_legal_name=m.draw("insured"), attack_type=RANSOM, incident_discovered_at=day, **one),
        told(after(day, 1), PHONE, insured_legal_name=m.draw("insured"), attack_type=RANSOM, incident_discovered_at=after(day, 1), **one),
    )


@kind(MISSES)
def free_mail_is_nobodys_company(m: Make) -> Two:
    day = m.day()
    return (
        told(after(day, 1), reporter_email="jan@telenet.be", attack_type=["phishing"], incident_discovered_at=day),
        told(after(day, 1), reporter_email="piet@telenet.be", attack_type=["phishing"], incident_discovered_at=day),
    )


@kind(MISSES)
def everyday_tool_one_day(m: Make) -> Two:
    day = m.day()
    return (
        told(
            after(day, 1),
            text="We werken met TeamViewer.",
            insured_legal_name=m.draw("insured"),
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
        told(
            after(day, 1),
            text="Hij zat via teamviewer op de pc",
            insured_legal_name=m.draw("insured"),
            incident_discovered_at=day,
            attack_type=RANSOM,
        ),
    )


@kind(MISSES)
def common_ending_one_day(m: Make) -> Two:
    day = m.day()
    return (
        told(
            after(day, 1), text="Alles heet .locked", insured_legal_name=m.draw("insured"), incident_discovered_at=day, attack_type=RANSOM
        ),
        told(
            after(day, 1),
            text="bestanden hernoemd naar .locked",
            insured_legal_name=m.draw("insured"),
            incident_discovered_at=after(day, 1),
            attack_type=RANSOM,
        ),
    )


@kind(MISSES)
def nothing_known_but_the_day_of_the_report(m: Make) -> Two:
    day = m.day()
    return told(day, attack_type=RANSOM, text="Help"), told(day, attack_type=RANSOM, text="Alles ligt plat")


@kind(MISSES)
def only_the_name_years_of_reports_apart(m: Make) -> Two:
    day, name = m.day(), m.draw("insured")
    return told(day, insured_legal_name=name, attack_type=RANSOM), told(after(day, 200), insured_legal_name=name, attack_type=RANSOM)


@kind(MISSES)
def reported_before_the_other_happened(m: Make) -> Two:
    day, policy = m.day(), m.policy()
    return (
        told(day, policy_number=policy, attack_type=RANSOM),
        told(after(day, 9), policy_number=policy, attack_type=RANSOM, incident_discovered_at=after(day, 8)),
    )
