"""What a file is by its content, never by its name: a small table of the kinds we take, and of what we refuse with a reason."""

import re
import zipfile
from typing import BinaryIO

from bot.claims.errors import DocumentArchive, DocumentExecutable, DocumentKind, DocumentMacro

HEAD = 4096
# kind -> (media type, endings a name of this kind may have; the first is given to a name without one of them)
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "pdf": ("application/pdf", (".pdf",)),
    "png": ("image/png", (".png",)),
    "jpeg": ("image/jpeg", (".jpg", ".jpeg")),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", (".docx",)),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (".xlsx",)),
    "eml": ("message/rfc822", (".eml",)),
    "txt": ("text/plain", (".txt", ".log", ".csv", ".md", ".json", ".xml", ".ini", ".conf", ".yml")),
}
PROGRAMS = (
    b"MZ", b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!",
    b"L\x00\x00\x00\x01\x14\x02\x00", b"dex\n", b"\x00asm", b"@echo off", b"<?php",
)  # fmt: skip
PROGRAM_ENDINGS = (
    ".exe", ".dll", ".com", ".scr", ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".hta", ".msi", ".sh", ".lnk",
    ".jar", ".py", ".php", ".reg", ".iso",
)  # fmt: skip
ARCHIVES = (b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"MSCF", b"\x28\xb5\x2f\xfd")
SHOWN_BEFORE = ((b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"))
PAGES = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|svg|iframe)\b", re.IGNORECASE | re.DOTALL
)
OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
MAIL = re.compile(
    rb"(?:^|\n)(from|to|date|subject|message-id|mime-version|received|return-path|delivered-to|content-type):[ \t]", re.IGNORECASE
)
# What no text holds: control signs but tab, line ends and form feed.
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
BLOCK = 1 << 20


def kind_of(file: BinaryIO, name: str) -> str:
    """A key of KINDS for the content of `file`. Raises DocumentExecutable, DocumentArchive, DocumentMacro or DocumentKind.

    `name` only adds suspicion: a text called "herstel.ps1" is a program all the same.
    """
    file.seek(0)
    head = file.read(HEAD)
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(PROGRAMS) or bare[:9].lower().startswith(PROGRAMS) or name.lower().rstrip(". ").endswith(PROGRAM_ENDINGS):
        raise DocumentExecutable()
    if head.startswith(b"PK\x03\x04"):
        return office(file)
    if head.startswith(ARCHIVES) or head[257:262] == b"ustar":
        raise DocumentArchive()
    for magic, kind in SHOWN_BEFORE:
        if head.startswith(magic):
            return kind
    if PAGES.match(head) or not is_text(file, head):
        raise DocumentKind()
    return "eml" if is_mail(head) else "txt"


def office(file: BinaryIO) -> str:
    """`docx` or `xlsx`; every other ZIP is an archive. Only the list of names is read, nothing is unpacked."""
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise DocumentKind() from None
    kind = next((kind for part, kind in OFFICE.items() if part in names and "[Content_Types].xml" in names), None)
    if kind is None:
        raise DocumentArchive()
    if any(one.lower().endswith(("vbaproject.bin", "vbadata.xml")) or "/activex/" in one.lower() for one in names):
        raise DocumentMacro()
    return kind


def is_text(file: BinaryIO, head: bytes) -> bool:
    """UTF-8, UTF-16 with its mark, or a single-byte text: no control signs anywhere."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        file.seek(0)
        try:
            return "\0" not in file.read().decode("utf-16")
        except UnicodeDecodeError:
            return False
    file.seek(0)
    while block := file.read(BLOCK):
        if CONTROL.search(block):
            return False
    return True


def is_mail(head: bytes) -> bool:
    """At least three different header lines of a mail, a sender among them, before the first empty line."""
    found = {one.lower() for one in MAIL.findall(head.replace(b"\r\n", b"\n").split(b"\n\n")[0])}
    return len(found) >= 3 and b"from" in found
