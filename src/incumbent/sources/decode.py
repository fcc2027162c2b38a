"""Bytes to text: byte order marks and UTF-8 first, then the likeliest of the older encodings."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from incumbent.errors import NotTextError

# UTF-32 before UTF-16: the little-endian mark of the first begins with that of the second.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# In order of preference where several read equally well.
_SINGLE_BYTE = ("cp1252", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256")
_MULTI_BYTE = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")
_SAMPLE = 64 * 1024
_CHAOS_MARGIN = 0.05  # differences in charset-normalizer's two figures that decide nothing between two encodings
_COHERENCE_MARGIN = 0.15
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_LETTER = "[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"
_SPLIT_WORD = re.compile(f"(?<={_LETTER})[\u0080-\u00b6\u00b8-\u00bf\u00d7\u00f7](?={_LETTER})")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")
_HALF = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\ufffd"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
# Under so many bytes nothing tells UTF-16 without a mark from any other bytes.
_SHORTEST = 16
_HELP = "save it as UTF-8 text and try again"


class Decoded(NamedTuple):
    """A text and how it was read; ``note`` tells the reader of a guess that was made, None where none was."""

    text: str
    note: str | None


def decode(data: bytes) -> Decoded:
    """The text of ``data``, exactly: nothing is normalised, and line ends stay as they are.

    Raises NotTextError where the bytes are empty, white space only, binary, or damaged.
    """
    decoded = _decode(data)
    check_text(decoded.text)
    return decoded


def check_text(text: str) -> None:
    """Raise NotTextError for a text that is empty, white space only, binary, or no valid Unicode."""
    if not text or text.isspace():
        raise NotTextError("empty: there is no text to read")
    if "\0" in text:
        raise NotTextError(f"binary data (it holds NUL characters), not text: {_HELP}")
    if _looks_binary(text):
        raise NotTextError(f"binary data, not text: {_HELP}")
    if match := _HALF.search(text):
        raise NotTextError(f"half a character at {match.start()}: the text is no valid Unicode, so {_HELP}")


def _decode(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding), None)
    text: str | None = None
    with suppress(UnicodeDecodeError):
        text = data.decode("utf-8")
    if b"\0" in data and (order := _utf16_order(data)):
        return Decoded(_strict(data, order), f"read as {order.upper()}, which it does not say: a guess")
    return Decoded(text, None) if text is not None else _mended(data) or _legacy(data)


def _mended(data: bytes) -> Decoded | None:
    """UTF-8 with a few damaged bytes; None where the damage says that it is no UTF-8 at all."""
    head = data[: _SAMPLE * 16].decode("utf-8", "replace")
    bad = head.count(_REPLACEMENT)
    if sum(1 for _ in _BEYOND_ASCII.finditer(head)) < 10 * bad or not bad:
        return None
    return Decoded(data.decode("utf-8", "replace"), f"is damaged UTF-8: bad bytes are shown as {_REPLACEMENT}")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotTextError(f"damaged {encoding.upper()} text at byte {error.start}: {_HELP}") from None


def _utf16_order(data: bytes) -> str | None:
    """UTF-16 without its mark: Western text then has a NUL at every second byte, all on one side."""
    sample = data[: _SAMPLE & ~1]
    enough = len(sample) // 2 * 0.3
    big, little = sample[0::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or len(data) < _SHORTEST or (big and little):
        return None
    return "utf-16-le" if little > enough else "utf-16-be" if big > enough else None


def _legacy(data: bytes) -> Decoded:
    """Text of an encoding that must be guessed, from a sample of the parts that tell."""
    if b"\0" in data:
        raise NotTextError(f"binary data (it holds NUL bytes), not text: {_HELP}")
    sample = _sample(data)
    runs = [len(run) for run in _HIGH_RUN.findall(sample)]
    alone = sum(1 for length in runs if length == 1)
    # Accented letters stand alone between plain ones; the bytes of a two-byte script come in company.
    candidates = _SINGLE_BYTE if alone > len(runs) / 2 else (*_MULTI_BYTE, *_SINGLE_BYTE)
    for encoding in (*_ranked(sample, candidates), "cp1252"):
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode(encoding), f"read as {encoding.upper()}, which it does not say: a guess")
    return Decoded(data.decode("latin-1"), "read as LATIN-1, which it does not say: a guess")


def _sample(data: bytes) -> bytes:
    """At most about 64 KiB: pieces that start at a character's start and hold bytes beyond ASCII."""
    pieces: list[bytes] = []
    size = at = 0
    while size < _SAMPLE and (match := _HIGH.search(data, at)):
        # All before the match is ASCII or already taken, so a piece may begin at any place there.
        start = max(at, match.start() - 200)
        newline = data.find(b"\n", match.start() + 1000)
        end = newline + 1 if 0 <= newline < start + _SAMPLE else min(len(data), start + _SAMPLE)
        pieces.append(data[start:end])
        size, at = size + end - start, end
    return b"".join(pieces)


def _ranked(sample: bytes, candidates: tuple[str, ...]) -> list[str]:
    """The encodings that fit, likeliest first."""
    from charset_normalizer import from_bytes

    matches = [m for cut in range(4) for m in from_bytes(sample[: len(sample) - cut], cp_isolation=list(candidates))]
    if not matches:
        return []
    chaos: dict[str, float] = {}
    coherence: dict[str, float] = {}
    for match in matches:
        for name in [match.encoding, *match.could_be_from_charset]:
            chaos[name] = min(match.chaos, chaos.get(name, 1.0))
            coherence[name] = max(match.coherence, coherence.get(name, 0.0))
    near = [name for name in candidates if chaos.get(name, 1.0) <= min(chaos.values()) + _CHAOS_MARGIN]
    most = max((coherence[name] for name in near), default=0.0)
    near = [name for name in near if coherence[name] >= most - _COHERENCE_MARGIN]
    return sorted(near, key=lambda name: (_split_words(sample, name), candidates.index(name)))


def _split_words(sample: bytes, encoding: str) -> int:
    """How many words a sign stands inside of: a wrong code page puts signs where letters were."""
    return len(_SPLIT_WORD.findall(sample.decode(encoding, "replace")))


def _looks_binary(text: str) -> bool:
    """Whether more than one character in fifty is a control: stray ones are let through, as old texts have them."""
    window = text[:_SAMPLE]
    most = len(window) // 50 + 8
    return sum(1 for _ in islice(_CONTROL.finditer(window), most + 1)) > most
