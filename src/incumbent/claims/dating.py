"""Which date of a sentence belongs to which claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from incumbent.claims.encode import Coded, Item
from incumbent.claims.triggers import Trigger
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE, ORG, ORG_WORD
from incumbent.model import CHANGES, DateMention, PartialDate

_REACH = 25
# How much nearer a date of effect ("à compter du") counts than the day of the decision.
_EFFECT = 20
_CROSSING = 6
_BEFORE = 2.5
_CLAUSE = 4.0
_MAIN_CLAUSE = 16.0
_RIGHT_BEHIND = 2
_ASIDE = 2.0
_BIRTH_REACH = 5
_OPENING = 5
_UNTIL_REACH = 7


class Dating(NamedTuple):
    """A claim's date, its other end, its words; whether it is only the day of the announcement, or since when."""

    date: PartialDate | None = None
    until: PartialDate | None = None
    span: tuple[int, int] | None = None
    announced: bool = False
    since: bool = False


NO_DATE = Dating()


def date_of(
    coded: Coded,
    first: int,
    last: int,
    kind: str,
    triggers: Sequence[Trigger],
    dates: Sequence[DateMention],
    words: Grammar,
) -> Dating:
    """The date of a claim told by items [first, last): the nearest that no other trigger is nearer to."""
    if DATE not in coded.symbols:
        return NO_DATE
    best: tuple[float, Dating] | None = None
    subordinators = words["subordinators"] - words["conjunctions"]
    for i, item in enumerate(coded.items):
        if item.symbol != DATE or _belongs_elsewhere(coded, i, first, words):
            continue
        mention = dates[item.ref]
        lasting = kind in CHANGES and (
            _opens_interval(coded.items, i, mention, words) or _closes_interval(coded.items, last, i, words)
        )
        dating = None if lasting else _for_kind(mention, kind)
        if dating is None and kind in CHANGES and i < first and _is_moment(coded.items, i, words):
            dating = Dating(mention.date, None, (mention.start, mention.end))
        if dating is not None and kind == "start" and mention.until is not None and i < first:
            dating = Dating(mention.until, None, (mention.start, mention.end))
        distance = float(first - i + _BEFORE if i < first else i - last + 1 if i >= last else 0)
        if dating is None or (mention.relation == "since" and not _may_last(kind, i - last)):
            continue
        if i >= last and kind == "start" and _tells_aside(coded.items, last, i, triggers, words):
            continue
        low, high = (i, first) if i < first else (last, i)
        if kind == "held" and i >= last and any(last <= t.first < i and t.frame.kind in CHANGES for t in triggers):
            continue
        distance += _CROSSING * sum(1 for t in triggers if low <= t.first < high and t.first != first)
        distance += sum(8 for j in range(low, high) if coded.items[j].symbol in (";", ":"))
        distance += sum(_CLAUSE for j in range(low, high) if coded.items[j].symbol in subordinators)
        distance += sum(_MAIN_CLAUSE for j in range(low, high - 1) if _opens_clause(coded.items, j, words))
        distance += sum(_ASIDE for j in range(low, high - 1) if _opens_aside(coded.items, j, words))
        announced = _is_announcement(coded, i, words)
        if announced:
            distance += 10
        elif mention.relation == "from" and kind in CHANGES and not _opens_step(coded.items, last, i, words):
            distance -= _EFFECT
        if distance <= _REACH + (10 if announced else 0) and (best is None or distance < best[0]):
            best = (distance, dating._replace(announced=announced))
    return best[1] if best else NO_DATE


def _belongs_elsewhere(coded: Coded, at: int, first: int, words: Grammar) -> bool:
    """Whether a date is of a birth, or closes in brackets what stands before the claim."""
    before = [item.symbol for item in coded.items[max(0, at - _BIRTH_REACH) : at]]
    return (at < first and before[-1:] == ["("]) or any(symbol in words["births"] for symbol in before)


def _for_kind(mention: DateMention, kind: str) -> Dating | None:
    span = (mention.start, mention.end)
    relation = mention.relation
    if kind == "hold" and relation == "at":
        return None
    if kind in ("hold", "held"):
        if relation in ("until", "before", "by"):
            return Dating(None, mention.date, span)
        return Dating(mention.date, mention.until, span, since=relation == "since")
    if relation in ("until", "before", "for"):
        return None
    return Dating(mention.date, None, span)


def _may_last(kind: str, behind: int) -> bool:
    """Whether "since" can date a claim: what lasts, and an end or a start only right behind its words."""
    return kind in ("hold", "held", "leave") or 0 <= behind <= _RIGHT_BEHIND


def _opens_interval(items: Sequence[Item], at: int, mention: DateMention, words: Grammar) -> bool:
    """Whether a date is only the beginning of a time that a clause ends: "from 2017 until he left"."""
    return mention.relation == "from" and at + 1 < len(items) and items[at + 1].symbol in words["subordinators"]


def _closes_interval(items: Sequence[Item], last: int, at: int, words: Grammar) -> bool:
    """Whether a date is of what a time lasts to: "chairs O until the annual meeting in June"."""
    for i in range(at - 1, max(last, at - _UNTIL_REACH) - 1, -1):
        if items[i].symbol in words["until"]:
            return True
        if not items[i].symbol[0].isalnum() and items[i].symbol not in (ORG, ORG_WORD):
            return False
    return False


def _is_moment(items: Sequence[Item], at: int, words: Grammar) -> bool:
    """Whether a clause tells what happened at a date that another time ends with: "until 2009, when she left"."""
    following = [item.symbol for item in items[at + 1 : at + 3]]
    return len(following) > 1 and following[0] == "," and following[1] in words["moments"]


def _opens_aside(items: Sequence[Item], i: int, words: Grammar) -> bool:
    """Whether a comma and a relative lead into an aside, whose dates are its own."""
    return items[i].symbol == "," and items[i + 1].symbol in words["relatives"]


def _tells_aside(items: Sequence[Item], last: int, at: int, triggers: Sequence[Trigger], words: Grammar) -> bool:
    """Whether a date is of what an aside tells of somebody else: "replaces P, who left in May"."""
    opened = [j for j in range(last, at - 1) if _opens_aside(items, j, words)]
    return any(j < t.first <= at and t.frame.kind in CHANGES for j in opened for t in triggers)


def _opens_clause(items: Sequence[Item], i: int, words: Grammar) -> bool:
    """Whether a comma and an "and" lead on to another clause."""
    return items[i].symbol == "," and items[i + 1].symbol in words["conjunctions"]


def _opens_step(items: Sequence[Item], last: int, at: int, words: Grammar) -> bool:
    """Whether a date opens a clause behind one that has its own: "joined in 2011 and, from 2014, was …"."""
    if not any(item.symbol == DATE for item in items[last:at]):
        return False
    further = words.union("conjunctions", "sequels")
    return any(item.symbol in further for item in items[max(last, at - _OPENING) : at])


def _is_announcement(coded: Coded, at: int, words: Grammar) -> bool:
    """Whether the date is when something was said: right beside a reporting verb."""
    for i in (at - 1, at - 2, at + 1, at + 2):
        if 0 <= i < len(coded.items) and coded.items[i].symbol in words["reporting"]:
            return True
    return False
