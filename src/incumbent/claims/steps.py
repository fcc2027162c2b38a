"""Further steps of a career that one verb tells: "joined O as a clerk in 1989, director two years later"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incumbent.claims.draft import Draft
from incumbent.claims.encode import PEOPLE, Item
from incumbent.claims.found import Passage
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE, ORG, ORG_WORD, POST
from incumbent.model import CHANGES, DateMention, PostMention

_BREAKS = frozenset({",", ";", ":", "("})
_DATED = frozenset({"at", "since", "from", "by"})
_WORDS_BETWEEN = 3
_OPENING = 5


class Step(NamedTuple):
    """A post taken up on a day: its item, the item of its organisation where it names one, and the step before."""

    post: int
    org: int | None
    day: DateMention
    before: Draft


def further_steps(
    passage: Passage, drafts: Sequence[Draft], posts: Sequence[PostMention], dates: Sequence[DateMention],
    words: Grammar,
) -> Iterator[Step]:  # fmt: skip
    """The posts with a day right beside them that go on a list which a start of the same sentence opened."""
    items = passage.coded.items
    if POST not in passage.coded.symbols or DATE not in passage.coded.symbols:
        return
    told = {draft.post: draft for draft in drafts}
    for at, item in enumerate(items):
        if item.symbol != POST:
            continue
        mention = posts[item.ref]
        other = told.get((mention.start, mention.end))
        if mention.plural or mention.former or mention.future or (other is not None and other.kind in CHANGES):
            continue
        before = _before(passage, drafts, at)
        if before is None or (other is not None and other.person != before.person):
            continue
        found = _day(passage, at, words)
        if found is None or not _goes_on(items, min(found, at), words):
            continue
        day = dates[items[found].ref]
        org = passage.links.org_of.get(at, -1)
        if day.date is not None and day.relation in _DATED:
            yield Step(at, org if org > at and items[org].symbol in (ORG, ORG_WORD) else None, day, before)


def _before(passage: Passage, drafts: Sequence[Draft], at: int) -> Draft | None:
    """The start that the post at ``at`` goes on from: nobody else and no end of it stands between."""
    items = passage.coded.items
    place = items[at].start
    starts = [d for d in drafts if d.kind == "start" and d.end <= place and d.status in ("actual", "planned")]
    if not starts:
        return None
    last = max(starts, key=lambda d: d.end)
    if any(item.symbol in PEOPLE for item in items[:at] if item.start >= last.end):
        return None
    ended = any(t.frame.kind in ("end", "leave") for t in passage.triggers if last.end <= items[t.first].start < place)
    return None if ended else last


def _day(passage: Passage, at: int, words: Grammar) -> int | None:
    """The item of the day that stands right behind a post and its organisation, or right before it."""
    items = passage.coded.items
    behind = max(at, passage.links.org_of.get(at, -1)) + 1
    for i in range(behind, min(behind + _WORDS_BETWEEN, len(items))):
        if items[i].symbol == DATE:
            return i
        if items[i].symbol not in words["prepositions"]:
            break
    between = words.union("determiners", "as", "sequels", "past_auxiliaries")
    for i in range(at - 1, max(-1, at - 1 - _WORDS_BETWEEN), -1):
        if items[i].symbol == DATE:
            return i
        if items[i].symbol != "," and items[i].symbol not in between:
            break
    return None


def _goes_on(items: Sequence[Item], first: int, words: Grammar) -> bool:
    """Whether what begins at ``first`` is the next of a list: behind a comma, an "and" or a "then"."""
    for item in reversed(items[max(0, first - _OPENING) : first]):
        if item.symbol in _BREAKS or item.symbol in words.union("conjunctions", "sequels"):
            return True
        if item.ref >= 0:
            return False
    return False
