"""``grammar.yml``: the closed-class words by which arguments, status, source and reference are found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from incumbent.lexicon.countries import countries
from incumbent.lexicon.loader import RESOURCES, Node, load_yaml
from incumbent.lexicon.patterns import Pattern, Patterns, compile_pattern
from incumbent.lexicon.triggers import word_lists
from incumbent.model import ROLES, STATUSES

_WORDS = (
    "of", "at", "from", "to", "by", "as", "determiners", "fillers", "boundaries", "subordinators", "relatives",
    "conjunctions", "possessives", "possessive_mark", "passive", "future", "negation", "interim", "former",
    "infinitive", "reporting", "sourcing", "current", "prepositions", "first_person", "past_auxiliaries",
    "org_pronouns", "object_relatives", "hypothetical", "requests", "places_before", "places_behind", "births",
    "relative_places", "moments", "together", "companions", "counterparts", "no_employers", "no_names", "attributive",
    "appointments", "until", "until_now", "genitive_relatives", "perfect", "sequels", "later", "press", "stead",
    "departures", "outcomes", "respectively", "post_verbs", "addressing",
)  # fmt: skip
_PRONOUNS = ("f", "m", "any")
_ENDINGS = {"future", "conditional", "past", "adverb", "active"}
LATTER = "latter"


@dataclass(frozen=True, slots=True, eq=False)
class Grammar(dict[str, frozenset[str]]):
    """Function words of a language: the lists of ``words``, by name, and what is made of them.

    ``pronouns`` maps a word to the gender it asks for, ``person_words`` are descriptions that stand
    for a person named before ("the chemist") by gender, ``org_words`` stand for an organisation ("the company").
    ``cues`` are patterns of doubt, denial and plan with the status that they give, and where they must stand;
    ``nationals`` are words for the people of a country or a place, those of countries.yml among them;
    ``stand_ins`` are patterns of the time for which somebody minds a post ("in her absence").
    ``future_forms`` and ``conditional_forms`` are endings of verbs, ``active_forms`` those that are never passive.
    ``clitics`` maps an object pronoun that stands before its verb to its gender.
    ``sections`` are heads of columns that name no organisation by themselves ("Energy").
    ``functions`` are all words of closed classes,
    ``referring`` those that may stand for a person or an organisation.
    ``org_roles`` maps a word of an organisation's name to the changes of roles that it brings.
    """

    lang: str
    words: dict[str, frozenset[str]]
    pronouns: dict[str, str]
    person_words: Patterns[str]
    org_words: frozenset[str]
    org_determiners: frozenset[str]
    cues: Patterns[tuple[str, str]]
    stand_ins: Patterns[None]
    nationals: frozenset[str]
    future_forms: re.Pattern[str] | None
    conditional_forms: re.Pattern[str] | None
    past_forms: re.Pattern[str] | None
    adverb_forms: re.Pattern[str] | None
    active_forms: re.Pattern[str] | None
    country_roles: frozenset[str]
    org_roles: dict[str, dict[str, str]]
    clitics: dict[str, str]
    sections: frozenset[str]
    functions: frozenset[str]
    referring: frozenset[str]
    unions: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, compare=False)
    firsts: dict[tuple[str, ...], dict[str, str]] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        # The lists are looked up for most words of a text: as items of a dictionary, not through a method.
        self.update(self.words)

    def role_at(self, organisation: str, role: str) -> str:
        """The role of a post at an organisation: the director of an agency is its head, of a school an academic one."""
        for word in organisation.lower().split():
            changed = self.org_roles.get(word)
            if changed is not None:
                return changed.get(role, role)
        return role

    def is_function(self, word: str) -> bool:
        """Whether a word is of a closed class, or a pronoun."""
        return word in self.functions

    def union(self, *names: str) -> frozenset[str]:
        """The words of several lists as one set, made once."""
        found = self.unions.get(names)
        if found is None:
            found = self.unions[names] = frozenset().union(*(self.words[name] for name in names))
        return found

    def first_lists(self, *names: str) -> dict[str, str]:
        """For each word of several lists the first that holds it, made once."""
        found = self.firsts.get(names)
        if found is None:
            found = self.firsts[names] = {word: name for name in reversed(names) for word in self.words[name]}
        return found


@cache
def grammar(lang: str) -> Grammar:
    """The grammar of ``lang``. Raises LexiconError where the file breaks the schema."""
    root = load_yaml(RESOURCES / lang / "grammar.yml")
    extra = {"pronouns", "person_words", "org_words", "org_determiners", "cues", "words", "endings", "country_roles",
             "org_roles", "clitics", "sections", "stand_ins"}
    fields = dict(root.items(allowed={*_WORDS, *extra}, required={"pronouns", "org_words"}))
    lists = word_lists(fields.get("words"))
    lists["nationals"] = [*lists.get("nationals", ()), *countries(lang).demonyms]
    pronouns = _genders(fields["pronouns"])
    listed = fields.get("endings")
    endings = {} if listed is None else dict(listed.items(allowed=_ENDINGS))
    words = {name: _set(fields.get(name)) for name in _WORDS}
    return Grammar(
        lang=lang,
        words=words,
        sections=_set(fields.get("sections")),
        functions=frozenset(pronouns).union(*words.values()),
        referring=frozenset(pronouns) | words["first_person"] | _set(fields["org_words"]),
        pronouns=pronouns,
        person_words=_person_words(fields.get("person_words"), lists),
        org_words=_set(fields["org_words"]),
        org_determiners=_set(fields.get("org_determiners")),
        cues=_cues(fields.get("cues"), lists),
        nationals=frozenset(lists["nationals"]),
        stand_ins=Patterns((compile_pattern(entry, lists), None) for entry in _entries(fields.get("stand_ins"))),
        future_forms=_endings(endings.get("future")),
        conditional_forms=_endings(endings.get("conditional")),
        past_forms=_endings(endings.get("past")),
        adverb_forms=_endings(endings.get("adverb")),
        active_forms=_endings(endings.get("active")),
        country_roles=_set(fields.get("country_roles")),
        org_roles=_org_roles(fields.get("org_roles")),
        clitics=_genders(fields.get("clitics")),
    )


def _genders(node: Node | None) -> dict[str, str]:
    """Pronouns with the gender that they ask for, "" for any."""
    groups = node.items(allowed=set(_PRONOUNS)) if node is not None else ()
    return {word: "" if gender == "any" else gender for gender, listed in groups for word in listed.texts()}


def _entries(node: Node | None) -> list[Node]:
    return [] if node is None else node.entries()


def _set(node: Node | None) -> frozenset[str]:
    return frozenset() if node is None else frozenset(w.lower() for w in node.texts())


def _endings(node: Node | None) -> re.Pattern[str] | None:
    return None if node is None else re.compile("(?:" + "|".join(map(re.escape, node.texts())) + r")\Z")


def _person_words(node: Node | None, lists: dict[str, list[str]]) -> Patterns[str]:
    """Descriptions of people with the gender they ask for, LATTER for the person named last."""
    groups = node.items(allowed={*_PRONOUNS, LATTER}) if node is not None else ()
    return Patterns((compile_pattern(entry, lists), gender) for gender, group in groups for entry in group.entries())


def _org_roles(node: Node | None) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry in _entries(node):
        fields = dict(entry.items(allowed={"names", "roles"}, required={"names", "roles"}))
        roles = {role: changed.one_of(ROLES) for role, changed in fields["roles"].items(allowed=set(ROLES))}
        for name in fields["names"].texts():
            found[name.lower()] = roles
    return found


def _cues(node: Node | None, lists: dict[str, list[str]]) -> Patterns[tuple[str, str]]:
    """Cues: the patterns, each with the status that it gives, and where it must stand."""
    cues: list[tuple[Pattern, tuple[str, str]]] = []
    for entry in _entries(node):
        fields = dict(entry.items(allowed={"status", "where", "match"}, required={"status", "where", "match"}))
        status = fields["status"].one_of(STATUSES)
        where = fields["where"].one_of(("before", "after", "clause", "sentence"))
        cues += ((compile_pattern(match, lists), (status, where)) for match in fields["match"].entries())
    return Patterns(cues)
