"""A run of words that may be a name, as it grows."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.mentions.names.scan import Scan

_NAMELIKE = lx.GIVEN | lx.SURNAME


class Run:
    """Tokens [first, last) that may be one name or several.

    ``head``: a head noun of organisations or places is in it. ``lower``: it begins with one in
    small letters. ``complement``: it has gone on with "of". ``titled``: an honorific stands before
    it. ``kept`` holds the indices of tokens without capital that may close it ("SA.", "Acme+").
    """

    __slots__ = ("complement", "first", "head", "kept", "last", "lower", "titled")

    def __init__(self, first: int, titled: bool = False) -> None:
        self.first = first
        self.last = first
        self.head = False
        self.lower = False
        self.complement = False
        self.titled = titled
        self.kept: set[int] = set()

    def take(self, scan: Scan, i: int) -> None:
        """Go on to the token after ``i``, a word with a capital."""
        bits = scan.bits[i]
        if bits & (lx.HEAD | lx.PLACE_HEAD) and not self.head:
            surname = bits & _NAMELIKE and i > self.first and scan.bits[self.first] & lx.GIVEN
            self.head = not surname and not self.titled
        self.last = i + 1
