"""Questions about cover, guilt and paying get the neutral text only; statements about the same things do not trigger it."""

from time import perf_counter

import pytest

from bot.claims.speech import forbidden_topic, is_nothing_else

COVER = """Ben ik hiervoor verzekerd?
Is dit gedekt?
Val ik onder de dekking?
Krijg ik dit terug?
Krijgen we dat geld terug van de verzekering?
Betalen jullie dit?
Betaalt de verzekering het losgeld?
Hoeveel keert de verzekering uit?
Wat is mijn eigen risico?
hoeveel bedraagt mijn vrijstelling
Ik vraag me af of dit vergoed wordt.
Onze klant heeft 7 bitcoin betaald, is dat gedekt?
Gaan jullie dat vergoeden
Zijn we hiervoor gedekt via de cyberpolis
Dus jullie betalen dit gewoon terug?
Staat dit in mijn polis?
komt de verzekering tussen in de kosten?
zijn we hiervoor ingedekt
word losgeld vergoed
Mag ik de kosten bij jullie declareren?
wie gaat dat betalen
Heb ik recht op een vergoeding
wordt mijn premie hoger
Alles ligt plat. We zijn op van de zenuwen. Wordt dit door u vergoed?"""
GUILT = """Mag ik zeggen dat wij een fout hebben gemaakt?
Is het onze fout?
Zijn wij aansprakelijk?
Ben ik hier verantwoordelijk voor?
Wie is er schuld aan?
Wiens fout is dit eigenlijk?
Mag ik sorry zeggen tegen de klant?
Moet ik toegeven dat het aan ons ligt?
Mag ik de klant beloven dat we het vergoeden?
Denkt u dat wij in fout zijn?
Heb ik iets verkeerd gedaan?
Ligt dit aan ons?
De klant zegt dat het mijn schuld is, klopt dat?
denkt ge dat we fout zitten
Moet ik de klant terugbetalen?
Kan hij ons aanklagen?
Hadden we dit moeten voorkomen?
wat moet ik tegen de klant zeggen"""
PAY = """Moeten we betalen?
Zullen we het losgeld betalen?
Wat raadt u aan, betalen of niet?
Is het verstandig om te betalen?
Mag de klant het losgeld betalen?
De beller vraagt of hij moet betalen.
Kunnen we beter niet betalen?
Moet ik ingaan op de eis van de hackers?
We twijfelen of we zouden betalen, wat denkt u?
Betalen we best of niet?
Zou u betalen?
Is losgeld betalen strafbaar?
Hoe koop ik bitcoins voor die hackers?
Moet ik met die hackers onderhandelen?
Ik weet niet of we moeten betalen
geeft u toestemming om te betalen
Adviseren jullie om te betalen?
krijgen we onze data terug als we betalen
Heeft betalen zin?"""
OTHERS = """kunnen jullie garanderen dat dit betaald wordt?
ik neem aan dat de polis dit dekt?
dit valt toch gewoon onder mijn verzekering he
we hebben een cyberpolis dus dit is gedekt toch
is het losgeld dat de klant betaalde terug te vorderen bij jullie
hoeveel krijg ik
wat is het maximumbedrag dat jullie uitbetalen
krijgen wij onze uren vergoed
en de kosten van de forensisch onderzoeker, zijn die inbegrepen?
zit juridische bijstand in mijn pakket
verlies ik mijn dekking als ik al met de klant gesproken heb?
als ik dit toegeef ben ik dan nog verzekerd
klopt het dat de vrijstelling 2500 euro is
mijn makelaar zei dat dit gedekt is, klopt dat
dekken jullie bedrijfsstilstand
ik wil gewoon weten of ik mijn geld terugzie
gaan jullie tussenkomen
is dat voor mij of voor jullie
betalen jullie de advocaat
wat als de schade hoger is dan mijn verzekerd kapitaal
eerlijk, was dit onze fout?
denk je dat de klant ons kan pakken hiervoor
zou een rechter ons gelijk geven
hebben we juridisch een probleem
wie is hier eigenlijk verantwoordelijk voor, wij of de klant
moet ik de klant zijn geld teruggeven
kan ik best gewoon mijn excuses aanbieden aan de klant
mag ik de klant een korting aanbieden
moet ik de fout op mij nemen
is het erg dat we geen back-up getest hebben
waren wij nalatig
ben ik fout geweest
moet ik de klant nu al iets beloven
zijn we in ons recht
kan mijn klant de rekening bij ons leggen
ze willen 2 btc, doen of niet
de klant vraagt of wij vinden dat hij moet betalen
is het slim om te onderhandelen
wat zou jij doen, losgeld betalen?
kan ik die gasten vertrouwen als ik betaal
hoe maak ik bitcoins over
moeten we antwoorden op de mail van de hackers
heeft het zin om te betalen
hoelang mogen we wachten met betalen
mogen we betalen zonder jullie akkoord
is het legaal om losgeld te betalen
zullen ze de data wissen als we betalen
raad je ons aan te betalen
toch maar gewoon betalen dan?
we gaan betalen, oke?
de deadline is morgen, betalen we?"""
STATEMENTS = """We gaan morgen betalen.
De klant wil dat wij zijn schade vergoeden.
Ja, de klant heeft een advocaat.
De klant heeft betaald en wil het geld terug van ons.
Ze hebben gezegd dat ze de data wissen als we betalen.
De vergoeding die hij vraagt is 8.000 euro.
Onze verzekeraar voor gebouwen is KBC.
Hij heeft een cyberverzekering bij AXA.
Wij hebben niets toegezegd.
Ik heb gezegd dat het onze fout was.
Onderhandeld door een bureau.
Wij hebben onderhandeld tot 7 bitcoin.
Het polisnummer is BE-123.
Nee, er is niet betaald.
niemand heeft betaald
Als we niet betalen voor vrijdag, dan verdubbelt het.
Moest voor maandag betaald zijn.
We kregen een dagvaarding.
Is al betaald.
Zijn betaald op 3 november.
Kan zijn dat de klant betaald heeft.
Hoe ze binnenkwamen weten we niet.
Wat er gevraagd wordt: 10 bitcoin.
Wie betaald heeft weet ik niet
De klant vindt ons verantwoordelijk.
Was het maar zo, alles ligt plat.
zijn verzekering heeft betaald
heeft onze klant betaald aan de hackers, 2 btc
Staat op papier, hij stelt ons aansprakelijk in een brief
Ligt nog stil bij de klant
Doe ik later
Zit ook in de cloud
Valt wel mee
de klant heeft betaald
De klant wil dat geld nu van mij terug.
Hij stelt ons aansprakelijk.
We zijn verzekerd bij u, polisnummer 123.
Wij hebben het losgeld niet betaald.
De klant zegt dat het onze fout is.
Ik heb de klant gezegd dat we een fout hebben gemaakt.
We moeten nog betalen voor vrijdag.
Ja, we hebben een cyberverzekering.
Hij eist een vergoeding van 12.000 euro.
Ze vroegen 10 bitcoin, het zijn er 7 geworden.
Nee, geen verzekeraar heeft ja gezegd tegen de betaling.
De klant heeft een eigen cyberverzekering bij een ander.
Ja, hij houdt ons verantwoordelijk, in een mail.
De klant betaalt ons 600 euro per jaar.
wie betaalde? onze klant
Hoeveel hij vraagt? 39.746,41 euro
wat bedoelt u met contract
Zijn verzekeraar heeft ons een brief gestuurd met een claim van 12.000
heeft de klant zelf betaald
Is gisteren betaald door de klant, 2 bitcoin.
39.746,41 euro, exclusief btw. Dat is volgens hem de prijs van die 7 bitcoin.
Nee, alles draait weer. Maar nu krijg ik de rekening van mijn klant."""


@pytest.mark.parametrize("text", COVER.splitlines())
def test_hears_a_question_about_cover(text):
    assert forbidden_topic(text) == "ask_coverage"


@pytest.mark.parametrize("text", GUILT.splitlines())
def test_hears_a_question_about_guilt(text):
    assert forbidden_topic(text) == "ask_guilt"


@pytest.mark.parametrize("text", PAY.splitlines())
def test_hears_a_question_about_paying(text):
    assert forbidden_topic(text) == "ask_pay_ransom"


@pytest.mark.parametrize("text", OTHERS.splitlines())
def test_hears_the_question_in_other_words(text):
    assert forbidden_topic(text)


@pytest.mark.parametrize("text", STATEMENTS.splitlines())
def test_a_statement_is_no_question(text):
    assert forbidden_topic(text, [("inform_incident", 0.6), ("ask_coverage", 0.3)]) is None


def test_takes_the_word_of_a_sure_classifier():
    assert forbidden_topic("en als het misloopt met de centen", [("ask_coverage", 0.8)]) == "ask_coverage"


def test_does_not_take_the_word_of_an_unsure_one_for_a_statement():
    assert forbidden_topic("de klant heeft betaald", [("ask_pay_ransom", 0.4)]) is None


@pytest.mark.parametrize("text", [*COVER.splitlines()[:-1], *PAY.splitlines()])
def test_a_bare_question_answers_nothing_else(text):
    assert is_nothing_else(text)


@pytest.mark.parametrize("text", ["Wij beheren netwerken. Is dit gedekt?", "De klant heeft betaald.", "", "  "])
def test_what_says_more_can_answer_the_open_question(text):
    assert not is_nothing_else(text)


@pytest.mark.parametrize("unit", ["x ", "moet ik ", "hoe kom wat als we ", "ja, ", "klant vraagt betalen of hackers contact ", "jullie "])
def test_a_text_of_the_greatest_length_is_looked_through_in_linear_time(unit):
    """Four times the length may take at most ten times as long (or half a second); a backtracking pattern takes far more."""

    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        start = perf_counter()
        forbidden_topic(text)
        return perf_counter() - start

    seconds(1000)
    small, large = (min(seconds(size) for _ in range(3)) for size in (50_000, 200_000))
    assert large < max(10 * small, 0.5)


def test_a_doubt_about_cover_asks_as_a_question_does():
    text = "onze polis zou dat volgens de makelaar dekken, maar ik heb geen idee of dat klopt"
    clause = (text[text.index("maar") :], "dont_know", 0.9)
    assert forbidden_topic(text, (("ask_coverage", 0.6),), ((text, "ask_coverage", 0.6), clause)) == "ask_coverage"
    assert forbidden_topic(text, (("ask_coverage", 0.6),), ((text, "ask_coverage", 0.6),)) is None
    assert forbidden_topic(text, (("ask_coverage", 0.3),), ((text, "ask_coverage", 0.3), clause)) is None


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Moeten wij dit datalek melden bij de AP?", "ask_legal"),
        ("valt onze klant onder NIS2", "ask_legal"),
        ("Valt onze klant onder NIS2?", "ask_legal"),
        ("zijn we al te laat om te melden?", "ask_legal"),
        ("Is die vordering niet verjaard?", "ask_legal"),
        ("moeten we aangifte doen bij de politie", "ask_legal"),
        ("Kunt u mij beloven dat dit opgelost raakt?", "ask_promise"),
        ("komt dit wel goed?", "ask_promise"),
        ("We vallen onder NIS2, denk ik.", None),
        ("Wij hebben het lek gemeld bij de AP.", None),
        ("We hebben de klant niets beloofd.", None),
        ("De klant dreigt met een boete van 5000 euro.", None),
    ],
)
def test_the_law_and_promises_are_topics_too(text, topic):
    assert forbidden_topic(text) == topic
