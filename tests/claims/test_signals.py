"""Words that are a triage signal, and words that look like it: each kind with near-misses; pasted mails of long ago."""

from dataclasses import replace

import pytest

from bot.claims.model import Annotation
from bot.claims.quoted_age import dates_in, of_now
from bot.claims.signals import signals_in

from .talk import heard

SAYS = {
    "T1": [
        "De aanval is nog steeds bezig.",
        "ze zitten nog in ons netwerk",
        "Het virus verspreidt zich naar de andere vestiging.",
    ],
    "T3": [
        "We gaan het losgeld vanavond betalen.",
        "De klant wil de hackers zelf mailen.",
        "Mijn baas is van plan om met de afpersers te onderhandelen, hij gaat met die hackers praten.",
    ],
    "T5": [
        "We hebben gisteren 12.000 euro overgemaakt naar een vals rekeningnummer.",
        "Er is een valse factuur betaald.",
        "De creditcardgegevens van de webshop zijn gestolen.",
        "ze hebben onze bankrekening leeggehaald",
        "mijn boekhouder heeft haar bankcodes ingevuld op een nepsite",
        "Het rekeningnummer op de factuur was aangepast en er is 8000 euro betaald.",
        "er is 30.000 euro van onze rekening verdwenen",
        "Slachtoffer van ceo-fraude deze morgen.",
        "geld is overgeschreven naar oplichters",
        "De hackers zaten in onze bankapp: op onze bankapp ingelogd vannacht.",
    ],
    "T6": [
        "De beademingstoestellen vallen uit.",
        "Het brandalarm van het rusthuis werkt niet meer.",
        "De spoed van het ziekenhuis ligt plat.",
        "de robotarm is niet te stoppen",
        "Er zitten mensen vast in de lift.",
        "bewoners kunnen niet bellen, het oproepsysteem doet het niet",
        "Ambulances worden omgeleid.",
        "een collega is gewond geraakt aan de pers",
        "Ik wil niet meer leven.",
        "De noodstop van de machine reageert niet.",
        "de patienten lopen gevaar",
        "verpleegoproep ligt eruit",
        "help, bij onze klant doet het oproepsysteem het niet meer",
        "Bij de klant werkt de brandmeldcentrale niet.",
        "het oproepsysteem doet het niet meer, bewoners kunnen niemand bellen",
        "Er is een gaslek in de fabriek.",
        "De brandmeldcentrale is gehackt.",
        "De spoedafdeling werkt op papier.",
        "De verkeerslichten vallen uit door die hack.",
    ],
    "T7": ["Ze zijn via onze RMM bij iedereen binnengekomen.", "Onze beheertool is gehackt."],
    "T8": [
        "Wij gaan alles opnieuw installeren.",
        "De klant begint morgen met de servers te wissen.",
        "De logs worden morgen overschreven.",
        "De logs worden maar 7 dagen bewaard.",
    ],
    "T9": ["We kregen een dagvaarding.", "Er is een kort geding tegen ons."],
    "T10": [
        "Ik wil de klant beloven dat het in orde komt.",
        "Wij gaan de fout erkennen.",
        "We willen de klant een creditnota geven.",
        "We gaan een schikking voorstellen.",
    ],
    "T12": ["Er belde al een journalist.", "Onze data staat op hun leaksite.", "Het stond vanmorgen in de krant."],
    "T13": ["Ik ben er kapot van.", "Ik wil een mens spreken.", "medewerker", "Dit is belachelijk!"],
}
LOOKS_LIKE = {
    "T1": [
        "De aanval is niet nog steeds bezig.",
        "We zijn nog steeds bezig met het herstel.",
        "Het onderzoek loopt nog.",
        "Ons bedrijf breidt uit naar Gent.",
        "Vorig jaar verspreidt zich een virus, dat kennen we.",
    ],
    "T3": [
        "We gaan het losgeld niet betalen.",
        "Moeten we de hackers betalen?",
        "We willen de factuur van de klant betalen.",
        "De politie wil de hackers zelf mailen.",
    ],
    "T5": [
        "De bankgarantie loopt af.",
        "We hebben vorig jaar een valse factuur betaald.",
        "De klant heeft gisteren 500 euro overgemaakt voor zijn abonnement.",
        "Er kwam een valse factuur maar we hebben ze niet betaald.",
        "We kregen een bankafschrift.",
        "De bank is een klant van ons.",
        "Dekt de polis ceo-fraude?",
        "In 2023 zijn de kaartgegevens gestolen.",
        "Er zijn geen bankgegevens gelekt.",
        "De factuur is gisteren betaald.",
        "De bank heeft de valse overschrijving tegengehouden, er is niets betaald.",
    ],
    "T6": [
        "Het alarm van de server ging af.",
        "Onze reputatie is in gevaar.",
        "Er is geen gevaar voor patiënten.",
        "Als de beademing uitvalt, wat dan?",
        "De klant levert brandalarmen.",
        "De klant is een spoeddienst voor loodgieters.",
        "Het brandalarm werkt weer.",
        "Vorig jaar vielen de beademingstoestellen uit.",
        "De machine is versleuteld.",
        "Zijn er patiënten in gevaar?",
        "We kregen een alarm van de monitoring om 3 uur.",
        "Niemand is gewond.",
        "De data van de patiënten zijn weg.",
        "Het was een spoedklus voor een ziekenhuis.",
        "Er was een explosie van tickets.",
    ],
    "T7": ["We gebruiken onze RMM om alles na te kijken.", "De RMM van de klant is van een ander bedrijf."],
    "T8": [
        "We wachten nog met wissen, we gaan nog niets wissen.",
        "We gaan alle wachtwoorden resetten.",
        "De server is vorige maand opnieuw geïnstalleerd.",
    ],
    "T9": ["Er is geen dagvaarding.", "We hebben een gewone brief gekregen."],
    "T10": ["We gaan niets toegeven.", "De klant wil excuses.", "Moeten we iets beloven aan de klant?"],
    "T12": ["Er is geen journalist geweest.", "De klant verkoopt kranten.", "We hebben de webshop weer online gezet."],
    "T13": ["De medewerker van de klant klikte op de link.", "Er was een mens aan het werk."],
}


def names(text: str) -> set[str]:
    return {s.name for s in signals_in(heard(text))}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in SAYS.items() for text in texts])
def test_says_it(name, text):
    found = {s.name: s.evidence[0] for s in signals_in(heard(text))}
    assert name in found
    assert text[found[name].start : found[name].end] == found[name].quote


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in LOOKS_LIKE.items() for text in texts])
def test_only_looks_like_it(name, text):
    assert name not in names(text)


def pasted(
    body: str, *, lead: str = "Kijk wat hij schreef:\n\n", after: str = "\n\nDat is alles.", kind: str = "mail", actor: str = "claimant"
):
    text = lead + body + after
    part = Annotation("quoted", len(lead), len(lead) + len(body), kind, actor=actor)  # type: ignore[arg-type]
    return {s.name for s in signals_in(replace(heard(text), annotations=(part,)))}


OLD_MAIL = "Van: Jan\nVerzonden: 3 maart 2025 10:12\n\nDe aanval is nog steeds bezig en de patiënten lopen gevaar.\nWij gaan alles wissen."
NEW_MAIL = OLD_MAIL.replace("3 maart 2025", "22 november 2026")


def test_a_pasted_mail_of_long_ago_is_not_about_now():
    assert pasted(OLD_MAIL) == set()
    assert pasted(OLD_MAIL.replace("3 maart 2025", "03-03-2025")) == set()


def test_how_the_attack_stood_then_is_no_answer_to_how_it_stands_now():
    text = f"Alles werkt weer.\n\n{OLD_MAIL}"
    part = Annotation("quoted", text.index("Van:"), len(text), "mail", actor="claimant")
    then = Annotation("fact", text.index("nog steeds"), text.index("nog steeds") + 10, "ongoing", "attack_status")
    now = Annotation("fact", 0, 16, "restored", "attack_status")
    assert of_now(replace(heard(text), annotations=(part, then, now))).annotations == (part, now)
    recent = replace(heard(text.replace("3 maart 2025", "22-11-2026")), annotations=(part, then))
    assert of_now(recent) is recent


def test_a_pasted_mail_of_yesterday_is():
    assert pasted(NEW_MAIL) >= {"T1", "T6", "T8"}


def test_a_mail_without_a_date_counts_unless_it_is_introduced_as_an_old_one():
    body = "Beste,\nde patiënten lopen gevaar."
    assert "T6" in pasted(body)
    assert "T6" not in pasted(body, lead="Dit is een mail van vorig jaar:\n\n")


def test_what_another_wants_to_promise_or_feels_is_not_the_writers_own():
    body = "Beste,\nik wil een mens spreken. Wij gaan de fout erkennen."
    assert pasted(body) == set()
    assert {"T10", "T13"} <= names("Ik wil een mens spreken. Wij gaan de fout erkennen.")


def test_the_writers_own_mail_counts_as_their_words():
    assert "T10" in pasted("Beste klant,\nwij gaan de fout erkennen.", actor="insured")


def test_a_summons_in_an_old_mail_stays_a_summons():
    assert "T9" in pasted("Van: mr. Peeters\nDatum: 3 maart 2025\n\nBijgaand de dagvaarding.")


def test_a_log_feels_and_fears_nothing():
    assert pasted("10:00 brandalarm werkt niet", kind="log", actor="third_party") == set()


def test_what_stands_beside_an_old_mail_is_about_now():
    assert "T6" in pasted(OLD_MAIL, after="\n\nEn nu is er weer iets: de bewoners lopen gevaar.")


def test_a_sentence_whose_only_moment_is_long_ago_is_not_about_now():
    text = "Op 3 mei zijn de kaartgegevens gestolen."
    moment = Annotation("date", 3, 8, {"past": "2026-05-03", "precision": "day"})
    assert "T5" not in {s.name for s in signals_in(replace(heard(text), annotations=(moment,)))}
    yesterday = replace(moment, value={"past": "2026-11-22", "precision": "day"})
    assert "T5" in {s.name for s in signals_in(replace(heard(text), annotations=(yesterday,)))}


def test_dates_of_a_head_are_read_in_the_ways_mails_write_them():
    found = dates_in("verzonden: 3 maart 2025, 04-05-2024, 2023-06-07, 5 okt. 2022, 31-02-2021")
    assert sorted(map(str, found)) == ["2022-10-05", "2023-06-07", "2024-05-04", "2025-03-03"]
