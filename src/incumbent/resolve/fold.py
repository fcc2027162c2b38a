"""Folding of names: what is left of one when case, accents, punctuation and forms of address are gone."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from incumbent.lexicon.forms import NameForms, honorifics, legal_forms, letters

PERSON = "person"
ORG = "org"

_ACCENTS = re.compile("[\u0300-\u036f]")
_JOINED = re.compile(r"[.'’ʼ`´/]")
_BREAKS = re.compile(r"[^\w&+]+|_+")
# Scripts that write a full name without a space in it: Han, kana, Hangul.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@lru_cache(maxsize=65536)
def fold_text(text: str) -> str:
    """Small letters without accents and punctuation, one space between words.

    Full stops and apostrophes vanish ("S.A." is "sa"), other punctuation parts words.
    """
    small = unicodedata.normalize("NFKD", text).casefold()
    # Twice, for a letter of small size may unfold to one that has a smaller form still.
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", small).casefold())
    joined = _JOINED.sub("", unicodedata.normalize("NFC", plain).translate(letters()))
    return " ".join(_BREAKS.sub(" ", joined).split())


def _strip(folded: str, forms: NameForms) -> str:
    """The name without the forms; nothing is dropped that would leave nothing."""
    words = ["&" if word in forms.conjunctions else word for word in folded.split()]
    if words and words[0] == "&":
        words[0] = folded.split()[0]
    changed = True
    while changed:
        changed = False
        for phrase in forms.before:
            size = len(phrase)
            if len(words) > size and tuple(words[:size]) == phrase:
                words, changed = words[size:], True
        for phrase in forms.after:
            size = len(phrase)
            if len(words) > size and tuple(words[-size:]) == phrase:
                words, changed = words[:-size], True
    return _strip_attached(" ".join(words), forms.attached)


def _strip_attached(name: str, attached: tuple[str, ...]) -> str:
    if not _UNSPACED.search(name):
        return name
    for form in attached:
        bare = name.removesuffix(form).removeprefix(form).strip()
        if len(bare) >= 2:
            name = bare
    return name


@lru_cache(maxsize=65536)
def fold_name(kind: str, name: str) -> str:
    """A name of a person or an organisation (``kind`` PERSON or ORG) as it is compared with others.

    Honorifics and legal forms are gone, so that "Northwind, Inc." is "northwind". A name of nothing
    but punctuation folds to itself.
    """
    forms = honorifics() if kind == PERSON else legal_forms()
    return _strip(fold_text(name), forms) or name.strip()


def is_full(kind: str, folded: str) -> bool:
    """Whether a folded name may stand for somebody beyond its own document.

    A person's needs two words, since a surname alone is anybody's; scripts without spaces need two
    characters.
    """
    if kind != PERSON or " " in folded:
        return True
    return len(folded) >= 2 and bool(_UNSPACED.search(folded))
