"""Drafts of claims: kind, person and organisation, with the post, date, status and source that the words give."""

from __future__ import annotations

from collections.abc import Sequence

from incumbent.claims.dating import Dating, date_of
from incumbent.claims.discourse import Discourse
from incumbent.claims.draft import Draft, same_role
from incumbent.claims.encode import Item
from incumbent.claims.found import Passage, PostSlot
from incumbent.claims.governments import OF_STATE
from incumbent.claims.qualify import is_interim, is_past, source_of, status_of
from incumbent.claims.slots import Slots
from incumbent.claims.triggers import Trigger
from incumbent.claims.workplaces import Workplaces
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE
from incumbent.lexicon.triggers import Frame
from incumbent.model import Mentions, PartialDate

# How many items before a copula a day may stand that tells since when.
_DAWN = 5
# How many items beside a verb "until now" may stand.
NOW = 4
# How many days before publication a post still is new.
_NEW = 31


class Drafter:
    """Makes drafts of what triggers and descriptions tell."""

    def __init__(
        self, mentions: Mentions, discourse: Discourse, words: Grammar, published: PartialDate | None,
        slots: Slots, workplaces: Workplaces,
    ) -> None:  # fmt: skip
        self.mentions = mentions
        self.discourse = discourse
        self.words = words
        self.published = published
        self.slots = slots
        self.workplaces = workplaces

    def told(
        self, passage: Passage, trigger: Trigger, person: int, old: int | None, org: int | None, explicit: int,
        post: PostSlot, *, settled: bool = False, belief: float = 1.0,
    ) -> Draft:  # fmt: skip
        """A draft of what a trigger says of a person, with its post, date, status, source.

        ``settled``: the organisation was chosen for the other side of a succession already.
        """
        frame, coded = trigger.frame, passage.coded
        place = (trigger.first, trigger.last)
        kind = frame.past if frame.past and is_past(coded, trigger, self.words) else frame.kind
        kind = "end" if kind == "held" and self._lasts_till_now(passage, trigger) else kind
        if kind in ("hold", "held") and post.item is not None and self._dawns(passage, trigger):
            kind = "start"
        draft = self.draft(passage, kind, person, org, place, explicit)
        draft.manner, draft.old, draft.belief = frame.manner, old, belief
        draft.moves = frame.manner == "hired" or self._departs(passage, trigger)
        draft.role = post.role if post.item is None else self.slots.role_at(coded, post.item)
        if frame.org != "none" and not settled:
            left = self.slots.left(passage, trigger, person)
            draft.org, sure = self.workplaces.choose(passage, draft, post.item, left)
            draft.belief *= sure if belief < 1 else 1
        draft.status = status_of(coded, trigger, self.words)
        if kind == "hold" and draft.status != "actual":
            draft.kind = "start"
        if kind == "start" and self._comes_back(frame, draft):
            draft.kind, draft.manner = "return", None
        draft.interim = frame.interim or is_interim(coded, trigger, post.item, self.words)
        draft.source = source_of(coded, trigger.first, self.discourse, self.words)
        self.set_post(draft, passage, post)
        self.set_date(draft, self.dating(passage, draft.kind, place))
        renewed = frame.person == "object"
        if kind == "hold" and draft.date and self.published and self.published.before(draft.date) and not renewed:
            draft.kind, draft.status = "start", "planned"
        elif draft.kind == "hold" and draft.date and self._is_new(draft.date):
            draft.kind = "start"
        minded = draft.kind == "end" and (frame.interim or self._minds(draft))
        if draft.kind == "return" or minded:
            self._go_back(draft)
        return draft

    def _minds(self, draft: Draft) -> bool:
        """Whether an end is of what its sentence has said the person only minded: "she, in charge since May, left"."""
        last = self.slots.latest(draft.person, ("start", "hold"))
        return last is not None and last.interim and last.sentence == draft.sentence and last.start < draft.start

    def _departs(self, passage: Passage, trigger: Trigger) -> bool:
        """Whether a verb of going tells of a start, so that the person leaves a place: "moved to O", not "joined O"."""
        inside = passage.coded.items[trigger.first : trigger.last]
        return any(item.symbol in self.words["departures"] for item in inside)

    def _comes_back(self, frame: Frame, draft: Draft) -> bool:
        """Whether a start takes up what its person was on leave from."""
        last = self.slots.latest(draft.person, ("leave", "return", "start", "end"))
        away = self.slots.latest(draft.person, ("leave",)) if frame.manner == "reinstated" else last
        if away is None or away.kind != "leave" or frame.manner not in (None, "reinstated"):
            return False
        return frame.manner is not None or (draft.org == away.org and same_role(draft.role, away.role))

    def _lasts_till_now(self, passage: Passage, trigger: Trigger) -> bool:
        """Whether a post was held until what the text tells of: "she had so far run sales"."""
        items, words = passage.coded.items, self.words
        for i in range(max(0, trigger.first - NOW), min(trigger.last + NOW, len(items) - 1)):
            if self.is_until_now(items, i):
                return items[i + 1].symbol != DATE and items[i + 1].symbol not in words["prepositions"]
        return False

    def is_until_now(self, items: Sequence[Item], i: int) -> bool:
        """Whether "hitherto", or "until now", stands at ``i``."""
        words = self.words["until_now"]
        return items[i].symbol in words or f"{items[i].symbol} {items[min(i + 1, len(items) - 1)].symbol}" in words

    def _go_back(self, draft: Draft) -> None:
        """Tell the return from a leave from the end of what a person only minded: "she goes back to her old job"."""
        last = self.slots.latest(draft.person, ("leave", "start", "hold"))
        if last is None:
            return
        if last.kind == "leave":
            draft.kind, draft.interim = "return", False
        elif last.interim:
            draft.kind, draft.interim, draft.org = "end", True, last.org
            draft.role, draft.post, draft.inferred = last.role, last.post, True

    def _dawns(self, passage: Passage, trigger: Trigger) -> bool:
        """Whether a day before a copula tells since when: "by 2014 she was head", "two years later he was director"."""
        items = passage.coded.items
        for item in items[max(0, trigger.first - _DAWN) : trigger.first]:
            if item.symbol == DATE:
                mention = self.mentions.dates[item.ref]
                last = self.discourse.text[mention.start : mention.end].split()[-1].lower()
                return mention.relation == "by" or last in self.words["later"]
        return False

    def draft(
        self, passage: Passage, kind: str, person: int, org: int | None, place: tuple[int, int], explicit: int
    ) -> Draft:
        """A draft of which only the kind, the people and the place in the text are known."""
        items = passage.coded.items
        start, end = items[place[0]].start, items[place[1] - 1].end
        draft = Draft(kind, person, org, passage.coded.number, start, end, explicit=explicit)
        draft.spans["trigger"] = (start, end)
        return draft

    def set_post(self, draft: Draft, passage: Passage, post: PostSlot) -> None:
        """Fill the post and the role, as they are called at the organisation of the draft."""
        draft.role, draft.post, draft.inferred = post.role, post.span, post.inferred
        if post.item is not None:
            mention = self.mentions.posts[passage.coded.items[post.item].ref]
            draft.post, draft.role = (mention.start, mention.end), mention.role
            draft.interim = draft.interim or mention.interim
        if draft.role is not None and draft.org is not None:
            draft.role = self.words.role_at(self.discourse.entities[draft.org].name, draft.role)
        if draft.org in self.discourse.states:
            draft.role = OF_STATE.get(draft.role or "", draft.role)
        if draft.post:
            draft.spans["post"] = draft.post

    def _is_new(self, since: PartialDate) -> bool:
        """Whether a post held since a day is a new one: since a few weeks before publication at most."""
        exact = since.earliest == since.latest
        return bool(exact and self.published and 0 <= (self.published.latest - since.earliest).days <= _NEW)

    def dating(self, passage: Passage, kind: str, place: tuple[int, int]) -> Dating:
        """The day that the words around a place give."""
        first, last = place
        return date_of(passage.coded, first, last, kind, passage.triggers, self.mentions.dates, self.words)

    def _lies_ahead(self, date: PartialDate) -> bool:
        """Whether a day may be one of effect that is still to come: not the day of publication or one before it."""
        return self.published is not None and date != self.published and not date.before(self.published)

    def set_date(self, draft: Draft, dating: Dating) -> None:
        """Fill the day, where it is one of effect, and what follows from it for the status."""
        if dating.announced and (draft.kind in ("hold", "held") or draft.status != "actual"):
            return
        if draft.status == "planned" and dating.date and self.published and not self._lies_ahead(dating.date):
            if dating.announced or dating.date != self.published:
                return
            draft.status = "actual"
        draft.date, draft.end_date, draft.lasting = dating.date, dating.until, dating.since
        if draft.kind == "hold" and self.published and draft.end_date and draft.end_date.before(self.published):
            draft.kind = "held"
        if dating.span:
            draft.spans["date"] = dating.span
        later = self.published and draft.date and self.published.before(draft.date)
        if later and draft.status == "actual" and draft.kind not in ("hold", "held"):
            draft.status = "planned"
