"""Marks of one post read along the line of days into terms: when somebody came, was seen, went, came back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from incumbent.tenures.dates import compatible
from incumbent.tenures.marks import YEAR, Mark, place

# So long after an end a source may still call somebody the holder (or so long before a beginning
# already) before it is taken for another term.
GRACE = dt.timedelta(days=90)

# What comes first on one day, with the post open and with it empty: an end and a beginning on one day
# are a return to an open post, and a term of one day in an empty one.
_OPEN_FIRST = ("seen", "leave", "return", "end", "start")
_EMPTY_FIRST = ("start", "seen", "leave", "return", "end")


@dataclass(slots=True)
class Term:
    """One holding of the post, with the marks it rests on.

    ``opened`` is the first day that a mark shows (None: announced without a day); ``closed`` the day
    by which it was over; ``replaced``: it was over only because another term began. ``clashes`` are
    marks that place the person there when other sources say that the term was not running.
    """

    opened: dt.date | None
    starts: list[Mark] = field(default_factory=list)
    seen: list[Mark] = field(default_factory=list)
    ends: list[Mark] = field(default_factory=list)
    leaves: list[tuple[list[Mark], list[Mark]]] = field(default_factory=list)
    clashes: list[Mark] = field(default_factory=list)
    closed: dt.date | None = None
    replaced: bool = False

    @property
    def weakly_closed(self) -> bool:
        """Whether all that says it is over is that somebody was called a former holder."""
        return self.closed is not None and not self.replaced and all(mark.weak for mark in self.ends)

    def marks(self) -> Iterable[Mark]:
        """All marks, the clashes among them."""
        yield from self.starts
        yield from self.seen
        yield from self.ends
        yield from self.clashes
        for left, back in self.leaves:
            yield from left
            yield from back

    def runs_on(self, day: dt.date) -> bool:
        """Whether the term may have been running on ``day``."""
        return (self.opened is None or self.opened <= day) and (self.closed is None or day <= self.closed)


class _Line:
    """The state while reading: the terms so far, the last of them open or closed."""

    def __init__(self) -> None:
        self.terms: list[Term] = []
        self._handlers: dict[str, Callable[[Mark, dt.date], None]] = {
            "start": self._start,
            "end": self._end,
            "seen": self._seen,
            "leave": self._leave,
            "return": self._return,
        }

    @property
    def open(self) -> Term | None:
        return self.terms[-1] if self.terms and self.terms[-1].closed is None else None

    def read(self, day: dt.date, marks: Sequence[Mark]) -> None:
        order = _OPEN_FIRST if self.open else _EMPTY_FIRST
        for mark in sorted(marks, key=lambda mark: (order.index(mark.kind), mark.claim.id)):
            self._handlers[mark.kind](mark, day)

    def _new(self, day: dt.date) -> Term:
        term = Term(day)
        self.terms.append(term)
        return term

    def _start(self, mark: Mark, day: dt.date) -> None:
        term = self.open
        if term is not None and self._another(term, mark, day):
            term.closed, term.replaced = day, True
            term = None
        if term is not None and not term.starts and mark.date is not None:
            # Seen in the post before the day that is told as the first.
            early = [seen for seen in term.seen if seen.at is not None and seen.at < day]
            term.clashes += early
            term.seen = [seen for seen in term.seen if seen not in early]
        (term or self._new(day)).starts.append(mark)

    def _another(self, term: Term, mark: Mark, day: dt.date) -> bool:
        """Whether a beginning while the post is held is that of another term."""
        if any(_told_apart(start, mark) for start in term.starts):
            return True
        if mark.claim.claim.manner == "reinstated":
            again = any(start.claim.claim.manner == "reinstated" for start in term.starts)
            return not again and term.opened != day
        if term.starts or mark.date is None or term.opened is None:
            return False
        return day - term.opened > GRACE

    def _end(self, mark: Mark, day: dt.date) -> None:
        term = self.open
        if term is not None:
            if not (mark.loose and term.opened == day):
                term.ends.append(mark)
                term.closed = day
            return
        last = self.terms[-1] if self.terms else None
        if last is not None and self._same_end(last, mark, day):
            if last.weakly_closed and not mark.weak:
                last.closed = day
            last.ends.append(mark)
        elif not mark.loose:
            term = self._new(day)
            term.ends.append(mark)
            term.closed = day

    def _same_end(self, last: Term, mark: Mark, day: dt.date) -> bool:
        """Whether an end of a post already empty tells again how the last term ended."""
        assert last.closed is not None
        if mark.weak or last.weakly_closed:
            return True
        if mark.loose:
            return any(mark.date and end.date and compatible(mark.date, end.date) for end in last.ends)
        return day - last.closed <= YEAR

    def _present(self, mark: Mark, day: dt.date) -> Term | None:
        """The term in which a source sees the person on this day, a new one if need be; None for a clash."""
        if self.open:
            return self.open
        if mark.loose:
            return None
        last = self.terms[-1] if self.terms else None
        if last is None:
            return self._new(day)
        if last.weakly_closed:
            last.clashes += last.ends
            last.ends, last.closed = [], None
            return last
        if last.closed is not None and day - last.closed <= GRACE:
            last.clashes.append(mark)
            return None
        return self._new(day)

    def _seen(self, mark: Mark, day: dt.date) -> None:
        term = self._present(mark, day)
        if term is not None:
            term.seen.append(mark)

    def _leave(self, mark: Mark, day: dt.date) -> None:
        term = self._present(mark, day)
        if term is None:
            return
        if term.leaves and not term.leaves[-1][1]:
            term.leaves[-1][0].append(mark)
        else:
            term.leaves.append(([mark], []))

    def _return(self, mark: Mark, day: dt.date) -> None:
        term = self._present(mark, day)
        if term is None:
            return
        if not term.leaves:
            term.leaves.append(([], []))
        term.leaves[-1][1].append(mark)


def _told_apart(one: Mark, other: Mark) -> bool:
    """Whether one document tells of two beginnings: it would not tell one of them twice, a long time apart."""
    if one.claim.document != other.claim.document or not (one.date and other.date and one.at and other.at):
        return False
    news = one.claim.claim.kind == other.claim.claim.kind == "start"
    return news and abs(other.at - one.at) > GRACE and not compatible(one.date, other.date)


def terms_of(marks: Sequence[Mark]) -> list[Term]:
    """The terms that the marks of one post show, in the order of time."""
    placed = place(marks)
    line = _Line()
    dated = [(mark.at, mark) for mark in placed if mark.at is not None]
    dated.sort(key=lambda pair: pair[0])
    for day, group in groupby(dated, key=lambda pair: pair[0]):
        line.read(day, [mark for _, mark in group])
    undated = [mark for mark in placed if mark.at is None]
    for mark in sorted(undated, key=lambda mark: (mark.claim.known, mark.claim.id, mark.kind)):
        _announce(line.terms, mark)
    return line.terms


def _announce(terms: list[Term], mark: Mark) -> None:
    """An announcement without a day: beside the term that it speaks of; a beginning not yet seen is one to come."""
    known = mark.claim.known
    if mark.kind == "start":
        coming = [term for term in terms if term.opened is None or term.opened >= known]
        if coming:
            coming[0].starts.append(mark)
        elif not any(term.runs_on(known) for term in terms):
            terms.append(Term(None, starts=[mark]))
        return
    for term in terms:
        if not term.runs_on(known):
            continue
        if mark.kind == "end":
            term.ends.append(mark)
        elif mark.kind == "return" and term.leaves:
            term.leaves[-1][1].append(mark)
        elif mark.kind == "leave" and not term.leaves:
            term.leaves.append(([mark], []))
        return
