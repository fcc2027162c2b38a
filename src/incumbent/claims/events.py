"""From the triggers and descriptions of one sentence to drafts of claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from incumbent.claims.antecedents import settle_ends
from incumbent.claims.arguments import Finder
from incumbent.claims.dating import Dating, date_of
from incumbent.claims.discourse import Discourse
from incumbent.claims.draft import FIRM, Draft, same_role
from incumbent.claims.encode import Coded, Item
from incumbent.claims.governments import OF_STATE
from incumbent.claims.links import Links
from incumbent.claims.parallels import further_pairs, respective
from incumbent.claims.qualify import is_interim, is_past, source_of, status_of
from incumbent.claims.slots import NO_OFFICE, Passage, PostSlot, Slots
from incumbent.claims.steps import further_steps
from incumbent.claims.telling import Subject, Teller, subjects_of
from incumbent.claims.triggers import Trigger, find_triggers
from incumbent.claims.workplaces import Workplaces
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE, PERSON, POST, PRONOUN, SPEAKER
from incumbent.lexicon.triggers import NO_CHANGE, Frame, Triggers
from incumbent.lexicon.weights import weights
from incumbent.model import CHANGES, Mentions, PartialDate

# A rank or a title alone ("Colonel", "Judge", "Senator") does not say where.
_RANKS = frozenset({"commander", "legislator"})

# How many items may stand behind a post that ends its sentence.
_TAIL = 3
# How likely a change must be that no trigger tells.
_LIKELY = 0.7
# How many items before a copula a day may stand that tells since when.
_DAWN = 5
# How many items the day may stand behind "until" on which something comes about: "until the House sits on D".
_CLAUSE = 8
# How many items beside a verb "until now" may stand.
_NOW = 4
# How many days before publication a post still is new.
_NEW = 31


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
        self.teller = Teller(
            weights(f"{words.lang}/telling"), words, mentions.posts, mentions.dates, published
        )
        self.workplaces = Workplaces(coded, discourse, self.slots, words, weights("models/workplaces"))

    def read(self, coded: Coded, links: Links) -> list[Draft]:
        """The drafts of one sentence, in order."""
        self.discourse.enter(coded)
        triggers = find_triggers(coded, self.lexicon)
        passage = Passage(coded, links, triggers, Finder(coded, links, triggers, self.words))
        drafts: list[Draft] = []
        self._keep(drafts, self._descriptions(passage))
        described = len(drafts)
        for trigger in triggers:
            self._keep(drafts, self._event(passage, trigger))
        settle_ends(passage, drafts, self.words)
        self._keep(drafts, self._steps(passage, drafts))
        self._keep(drafts, self._supposed(passage, drafts, described))
        self.discourse.leave(coded, self._subject(coded))
        self.workplaces.leave(coded)
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
            draft = self._draft(passage, "start", step.before.person, org, (step.post, step.post + 1), FIRM)
            draft.source = step.before.source
            self._set_post(draft, passage, PostSlot(step.post, None, None))
            self._set_date(draft, Dating(step.day.date, None, (step.day.start, step.day.end)))
            yield draft

    def _supposed(self, passage: Passage, drafts: list[Draft], described: int) -> list[Draft]:
        """Changes that no trigger tells but the words around a name make likely.

        Left out are people of whom a trigger speaks (the drafts but for the first ``described``, which are of
        posts beside names), and posts that somebody else takes or leaves here.
        """
        if self.teller.is_silent:
            return []
        coded = passage.coded
        pronouns = [
            (i, self.discourse.meant(coded, i) if item.symbol == PRONOUN else self.discourse.speaker(item.start))
            for i, item in enumerate(coded.items) if item.symbol in (PRONOUN, SPEAKER)
        ]  # fmt: skip
        spoken_of = {draft.person for i, draft in enumerate(drafts) if i >= described or draft.kind in CHANGES}
        everybody = subjects_of(coded, drafts, pronouns)
        subjects = [subject for subject in everybody if subject.person not in spoken_of]
        taken = {draft.post for draft in drafts if draft.kind in CHANGES and draft.post}
        likely = self.teller.likely(coded, passage.links, subjects, drafts, self.slots.known, len(everybody))
        supposed = [
            self._suppose(passage, subject, kind, belief)
            for subject, kinds in likely
            for kind, belief in kinds.items()
            if belief >= _LIKELY
        ]
        return [draft for draft in supposed if draft.belief >= _LIKELY and self._stands(draft, taken)]

    def _stands(self, draft: Draft, taken: set[tuple[int, int]]) -> bool:
        """Whether a likely change has a post that nobody else takes here, or is of somebody told of before."""
        return draft.post not in taken if draft.post else draft.person in self.slots.known

    def _suppose(self, passage: Passage, subject: Subject, kind: str, belief: float) -> Draft:
        """The draft of a change that is likely: its post and organisation are those nearest to the person."""
        at = subject.places[0] if subject.places else 0
        trigger = Trigger(replace(NO_CHANGE, kind=kind, org="near"), at, at + 1, {})
        post = self.slots.seat(passage, kind, subject.person, subject.places)
        org, explicit = self.slots.org(passage, trigger, post.item, subject.person, None)
        return self._told(passage, trigger, subject.person, None, org, min(explicit, 1), post, belief=belief)

    def _descriptions(self, passage: Passage) -> Iterator[Draft]:
        """hold and held: the posts that stand beside names."""
        items = passage.coded.items
        for post, person in passage.links.person_of.items():
            mention = self.mentions.posts[items[post].ref]
            entity = self.discourse.person(passage.coded, person)
            sharing = passage.finder.coordinated(person) if mention.plural else []
            if entity is None or (mention.plural and not sharing) or mention.role in NO_OFFICE:
                continue
            former = mention.former or any(
                items[i].symbol in self.words["former"] or items[i].symbol in self.words["past_auxiliaries"]
                for i in range(max(0, post - 3), post)
            )
            org, explicit = self.slots.org_of_post(passage, post)
            if mention.role in _RANKS and not explicit:
                continue
            kind = self._kind_of_description(passage, post, former)
            if kind is None:
                continue
            for one in (entity, *(items[i].ref for i in sharing)):
                draft = self._draft(passage, kind, one, org, (post, post + 1), explicit + 1)
                draft.status = "planned" if mention.future else "actual"
                draft.manner = "moved" if kind == "end" else None
                draft.role, draft.present = mention.role, self._is_of_today(passage, post)
                draft.org, _ = self.workplaces.choose(passage, draft, post)
                self._set_post(draft, passage, PostSlot(post, None, None))
                self._set_date(draft, self._dating(passage, kind, (post, post + 1)))
                yield draft

    def _is_of_today(self, passage: Passage, post: int) -> bool:
        """Whether a post behind a comma is said to be what its person does by now: "P, now head of O"."""
        items, words = passage.coded.items, self.words
        at = post - 1
        while at > 0 and items[at].symbol in words["determiners"]:
            at -= 1
        now = at > 0 and (items[at].symbol in words["current"] or items[at].symbol == DATE)
        return now and items[at - 1].symbol == "," and passage.links.org_of.get(post, -1) >= 0

    def _kind_of_description(self, passage: Passage, post: int, former: bool) -> str | None:
        """What a post beside a name says; None where a trigger speaks of it ("the outgoing chair")."""
        items, triggers = passage.coded.items, passage.triggers
        person = passage.links.person_of[post]
        if any(post == pair.post for trigger in triggers for pair in further_pairs(passage, trigger, self.words)):
            return None
        for trigger in triggers:
            if trigger.captured.get("post") == post and (trigger.frame.person == "holder" or person < trigger.first):
                return None
            if trigger.last <= post and trigger.frame.kind in CHANGES and passage.finder.opens_list(post):
                return None
        if self.mentions.posts[items[post].ref].future:
            return "start"
        if any(self._is_until_now(items, i) for i in range(max(0, post - _NOW), post)):
            return "end"
        if former:
            return "held"
        return self._listed(passage, post) or ("start" if self._appoints(passage, post) else "hold")

    def _listed(self, passage: Passage, post: int) -> str | None:
        """What a list says of the post in brackets behind each of its names: "joining are P (finance), Q (trade)"."""
        items, person = passage.coded.items, passage.links.person_of[post]
        if person == post + 2 and items[post + 1].symbol == ":" and self._opens_line(items, post):
            return "start"
        told = [t for t in passage.triggers if t.frame.kind and t.first <= person]
        return told[-1].frame.kind if told and self._is_listed(passage.coded, told[-1].frame, person) else None

    def _opens_line(self, items: Sequence[Item], post: int) -> bool:
        """Whether a post of government begins a line of a list of its members: "Health: P", "9.30 - Health: P"."""
        role = self.mentions.posts[items[post].ref].role
        opens = not post or not items[post - 1].symbol[0].isalnum()
        return opens and role in self.words.country_roles

    @staticmethod
    def _is_listed(coded: Coded, frame: Frame, person: int) -> bool:
        """Whether somebody of whom a change is said has the post in brackets behind the name."""
        behind = [item.symbol for item in coded.items[person + 1 : person + 4]]
        bracketed = len(behind) > 2 and behind[:2] == ["(", POST] and behind[2] in (")", ",")
        return bracketed and frame.person == "right" and frame.kind in ("start", "end")

    def _appoints(self, passage: Passage, post: int) -> bool:
        """Whether a post beside a name is a new one: its sentence or heading tells of appointments, and no verb."""
        person = passage.links.person_of[post]
        told = any(t.frame.kind == "start" or (t.frame.kind and t.first < person) for t in passage.triggers)
        if not self.discourse.appointing or told:
            return False
        last = max(post, passage.links.org_of.get(post, post), person)
        return self.discourse.announces or len(passage.coded.items) - last <= _TAIL

    def _event(self, passage: Passage, trigger: Trigger) -> Iterator[Draft]:
        """The claims of a trigger: one for each person and post joined by "and", and a succession's other side."""
        frame, coded, finder = trigger.frame, passage.coded, passage.finder
        if finder.is_attribute(trigger) or finder.is_hypothetical(trigger):
            return
        if frame.org == "object" and not finder.takes_organisation(trigger):
            return
        person_at = trigger.captured.get("new", trigger.captured.get("person"))
        if person_at is None:
            person_at = finder.person(frame.person, trigger)
        old_at = trigger.captured.get("old", finder.person(frame.old, trigger))
        known = finder.replaced(trigger) if old_at is None and frame.kind == "start" else None
        old_at = old_at if known is None else known
        person = self.slots.who(coded, person_at)
        if person is None and finder.opens(trigger):
            person = self.discourse.person(coded, -1)
        old = None if old_at == person_at else self.slots.who(coded, old_at)
        if old is not None and old == person:
            old = self.discourse.another(coded, old_at, person)
        beside = [] if person_at is None else [*finder.coordinated(person_at), *finder.companions(trigger)]
        joined = [self.slots.who(coded, i) for i in beside if not self._is_listed(coded, frame, i)]
        first = None if person_at is not None and self._is_listed(coded, frame, person_at) else person
        people = list(dict.fromkeys(p for p in (first, *joined) if p is not None))
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
                own = post
                if post.inferred and one != person:
                    own = self.slots.posts(passage, trigger, one, old, True)[0]
                place = self.slots.beside(passage, trigger, one) if one != person else None
                if place is None:
                    draft = self._told(passage, trigger, one, old, org, explicit, own)
                    org = draft.org
                else:
                    draft = self._told(passage, trigger, one, old, place, FIRM, own)
                if self.slots.is_elsewhere(passage, trigger, draft.org):
                    draft.org = None
                draft.other = self.slots.other(passage, trigger, person_at, draft.org)
                yield self._arrived(passage, trigger, draft)
                if frame.moved and draft.other is not None:
                    yield _moved(draft) if frame.kind == "start" else self._gone(passage, trigger, draft)
                if "left" in trigger.captured:
                    yield self._left(passage, trigger, draft)
                back = self._back(passage, draft) if draft.kind == "leave" else None
                if back is not None:
                    yield back
            if old is not None and known is None and not self._stands_in(frame, old):
                draft = self._told(passage, trigger, old, None, org, explicit, post, settled=bool(people))
                draft.kind, draft.old, draft.manner, draft.told, draft.interim = "end", person, None, False, False
                yield draft
        yield from self._paired(passage, trigger)

    def _paired(self, passage: Passage, trigger: Trigger) -> Iterator[Draft]:
        """The starts of those who go on the list of a verb: "A becomes chief executive and B finance director"."""
        for pair in further_pairs(passage, trigger, self.words):
            person = self.slots.who(passage.coded, pair.person)
            if person is not None:
                org, explicit = self.slots.org(passage, trigger, pair.post, person, None)
                yield self._told(passage, trigger, person, None, org, explicit, PostSlot(pair.post, None, None))

    def _lasts_till_now(self, passage: Passage, trigger: Trigger) -> bool:
        """Whether a post was held until what the text tells of: "she had so far run sales"."""
        items, words = passage.coded.items, self.words
        for i in range(max(0, trigger.first - _NOW), min(trigger.last + _NOW, len(items) - 1)):
            if self._is_until_now(items, i):
                return items[i + 1].symbol != DATE and items[i + 1].symbol not in words["prepositions"]
        return False

    def _is_until_now(self, items: Sequence[Item], i: int) -> bool:
        """Whether "hitherto", or "until now", stands at ``i``."""
        words = self.words["until_now"]
        return items[i].symbol in words or f"{items[i].symbol} {items[min(i + 1, len(items) - 1)].symbol}" in words

    def _comes_back(self, frame: Frame, draft: Draft) -> bool:
        """Whether a start takes up what its person was on leave from."""
        last = self.slots.latest(draft.person, ("leave", "return", "start", "end"))
        away = self.slots.latest(draft.person, ("leave",)) if frame.manner == "reinstated" else last
        if away is None or away.kind != "leave" or frame.manner not in (None, "reinstated"):
            return False
        return frame.manner is not None or (draft.org == away.org and same_role(draft.role, away.role))

    def _stands_in(self, frame: Frame, old: int) -> bool:
        """Whether who is replaced keeps the post: the other minds it, or it is somebody on leave."""
        away = self.slots.latest(old, ("leave", "end"))
        return frame.interim or (away is not None and away.kind == "leave")

    def _told(
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
        draft = self._draft(passage, kind, person, org, place, explicit)
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
        self._set_post(draft, passage, post)
        self._set_date(draft, self._dating(passage, draft.kind, place))
        renewed = frame.person == "object"
        if kind == "hold" and draft.date and self.published and self.published.before(draft.date) and not renewed:
            draft.kind, draft.status = "start", "planned"
        elif draft.kind == "hold" and draft.date and self._is_new(draft.date):
            draft.kind = "start"
        if draft.kind == "return" or (draft.kind == "end" and frame.interim):
            self._go_back(draft)
        return draft

    def _departs(self, passage: Passage, trigger: Trigger) -> bool:
        """Whether a verb of going tells of a start, so that the person leaves a place: "moved to O", not "joined O"."""
        inside = passage.coded.items[trigger.first : trigger.last]
        return any(item.symbol in self.words["departures"] for item in inside)

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

    def _gone(self, passage: Passage, trigger: Trigger, draft: Draft) -> Draft:
        """The start at the organisation that an end says the person leaves for, with the post named behind it."""
        started = _moved(draft)
        started.kind, started.manner, started.told = "start", None, True
        post = passage.finder.post(trigger)
        if post is not None:
            self._set_post(started, passage, PostSlot(post, None, None))
        return started

    def _arrived(self, passage: Passage, trigger: Trigger, draft: Draft) -> Draft:
        """The draft itself, or the start that it is where the text tells only where the person goes to."""
        to = passage.finder.other(trigger) if draft.kind == "end" and draft.other is None else None
        if to is None or self.discourse.org(passage.coded.items[to]) != draft.org:
            return draft
        started = replace(draft, kind="start", manner=None, post=None, role=None, inferred=False)
        post = passage.finder.post(trigger)
        if post is not None:
            self._set_post(started, passage, PostSlot(post, None, None))
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
        self._set_post(ended, passage, PostSlot(item, None, None))
        return ended

    def _draft(
        self, passage: Passage, kind: str, person: int, org: int | None, place: tuple[int, int], explicit: int
    ) -> Draft:
        items = passage.coded.items
        start, end = items[place[0]].start, items[place[1] - 1].end
        draft = Draft(kind, person, org, passage.coded.number, start, end, explicit=explicit)
        draft.spans["trigger"] = (start, end)
        return draft

    def _set_post(self, draft: Draft, passage: Passage, post: PostSlot) -> None:
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

    def _dating(self, passage: Passage, kind: str, place: tuple[int, int]) -> Dating:
        first, last = place
        return date_of(passage.coded, first, last, kind, passage.triggers, self.mentions.dates, self.words)

    def _lies_ahead(self, date: PartialDate) -> bool:
        """Whether a day may be one of effect that is still to come: not the day of publication or one before it."""
        return self.published is not None and date != self.published and not date.before(self.published)

    def _set_date(self, draft: Draft, dating: Dating) -> None:
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


def _moved(draft: Draft) -> Draft:
    """The end at the other organisation that a start from there tells."""
    return Draft(
        kind="end", person=draft.person, org=draft.other, sentence=draft.sentence, start=draft.start, end=draft.end,
        manner="moved", status=draft.status, date=draft.date, other=draft.org, source=draft.source, told=False,
        explicit=draft.explicit, spans={"trigger": (draft.start, draft.end)},
    )  # fmt: skip
