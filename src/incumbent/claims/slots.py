"""The post of a claim: named with it, beside it, or known from what was said before."""

from __future__ import annotations

from collections.abc import Sequence

from incumbent.claims.draft import Draft
from incumbent.claims.found import NO_OFFICE, NO_POST, Passage, PostSlot
from incumbent.claims.links import OWN
from incumbent.claims.organisations import OrgSlots
from incumbent.claims.triggers import Trigger
from incumbent.lexicon.patterns import POST

# How many items a free post may stand from the person who takes it up.
_SEAT_REACH = 14


class Slots(OrgSlots):
    """Fills posts and organisations, and remembers what was said of each person."""

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
            return [PostSlot.of(vacant)]
        begun = self.just_told(frame.kind, person, passage.coded.number)
        if begun is not None and begun.role is not None:
            return [PostSlot.of(begun)]
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
            return [PostSlot.of(self._opened(passage, trigger, whose)) if title is NO_POST else title]
        return [PostSlot.of(held)]

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
            return PostSlot.of(held)
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

    def _fronted(self, passage: Passage, trigger: Trigger, person: int) -> Draft | None:
        """The post that stands beside the name behind a participle: "Elected in 2020, the mayor of O, P, ..."."""
        held = self.latest(person, ("hold",)) if trigger.first <= 1 and trigger.frame.person == "object" else None
        behind = held is not None and held.start > passage.coded.items[trigger.last - 1].end
        return held if behind and held is not None and held.sentence == passage.coded.number else None
