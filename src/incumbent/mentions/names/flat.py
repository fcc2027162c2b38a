"""Names in headlines: where all words have capitals, only what the rest of the document names can be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from incumbent.mentions.names.candidates import Candidate, key_of
from incumbent.mentions.names.clusters import Cluster

_LONGEST = 8


def rescue(flat: list[Candidate], links: list[tuple[Candidate, Cluster]]) -> Iterator[tuple[Candidate, Cluster]]:
    """Candidates of headlines that were not taken whole, cut down to the forms known from the rest of the text."""
    taken = {id(candidate) for candidate, _ in links}
    known: dict[str, Cluster] = {}
    for candidate, cluster in links:
        known.setdefault(candidate.key, cluster)
    for candidate in flat:
        if id(candidate) not in taken:
            yield from _inside(candidate, known)


def _inside(candidate: Candidate, known: dict[str, Cluster]) -> Iterator[tuple[Candidate, Cluster]]:
    tokens = candidate.tokens
    i = candidate.first
    while i < candidate.last:
        for j in range(min(candidate.last, i + _LONGEST), i, -1):
            key = key_of(tokens, i, j)
            cluster = known.get(key)
            if cluster is not None and tokens[j - 1].text[0].isalnum():
                yield Candidate(tokens, i, j, honorific=i, flat=True, initial=False, label=True), cluster
                i = j - 1
                break
        i += 1
