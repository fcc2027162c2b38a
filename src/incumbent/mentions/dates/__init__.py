"""Dates: every expression of a point or a stretch of time, resolved against the day of publication.

A date is as precise as its words. One without a year means the nearest such day, behind or ahead as the tense of the
sentence says. What cannot be resolved ("next week" in a text without a date) is no mention.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from incumbent.lexicon.dates import DateLexicon, date_lexicon
from incumbent.mentions.dates.actions import ACTIONS
from incumbent.mentions.dates.calendar import FUTURE, LEANING, NEAREST, PAST
from incumbent.mentions.dates.cues import PRESENT, direction
from incumbent.mentions.dates.place import Place, Resolved
from incumbent.mentions.dates.scan import Found, encode, matches_at, phrase_before, starts
from incumbent.model import Analysis, DateMention, PartialDate, Sentence

__all__ = ["find_dates"]

_NUMERIC = re.compile(r"\d[./]\d{1,2}[./]\d")
_LONGEST_LINK = 3
_YEARED = frozenset({"year", "shift_year", "same_year", "shift"})


def find_dates(analysis: Analysis) -> tuple[DateMention, ...]:
    """All dates of a text, in order, without overlaps; spans are into ``analysis.text`` and exclude prepositions.

    Without ``analysis.published`` only dates that name their year are found. Raises LexiconError where the
    language's ``dates.yml`` is missing or at fault.
    """
    lexicon = date_lexicon(analysis.lang)
    numeric = _NUMERIC.search(analysis.text) is not None
    mentions: list[DateMention] = []
    anchor: PartialDate | None = None
    for sentence in analysis.sentences:
        code = encode(sentence, lexicon, numeric=numeric)
        if places := starts(code, lexicon):
            anchor = _Reader(sentence, code, lexicon, analysis.published, anchor).read(places, mentions)
    return tuple(mentions)


class _Reader:
    """Reads the dates of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        code: str,
        lexicon: DateLexicon,
        published: PartialDate | None,
        anchor: PartialDate | None,
    ) -> None:
        self.tokens = sentence.tokens
        self.words = sentence.words
        self.code = code
        self.lexicon = lexicon
        self.published = published
        self.anchor = anchor

    def read(self, places: Sequence[int], mentions: list[DateMention]) -> PartialDate | None:
        """Append the mentions that begin at some of the places; return the date that was named last."""
        done = 0
        for at in places:
            if at < done:
                continue
            for found in matches_at(self.code, at, self.tokens, self.lexicon):
                relation = self._relation(found)
                read = self._range(found, relation) or self._single(found, relation)
                if read:
                    mention, done = read
                    mentions.append(mention)
                    if mention.relation != "for":
                        self.anchor = mention.until or mention.date
                    break
                if "day" in found.values and found.action in ("date", "iso"):
                    # A day that no calendar has ("31 February") is not its month either.
                    done = found.end
                    break
        return self.anchor

    def _single(self, found: Found, relation: str) -> tuple[DateMention, int] | None:
        resolved = self._resolve(found, relation)
        if resolved is None:
            return None
        if relation == "at" and found.end < len(self.words):
            relation = self.lexicon.trailing.get(self.words[found.end], relation)
        return self._mention(found, found.end, resolved.relation or relation, resolved.date, resolved.until), found.end

    def _range(self, found: Found, relation: str) -> tuple[DateMention, int] | None:
        """The match as the first end of a range, where a link and a second date or "present" follow it."""
        link = self._link(found)
        if not link:
            return None
        if self.words[link] in self.lexicon.present:
            resolved = self._resolve(found, relation)
            return (self._mention(found, link + 1, "since", resolved.date, None), link + 1) if resolved else None
        for other in matches_at(self.code, link, self.tokens, self.lexicon):
            second = self._resolve(other, "until")
            if second is None or second.until:
                continue
            first, until = self._ends(found, other, second.date, relation)
            if first and until and not until.before(first) and first != until:
                return self._mention(found, other.end, "range", first, until), other.end
        return None

    def _ends(
        self, found: Found, other: Found, until: PartialDate, relation: str
    ) -> tuple[PartialDate | None, PartialDate | None]:
        """Both ends of a range; one that names no year takes it from the other."""
        free, other_free = _YEARED.isdisjoint(found.values), _YEARED.isdisjoint(other.values)
        recurring = "month" in found.values or "feast" in found.values
        if free and recurring and ("month" in other.values or not other_free):
            first = self._resolve(found, relation, until.year)
            if first and until.before(first.date):
                first = self._resolve(found, relation, until.year - 1)
            return (first.date if first else None), until
        resolved = self._resolve(found, relation)
        if resolved is None or resolved.until:
            return None, None
        if other_free and "month" in other.values:
            for year in (resolved.date.year, resolved.date.year + 1):
                second = self._resolve(other, "until", year)
                if second and not second.date.before(resolved.date):
                    return resolved.date, second.date
        return resolved.date, until

    def _link(self, found: Found) -> int:
        """Where the second date of a range would begin; 0 where no link follows."""
        words, links = self.words, self.lexicon.links
        for size in range(min(_LONGEST_LINK, len(words) - found.end - 1), 0, -1):
            after = links.get(" ".join(words[found.end : found.end + size]))
            if after is None:
                continue
            at = self._skip_back(found.start)
            if after and not (at and words[at - 1] in after) and not (found.start and words[found.start - 1] in after):
                continue
            start = found.end + size
            while start < len(words) - 1 and words[start] in self.lexicon.context.skip:
                start += 1
            return start
        return 0

    def _skip_back(self, at: int) -> int:
        while size := self._skip_before(at):
            at -= size
        return at

    def _skip_before(self, at: int) -> int:
        return phrase_before(self.words, at, self.lexicon.context.skip, self.lexicon.skip_sizes)

    def _relation(self, found: Found) -> str:
        """What the words before a match say of it, "at" where they say nothing."""
        at = found.start
        while at:
            if size := phrase_before(self.words, at, self.lexicon.relations, self.lexicon.relation_sizes):
                return self.lexicon.relations[" ".join(self.words[at - size : at])]
            size = self._skip_before(at)
            if not size:
                break
            at -= size
        return "at"

    def _resolve(self, found: Found, relation: str, year: int | None = None) -> Resolved | None:
        if found.values.keys() & self._PROPER and not self._is_proper(found):
            return None
        tense = partial(self._tense, found, relation)
        place = Place(self.tokens, self.words, self.lexicon, self.published, self.anchor, relation, year, tense)
        resolved = ACTIONS[found.action](found, place)
        return Resolved(resolved) if isinstance(resolved, PartialDate) else resolved

    _PROPER = frozenset({"month", "weekday"})

    def _is_proper(self, found: Found) -> bool:
        """Whether the words that are dates only with a capital have one."""
        proper = self.lexicon.context.proper
        return not any(t.lower in proper and t.text[0].islower() for t in self.tokens[found.start : found.end])

    def _tense(self, found: Found, relation: str) -> int:
        """Which way a date without a year lies: as its relation or else the sentence has it.

        What takes effect "from" a day may lie either way of a verb in the past ("was appointed from 1 May").
        """
        if relation == "since":
            return PAST
        sign = direction(self.tokens, found.start, found.end, self.lexicon.cues)
        before = self.words[found.start - 1] if found.start else ""
        if relation == "from" or before in self.lexicon.context.open:
            return sign if sign == FUTURE else LEANING
        lasts = relation == "until" and "weekday" not in found.values
        ahead = lasts or before in self.lexicon.cues.prepositions
        if ahead and sign in (NEAREST, PRESENT):
            return FUTURE
        if sign == PRESENT:
            return FUTURE if "weekday" in found.values else LEANING
        return sign

    def _mention(
        self, found: Found, end: int, relation: str, date: PartialDate, until: PartialDate | None
    ) -> DateMention:
        return DateMention(self.tokens[found.start].start, self.tokens[end - 1].end, date, until, relation)
