"""Which post in a sentence belongs to which person and organisation, by what stands right beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from incumbent.claims.encode import ORGS, PEOPLE, Coded, Item
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE, ORG, ORG_WORD, PERSON, PLACE, POST

OWN = -2
_REACH = 6


@dataclass(slots=True)
class Links:
    """Links between items of one sentence, by item index.

    ``person_of`` and ``org_of`` map a post to its person and organisation (OWN: "its chief
    executive", the organisation that is spoken of), ``org_of_person`` a person to an organisation
    named beside ("Smith of Acme").
    """

    person_of: dict[int, int] = field(default_factory=dict)
    org_of: dict[int, int] = field(default_factory=dict)
    org_of_person: dict[int, int] = field(default_factory=dict)

    def behind(self, post: int) -> int:
        """The item behind a post and the organisation that it names: what follows "chair of O"."""
        return max(post, self.org_of.get(post, post)) + 1

    def posts_of(self, person: int) -> list[int]:
        """The posts linked to a person, in order."""
        return [post for post, holder in self.person_of.items() if holder == person]


def link(coded: Coded, words: Grammar) -> Links:
    """Find the links of a sentence."""
    links = Links()
    items, symbols = coded.items, coded.symbols
    posts = [i for i, item in enumerate(items) if item.symbol == POST] if POST in symbols else []
    people = [i for i, item in enumerate(items) if item.symbol == PERSON] if PERSON in symbols else []
    for post in posts:
        org = _org_of_post(items, post, words)
        if org is not None:
            links.org_of[post] = org
    for person in people:
        _link_behind(items, person, words, links)
    for post in posts:
        if post not in links.person_of:
            _link_before(items, post, words, links)
    for post in posts:
        _share(items, post, words, links)
    for person in people:
        org = _org_of_person(items, person, words)
        if org is None and not symbols.isdisjoint(words["counterparts"]):
            org = _org_of_counterpart(items, person, words)
        if org is not None:
            links.org_of_person[person] = org
    return links


def _org_of_post(items: list[Item], post: int, words: Grammar) -> int | None:
    if post + 1 < len(items) and items[post + 1].symbol in (PLACE, ORG_WORD):
        return post + 1  # "the Paris chair"; "administratrice du groupe", where "du groupe" is one item
    right = org_right(items, post + 1, words)
    if right is not None:
        return right
    return _org_left(items, post, words)


def org_right(items: list[Item], at: int, words: Grammar) -> int | None:
    """The organisation that a preposition at ``at`` brings ("of the Leeds-based group", "chez"), if any."""
    if at >= len(items):
        return None
    if items[at].symbol in ("(", ",") and at + 1 < len(items) and items[at + 1].symbol == ORG:
        closes = items[at + 2].symbol if at + 2 < len(items) else "."
        return at + 1 if closes in (")", ".", ",", ";") and (items[at].symbol == "(" or closes != ",") else None
    if items[at].symbol not in words["of"] and items[at].symbol not in words["at"]:
        return None
    for i in range(at + 1, min(at + _REACH, len(items))):
        symbol = items[i].symbol
        if symbol in (ORG, ORG_WORD, PLACE):
            following = items[i + 1].symbol if i + 1 < len(items) else ""
            if symbol == PLACE and following in words["possessive_mark"]:
                continue
            return i
        if symbol in (PERSON, POST, DATE) or not _is_word(symbol) or symbol in words.union("boundaries", "reporting"):
            return None
        if symbol in words["prepositions"] and symbol not in words["of"] and symbol not in words["at"]:
            return None
    return None


def _org_left(items: list[Item], post: int, words: Grammar) -> int | None:
    i = post - 1
    while i >= 0 and (items[i].symbol in words["fillers"] or items[i].symbol in words.union("former", "interim")):
        i -= 1
    if i < 0:
        return None
    symbol = items[i].symbol
    if symbol in words["possessive_mark"] and i > 0 and items[i - 1].symbol in ORGS:
        return i - 1
    if symbol in (ORG, PLACE) and i == post - 1 and words["possessive_mark"]:
        return i
    if symbol in words["possessives"]:
        return OWN
    if symbol in words["relatives"] and i > 1:
        back = i - 1 - (items[i - 1].symbol == ",")
        return back if items[back].symbol in ORGS else None
    return None


def _link_behind(items: list[Item], person: int, words: Grammar, links: Links) -> None:
    """ "P, 52, the former chief executive of O" and "P (R)"."""
    i = person + 1
    if i < len(items) and items[i].symbol in words["possessive_mark"]:
        return
    separators = 0
    free = 2
    while i < len(items) and i <= person + 14:
        symbol = items[i].symbol
        if symbol == POST and _owns_post(items, i, words):
            i += 2
            continue
        if symbol == POST:
            named = i + 1 < len(items) and items[i + 1].symbol == PERSON
            named = named or _belongs_to_next(items, person, i, words, links)
            if separators and not named and not _of_somebody_else(items, i, words):
                links.person_of[i] = person
            return
        if symbol in (",", "(", "-", ":", ")", "|", "/"):
            separators += 1
        elif (
            not separators
            or symbol in PEOPLE
            or (symbol == DATE and not _dates_post(items, i))
            or symbol in words["boundaries"]
            or (items[i - 1].symbol == "," and symbol in words["passive"])
        ):
            return
        elif symbol[0].isdigit() or _light(symbol, words) or symbol in ORGS:
            pass
        elif _is_word(symbol) and free and separators:
            free -= 1
        else:
            return
        i += 1


def _dates_post(items: list[Item], at: int) -> bool:
    """Whether a day stands between a comma and a post: "P, today head of O"."""
    return items[at - 1].symbol == "," and at + 1 < len(items) and items[at + 1].symbol == POST


def _owns_post(items: list[Item], post: int, words: Grammar) -> bool:
    """Whether a post is of the one whose helper is meant: "P, the mayor's chief of staff"."""
    following = [item.symbol for item in items[post + 1 : post + _REACH]]
    return bool(following) and following[0] in words["possessive_mark"] and POST in following


def _of_somebody_else(items: list[Item], post: int, words: Grammar) -> bool:
    """Whether the one at ``post`` is only spoken of to describe another: "P, grandson of the founder"."""
    i = post - 1
    while i > 0 and items[i].symbol in words["determiners"] and items[i].symbol not in words["of"]:
        i -= 1
    return i > 0 and items[i].symbol in words["of"] and items[i - 1].symbol not in words["as"] | {",", "("}


def _link_before(items: list[Item], post: int, words: Grammar, links: Links) -> None:
    """ "chief executive of O, P" and "finance chief P"."""
    i = post + 1
    org = links.org_of.get(post)
    if org is not None and org > post:
        i = org + 1
        area = org_right(items, i, words)
        i = i if area is None else area + 1
    commas = 0
    while i < len(items) and i <= post + 10:
        symbol = items[i].symbol
        if symbol == PERSON:
            if commas and i + 1 < len(items) and items[i + 1].symbol == POST:
                return
            alone = not any(item.symbol in PEOPLE or item.symbol == "," for item in items[:post])
            fronted = alone and not _of_somebody_else(items, post, words)
            if not commas or fronted or _closes(items, i + 1, words):
                links.person_of[post] = i
            return
        if symbol in words["conjunctions"] and i + 1 < len(items) and items[i + 1].symbol == POST:
            i += 2
            continue
        if symbol in words["conjunctions"] and not commas and post not in links.org_of:
            found = next((o for k in range(i + 2, i + 4) if (o := org_right(items, k, words)) is not None), None)
            if found is None:
                return
            links.org_of[post] = found
            i = found + 1
            continue
        if symbol in words["prepositions"] and i + 1 < len(items) and items[i + 1].symbol in (DATE, PLACE):
            i += 2
            continue
        if symbol in (",", "(", ")", '"', "«", "»", ":"):
            commas += 1
            if commas > 2 or (i > post + 1 and _acts(items, post, words)):
                return
        elif symbol not in words["fillers"] and not symbol[0].isdigit() and not _names_calling(items, i, words):
            return
        i += 1


def _closes(items: list[Item], i: int, words: Grammar) -> bool:
    """Whether a name that ends before ``i`` may be an apposition: "the chief executive, P, said"."""
    return i >= len(items) or not items[i].symbol.isalnum() or items[i].symbol in words["conjunctions"]


def _belongs_to_next(items: list[Item], person: int, post: int, words: Grammar, links: Links) -> bool:
    """Whether a post between two names is the second one's: "besides the departure of A, the chair of O, B, is ..."."""
    if not person or items[person - 1].symbol not in words["prepositions"]:
        return False
    end = links.behind(post)
    following = items[end : end + 2]
    return [i.symbol for i in following] == [",", PERSON] and _closes(items, end + 2, words)


def _names_calling(items: list[Item], i: int, words: Grammar) -> bool:
    """Whether a word says what a person is by calling, between an article and the name: "the chemist P"."""
    between = items[i - 1].symbol in words["determiners"] and items[i + 1 : i + 2] and items[i + 1].symbol == PERSON
    return bool(between) and items[i].symbol.isalpha() and not words.is_function(items[i].symbol)


def _acts(items: list[Item], post: int, words: Grammar) -> bool:
    """Whether a post is an agent ("fired by the board of O, P ..."): what follows behind a comma is not its holder."""
    before = post - 1
    while before > 0 and items[before].symbol in words["determiners"]:
        before -= 1
    return before >= 0 and items[before].symbol in words["by"]


def _share(items: list[Item], post: int, words: Grammar, links: Links) -> None:
    """Posts joined by "and" have one holder and one organisation."""
    following = post + 1
    org = links.org_of.get(post)
    if org is not None and org > post:
        following = org + 1
    if [i.symbol for i in items[following : following + 3]] == ["(", DATE, ")"]:
        following += 3
    if following < len(items) and items[following].symbol in words["conjunctions"] | {",", "/", "&"}:
        other = following + 1
        while other < len(items) and _light(items[other].symbol, words):
            other += 1
        if other < len(items) and items[other].symbol == POST:
            for table in (links.person_of, links.org_of):
                if post in table and other not in table:
                    table[other] = table[post]
                elif other in table and post not in table:
                    table[post] = table[other]


def _org_of_person(items: list[Item], person: int, words: Grammar) -> int | None:
    """ "Smith of Acme", "Smith (Acme)"."""
    at = person + 1
    if at + 1 < len(items) and items[at].symbol in words["of"] | {"("} and items[at + 1].symbol in (ORG, PLACE):
        return at + 1
    return None


def _org_of_counterpart(items: list[Item], person: int, words: Grammar) -> int | None:
    """ "her counterpart at Acme, Smith", "Smith, her opposite number at Acme", "her Acme counterpart Smith"."""
    for i in range(max(0, person - _REACH), min(person + _REACH, len(items))):
        if items[i].symbol in words["counterparts"]:
            if i and items[i - 1].symbol == ORG and i < person:
                return i - 1
            at = next((k for k in (i + 1, i + 2) if k < len(items) and items[k].symbol in words["at"]), None)
            org = None if at is None else org_right(items, at, words)
            between = items[min(i, person) + 1 : max(i, person)]
            return None if any(item.symbol == PERSON for item in between) else org
    return None


def _light(symbol: str, words: Grammar) -> bool:
    return (
        symbol in words["determiners"]
        or symbol in words["fillers"]
        or symbol in words["former"]
        or symbol in words["interim"]
        or symbol in words["current"]
        or symbol in words["possessives"]
        or symbol in words["possessive_mark"]
    )


def _is_word(symbol: str) -> bool:
    return symbol[0].isalnum() or symbol[-1] == "'"
