"""Who takes part in what a trigger tells: whom it is about, who joins them, and whom they follow."""

from __future__ import annotations

from typing import NamedTuple

from incumbent.claims.descriptions import is_listed
from incumbent.claims.found import Passage
from incumbent.claims.slots import Slots
from incumbent.claims.triggers import Trigger


class Parties(NamedTuple):
    """The item and the entity of the person, the items joined to it, all the people in order, and the predecessor.

    ``replaced``: the predecessor is named by the words behind the trigger ("in her place").
    """

    person_at: int | None
    person: int | None
    beside: list[int]
    people: list[int]
    old_at: int | None
    old: int | None
    replaced: bool


def parties_of(passage: Passage, trigger: Trigger, slots: Slots) -> Parties:
    """The parties of a trigger."""
    frame, coded, finder = trigger.frame, passage.coded, passage.finder
    person_at = trigger.captured.get("new", trigger.captured.get("person"))
    person_at = finder.person(frame.person, trigger) if person_at is None else finder.owned(person_at)
    old_at = trigger.captured.get("old", finder.person(frame.old, trigger))
    replaced = finder.replaced(trigger) if old_at is None and frame.kind == "start" else None
    old_at = old_at if replaced is None else replaced
    person = slots.who(coded, person_at)
    if person is None and finder.opens(trigger):
        person = slots.discourse.person(coded, -1)
    old = None if old_at == person_at else slots.who(coded, old_at)
    if old is not None and old == person:
        old = slots.discourse.another(coded, old_at, person)
    beside = [] if person_at is None else [*finder.coordinated(person_at), *finder.companions(trigger)]
    joined = [slots.who(coded, i) for i in beside if not is_listed(coded, frame, i)]
    first = None if person_at is not None and is_listed(coded, frame, person_at) else person
    people = list(dict.fromkeys(p for p in (first, *joined) if p is not None))
    return Parties(person_at, person, beside, people, old_at, old, replaced is not None)
