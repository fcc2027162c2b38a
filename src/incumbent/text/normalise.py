"""Normalisation that keeps every offset: each character becomes exactly one character."""

from __future__ import annotations

import unicodedata

_MARKS = {
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2002": " ", "\u2003": " ", "\u3000": " ",
    "\u200b": " ", "\ufeff": " ", "\u00ad": " ", "\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\v": " ",
    "\f": "\n", "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2032": "'", "\u201b": "'", "\u00b4": "'", "\u0060": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"',
    "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2015": "-", "\u2212": "-",
}  # fmt: skip


def normalise(text: str) -> str:
    """The text with typographic variants of blanks, dashes and quotation marks made plain.

    « and » stay, for they tell where a quotation opens and closes. The length never changes, so
    offsets into the result are offsets into the text. A letter followed by combining accents
    (NFD) becomes the composed letter and word joiners (U+2060), which tokens ignore.
    """
    # A search for each mark costs far less than a look-up for each character, as translate() does it.
    for mark, plain in _MARKS.items():
        text = text.replace(mark, plain)
    return text if text.isascii() or unicodedata.is_normalized("NFC", text) else _compose(text)


def _compose(text: str) -> str:
    out: list[str] = []
    base = ""
    joiners = 0
    for char in text:
        if base and unicodedata.combining(char):
            composed = unicodedata.normalize("NFC", base + char)
            if len(composed) == 1:
                base, joiners = composed, joiners + 1
                continue
        out.append(base + "\u2060" * joiners)
        base, joiners = char, 0
    out.append(base + "\u2060" * joiners)
    return "".join(out)
