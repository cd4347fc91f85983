"""Wallet addresses in a text, each by the check of its own coin: a row of signs that only looks like one is left alone.

stdnum reads base58 and bech32; what it lacks is here: bech32m (BIP-350), the other coins, and the Keccak checks.
"""

import hashlib
import re
from typing import Iterator, Tuple

from Crypto.Hash import keccak
from stdnum.bitcoin import b58decode, bech32_checksum

_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_FINALS = (1, 0x2BC830A3)  # BIP-173 (bech32) and BIP-350 (bech32m)
# First bytes of base58check addresses: Bitcoin, Litecoin (and its older form), Dogecoin, Dash, TRON.
_VERSIONS = {0x00, 0x05, 0x30, 0x32, 0x1E, 0x16, 0x4C, 0x10, 0x41}
_MONERO = {18, 19, 42}  # main address, integrated address, sub-address
_MONERO_BLOCK = {11: 8, 7: 5}  # signs to bytes: a full block; 95 and 106 signs both end in one of 7
_SHAPE = re.compile(
    r"(?<![\w])(?:0[xX][0-9a-fA-F]{40}|(?:bc|ltc)1[02-9ac-hj-np-z]{11,71}|(?:BC|LTC)1[02-9AC-HJ-NP-Z]{11,71}"
    r"|[48][1-9A-HJ-NP-Za-km-z]{94}|4[1-9A-HJ-NP-Za-km-z]{105}|[13LMDTX79A][1-9A-HJ-NP-Za-km-z]{25,34})(?![\w])"
)


def find_wallets(text: str) -> Iterator[Tuple[int, int, str]]:
    """(start, end, address as written) of every wallet address whose check is right."""
    for match in _SHAPE.finditer(text):
        if is_wallet(match.group()):
            yield match.start(), match.end(), match.group()


def is_wallet(address: str) -> bool:
    """Whether `address` carries the check of Bitcoin, Litecoin, Dogecoin, Dash, TRON, Ethereum or Monero."""
    if address[:2].lower() == "0x":
        return is_ethereum(address)
    if address[:4].lower() == "ltc1" or address[:3].lower() == "bc1":
        return is_bech32(address)
    return is_monero(address) if len(address) in (95, 106) else is_base58check(address)


def is_base58check(address: str) -> bool:
    """Whether an address is 25 bytes of base58 of a coin we know, with its double SHA-256 check."""
    if not address or any(c not in _BASE58 for c in address):
        return False
    raw = b58decode(address)
    return len(raw) == 25 and raw[0] in _VERSIONS and hashlib.sha256(hashlib.sha256(raw[:21]).digest()).digest()[:4] == raw[21:]


def is_bech32(address: str) -> bool:
    """Whether a segwit address ("bc1...", "ltc1...") carries its BIP-173 or BIP-350 check; mixed case is refused."""
    if address not in (address.lower(), address.upper()):
        return False
    prefix, found, data = address.lower().rpartition("1")
    if not found or len(data) < 6 or any(c not in _BECH32 for c in data):
        return False
    spread = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    return bech32_checksum(spread + [_BECH32.index(c) for c in data]) in _BECH32_FINALS


def is_ethereum(address: str) -> bool:
    """Whether an address is 40 hexadecimal digits; capitals among small letters must be those of EIP-55."""
    digits = address[2:]
    if not re.fullmatch(r"[0-9a-fA-F]{40}", digits):
        return False
    if digits in (digits.lower(), digits.upper()):
        return True  # no check was written down
    marks = keccak.new(digest_bits=256, data=digits.lower().encode()).hexdigest()
    return all(c == (c.upper() if int(mark, 16) >= 8 else c.lower()) for c, mark in zip(digits, marks))


def is_monero(address: str) -> bool:
    """Whether an address of 95 or 106 signs carries its Keccak check. Monero writes base58 in blocks of 11 signs."""
    raw = b""
    for at in range(0, len(address), 11):
        block = address[at : at + 11]
        if any(c not in _BASE58 for c in block):
            return False
        number = 0
        for c in block:
            number = number * 58 + _BASE58.index(c)
        size = _MONERO_BLOCK.get(len(block), 0)
        if not size or number >= 1 << (8 * size):
            return False
        raw += number.to_bytes(size, "big")
    return raw[0] in _MONERO and keccak.new(digest_bits=256, data=raw[:-4]).digest()[:4] == raw[-4:]
