"""The claim on the insured. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re

from ..words import pattern

ON_US = (r"(?:van|bij|op|aan|naar|tegen|door(?: naar)?) (?:ons|mij|vz|vn|beller|verzekerde|mijn bedrijf|onze (?:firma|zaak|kant|richting))|\b(?:onze|mijn) (?:kant|richting) (?:op|uit|komt|in)|\bop (?:onze|mijn) (?:kap|bord|conto|nek)|\bin (?:onze|mijn) schoenen|"
          r"\bligt (?:nu )?bij ons|\bkomt bij ons|\bmoeten (?:wij|we) [^?]{0,30}?(?:ophoesten|betalen|vergoeden|dragen|opdraaien|terugbetalen)|\bdat (?:wij|we|ik) [^?]{0,60}?(?:opdraai\w*|vergoed\w*|betalen|dragen|terugbetalen|opdraaien|bijdragen)|"
          r"\b(?:wij|we|ik) (?:moet|moeten|mag|mogen|zouden) [^?]{0,30}?(?:opdraaien|ophoesten|vergoeden|terugbetalen|betalen voor)|\bdeze kant (?:op|uit)|\bhierheen\b|\bbij ons binnen|\bin ons nadeel|\bons ten laste|\bvoor onze rekening|\bons (?:nu )?aan\b")
CLAIMING = pattern(
    r"\b(?:claim(?:t|en|de|den)?|schadevordering|wanprestatie|nalatigheid|tekortkoming|beroepsfout|aangetekend schrijven|aangetekende brief|aangetekende zending|ingebreke|in gebreke gesteld|opgedraaid|draaien (?:wij|we) (?:er)?voor op|geclaimd|schadeclaim\w*|claimbrief|vorder(?:t|en|de|ing|ingen)|gevorderd|terugvorder\w*|verhaal|verhalen|verhaalt|verhaald|doorrekenen|doorgerekend|doorrekent|doorbereken\w*|rekent? (?:\w+ ){0,4}door|rekenen (?:\w+ ){0,4}door|"
    r"aanrekenen|aangerekend|rekent? (?:ze |hij |zij )?(?:ons )?aan|rekenen (?:ze )?(?:ons )?aan|schadevergoeding|schadeloos\w*|schade(?:staat|nota|factuur)|vergoed(?:ing)?|vergoeden|aansprakelijk\w*|aansprakelijkstelling|in gebreke|ingebrekestelling|gedagvaard|dagvaarding|dagvaart|"
    r"kort geding|sommatie|sommeert|sommeren|verwijt(?:en|t)?|verantwoordelijk voor|daarvoor verantwoordelijk|opdraaien|ophoesten|neerleggen|schadeloosstelling|aanspraak|aanspraken|boze brief|boze brieven|terugbetaling|terugbetaald (?:zien|krijgen|willen)|"
    r"schade terug|geld terug|in rekening (?:gebracht|brengen)|factureren aan ons|gedagvaardt|verhaald worden|regres|schadeafwikkeling)\b"
    r"|\b(?:wil|willen|vraagt|vragen|eist|eisen|eiste|eisten|wilt|wou|vroeg|geeist)\b[^?]{0,90}?\b(?:terug|vergoed|" + ON_US + r")(?!\w)"
    r"|\b(?:ligt|liggen|legg?en|legt|belandt|belanden|schuift|schuiven|stuurt|sturen|steekt|steken|dient|dienen|komt|gaat|gaan)\b[^?]{0,60}?(?:" + ON_US + r")(?!\w)|\b(?:die|de) (?:rekening|factuur|nota)\b[^?]{0,40}?(?:" + ON_US + r")(?!\w)"
    r"|\b(?:totale )?(?:rekening|factuur|schadenota) (?:die )?(?:ze|hij|zij|van mijn klant|van de klant)\b|\brekening van (?:mijn|onze|de) klant\b|\bkijk(?:t|en) (?:ze |hij |nu )?naar (?:ons|mij|vz|beller)\b|\bgee?f?v?(?:t|en) (?:ons|mij) de schuld|\bvind(?:t|en) dat (?:wij|we|ik) [^?]{0,60}?(?:had|moet|fout|schuld|betal)|\bzijn geld zien|\bkrijg(?:en|t)? (?:wij|we|ik) (?:als|de|een) (?:factuur|rekening|nota)|(?:factuur|rekening|nota)\w*\b[^?]{0,15}?\bkrijgen (?:wij|we)\b|\bmoeten (?:wij|we|ik) overnemen|\bhouden? (?:ons|mij) aan\b|\b(?:ons|mij) te houden aan\b|\bteruggevorderd\b|\baangesproken\b|\bneer te leggen\b|\bop de rekening\b|\b(?:factuur|rekening|nota)\w* (?:gekregen|ontvangen)\b|\bkregen (?:wij|we|ik) een (?:factuur|rekening|nota)\b|\bkomen halen\b|\bin mindering\b|\bhoud(?:t|en) (?:ze |hij )?(?:de |hun )?betaling(?:en)? in\b|\bingehouden\b|\bverrekenen\b|\bbrief\b[^?]{0,20}?\bvan (?:hun|zijn|haar|de) (?:advocaat|rechtsbijstand|jurist|raadsman|verzekeraar)|\brechtsbijstand\b|\b(?:wil|willen) (?:die|dat|zijn|hun|de) [^?]{0,25}?\bzien\b|\bcenten zien|\bonder onze neus|\bschuld (?:geven|krijgen)|\bverhaalt? [^?]{0,20}op (?:ons|mij)|\bons (?:te )?verwijten|\bverwijt (?:ons|mij)|\brechtszaak|\bstelt? (?:ons|mij|vz|vn) |\bhoudt? (?:ons|mij|vz|vn) |\bhoudt? (?:ons|mij)\b[^?]{0,25}?verantwoordelijk|\bhouden ons\b[^?]{0,25}?verantwoordelijk"
    r"|\b(?:terug|vergoed) (?:van|door) (?:ons|mij)\b|\b(?:dat|het|die) [^?,]{0,40}?(?:willen|wil|eist|eisen|vraagt|vragen) (?:ze|hij|zij|ie|de klant)\b|\b(?:da|dat|die|dit) (?:willen|wil|eisen|eist) (?:ze|hij|zij|ie) [^?]{0,12}?terug\b"
    r"|\bdat eist (?:hij|ze|zij|de klant)\b|\b(?:wil|willen) (?:ie|ze|hij|zij)? ?(?:de )?schade\b|\bstaat (?:ook )?(?:in|op) (?:de|hun|zijn) (?:brief|eis|vordering|claim)"
    r"|\b(?:gaan|gaat|zullen|zal) (?:ze |hij )?(?:\w+ ){0,2}(?:doorrekenen|verhalen|claimen)\b|\bbetalen terug\b|{THEM} (?:willen|wil)\b[^?]{0,40}?\b(?:zien|krijgen)\b|\bmijn klant wil\b|\bdie gaan ze\b|\bdat (?:gaat|gaan|zal|zullen)[^?]{0,30}?onze kant"
)
EISEN = pattern(r"\b(?:eist|eisen|eiste|eisten|geeist|vraagt|vragen|vroeg|wil|willen)\b")
ATTACKER_EIS = pattern(r"\b{HACKER}\b[^?,]{0,40}?\b(?:eis\w*|vra\w+|vroeg\w*|willen|wilden|verlang\w*)\b|\b(?:eis\w*|vra\w+|vroeg\w*|gevraagd|geeist) (?:door|van) (?:de )?{HACKER}|losgeld (?:ge?vraagd|geeist)|bitcoin\w* (?:ge?vraagd|geeist|eisen|vragen)|binnen \d+ (?:uur|dagen) (?:of|anders)|(?:eist|eisen|eisten|vragen|vroegen|vraagt|willen|wilden) (?:\w+ ){0,4}(?:losgeld|bitcoins?|btc|crypto)|om (?:ze|het|alles|de bestanden) te ontgrendelen|sleutel|dollar")
CLAIMANT_EIS = pattern(r"\b(?:in kort geding|voorschot|advocaat|jurist|brief|schade|klant|opdrachtgever|ziekenhuis|haar|btw|incassokosten|om [^?]{0,40}(?:op te bouwen|te reconstrueren|te herstellen|te laten)|van (?:ons|mij)|voor (?:de )?(?:gemiste|gederfde|misgelopen|verloren|verlies|herstel\w*|schade)|gemiste \w+|omzet\w*|marge)\b")
NOT_ASKED = re.compile(
    r"\b(?:claim\w*|vra(?:ag|agt|gen)|eis\w*|vorder\w*|gevraagd|geclaimd|willen|wil|vergoed|verhaald|aangerekend|rekent|rekenen|maakt|maken)\b[^?,]{0,30}?\b(?:niet|niks|niets|geen(?! (?:bedrag|cijfer)))\b|"
    r"\b(?:niet|niks|niets|geen)\b[^?,]{0,25}?\b(?:gevraagd|geclaimd|claimen|geeist|gevorderd|gevraagd|vragen|eisen|vorderen|vergoed|aangerekend|verhaald)\b|"
    r"\b(?:maakt|maken) (?:daar |er )?(?:geen|niet) deel\b|\bgeen deel\b|\bniet inbegrepen\b|\bbuiten de claim\b|\b(?:daar|daarvoor|er) (?:\w+ )?(?:niks|niets|geen \w+) voor\b|\bvraagt? (?:daar|er) (?:niks|niets)\b"
)
WRITTEN = re.compile(r"\b(?:brief|brieven|schriftelijk\w*|aangetekend\w*|e-?mail|mail|gemaild|per mail|dagvaarding|gedagvaard|kort geding|advocaat|advocaten|jurist|deurwaarder|ingebrekestelling|aanmaning|sommatie\w*|vonnis|op papier|zwart op wit|schrijft|geschreven|exploot|aansprakelijkstelling)\b")
ORAL = re.compile(r"\b(?:mondeling|telefonisch|aan de telefoon|belde|gebeld|gezegd|zegt|zei|aan de lijn|in een gesprek|zegt ie|zeggen ze|roept)\b")
EXPECTED = re.compile(r"\b(?:verwacht(?:en)?|zal|zullen|gaat wel|gaan wel|waarschijnlijk|dreigt|dreigen|gedreigd|overweegt|overwegen|komt er (?:nog )?aan|vrees|vrezen|rekenen erop|wellicht|mogelijk|misschien|kijken naar ons|nog geen claim|houdt zich)\b")
# Nothing is asked, now or yet: "vraagt nog niks", "heeft nog niets geclaimd", "geen eis gehad".
NOTHING_ASKED = pattern(
    r"(?:\b(?:{THEM}|{ORG})\b )?\b(?:vraagt|vragen|vroeg|vroegen|eist|eisen|eiste|claimt|claimen|wil|willen|vordert|vorderen|zegt|rept)\b (?:(?:ons|mij|er|daar|daarvoor|op dit moment|momenteel|voorlopig|nog|nu|tot nu toe|vooralsnog|zelf|hij|ze|zij|de klant|van ons|hier|over een claim) ){0,4}(?:niks|niets|geen (?:geld|cent|euro|vergoeding|schadevergoeding|bedrag|frank)|nog niks|nog niets)\b(?! (?:liever|anders|minder))"
    r"|\b(?:nog |voorlopig |tot nu toe |momenteel )*(?:niks|niets|geen (?:geld|cent|vergoeding|bedrag|claim|schadeclaim|eis))\b (?:van ons |aan ons |van mij |bij ons |hiervoor |daarvoor |op papier )?(?:gevraagd|geclaimd|geeist|gevorderd|gehad|gekregen|ontvangen|ingediend|neergelegd)\b"
    r"|\b(?:vraagt|eist|claimt|wil) (?:hij|ze|zij|de klant|ie) (?:\w+ ){0,3}(?:niks|niets|geen (?:geld|cent|vergoeding|bedrag))\b"
)
# Announced, not made.
THREATENS = pattern(
    r"\b(?:dreig\w*|gedreigd|waarschuw\w*)\b[^?;]{0,45}?\b(?:claim\w*|schadeclaim|advoca\w+|rechtszaak|rechtbank|rechter|dagvaard\w*|proces\w*|aansprakelijk\w*|vorder\w*|verhal\w*|eis\w*|factuur|rekening)\b"
    r"|\b(?:overweeg\w*|denkt? (?:eraan|erover)|sluit niet uit|spreekt van|spreken van|is van plan|heeft het over|laat doorschemeren|zinspeelt)\b[^?;]{0,35}?\b(?:claim\w*|verhalen|aansprakelijk\w*|advoca\w+|dagvaard\w*|schadevergoeding|eisen|vorderen)\b"
)
NOT_ON_PAPER = re.compile(r"\b(?:nog )?(?:niks|niets|nie|niet|nt|geen)\b[^?;.,]{0,20}?\b(?:op papier|schriftelijk\w*|zwart op wit|brief|mail|gemaild|ingebrekestelling|dagvaarding|geschreven)\b|\b(?:op papier|schriftelijk)\b[^?;.,]{0,12}?\b(?:niks|niets|niet|nog niet|nt)\b")
NO_CLAIM = re.compile(r"\b(?:geen|nog geen|niet|niets|niks)\b[^?,]{0,25}?\b(?:claim|schadeclaim|aansprakelijk\w*|vordering|verwijt\w*|brief van de klant|eis van de klant)\b|\bklant (?:vraagt|eist|claimt|wil) (?:niks|niets)\b|\b(?:houdt|houden|stelt|stellen) ons niet\b")
FIRST_PARTY = re.compile(r"\b(?:onze|eigen|mijn) (?:eigen )?(?:schade|kosten|uren|omzetverlies)\b|\bwil (?:ik|ik graag) (?:aangeven|claimen|indienen|vergoed)\b|\b(?:aan onze kant|schade bij ons|onszelf)\b|\bwij (?:willen|wensen) (?:\w+ ){0,4}(?:aangeven|claimen|indienen)")
OURS = re.compile(r"\b(?:wij|we|ik)\b[^?,]{0,20}?\b(?:claim\w*|eis\w*|vorder\w*|verhalen|aansprakelijk)\b|\bonze (?:eigen )?(?:claim|vordering|eis)\b")
CONTINUES = re.compile(r"\W*(?:plus|en (?:ook|dan)|daarnaast|ook|bovendien|alsook|net als|daarbij|waarvan|deels|de rest|den rest|\+)\b")
NOT_ASKED_AFTER = re.compile(r"\W*(?:daar|daarvoor|die|dat|vraagt|en)? ?(?:vraagt|vragen|claimt|claimen|eist|eisen|wil|willen|vraag|maakt)\b[^?,]{0,35}?\b(?:niks|niets|niet|geen)\b")
