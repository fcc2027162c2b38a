"""The post and the organisation of a claim: named with it, beside it, or known from what was said before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from incumbent.claims.arguments import Finder
from incumbent.claims.discourse import Discourse
from incumbent.claims.draft import FIRM, Draft
from incumbent.claims.encode import Coded
from incumbent.claims.governments import OF_STATE
from incumbent.claims.links import OWN, Links
from incumbent.claims.triggers import Trigger
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import ORG, ORG_WORD, PERSON, PLACE, POST
from incumbent.lexicon.triggers import Frame
from incumbent.model import CHANGES, Mentions, PartialDate

_PLACE_ROLES = frozenset({
    "mayor", "governor", "minister", "deputy_minister", "head_of_state", "head_of_government", "ambassador",
    "legislator", "judge", "commander", "agency_head", "academic_head", "spokesperson", "other",
})  # fmt: skip

_JUST = 2
# Manners of what an organisation decides.
_DECIDED = frozenset({"appointed", "hired", "dismissed"})
# Seats that go beside another post, so that what follows need not be at the same organisation.
_SEATS = frozenset({"board_member", "chair", "vice_chair", "advisor"})
# Seats whose holders are told with where they work: "board member P of O".
_ELSEWHERE = frozenset({"board_member"})
# How many days before publication a step lies in the past of a career.
_PAST = 400
# How many items a free post may stand from the person who takes it up.
_SEAT_REACH = 14
_MEMORY = 64
# A member of staff holds no office.
NO_OFFICE = frozenset({"researcher"})
_LOCAL_ROLES = frozenset({"mayor", "governor"})


class Passage(NamedTuple):
    """A sentence with all that was found in it."""

    coded: Coded
    links: Links
    triggers: list[Trigger]
    finder: Finder


class PostSlot(NamedTuple):
    """A post: the item that names it, or the role and the span of one known from elsewhere."""

    item: int | None
    role: str | None
    span: tuple[int, int] | None
    inferred: bool = False


NO_POST = PostSlot(None, None, None)


class Slots:
    """Fills posts and organisations, and remembers what was said of each person."""

    def __init__(
        self, mentions: Mentions, discourse: Discourse, words: Grammar, published: PartialDate | None
    ) -> None:
        self.mentions = mentions
        self.published = published
        self.discourse = discourse
        self.words = words
        self.known: dict[int, list[Draft]] = {}
        self._open: Draft | None = None

    def open_seat(self, passage: Passage, trigger: Trigger) -> None:
        """Keep a post that a trigger tells of without anybody's name: "The museum has lost its director"."""
        items = passage.coded.items
        post = passage.finder.post(trigger)
        if post is None or trigger.frame.kind not in ("start", "end") or post in passage.links.person_of:
            return
        mention = self.mentions.posts[items[post].ref]
        org, _ = self.org(passage, trigger, post, None, None)
        if org is not None and not mention.plural and mention.role not in NO_OFFICE:
            self._open = Draft(
                "end", -1, org, passage.coded.number, mention.start, mention.end, (mention.start, mention.end),
                mention.role,
            )  # fmt: skip

    def _opened(self, passage: Passage, trigger: Trigger, person: int | None) -> Draft | None:
        """The seat that was told of just before, for the only name of a sentence, where it is new to the text."""
        seat, coded = self._open, passage.coded
        if seat is None or coded.number - seat.sentence > 1 or trigger.frame.post == "none":
            return None
        if trigger.frame.kind not in ("start", "end") or person is None:
            return None
        others = any(
            (item.symbol == ORG and item.ref != seat.org) or (item.symbol == PERSON and item.ref != person)
            for item in coded.items
        )
        known = any(draft.sentence < coded.number for draft in self.known.get(person, ()))
        return None if others or known else seat

    def remember(self, draft: Draft) -> None:
        """Keep a draft for later sentences."""
        drafts = self.known.setdefault(draft.person, [])
        drafts.append(draft)
        del drafts[:-_MEMORY]

    def who(self, coded: Coded, index: int | None) -> int | None:
        """The entity at an item: a name, a pronoun, or a post whose holder the document named before."""
        if index is None:
            return None
        if index < 0 or coded.items[index].symbol != POST:
            return self.discourse.person(coded, index)
        mention = self.mentions.posts[coded.items[index].ref]
        role = mention.role
        holders = [
            (draft.sentence, person)
            for person, drafts in self.known.items()
            for draft in drafts
            if draft.role == role and draft.kind != "held" and role != "other"
        ]
        former = mention.former or (index > 1 and coded.items[index - 2].symbol in self.words["former"])
        if not holders and (former or (role == "researcher" and not mention.plural)):
            return self.discourse.described(coded)
        return max(holders)[1] if holders else None

    def role_at(self, coded: Coded, item: int) -> str:
        """The role of the post at an item."""
        return self.mentions.posts[coded.items[item].ref].role

    def posts(
        self, passage: Passage, trigger: Trigger, person: int | None, old: int | None, several: bool
    ) -> list[PostSlot]:
        """The posts of a trigger: those named with it, else the one that the person, or the predecessor, has.

        ``several``: it tells of more than one person, so that a post may stand in the plural.
        """
        frame, items = trigger.frame, passage.coded.items
        if frame.post == "none":
            return [PostSlot(None, frame.role, None)]
        if frame.post == "trigger" and (seat := self._seat(passage, trigger)) is not None:
            return [PostSlot(seat, None, None)]
        if frame.post == "trigger":
            return [PostSlot(None, frame.role, (items[trigger.first].start, items[trigger.last - 1].end))]
        post = passage.finder.post(trigger) if not (frame.moved and frame.kind == "end") else None
        if post is not None and (several or not self.mentions.posts[items[post].ref].plural):
            return [PostSlot(p, None, None) for p in (post, *passage.finder.joined_posts(post))]
        if person is not None and frame.kind == "start" and old is None:
            vacant = self._taken(frame, person) or self._fronted(passage, trigger, person)
            vacant = vacant or self._opened(passage, trigger, person)
            return [NO_POST if vacant is None else PostSlot(None, vacant.role, vacant.post, inferred=True)]
        begun = self.just_told(frame.kind, person, passage.coded.number)
        if begun is not None and begun.role is not None:
            return [PostSlot(None, begun.role, begun.post, inferred=True)]
        whose = old if frame.kind == "start" else person
        if frame.manner == "died" and (said := self.latest(whose, ("hold", "start", "held"))) and said.kind == "held":
            return [NO_POST]
        kinds = ("hold",) if frame.kind == "start" else ("hold", "start", "held")
        held = self.latest(whose, kinds, named=frame.kind == "end", handed=frame.kind == "start")
        if held is None and frame.kind == "start" and (until := self.latest(whose, ("held",))) is not None:
            lasting = until.date is not None and until.end_date is None
            held = until if lasting and until.sentence == passage.coded.number else None
        if held is None and frame.kind == "start":
            held = self.latest(person, ("return", "leave"))
        if held is None:
            title = self._title(passage, whose)
            opened = self._opened(passage, trigger, whose) if title is NO_POST else None
            return [title if opened is None else PostSlot(None, opened.role, opened.post, inferred=True)]
        return [PostSlot(None, held.role, held.post, inferred=True)]

    def seat(self, passage: Passage, kind: str, person: int, places: Sequence[int]) -> PostSlot:
        """The post of a likely change: for a start the nearest free one, else the one that the person has."""
        items, links = passage.coded.items, passage.links
        at = places[0] if places else 0
        fitting = [
            i for i, item in enumerate(items) if item.symbol == POST and self.role_at(passage.coded, i) not in NO_OFFICE
        ]
        own = [i for i in fitting if i in links.person_of and links.person_of[i] in places]
        free = sorted((i for i in fitting if i not in links.person_of), key=lambda i: (abs(i - at), i < at))
        if kind != "start":
            free, own = own, free
        if free and (kind != "start" or abs(free[0] - at) <= _SEAT_REACH):
            return PostSlot(free[0], None, None)
        held = self.vacant(person) if kind == "start" else self.latest(person, ("hold", "start"), named=True)
        if held is not None and held.role is not None:
            return PostSlot(None, held.role, held.post, inferred=True)
        return PostSlot(own[0], None, None) if own and kind != "start" else NO_POST

    def _seat(self, passage: Passage, trigger: Trigger) -> int | None:
        """The post right behind a verb that says another by itself: "chairs the supervisory board of O"."""
        items, behind = passage.coded.items, trigger.last
        while behind < len(items) and items[behind].symbol in self.words["determiners"] - self.words["of"]:
            behind += 1
        taken = behind < len(items) and items[behind].symbol == POST and behind not in passage.links.person_of
        return behind if taken else None

    def _title(self, passage: Passage, person: int | None) -> PostSlot:
        """The title beside a name that says no organisation of its own: "Chief Constable X will retire from O"."""
        items = passage.coded.items
        taken_up = {t.captured.get("post") for t in passage.triggers if t.frame.kind == "start"}
        for post, holder in passage.links.person_of.items():
            mention = self.mentions.posts[items[post].ref]
            if mention.role in NO_OFFICE or mention.plural or mention.future or mention.former or post in taken_up:
                continue
            if items[holder].ref == person and passage.links.org_of.get(post, OWN) == OWN:
                return PostSlot(None, mention.role, (mention.start, mention.end), inferred=True)
        return NO_POST

    def org_of_post(self, passage: Passage, post: int) -> tuple[int | None, int]:
        """The organisation of a post and 1 where the words themselves name it, else 0."""
        items, links = passage.coded.items, passage.links
        role = self.role_at(passage.coded, post)
        at = links.org_of.get(post)
        if at is not None and at != OWN:
            leads_state = role in OF_STATE and items[at].ref in self.discourse.states
            if items[at].symbol == PLACE and role not in _PLACE_ROLES and not leads_state:
                return self.discourse.topic(), 0
            if items[at].symbol == ORG_WORD and self.discourse.is_owned(items[at]):
                return self.discourse.own_org(passage.coded, at, self.known), 1
            return self.discourse.org(items[at]), 1
        holder = links.person_of.get(post)
        beside = links.org_of_person.get(holder) if holder is not None else None
        if beside is not None and (items[beside].symbol != PLACE or role in _PLACE_ROLES) and role not in _ELSEWHERE:
            return items[beside].ref, 1
        if role in self.words.country_roles and (state := self.discourse.state()) is not None:
            return state, 0
        if at == OWN:
            return self.discourse.own_org(passage.coded, post, self.known), 1
        places = [i.ref for i in items[:post] if i.symbol == PLACE] if role in _LOCAL_ROLES else []
        if places:
            return self.discourse.region(places[-1], role), 1
        return self._supplied(passage, post)[0], 0

    def org(
        self, passage: Passage, trigger: Trigger, post: int | None, person: int | None, old: int | None
    ) -> tuple[int | None, int]:
        """The organisation of an event and how firmly it is tied: 2 named with it, 1 in the sentence, 0 supplied."""
        items, finder, frame = passage.coded.items, passage.finder, trigger.frame
        if frame.org == "none":
            return None, 0
        if post is not None and passage.links.org_of.get(post, OWN) != OWN:
            org, explicit = self.org_of_post(passage, post)
            if explicit:
                return org, 2
        captured = trigger.captured.get("org")
        if captured is None and post is not None and self.role_at(passage.coded, post) in self.words.country_roles:
            return self.org_of_post(passage, post)
        own = self.beside(passage, trigger, person) if post is None else None
        if own is not None and frame.person == "object":
            return own, FIRM
        acts = frame.person == "object" or (
            frame.person == "right" and (frame.manner in _DECIDED or finder.acts_beside(trigger))
        )
        agent = finder.agent(trigger) if acts and frame.kind != "hold" else None
        if agent is not None and not finder.is_passive(trigger):
            return self.discourse.org(items[agent]), 2
        hires = frame.manner in ("hired", "dismissed") and frame.kind in ("start", "end")
        employer = finder.employer(trigger) if hires else None
        if employer is not None:
            return self.discourse.org(items[employer]), 2
        agent = finder.agent_behind(trigger)
        if agent is not None:
            return self.discourse.org(items[agent]), 2
        chief = self._of_agent(passage, trigger)
        if chief is not None:
            return chief, 1
        if own is not None:
            return own, FIRM
        inside = finder.org_inside(trigger) if frame.org == "known" else None
        if inside is not None:
            return self.discourse.org(items[inside]), 2
        found = finder.org(trigger, direct=frame.org == "object") if frame.org != "known" else None
        abroad = post is not None and self.role_at(passage.coded, post) not in _PLACE_ROLES
        if found is not None and not (abroad and items[found].ref in self.discourse.states):
            return self.discourse.org(items[found]), 2
        if post is not None and passage.links.org_of.get(post) == OWN:
            return self._own(passage, post)
        if finder.points_back(trigger):
            back = self.discourse.last_org(passage.coded, trigger.first, finder.aside_before(trigger))
            return back, self._firm_before(passage, back, trigger.first)
        step = self._step_before(passage, trigger, person) if frame.kind == "start" else None
        if step is not None:
            return step.org, 1
        begun = self.just_told(frame.kind, person, passage.coded.number)
        if begun is None and frame.kind == "start" and frame.post == "own" and person is not None:
            begun = self._taken(frame, person)
        if begun is not None and begun.org is not None:
            return begun.org, 1
        left = self.latest(old, ("end",)) if frame.kind == "start" else None
        if left is not None and left.org is not None:
            return left.org, 1
        for whose in (person, old) if frame.kind != "start" else (old,):
            over = frame.kind == "start"
            held = self.latest(whose, ("hold",), handed=over) or self.latest(whose, ("start",))
            if held is None and frame.kind == "end":
                held = self.latest(whose, ("held",))
            if held is not None and held.org is not None:
                return held.org, 1
        seat = self._opened(passage, trigger, person) if post is None else None
        told = self._told_here(passage, trigger) if seat is None else seat.org
        without = self.left(passage, trigger, person)
        return self._supplied(passage, trigger.first, without) if told is None else (told, 1)

    def left(self, passage: Passage, trigger: Trigger, person: int | None) -> frozenset[int]:
        """The organisations of a sentence that somebody who starts is said to come from or to have left."""
        if trigger.frame.kind != "start":
            return frozenset()
        items = passage.coded.items
        start, known = items[trigger.first].start, self.known.get(person, ()) if person is not None else ()
        here = (d for d in known if d.sentence == passage.coded.number and d.start < start)
        left = {d.org for d in here if d.kind in ("held", "end") and d.explicit >= FIRM and d.org is not None}
        source = passage.finder.other(trigger) if trigger.frame.other == "from" else None
        return frozenset(left if source is None else {*left, items[source].ref})

    def _told_here(self, passage: Passage, trigger: Trigger) -> int | None:
        """Where the change before it in the sentence took place: "P was eased out of O and Q brought in"."""
        number, start = passage.coded.number, passage.coded.items[trigger.first].start
        last = (said[-1] for said in self.known.values() if said[-1].sentence == number)
        told = [d for d in last if d.kind in CHANGES and d.explicit >= FIRM and d.start < start]
        return max(told, key=lambda d: d.start).org if told else None

    def _own(self, passage: Passage, post: int) -> tuple[int | None, int]:
        """The organisation of "its chief executive", firm where the sentence names it before."""
        own = self.discourse.own_org(passage.coded, post, self.known)
        return own, self._firm_before(passage, own, post)

    def _firm_before(self, passage: Passage, org: int | None, at: int) -> int:
        """How firm an organisation is that words point back to: more where their own sentence named it."""
        return FIRM if any(i.ref == org and i.symbol == ORG for i in passage.coded.items[:at]) else 1

    def _step_before(self, passage: Passage, trigger: Trigger, person: int | None) -> Draft | None:
        """The step of a career that another goes on from: "joined O in 1998 as head of tax and rose to director"."""
        if person is None or trigger.frame.manner == "founded" or trigger.frame.old != "none":
            return None
        items, number = passage.coded.items, passage.coded.number
        for draft in reversed(self.known.get(person, ())):
            if draft.kind not in ("start", "held") or draft.org is None or draft.role in _SEATS:
                continue
            if draft.sentence == number:
                return draft if draft.kind == "start" and draft.start < items[trigger.first].start else None
            past = self.published and draft.date and (self.published.earliest - draft.date.latest).days > _PAST
            return draft if past and draft.kind == "start" and number - draft.sentence <= _JUST else None
        return None

    def beside(self, passage: Passage, trigger: Trigger, person: int | None) -> int | None:
        """The organisation told beside the name of who goes or comes back: "P, co-leader of O, is on leave"."""
        if trigger.frame.kind not in ("end", "leave", "return") or trigger.frame.org == "object":
            return None
        said = self.known.get(person, ()) if person is not None else ()
        start = passage.coded.items[trigger.first].start
        named = trigger.frame.person == "object"
        held = (d for d in said if d.sentence == passage.coded.number and d.kind == "hold" and d.explicit >= FIRM)
        found = next((d.org for d in held if named or d.start < start), None)
        return self._of_person(passage, person) if found is None else found

    @staticmethod
    def _of_person(passage: Passage, person: int | None) -> int | None:
        """The organisation right behind the name of somebody without a post: "P of O has resigned"."""
        items, links = passage.coded.items, passage.links
        told = links.org_of_person.items() if links.org_of_person else ()
        free = (org for at, org in told if items[at].ref == person and at not in links.person_of.values())
        return next((items[org].ref for org in free if items[org].symbol == ORG), None)

    def _of_agent(self, passage: Passage, trigger: Trigger) -> int | None:
        """Where the person works who does the naming or the dismissing: "she fired the finance director"."""
        if trigger.frame.person != "object" or passage.finder.is_passive(trigger):
            return None
        agent = self.who(passage.coded, passage.finder.subject(trigger.first))
        held = self.latest(agent, ("hold", "start"))
        return None if held is None else held.org

    def _supplied(
        self, passage: Passage, at: int, left: frozenset[int] = frozenset()
    ) -> tuple[int | None, int]:
        """The organisation that a sentence is about where the words of the claim name none.

        ``left``: none of these.
        """
        near = passage.finder.org_before(at, left)
        if near is None and not self.discourse.single and not self.discourse.paragraph_orgs:
            near = passage.finder.any_org_before(at, left)
        if near is not None:
            return self.discourse.org(passage.coded.items[near]), 1
        return self.discourse.topic(), 0

    def just_told(self, kind: str, person: int | None, sentence: int) -> Draft | None:
        """The change that was told just before: "X joins O as head. She replaces Y.", "She replaces Y, retired"."""
        for draft in reversed(self.known.get(person, ()) if person is not None else ()):
            near = _JUST if draft.told and kind == "start" else 0
            if draft.date is not None and kind == "start" and draft.sentence == sentence:
                continue
            if draft.kind == kind and 0 <= sentence - draft.sentence <= near:
                return draft
        return None

    def _fronted(self, passage: Passage, trigger: Trigger, person: int) -> Draft | None:
        """The post that stands beside the name behind a participle: "Elected in 2020, the mayor of O, P, ..."."""
        held = self.latest(person, ("hold",)) if trigger.first <= 1 and trigger.frame.person == "object" else None
        behind = held is not None and held.start > passage.coded.items[trigger.last - 1].end
        return held if behind and held is not None and held.sentence == passage.coded.number else None

    def _taken(self, frame: Frame, person: int) -> Draft | None:
        """The post that a start takes up without naming it: the one kept warm till now, or that somebody else left."""
        if frame.post == "own":
            own = self.latest(person, ("hold", "start"))
            here = own is not None and own.kind == "hold" and own.sentence == self.discourse.number
            return own if own is not None and (own.interim or here) else self.vacant(person)
        return self.vacant(person) if frame.interim else None

    def vacant(self, person: int) -> Draft | None:
        """The post that somebody else was last said to have left, for good or for a time."""
        others = [d for who, said in self.known.items() if who != person for d in said]
        left = [d for d in others if d.kind in ("end", "leave", "return")]
        return max((d for d in left if d.role is not None), key=lambda d: d.start, default=None)

    def latest(
        self, person: int | None, kinds: tuple[str, ...], *, named: bool = False, handed: bool = False
    ) -> Draft | None:
        """What was last said of a person, at the organisation spoken of before any other.

        ``named``: with a post; ``handed``: none that the person is said to have by now, so that it can be handed over.
        """
        known = self.known.get(person, ()) if person is not None else ()
        said = [
            d for d in known if d.kind in kinds and (d.role is not None or not named) and not (handed and d.present)
        ]
        topic = self.discourse.topic()
        if said and self.discourse.number - said[-1].sentence <= _JUST:
            return said[-1]
        return next((d for d in reversed(said) if d.org == topic), said[-1] if said else None)

    def is_elsewhere(self, passage: Passage, trigger: Trigger, org: int | None) -> bool:
        """Whether an organisation is the one that the words of a start name as where the person comes from."""
        at = trigger.captured.get("other") if trigger.frame.kind == "start" else None
        return at is not None and org is not None and self.discourse.org(passage.coded.items[at]) == org

    def other(self, passage: Passage, trigger: Trigger, person: int | None, org: int | None) -> int | None:
        """Where the person comes from or goes to, if that is another organisation than ``org``."""
        items = passage.coded.items
        at = passage.finder.other(trigger)
        if at is None and trigger.frame.moved and person is not None and trigger.first < person:
            posts = passage.links.posts_of(person)
            at = next((passage.links.org_of[p] for p in posts if passage.links.org_of.get(p, OWN) >= 0), None)
            if at is not None and items[at].symbol != ORG:
                at = None
        found = None if at is None else self.discourse.org(items[at])
        return found if found != org else None
