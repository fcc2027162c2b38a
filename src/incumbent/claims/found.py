"""What was found in one sentence, and what fills the slot of a post."""

from __future__ import annotations

from typing import NamedTuple

from incumbent.claims.arguments import Finder
from incumbent.claims.draft import Draft
from incumbent.claims.encode import Coded
from incumbent.claims.links import Links
from incumbent.claims.triggers import Trigger

# A member of staff holds no office.
NO_OFFICE = frozenset({"researcher"})


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

    @classmethod
    def of(cls, said: Draft | None) -> PostSlot:
        """The post that something said before supplies, none where nothing was said."""
        return NO_POST if said is None else cls(None, said.role, said.post, inferred=True)


NO_POST = PostSlot(None, None, None)
