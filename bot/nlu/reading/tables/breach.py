"""Personal data, police and privacy authority. Folded Dutch; one meaning a line."""

# ruff: noqa: E501
# fmt: off
import re

from ..rules import rule
from ..words import pattern

DATA = r"(?:(?:\w+)?(?:gegevens|namen?|geboortedat\w+|adressen|rekeningnummers|telefoonnummers|\w*dossiers|map(?:pen)?|loonfiches?|loonbrie\w+|salarisstroken|fiches|rijbewijzen|identiteitsbewij\w+|mailbox\w*|mails|cv'?s|database|lijst|lijsten|administratie|archief|records|contracten|aangiftes|\w*kopieen|paspoort\w*|\w+bestand|\w*wachtwoorden|\w*accounts|gegevns|data|bestanden|dossiers?|documenten?|bestand|excel\w*|spreadsheet|bijlage|informatie|foto'?s)|database|databank|persoonsgegevns|bsn\w*(?:-nummers)?|rijksregisternummers?|klantenlijst\w*|persoonsgegevens|wachtwoorden|paspoorten)"
TAKEN = r"(?:meegelezen|gestolen(?! (?:\w+[- ])?(?:wachtwoord|inlog|laptop|account|vpn|credential|sessie|token))|te koop|bij (?:de|een|zijn|onze) concurren\w+|op (?:het )?dark ?web|op de lek-?site|buitgemaakt|buit gemaakt|gekopieerd|gekopieert|gecopieerd|weggesluisd|ontvreemd|gelekt|gejat|meegenomen|geexfiltreerd|geexfiltreert|weggehaald|gedownload|op straat|bij criminelen|in handen van|weggenomen|opvraagbaar|raadpleegbaar|in te zien|te downloaden|publiek zichtbaar|ingezien|ingekeken|bekeken|ingelezen|weggesluist|wegsluizen|gepikt|uitgelekt|openbaar gemaakt|gepubliceerd|online (?:gezet|verschenen|staan)|het huis uit|naar buiten(?: gesluisd| gebracht| gestuurd)?|buitgesluisd)"
COPYING = r"(?:versluiz\w*|versluis\w*|wegsluiz\w*|doorsluiz\w*|kopieren|kopieeren|copieren|downloaden|exfiltreren|stelen|binnen ?(?:te )?halen|weg ?(?:te )?halen|leeg ?(?:te )?(?:halen|trekken|zuigen)|buit ?(?:te )?maken|over ?(?:te )?zetten|uploaden|af ?(?:te )?halen|pikken|jatten)"
TAKING = (
    r"(?:(?:bezig|aan het)\b[^?;.]{0,25}?\b" + DATA + r"\b[^?;.]{0,25}?\b(?:te |aan het )?" + COPYING + r"|" + DATA + r"\b[^?;.]{0,25}?\b(?:aan het |aan 't |te )" + COPYING + r"\b|" + DATA + r" (?:wordt|worden) (?:nu |momenteel |op dit moment |nog )?(?:versluisd|weggesluisd|gekopieerd|gedownload|leeggetrokken)"
    r"|(?:wordt|worden) (?:\w+ ){0,4}?" + DATA + r" (?:versluisd|weggesluisd|gekopieerd|gedownload|buitgemaakt)|(?:bezig|aan het|aan 't)\b[^?;.]{0,12}?\b(?:te )?(?:versluizen|wegsluizen|exfiltreren))"
)
WE_TAKE = r"\b(?:wij|we|ik|onze (?:techniek\w*|collega\w*|mensen)|de klant|hij|nieuwe server|usb|externe schijf)\b[^?;]{0,30}?\b(?:bezig|aan het|kopi|over)|\bnaar (?:de|een|onze) (?:nieuwe|externe|andere) (?:server|schijf|omgeving|nas)"
ASTRAY = r"(?:\b(?:naar|aan|bij) (?:een |de |het )?(?:verkeerd\w*|foute?|onbekende?|vreemde?) (?:e-?mail-?adres\w*|mail-?adres\w*|adres\w*|ontvanger\w*|persoon|personen|klant\w*|firma|bedrijf|bestemmeling\w*|geadresseerde\w*|mailinglijst|partij|postbus|groep|dokter|arts)|\b(?:verkeerd|foutief) (?:verstuurd|verzonden|gestuurd|doorgestuurd|gemaild|geadresseerd)|\bper (?:ongeluk|abuis|vergissing) (?:\\w+ ){0,4}?(?:gemaild|gestuurd|doorgestuurd|verstuurd|verzonden))"
THEFT = (
    rule("data_exfiltration", "yes", r"\b(?:geen|gn|niets|niks|geen enkel\w*)\b (?:van )?(?:\w+ ){0,2}?(?:gegevens|data|bestanden|persoonsgegevens|\w+gegevens|informatie|documenten)?\b[^?,]{0,25}?\b(?:weggelekt|weg|gelekt|gestolen|buitgemaakt|ontvreemd|gekopieerd|meegenomen|ontfutseld|bij (?:derden|onbevoegden|buitenstaanders) (?:terecht\w*|beland\w*)|naar buiten gebracht|geexfiltreerd)\b", neg="negated", confidence=0.92, unless=r"\bof (?:er )?|gevonden|kwijtgeraakt|onbekend"),
    rule("data_exfiltration", "yes", r"\bgeen (?:reden|aanleiding|aanwijzing\w*|indicatie\w*|signalen|teken\w*)\b[^?]{0,60}?\b(?:ontvreemd|gestolen|gelekt|weggelekt|buitgemaakt|gekopieerd|ingezien|datalek)\b", neg="negated", certain="sure", confidence=0.95),
    rule("data_exfiltration", "yes", r"\b(?:overzicht|lijst\w*|bestand|document\w*|rapport\w*|mail\w*|excel\w*|loonlijst|offerte\w*|dossier\w*)\b[^?;]{0,40}?\b(?:per (?:abuis|ongeluk|vergissing)|verkeerdelijk|onterecht|foutief|abusievelijk)\b[^?;]{0,50}?\b(?:gemaild|gestuurd|verzonden|verstuurd|gedeeld|doorgestuurd|verspreid|terecht\w*)\b", confidence=0.85),
    rule("data_exfiltration", "yes", r"\b(?:{HACKER}|aanvaller|wederpartij|indringer|onbevoegde\w*|dader)\b[^?;]{0,50}?\b(?:kopie (?:van|getrokken)|dump|mailbox|inbox|crm|database|archief)\b[^?;]{0,40}?\b(?:getrokken|gemaakt|inzien|ingezien|gelezen|meelezen|bekeken|gekopieerd|binnengehaald)\b", confidence=0.85),
    rule("data_exfiltration", "yes", r"\b(?:bestanden|gegevens|data|documenten|dossiers)\b[^?;]{0,40}?\b(?:op|via) (?:hun|de|een|het) (?:lekpagina|lek-?site|leaksite|leak ?page|dark ?web\w*|forum|telegram\w*|website van de (?:hackers|daders|groep))\b", confidence=0.85),
    rule("data_exfiltration", "yes", r"\b(?:datalek\w*|data ?lek|gegevenslek|datadiefstal|datadief|exfiltratie|databreach|data ?breach|privacylek|privacy-?incident)\b", unless=r"of (?:dit|het|dat) een datalek|melding datalek nodig|niet bekend of|geen idee of"),
    rule("data_exfiltration", "yes", r"\b" + DATA + r"\b[^?,;]{0,60}?\b" + TAKEN + r"(?!\w)"),
    rule("data_exfiltration", "yes", r"\b" + TAKEN + r"\b[^?,;]{0,40}?\b" + DATA + r"\b", confidence=0.85),
    rule("data_exfiltration", "yes", r"\b(?:er is|is er|is|zijn|werd|werden)?\s?(?:niks|niets|geen (?:\w+ )?(?:gegevens|data|bestanden|persoonsgegevens|klantgegevens|\w+gegevens))\b[^?,]{0,30}?\b(?:gestolen|gelekt|buitgemaakt|weg|verdwenen|gekopieerd|gekopieert|buiten|naar buiten|meegenomen|uitgelekt)\b", neg="negated"),
    rule("data_exfiltration", "yes", r"\b(?:gelekt|gestolen|uitgelekt|buitgemaakt|gekopieerd) (?:is|zijn|werd|werden) er (?:\w+ ){0,3}?(?:niks|niets|geen)", neg="negated"),
    rule("data_exfiltration", "yes", r"\b(?:geen|nog geen|zonder)\b[^?,]{0,20}?\b(?:aanwijzing\w*|teken\w*|bewijs|spoor|sporen|indicatie\w*)\b[^?]{0,45}?\b(?:gestolen|gelekt|buitgemaakt|gekopieerd|gekopieert|exfiltratie|meegenomen|weg(?:gesluisd)?|ingezien)\b", neg="negated", certain="sure", confidence=0.75),
    rule("data_exfiltration", "yes", r"\b" + DATA + r"\b[^?]{0,20}?\b(?:zijn|is|bleven|bleef|waren) (?:\w+ )?(?:veilig|onaangeroerd|ongemoeid|buiten schot|niet (?:geraakt|gestolen|gelekt|ingezien))\b", neg="negated", confidence=0.7),
    rule("data_exfiltration", "yes", r"\b(?:{HACKER}|dief|dieven)\b[^?,;]{0,40}?\b" + DATA + r"\b[^?,;]{0,20}?\b(?:weg\b(?!ge)|te pakken|vast|binnen)|\bmet (?:de |onze |hun |al onze |alle )?" + DATA + r" (?:aan de haal|vandoor|ervandoor|weg\b)|\baan de haal\b[^?,;]{0,20}?\bmet\b[^?,;]{0,20}?" + DATA, confidence=0.8),
    rule("data_exfiltration", "yes", r"\b(?:gehackt|hack|ingebroken|inbraak|binnengedrongen)\b[^?;]{0,60}?\b\w*(?:gegevens|dossiers|data|nummers|lijst\w*)\b[^?,;]{0,30}?\bweg\b(?!ge)", confidence=0.8, unless=r"\b(?:geen|niet) (?:hack|gehackt|ingebroken|inbraak)|versleuteld|kapot|stuk|gewist|terug"),
    # Being taken right now, by them and not by us.
    rule("data_exfiltration", "yes", r"\b" + TAKING + r"\b", confidence=0.8, unless=WE_TAKE),
    # A list to the wrong address: nobody broke in, and the data are with a stranger all the same.
    rule("data_exfiltration", "yes", r"\b" + DATA + r"\b[^?;]{0,70}?" + ASTRAY + "|" + ASTRAY + r"[^?;]{0,40}?\b" + DATA + r"\b", confidence=0.85),
    rule("data_exfiltration", "yes", r"\b" + DATA + r"\b[^?,;]{0,60}?\b(?:op (?:het )?(?:internet|web)|via google|via een zoekmachine|op een forum|op telegram)\b"),
    rule("data_exfiltration", "yes", r"\b(?:konden|kon|kunnen) (?:\w+ ){0,3}(?:elkaars|andermans|de) (?:\w+ ){0,5}?(?:gegevens|dossiers|cv'?s|bestanden|paspoort\w*|facturen)\b[^?]{0,25}?\b(?:zien|bekijken|inzien|inkijken|downloaden|lezen|opvragen)\b"),
    rule("data_exfiltration", "yes", r"\bvan (?:iemand anders|een ander|anderen|andere (?:klanten|patienten|gebruikers|mensen|leden))\b[^?]{0,30}?\b(?:gekregen|ontvangen|zien|gezien|ingezien|kon|konden|inkijken|opvragen)\b", confidence=0.8),
    rule("data_exfiltration", "yes", r"\b(?:exfil\w*|\d+ ?(?:gb|tb)|outbound|upload\w*)\b[^?]{0,50}?\b(?:data|gegevens|bestanden) (?:is|zijn|dus) (?:\w+ )?(?:weg|gestolen|buiten)\b", neg="clause", confidence=0.85),
    rule("data_exfiltration", "yes", r"\b(?:geen|niets|niks|nergens)\b[^?,]{0,15}?\bexfil\w*", neg="negated", confidence=0.9),
    rule("data_exfiltration", "yes", r"\bdat (?:er )?(?:gegevens|data|bestanden) (?:zijn|is|werden) (?:buitgemaakt|gestolen|gelekt|meegenomen)[^?]{0,15}?\b(?:kan|is) (?:worden )?(?:uitgesloten|niet gebleken)", neg="negated", confidence=0.9),
    rule("data_exfiltration", "yes", r"\b(?:exfil\w*)\W{1,3}(?:\w+ ){0,3}?(?:geen|niet|niks|niets)\b", neg="negated", confidence=0.95, unless=r"geen (?:uitspraak|idee)|niet (?:bekend|duidelijk|zeker|uitgesloten)"),
    rule("data_exfiltration", "yes", r"\b(?:{HACKER}|ze|zij)\b[^?,;]{0,50}?\b\w*(?:database|databank|bestand\w*|lijst\w*|gegevens|dossiers?|archief|mailbox\w*)\b[^?,;]{0,12}?\b(?:gekopieerd|meegenomen|gestolen|gedownload|leeggetrokken|buitgemaakt|binnengehaald)\b"),
    rule("data_exfiltration", "yes", r"\b(?:open en bloot|publiek (?:toegankelijk|raadpleegbaar)|voor iedereen (?:zichtbaar|te zien|toegankelijk)|vrij toegankelijk|openbaar toegankelijk)\b"),
    rule("data_exfiltration", "yes", r"\b(?:lijst|bestand|excel\w*|bijlage|mail|dossiers?|gegevens|bsn\w*)\b[^?]{0,90}?\b(?:verkeerde (?:persoon|personen|adres|ontvanger\w*|klant)|(?:naar|aan) (?:\w+ ){0,3}(?:sollicitanten|derden|onbevoegden|iedereen|verkeerde\w*|buitenstaanders))\b"),
    rule("data_exfiltration", "yes", r"\b\d[\d.,]* ?(?:gb|gigabyte|tb|terabyte|gig|mb)\b[^?]{0,40}?\b(?:buitgemaakt|gestolen|gekopieerd|gedownload|weg\w*|meegenomen|data)\b"),
    rule("data_exfiltration", "yes", r"\b(?:hebben|bezitten)? ?(?:onze|hun|de) (?:data|gegevens|bestanden|klantgegevens)\b[^?]{0,20}?\b(?:publiceren|op straat|te koop|op het dark ?web)\b", confidence=0.6, certain="doubt"),
)
PERSONAL = (
    rule("personal_data_involved", True, r"\b(?:persoonsgegevens|patient\w*|bsn\w*|rijksregisternummer\w*|klantgegevens|klantenlijst\w*|lijst (?:met|van) (?:\w+ ){0,2}(?:klanten|clienten|patienten|leden|huurders|leerlingen|namen|adressen|medewerkers)|huurdersgegevens|personeelsgegevens|medische (?:gegevens|dossiers)|adresgegevens|e-?mailadres(?:sen)?|paspoort\w*|identiteitskaart\w*|bankgegevens|salarisgegevens|leerlinggegevens|geboortedat\w+)\b", neg="own", confidence=0.7),
)
AUTHORITIES = (
    rule("police_report", True, r"\b(?:politie(?:kantoor|bureau)?|flikken|wijkagent)\b[^?,;]{0,45}?\b(?:geweest|langs ?gegaan|naartoe geweest|aangifte|gestapt)\b", confidence=0.85),
    rule("dpa_notified", True, r"\b(?:ap|gba|autoriteit persoonsgegevens|gegevensbeschermings ?autoriteit|toezichthouder|privacy[- ]?(?:autoriteit|instantie|waakhond|commissie|toezichthouder|dienst|overheid))\b[^?,;]{0,60}?\b(?:aangemeld|gemeld|aangegeven|geregistreerd|doorgegeven|kennisgegeven|aangifte)\b", confidence=0.85, unless=r"\bboete\b"),
    rule("dpa_notified", True, r"\bmelding\b[^?,;]{0,30}?\b(?:bij|aan) (?:de )?(?:ap|gba|autoriteit|toezichthouder|gegevensbeschermings\w*)\b[^?,;]{0,30}?\b(?:gedaan|gebeurd|verricht|ingediend)\b", confidence=0.85),
    rule("police_report", True, r"\b(?:aangifte|aangitfe|klacht (?:is |werd )?(?:neergelegd|ingediend|gedaan)|klacht\b[^?]{0,15}?\bpolitie|pv\b[^?]{0,20}?\b(?:opgemaakt|opgesteld|gemaakt|opmaken)|proces-?verbaal|politierapport)\b", unless=r"aangifte (?:vennootschapsbelasting|personenbelasting|btw|inkomsten\w*)|(?:klacht|aangifte) (?:bij|door) (?:de )?(?:gba|ap|autoriteit)"),
    rule("police_report", True, r"\b(?:politie|parket|federale|recherche|ccu|rccu|fccu|computer crime unit|team high tech crime|thtc|justitie|om)\b[^?]{0,35}?\b(?:verwittigd|ingelicht|op de hoogte|gebeld|gecontacteerd|langs ?geweest|ter plaatse|zitten erop|zit erop|geinformeerd|gewaarschuwd|onderzoekt|onderzoeken|ingeschakeld|aangifte|bezig|gemeld|is er ?bij|zijn er ?bij|betrokken|leidt|voert|doet onderzoek|weet ervan)\b"),
    rule("police_report", True, r"\b(?:bij|naar|met) de (?:lokale |federale )?(?:politie|flikken|pliesie)\b", confidence=0.8, unless=r"(?:ga|gaan|moet|moeten|zal|zullen|wil|kan)\b[^?]{0,30}?politie"),
    rule("police_report", True, r"\b(?:gemeld|verwittigd|ingelicht|geinformeerd)\b[^?]{0,30}?\b(?:politie|parket|ccu|computer crime unit)\b"),
    rule("dpa_notified", True, r"\b(?:ap|gba|avg-?toezichthouder|autoriteit persoonsgegevens|gegevensbeschermings ?autoriteit|privacy ?toezichthouder|privacycommissie|toezichthouder|datalekmelding|vtc)\b[^?]{0,40}?\b(?:gemeld|ingelicht|op de hoogte|verwittigd|gedaan|geinformeerd|melding|ja\b|allebei|beide|ingediend|gebeurd|ok)\b", unless=r"\b(?:boete|aldus de toezichthouder)\b"),
    rule("dpa_notified", True, r"\b(?:ap|gba|ap-melding|datalekmelding)\b[^?,]{0,20}?\b(?:niet nodig|hoeft niet|hoefde niet|niet verplicht|nvt|n\.v\.t|niet gemeld)\b", neg="negated", confidence=0.8),
    rule("police_report", True, r"\bpv\b[ -]?(?:nr|nummer|no|:)", neg="own", confidence=0.85),
    rule("dpa_notified", True, r"\b(?:gemeld|melding|meldde|meldden|aangemeld|gemelt|ingelicht|aangifte)\b[^?]{0,35}?\b(?:bij de ap|bij de gba|ap\b|gba\b|autoriteit persoonsgegevens|gegevensbeschermings ?autoriteit|toezichthouder|privacycommissie)", unless=r"\bboete\b|aldus de toezichthouder"),
)
STOLEN = re.compile(r"\b(?:gestolen|buit ?gemaakt|gekopieerd|gekopieert|meegenomen|ontvreemd|gejat|weggehaald|gedownload|gelekt|uitgelekt|weggesluisd|ge-?exfiltreerd|aan het|bezig|niks|niets|geen)\b")
NOTIFIED = re.compile(r"\b(?:ingelicht|gemeld|op de hoogte|verwittigd|weten (?:ervan|het|alles)|weet (?:ervan|het)|geinformeerd|gewaarschuwd|aangifte (?:en|bij)|gecontacteerd|ingeschakeld)\b")
POLICE = re.compile(r"\b(?:politie|pol\.|pol(?= )|parket|r?f?ccu|computer crime unit|recherche|team high tech crime|thtc|justitie)\b")
DPA = re.compile(r"\b(?:de ap|ap|gba|autoriteit persoonsgegevens|gegevensbeschermings ?autoriteit|privacycommissie|vtc)\b")
PENDING = re.compile(r"\b(?:moet(?:en)?|geadviseerd|aangeraden|voorgesteld|gevraagd om|raadden|raden|adviseerden|gaan|ga|gaat|zal|zullen|wil|willen|plannen|van plan|morgen|straks|nog te|nog doen|overweg\w*|adviseren|kan ik|verplicht)\b")
BREACH_CONTEXT = pattern(r"\bdatalek\w*|\w+lijsten|rijksregister|pasfoto|te koop|dossiers|wegsluizen|meegenomen|namen en|gegevens|gelekt|lekken|gestolen|bsn|privacy|persoonsgegevens|op straat|open en bloot|database|betrokkenen|buitgemaakt|gekopieerd")
