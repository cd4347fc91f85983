"""What can go wrong, as one tree. The `code` picks the Dutch sentence, the `facts` fill it; no sentence stands here.

ClaimError
├─ TextRefused       TextBlank  TextNotUnicode  TextTooLong      the text cannot be stored
├─ NotFound          ConversationUnknown  FieldUnknown  VersionUnknown
├─ DocumentRefused   DocumentEmpty  DocumentTooLarge  DocumentMissing  DocumentKind (DocumentExecutable DocumentArchive DocumentMacro)
├─ StoreUnavailable                                               the database or the disk cannot take it now
├─ NotAllowed        TokenRefused (TokenExpired)  StaffOnly  ResumeRefused  LoginRefused  PasswordMustChange  TooManyGuesses  ActionRefused
│                    TooManyConversations  SignatureRefused
└─ RuleBroken        KeyMissing  KeyReused  ValueRefused (CodeUnknown AmountRefused DateRefused, and those of `refusals`)
                     PasswordTooWeak  NameTaken  ConversationClosed  NotInDelivery  TooManyDocuments  StatusUnknown
"""

from typing import Any, ClassVar


class ClaimError(Exception):
    """The root: `code` is fixed per class, `facts` are the keyword arguments it was raised with."""

    code: ClassVar[str] = "claim_error"

    def __init__(self, **facts: Any) -> None:
        super().__init__(self.code)
        self.facts = facts


class TextRefused(ClaimError):
    """A text that cannot be stored at all."""

    code = "text_refused"


class TextBlank(TextRefused):
    code = "text_blank"


class TextNotUnicode(TextRefused):
    """It holds half of a surrogate pair, which no encoding can carry."""

    code = "text_not_unicode"


class TextTooLong(TextRefused):
    """More code points than `limit`."""

    code = "text_too_long"


class NotFound(ClaimError):
    code = "not_found"


class ConversationUnknown(NotFound):
    code = "conversation_unknown"


class FieldUnknown(NotFound):
    code = "field_unknown"


class VersionUnknown(NotFound):
    """The claim file has no version of this number."""

    code = "version_unknown"


class DocumentRefused(ClaimError):
    """A file that is not taken."""

    code = "document_refused"


class DocumentMissing(DocumentRefused):
    """The form holds no file."""

    code = "document_missing"


class DocumentEmpty(DocumentRefused):
    code = "document_empty"


class DocumentTooLarge(DocumentRefused):
    """More than `megabytes`."""

    code = "document_too_large"


class DocumentKind(DocumentRefused):
    """Its content is of no kind that we take."""

    code = "document_kind"


class DocumentExecutable(DocumentKind):
    """A program, a library or a script."""

    code = "document_executable"


class DocumentArchive(DocumentKind):
    code = "document_archive"


class DocumentMacro(DocumentKind):
    """An Office file that carries a program."""

    code = "document_macro"


class StoreUnavailable(ClaimError):
    """The database is locked or its disk is full; nothing was kept. Try again in `seconds`."""

    code = "store_unavailable"


class NotAllowed(ClaimError):
    code = "not_allowed"


class TokenRefused(NotAllowed):
    """No access token, or one that does not open this conversation."""

    code = "token_refused"


class TokenExpired(TokenRefused):
    """The access token was good, but was not used for too long; the resume code gives a fresh one."""

    code = "token_expired"


class StaffOnly(NotAllowed):
    code = "staff_only"


class ResumeRefused(NotAllowed):
    code = "resume_refused"


class LoginRefused(NotAllowed):
    """Name or password is wrong; which of the two is never said."""

    code = "login_refused"


class PasswordMustChange(NotAllowed):
    """A one-time login opens only the page on which a password is chosen."""

    code = "password_must_change"


class TooManyGuesses(NotAllowed):
    """Wait `seconds` before the next try."""

    code = "too_many_guesses"


class ActionRefused(NotAllowed):
    """The caller of the action listener is not our Rasa."""

    code = "action_refused"


class TooManyConversations(NotAllowed):
    """This address opened more than anybody needs; wait `seconds`."""

    code = "too_many_conversations"


class SignatureRefused(NotAllowed):
    """Signature, time or secret of a signed call is not right; which of them is never said."""

    code = "signature_refused"


class RuleBroken(ClaimError):
    code = "rule_broken"


class KeyMissing(RuleBroken):
    code = "key_missing"


class KeyReused(RuleBroken):
    """The same idempotency key came with another text."""

    code = "key_reused"


class ValueRefused(RuleBroken):
    """A value that the field `name` cannot have."""

    code = "value_refused"


class CodeUnknown(ValueRefused):
    """A code that the field `name` does not have."""

    code = "code_unknown"


class AmountRefused(ValueRefused):
    """No amount with a currency, an asset or a VAT basis that we know, for the field `name`."""

    code = "amount_refused"


class DateRefused(ValueRefused):
    """No date or time that can be read, for the field `name`."""

    code = "date_refused"


class PasswordTooWeak(RuleBroken):
    code = "password_too_weak"


class NameTaken(RuleBroken):
    code = "name_taken"


class ConversationClosed(RuleBroken):
    """The claim was withdrawn; nothing can be added."""

    code = "conversation_closed"


class NotInDelivery(RuleBroken):
    """An action call for a message that the deliverer did not send now."""

    code = "not_in_delivery"


class TooManyDocuments(RuleBroken):
    """A conversation takes at most `limit` files."""

    code = "too_many_documents"


class StatusUnknown(RuleBroken):
    """The insurer's system sent a status that has no text here."""

    code = "status_unknown"
