"""Why a value that was entered by hand is refused: one class a reason, the kinds of `ValueRefused` beside those in `errors`.

Facts of each: `name` and `label` of the field (the label names the part too), `pointer` (RFC 6901, from the request's body on), and where
they apply `example`, `options`, `least`, `most`, `limit`, `part`.
"""

from bot.claims.errors import AmountRefused, DateRefused, ValueRefused


class YesNoRefused(ValueRefused):
    """Neither true nor false."""

    code = "yes_no_refused"


class ValueBlank(ValueRefused):
    """No words, or nothing chosen."""

    code = "value_blank"


class ValueTooLong(ValueRefused):
    """More code points than `limit`."""

    code = "value_too_long"


class ValueSecret(ValueRefused):
    """A password, a card or an account number stood in it, and was blotted out."""

    code = "value_secret"


class CurrencyUnknown(AmountRefused):
    code = "currency_unknown"


class VatUnknown(AmountRefused):
    code = "vat_unknown"


class PeriodUnknown(AmountRefused):
    code = "period_unknown"


class DateInFuture(DateRefused):
    """What has happened does not lie ahead."""

    code = "date_in_future"


class DateTooOld(DateRefused):
    """Before the year `least`."""

    code = "date_too_old"


class DateOrder(DateRefused):
    """It ends before it begins."""

    code = "date_order"


class DurationRefused(ValueRefused):
    code = "duration_refused"


class NumberRefused(ValueRefused):
    """No number, or no whole one where it must be."""

    code = "number_refused"


class NumberOutside(NumberRefused):
    """Less than `least` or more than `most`."""

    code = "number_outside"


class PhoneRefused(ValueRefused):
    code = "phone_refused"


class EmailRefused(ValueRefused):
    code = "email_refused"


class RegistrationRefused(ValueRefused):
    """No KvK number, no VAT number, and no enterprise number (its last two digits are a checksum)."""

    code = "registration_refused"


class PolicyNumberRefused(ValueRefused):
    code = "policy_number_refused"


class WalletRefused(ValueRefused):
    code = "wallet_refused"


class CountryRefused(ValueRefused):
    code = "country_refused"


class PartMissing(ValueRefused):
    """An object without its `part`."""

    code = "part_missing"


class PartUnknown(ValueRefused):
    """An object with a part that it does not have; `options` are those it has."""

    code = "part_unknown"
