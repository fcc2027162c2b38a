"""The organisation of a claim: named with it, beside it, or known from what was said before."""

from __future__ import annotations

from collections.abc import Iterator

from incumbent.claims.draft import FIRM, Draft
from incumbent.claims.found import Passage
from incumbent.claims.governments import OF_STATE
from incumbent.claims.links import OWN
from incumbent.claims.memory import JUST, Memory
from incumbent.claims.triggers import Trigger
from incumbent.lexicon.patterns import ORG, ORG_WORD, PLACE
from incumbent.model import CHANGES

_PLACE_ROLES = frozenset({
    "mayor", "governor", "minister", "deputy_minister", "head_of_state", "head_of_government", "ambassador",
    "legislator", "judge", "commander", "agency_head", "academic_head", "spokesperson", "other",
})  # fmt: skip
_LOCAL_ROLES = frozenset({"mayor", "governor"})
# Manners of what an organisation decides.
_DECIDED = frozenset({"appointed", "hired", "dismissed"})
# Seats that go beside another post, so that what follows need not be at the same organisation.
_SEATS = frozenset({"board_member", "chair", "vice_chair", "advisor"})
# Seats whose holders are told with where they work: "board member P of O".
_ELSEWHERE = frozenset({"board_member"})
# How many days before publication a step lies in the past of a career.
_PAST = 400


class OrgSlots(Memory):
    """Fills the slots of organisations."""

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
        if trigger.frame.org == "none":
            return None, 0
        named = (
            self._named_with_post(passage, trigger, post)
            or self._named_with_agent(passage, trigger, self.beside(passage, trigger, person) if post is None else None)
            or self._named_with_trigger(passage, trigger, post)
        )
        return named or self._known_from_before(passage, trigger, post, person, old)

    def _named_with_post(self, passage: Passage, trigger: Trigger, post: int | None) -> tuple[int | None, int] | None:
        """The organisation that the post itself names, or the state of a post of government."""
        if post is None:
            return None
        if passage.links.org_of.get(post, OWN) != OWN:
            org, explicit = self.org_of_post(passage, post)
            if explicit:
                return org, 2
        if trigger.captured.get("org") is None and self.role_at(passage.coded, post) in self.words.country_roles:
            return self.org_of_post(passage, post)
        return None

    def _named_with_agent(self, passage: Passage, trigger: Trigger, own: int | None) -> tuple[int | None, int] | None:
        """The organisation that acts, or where the one works who does; ``own``: told beside who goes or comes back."""
        finder, frame = passage.finder, trigger.frame
        if own is not None and frame.person == "object":
            return own, FIRM
        acts = frame.person == "object" or (
            frame.person == "right" and (frame.manner in _DECIDED or finder.acts_beside(trigger))
        )
        agent = finder.agent(trigger) if acts and frame.kind != "hold" else None
        agent = None if agent is not None and finder.is_passive(trigger) else agent
        if agent is None and frame.manner in ("hired", "dismissed") and frame.kind in ("start", "end"):
            agent = finder.employer(trigger)
        if agent is None:
            agent = finder.agent_behind(trigger)
        if agent is not None:
            return self.discourse.org(passage.coded.items[agent]), 2
        chief = self._of_agent(passage, trigger)
        if chief is not None:
            return chief, 1
        return None if own is None else (own, FIRM)

    def _named_with_trigger(
        self, passage: Passage, trigger: Trigger, post: int | None
    ) -> tuple[int | None, int] | None:
        """The organisation that the words around the verb name or point back to."""
        items, finder, frame = passage.coded.items, passage.finder, trigger.frame
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
        return None

    def _known_from_before(
        self, passage: Passage, trigger: Trigger, post: int | None, person: int | None, old: int | None
    ) -> tuple[int | None, int]:
        """The organisation known from what was said of the people before, or what the sentence is about."""
        frame, starts = trigger.frame, trigger.frame.kind == "start"
        step = self._step_before(passage, trigger, person) if starts else None
        if step is not None:
            return step.org, 1
        begun = self.just_told(frame.kind, person, passage.coded.number)
        if begun is None and starts and frame.post == "own" and person is not None:
            begun = self._taken(frame, person)
        left = self.latest(old, ("end",)) if starts else None
        for said in (begun, left):
            if said is not None and said.org is not None:
                return said.org, 1
        for whose in (old,) if starts else (person, old):
            held = self.latest(whose, ("hold",), handed=starts) or self.latest(whose, ("start",))
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
        return frozenset(left.union(self._sources(passage)))

    def _sources(self, passage: Passage) -> Iterator[int]:
        """The organisations that anybody in a sentence is said to come from."""
        for trigger in passage.triggers:
            frame, at = trigger.frame, None
            if frame.kind == "start" and (frame.other == "from" or "other" in trigger.captured):
                at = passage.finder.other(trigger)
            elif frame.kind == "end" and frame.manner == "moved":
                at = trigger.captured.get("org")
            if at is not None:
                yield passage.coded.items[at].ref

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
            if draft.sentence == number and draft.kind == "held":
                continue
            if draft.sentence == number:
                return draft if draft.start < items[trigger.first].start else None
            past = self.published and draft.date and (self.published.earliest - draft.date.latest).days > _PAST
            return draft if past and draft.kind == "start" and number - draft.sentence <= JUST else None
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

    def _supplied(self, passage: Passage, at: int, left: frozenset[int] = frozenset()) -> tuple[int | None, int]:
        """The organisation that a sentence is about where the words of the claim name none.

        ``left``: none of these.
        """
        near = passage.finder.org_before(at, left)
        if near is None and not self.discourse.single and not self.discourse.paragraph_orgs:
            near = passage.finder.any_org_before(at, left)
        if near is not None:
            return self.discourse.org(passage.coded.items[near]), 1
        return self.discourse.topic(), 0

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
