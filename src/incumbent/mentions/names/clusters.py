"""Groups of candidates with one key, and clusters of groups that mean one entity."""

from __future__ import annotations

from incumbent.mentions.names.candidates import Candidate
from incumbent.mentions.names.votes import Votes


class Group:
    """All candidates of one key; ``kind`` is "" where the evidence does not carry a name."""

    __slots__ = ("candidates", "key", "kind", "owners", "shape", "shouted", "steady", "titled", "votes")

    def __init__(self, key: str, shape: Votes) -> None:
        self.key = key
        self.candidates: list[Candidate] = []
        self.shape = shape
        self.votes = Votes()
        self.shouted = True
        self.steady = False
        self.titled = False
        self.kind = ""
        self.owners: list[Cluster] = []


class Cluster:
    """An entity in the making: its fullest group and all the groups that are forms of it."""

    __slots__ = ("groups", "kind", "main")

    def __init__(self, main: Group) -> None:
        self.main = main
        self.kind = main.kind
        self.groups = [main]
