"""What the posts that stand beside names tell: who holds which, who held it, who is new in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incumbent.claims.draft import Draft
from incumbent.claims.drafter import NOW, Drafter
from incumbent.claims.encode import Coded, Item
from incumbent.claims.found import NO_OFFICE, Passage, PostSlot
from incumbent.claims.parallels import further_pairs
from incumbent.lexicon.patterns import DATE, POST
from incumbent.lexicon.triggers import Frame
from incumbent.model import CHANGES

# A rank or a title alone ("Colonel", "Judge", "Senator") does not say where.
_RANKS = frozenset({"commander", "legislator"})
# How many items may stand behind a post that ends its sentence.
_TAIL = 3
# How many items "former" or "was" may stand before a post.
_BEFORE = 3


class Descriptions:
    """Reads the posts beside names."""

    def __init__(self, drafter: Drafter) -> None:
        self.drafter = drafter
        self.mentions = drafter.mentions
        self.discourse = drafter.discourse
        self.words = drafter.words
        self.slots = drafter.slots
        self.workplaces = drafter.workplaces

    def read(self, passage: Passage) -> Iterator[Draft]:
        """hold and held: the posts that stand beside names."""
        items = passage.coded.items
        for post, person in passage.links.person_of.items():
            mention = self.mentions.posts[items[post].ref]
            entity = self.discourse.person(passage.coded, person)
            sharing = passage.finder.coordinated(person) if mention.plural else []
            if entity is None or (mention.plural and not sharing) or mention.role in NO_OFFICE:
                continue
            former = mention.former or self._is_former(passage, post)
            org, explicit = self.slots.org_of_post(passage, post)
            if mention.role in _RANKS and not explicit:
                continue
            kind = self._kind(passage, post, former)
            if kind is None:
                continue
            for one in (entity, *(items[i].ref for i in sharing)):
                draft = self.drafter.draft(passage, kind, one, org, (post, post + 1), explicit + 1)
                draft.status = "planned" if mention.future else "actual"
                draft.manner = "moved" if kind == "end" else None
                draft.role, draft.present = mention.role, self._is_of_today(passage, post)
                draft.org, _ = self.workplaces.choose(passage, draft, post)
                self.drafter.set_post(draft, passage, PostSlot(post, None, None))
                self.drafter.set_date(draft, self.drafter.dating(passage, kind, (post, post + 1)))
                yield draft

    def _is_former(self, passage: Passage, post: int) -> bool:
        """Whether "former" or "was" stands before a post; not in "has said, the president P"."""
        items, words = passage.coded.items, self.words
        at = post - 1
        while at >= 0 and post - at <= _BEFORE and items[at].symbol not in words["former"]:
            if items[at].symbol in words["past_auxiliaries"]:
                return items[at + 1].symbol not in words["reporting"]
            at -= 1
        return at >= 0 and post - at <= _BEFORE

    def _is_of_today(self, passage: Passage, post: int) -> bool:
        """Whether a post behind a comma is said to be what its person does by now: "P, now head of O"."""
        items, words = passage.coded.items, self.words
        at = post - 1
        while at > 0 and items[at].symbol in words["determiners"]:
            at -= 1
        now = at > 0 and (items[at].symbol in words["current"] or items[at].symbol == DATE)
        return now and items[at - 1].symbol == "," and passage.links.org_of.get(post, -1) >= 0

    def _kind(self, passage: Passage, post: int, former: bool) -> str | None:
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
        if any(self.drafter.is_until_now(items, i) for i in range(max(0, post - NOW), post)):
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
        return told[-1].frame.kind if told and is_listed(passage.coded, told[-1].frame, person) else None

    def _opens_line(self, items: Sequence[Item], post: int) -> bool:
        """Whether a post of government begins a line of a list of its members: "Health: P", "9.30 - Health: P"."""
        role = self.mentions.posts[items[post].ref].role
        opens = not post or not items[post - 1].symbol[0].isalnum()
        return opens and role in self.words.country_roles

    def _appoints(self, passage: Passage, post: int) -> bool:
        """Whether a post beside a name is a new one: its sentence or heading tells of appointments, and no verb."""
        person = passage.links.person_of[post]
        told = any(t.frame.kind == "start" or (t.frame.kind and t.first < person) for t in passage.triggers)
        if not self.discourse.appointing or told:
            return False
        last = max(post, passage.links.org_of.get(post, post), person)
        return self.discourse.announces or len(passage.coded.items) - last <= _TAIL


def is_listed(coded: Coded, frame: Frame, person: int) -> bool:
    """Whether somebody of whom a change is said has the post in brackets behind the name."""
    behind = [item.symbol for item in coded.items[person + 1 : person + 4]]
    bracketed = len(behind) > 2 and behind[:2] == ["(", POST] and behind[2] in (")", ",")
    return bracketed and frame.person == "right" and frame.kind in ("start", "end")
