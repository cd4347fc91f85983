"""Keys and passwords that show what they are by their shape: tokens of known services, private keys, what stands in a configuration."""

import bisect
import re
from collections.abc import Iterator

SHAPES = re.compile(
    r"\beyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,4000}(?:\.[A-Za-z0-9_-]{0,4000})?"
    r"|\b(?:sk|pk|rk)[-_](?:live|test|proj|ant|or)?[-_]?[A-Za-z0-9_-]{16,300}"
    r"|\b(?:gh[pousr]_[A-Za-z0-9]{20,300}|github_pat_\w{20,300}|glpat-[\w-]{16,100}|xox[abprs]-[\w-]{10,300}|A[KS]IA[0-9A-Z]{16}\b|AIza[\w-]{30,60}|hf_[A-Za-z0-9]{20,100}"
    r"|npm_[A-Za-z0-9]{30,60}|ya29\.[\w-]{20,300}|SG\.[\w-]{16,40}\.[\w-]{16,80}|dop_v1_[a-f0-9]{40,80}"
    r"|shp(?:at|ca|pa|ss)_[a-f0-9]{32}|sq0(?:atp|csp)-[\w-]{20,60}|pypi-AgE[\w-]{30,300}|dckr_pat_[\w-]{20,60}|PMAK-[a-f0-9-]{40,80}|glrt-[\w-]{16,60}"
    r"|AGE-SECRET-KEY-1[A-Z0-9]{40,80}|[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}|EAA[A-Za-z0-9]{60,300})"
    r"|\b\d{8,10}:[A-Za-z0-9_-]{30,50}\b"  # a Telegram bot
    r"|(?<=hooks\.slack\.com/services/)[\w/]{20,100}|(?<=/api/webhooks/)\d{10,25}/[\w-]{30,120}"
    r"|(?<![\d-])(?:\d{6}-){7}\d{6}(?![\d-])"  # a BitLocker recovery key
)
KEY_BEGIN = re.compile(r"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----")
KEY_END = re.compile(r"-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----")
KEY_LINES = re.compile(r"(?:\s{0,4}[A-Za-z0-9+/=]{16,200})+")
MOST_KEY = 20_000
IN_URL = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://[^\s:/@]{1,100}:(?P<secret>[^\s/@]{1,200})@", re.IGNORECASE)
BEARER = re.compile(r"\b(?:bearer|basic)[ \t]+(?P<secret>[A-Za-z0-9._~+/=-]{16,4000})", re.IGNORECASE)
# What keeps company with a password: a key of a configuration file, an option of a command, an element of XML.
WORD = r"(?:pass(?:word|wd|phrase)?|pwd|wacht?woord|paswoord|secret|token|api[-_]?key)"
ELEMENT = re.compile(rf"<[\w:.-]{{0,30}}?{WORD}[^<>]{{0,60}}>(?P<secret>[^<\s]{{1,200}})<", re.IGNORECASE)
ATTRIBUTE = re.compile(
    rf"\b(?:key|name|id|property)[ \t]*=[ \t]*([\"'])[^\"'\n]{{0,60}}?{WORD}[^\"'\n]{{0,30}}\1[ \t]+"
    r"value[ \t]*=[ \t]*([\"'])(?P<secret>[^\"'\n]{1,300})\2",
    re.IGNORECASE,
)
KEY_VALUE = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z_][\w.-]{0,60}?(?:pwd|pass|passwd|secret|token|key|credentials?)[\"']?[ \t]*[=:][ \t]*[\"'`]?"
    r"(?P<secret>(?=[^\s\"'`;,&<>]*[A-Za-z])(?=[^\s\"'`;,&<>]*\d)[^\s\"'`;,&<>]{8,4000})",
    re.IGNORECASE,
)
PARAMETER = re.compile(
    r"(?<=[?&;])(?:sig|signature|token|access_token|api_?key|key|auth|code|password|pwd|secret|x-amz-signature)=(?P<secret>[^\s&\"'<>]{8,4000})",
    re.IGNORECASE,
)
OPTIONS = (
    re.compile(
        r"\b(?:mysql(?:dump|admin)?\b[^\n]{0,80}?[ \t]-p|sshpass[ \t]+-p[ \t]*)[\"']?(?P<secret>[^\s\"'-][^\s\"']{2,200})", re.IGNORECASE
    ),
    re.compile(
        r"\b(?:curl|wget|http)\b[^\n]{0,200}?[ \t](?:-u|--user)[ =]+[\"']?[^\s:\"']{1,80}:(?P<secret>[^\s\"']{1,200})", re.IGNORECASE
    ),
    re.compile(r"\bredis-cli\b[^\n]{0,80}?[ \t]-a[ \t]+[\"']?(?P<secret>[^\s\"']{2,200})", re.IGNORECASE),
    re.compile(r"[ \t]--?(?:password|passwd|pass|pwd|token|secret|api-?key)[ =][\"']?(?P<secret>[^\s\"'-][^\s\"']{2,200})", re.IGNORECASE),
    re.compile(r"\bnet[ \t]+use\b[^\n]{0,160}?/user:\S{1,80}[ \t]+(?P<secret>[^\s/]\S{2,200})", re.IGNORECASE),
    re.compile(r"\bpsexec\b[^\n]{0,160}?[ \t]-p[ \t]+(?P<secret>\S{2,200})", re.IGNORECASE),
    re.compile(r"\bnet[ \t]+user[ \t]+\S{1,80}[ \t]+(?P<secret>[^\s/]\S{2,200})(?=[ \t]+/add|[ \t]*$)", re.IGNORECASE | re.MULTILINE),
)
PUTTY = re.compile(r"Private-Lines:[ \t]*\d{1,3}\n(?P<secret>(?:[A-Za-z0-9+/=]{4,100}\n?){1,60})")


def in_lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of secrets that stand on one line or two, end exclusive; they may overlap."""
    for match in SHAPES.finditer(text):
        yield match.span()
    for pattern in (IN_URL, BEARER, ELEMENT, ATTRIBUTE, KEY_VALUE, PARAMETER, *OPTIONS):
        for match in pattern.finditer(text):
            yield match.span("secret")


def in_blocks(text: str) -> Iterator[tuple[int, int]]:
    """The same of secrets that go over many lines."""
    yield from private_keys(text)
    for match in PUTTY.finditer(text):
        yield match.span("secret")


def private_keys(text: str) -> Iterator[tuple[int, int]]:
    """From BEGIN to END; a key that was cut off to the end of the text, or as far as its lines go."""
    ends = [match.end() for match in KEY_END.finditer(text)]
    done = 0
    for match in KEY_BEGIN.finditer(text):
        if match.start() < done:
            continue
        at = bisect.bisect_left(ends, match.end())
        if at < len(ends) and ends[at] - match.start() <= MOST_KEY:
            done = ends[at]
        elif len(text) - match.end() <= MOST_KEY:
            done = len(text)
        else:
            lines = KEY_LINES.match(text, match.end())
            done = lines.end() if lines else match.end()
        yield match.start(), done
