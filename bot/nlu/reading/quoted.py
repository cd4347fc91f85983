"""Which parts of a message are not its writer's own words: pasted mails, notes of attackers, chats and logs.

Found line by line. A mail ends where its receiver speaks again: behind a signature, at an end that is said, or at a paragraph that
only the receiver would write. What cannot be told: a pasted letter without head, lead, marks or quotation marks, and the rest of a
mail that was cut in two by the 4,000 code points of a piece.
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Iterator, List, NamedTuple, Optional, Tuple

from .tables import quoted as t


class Part(NamedTuple):
    """A quoted part. `kind`: mail, note, chat or log. `speaker`: whose words, as an actor; "machine" for a log.

    `head`: the head of a mail or the stamp of a chat.
    """

    start: int
    end: int
    kind: str
    speaker: str
    head: bool = False


LEAST_LOG = 3  # lines, inside a mail
Mark = Tuple[str, str, bool]  # kind, speaker, head


class _Line(NamedTuple):
    start: int
    end: int
    text: str


_DATED = re.compile(r"\d[-/.]\d{1,2}[-/.]\d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")
_ANY = re.compile(r"[\n>\"“„«:\[]|\b(?:encrypt|your)", re.I)


def quoted_parts(text: str) -> List[Part]:
    """The quoted parts of `text`, by place, apart; the rest is the writer's own."""
    return list(_parts(text))


def machine_spans(text: str) -> List[Tuple[int, int]]:
    """Where a machine speaks: no time, count or amount in there is anybody's.

    But for the last line of a log that has a date: "om 8u zagen we dat" behind it is a time of that day.
    """
    runs: List[List[Part]] = []
    for part in _parts(text):
        if part.kind == "log":
            if runs and not text[runs[-1][-1].end : part.start].strip():
                runs[-1].append(part)
            else:
                runs.append([part])
    dated = [next((part for part in reversed(run) if _DATED.search(text, part.start, part.end)), None) for run in runs]
    return [(part.start, part.end) for run, last in zip(runs, dated) for part in run if part is not last]


@lru_cache(maxsize=4)  # asked before the values are read, and after
def _parts(text: str) -> Tuple[Part, ...]:
    if not _ANY.search(text):
        return ()
    lines = _lines(text)
    owner: List[Optional[Mark]] = [None] * len(lines)
    _mails(lines, owner)
    _chats(lines, owner)
    _logs(lines, owner)
    _notes(text, lines, owner)
    parts = [Part(line.start, line.end, *mark) for line, mark in zip(lines, owner) if mark is not None and line.text.strip()]
    parts += [p for p in _citations(text) if not any(q.start < p.end and p.start < q.end for q in parts)]
    return tuple(sorted(parts))


def _lines(text: str) -> List[_Line]:
    made, at = [], 0
    for raw in text.split("\n"):
        made.append(_Line(at, at + len(raw), raw))
        at += len(raw) + 1
    return made


def _lead(lines: List[_Line], at: int) -> str:
    """The writer's words just before line `at`."""
    said = [line.text for line in lines[max(0, at - 3) : at] if line.text.strip()]
    return said[-1] if said else ""


def _mails(lines: List[_Line], owner: List[Optional[Mark]]) -> None:
    at = 0
    while at < len(lines):
        line = lines[at].text
        begins = _mail_begins(lines, at)
        if begins:
            speaker = "insured" if t.OWN_MAIL.search(_lead(lines, at)) else "claimant"
            at = _one_mail(lines, owner, at, speaker)
        elif t.MARKED.match(line):
            owner[at] = ("mail", "claimant", False)
            at += 1
        else:
            at += 1


def _mail_begins(lines: List[_Line], at: int) -> bool:
    line = lines[at].text
    if t.ORIGINAL.match(line) or t.WROTE.match(line):
        return True
    if t.RULE.match(line):
        return at + 1 < len(lines) and bool(t.SENDER.match(lines[at + 1].text))
    if t.SALUTATION.match(line) and t.LETTER.search(_lead(lines, at)):
        return True
    if not (t.SENDER.match(line) or t.HEADER.match(line)):
        return False
    near = [later.text for later in lines[at : at + 6]]
    return any(t.MAIL_ONLY.match(x) for x in near) and sum(bool(t.HEADER.match(x)) for x in near) >= 2


def _one_mail(lines: List[_Line], owner: List[Optional[Mark]], at: int, speaker: str) -> int:
    """Mark the mail that begins at line `at`; the line behind it."""
    first, wrote = at, bool(t.WROTE.match(lines[at].text))
    while at < len(lines) and (at == first or _of_head(lines[at].text) or (at < first + 3 and not lines[at].text.strip())):
        owner[at] = ("mail", speaker, not t.SALUTATION.match(lines[at].text))
        at += 1
    following = next((line.text for line in lines[at:] if line.text.strip()), "")
    if wrote and t.MARKED.match(following):
        while at < len(lines) and (t.MARKED.match(lines[at].text) or not lines[at].text.strip()):
            owner[at] = ("mail", speaker, False)
            at += 1
        return at
    signed = False
    while at < len(lines) and not (_mail_begins(lines, at) and at > first + 1):
        text = lines[at].text
        if text.strip() and at and not lines[at - 1].text.strip() and _ends(text, signed, bool(t.SALUTATION.match(lines[first].text))):
            return at
        signed = signed or bool(t.SIGN_OFF.match(text))
        owner[at] = ("mail", speaker, False)
        at += 1
    return at


def _of_head(line: str) -> bool:
    return bool(t.HEADER.match(line) or t.ORIGINAL.match(line))


def _ends(paragraph: str, signed: bool, bare: bool) -> bool:
    """Whether the receiver speaks again in this paragraph. A `bare` letter, one without head, ends with its signature."""
    if t.END_SAID.match(paragraph) or (signed and bare):
        return True
    again = t.OWN_AGAIN.match(paragraph)
    return bool((again or len(paragraph.split()) >= 5) if signed else again and t.ABOUT_THE_MAIL.search(paragraph))


def _chats(lines: List[_Line], owner: List[Optional[Mark]]) -> None:
    stamped = [(i, m) for i, line in enumerate(lines) if owner[i] is None and (m := t.CHAT.match(line.text)) and not _is_log(line.text)]
    labelled = [(i, m) for i, line in enumerate(lines) if owner[i] is None and (m := t.SPEAKER.match(line.text))]
    if len({m["who"].lower() for _, m in labelled}) >= 2 and len(labelled) >= 2:
        stamped += labelled
    for i, m in stamped:
        who = m["who"].strip().lower()
        owner[i] = None if who in t.OWN_NAMES else ("chat", _speaker(who), False)
    heads = [(i, m) for i, line in enumerate(lines) if owner[i] is None and (m := t.CHAT_HEAD.match(line.text))]
    for i, m in heads if len(heads) >= 2 else ():
        owner[i] = ("chat", _speaker(m["who"]), True)
        after = i + 1
        while after < len(lines) and lines[after].text.strip() and not t.CHAT_HEAD.match(lines[after].text):
            owner[after] = ("chat", _speaker(m["who"]), False)
            after += 1


def _speaker(who: str) -> str:
    return "attacker" if t.ATTACKERS.search(who) else "claimant"


def _is_log(line: str) -> bool:
    return any(p.match(line) for p in t.LOG)


def _logs(lines: List[_Line], owner: List[Optional[Mark]]) -> None:
    found = [i for i, line in enumerate(lines) if owner[i] is None and _is_log(line.text)]
    fields = [i for i in found if t.EVENT.match(lines[i].text)]
    for i in found:
        if i in fields and len(fields) < 3:
            continue  # one "Level: ..." is no event viewer
        owner[i] = ("log", "machine", False)
    _pasted_logs(lines, owner)
    for i, j in _reports(lines, owner):
        owner[i:j] = [("log", "machine", False)] * (j - i)
    for before, after in pairwise(found):
        if 1 < after - before <= 3 and all(lines[k].text.strip() for k in range(before, after)):
            for k in range(before + 1, after):
                owner[k] = owner[k] or ("log", "machine", False)  # what is broken over two lines


def _pasted_logs(lines: List[_Line], owner: List[Optional[Mark]]) -> None:
    """Logs inside a mail: three lines or more that only a machine writes are not its sender's words."""
    run: List[int] = []
    for i, line in enumerate([*lines, _Line(0, 0, "")]):
        mark = owner[i] if i < len(lines) else None
        if mark is not None and mark[0] == "mail" and not mark[2] and _is_log(line.text) and not t.EVENT.match(line.text):
            run.append(i)
            continue
        if len(run) >= LEAST_LOG:
            for one in run:
                owner[one] = ("log", "machine", False)
        run = []


def _reports(lines: List[_Line], owner: List[Optional[Mark]]) -> Iterator[Tuple[int, int]]:
    """Runs of three lines or more of "key: value" with two or more keys of a machine."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and owner[end] is None and t.KEYED.match(lines[end].text):
            end += 1
        if end - at >= 3 and sum(bool(t.MACHINE_KEY.match(lines[k].text)) for k in range(at, end)) >= 2:
            yield at, end
        at = max(end, at + 1)


def _notes(text: str, lines: List[_Line], owner: List[Optional[Mark]]) -> None:
    """Paragraphs in English that speak as attackers do; the paragraphs behind one are of the same note while they are English."""
    inside = False
    at = 0
    while at < len(lines):
        if not lines[at].text.strip():
            at += 1
            continue
        end = at
        while end < len(lines) and lines[end].text.strip() and owner[end] is None:
            end += 1
        if end == at:
            inside = False
            at += 1
            continue
        _one_paragraph(lines, owner, at, end, inside)
        inside = owner[end - 1] is not None
        at = end


def _one_paragraph(lines: List[_Line], owner: List[Optional[Mark]], at: int, end: int, inside: bool) -> None:
    """Mark the lines of a paragraph that are a note; the writer's own lead may stand on its first line."""
    lead = _lead(lines, at)
    whole = " ".join(line.text for line in lines[at:end])
    if t.DUTCH_NOTE.search(whole) and t.MUST.search(whole) and (t.NOTE_LEAD.search(lead) or lead.rstrip().endswith(":")):
        owner[at:end] = [("note", "attacker", False)] * (end - at)
        return
    for k in range(at, end):
        line = lines[k].text
        before = owner[k - 1] is not None and owner[k - 1][0] == "note" if k > at else inside  # type: ignore[index]
        if _is_note(line, bool(t.NOTE_LEAD.search(lead if k == at else lines[k - 1].text)), before):
            owner[k] = ("note", "attacker", False)


def _is_note(line: str, led: bool, inside: bool) -> bool:
    english, dutch, words = len(t.ENGLISH.findall(line)), len(t.DUTCH.findall(line)), len(t.NOTE_WORDS.findall(line))
    if inside:
        return english >= dutch and dutch <= 1
    if led and t.NOTE_HEAD.search(line) and not dutch:
        return True
    return english > dutch and ((bool(t.NOTE_HEAD.search(line)) and words >= 1) or (led and (english >= 2 or words >= 2)))


def _citations(text: str) -> Iterator[Part]:
    """What stands between quotation marks behind "op het scherm stond" or "de advocaat schrijft"."""
    for m in t.CITATION.finditer(text):
        lead = text[max(0, m.start() - 90) : m.start()].rstrip()
        if t.LETTER_LEAD.search(lead):
            yield Part(m.start(), m.end(), "mail", "claimant")
        elif t.NOTE_LEAD.search(lead):
            yield Part(m.start(), m.end(), "note", "attacker")
