"""``names.yml`` of a language: the words around and inside names, as bits that one look-up yields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from incumbent.lexicon.countries import countries
from incumbent.lexicon.gazetteer import Gazetteer, fold_word, gazetteer, row
from incumbent.lexicon.loader import RESOURCES, load_yaml

# What a word may be; a word's bits are joined with "|".
GIVEN = 1 << 0
SURNAME = 1 << 1
EAST_ASIAN = 1 << 2
HONORIFIC = 1 << 3
SUFFIX = 1 << 4
PARTICLE = 1 << 5
HEAD = 1 << 6
LOWER_HEAD = 1 << 7
PLACE_HEAD = 1 << 8
LEGAL = 1 << 9
ADJECTIVE = 1 << 10
PLACE = 1 << 11
DEMONYM = 1 << 12
CALENDAR = 1 << 13
STOP = 1 << 14
ROLE = 1 << 15
PERSON_VERB = 1 << 16
SPEECH_VERB = 1 << 17
ORG_NOUN = 1 << 18
PERSON_NOUN = 1 << 19
CONNECTOR = 1 << 20
COMPLEMENT = 1 << 21
AND = 1 << 22
ORG_PREPOSITION = 1 << 23
PLACE_PREPOSITION = 1 << 24
ARTICLE = 1 << 25
AGE = 1 << 26
WEAK_FORM = 1 << 27
NOBILITY = 1 << 28
ORG_PLACE = 1 << 29
ORG_VERB = 1 << 30
BODY = 1 << 31
RELATIVE = 1 << 32
AUXILIARY = 1 << 33
JOIN = 1 << 34
AGENT = 1 << 35
BELONGING = 1 << 36
GLANCE = 1 << 37
RETAINER = 1 << 38
MOVE = 1 << 39
TAKE = 1 << 40
ORIGIN = 1 << 41
OWNER = 1 << 42
HAVING = 1 << 43
APPOINTS = 1 << 44
APPOINTED = 1 << 45
BESIDE = 1 << 46
INVERTER = 1 << 47
PAIR = 1 << 48
PHRASE = 1 << 49
NUMBERED = 1 << 50
TRAILING = 1 << 51
FUNCTION = 1 << 52
INNER = 1 << 53
ITSELF = 1 << 54
WORK = 1 << 55
BRAND = 1 << 56
PERSONAL = 1 << 57
ALONE = 1 << 58
POSSESSOR = 1 << 59
TERM = 1 << 60
CENTRE = 1 << 60
SEAT = 1 << 61
QUIT = 1 << 62
CLAUSE = 1 << 63
QUOTE = 1 << 64

_BITS = {
    "suffixes": SUFFIX,
    "heads": HEAD,
    "lower_heads": HEAD | LOWER_HEAD,
    "lower_works": HEAD | WORK,
    "lower_brands": HEAD | BRAND,
    "lower_alone": HEAD | ALONE,
    "lower_centres": HEAD | CENTRE,
    "personal_nouns": PERSONAL,
    "possessors": POSSESSOR,
    "terms": TERM,
    "seats": SEAT,
    "quit_verbs": QUIT,
    "clause_words": CLAUSE,
    "place_heads": PLACE_HEAD,
    "adjectives": ADJECTIVE,
    "calendar": CALENDAR,
    "stop": STOP,
    "roles": ROLE,
    "person_verbs": PERSON_VERB,
    "speech_verbs": SPEECH_VERB,
    "org_nouns": ORG_NOUN,
    "person_nouns": PERSON_NOUN,
    "connectors": CONNECTOR,
    "complements": COMPLEMENT,
    "and": AND,
    "org_prepositions": ORG_PREPOSITION,
    "place_prepositions": PLACE_PREPOSITION,
    "articles": ARTICLE,
    "ages": AGE,
    "nobility": NOBILITY,
    "org_places": ORG_PLACE,
    "org_verbs": ORG_VERB,
    "bodies": BODY,
    "relatives": RELATIVE,
    "auxiliaries": AUXILIARY,
    "demonyms": DEMONYM,
    "inner_nouns": INNER,
    "itself": ITSELF,
    "join_verbs": JOIN,
    "agents": AGENT,
    "belongings": BELONGING,
    "glances": GLANCE,
    "retainers": RETAINER,
    "move_verbs": MOVE,
    "take_verbs": TAKE,
    "origins": ORIGIN,
    "owners": OWNER,
    "having": HAVING,
    "appoints": APPOINTS,
    "appointed": APPOINTED,
    "beside": BESIDE,
    "inverters": INVERTER,
    "phrase_heads": PHRASE,
    "numbered": NUMBERED,
    "trailing_heads": TRAILING,
    "phrase_words": FUNCTION,
}
_OTHER_KEYS = {
    "honorifics_m",
    "honorifics_f",
    "honorifics",
    "adjective_endings",
    "compounds",
    "states",
    "lower_pairs",
    "pairs",
    "demonym_endings",
    "quality_endings",
    "common_endings",
    "contracted",
    "inner_bodies",
    "firms",
    "employers",
    "personal_pairs",
}
_OPTIONAL = {
    "clause_words",
    "lower_heads",
    "lower_works",
    "lower_brands",
    "lower_alone",
    "lower_centres",
    "personal_nouns",
    "possessors",
    "terms",
    "inverters",
    "trailing_heads",
    "phrase_heads",
    "phrase_words",
    "demonyms",
    "inner_nouns",
    "itself",
}
_QUOTES = ('"', "«")
_HONORIFIC_KEYS = (("honorifics_m", "m"), ("honorifics_f", "f"), ("honorifics", ""))


_FOLDED = GIVEN | SURNAME | EAST_ASIAN | PLACE


class Bits(dict[str, int]):
    """Words in small letters with their bits; 0 where no list has the word."""

    def __missing__(self, lower: str) -> int:
        """A compound takes a role from its last part, names and places are found without their accents."""
        if "-" in lower:
            return self.get(lower.rpartition("-")[2], 0) & ROLE or self.get(fold_word(lower), 0) & _FOLDED
        return 0 if lower.isascii() else self.get(fold_word(lower), 0) & _FOLDED


class NameLexicon(NamedTuple):
    """The words of one language, with the shared gazetteers laid in.

    ``of`` tells the bits of a word in small letters; ``genders`` an honorific to the gender that
    it tells; ``places`` are the names of places in small letters; ``adjective_endings`` tell an
    adjective inside an organisation's name; ``compounds`` are the second parts of adjectives made
    of names ("Paris-based"); ``states`` are heads and bodies of states ("prime minister"), behind which a country
    stands; ``firms`` kinds of firms told by two words ("fund manager"),
    ``pairs`` the first two words of organisations' names whose first is no head noun alone,
    ``lower_pairs`` of those that may be written small ("centre hospitalier"); ``demonym_endings`` tell who comes
    from a town, ``quality_endings`` that a word in the plural tells a quality,
    ``common_endings`` those of words that are seldom names; ``contracted`` are articles with or
    without a preposition in them ("du", "aux"); ``inner_bodies`` the first two words of bodies inside an organisation;
    ``employers`` two words behind which an employer stands, ``firms`` among them;
    ``personal_pairs`` two words before whom somebody does ("led by").
    """

    of: Callable[[str], int]
    genders: dict[str, str]
    places: frozenset[str]
    adjective_endings: tuple[str, ...]
    compounds: frozenset[str]
    states: frozenset[str]
    firms: frozenset[str]
    pairs: frozenset[str]
    lower_pairs: frozenset[str]
    demonym_endings: tuple[str, ...]
    quality_endings: tuple[str, ...]
    common_endings: tuple[str, ...]
    contracted: frozenset[str]
    inner_bodies: frozenset[str]
    personal_pairs: frozenset[str]
    employers: frozenset[str]
    gazetteer: Gazetteer

    def gender(self, given: str) -> str:
        """ "f" or "m" where a given name (or the first part of a double one) tells the gender, else ""."""
        word = fold_word(given)
        return self.gazetteer.given.get(word) or self.gazetteer.given.get(word.partition("-")[0], "")


@cache
def name_lexicon(lang: str) -> NameLexicon:
    """The words of ``lang``. Raises LexiconError where a file is missing or breaks its schema."""
    nodes = dict(
        load_yaml(RESOURCES / lang / "names.yml").items(
            allowed=set(_BITS) | _OTHER_KEYS, required=set(_BITS) - _OPTIONAL
        )
    )
    shared = gazetteer()
    world = countries(lang)
    bits = Bits()

    def add(words: Iterable[str], bit: int) -> None:
        for word in words:
            bits[word] = bits.get(word, 0) | bit

    bits.update(dict.fromkeys(shared.surnames, SURNAME))
    add(shared.given, GIVEN)
    add(shared.east_asian, EAST_ASIAN)
    add(shared.particles, PARTICLE)
    add(shared.legal_forms, LEGAL)
    add(shared.weak_forms, WEAK_FORM)
    add(shared.heads, HEAD)
    places = shared.places | world.names.keys()
    add((p for p in places if " " not in p), PLACE)
    add(world.demonyms, DEMONYM)
    for key, bit in _BITS.items():
        if key in nodes:
            add(row(nodes[key]), bit)
    genders = dict(shared.honorifics)
    for key, gender in _HONORIFIC_KEYS:
        if key in nodes:
            genders.update(dict.fromkeys(row(nodes[key]), gender))
    add(genders, HONORIFIC)
    add(_QUOTES, QUOTE)
    endings, demonyms, qualities, common = (
        row(nodes[key]) if key in nodes else ()
        for key in ("adjective_endings", "demonym_endings", "quality_endings", "common_endings")
    )
    compounds, states, firms, pairs, small, contracted, inner, personal, employers = (
        frozenset(row(nodes[key])) if key in nodes else frozenset()
        for key in (
            "compounds",
            "states",
            "firms",
            "pairs",
            "lower_pairs",
            "contracted",
            "inner_bodies",
            "personal_pairs",
            "employers",
        )
    )
    add({pair.split(" ")[0] for pair in pairs | small | inner}, PAIR)
    return NameLexicon(
        bits.__getitem__, genders, places, endings, compounds, states, firms, pairs | small, small, demonyms, qualities,
        common, contracted, inner, personal, employers | firms, shared,
    )  # fmt: skip
