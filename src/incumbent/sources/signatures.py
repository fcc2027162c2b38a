"""Formats that are refused, told from their first bytes whatever their name is, and what to do instead."""

from __future__ import annotations

import re
from typing import NamedTuple

from incumbent.errors import NotTextError

_COPY = "copy its text into a .txt file and read that"
_UNPACK = "unpack it and read the files in it"


class Signature(NamedTuple):
    """A format known by ``magic`` at ``offset``; ``advice`` says what its owner should do."""

    offset: int
    magic: bytes
    name: str
    advice: str


_SIGNATURES = (
    Signature(0, b"%PDF-", "a PDF", _COPY),
    Signature(0, b"\x89PNG\r\n\x1a\n", "a PNG image", _COPY),
    Signature(0, b"\xff\xd8\xff", "a JPEG image", _COPY),
    Signature(0, b"GIF87a", "a GIF image", _COPY),
    Signature(0, b"GIF89a", "a GIF image", _COPY),
    Signature(8, b"WEBPVP8", "a WebP image", _COPY),
    Signature(0, b"II*\0", "a TIFF image", _COPY),
    Signature(0, b"MM\0*", "a TIFF image", _COPY),
    Signature(4, b"ftyp", "a video or an image", _COPY),
    Signature(0, b"{\\rtf", "an RTF document", "save it as plain text and read that"),
    Signature(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", "save it as plain text and read that"),
    Signature(0, b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save it as plain text"),
    Signature(0, b"PK\x05\x06", "an empty zip archive", "hand over the texts themselves"),
    Signature(0, b"\x1f\x8b", "a gzip archive", _UNPACK),
    Signature(0, b"BZh91AY&SY", "a bzip2 archive", _UNPACK),
    Signature(0, b"\xfd7zXZ\0", "an xz archive", _UNPACK),
    Signature(0, b"\x28\xb5\x2f\xfd", "a zstd archive", _UNPACK),
    Signature(0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    Signature(0, b"SQLite format 3\0", "a database", "if it is a record, name it with --store"),
    Signature(0, b"\x7fELF", "a program", "hand over a text instead"),
    Signature(0, b"WARC/1.", "a WARC file", "save its pages as plain text and read those"),
)
_MARKUP = re.compile(r"(?:\s|<!--.*?-->)*<(!doctype\s+html|html|head|body|\?xml)\b", re.IGNORECASE | re.DOTALL)
_MARKUP_HEAD = 4096


def refuse_known_binary(head: bytes) -> None:
    """Raise NotTextError, saying what it is, where ``head`` (the first bytes of an input) is of no text format."""
    for offset, magic, name, advice in _SIGNATURES:
        if head.startswith(magic, offset):
            raise NotTextError(f"{name}, not text: {advice}")


def refuse_markup(text: str) -> None:
    """Raise NotTextError for a page of HTML or for XML."""
    if match := _MARKUP.match(text, 0, _MARKUP_HEAD):
        name = "an XML file" if match[1].casefold() == "?xml" else "an HTML page"
        raise NotTextError(f"{name}, which is not read: {_COPY}")
