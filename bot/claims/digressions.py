"""What a person says to us about the talk itself, found by its words: repeat, back, stop for today, begin again, who are you.

Short forms of one to four words are where the classifier is weak, and where a wrong guess is recorded as an answer ("terug" as a name).
A message is looked through clause by clause; a clause belongs here only when nothing else stands in it.
"""
# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.claims.model import Heard

Name = Literal[
    "repeat", "explain", "go_back", "stop_today", "start_over", "never_mind", "language", "copy", "computer", "safe", "readers",
    "insult", "distress", "crisis",
]  # fmt: skip
CONTROLS: frozenset[str] = frozenset(
    {"repeat", "explain", "go_back", "start_over", "never_mind"}
)  # meant only when they are the whole message
LONGEST = 220
_FEELINGS = frozenset({"insult", "distress", "crisis"})  # said beside facts; those stay
_YOU = r"(?:u|ge|gij|je|jij|jullie)"
_AGAIN = r"(?:nog ?(?:eens|een keer|is|ne keer)|opnieuw|even|eens|een keer|weer)"
_LATER = r"(?:morgen(?:vroeg|ochtend|middag|avond)?|later|straks|vanavond|overmorgen|na het weekend|een andere keer|volgende week|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)"
_CHANGE = r"(?:wijzigen|veranderen|aanpassen|verbeteren|corrigeren|herzien|rechtzetten|overdoen)"
_BOT = r"(?:ro?bot|computer|chat ?bot|bot|machine|ai|programma|mens|echt(?:e)? (?:mens|persoon)|persoon|echt)"
_TONGUE = r"(?:engels|frans|duits|nederlands|spaans|turks|pools|arabisch|vlaams)"

_PATTERNS: tuple[tuple[Name, str], ...] = (
    ("crisis", r".*\b(?:zelfmoord|zelfdoding|wil niet meer leven|wil dood|een eind(?:e)? aan (?:mijn leven|maken)|mezelf van kant)\b.*"),
    ("repeat", rf"wat (?:vroeg|vraagt|vraag|vroegt|zei|zegt|zeg|was) (?:{_YOU}|de vraag|uw vraag|je vraag)(?: (?:ook alweer|ook weer|nu|net|daarnet|zojuist|precies|weer|juist|mij|me|van mij)){{0,3}}"),
    ("repeat", rf"(?:kan|kun|kunt|kunde|wil|wilt|zou|mag)\b(?: (?:{_YOU}|ik))?(?: (?:dat|da|het|'t|t|de vraag|die vraag|uw vraag|die|a\.?u\.?b\.?|{_AGAIN})){{0,4}} (?:herhalen|horen|zeggen|stellen|vragen|lezen|zien|voorlezen)"),
    ("repeat", rf"(?:herhaal|herhalen|herhaling|zeg|zegt|stel|vraag|lees)(?: {_YOU})?(?: (?:dat|da|het|'t|t|de vraag|die vraag|uw vraag|die|voor|{_AGAIN})){{1,4}}"),
    ("repeat", rf"(?:herhaal|herhalen|herhaling|wablief(?:t)?|wat blieft u|watte|pardon|de vraag {_AGAIN}|{_AGAIN} de vraag|nog eens|nog een keer|waar (?:waren|zaten) we(?: (?:ook alweer|gebleven))?|ik ben de draad kwijt|vraag herhalen|welke vraag(?: was het)?)"),
    ("explain", rf"wat bedoel(?:t|de|den|en)? {_YOU}(?: (?:daarmee|hiermee|precies|juist|met (?:die|de) vraag|dan|nu)){{0,2}}"),
    ("explain", r"(?:ik |we |wij )?(?:snap|begrijp|versta|snappen|begrijpen)(?: ik)?(?: (?:de|die|deze|uw|je) vraag| het| dat| u)? niet(?: (?:goed|helemaal|zo goed|precies))?(?: (?:wat (?:u|je|ge) (?:bedoelt|vraagt)|de vraag))?"),
    ("explain", r"(?:onduidelijke? vraag|(?:de |die )?vraag is (?:me |mij )?(?:niet duidelijk|onduidelijk)|dat is (?:me )?niet duidelijk|hoezo|leg (?:de vraag |dat |het )?(?:eens )?uit|kunt u (?:dat|de vraag) uitleggen)"),
    ("go_back", rf"(?:(?:ik (?:wil|wou|zou)|kan ik|mag ik|kunnen we|laten we|ga|gaan we|graag|liever|wil|eventjes|even|eens|nog|toch|weer|één|een|1|naar|de|mijn|het|vraag|vragen|stap|stapje|{_AGAIN}) )*(?:terug|teruggaan|terugkeren)(?: (?:naar|op|de|mijn|het|vorige|vorig|laatste|vraag|antwoord|stap|even|eens|gaan|graag|willen|kunnen|daarvoor|komen)){{0,6}}"),
    ("go_back", r"(?:(?:naar )?(?:de |mijn )?(?:vorige|vorig|laatste)(?: (?:vraag|antwoord|stap))?(?: (?:graag|terug|nog eens|opnieuw))?)"),
    ("go_back", rf"(?:ik (?:wil|wou|zou)|kan ik|mag ik|kunnen we|graag)?\s?(?:graag |nog |even |toch |liever ){{0,3}}(?:mijn|het|m'n|dat|de) (?:vorig|vorige|laatste|voorgaand) ?e? ?(?:antwoord|vraag)(?: (?:graag|nog|willen|even|kunnen|toch|wil ik|{_AGAIN})){{0,3}} {_CHANGE}(?: (?:graag|willen|kan dat))?"),
    ("go_back", r"(?:mijn|het|m'n) (?:vorig|vorige|laatste) antwoord (?:was|is|klopt|klopte) (?:niet|fout|verkeerd|niet juist|niet goed|mis)(?: (?:juist|goed|meer))?"),
    ("stop_today", rf"(?:ik|we|wij) (?:ga|gaan|doe|doen|zal|zullen|wil|willen|maak|maken|vul|werk|kom)(?: (?:dit|het|de rest|hier|er|liever|dan|wel|nu|weer|graag|hiermee|hieraan)){{0,3}} {_LATER}(?: (?:weer|wel|pas|dan|hier|mee|eens|aan|gaan|nog)){{0,3}} (?:verder(?: doen| gaan)?|verdergaan|verderdoen|door|doorgaan|af|afmaken|afwerken|voort|aanvullen|aan)"),
    ("stop_today", rf"(?:dan |liever |we gaan |ik ga |gaan we )?(?:{_LATER} (?:weer |wel |dan )?(?:verder|de rest|voort)(?: (?:dan|gaan|doen|graag))?|verder {_LATER}|(?:ik doe )?de rest (?:doe ik |komt |volgt |is voor )?{_LATER})"),
    ("stop_today", r"(?:ik|we) (?:moet|moeten|ga|gaan)(?: (?:nu|even|dringend|echt|helaas|zo|weer|er|hier)){0,3} (?:weg|vertrekken|ophangen|afsluiten|stoppen|doorgaan|vandoor|ervandoor|slapen|gaan slapen|naar huis|offline|afronden|naar bed|(?:naar|in) (?:een |de )?(?:vergadering|afspraak|meeting|klant))"),
    ("stop_today", r"(?:ik |we |wij )?(?:wil(?:len)? |wou |zou |stop(?:pen)? |moet |moeten |graag )?(?:er |hier )?(?:nu |even |hier )?(?:voor vandaag|genoeg voor vandaag|stoppen voor vandaag|mee stoppen|stop voor vandaag|voor vandaag stoppen|mee ophouden|mee op voor vandaag)"),
    ("stop_today", r"(?:genoeg|klaar|dat (?:was|is) (?:het|alles|genoeg)) voor (?:vandaag|nu|vanavond)|ik (?:stop|pauzeer)(?: (?:nu|hier|even|er|mee|ermee|hiermee|voor vandaag)){1,3}|(?:kunnen we |ik wil )?(?:even )?(?:pauze|pauzeren)|ik heb nu geen tijd(?: meer)?|geen tijd meer"),
    ("start_over", r"(?:(?:ik (?:wil|wou|zou)|kan ik|mag ik|kunnen we|laten we|graag|wil|liever|toch|alles|dit|het|gesprek|helemaal|terug|weer|nog eens|nu|even|ik|we|kunt u) ?)*(?:(?:(?:opnieuw|van voren? af aan|van nul(?: af)?(?: aan)?|vanaf (?:het )?(?:begin|nul))(?: (?:willen|kunnen|graag|te|helemaal|weer|met alles))* (?:beginnen|starten|begin|start|doen))|van voren? af aan|herbeginnen|herbegin|begin opnieuw|start opnieuw|restart|reset het gesprek|het gesprek resetten)(?: (?:graag|kan dat|met alles|willen|kunnen))*"),
    ("start_over", r"(?:begin|start|beginnen|starten)(?: (?:maar|eens|we|ik|alles|gesprek|helemaal|terug|weer|het)){0,3} (?:opnieuw|overnieuw|van voren? af aan|van nul|vanaf het begin)(?: (?:aan|graag))?"),
    ("never_mind", r"(?:ach |ja |och )?(?:laat (?:het |dat )?maar(?: (?:zitten|zo|even))?|vergeet (?:het|dat)(?: maar)?|doe maar niet|hoeft niet meer|nevermind)"),
    ("language", rf"(?:in welke ta(?:al|len)\b.*|welke ta(?:al|len)\b.*|(?:spreek|spreekt|spreken|praat|verstaat|versta|begrijpt|kan|kunt|kunnen|mag|mogen) (?:{_YOU}|ik|we|dit|het)\b.*\b{_TONGUE}\b.*|(?:ook )?in het {_TONGUE}|(?:of )?(?:dit|het|dat|hij|zij|ze) .*\bin het {_TONGUE} (?:kan|mag))"),
    ("copy", r"(?:(?:kan|kunnen|mag|krijg|krijgen|wil|kunt|stuurt|zou|hoe|of|ik|we)\b.*\b(?:kopie|copie|kopij|kopietje|afschrift|verslag|transcript|afdruk|samenvatting)\b.*)"),
    ("computer", rf"(?:(?:bent|ben|zijt|zij) (?:{_YOU}|gij)\b(?: (?:nu|eigenlijk|wel|dan|soms|een|ne|nen|n|geen|echt|of)){{0,4}} {_BOT}\b.*|(?:praat|spreek|chat|typ|praten|zit) (?:ik|we)(?: (?:hier|nu|eigenlijk|wel)){{0,2}} met (?:een |ne )?(?:echte? )?{_BOT}\b.*|is (?:dit|dat|daar|er|het)(?: (?:een|ne|nu|hier|eigenlijk|wel|iemand)){{0,3}} (?:echte? )?{_BOT}\b.*|of (?:dit|u|hij|ze|het) een (?:echte? )?{_BOT} is)"),
    ("safe", r"(?:is|of|hoe) (?:dit|deze|het|die|mijn|onze|alles|dat|de|veilig)\b(?: \w+){0,4}? ?(?:veilig|beveiligd|vertrouwelijk|versleuteld verstuurd|te vertrouwen|betrouwbaar)(?: (?:hier|allemaal|wel|is|eigenlijk|om te typen|om hier te typen|om te gebruiken))*|hoe veilig is (?:dit|het|deze)\b.*"),
    ("readers", r"wie\b(?: (?:allemaal|gaat|kan|kunnen|mag|zal|er|gaan|leest|ziet|dit|dat|mijn|onze|alles))* (?:leest|lezen|ziet|zien|krijgt|meelees\w*|meeleest|inkijken)\b.*|wie (?:leest|ziet)\b.*|(?:leest|kijkt|leze?n|kijken) (?:er )?(?:iemand|mensen|een mens)\b.{0,15}(?:mee|dit|hier)?|wie (?:heeft|hebben) (?:er )?(?:toegang|inzage)(?: (?:tot|in) (?:dit|mijn|ons|het|deze|wat)\b.*)?"),
    ("insult", r"(?:(?:jij|gij|je|ge|u|jullie|wat|een|ne|bent|ben|zijt|zijn|gewoon|echt|stomme?|vuile|domme|vieze|kleine|ook|ga) ){0,6}(?:klootzak|klootzakken|idioot|idioten|imbeciel|debiel|kutbot|kutcomputer|kutding|rotbot|rotding|rot op|sukkel|kluns|onnozelaar|ezel|eikel|trut|prutsers?|(?:stomme|domme|achterlijke|waardeloze|klote|onnozele) (?:bot|robot|computer|machine|chatbot|ding|vragen|vraag)|fuck you|fuck off|hou (?:je|uw) (?:bek|mond|kop|smoel)|loop naar de (?:hel|maan|duivel)|val dood|kloteding|kakding)(?: (?:bot|ding|systeem|man|dat je bent|zijt ge|ben je|bent u)){0,3}"),
    ("insult", r"(?:(?:dit|wat|u|je|jullie) )?(?:(?:is|zijn|bent|ben) )?(?:(?:echt|gewoon|allemaal|zo|helemaal) ){0,2}(?:waardeloos|belachelijk|schandalig)"),
    ("distress", r"(?:.*\b(?:ik|we|wij|mij|me)\b.*)?\b(?:wanhopig\w*|radeloos|ten einde raad|(?:in )?paniek|(?:kan|kunnen) (?:echt |dit |het )?niet meer|zie(?:n)? het (?:echt )?niet meer zitten|(?:helemaal )?kapot van|trek(?:ken)? (?:het|dit) (?:echt )?niet meer|overstuur|slaap(?: al \w+| \w+)? niet meer|aan het huilen|te veel geworden|het echt niet meer)\b.{0,20}"),
    ("distress", r"(?:het |dit |alles )?(?:wordt|word) (?:mij|me) (?:echt )?te ?veel.*"),
)  # fmt: skip
_VILLAINS = r"(?:dieven|oplichters|profiteurs|prutsers?|bandieten|zakkenvullers|afzetters|leugenaars?|boeven|charlatans|klootzakken?|idioten|sukkels|uitbuiters|schurken|geldwolven|amateurs)"
_WE_ARE = r"(?:zijt (?:ge|gij|gulle)|ge zijt|gij zijt|zijn jullie|jullie zijn|jullie zijn|bent u|u bent|ben je|je bent|jij bent)"
_US = r"(?:bot|robot|computer|machine|chatbot|ding|vragen|systeem|verzekeraars?|maatschappij|verzekering)"
_CALLED = re.compile(  # within a clause that may tell more
    rf"\b(?:stomme?|domme|achterlijke?|waardeloze|waardeloos|onnozele?|klote|kut|debiele|belachelijke) ?{_US}\b|^rot (?:toch |maar )?op\b|\b{_WE_ARE}\b.{{0,30}}\b{_VILLAINS}\b"
    rf"|\b{_VILLAINS}\b.{{0,15}}\b{_WE_ARE}\b|^(?:(?:wat een|stelletje|stel|bende|vuile|een bende|allemaal) )+{_VILLAINS}$"
)
_CALLED_BY_CALLER = re.compile(
    rf"^(?:(?:de )?(?:beller|bellster|hij|ze|zij|mevr|mevrouw|meneer|mnr) )?(?:noemt|vindt|scheldt) (?:ons|jullie)\b.{{0,40}}\b{_VILLAINS}\b"
)
_CRISIS = re.compile(  # in a long text: "een eind aan maken" can be about the attack
    r"\b(?:zelfmoord|zelfdoding|wil niet meer leven|wil dood|een einde? aan mijn leven|mezelf van kant|ik wil er een einde? aan maken)\b",
    re.IGNORECASE,
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _PATTERNS)
_CLAUSE = re.compile(r"[^,.!?;:\n]+[,.!?;:\n]*")
_FILLER = r"(?:en|maar|dus|ja|nee|ok|oké|oke|goed|zeg|eh|euh|uh|oh|hallo|hey|hé|sorry|trouwens|nu|eigenlijk|wacht|wacht even|excuseer|even|alstublieft|alsjeblieft|aub|a u b|svp|graag|dank u|bedankt|dank je|merci|mja|hm|hmm|effe|efkes|pff|ach|tja|stop|toch)"
_LEAD = re.compile(rf"^(?:{_FILLER}\s+)+(?=\S)")
_TAIL = re.compile(r"\s+(?:alstublieft|alsjeblieft|aub|svp|graag|eigenlijk|hoor|dan|trouwens|zeg|joh|man|he|hè|hé|please|pls|a\.u\.b)$")
_ONLY_FILLER = re.compile(rf"^(?:{_FILLER}\s*)+$")
_TOLD_BY_AGENT = re.compile(
    r"^(?:(?:de )?(?:beller|klant|vz|verzekerde|mevr|mevrouw|meneer|mijnheer|hij|zij|ze|klnt) )?(?:vraagt|vroeg|wil weten|wil|zegt|wenst|vraagt zich af)(?: (?:nog|ook|nu|me|mij))?(?: (?=of|wie|wat|hoe|in|waar)|\W+| )"
)


@dataclass(frozen=True, slots=True)
class Digression:
    """What was asked, and whether the message says nothing else. `spans` are the clauses that ask it, in code points."""

    name: Name
    alone: bool
    spans: tuple[tuple[int, int], ...]


def _plain(clause: str) -> str:
    """A clause in lower case without signs at its ends, fillers and politeness."""
    words = " ".join(re.sub(r"[,.!?;:\"“”()]+", " ", clause.lower().replace("’", "'")).split())
    if _ONLY_FILLER.match(words):
        return ""
    words = _LEAD.sub("", words)
    while (shorter := _TAIL.sub("", words)) != words:
        words = shorter
    return words


def named(clause: str, *, agent: bool = False) -> Name | None:
    """What one clause asks, when it asks nothing else. An agent also writes "beller vraagt wie dit leest"."""
    words = _plain(clause)
    spoken = " ".join(
        re.sub(r"[,.!?;:\"“”()]+", " ", clause.lower().replace("’", "'")).split()
    )  # "zeg dat nog eens": here "zeg" is no filler
    forms = (words, spoken, _TOLD_BY_AGENT.sub("", words)) if agent else (words, spoken)
    return next((name for form in forms for name, pattern in _COMPILED if form and pattern.fullmatch(form)), None)


def _calls_names(clause: str, *, agent: bool) -> bool:
    """Whether a clause insults us, whatever else it tells; what an agent passes on about us counts too."""
    words = _plain(clause.replace("'", " ").replace("‘", " "))
    return bool(_CALLED.search(words) or (agent and _CALLED_BY_CALLER.search(words)))


def find(heard: Heard) -> Digression | None:
    """The first digression of a message, else None; of a long text only a cry for help counts.

    What changes the course of the talk counts only when the message says nothing else: "nee, terug naar vorige week" tells something.
    """
    text, agent = heard.text, heard.author == "agent"
    if len(text) > LONGEST:
        cries = tuple((m.start(), m.end()) for m in _CLAUSE.finditer(text) if _CRISIS.search(m[0]))
        return Digression("crisis", False, cries) if cries else None
    clauses = [(m.start(), m.end(), m[0]) for m in _CLAUSE.finditer(text) if m[0].strip(" ,.!?;:\n")]
    whole = named(text, agent=agent)
    if whole and len(clauses) > 0 and whole not in _FEELINGS:
        return Digression(whole, True, ((0, len(text)),))
    found = [(start, end, named(clause, agent=agent)) for start, end, clause in clauses]
    names: list[Name] = [name for _, _, name in found if name]
    if not names:
        called = tuple((start, end) for start, end, clause in clauses if _calls_names(clause, agent=agent))
        return Digression("insult", False, called) if called else None  # facts can stand in the same clause
    said = [clause for (_, _, clause), (_, _, name) in zip(clauses, found, strict=True) if not name and _plain(clause)]
    alone = not said
    first: Name | None = "crisis" if "crisis" in names else next((n for n in names if alone or n not in CONTROLS), None)
    if first is None:
        return None
    return Digression(first, alone, tuple((s, e) for s, e, name in found if name))


def without(heard: Heard) -> Heard:
    """The message without its clauses that are about the talk itself (places stay), so that none of their words is taken for an answer."""
    found = find(heard)
    if found is None or found.name == "never_mind":
        return heard
    if found.name in _FEELINGS and not (found.name == "insult" and found.alone):
        return replace(heard, ask=None)  # facts may stand in it, but it is no plain answer
    spans = ((0, len(heard.text)),) if found.alone else found.spans
    text = heard.text
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    kept = tuple(a for a in heard.annotations if not any(start < a.end and a.start < end for start, end in spans) or a.entity == "quoted")
    return replace(heard, text=text, annotations=kept, intents=() if found.alone else heard.intents)
