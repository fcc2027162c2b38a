"""``facts.yml``: the words by which births, deaths, nationalities, degrees, awards and works are known."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from incumbent.lexicon.countries import countries
from incumbent.lexicon.loader import RESOURCES, Node, load_yaml

CUES = (
    "born", "native", "died", "death", "nationality", "degrees", "graduates", "studies", "trainings", "honours",
    "ranks", "awards", "titles", "works", "possessed_works",
)  # fmt: skip
_SETS = (
    "articles", "possessives", "place_prepositions", "chain", "bare", "institution_prepositions", "institutions", "of",
    "stops", "not_degrees", "award_verbs", "work_verbs", "lists", "auxiliaries", "where", "person_nationals",
    "possessive_mark", "and",
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class FactLexicon:
    """Words of CV facts in a language; the head of the file says what each list is for.

    ``cues`` maps a kind of cue to a pattern that finds its phrases; a phrase with a capital in the
    file matches only as it is written. ``anchors`` maps the longest word of a phrase to the kinds to
    try, each with the phrase in small letters, ``cue_words`` a kind to all such words. ``composed``: a degree and its
    institution are given as "degree, institution".
    """

    cues: dict[str, re.Pattern[str]]
    anchors: dict[str, tuple[tuple[str, str], ...]]
    cue_words: dict[str, frozenset[str]]
    sets: dict[str, frozenset[str]]
    nationals: frozenset[str]
    countries: frozenset[str]
    composed: bool

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.sets[name]


@cache
def fact_lexicon(lang: str) -> FactLexicon:
    """The words of CV facts of ``lang``. Raises LexiconError where the file breaks the schema."""
    root = load_yaml(RESOURCES / lang / "facts.yml")
    fields = dict(root.items(allowed={*CUES, *_SETS, "nationals", "composed"}, required={"born", "died", "degrees"}))
    anchors: dict[str, set[tuple[str, str]]] = defaultdict(set)
    cues: dict[str, re.Pattern[str]] = {}
    for cue in CUES:
        phrases = fields[cue].texts() if cue in fields else []
        cues[cue] = _pattern(phrases)
        for phrase in phrases:
            anchors[_anchor(fields[cue], phrase)].add((cue, phrase.lower()))
    return FactLexicon(
        cues=cues,
        anchors={word: tuple(found) for word, found in anchors.items()},
        cue_words={cue: frozenset(word for word, found in anchors.items() if cue in dict(found)) for cue in CUES},
        sets={name: _words(fields.get(name)) for name in _SETS},
        nationals=frozenset(countries(lang).demonyms) | _words(fields.get("nationals")),
        countries=frozenset(countries(lang).names),
        composed="composed" in fields and fields["composed"].flag(),
    )


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    if not phrases:
        return re.compile(r"(?!)")
    plain = [p for p in phrases if p == p.lower()]
    exact = [p for p in phrases if p != p.lower()]
    parts = [f"(?i:{_alternatives(plain)})"] if plain else []
    parts += [_alternatives(exact)] if exact else []
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _alternatives(phrases: list[str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


def _anchor(node: Node, phrase: str) -> str:
    """The longest word of a phrase: it is rarer than the rest, so that fewer sentences are searched for the phrase."""
    found: list[str] = _WORD.findall(phrase.lower())
    if not found:
        node.fail(f"{phrase!r} has no word")
    return max(found, key=len)


def _words(node: Node | None) -> frozenset[str]:
    return frozenset() if node is None else frozenset(w.lower() for w in node.texts())
