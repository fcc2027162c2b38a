"""The post that a trigger names."""

from __future__ import annotations

from incumbent.claims.people import People
from incumbent.claims.triggers import Trigger
from incumbent.lexicon.patterns import PERSON, POST

_POST_REACH = 14
# How many plain words between an end and a post tell that the post is not the one that ends.
_OTHER_MATTERS = 2


class Offices(People):
    """Finds the posts that triggers name."""

    def post(self, trigger: Trigger) -> int | None:
        """The post named behind a trigger, unless it describes somebody else."""
        if "post" in trigger.captured:
            return self._past_title(trigger)
        items, words = self.items, self.words
        for i in range(trigger.first, trigger.last):
            if items[i].symbol == POST and i not in self.links.person_of and not self._is_recipient(trigger, i):
                return i
        i, limit = trigger.last, trigger.last + _POST_REACH
        while i < min(limit, len(items)):
            symbol = items[i].symbol
            if symbol == POST:
                free = i not in self.links.person_of or items[i - 1].symbol in words["as"] or self.opens_list(i)
                if self._is_beside_the_point(trigger, i):
                    return None
                if free and not (self._is_agent(i, trigger) or self._describes(trigger.last, i)):
                    return i
            elif symbol in words["conjunctions"] and self._leads_to_verb(i + 1):
                return None
            elif items[i - 1].symbol in words["as"]:
                pass
            elif (
                symbol == ","
                and trigger.frame.kind == "end"
                and any(items[j].symbol == PERSON for j in range(trigger.last, i))
            ):
                return None
            elif (symbol in words["relatives"] or i in self.asides) and items[i - 1].symbol == ",":
                closing = self._closing_comma(i)
                if closing is None:
                    return None
                limit += closing - i
                i = closing
            elif (
                symbol in words["boundaries"]
                or symbol in words["relatives"]
                or i in self.starts
                or symbol in words["subordinators"] - words["conjunctions"]
            ):
                return None
            i += 1
        return None

    def _is_beside_the_point(self, trigger: Trigger, post: int) -> bool:
        """Whether words of other matters part an end from a post: "quit to protest against the return of the chair"."""
        if trigger.frame.kind != "end" or self._word_before(post) in self.words["as"]:
            return False
        matters = 0
        for item in self.items[trigger.last : post]:
            matters = 0 if item.symbol == "," else matters + self._is_content(item.symbol)
        return matters >= _OTHER_MATTERS

    def opens_list(self, post: int) -> bool:
        """Whether a colon parts a post from the people who take it: "elected to the board: P, Q and R"."""
        holder = self.links.person_of.get(post, -1)
        return any(item.symbol == ":" for item in self.items[post:holder]) and len(self.coordinated(holder)) > 0

    def _is_recipient(self, trigger: Trigger, i: int) -> bool:
        """Whether the post that closes a trigger is another's: "offers her resignation to the mayor"."""
        return trigger.frame.kind == "end" and i == trigger.last - 1 and "post" not in trigger.captured

    def _leads_to_verb(self, i: int) -> bool:
        """Whether a plain word behind an "and" begins another clause: "takes office and reports to the chair"."""
        symbol = self.items[i].symbol if i < len(self.items) else ""
        return self._is_content(symbol)

    def _is_agent(self, i: int, trigger: Trigger) -> bool:
        """Whether the post at ``i`` stands for who acts or is told: "elected by the board", "wrote to the premier"."""
        before, words = self._word_before(i), self.words
        if trigger.frame.kind == "end" and (before in words["to"] - words["of"] or before in words["together"]):
            return True
        return any(item.symbol in self.words["by"] for item in self.items[max(0, i - 2) : i])

    def joined_posts(self, post: int) -> list[int]:
        """The posts joined to the one at ``post`` by "and", where nobody else holds them."""
        items, words = self.items, self.words
        found: list[int] = []
        i, joined = self._behind_its_org(post), False
        while i < len(items) and (
            items[i].symbol in words["conjunctions"]
            or items[i].symbol in words["determiners"]
            or (joined and items[i].symbol in words["as"])
            or (items[i].symbol == "," and items[i + 1 : i + 2] and items[i + 1].symbol == POST)
        ):
            joined = joined or items[i].symbol not in words["of"]
            named = joined and i + 1 < len(items) and items[i + 1].symbol == POST
            if named and self.links.person_of.get(i + 1, 0) <= i:
                found.append(i + 1)
                i = self._behind_its_org(i + 1)
            else:
                i += 1
        return found

    def _behind_its_org(self, post: int) -> int:
        """The item behind a post and the organisation right behind it: "chair of O and director of O"."""
        org = self.links.org_of.get(post, post)
        shared = any(item.symbol == POST for item in self.items[post + 1 : max(post + 1, org)])
        return post + 1 if shared else self.links.behind(post)
