"""The parties. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re

from ..words import pattern

PARTIES = pattern(
    r"\b(?:(?P<attacker>{HACKER})|(?P<insurer>{INSURER})|(?P<third_party>{THIRD})|(?P<insured>{US}|(?:it|ict)[- ]?(?:bedrijf|firma|partner|dienstverlener|bureau|zaak)|ons|mij|mijn collega|(?:onze|mijn|ons|den|de) (?:eigen )?(?:boekhoud\w*|secretaresse|kassier|administratie|stagiair\w*|bediende|zaakvoerder|vennoot|financiele dienst)(?! van)|onze (?:techniekers?|technici|medewerkers?|mensen|collega'?s|beheerders?|helpdesk|monteurs?))|"
    r"(?P<claimant>{ORG})|(?P<them>{THEM}))\b"
)
PHRASE = re.compile(r"\b(?:bij|aan|van|voor|met|naar|tegen|over|in|uit|op|namens|tussen|achter|richting|zonder)\s+(?:\w+\s){0,2}$")
BY = pattern(r"\bdoor\s+(?:(?:de|het|een|onze|ons|mijn|zijn|haar|hun|die|dat|den|nen)\s+)?(?:\w+\s){0,2}?(?=(?:{HACKER}|{INSURER}|{THIRD}|ons\b|mij\b|onszelf|{ORG}|hen\b|hem\b|haar\b|hun\b))")
NOT_BY = re.compile(r"\bniet (?:door|van) (?:ons|mij|de klant|hen|hem|de verzekeraar)\b")
