"""The check digits of company numbers, bank accounts and wallet addresses: small yes-or-no functions."""

import hashlib

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_FINALS = (1, 0x2BC830A3)  # BIP-173 (bech32) and BIP-350 (bech32m)


def is_kbo(digits: str) -> bool:
    """Whether ten digits are a Belgian enterprise number (the last two are 97 minus the rest modulo 97)."""
    return (
        len(digits) == 10 and digits.isascii() and digits.isdigit() and digits[0] in "01" and 97 - int(digits[:8]) % 97 == int(digits[8:])
    )


def is_dutch_vat(code: str) -> bool:
    """Whether `code` ("NL123456789B01") is a Dutch VAT number by the eleven test or, for sole traders, modulo 97."""
    digits = code[2:11]
    if len(code) != 14 or code[:2] != "NL" or code[11] != "B" or not (digits + code[12:]).isdigit():
        return False
    if sum(int(d) * w for d, w in zip(digits[:8], range(9, 1, -1))) % 11 == int(digits[8]):
        return True
    return int("".join(str(int(c, 36)) for c in code)) % 97 == 1


def is_iban(code: str) -> bool:
    """Whether `code` (capitals, no spaces) has valid IBAN check digits."""
    if not 15 <= len(code) <= 34 or not code.isascii() or not code.isalnum():
        return False
    return int("".join(str(int(c, 36)) for c in code[4:] + code[:4])) % 97 == 1


def is_base58check(address: str) -> bool:
    """Whether a legacy Bitcoin, Litecoin or Dogecoin style address carries its double SHA-256 check."""
    number = 0
    for char in address:
        index = _BASE58.find(char)
        if index < 0:
            return False
        number = number * 58 + index
    if number >= 1 << 200:
        return False
    raw = number.to_bytes(25, "big")
    zeros = len(raw) - len(raw.lstrip(b"\0"))
    ones = len(address) - len(address.lstrip("1"))
    return zeros == ones and hashlib.sha256(hashlib.sha256(raw[:21]).digest()).digest()[:4] == raw[21:]


def is_bech32(address: str) -> bool:
    """Whether a segwit address ("bc1...") carries its BIP-173 or BIP-350 check; mixed case is refused."""
    if address not in (address.lower(), address.upper()):
        return False
    prefix, found, data = address.lower().rpartition("1")
    if not found or len(data) < 6 or any(c not in _BECH32 for c in data):
        return False
    values = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix] + [_BECH32.index(c) for c in data]
    check = 1
    for value in values:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    return check in _BECH32_FINALS
