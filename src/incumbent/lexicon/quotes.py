"""``quotes.yml``: words by which direct speech, its speakers, and letters printed in full are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from incumbent.lexicon.loader import RESOURCES, Node, load_yaml

_GENDERS = ("f", "m", "any")
_SETS = (
    "reporting", "determiners", "relatives", "conjunctions", "prepositions", "genitives", "first_person",
    "first_person_singular", "second_person", "media", "authors", "signatures", "sourcing",
)  # fmt: skip
_PHRASES = ("fiction", "in_full", "platforms", "salutations", "signoffs", "bylines", "noise", "posted", "postscripts")


class Phrases:
    """A list of phrases to find as whole words, in any case. ``pattern`` finds one; it finds nothing for no list."""

    __slots__ = ("_plain", "pattern")

    def __init__(self, node: Node | None) -> None:
        phrases = sorted(node.texts(), key=len, reverse=True) if node else []
        self._plain = tuple(phrase.lower() for phrase in phrases)
        body = "|".join(map(re.escape, phrases)) or "(?!)"
        self.pattern = re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)

    def may_stand_in(self, lower: str) -> bool:
        """Whether a text in lower case holds any of the phrases, were it inside a word: quick, where most hold none."""
        return any(phrase in lower for phrase in self._plain)

    def match(self, text: str, start: int) -> re.Match[str] | None:
        """A phrase that begins at a place."""
        return self.pattern.match(text, start)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first phrase between two places."""
        return self.pattern.search(text, start, len(text) if end is None else end)


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Words of direct speech in a language; the head of the file says what each list is for.

    ``pronouns``, ``person_words`` and ``gendered`` (words that tell the gender of a person named
    before) map a word to the gender it asks for ("f", "m" or ""), ``articles`` those of a description.
    """

    sets: dict[str, frozenset[str]]
    phrases: dict[str, Phrases]
    pronouns: dict[str, str]
    person_words: dict[str, str]
    gendered: dict[str, str]
    articles: dict[str, str]
    reporting: frozenset[str]
    determiners: frozenset[str]
    relatives: frozenset[str]
    conjunctions: frozenset[str]
    prepositions: frozenset[str]
    genitives: frozenset[str]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


@cache
def speech_lexicon(lang: str) -> SpeechLexicon:
    """The words of direct speech of ``lang``. Raises LexiconError where the file breaks the schema."""
    root = load_yaml(RESOURCES / lang / "quotes.yml")
    allowed = {*_SETS, *_PHRASES, "pronouns", "person_words", "gendered", "articles"}
    fields = dict(root.items(allowed=allowed, required={"reporting", "pronouns", "first_person"}))
    sets = {name: _words(fields.get(name)) for name in _SETS}
    return SpeechLexicon(
        sets=sets,
        phrases={name: Phrases(fields.get(name)) for name in _PHRASES},
        pronouns=_gendered(fields.get("pronouns")),
        person_words=_gendered(fields.get("person_words")),
        gendered=_gendered(fields.get("gendered")),
        articles=_gendered(fields.get("articles")),
        reporting=sets["reporting"],
        determiners=sets["determiners"],
        relatives=sets["relatives"],
        conjunctions=sets["conjunctions"],
        prepositions=sets["prepositions"],
        genitives=sets["genitives"],
    )


def _words(node: Node | None) -> frozenset[str]:
    return frozenset() if node is None else frozenset(w.lower() for w in node.texts())


def _gendered(node: Node | None) -> dict[str, str]:
    if node is None:
        return {}
    return {
        word.lower(): "" if gender == "any" else gender
        for gender, words in node.items(allowed=set(_GENDERS))
        for word in words.texts()
    }
