"""How pasted mails, notes, chats and logs look. Dutch, English and French; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re

# --- mails
SENDER = re.compile(r"^[ \t>*]*(?:Van|From|De|Von|Afzender)\s?:\**\s?(?=\S)", re.I)
HEADER = re.compile(r"^[ \t>*]*(?:Van|From|De|Von|Afzender|Gesendet|An|Betreff|Verzonden(?: op)?|Verstuurd|Sent|Envoyé(?: le)?|Datum|Date|Aan|To|À|A|Onderwerp|Subject|Objet|Betreft|CC|Bcc|Beantwoorden aan|Reply-To|Bijlagen?|Attachments?|Prioriteit|Importance|Urgentie)\s?:\**(?:\s|$)", re.I)
# What stands in the head of a mail and not on a form: "Naam: ...", "Bedrijf: ...".
MAIL_ONLY = re.compile(r"^[ \t>*]*(?:Verzonden(?: op)?|Verstuurd|Sent|Gesendet|Envoyé(?: le)?|Aan|To|An|À|Onderwerp|Subject|Betreff|Objet|CC|Reply-To)\s?:", re.I)
ORIGINAL = re.compile(
    r"^[ \t>]*(?:-{2,}\s*)?(?:oorspronkelijk (?:bericht|e-?mail)|original message|message d'origine|message original|doorgestuurd bericht|forwarded message|message transféré|begin doorgestuurd bericht|begin forwarded message|début du message (?:réexpédié|transféré))\s*:?\s*(?:-{2,})?\s*:?$",
    re.I,
)
RULE = re.compile(r"^[ \t>]*[_=-]{10,}\s*$")  # Outlook's line above a head
# A letter without head: greeted, behind the writer's "de brief luidt:".
SALUTATION = re.compile(r"^[ \t]*(?:geachte|beste|dag|hallo|mevrouw|mijnheer|heren|l\.s\.|dear|hello|bonjour|madame|monsieur|cher|chère)\b[^\n]{0,50}[,:]?\s*$", re.I)
LETTER = re.compile(r"\b(?:brief|mail\w*|e-mail|schrijven|bericht|sms|whatsapp\w*|app(?:je)?|ingebrekestelling|aanmaning|aansprakelijkstelling|claimbrief|reactie|antwoord)\b[^\n]{0,60}:\s*$|\b(?:klant|klnt|advocaat|raadsman|zaakvoerder|eigenaar|opdrachtgever|tegenpartij|zij|hij|ze)\b[^\n.]{0,30}\b(?:schrijft|schreef|schrijven|schreven|mailt|mailde|stuurde|stuurt|antwoordt|antwoordde|reageert|reageerde|laat weten|liet weten|meldt|meldde)\b[^\n]{0,40}:\s*$", re.I)
WROTE = re.compile(r"^[ \t>]*(?:(?:Op|On|Le)\s.{4,120}?(?:schreef|wrote|a écrit)\b.{0,120}?:?|.{3,80}<[^>@\s]+@[^>\s]+>\s+(?:schreef|wrote|a écrit)\b.{0,60}:?)\s*$", re.I)
MARKED = re.compile(r"^[ \t]*>")
SIGN_OFF = re.compile(
    r"^[ \t>]*(?:met (?:vriendelijke|hartelijke|beleefde) groet(?:en)?|vriendelijke groet(?:en)?|hartelijke groet(?:en)?|groet(?:en|jes)?|m\.?v\.?g\.?|hoogachtend|beste groeten|kind regards|best regards|regards|yours (?:sincerely|faithfully)|cordialement|bien à vous|salutations.{0,20}|met de meeste hoogachting)\b",
    re.I,
)
END_SAID = re.compile(r"^\W*(?:einde?|tot zover|hier stopt|dat was)\b[^\n]{0,40}(?:mail|bericht|brief|citaat|chat|log|gesprek)?", re.I)
# A paragraph behind a mail in which its receiver speaks again.
OWN_AGAIN = re.compile(
    r"^\W*(?:bovenstaande?|hierboven|dat was|dit (?:is|was) (?:de|het|een|alles)|tot zover|verder|daarop|daarna|sindsdien|ondertussen|intussen|wij (?:zijn|hebben|vinden|willen|weten|kregen|betwisten)|we (?:zijn|hebben|vinden|willen|weten|kregen|betwisten)|ik (?:heb|ben|weet|vind|wil|denk)|mijn (?:gsm|nummer|telefoon|naam|mail|polis)|onze? (?:klant|polis|verzeker)|de klant|kan u|kunt u|kunnen jullie|wat moet|moet ik|mag ik|graag|alvast|de aanval|het incident|in bijlage)",
    re.I,
)
ABOUT_THE_MAIL = re.compile(r"klant|bovenstaand|hierboven|polis|mail (?:van|is)|verzeker|tot zover|dat was", re.I)
# The writer's own words before a mail that was theirs.
OWN_MAIL = re.compile(r"\b(?:ik|wij|we)\b[^.\n]{0,40}\b(?:geantwoord|antwoordde\w*|gereageerd|reageerden|geschreven|schreef|schreven|gestuurd|teruggestuurd|teruggemaild|gemaild)\b|\b(?:mijn|onze|ons) (?:antwoord|reactie|mail|e-mail|bericht|brief)\b", re.I)

# --- notes of attackers
NOTE_HEAD = re.compile(r"\b(?:your (?:files|network|data|systems|servers|company)|all (?:of )?your|we have (?:stolen|encrypted|downloaded|hacked)|has been (?:encrypted|penetrated|hacked|compromised)|have been (?:encrypted|stolen|locked|downloaded)|pay or lose|encrypted by|dear (?:management|customer|sir)|hello[,!]? (?:dear|friend|management))", re.I)
NOTE_WORDS = re.compile(r"\b(?:encrypt\w*|decrypt\w*|bitcoins?|btc|tor|onion|ransom|leak|publish\w*|stolen|files|network|pay|wallet|contact|data|recover\w*|password|delete|key|price|hours|days|download|browser|visit|chat|negotiat\w*)\b", re.I)
ENGLISH = re.compile(r"\b(?:the|your|you|we|our|us|are|is|have|has|been|to|of|and|or|if|not|will|all|for|this|that|with|do|by|must|can|from|it|any|in)\b", re.I)
DUTCH = re.compile(r"\b(?:de|het|een|van|wij|ik|niet|geen|zijn|onze|ons|voor|maar|werd|hebben|dat|die|en|op)\b", re.I)
NOTE_LEAD = re.compile(r"(?:scherm(?:en)?|briefje|losgeld\w*|ransom ?note|tekst(?:bestand)?|txt\w*|readme\w*|nota|dreigbrief|boodschap|melding|bericht van de (?:hackers|aanvallers|daders|bende)|(?:hackers|aanvallers|daders|criminelen|bende) (?:schreven|schrijven|zeggen|zeiden|lieten weten|mailden))[^\n]{0,40}$", re.I)
LETTER_LEAD = re.compile(r"(?:advocaat|klant|raadsman|tegenpartij|verzekeraar|zaakvoerder|brief|mail|ingebrekestelling|eigenaar|opdrachtgever|zij|hij)[^\n.]{0,40}\b(?:schrijft|schreef|schrijven|schreven|zegt|zei|staat|stond|mailde|mailt|stelt|luidt)\b[^\n]{0,20}[:,]\s*$|\b(?:brief|mail\w*|e-mail|sms|bericht|whatsapp\w*|app(?:je)?|ingebrekestelling|citaat|quote)\b[^\n.\"]{0,50}:\s*$", re.I)
# A note in Dutch: what befell "uw bestanden", and what one must do.
DUTCH_NOTE = re.compile(r"\b(?:uw|jullie|je|al uw|alle)\s+(?:\w+\s){0,2}?(?:bestanden|netwerk|gegevens|systemen|data|servers?|documenten|back-?ups?)\b[^\n]{0,60}\b(?:versleuteld|gestolen|gekopieerd|gehackt|in ons bezit|in onze handen|vergrendeld|gegijzeld)\b", re.I)
MUST = re.compile(r"\b(?:betaal|betalen|stuur|maak\w* over|neem contact|contacteer|download|bezoek|wij (?:maken|publiceren|zetten|verkopen)|of (?:anders|wij)|binnen \w+ (?:uur|dagen))\b", re.I)
CITATION = re.compile(r"[\"“„«]([^\"“”„«»\n]{20,2000})[\"”“»]")

# --- chats
STAMP = r"(?:\[?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}[ ,T]{1,2})?\d{1,2}[:.u]\d{2}(?::\d{2})?(?: ?[ap]m)?\]?)"
CHAT = re.compile(rf"^[ \t\u200e]*{STAMP}\s*[-–]?\s*(?P<who>[^\W\d_][\w .'’+&-]{{0,30}}?)\s?:\s(?=\S)", re.I)
CHAT_HEAD = re.compile(r"^[ \t]*(?P<who>[^\W\d_][\w'’.-]+(?: [\w'’-]+){0,3})[ ,|-]{1,3}(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4},? )?\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\.?)?[ \t]*$")
SPEAKER = re.compile(r"^[ \t]*(?P<who>ik|wij|we|klant|klnt|hacker|hackers|aanvaller|aanvallers|daders|support|operator|admin|hij|zij|me|you|them|bende)\s?:\s(?=\S)", re.I)
OWN_NAMES = frozenset(["ik", "wij", "we", "me", "mij", "ons", "self"])
ATTACKERS = re.compile(r"hack|aanval|dader|support|operator|lockbit|akira|qilin|bende|crimin|ransom|decrypt|admin|them", re.I)

# --- logs
LEVEL = r"(?:TRACE|DEBUG|INFO|INFORMATION|NOTICE|WARN(?:ING)?|ERR(?:OR)?|CRIT(?:ICAL)?|FATAL|SEVERE|ALERT|FAIL(?:ED)?|DENY|ALLOW|DROP)"
EVENT = re.compile(r"^[ \t]*(?:Log Name|Event ID|EventID|Logboeknaam|Gebeurtenis-id|TimeCreated|ProviderName|Task Category|Keywords|OpCode|Level|Source|Computer|User|Date|Description|Logged)\s?:\s")
LOG = tuple(
    re.compile(p)
    for p in (
        rf"^[ \t]*\[?\d{{4}}[-/]\d\d[-/]\d\d[T ,]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?\]?[ \t,;|].*(?:\b{LEVEL}\b|[,;|\[\]=]|\w+:\s)",
        r"^[ \t]*\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?(?:[ \t,;|]|$)",
        r"^[ \t]*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d \S+ \S+",
        rf"^[ \t]*\[?\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}} \d{{1,2}}:\d\d:\d\d(?: ?[AP]M)?\]?[ \t,;|]+\[?(?:{LEVEL}|Information|Warning|Error)\b",
        rf"^[ \t]*\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?[ \t]+\[?{LEVEL}\b",
        rf"^[ \t]*\[?{LEVEL}\]?[ \t:]+\[?\d{{4}}-\d\d-\d\d",
        EVENT.pattern,
        r"^[ \t]*(?:PS )?[A-Z]:\\[^\n>]{0,80}>|^[\w.-]+@[\w.-]+:[^\n$#]{0,60}[$#] ",
        r"^[ \t]*(?:at [\w.$<>]+\(|Traceback \(most|File \"[^\"]+\", line \d+|Caused by:|Exception in thread|\w*(?:Error|Exception):\s)",
        r"^[ \t]*\d+[ \t]+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d\d \d\d:\d\d\b",
        r"^[ \t]*\d{1,3}(?:\.\d{1,3}){3} - \S+ \[",
        r"^[ \t]*[{\[]\s*\"[\w.@-]{1,40}\"\s*:|^[ \t]*\"[\w.@-]{1,40}\"\s*:\s*[\"{\[\d]|^[ \t]*</?[A-Z][\w:]*(?: [\w:]+=|>)",
    )
)
# A report of a machine: lines of "key: value", of which some keys no person would fill in on a form.
KEYED = re.compile(r"^[ \t]*[A-Za-z][\w ()/-]{1,28}\s?[:=]\s*\S")
MACHINE_KEY = re.compile(r"^[ \t]*(?:job(?: ?name)?|start(?: ?time)?|end(?: ?time)?|duration|elapsed|status|result|total\b|processed|transferred|read|size|bytes|host(?:name)?|server|source|target|event|error|warning|warnings|errors|exit code|return code|process|pid|hash|sha\d*|md5|ip|src|dst|port|protocol|rule|action|signature|severity|threat|detection|path|file|version|uptime|session|objects?|repository|retry|task|dest(?:ination)?|files|dirs|ended|started|speed|times|skipped|failed)\b[^:=]{0,20}[:=]", re.I)
