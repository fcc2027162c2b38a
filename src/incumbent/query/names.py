"""From the name that somebody types to the persons or organisations of the record."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from incumbent.errors import UsageError
from incumbent.resolve import ORG, PERSON, Clusters, Naming, bearers, cluster, fold_name
from incumbent.store.contract import View

_MOST_CANDIDATES = 40
_MOST_SHOWN = 8
_WORDS = {PERSON: "person", ORG: "organisation"}


def gather(view: View, kind: str, keys: Iterable[str]) -> list[Naming]:
    """All namings that may be one with those of ``keys``: theirs, and on along unambiguous other forms."""
    found: dict[tuple[str, str], Naming] = {}
    done: set[str] = set()
    frontier = set(keys)
    while frontier:
        done |= frontier
        own = view.namings(kind, keys=frontier)
        forms = frontier | {form for naming in own for form in naming.links}
        named_so = view.namings(kind, forms=forms)
        found |= {(naming.document, naming.name): naming for naming in (*own, *named_so)}
        links = bearers(found.values())
        # A form that stands for two ties nothing, so there is no need to look behind it.
        ties = [(form, next(iter(keys))) for (_, form), keys in links.items() if len(keys) == 1 and form in forms]
        reached = {key for form, key in ties if form in done or key in done}
        reached |= {form for form, key in ties if key in done}
        frontier = reached - done
    return list(found.values())


def clusters_of(view: View, persons: Iterable[str], orgs: Iterable[str]) -> Clusters:
    """Who is whom among the persons and organisations of these keys."""
    return cluster([*gather(view, PERSON, persons), *gather(view, ORG, orgs)])


def find(view: View, kind: str, text: str) -> frozenset[str]:
    """The keys of the person or organisation that a name stands for; none where nothing fits.

    By the name itself, folded; else by an alias; else by a part that only one has. Raises UsageError
    naming the candidates where several fit.
    """
    folded = fold_name(kind, text)
    if not folded:
        raise UsageError(f"an empty name is no {_WORDS[kind]}: give a name")
    exact = view.namings(kind, keys=[folded])
    if exact:
        return _one(view, kind, text, {folded})
    called = view.namings(kind, forms=[folded])
    # One whom a document knows by this word alone stands behind those whose full name is told.
    full = {naming.key for naming in called if "@" not in naming.key}
    if full:
        return _one(view, kind, text, full)
    if called:
        return frozenset(naming.key for naming in called)
    return _one(view, kind, text, {naming.key for naming in _partly(view, kind, folded)})


def _partly(view: View, kind: str, folded: str) -> list[Naming]:
    """Those whose name has all the words; of whole words first."""
    words = folded.split()
    longest = max(words, key=len)
    near = view.names_like(kind, longest, limit=_MOST_CANDIDATES)
    whole = [naming for naming in near if set(words) <= set(naming.key.partition("@")[0].split())]
    return whole or [naming for naming in near if folded in naming.key.partition("@")[0]]


def _one(view: View, kind: str, text: str, keys: set[str]) -> frozenset[str]:
    if not keys:
        return frozenset()
    found = cluster(gather(view, kind, keys))
    roots = sorted({found.root(kind, key) for key in keys})
    if len(roots) > 1:
        shown = sorted({found.label(kind, root) for root in roots})
        more = f" and {len(shown) - _MOST_SHOWN} more" if len(shown) > _MOST_SHOWN else ""
        listed = ", ".join(shown[:_MOST_SHOWN])
        raise UsageError(f"{text!r} fits more than one {_WORDS[kind]}: {listed}{more}; give the full name")
    return found.members(kind, roots[0])


def suggest(view: View, kind: str, text: str) -> list[str]:
    """Names of the record that look like ``text``, the likest first."""
    folded = fold_name(kind, text)
    near: dict[str, str] = {}
    for word in folded.split():
        # Somebody mistypes the end of a word more often than its beginning.
        for naming in view.names_like(kind, word[:3], limit=_MOST_CANDIDATES * 5):
            near.setdefault(naming.key.partition("@")[0], naming.name)
    ranked = difflib.get_close_matches(folded, near, n=5, cutoff=0.6)
    return [near[key] for key in ranked]
