"""How people say yes, no, not known, rather not, and each code, in an answer to an open question."""

# ruff: noqa: E501
# fmt: off
import re

DONT_KNOW = re.compile(
    r"^\W*(?:dat |da |das |dit |eh |uh |euh |tja |hm+ |nog |daar |daarvan |die |nee,? |neen,? |sorry,? )*(?:weet (?:ik|'k|ik het|we|wij)(?: \w+){0,3} ?nie?t?|weten (?:we|wij)(?: \w+){0,3} ?nie?t|geen (?:flauw )?idee|onbekend|niet bekend|weet niet|kweenie|kweetni?e?t?|"
    r"(?:moet|zou|zal|ga|laat) (?:ik )?(?:\w+ ){0,4}(?:nakijken|navragen|uitzoeken|opzoeken|checken|nagaan)|daar heb ik (?:niets|niks) over gehoord|niet bij de hand|heb ik niet bij de hand|die heb ik niet bij de hand|geen zicht op|nog in onderzoek|wordt (?:nog )?onderzocht|nog niet (?:duidelijk|bekend|geweten)|zoek ik op)\b",
    re.I,
)
SKIP = re.compile(
    r"\b(?:liever niet|liever later|sla (?:maar |deze |dit )?over|overslaan|volgende vraag|geef ik (?:liever )?(?:later|niet)|doe ik later|vul ik later|komt later|zeg ik liever niet|wil ik niet zeggen|nu niet|later)\b",
    re.I,
)
YES = re.compile(
    r"^\W*(?:ja|jawel|jazeker|jaja|yes|yep|jep|klopt|inderdaad|zeker|absoluut|tuurlijk|natuurlijk|correct|juist|ok(?:e|é|ay)?|idd|dat klopt|da klopt|mja|allebei|beide)\b",
    re.I,
)
NO = re.compile(
    r"^\W*(?:nee|neen|nope|nee hoor|niet|nog niet|nooit|geen|niks|niets|bijlange niet|absoluut niet|totaal niet|helemaal niet|ne|noppes|neeje|niemand)\b",
    re.I,
)
QUESTION_INTENTS = frozenset({"ask_why", "ask_status", "ask_coverage", "ask_pay_ransom", "ask_human", "greet", "goodbye", "thank", "restart",
                               "out_of_scope", "privacy_question", "upload_document"})  # fmt: skip
# Whom an answer is about, when a question asks about two.
WHO = {"insured": r"\b(?:wij|wijzelf|we|ik|ikzelf|ons|onze|onszelf|mijn bedrijf)\b", "claimant": r"\b(?:klant|zij|ze|hij|hun)\b"}
# Words people use for a code, beside its label.
WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "discovered_by": (("claimant", r"klant|hij|zij|ze\b|medewerker van"), ("insured", r"wij|ikzelf|\bik\b|we\b|mijn collega"), ("monitoring", r"monitoring|alarm|edr|antivirus|alert"), ("third_party", r"politie|leverancier|derde|provider"), ("attacker", r"hackers?|aanvallers?|daders?")),
    "ransom_paid_by": (("claimant", r"klant|hij\b|zij\b|ze\b"), ("insured", r"\bwij\b|\bik\b|\bwe\b|onszelf"), ("insurer", r"verzeker"), ("other", r"holding|moeder|ander|derde")),
    "attacker_contact_by": (("nobody", r"niemand|geen contact"), ("claimant", r"klant"), ("insured", r"\bwij\b|\bik\b|\bwe\b"), ("expert", r"expert|onderhandelaar|specialist"), ("insurer", r"verzeker")),
    "bi_occurred": (("both", r"allebei|beide|ook bij ons"), ("claimant", r"klant|hij\b|zij\b|ze\b|hun|daar"), ("insured", r"\bons\b|\bwij\b|\bwe\b"), ("none", r"niet stil|niemand|nergens")),
    "restoration_done_by": (("insured", r"\bwij\b|\bwe\b|\bik\b|onszelf"), ("claimant", r"klant|hun eigen"), ("external", r"extern|bureau|firma|specialist|bedrijf"), ("insurer", r"verzeker")),
    "notification_type": (("claim", r"claim|eist|eis\b|rekening|aansprakelijk"), ("circumstance", r"verwacht|nog geen claim|kan nog"), ("own_damage", r"eigen (?:schade|bedrijf)|onszelf|bij ons")),
    "attack_type": (("ransomware", r"r[ae]nsomw\w+|gijzel|versleutel"), ("data_theft", r"gestolen|diefstal|datalek|gelekt"), ("ddos", r"ddos"), ("account_takeover", r"account|mailbox"), ("invoice_or_ceo_fraud", r"factuur|ceo|fraude"), ("malware", r"virus|malware"), ("own_error_or_outage", r"fout|storing|crash|defect")),
    "restoration_status": (("done", r"alles (?:werkt|draait|is)|klaar|afgerond|volledig"), ("partly_done", r"deels|gedeelte|grotendeels"), ("in_progress", r"bezig|loopt"), ("not_started", r"nog niet|niet begonnen")),
    "backups_affected": (("none", r"niet geraakt|bruikbaar|intact|goed\b"), ("some", r"deels|een deel|sommige|lokale"), ("all", r"alle(?:maal|s|bei)?\b|beide|volledig")),
    "jurisdiction": (("BE", r"belgi|vlaander|antwerp|gent|brussel"), ("NL", r"nederland|holland")),
    "reporter_role": (("director", r"zaakvoerder|directeur|eigenaar|dga|bestuurder|baas"), ("broker", r"makelaar|tussenpersoon"), ("lawyer", r"advocaat|jurist"), ("employee", r"medewerker|technieker|beheerder|engineer|consultant|bediende")),
    "claim_made": (("expected", r"verwacht|nog niet maar|zal komen"), ("written", r"brief|e?-?mails?(?:tje)?\b|schriftelijk|papier|aangetekend|dagvaarding"), ("oral", r"mondeling|telefo|gezegd|aan de lijn")),
    "attack_status": (("restored", r"alles (?:werkt|draait)|hersteld|opgelost"), ("stopped", r"gestopt|voorbij|afgelopen|niet meer"), ("ongoing", r"bezig|nog steeds|nog altijd|loopt nog")),
    "data_exfiltration": (("suspected", r"vermoed|misschien|denk|mogelijk"),),
}  # fmt: skip
LEAD = re.compile(
    r"^\W*(?:(?:ja|wel|goed|ok)[, ]+)?(?:(?:mijn|onze|ons|de|het) (?:naam|bedrijf|firma|zaak|klant|nummer|polisnummer|polis) (?:is|heet|luidt|:)|ik heet|ik ben|dat is|dat zijn|wij zijn|wij heten|het is|met|naam:|bedrijf:|u spreekt met|spreekt u met)\s+",
    re.I,
)
CORRECTION = re.compile(
    r"^\W*(?:nee,? wacht|wacht|correctie|sorry|ik bedoel|pardon|oh nee|foutje|verbetering|nee+n?,? (?:sorry|pardon|fout|toch|eigenlijk)|rechtzetting|oeps|herstel:|ik vergis)\b|\b(?:nee wacht|ik zeg(?:de)? \S+ \S+ ?,|moe(?:s)?t zijn|had moeten zijn|ipv|in plaats van)\b|\bi\.p\.v\.",
    re.I,
)
# A correction whatever is asked now; "sorry, gisteren" may just be the answer.
FIRM_CORRECTION = re.compile(
    r"\b(?:nee+n?\W+(?:wacht|sorry|pardon|fout|toch|eigenlijk|ik bedoel)|correctie|rechtzetting|verbetering|foutje|ik bedoel(?:de)?|moe(?:s)?t zijn|had moeten zijn|ik vergis(?:te)? me|ipv|in plaats van)\b|\bi\.p\.v\.|^\W*(?:nee+n?|fout|niet juist|klopt niet|toch niet)\W+(?:het|dat|t|'t) (?:is|was|waren|zijn|gaat om|ging om|bedrag (?:is|was))\b|\bwacht\W+(?:nee|het (?:is|was)|dat (?:is|was))\b",
    re.I,
)
# Right before what is taken back: "niet 12.000", "ipv 7".
INSTEAD_OF = re.compile(r"(?:\b(?:niet|geen|en niet|ipv|in plaats van|was (?:geen|niet))|i\.p\.v\.)\s+(?:de |het |van )?(?:€ ?|eur )?$", re.I)
NOT_THAT = re.compile(r"[,;.]\s*(?:en )?(?:niet|geen|ipv|in plaats van)\s+(?:de |het |een )?(?P<old>[^,;.!?]{1,40})\W*$", re.I)
VAT_ALONE = re.compile(
    r"^\W*(?:(?:ja|nee|neen|dat is|da's|das|dat was|is|was|en|het is|alles|bedrag is|beide|wel|sorry|wacht|correctie|eh)\W+)*"
    r"(?:(?P<excl>ex(?:cl?(?:\.|usief)?)?\.? ?(?:van )?(?:de )?(?:btw|bwt|b\.t\.w\.?)|zonder (?:de )?(?:btw|bwt)|btw (?:niet|nie) (?:inbegrepen|erbij|inclusief|mee\w*)|netto)|"
    r"(?P<incl>incl?(?:\.|usief)?\.? ?(?:de )?(?:btw|bwt|b\.t\.w\.?)|met (?:de )?(?:btw|bwt)(?: erbij)?|btw (?:is )?(?:inbegrepen|erbij|inclusief|mee\w*)|bruto))\W*$",
    re.I,
)
# "Geen van beide" names none of what was asked, though it says "beide".
NONE_OF = re.compile(r"^\W*(?:nee+n?\W+)?(?:geen(?: enkele)?|niets|niks) van (?:de |die |al |deze )?(?:beiden?|allebei|twee|drie|alle\w*|dat alles)\b", re.I)
NONE_AT_ALL = re.compile(r"^\W*(?:geen(?: enkele| een| één)?|nul|niemand|niks|niets)\W*$", re.I)
# An answer that only points: "de tweede", "optie 3", "het laatste".
POINTS = re.compile(r"^\W*(?:(?:dat is|doe|neem|ik kies) )?(?:de |het |die )?(?:(?P<word>eerste|tweede|derde|vierde|laatste)(?: (?:optie|keuze|antwoord|mogelijkheid))?|(?:optie|keuze|antwoord|nummer|nr\.?) ?(?P<number>\d))\W*$", re.I)
ORDER = {"eerste": 0, "tweede": 1, "derde": 2, "vierde": 3, "laatste": -1}
# Words that answer a question with choices or numbers, and say nothing by themselves where a description is asked.
NO_DESCRIPTION = re.compile(
    r"^\W*(?:(?:ja|jaja|jawel|nee+n?|nope|hoor|zeker|klopt|inderdaad|allebei|beiden?|alle twee|alletwee|geen van (?:de )?(?:beiden?|twee|allebei)|doe maar|"
    r"ok(?:e|é)?|goed|prima|nog niet|niet|gisteren|vandaag|eergisteren|(?:de )?(?:eerste|tweede|derde|laatste)|optie|\d+)\b\W*)+$",
    re.I,
)
# An attack that stopped, or systems that work again, in so many words; a pulled plug is a measure.
STOPPED = re.compile(
    r"\b(?:ge?stop\w*|stil(?:gelegd|gevallen)|voorbij|over|afgelopen|niet meer|weer|terug|opnieuw|herstel\w*|opgelost|onder controle|ingedamd|buiten|afgeslagen|gestuit|gedaan|"
    r"geen (?:activiteit|toegang|verspreiding)|in orde|ok[eé]?|draai\w*|werkt|klaar|geweerd|opgekuist|schoon|clean|weg|heropgebouwd|teruggezet|gefikst|verwijderd|eruit gezet)\b",
    re.I,
)
ALL_OF_IT = re.compile(
    r"\b(?:vol(?:le|ledige?)|hele|gehele|gevraagde|geeiste|geëiste|totale) (?:bedrag|som|losgeld|pond)\b|\b(?:dat|die|dit|het) (?:bedrag |geld |bitcoins? )?(?:[\w-]+ ){0,5}?betaald\b|\b(?:meteen|direct|onmiddellijk|prompt|diezelfde dag|dezelfde dag)\b (?:\w+ ){0,2}betaald\b|\bvolledig betaald\b|\balles betaald\b",
    re.I,
)
DONE = re.compile(r"\b(?:gedaan|gemeld|gebeurd|ingediend|in orde|neergelegd|opgemaakt)\b", re.I)
THAT_AMOUNT = re.compile(r"\b(?:dat|die|het|dit) (?:hele |volledige |gehele )?(?:bedrag|geld|som|factuur|rekening|boete|nota|kosten?|schade)\b", re.I)
