"""How a main clause begins in spoken Dutch. Folded; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re

from ..words import plain

VERBS = (
    r"(?:is|zijn|was|waren|ben|heb|hebt|heeft|hebben|had|hadden|word|wordt|worden|werd|werden|wil|willen|wilde|wilden|wou|wouden|kan|kon|kunnen|konden|moet|moeten|moest|moesten|mag|mogen|"
    r"gaat|ga|gaan|ging|gingen|zal|zullen|zou|zouden|doet|doe|doen|deed|deden|staat|staan|stond|stonden|ligt|liggen|lag|lagen|zit|zitten|zat|zaten|komt|komen|kwam|kwamen|weet|weten|wist|wisten|"
    r"vraagt|vragen|vroeg|vroegen|eist|eisen|eiste|eisten|krijg|krijgt|krijgen|kreeg|kregen|draait|draaien|draaide|draaiden|werkt|werken|werkte|werkten|loopt|lopen|liep|liepen|heet|heette|"
    r"betaalt|betaal|betalen|betaalde|betaalden|blijkt|bleek|bleken|blijft|bleef|zegt|zeg|zeggen|zei|zeiden|stelt|stellen|stelde|stelden|geeft|geven|gaf|gaven|houdt|viel|vielen|rekent|rekende|kost|kostte|kosten|duurt|duurde|"
    r"belt|belde|belden|mailt|mailde|stuurde|ontdekte|ontdekten|merkte|merkten|zag|zagen|denk|dacht|hoor|hoorde|vond|vonden|begon|verkoopt|maakt|maken|levert|leverde|moesten|hing|hingen|bevestigde|meldde|meldden|wilt|gebruikt|beheert|beheren)"
)
FINITE = re.compile(r"\b" + VERBS + r"\b")
# "Moeten", "kunnen": after one person or thing they are no finite verb ("alles moeten opkuisen").
PLURAL = r"(?!(?:willen|kunnen|moeten|mogen|gaan|zullen|doen|staan|liggen|zitten|komen|weten|vragen|eisen|krijgen|draaien|werken|lopen|betalen|blijven|zeggen|stellen|geven|maken|beheren|kosten|worden|hebben|zijn)\b)"
SMALL = r"(?!(?:die|dat|niet|ook|er|wel|toch|al|nog|en|of)\b)"
# A subject (or whatever stands first) and its verb right behind it.
MAIN = plain(
    r"(?:(?<=\s)(?P<new>(?:(?:wij|we|ze|zij|die|er|hier|daar|dat|dit|nu|toen|dan|klanten|gisteren|vandaag|eergisteren|vanmorgen|uiteindelijk|gelukkig|intussen|ondertussen|inmiddels|misschien) "
    r"|(?:ik|hij|ie|het|men|losgeld|aangifte|politie|geld|alles|niks|niets|niemand|iedereen) " + PLURAL +
    r"|(?:de|hun|onze|mijn|zijn|die|deze|alle|twee|drie|vier) (?:[\w'-]+)(?: (?:van|bij|in|op|met|uit) (?:de |het |een |onze |hun |zijn |die )?" + SMALL + r"[\w'-]+(?: " + SMALL + r"[\w'-]+)?)? "
    r"|(?:het|ons|den|dit|dat|een|elke) (?:[\w'-]+)(?: (?:van|bij|in|op|met|uit) (?:de |het |een |onze |hun |zijn |die )?" + SMALL + r"[\w'-]+)? " + PLURAL +
    r"|(?:in|op|bij|voor|sinds|over|via) (?:de |het |een |onze |hun |zijn |die |elk )?[\w'-]+ )" + VERBS + r"\b))"
)
# What leaves the words before it open: a subordinating word, a preposition, an article, a verb that waits for its subject.
LEFT_OPEN = re.compile(
    r"\b(?:dat|die|als|of|omdat|doordat|zodat|terwijl|toen|wanneer|hoewel|aangezien|waarvan|waarbij|waar|waarin|waardoor|wat|wie|hoe|welke?|voordat|nadat|sinds|zoals|alsof|indien|tot|dan|"
    r"de|het|een|onze|ons|mijn|zijn|haar|hun|in|op|bij|voor|via|over|uit|aan|met|naar|van|door|om|te|zonder|geen|heel|erg)\s+$"
    r"|\b(?:is|was|heeft|hebben|had|hadden|heb|werd|werden|wordt|worden|kan|kon|konden|moet|moest|moesten|gaat|ging|gingen|wil|wilde|zal|zou|zouden|komt|kwam|kwamen|bleek|viel|stond|lag|zit|zat|ligt|staat)\s+$"
)
JOIN = re.compile(r"(?<=\s)((?:en|maar|want|dus|doch|en dan|en toen|en nu|en daarna)\s+)$")
# "En dat hebben wij dan betaald", "dus die was ook weg": it goes on about what stands before.
ANAPHOR = re.compile(r"(?:dat|die|dit|daar|dan|het) (?:was|is|waren|zijn|heeft|hebben|had|kost|kostte|wordt|werd|komt|gaat|moet|moest|kan|kon)\b")
