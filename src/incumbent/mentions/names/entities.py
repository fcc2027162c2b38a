"""From candidates to entities: votes are summed over all mentions of a form, then short forms join full ones."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from incumbent.lexicon import name_bits as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.mentions.names.candidates import Candidate
from incumbent.mentions.names.clusters import Cluster, Group
from incumbent.mentions.names.context import by_context
from incumbent.mentions.names.employment import by_employment
from incumbent.mentions.names.flat import rescue
from incumbent.mentions.names.forms import acronym_behind, bare, core, org_forms, person_forms
from incumbent.mentions.names.records import gender_of, records
from incumbent.mentions.names.shape import by_shape
from incumbent.mentions.names.votes import Context
from incumbent.model import Entity, NameMention

_LITTLE = 0.8
_ENOUGH = 1.4
_STRONG = 3.5
_LOOK_BACK = 40
_SHORT_FORM = 2.0
_FULL_NAME = 4
_STRANGER = 0.8


def build(candidates: list[Candidate], context: Context) -> tuple[tuple[NameMention, ...], tuple[Entity, ...]]:
    """Type the candidates, join their forms and number the entities in the order of the text."""
    lex = context.lex
    groups = _grouped(candidates, context)
    _join(groups, lex)
    links = _linked(groups, lex)
    links.extend(rescue([c for c in candidates if c.flat], links))
    return records(links, lex)


def _grouped(candidates: list[Candidate], context: Context) -> list[Group]:
    groups: dict[str, Group] = {}
    lex = context.lex
    shouted = all(c.flat for c in candidates)
    for candidate in candidates:
        group = groups.get(candidate.key)
        if group is None:
            group = groups[candidate.key] = Group(candidate.key, by_shape(candidate, context))
        group.candidates.append(candidate)
        votes = by_context(candidate, context)
        if group.shape.org - group.shape.person < _STRONG:
            by_employment(candidate, context, votes)
        group.votes.add(votes)
        group.shouted = group.shouted and candidate.flat and all(map(str.isupper, candidate.words))
        group.steady = group.steady or not (
            candidate.initial or candidate.label or candidate.flat or candidate.doubtful
        )
        group.titled = group.titled or candidate.honorific < candidate.first
    parts = {word for key in groups if " " in key for word in key.split(" ")}
    for group in groups.values():
        group.votes.add(group.shape)
        group.votes.person += _by_surname(group, groups, lex)
        if group.steady and group.votes.person > group.votes.org and _is_stranger(group, parts, lex):
            group.votes.org += _STRANGER
        group.kind = _kind(group, shouted, lex)
    return list(groups.values())


def _is_stranger(group: Group, parts: set[str], lex: NameLexicon) -> bool:
    """Whether it is one word on no list and without a title, and no part of a longer name of the document."""
    key = group.key
    return not (group.titled or group.shouted or " " in key or key in parts or lex.of(key))


def _by_surname(group: Group, groups: dict[str, Group], lex: NameLexicon) -> float:
    """A person of several words is met again under the last of them, an organisation under the first."""
    short = groups.get(group.key[group.key.rfind(" ") + 1 :])
    if (
        short is None
        or short is group
        or _has_article(short.candidates[0], lex)
        or not 2 <= group.key.count(" ") + 1 <= _FULL_NAME
    ):
        return 0.0
    if group.shape.org >= _STRONG or group.shape.place >= _STRONG:
        return 0.0
    return _STRONG if short.titled else _SHORT_FORM


def _has_article(candidate: Candidate, lex: NameLexicon) -> bool:
    i = candidate.honorific - 1
    return i >= 0 and bool(lex.of(candidate.tokens[i].lower) & lx.ARTICLE)


def _kind(group: Group, shouted: bool, lex: NameLexicon) -> str:
    words = group.key.count(" ") + 1
    kind = group.votes.kind(words > 1)
    if group.steady or group.titled:
        return kind
    common = kind == "org" and words == 1 and group.key.endswith(lex.common_endings)
    if common or (not shouted and (group.candidates[0].doubtful or all(c.flat for c in group.candidates))):
        needed = _STRONG
    else:
        needed = (_LITTLE if shouted else _ENOUGH) if words == 1 or all(c.label for c in group.candidates) else 0.0
    return kind if group.votes.best >= needed else ""


def _join(groups: list[Group], lex: NameLexicon) -> None:
    """Give each group its ``owners``: a cluster of its own, or those of the full names that it is a form of."""
    index: dict[str, list[Cluster]] = {}
    ranked = sorted(groups, key=lambda g: (g.shouted, -_fullness(g, lex), g.candidates[0].start))
    for group in ranked:
        owners = _owners(group, index, lex)
        if owners:
            group.owners = owners
            for owner in owners:
                owner.groups.append(group)
            continue
        if not group.kind:
            continue
        cluster = Cluster(group)
        group.owners = [cluster]
        for form in _forms(group, lex):
            index.setdefault(form, []).append(cluster)


def _fullness(group: Group, lex: NameLexicon) -> int:
    words = group.key.split(" ")
    if group.kind == "person":
        return 10 * len(core(group.candidates[0].words, lex)) + len(words)
    return 10 * len(words)


def _forms(group: Group, lex: NameLexicon) -> set[str]:
    words = group.candidates[0].words
    if group.kind == "person":
        return person_forms(words, lex) | {group.key}
    if group.kind == "org":
        forms = org_forms(words, group.key, lex)
        forms.update(a for c in group.candidates if (a := acronym_behind(c)))
        return forms
    return {group.key}


def _owners(group: Group, index: dict[str, list[Cluster]], lex: NameLexicon) -> list[Cluster]:
    found = index.get(group.key, [])
    if not found and group.kind == "person":
        found = index.get(" ".join(core(group.candidates[0].words, lex)), [])
    if not found and group.kind == "org":
        found = index.get(bare(group.key, lex), [])
    if not found:
        return []
    single = " " not in group.key
    persons = [c for c in found if c.kind == "person"]
    orgs = [c for c in found if c.kind != "person"]
    if persons and orgs:
        return persons if group.votes.person >= group.votes.org else orgs
    if persons and group.kind in ("org", "place"):
        weight = group.votes.org if group.kind == "org" else group.votes.place
        return persons if single and weight < _STRONG + group.votes.person else []
    if orgs and group.kind == "person":
        return orgs if group.votes.person < _STRONG and not group.titled else []
    if orgs and group.kind == "place" and group.shape.place:
        return []
    return found


def _linked(groups: list[Group], lex: NameLexicon) -> list[tuple[Candidate, Cluster]]:
    """Each candidate with its cluster: of several owners the one whose name was met last before it."""
    links: list[tuple[Candidate, Cluster]] = []
    for group in groups:
        if len(group.owners) == 1:
            links.extend((c, group.owners[0]) for c in group.candidates)
        elif group.owners:
            met = sorted(
                ((c.start, gender_of(owner, lex), owner) for owner in group.owners for c in owner.main.candidates),
                key=itemgetter(0),
            )
            starts = [start for start, _, _ in met]
            links.extend((c, _nearest(c, starts, met)) for c in group.candidates)
    return links


def _nearest(candidate: Candidate, starts: list[int], met: list[tuple[int, str, Cluster]]) -> Cluster:
    """The owner met last before the candidate, else first behind it, whose gender is not another."""
    here = bisect_right(starts, candidate.start)
    for _, gender, owner in (*met[max(0, here - _LOOK_BACK) : here][::-1], *met[here : here + _LOOK_BACK]):
        if not candidate.gender or gender in ("", candidate.gender):
            return owner
    return met[max(0, here - 1)][2]
