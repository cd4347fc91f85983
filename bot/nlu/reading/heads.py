"""Loss heads: which words speak of which loss, and what they say of its status."""

import re
from typing import Any, Dict, List, Optional

from . import negation
from .claim import CLAIMING, is_claim, not_asked
from .clauses import Message, Sentence, Span
from .rules import Findings, matches, rule
from .words import pattern

# In all tables: `status` is what the words mean when no claim stands beside them; `topic` marks a noun that only names the head.
_AGAIN = r"(?:opnieuw|opniew|terug|her|weer|herop|manueel|met de hand|handmatig)"
_WORK = (r"(?:op ?(?:te )?bouwen|opgebouwd|opbouwen|opzetten|opgezet|op te zetten|(?:ge)?installe\w*|installatie|in ?(?:te )?richten|ingericht|in ?(?:te )?voeren|ingevoerd|invoeren|samen ?(?:te )?stellen|samengesteld|"
         r"aan ?(?:te )?(?:leggen|maken)|aangemaakt|gemaakt|maken|ingeven|ingegeven|in te geven|ingetikt|intikken|overtikken|overtypen|configure\w*|geconfigureerd|opstarten|opgestart|inladen|ingeladen|scannen)")
RESTORATION = (
    rule("restoration", "topic", r"\b(?:data-?herstel\w*|\w*herstelbedrijf|databergings\w*|dataredding\w*|recovery-?kosten|heropbouwkosten|herinstallatiekosten)\b"),
    rule("restoration", "incurred", r"\b(?:recht ?te ?zetten|rechtgezet|rechtzetten|opgelapt|geherimaged|ge-?imaged|herimagen|ingespoeld|inspoelen|opnieuw ingespoeld|geformatteerd|formatteren|gefikst|gefixt|gekuist|uitgekuist|kuisen|gerepareerd|repareren|gestript|platgegooid en|nieuwe schijven|nieuwe harde schij\w+|schijven vervangen|heropgezet|heringeladen|op te vragen en|gereinigd|gesaneerd)\b"),
    rule("restoration", "incurred", r"\b(?:opzoek\w*|herberekenen|herbereken\w*|nakijkwerk|controlewerk|inhaalwerk)\b", confidence=0.5),
    rule("restoration", "topic", r"\b(?:herstelkosten?|herstelkost|herstellingskost\w*|herstelwerk\w*|herstelwerkzaamheden|herstelling\w*|herstelfactuur|herstelbedrijf|herstel\b|herbouw\b|heropbouw|wederopbouw|reconstructie\w*|datarecovery|data ?recovery|recoverybedrijf|datahersteller|recovery\w*|herinstallatie\w*|heropstart\w*|heropstarten|herstarten|opschoning|schoonmaak van|opkuis\b)\b"),
    rule("restoration", "incurred", r"\b" + _AGAIN + r"\b[^?,]{0,35}?" + _WORK + r"\b"),
    rule("restoration", "incurred", r"\b(?:herop te bouwen|herbouwd|herbouwen|heropgebouwd|heropbouwen|geherinstalleerd|herinstalleren|herinstalleerd|herinricht\w*|heringericht|geherconfigureerd|herconfigureren|gereconstrueerd|reconstrueren|overgetikt|overtikken|overgetypt|overtypen|ontsmet\w*|ontsmetten|schoongemaakt|schoonmaken|opgeschoond|opschonen|op te schonen|opgekuist|opkuisen|op te kuisen|opruimen|opgeruimd|op te ruimen|gesaneerd|geherstructureerd|leeggemaakt)\b"),
    rule("restoration", "incurred", r"\b(?:zetten|zet|zetten we|zet ik|plaatsen|bouwen|bouwt|bouwden|richten|voeren|installeren|zetten ze)\b[^?]{0,40}?\b(?:terug|weer op|opnieuw op|van nul|van scratch|opnieuw in|opnieuw)\b"),
    rule("restoration", "incurred", r"\b(?:van nul|van scratch|vanaf nul|van voren af aan)\b[^?]{0,30}?\b(?:op|opgebouwd|opbouwen|begonnen|beginnen)\b"),
    rule("restoration", "incurred", r"\bherstellen\b (?:we|wij|ze|zij|nu|server|alles)|\b(?:we|wij|ze|zij) herstellen\b|\b(?:server per server|pc per pc|machine per machine|toestel per toestel)\b"),
    rule("restoration", "incurred", r"\b(?:cyber)?(?:security|beveiligings)[- ]?(?:bedrijf|firma|bureau|specialist\w*|team)\b|\bcybersecurity\w*", confidence=0.75, unless=r"soc\b"),
    rule("restoration", "incurred", r"\b(?:hersteld|herstellen|te herstellen|gerepareerd|repareren|recht (?:te )?trekken|rechtgetrokken)\b", confidence=0.7, unless=r"nog niet hersteld|niet alles hersteld|contact hersteld|vertrouwen"),
    rule("restoration", "incurred", r"\b(?:teruggezet|terug te zetten|terugzetten|terug gezet|gerestored|restoren|restore|weer ingeladen|zetten (?:we |wij )?(?:alles )?terug|zetten alles terug|terugplaatsen|teruggeplaatst)\b", unless=r"bij het terugzetten bleek"),
    rule("restoration", "incurred", r"\b(?:uren|overuren|werkuren|manuren|man-?uren|mandagen|uur)\b[^?]{0,50}?\b(?:gewerkt|gedraaid|besteed|in gestoken|ingestoken|geklopt|bezig|gepresteerd|herstel\w*|om (?:de|alles|het)|site|doorgewerkt|overgetikt)\b", confidence=0.75, unless=r"(?:zonder|niet kunnen) (?:redactiesysteem|systeem)? ?gewerkt"),
    rule("restoration", "incurred", r"\b(?:doorgewerkt|dag en nacht (?:gewerkt|bezig)|heel het weekend|het hele weekend|hele weekend|nachten doorgehaald|tot \w+ uur 's (?:morgens|nachts))\b[^?]{0,60}?\b(?:terug|herstel\w*|opnieuw|gewerkt|recht|op te|geprobeerd|bezig)\b", confidence=0.8),
    rule("restoration", "incurred", r"\b(?:overuren|die uren|onze uren|eigen uren)\b", confidence=0.7),
    rule("restoration", "incurred", r"\b(?:securitybureau|security-?bedrijf|securitybedrijf|cyberbedrijf|beveiligingsbedrijf|incident ?response\w*|responseteam|extern(?:e|s)? (?:it-?)?(?:experts?|team|bureau|bedrijf|firma|specialist\w*|techniekers|it'?ers?|consultants?|provider|partij|hulp|dienstverlener)|gespecialiseerd(?:e)? (?:firma|bedrijf|bureau)|it-?experts?|cyber-?experts?|externe adviseurs|nieuwe it'er|ingevlogen)\b", confidence=0.8),
    rule("restoration", "incurred", r"\b(?:nieuwe (?:servers?|hardware|schijven|laptops?|pc'?s|computers?|omgeving|apparatuur|toestellen|machines)|vervangen(?:de)? (?:servers?|hardware|schijven|laptops?|pc'?s)|vervangingshardware|extra materiaal|servers? vervangen|systeem is (?:ondertussen |inmiddels )?vervangen)\b", confidence=0.75),
    rule("restoration", "incurred", r"\b(?:laptops?|pc'?s?|computers?|werkposten|servers?|toestellen)\b[^?]{0,40}?\b(?:nagekeken|nakijken|ingeleverd|gescand|gecontroleerd|opnieuw)\b", confidence=0.7),
    rule("restoration", "incurred", r"\b(?:alles|systemen|servers|systeem|de boel|netwerk) (?:weer |terug |opnieuw )?(?:op orde|in orde|draaiend|werkend|goe\w*|aan de praat|aan de gang|operationeel) (?:te )?(?:brengen|krijgen|gebracht|gekregen|maken|maakt)\b"),
    rule("restoration", "incurred", r"\b(?:site|systeem|systemen|server|omgeving|boel|netwerk) (?:weer |terug |opnieuw )(?:goe\w*|op|online|recht|in de lucht|draaiend) (?:te )?(?:krijgen|brengen|zetten|trekken|gekregen)\b"),
    rule("forensics", "incurred", r"\b(?:forens\w*|onderzoeksbureau|onderzoekskosten|oorzakenonderzoek|sporenonderzoek|oorzaakonderzoek|root cause|digitaal onderzoek\w*|extern onderzoek|cyberonderzoek\w*)\b", unless=r"forensisch onderzoek (?:vond|toont|heeft uitgewezen|wees)|volgens het (?:forensisch )?onderzoek|volgens (?:de )?forens"),
)
_UNABLE = r"(?:niet|geen|niks|niets|nergens|amper|nauwelijks|niet meer|niet fatsoenlijk|onmogelijk)"
_TRADE = (r"(?:werken|leveren|factureren|produceren|verkopen|draaien|open|opengaan|bezorgen|verzenden|versturen|inplannen|boeken|opstarten|rijden|laden|lossen|uitvoeren|ontvangen|bestellen|afrekenen|facturen sturen|tekeningen maken|"
          r"orders verwerken|verder|aan de slag|uitleveren|opereren|verwerken|drukken|bakken|verhuren|behandelen)")
INTERRUPTION = (
    rule("business_interruption", "incurred", r"\bop straat (?:heeft |hebben )?(?:ge)?staan\b|\b(?:volk|personeel|ploeg\w*|mannen|gasten|mensen|jongens|werknemers)\b[^?]{0,40}?\b(?:niks te doen|niets te doen|zonder werk|naar huis|stilgezeten|niksen|wachten|betaald voor niks|duimen)\b", neg="own", confidence=0.85),
    rule("business_interruption", "incurred", r"\b(?:werkdag\w*|dag(?:en)? werk|verletdagen|verlet|werkverlies|productiedagen?|verkoopdagen?|draaidagen?)\b[^?]{0,20}?\b(?:gekost|verloren|kwijt|gemist|weg|gehad)\b|\b(?:gekost|verloren|kwijt|verlies van)\b[^?]{0,25}?\b(?:werkdag\w*|verletdagen|productiedagen?)\b", neg="clause", confidence=0.85),
    rule("business_interruption", "incurred", r"\b(?:omboeken|omgeboekt|herplannen|moeten afzeggen|moeten annuleren|moeten doorverwijzen|klanten (?:weg ?gelopen|naar de concurrent\w*|kwijt)|naar de concurren\w+|achterstand (?:in te halen|wegwerken|opgelopen)|geen cent verdiend|niks verdiend|niets verdiend|handel lag stil|tent dicht|kassa dicht)\b", neg="own", confidence=0.8),
    rule("business_interruption", "incurred", r"\b(?:ze|zij|hij|klant|die|zaak|bedrijf|winkel|{ORG})\b[^?,]{0,25}?\b(?:kan|kon|kunnen|konden)\b[^?,]{0,30}?\b(?:niet|geen|niks|niets|nergens)\b[^?,]{0,30}?\b(?!bevestigen|zeggen|weten|betalen|bereiken|terugzetten|herstellen|vinden|openen|inloggen|aantonen|bewijzen|achterhalen|uitsluiten|beoordelen|controleren|zien|lezen|halen|komen|geloven|vertellen|wachten|worden|hebben|zijn|mailen|kunnen|teruggeven|ontsleutelen|decrypteren|missen|meten|aanmelden|nakijken|systemen|gegevens|bestanden|servers)[a-z]{3,}en\b(?=\W*(?:$|[.,;!)]|en\b|omdat|door))", neg="own", confidence=0.7),
    rule("business_interruption", "topic", r"\b(?:misgelopen|gemiste|verloren|gederfde|weggevallen) (?:\w+ )?(?:ritten|omzet|verkopen|orders|klanten|boekingen|uren|inkomsten|marge|productie|overnachtingen|maaltijden|afspraken|consulten|advertenties|transporten|opdrachten|winst|brutowinst)\b|\bbrutowinst\b|\bomzetschade\b|\bwerkverlet\b"),
    rule("business_interruption", "incurred", r"\b(?:oplage|ritten|overnachtingen|consulten|afspraken|afzet|productie|brutowinst|facturatie|opbrengst)\b[^?]{0,20}?\b(?:misgelopen|gemist|verloren|kwijt|mis|weg|gederfd|vervallen)\b", confidence=0.85),
    rule("business_interruption", "topic", r"\b(?:omzetverlies|omzetderving|omzetschade|gederfde (?:omzet|winst|marge|inkomsten)|winstderving|winstverlies|productieverlies|productiestilstand|productiestop|bedrijfsschade|stilstandschade|stilstand\w*|bedrijfsstilstand|inkomstenderving|inkomstenverlies|omzetdaling|margeverlies|gemiste (?:omzet|verkoop|verkopen|winst|marge|inkomsten|orders|opdrachten|bestellingen|leveringen|boekingen|reserveringen|transacties)|verloren (?:omzet|uren|orders|marge|winst|verkopen|werkdagen)|misgelopen \w+|economische schade|exploitatieverlies|derving|bedrijfsonderbreking|business interruption)\b"),
    rule("business_interruption", "incurred", r"\b(?:omzet|verkoop|winst|marge|inkomsten|orders|bestellingen|klandizie|opdrachten|aanbestedingen|declarabele uren|overslag|boekingen|reservaties|verkopen|opbrengst\w*)\b[^?]{0,30}?\b(?:kwijt\w*|mis\b|misloopt|mislopen|misgelopen|gemist|verloren|weg|gederfd|verlies|derft|derven|kosten|kost|kapot|terug)\b", unless=r"omzet (?:claimen|vragen|eisen) (?:ze|zij|hij) niet"),
    rule("business_interruption", "incurred", r"\b(?:mist|missen|miste|misten|verloor|verloren|verliest|verliezen|loopt|lopen|liep|liepen|derft|derven|kost|kostte|kosten|weggegooide|verlies van|verlies aan|minder)\b[^?]{0,25}?\b(?:omzet|verkoop|winst|marge|inkomsten|orders|bestellingen|opdrachten|aanbestedingen|declarabele uren|boekingen|verkopen|opbrengst\w*|bestelling)\b", unless=r"(?:geen|nauwelijks|amper) (?:omzet|verkoop|winst|marge|inkomsten)(?:verlies|derving)?[^?]{0,15}?(?:verloren|gemist|kwijt|misgelopen|verlies)"),
    rule("business_interruption", "incurred", r"\b(?:geen|nul|nauwelijks|amper|zonder) (?:\w+ )?(?:inkomsten|verkoop|verkopen|orders|bestellingen|boekingen)\b(?! (?:verloren|gemist|kwijt|misgelopen|geannuleerd))", neg="own", confidence=0.8),
    rule("business_interruption", "incurred", r"\b(?:kon|konden|kan|kunnen|konde|kunenn|kosten)\b[^?]{0,50}?\b" + _UNABLE + r"\b[^?]{0,35}?\b" + _TRADE + r"\b", neg="own"),
    rule("business_interruption", "incurred", r"\b" + _UNABLE + r"\b[^?]{0,25}?\b(?:kunnen|konden|kon)\b (?:\w+ ){0,2}" + _TRADE + r"\b", neg="own"),
    rule("business_interruption", "incurred", r"\b(?:productie|fabriek|werk|bedrijf|zaak|winkels?|filialen|kantoor|praktijk|\w*kantoor|\w*bedrijf|\w*fabriek|\w*zaak|lijnen|band|machines|magazijn|verkoop|orderverwerking|facturatie|levering\w*|terminals?|logistiek|transport|keuken|bouwplaats|werf|organisatie|dienstverlening|loketten|hotel|restaurant|spreekuur|klant)\b[^?]{0,45}?\b(?:stil|plat|dicht|toe|gesloten|lam|stilgelegd|stilgevallen|onderbroken|gestaakt|op slot|tot stilstand)\b", neg="clause", confidence=0.85, unless=r"(?:systeem|systemen|servers?|netwerk|mail|telefonie|boel|alles) (?:lag|ligt|lagen|liggen) (?:\w+ )?(?:plat|stil)|platgegooid|platgelegd|back-?up"),
    rule("business_interruption", "incurred", r"\b(?:stil ?(?:ge)?(?:legd|vallen|gevallen)|viel(?:en)? stil|lag(?:en)? stil|ligt stil|liggen stil|stilligt|stilliggen|stilgelegen|stilvalt|stil (?:ligt|lag|liggen|lagen))\b", confidence=0.75, unless=r"(?:netwerk|systeem|systemen|servers?|mail|website|site|boel) (?:lag|ligt|lagen|liggen|viel|vielen) (?:\w+ ){0,2}stil"),
    rule("business_interruption", "incurred", r"\b(?:loopt|lopen|liep|liepen)\b[^?]{0,60}?\bmis\b", confidence=0.85),
    rule("business_interruption", "incurred", r"\b(?:staat|staan|stond|stonden|ligt|liggen|lag|lagen|gezeten|zitten|viel|vielen)\b (?:\w+ ){0,4}?stil\b", confidence=0.8, unless=r"(?:netwerk|systeem|systemen|servers?|mail|website|site|boel|kassa'?s) (?:staat|staan|lag|ligt|lagen|liggen|viel|vielen) (?:\w+ ){0,2}stil"),
    rule("business_interruption", "incurred", r"\bstil ?gestaan\b|\bop halve kracht\b|\bzitten thuis\b|\bthuis gezeten\b|\bniet kunnen (?:werken|openen|leveren|draaien)\b|\b(?:staat|staan|stond|stonden) te wachten\b", neg="own", confidence=0.8),
    rule("business_interruption", "incurred", r"\b(?:we|wij|zij|ze|klant)\b[^?,]{0,10}?\b(?:liggen|lagen|ligt|lag)\b[^?,]{0,25}?\bplat\b|\b(?:liggen|lagen|ligt|lag) (?:we|wij|zij|ze|de klant)\b[^?,]{0,25}?\bplat\b", neg="own", confidence=0.75),
    rule("business_interruption", "incurred", r"\b(?:dagen|dag|week|weken|uren|uur)\b (?:\w+ ){0,2}?(?:dicht|toe|gesloten)\b|\b(?:dicht|toe|gesloten) (?:moest|moesten|was|waren|geweest|gebleven|bleef|bleven|moeten)\b", neg="clause", confidence=0.8),
    rule("business_interruption", "incurred", r"\bniets? (?:kunnen )?(?:verkocht|verkopen|geleverd|geproduceerd|gefactureerd)\b", neg="own"),
    rule("business_interruption", "incurred", r"\b(?:extra|tijdelijk) (?:personeel|mensen|krachten|volk)\b", confidence=0.8),
    rule("business_interruption", "incurred", r"\b(?:niks|niets|geen enkele|geen|nergens)\b[^?,]{0,30}?\b(?:geleverd|bezorgd|verkocht|gefactureerd|geproduceerd|verzonden|verstuurd|omgezet|binnen ?gekomen|geboekt|bestelling(?:en)? binnen|gedraaid|ontvangen)\b", neg="own", confidence=0.85, unless=r"geen (?:enkele )?(?:levering|bestelling|order|omzet|dag|klant)\w* (?:gemist|verloren|geannuleerd)|brief|{RANSOMWORD}"),
    rule("business_interruption", "incurred", r"\b(?:naar huis gestuurd|technisch werklo\w*|economisch werklo\w*|met de armen over elkaar|duimen (?:te )?draaien|duimendraaien|zaten zonder werk|zonder werk|werkloos thuis|doorbetaald personeel|doorbetaalde? (?:lonen|personeel|uren|medewerkers)|personeel door(?:te)?betal\w*|lonen (?:liepen|lopen) door|loonkosten|stilzittend\w* personeel|leegloop\w*|wachturen)\b", neg="own"),
    rule("business_interruption", "incurred", r"\b(?:geannuleerd\w*|afgezegd|afgelast|annulaties?|annuleringen|uitgesteld\w*|uitwijken|wijken uit|moesten uitwijken)\b", neg="clause", confidence=0.75),
    rule("business_interruption", "incurred", r"\b(?:uitzendkrachten|interims?|interimkrachten|tijdelijk(?:e)? (?:personeel|krachten|hulp)|waarnemend\w*|waarnemer|extra (?:personeel|krachten|handen|vervoer|transport|koeriers?|kosten om)|gehuurd\w* (?:apparatuur|servers?|pc'?s|laptops)|noodoplossing\w*|huur van (?:servers|pc'?s|apparatuur))\b", neg="clause", confidence=0.8, unless=r"interimkantoren"),
    rule("business_interruption", "incurred", r"\b(?:alles|orders|leveringen|bestellingen) (?:moest|moet|moeten|moesten|ging|gaat) (?:\w+ )?(?:met de hand|manueel|handmatig|op papier)\b", confidence=0.6),
    rule("business_interruption", "incurred", r"\b(?:elke|iedere|per) dag\b[^?]{0,25}?\b(?:kost|kosten|toe|dicht|stil|verlies)\b", confidence=0.8),
    rule("business_interruption", "incurred", r"\bniet operationeel\b", neg="own", confidence=0.75),
    rule("business_interruption", "topic", r"\bhun verlies\b", confidence=0.7),
    rule("business_interruption", "possible", r"\b(?:{SYSTEM}|alles)\b[^?]{0,30}?\b(?:plat|stil|onbereikbaar|niet beschikbaar|uit de lucht|down|offline|onbruikbaar|geblokkeerd|eruit|werkt niet|werken niet|eruit)\b", neg="own", confidence=0.6),
)
OTHER = (
    rule("notification_privacy", "topic", r"\b(?:meldpunt|callcenter|call ?center|meldingskosten|notificatie\w*|krantenadvertenties?|infolijn|informatielijn|kredietbewaking|credit monitoring)\b"),
    rule("notification_privacy", "topic", r"\b(?:informeren|aanschrijven|inlichten|verwittigen|aan te schrijven|te informeren|in te lichten|te verwittigen|communicatie (?:richting|naar)|brieven (?:aan|naar|versturen)|brief naar alle)\b[^?]{0,40}?\b(?:huurders|klanten|betrokkenen|bezoekers|gedupeerden|patienten|leden|personen|mensen|slachtoffers|ouders|leerlingen|studenten|medewerkers|inwoners|burgers|kandidaten)\b"),
    rule("notification_privacy", "topic", r"\bde brieven\b", confidence=0.7),
    rule("notification_privacy", "incurred", r"\b(?:alle|al (?:de|onze|hun)|die|de)\b (?:\w+ )?(?:klanten|betrokkenen|gedupeerden|patienten|leden|personen|bezoekers|huurders|ouders|inwoners|leerlingen|kandidaten)\b[^?]{0,20}?\b(?:een )?(?:brief|brieven|mail|bericht)\b[^?]{0,12}?\b(?:gestuurd|verstuurd|gekregen|ontvangen)\b", confidence=0.85),
    rule("notification_privacy", "incurred", r"\b(?:klanten|betrokkenen|gedupeerden|patienten|leden|personen|mensen|bezoekers|huurders|ouders|inwoners)\b[^?]{0,20}?\b(?:zijn|werden|is|hebben (?:we|wij))\b[^?]{0,20}?\b(?:ingelicht|geinformeerd|verwittigd|aangeschreven|op de hoogte gebracht|bericht)\b", confidence=0.85),
    rule("fines_penalties", "incurred", r"\b(?:boete|boetes|dwangsom\w*|bestuurlijke sanctie|geldboete|avg-?boete|gdpr-?boete|administratieve (?:boete|sanctie))\b", unless=r"(?:parkeer|verkeers)boete"),
    rule("fraud_theft", "incurred", r"\b(?:gestort|overgeschreven|overgemaakt|overgeboekt|betaald|gestuurd)\b[^?]{0,60}?\b(?:oplichters?|fraudeurs?|(?:verkeerde?|vals\w*|nep|frauduleu\w+) ?(?:iban|rekening\w*)|buitenlandse rekening|onbek\w*\.? (?:firma|rekening\w*|bedrijf)|\w+se rekening)\b"),
    rule("fraud_theft", "incurred", r"\b(?:valse|nep|vervalste|spook)-? ?factu(?:ur|ren)\b[^?]{0,40}?\b(?:betaald|voldaan|overgemaakt)\b|\b(?:betaald|betaalde|betaalden|overgemaakt)\b[^?]{0,30}?\b(?:valse|nep|vervalste)-? ?factu(?:ur|ren)\b"),
    rule("fraud_theft", "incurred", r"\b(?:gefraudeerd|fraude gepleegd|bankfraude|kaartfraude|leeggeplunderd|rekening geplunderd|valse facturen)\b"),
    rule("fraud_theft", "incurred", r"\b(?:belrekening|belkosten|telefoonrekening|telefoonkosten|belfraude|gesprekskosten|internationale gesprekken)\b"),
    rule("fraud_theft", "incurred", r"\b(?:geld|saldo|bedrag|euro)\b[^?]{0,25}?\b(?:van de rekening gehaald|verdwenen van|van de bankrekening|weggesluisd|doorgesluisd)\b"),
    rule("reputation", "topic", r"\b(?:reputatieschade|imagoschade|reputatie|imago|goede naam|immateriele schade|emotionele schade)\b", confidence=0.8),
    rule("fee_refund", "topic", r"\b(?:licentiegeld|abonnementsgeld|onderhoudsgeld|licentiekosten)\b[^?]{0,30}?\bterug\b|\b(?:creditering|crediteren|creditnota\w*|terugbetaling van (?:onze|de|het) (?:facturen|abonnement|vergoeding|licentie\w*)|abonnementsgeld terug|facturen terug|betaalde (?:facturen|vergoeding\w*|abonnement\w*) terug|korting op (?:het|de) (?:contract|abonnement|facturen))\b"),
    rule("legal_interest", "topic", r"\b(?:incassokosten|rente\b|wettelijke rente|advocaatkosten|advocatenkosten|advocaten\b|zijn advocaat|zn advocaat|juridische kosten|buitengerechtelijke\w*|gerechtskosten|proceskosten|rechtsplegingsvergoeding|ereloon\w*)\b"),
    rule("negotiation", "topic", r"\b(?:rekening|factuur|kosten|honorarium|kost) van de (?:onderhandelaars?)\b|\bonderhandelaarskosten|onderhandelingskosten"),
    rule("other", "incurred", r"\b(?:schikking\w*|identiteitsfraude|identiteit misbruikt|schadevergoedingen aan (?:klanten|betrokkenen))\b", confidence=0.8),
    rule("betterment", "incurred", r"\b(?:betere|nieuwe|zwaardere) (?:firewalls?|beveiliging|antivirus)\b", confidence=0.7),
)
RANSOM = (
    rule("ransom", "topic", r"{RANSOMWORD}|\b(?:die|de|zijn|hun|haar|betaalde) (?:\d+ )?(?:bitcoins?|btc)\b|\b\d+(?:,\d+)? (?:bitcoins?|btc)\b"),
    rule("ransom", "topic", r"\b(?:dat|het|zijn|hun|haar|die) (?:betaalde )?(?:geld|bedrag|som)\b (?:\w+ ){0,3}?(?:terug|van (?:ons|mij)|op ons|bij ons)|\bgeld\b (?:\w+ ){0,3}?terug\b", needs="ransom"),
    rule("ransom", "possible", r"{MALWARE}", confidence=0.6),
)
TABLES = (RANSOM, RESTORATION, INTERRUPTION, OTHER)
_BREAKDOWN = re.compile(r"\b(?:dat bedrag|het bedrag|grootste deel|'?t meeste|het meeste|de rest\b|den rest|deels|daarvan|waarvan|daar zit|zit (?:erin|er in|daarin)|bestaat uit|het gaat (?:ze|hun|hen|hem|haar)? ?(?:puur |vooral |enkel )?om|ziet op|dat is om|het zit hem|heeft betrekking op|betreft|omvat|vooral|hoofdzakelijk|opgesplitst|namelijk|waaronder)\b")
_MOST = re.compile(r"\b(?:grootste deel|'?t meeste|het meeste|vooral|hoofdzakelijk|voornamelijk|grotendeels|merendeel|leeuwendeel)\b")
_FREE = re.compile(r"\b(?:gratis|kosteloos|voor niks|voor niets|zonder kosten|kost (?:ons|hen|hun|niemand) niets|kosten (?:ons|hen) niets|op eigen kosten|voor eigen rekening|zonder aan te rekenen|uit coulance)\b|\bdoet (?:de )?(?:moeder\w*|holding|verzekeraar|leverancier\w*|groep) zelf\b|\b(?:klant|ze|zij|hij) (?:doet|doen|deed|deden|herstelde\w*) [^?]{0,30}?\bzelf\b[^?]{0,30}?\b(?:niks|niets|geen)\b")
_NO_LOSS = pattern(r"\b(?:geen|niks|niets|nauwelijks|amper|zonder)\b (?:\w+ )?(?:omzet|verlies|omzetverlies|stilstand|schade|hinder|last|winst|impact|onderbreking|omzetderving|bestellingen? gemist|levering gemist|enkele levering gemist)\w*\b(?! (?:meer|kunnen|geleverd))|\bgewoon (?:door|open|verder|in de lucht|binnen|doorgegaan|doorgedraaid|doorgewerkt)\b|\b(?:gewoon|gewoonweg) (?:\w+ )?(?:doorgegaan|doorgedraaid|doorgewerkt|open gebleven)\b|\b(?:gaan|gaat|ging|gingen|draait|draaide|draaiden|werkt|werkte|liep|loopt) (?:gewoon |wel )(?:door|verder)\b|\bspeelt (?:hier|er)? ?niet\b|\bhinder (?:is |was |bleef )?(?:\w+ )?(?:beperkt|minimaal)")
_FUTURE = re.compile(r"\b(?:moet(?:en)? nog|zal|zullen|gaan we|wordt verwacht|verwachten|verwacht|offerte|begroot|geschat op|straks|nog te|zal moeten|nog moeten|nodig zijn)\b")
_OWN = re.compile(r"\b(?:wij|we|ik|ons|onze|eigen mensen)\b")


def read(message: Message, found: Findings) -> None:
    claiming = False
    for sentence in message.sentences:
        claiming = _sentence(message, sentence, found, claiming)


def _sentence(message: Message, sentence: Sentence, found: Findings, before: bool) -> bool:
    low = sentence.low
    claim = is_claim(sentence)
    breakdown = bool(_BREAKDOWN.search(low))
    carried = claim or (before and (breakdown or _continues(low)))
    if sentence.question and not claim:
        return claim or before
    for table in TABLES:
        best: Dict[str, Dict[str, Any]] = {}
        for entry, m in matches(table, sentence):
            span = (sentence.start + m.start(), sentence.start + m.end())
            row = _status(sentence, entry.role, entry.value, entry.neg, span, carried, breakdown)
            if row is None:
                continue
            row.update(confidence=entry.confidence, span=span, needs=entry.extra.get("needs"))
            old = best.get(entry.role)
            if old is None or _rank(row) > _rank(old):
                best[entry.role] = row
        if table is INTERRUPTION and not best:
            m = _NO_LOSS.search(low)
            if m and not re.search(r"losgeld|gestolen|schade aan", low):
                span = (sentence.start + m.start(), sentence.start + m.end())
                if negation.certainty(sentence, *span) in ("sure", "hearsay"):
                    found.add("loss", span, "business_interruption", "business_interruption", loss_status="absent", polarity="negated", confidence=0.7)
        for head, row in best.items():
            span = row.pop("span")
            found.add("loss", span, head, head, loss_status=row["status"], actor=row["actor"], confidence=row["confidence"],
                      certainty=row["certainty"], main=True if row["main"] else None, needs=row["needs"], topic=True if row["topic"] else None,
                      polarity="negated" if row["status"] == "absent" else "affirmed")
    return carried


def _rank(row: Dict[str, Any]) -> int:
    """An express denial outweighs all; a bare negation only what is merely possible."""
    if row["status"] == "absent":
        return 9 if row.get("express") else 1
    return ("possible", "absent", "threatened", "incurred", "claimed").index(row["status"])


def _continues(low: str) -> bool:
    return bool(re.match(r"\W*(?:plus|en (?:ook|dan)|daarnaast|ook|bovendien|alsook|net als|daarbij|waarvan|deels|de rest|den rest|\+)\b", low))


def _status(sentence: Sentence, head: str, meaning: str, neg: str, span: Span, claim: bool, breakdown: bool) -> Optional[Dict[str, Any]]:
    low = sentence.low
    sure = negation.certainty(sentence, *span)
    if sure in ("question", "other_case", "figurative"):
        return None
    clause = sentence.cut(sentence.clause(*span))
    row: Dict[str, Any] = {"certainty": "sure", "actor": None, "main": False, "topic": meaning == "topic"}
    express = not_asked(sentence, span)
    denied = express or (neg != "own" and negation.negated(sentence, *span))
    if head == "restoration" and _FREE.search(low):
        denied = express = True
    if head == "business_interruption" and _NO_LOSS.search(low) and not (meaning == "incurred" and neg == "own" and not _NO_LOSS.search(clause)):
        denied = express = True
    if head == "ransom":
        denied = denied and (meaning == "topic") and not re.search(r"{}".format("vraagt alleen|enkel het losgeld|alleen het losgeld"), low)
    if denied:
        if meaning == "possible":
            return None
        row["status"], row["express"] = "absent", express
        row["topic"] = False
        return row
    if sure == "hypothetical":
        return None
    row["main"] = bool(_MOST.search(clause)) or (breakdown and bool(_MOST.search(low)) and low.find(clause.strip()[:12]) <= 60)
    if meaning != "possible" and (claim or (CLAIMING.search(clause) is not None)):
        row["status"], row["actor"] = "claimed", "claimant"
        return row
    if meaning == "possible" or sure == "doubt":
        row["status"] = "possible"
        return row
    if head == "ransom":
        return None  # what was demanded or paid says it (the core derives it from those facts)
    own = bool(_OWN.search(clause))
    row["actor"] = "insured" if own else None
    row["status"] = "threatened" if _FUTURE.search(clause) and not own else "incurred"
    return row


def collect(found: Findings) -> List[Dict[str, Any]]:
    return [r for r in found.rows if r["entity"] == "loss"]
