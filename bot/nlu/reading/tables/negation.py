"""Negation, doubt, hearsay, other cases. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re

from ..words import plain

NEGATOR = re.compile(
    r"(?<!\bzo )\b(?:geen(?:e|s)?|gene|niet|nie|nt|ni|nietes|niets|niks|nix|nooit|nergens|niemand|zonder|noch|evenmin|nimmer|allesbehalve|bijlange na niet|achterwege|uitgebleven|nagelaten|uitgesloten|geenszins|geen van (?:de|hen)|niemendal|nihil|noppes)\b"
    r"(?! (?:gevolg|alleen|zomaar|enkel|te vergeten|normaal|anders dan|lang geleden|onbelangrijk|idee|twijfel|weinig|toevallig|te geloven|eens meer)\b)"
    r"(?! meer dan\b)"
)
TOPIC_NO = re.compile(r"[?:]\s*(?:nee|neen|nope|nooit|geen|niet|niks|niets|bijlange|totaal niet)\b")
UNKNOWN = re.compile(
    r"\b(?:aan het uitzoeken|wordt (?:nog )?uitgezocht|zoek(?:t|en) (?:ze|we|men|hij|het bureau|wij) (?:dat |het )?(?:nog )?uit)\b|\b(?<!liet )(?<!laten )(?<!laat )(?<!lieten )(?:weet|weten|wist|wisten)(?: \w+){0,4}? niet\b|\bweet (?:ik|'k)? ?(?:niks|niets)\b|\bgeen (?:flauw )?idee\b|\b(?:niet|nog niet|nie) (?:bekend|duidelijk|zeker|geweten|vastgesteld|bevestigd)\b|"
    r"\bonbekend\b|\bonduidelijk\b|\b(?:moet|laat|ga|zal) (?:ik|ik het|ik dat|het|dat|we|wij|nog|ik nog|dat nog|ik eerst)?(?: \w+){0,2} ?(?:nakijken|navragen|uitzoeken|nagaan|checken|opzoeken)\b|"
    r"\bgeen uitspraak\b|\bniet (?:te horen|gezegd|verteld|meegedeeld)\b|\blaten (?:ze|zij) niks\b|\bniks over los\b|\bniets over los\b|\bnog afwachten\b|"
    r"\bnooit vastgesteld\b|\bniets? over gehoord\b|\bniks over gehoord\b|\bkan (?:het|ik het|dat|ik dat)(?: \w+){0,2} ?niet bevestigen\b|\bkan niet meer\b|\bwordt nog onderzocht\b|\bnog in onderzoek\b"
)
OPEN_OF = re.compile(r"\W*(?:en |maar )?of (?:er|de|het|dat|die|we|wij|ze|zij|hij|ook|dit|daar|onze|hun|iemand)\b")
UNSURE = plain(r"\b(?:weet|weten|uitzoeken|uitgezocht|onderzo\w+|onduidelijk|niet (?:bekend|zeker|duidelijk)|onbekend|afwachten|navragen|nagaan|vraag|geen idee|zoeken|zoekt|bekijken|nakijken)\b")
HOW_MUCH = re.compile(r"\b(?:hoeveel|hvl|hoe veel|bedrag|wanneer|waarom|hoe|wie|waar|welke?|hoe lang|precies|exact|juist)\b")
TAG = plain(r"\b(?:ge weet hoe dat gaat|zeker is (?:dat|da|het) (?:niet|nie|ni)|zeker weet ik (?:het|dat) niet|denk ik|dacht ik|geloof ik|vrees ik|vermoed ik|als ik me niet vergis|zeker ben ik niet|niet zeker|naar mijn weten)\b")
DOUBT = re.compile(
    r"\b(?:misschien|mischien|missch|mss|mogelijk|mgl|wellicht|vermoed\w*|waarschijnlijk\w*|wrs|ws|allicht|lijkt|lijken|leek|blijkbaar|"
    r"(?:ik|wij|we) (?:denk|denken|dacht|dachten|vrees|vrezen|geloof|geloven|gok|schat)\b(?! te hebben)|denk ik|denken we|dacht ik|geloof ik|vrees ik|niet uitgesloten|niet uit te sluiten|zou(?:den)? kunnen|kan zijn|kunnen zijn|"
    r"horen zeggen|geruchten?|in de wandelgangen|(?:heb|hebben) (?:ik |we |wij )?(?:ergens|via via|in de gang\w*|op de \w+) (?:gehoord|opgevangen)|zou best|vast wel|verdenk\w*|indicaties|aanwijzingen|tekenen dat|schijnt|schijnbaar)\b"
)
HEARSAY = re.compile(
    r"\b(?:volgens|naar verluidt|van horen zeggen|naar het schijnt|beweert|beweren|beweerden|aldus|zegt (?:hij|ie|ze|men)|zeggen (?:ze|zij|de)|"
    r"zegt de|zei de|hoor ik|hoorden we|ik hoor|zou(?:den)?)\b"
)
HYPOTHETIC = plain(
    r"^\W*(?:en |maar |want |of |dat )?(?:als|indien|stel(?: dat)?|mocht(?:en)?|gesteld dat|tenzij|in het geval dat|voor het geval)\b"
    r"(?! (?:volgt|eerste|laatste|een|het ware|gevolg|bijlage|enige|extra|zodanig|klant|partner|leverancier|beheerder|it|ict|schade|compensatie|reden|oorzaak|bewijs)\b)"
)
FIGURE = plain(
    r"\bhoge prijs\b|\bduur betaald\b|\bdure les\b|\bleergeld\b|\bgegijzeld door (?:onze|de|een) (?:leverancier|contract|procedure|werk)\w*|\bcorona\b|"
    r"\bvoelt? (?:het|dit|dat)? ?(?:als|alsof)\b|\bals het ware\b|\bhet bloed\b|\bgrieps?\b|\bhoofdprijs\b|\btol (?:ge)?eist\b|\bde prijs betaald\b|\bals gijzelaar\b|\bbij wijze van spreken\b"
)
OTHER = plain(
    r"\b(?:had|hadden) in (?:19|20)\d\d (?:al |ook |eens )+|(?:^|[,;:(] ?|\bin |\banno )(?:19|20)\d\d (?:had|hadden|heb|hebben|is|was|werd|heeft|zat|zaten|kreeg|kregen)?[^?]{0,40}?\b(?:al (?:eens|een keer|eerder)|al ooit|ook zoiets|ook eens)\b|\blos (?:hiervan|daarvan|van dit alles)\s*(?:[.,;)]|$)|\b(?:al|ooit|ook al|vroeger al) (?:eens|een keer|eerder) (?:een |zoiets |ook |met |te |gehackt|getroffen|slachtoffer|meegemaakt)|\bin het verleden\b|\bstaat (?:hier |geheel |volledig |helemaal |er )*los van\b|\bmet (?:dit|deze|het huidige) (?:dossier|zaak|incident|geval)? ?(?:niets|niks) te maken\b|\b(?:een|die) (?:heel )?ander(?:e)? (?:relatie|dossier)\b[^?]{0,40}?\b(?:19|20)\d\d\b|"
    r"\b(?:in het nieuws|op het nieuws|(?:las|lees|lezen|gelezen|stond|staat) (?:\w+ ){0,3}in de krant|in de krant (?:gelezen|stond|dat)|op tv|las ik|gelezen dat|bij (?:een|ne|nen|'n) (?:heel |totaal |compleet )?(?:ander\w* (?:klant|bedrijf|firma|relatie|organisatie|zaak|kantoor|school|gemeente|msp|partij|leverancier|club|winkel|praktijk|geval|incident|opdrachtgever)|(?:concurrent|collega|bevriend)\w*)|(?:van|bij) een (?:concullega|concurrent|collega-?bedrijf|bevriend\w*)|(?:een|ne|nen) andere klant[^?]{0,30}?\b(?:vorig|toen|destijds|eerder)|bij de (?:buren|concurrent)|een concullega|(?:een |dat )?collega-?bedrijf|een ander bedrijf|een bedrijf uit de buurt|iemand anders zijn|"
    r"(?:een|dat) ander(?:e)? (?:geval|incident|dossier|zaak|schade)|vorige keer|de vorige (?:hack|aanval|keer)|eerder(?:e)? (?:incident|aanval|hack|geval|schade)|"
    r"niets? te maken met|staat (?:hier )?los van|een kennis van|een vriend van|bij (?:universiteit|de universiteit) maastricht|zoals bij|net als bij)\b"
)
# With a year in the sentence: another client, or a case that is closed.
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ANOTHER = plain(r"\b(?:een|een van (?:onze|de)|onze|een onzer) ander\w* (?:klant|relatie|opdrachtgever)\w*")
THEN = plain(r"\b(?:dat|dit) was (?:toen |al )?in (?:19|20)\d\d\b|\bin (?:19|20)\d\d\b[^?]{0,15}?\btoen\b")
CLOSED = plain(r"\b(?:afgehandeld|afgesloten|opgelost|voorbij|andere?|eerder|deze keer|al eens)\b")
# The next sentence goes on about that other case.
THAT_CASE = re.compile(r"\W*(?:en |maar |die |dat |daar |ze |zij |hij |toen |het )+(?:\w+ ){0,3}?(?:toen|destijds|die keer)\b|\W*(?:destijds|die keer)\b")
ESTIMATE = re.compile(r"\b(?:ongeveer|circa|ca|ongev|plusminus|plm|rond|zowat|bijna|ruim|zo'n|een kleine|een goeie|om en bij|grofweg|naar schatting|pakweg|een stuk of|tegen de|meer dan|minder dan|minstens|maximaal)\b")
