"""Who is whom across documents: by exact folded name, and by the aliases that documents spell out.

Names that look alike are not merged beyond that. A surname alone stays with its document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from incumbent.model import Reading
from incumbent.resolve.fold import ORG, PERSON, fold_name, is_full


class Naming(NamedTuple):
    """One name of a person or an organisation in one document.

    ``key`` is what the name is compared by, ``forms`` the folded other forms that the document uses
    for it.
    """

    kind: str
    document: str
    name: str
    key: str
    forms: tuple[str, ...] = ()

    @property
    def links(self) -> tuple[str, ...]:
        """The forms that may tie this name to the same one in other documents."""
        return tuple(form for form in self.forms if form != self.key and is_full(self.kind, form))


def name_key(kind: str, name: str, document: str) -> str:
    """What a name is compared by across documents: folded, and tied to its document where it is a surname alone."""
    folded = fold_name(kind, name)
    return folded if is_full(kind, folded) else f"{folded}@{document}"


def namings(reading: Reading, document: str) -> tuple[Naming, ...]:
    """The persons and organisations that a reading's claims and facts name, each with the document's aliases for it."""
    names = {(PERSON, claim.person) for claim in reading.claims} | {(PERSON, fact.person) for fact in reading.facts}
    names |= {(ORG, claim.org) for claim in reading.claims}
    aliases = dict(reading.aliases)
    found = []
    for kind, name in sorted(names):
        key = name_key(kind, name, document)
        folded = {fold_name(kind, form) for form in (name, *aliases.get(name, ()))}
        found.append(Naming(kind, document, name, key, tuple(sorted(folded - {key}))))
    return tuple(found)


class Clusters:
    """Which names are one person or one organisation. Made by ``cluster``."""

    def __init__(self, roots: dict[tuple[str, str], str], labels: dict[tuple[str, str], str]) -> None:
        self._roots = roots
        self._labels = labels

    def root(self, kind: str, key: str) -> str:
        """The cluster of a key: the key itself where nothing ties it to others."""
        return self._roots.get((kind, key), key)

    def find(self, kind: str, name: str, document: str) -> str:
        """The cluster of a name that stands in a document."""
        return self.root(kind, name_key(kind, name, document))

    def label(self, kind: str, root: str) -> str:
        """The name to show for a cluster: the one that most documents use, then the longest."""
        return self._labels.get((kind, root), root)

    def members(self, kind: str, root: str) -> frozenset[str]:
        """The keys of a cluster."""
        return frozenset(key for (of, key), to in self._roots.items() if of == kind and to == root) or frozenset({root})


def bearers(found: Iterable[Naming]) -> dict[tuple[str, str], frozenset[str]]:
    """For each kind and form that may link: the keys of those whom documents call so."""
    result: dict[tuple[str, str], set[str]] = defaultdict(set)
    for naming in found:
        for form in naming.links:
            result[naming.kind, form].add(naming.key)
    return {form: frozenset(keys) for form, keys in result.items()}


def cluster(found: Iterable[Naming]) -> Clusters:
    """Tie names together: same key, or a form that documents use for one key only.

    A form that stands for two ("Northwind" for both a bank and an airline) ties nothing. The result
    does not depend on the order.
    """
    everything = tuple(found)
    parents: dict[tuple[str, str], str] = {(naming.kind, naming.key): naming.key for naming in everything}

    def root(kind: str, key: str) -> str:
        while (parent := parents.setdefault((kind, key), key)) != key:
            key = parent
        return key

    for (kind, form), keys in sorted(bearers(everything).items()):
        if len(keys) == 1:
            first, second = root(kind, form), root(kind, min(keys))
            # The key that may be met in any document leads, so that a cluster's id says most.
            low, high = sorted((first, second), key=lambda key: ("@" in key, key))
            parents[kind, high] = low
    roots = {(kind, key): root(kind, key) for kind, key in list(parents)}
    return Clusters(roots, _labels(everything, roots))


def _labels(everything: tuple[Naming, ...], roots: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    uses: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for naming in everything:
        uses[naming.kind, roots[naming.kind, naming.key]][naming.name].add(naming.document)
    return {key: min(names, key=lambda name: (-len(names[name]), -len(name), name)) for key, names in uses.items()}
