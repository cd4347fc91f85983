# ruff: noqa: E501 - a pattern broken over lines is harder to read than a long one
"""Where a text names things by number: file numbers, addresses on a network, versions, products, percentages.

None of these is an amount, a count or a moment. `masked_spans` tells the grammars to keep out.
"""

import re
from typing import Iterator

from .contacts import find_contacts
from .openers import Opened

_AFTER_WORD = (
    r"dossier|polis|schade|claim|zaak|factuur|klant|ticket|case|incident|referentie|ref|contract|order|bestel|bestelling|serie|rekening|bon|offerte|kenmerk|ondernemings|"
    r"btw|kvk|kbo|rijksregister|bsn|volg|casus|melding|meldings|relatie|lid|personeels|toestel|licentie|certificaat|pv|proces-verbaal|aangifte|notitie|pincode|postcode|huis"
)
_NUMBER_WORD = r"(?:[ -]?(?:nummer|nummers|nr|no|num|id|code))"
_PRODUCTS = (
    r"windows(?: server)?|win|server|exchange(?: server)?|office|microsoft|ms|sql(?: server)?|outlook|sharepoint|teams|veeam|vmware|esxi|vsphere|vcenter|hyper-v|ubuntu|debian|centos|redhat|rhel|"
    r"android|ios|iphone|ipad|galaxy|macos|java|php|python|node|raid|lockbit|revil|ryuk|conti|iso|nen|nis|tls|ssl|smb|smbv|wpa|sha|aes|rsa|md|kb|cve|usb|ddr|core|gen|level|tier|type|fase|"
    r"qnap|synology|fortigate|fortios|sonicwall|citrix|netscaler|adobe|acrobat|chrome|firefox|drupal|wordpress|magento|joomla|exact|navision|sap|oracle|covid|web|log4j|dell|poweredge|proliant|"
    r"thinkpad|latitude|optiplex|autocad|sage|cpu|gpu|vlan|http|https|ipv|layer|laag|mp|mpeg|h"
)
_LABELS = (
    r"poort|poorten|port|ports|tcp|udp|artikel|artikelen|art|lid|paragraaf|hoofdstuk|pagina|bladzijde|blz|pag|bijlage|punt|puntje|vraag|regel|stap|versie|version|firmware|release|build|patch|"
    r"kamer|verdieping|lokaal|kanaal|sectie|kolom|rij|site|vestiging|unit|server|pc|bureau|afdeling|rek|rack|ploeg|team|groep|niveau|klasse|optie|scenario|formulier|module|zone|spoor|categorie|cat"
)
_CERTAIN = tuple(
    Opened(re.compile(pattern, re.I))
    for pattern in (
        r"(?:https?://|www\.)[^\s<>\"']{1,300}",
        r"(?<![\w.@-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:be|nl|com|eu|org|net|io|onion|local|lan|example|test|vlaanderen|gov)(?![\w])(?:/[^\s]{0,200})?",
        r"(?<!\w)[a-z]{2}\d{2}(?: ?[a-z]{4})?(?: ?\d{4}){2,4}(?: ?\d{1,4})?(?!\w)",  # an account number, right or not
        r"(?<!\w)2\dh[12](?!\w)",  # a release of Windows: 24H2
        r"(?<!\w)s-1-\d{1,3}(?:-\d{1,10}){1,8}(?!\w)",  # a security identifier
        r"(?<![\w.])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\w)",  # a Belgian national number
    )
)
_PATTERNS = tuple(
    Opened(re.compile(pattern, re.I))
    for pattern in (
        r"(?<![\w.])(?<!€)(?<!€ )(?<!eur )(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}"
        r"(?:/\d{1,2}|:\d{1,5})?(?![\w€]|\.\d|,\d)(?! ?(?:€|eur))",
        r"(?<!\w)v(?:ersie)?\.? ?\d{1,4}(?:\.\d{1,5}){1,3}(?!\w)",
        r"(?<![\w.,])\d{1,5}(?:\.\d{1,5}){2,3}(?:-\w{1,10})?(?![\w]|[.,]\d)(?<!\d\.20\d\d)(?<!\d\.\d\d\d)(?<!\d\d\.\d\d\.\d\d)(?<!\d\.\d\.\d\d)",
        r"(?<!\w)cve-\d{4}-\d{2,7}(?!\w)",
        r"(?<!\w)0[0-9x][0-9a-f]{8,120}(?!\w)",
        r"(?<!\w)(?=[0-9a-f]{0,40}\d)(?=[0-9a-f]{0,40}[a-f])[0-9a-f]{12,128}(?!\w)",
        r"(?<![\w.,])\d{1,3}(?:[.,]\d{1,4})? ?(?:%|‰|procent\b|percent\b|pct\b)",
        r"(?<![\w/])(?:(?<!op )(?<!sinds )(?<!van )(?:24|7) ?/ ?7|24 op 24|7 op 7|24 ?u(?:ur)? op 24|24 uur per dag|24/24|365 dagen per jaar|7 dagen op 7|zeven dagen op zeven|7 dagen (?:per|op de) week)(?![\w/])",
        rf"(?<!\w)(?:{_AFTER_WORD}){_NUMBER_WORD}\.?(?: (?:is|was|luidt|van ons is))?\s{{0,2}}[:#=]?\s{{0,2}}[\w./-]{{0,12}}\d[\w./-]{{0,24}}(?: \d{{2,6}}(?![\w,.:/%])){{0,4}}",
        r"(?<!\w)(?:dossier|polis|ticket|case|zaak|kenmerk|ref|referentie|factuur|order)\.?:? {0,2}(?:[a-z]{1,8}[-/.]?)?\d{2,10}(?:[-/.]\d{1,10}){0,4}(?![\w]|[-/.,]\d)",
        r"(?<!\w)(?:nummer|nr|nrs|no)\.? {0,2}[:#]? {0,2}\d[\w./-]{0,24}",
        rf"(?<!\w)(?:{_PRODUCTS})[ -]?\d{{1,5}}(?:\.\d{{1,4}}){{0,3}}(?:h[12]|r2|sp\d)?(?![\w]|[.,]\d|[:/]\d)(?! ?(?:euro|eur|€|k\b|mln|miljoen|uur|u\b|dagen|weken|maanden))",
        rf"(?<!\w)(?:{_LABELS})[ .]{{1,2}}(?:nr\.? ?)?\d{{1,6}}(?:[.,/-]\d{{1,6}}){{0,3}}[a-z]?(?![\w]|[.,:/-]\d)(?! ?(?:euro|eur|€|k\b|mln|miljoen|uur|u\b|h\b|dagen|weken|maanden|jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))",
        r"#\d{1,10}(?!\w)",
        r"(?<![\w.])[1-9]\d{3} ?(?-i:(?!TB|GB|MB|KB|PB|EU|US)[A-Z]{2} (?=[A-Z][a-z]))",
        r"(?<![\w.,€])\d{4} (?=(?:Antwerpen|Gent|Brussel|Brugge|Leuven|Hasselt|Mechelen|Kortrijk|Aalst|Oostende|Genk|Roeselare|Turnhout|Kontich|Zaventem|Luik|Namen|Aarschot|Lier|Geel|Herentals|Wijnegem|Sint-Niklaas)\b)",
        r"(?<!\w)[B]-\d{4}(?!\d)",
        r"(?<![\w.,-])\d{1,2}[ -]?(?:bits?|inch|rijer|karaat|core|cores)(?!\w)",
        r"(?<!\w)(?=[\w-]{0,24}\d)(?=[\w-]{0,24}[a-z])[a-z]{1,12}(?:-[a-z0-9]{1,12}){0,2}-?\d{1,12}(?:-[a-z0-9]{1,12}){0,4}(?![\w]|[.,/:]\d)",
        r"(?<![\w.,/-])\d{5,12}-[\w-]{1,20}(?!\w)",
    )
)
_HARDWARE = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"(?<![\w/])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}(?!\w)",
        r"(?<!\w)(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?!\w)",
    )
)
_COLONS = re.compile(r"[0-9a-f][:-][0-9a-f]{1,4}[:-][0-9a-f]{1,4}[:-]", re.I)
_STREET = re.compile(
    r"(?<!\w)[a-z]{1,20}(?:straat|laan|weg|plein|steenweg|dreef|gracht|kade|singel|dijk|baan|lei)(?: \d{1,4}[a-z]?(?:[-/ ]\d{1,4})?)(?![\w]|[.,:/]\d)(?! ?(?:euro|uur|u\b))",
    re.I,
)
_BEFORE_DIGIT = re.compile(r"(straat|laan|weg|plein|steenweg|dreef|gracht|kade|singel|dijk|baan|lei) \d", re.I)
_DATE_LIKE = re.compile(r"\d{4}-\d{2}-\d{2}T?|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d{2}")
# Prefixes to digits that are shorthand for something the grammars do read: "eur500", "om14u", "btc7", "sinds12".
_READABLE_PREFIX = re.compile(
    r"(?:eur|euro|usd|gbp|chf|btc|xmr|eth|usdt|om|op|van|tot|sinds|rond|tem|tm|q|ma|di|wo|do|vr|za|zo|jan|feb|mrt|apr|mei|jun|jul|aug|sep|sept|okt|nov|dec|u|h)-?\d",
    re.I,
)


def masked_spans(text: str) -> list[tuple[int, int]]:
    """The spans of `text`, sorted, that are identifiers: contact details, numbers after their word, names with digits."""
    spans = [(item["start"], item["end"]) for item in find_contacts(text)]
    for pattern in _CERTAIN:
        spans.extend(match.span() for match in pattern.finditer(text))
    for pattern in (*_PATTERNS, *_seldom(text)):
        for match in pattern.finditer(text):
            if not _READABLE_PREFIX.match(match.group()) and not _DATE_LIKE.search(match.group()):
                spans.append(match.span())
    return sorted(spans)


def _seldom(text: str) -> "Iterator[re.Pattern[str]]":
    """Patterns that begin at nearly every word, where a look for their middle finds something."""
    if _COLONS.search(text):
        yield from _HARDWARE
    if _BEFORE_DIGIT.search(text):
        yield _STREET
