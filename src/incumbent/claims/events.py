"""From the triggers and descriptions of one sentence to drafts of claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from incumbent.claims.antecedents import settle_ends
from incumbent.claims.arguments import Finder
from incumbent.claims.dating import Dating
from incumbent.claims.descriptions import Descriptions
from incumbent.claims.discourse import Discourse
from incumbent.claims.draft import FIRM, Draft
from incumbent.claims.drafter import Drafter
from incumbent.claims.encode import PEOPLE, Coded
from incumbent.claims.found import Passage, PostSlot
from incumbent.claims.links import Links
from incumbent.claims.parallels import further_pairs, respective
from incumbent.claims.parties import parties_of
from incumbent.claims.slots import Slots
from incumbent.claims.steps import further_steps
from incumbent.claims.supposed import Supposer
from incumbent.claims.telling import Teller
from incumbent.claims.triggers import Trigger, find_triggers
from incumbent.claims.workplaces import Workplaces
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE, PERSON
from incumbent.lexicon.triggers import Frame, Triggers
from incumbent.lexicon.weights import weights
from incumbent.model import Mentions, PartialDate

# How many items the day may stand behind "until" on which something comes about: "until the House sits on D".
_CLAUSE = 8


class Reader:
    """Reads sentences in order and keeps, for each person, what the document said of them so far."""

    def __init__(
        self, coded: Sequence[Coded], mentions: Mentions, discourse: Discourse, lexicon: Triggers, words: Grammar,
        published: PartialDate | None,
    ) -> None:  # fmt: skip
        self.mentions = mentions
        self.discourse = discourse
        self.lexicon = lexicon
        self.words = words
        self.published = published
        self.slots = Slots(mentions, discourse, words, published)
        self.workplaces = Workplaces(coded, discourse, self.slots, words, weights("models/workplaces"))
        self.drafter = Drafter(mentions, discourse, words, published, self.slots, self.workplaces)
        self.descriptions = Descriptions(self.drafter)
        teller = Teller(weights(f"{words.lang}/telling"), words, mentions.posts, mentions.dates, published)
        self.supposer = Supposer(self.drafter, teller)

    def read(self, coded: Coded, links: Links) -> list[Draft]:
        """The drafts of one sentence, in order."""
        self.discourse.enter(coded)
        triggers = find_triggers(coded, self.lexicon)
        peopled = not PEOPLE.isdisjoint(coded.symbols)
        drafts = self._read(coded, links, triggers, peopled=peopled) if triggers or peopled else []
        self.discourse.leave(coded, self._subject(coded) if peopled else None)
        self.workplaces.leave(coded)
        return drafts

    def _read(self, coded: Coded, links: Links, triggers: list[Trigger], *, peopled: bool) -> list[Draft]:
        """The drafts of a sentence with triggers, or with people (``peopled``)."""
        passage = Passage(coded, links, triggers, Finder(coded, links, triggers, self.words))
        drafts: list[Draft] = []
        self._keep(drafts, self.descriptions.read(passage))
        described = len(drafts)
        for trigger in triggers:
            self._keep(drafts, self._event(passage, trigger))
        settle_ends(passage, drafts, self.words)
        self._keep(drafts, self._steps(passage, drafts))
        if peopled:
            self._keep(drafts, self.supposer.read(passage, drafts, described))
        return drafts

    def _keep(self, drafts: list[Draft], told: Iterable[Draft]) -> None:
        """Add drafts as they are told, each remembered before the next is read."""
        for draft in told:
            drafts.append(draft)
            self.slots.remember(draft)

    def _subject(self, coded: Coded) -> int | None:
        """The entity that the sentence is about: its first person that no preposition or possessive embeds."""
        items = coded.items
        for i, item in enumerate(items):
            if item.symbol == PERSON:
                if i and items[i - 1].symbol in self.words["prepositions"]:
                    continue
                if i + 1 < len(items) and items[i + 1].symbol in self.words["possessive_mark"]:
                    continue
                return item.ref
            if item.gender and (found := self.discourse.person(coded, i)) is not None:
                return found
        return None

    def _steps(self, passage: Passage, drafts: list[Draft]) -> Iterator[Draft]:
        """The starts in further posts that follow one in the same sentence, each with its day."""
        for step in further_steps(passage, drafts, self.mentions.posts, self.mentions.dates, self.words):
            org = step.before.org if step.org is None else self.discourse.org(passage.coded.items[step.org])
            draft = self.drafter.draft(passage, "start", step.before.person, org, (step.post, step.post + 1), FIRM)
            draft.source = step.before.source
            self.drafter.set_post(draft, passage, PostSlot(step.post, None, None))
            self.drafter.set_date(draft, Dating(step.day.date, None, (step.day.start, step.day.end)))
            yield draft

    def _event(self, passage: Passage, trigger: Trigger) -> Iterator[Draft]:
        """The claims of a trigger: one for each person and post joined by "and", and a succession's other side."""
        frame, coded, finder = trigger.frame, passage.coded, passage.finder
        if finder.is_attribute(trigger) or finder.is_hypothetical(trigger):
            return
        if frame.org == "object" and not finder.takes_organisation(trigger):
            return
        person_at, person, beside, people, old_at, old, replaced = parties_of(passage, trigger, self.slots)
        if not people and (old is None or frame.old in ("earlier", "genitive")):
            self.slots.open_seat(passage, trigger)
            return
        posts = self.slots.posts(passage, trigger, person, old, len(people) > 1)
        ordered = respective(passage, [person_at or 0, *beside], [post.item for post in posts], self.words)
        for post in posts:
            org, explicit = self.slots.org(passage, trigger, post.item, person, old)
            for one in people:
                if post.item in ordered and self.slots.who(coded, ordered[post.item]) != one:
                    continue
                own, place = post, None
                if one != person:
                    own = self.slots.posts(passage, trigger, one, old, True)[0] if post.inferred else post
                    place = self.slots.beside(passage, trigger, one)
                where = (org, explicit) if place is None else (place, FIRM)
                draft = self.drafter.told(passage, trigger, one, old, *where, own)
                org = draft.org if place is None else org
                if self.slots.is_elsewhere(passage, trigger, draft.org):
                    draft.org = None
                draft.other = self.slots.other(passage, trigger, person_at, draft.org)
                yield from self._with_moves(passage, trigger, draft)
            if old is None or replaced or self._stands_in(frame, old):
                continue
            for gone in self._replaced(coded, finder, old, old_at, people):
                draft = self.drafter.told(passage, trigger, gone, None, org, explicit, post, settled=bool(people))
                draft.kind, draft.old, draft.manner, draft.told, draft.interim = "end", person, None, False, False
                yield draft
        yield from self._paired(passage, trigger)

    def _with_moves(self, passage: Passage, trigger: Trigger, draft: Draft) -> Iterator[Draft]:
        """A draft and what it tells besides: the other side of a move, the post left for another, a return."""
        frame = trigger.frame
        yield self._arrived(passage, trigger, draft)
        if frame.moved and draft.other is not None:
            yield _moved(draft) if frame.kind == "start" else self._gone(passage, trigger, draft)
        if "left" in trigger.captured:
            yield self._left(passage, trigger, draft)
        back = self._back(passage, draft) if draft.kind == "leave" else None
        if back is not None:
            yield back

    def _replaced(
        self, coded: Coded, finder: Finder, old: int, old_at: int | None, people: Sequence[int]
    ) -> Iterable[int]:
        """Those whom ``people`` replace: the predecessor and whom "and" joins to that name."""
        joined = [] if old_at is None else [self.slots.who(coded, i) for i in finder.coordinated(old_at)]
        return dict.fromkeys((old, *(p for p in joined if p is not None and p not in people)))

    def _paired(self, passage: Passage, trigger: Trigger) -> Iterator[Draft]:
        """The starts of those who go on the list of a verb: "A becomes chief executive and B finance director"."""
        for pair in further_pairs(passage, trigger, self.words):
            person = self.slots.who(passage.coded, pair.person)
            if person is not None:
                org, explicit = self.slots.org(passage, trigger, pair.post, person, None)
                yield self.drafter.told(passage, trigger, person, None, org, explicit, PostSlot(pair.post, None, None))

    def _stands_in(self, frame: Frame, old: int) -> bool:
        """Whether who is replaced keeps the post: the other minds it, or it is somebody on leave."""
        away = self.slots.latest(old, ("leave", "end"))
        return frame.interim or (away is not None and away.kind == "leave")

    def _gone(self, passage: Passage, trigger: Trigger, draft: Draft) -> Draft:
        """The start at the organisation that an end says the person leaves for, with the post named behind it."""
        started = _moved(draft)
        started.kind, started.manner, started.told = "start", None, True
        post = passage.finder.post(trigger)
        if post is not None:
            self.drafter.set_post(started, passage, PostSlot(post, None, None))
        return started

    def _arrived(self, passage: Passage, trigger: Trigger, draft: Draft) -> Draft:
        """The draft itself, or the start that it is where the text tells only where the person goes to."""
        to = passage.finder.other(trigger) if draft.kind == "end" and draft.other is None else None
        if to is None or self.discourse.org(passage.coded.items[to]) != draft.org:
            return draft
        started = replace(draft, kind="start", manner=None, post=None, role=None, inferred=False)
        post = passage.finder.post(trigger)
        if post is not None:
            self.drafter.set_post(started, passage, PostSlot(post, None, None))
        return started

    def _back(self, passage: Passage, draft: Draft) -> Draft | None:
        """The return that a leave with an end tells: "on leave until May", "from June 2024 to February 2025"."""
        if draft.status in ("denied", "rumoured"):
            return None
        items = passage.coded.items
        for i, item in enumerate(items):
            if item.symbol != DATE or item.start < draft.start:
                continue
            mention = self.mentions.dates[item.ref]
            lasting = [k.symbol in self.words["until"] for k in items[max(0, i - _CLAUSE) : i] if k.start > draft.start]
            until = mention.date if mention.relation == "until" or any(lasting) else mention.until
            if until is not None:
                past = self.published is not None and not self.published.before(until)
                span = {**draft.spans, "date": (mention.start, mention.end)}
                status = "actual" if past else "planned"
                return replace(draft, kind="return", manner=None, date=until, status=status, old=None, spans=span)
        return None

    def _left(self, passage: Passage, trigger: Trigger, draft: Draft) -> Draft:
        """The end of the post that a move within one organisation gives up ("from head of sales to ...")."""
        item = trigger.captured["left"]
        org, explicit = self.slots.org_of_post(passage, item)
        ended = _moved(draft)
        ended.org, ended.other = (org, draft.org) if explicit and org != draft.org else (draft.org, None)
        self.drafter.set_post(ended, passage, PostSlot(item, None, None))
        return ended


def _moved(draft: Draft) -> Draft:
    """The end at the other organisation that a start from there tells."""
    return Draft(
        kind="end", person=draft.person, org=draft.other, sentence=draft.sentence, start=draft.start, end=draft.end,
        manner="moved", status=draft.status, date=draft.date, other=draft.org, source=draft.source, told=False,
        explicit=draft.explicit, spans={"trigger": (draft.start, draft.end)},
    )  # fmt: skip
