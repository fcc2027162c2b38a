"""Claims of all documents fused to tenures, by the rules of the record (``docs/design.md``)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from incumbent.model import PartialDate, Sourced, Tenure
from incumbent.resolve import ORG, PERSON, Clusters
from incumbent.tenures.dates import compatible
from incumbent.tenures.marks import Mark, denied_plans, marks_of
from incumbent.tenures.posts import post_groups
from incumbent.tenures.status import Clock, status_on
from incumbent.tenures.terms import Case, tenure_of
from incumbent.tenures.timeline import Term, terms_of

# Two reports of one undated event lie no further apart.
_SAME_NEWS = dt.timedelta(days=31)
_ASSERTS = frozenset({"actual", "planned"})


class _Post(NamedTuple):
    """A post of one person at one organisation: its claims, and those that name no post but bear on it."""

    own: list[Sourced]
    loose: list[Sourced]


def derive(claims: Iterable[Sourced], clusters: Clusters, clock: Clock) -> tuple[Tenure, ...]:
    """The tenures that the claims show, with their status on ``clock.on``.

    All claims of a person at an organisation must be among ``claims`` for that pair's tenures to be
    right. The result does not depend on their order; it is sorted by organisation, person and time.
    """
    pairs: dict[tuple[str, str], dict[str, Sourced]] = defaultdict(dict)
    for sourced in claims:
        person = clusters.find(PERSON, sourced.claim.person, sourced.document)
        org = clusters.find(ORG, sourced.claim.org, sourced.document)
        pairs[org, person][sourced.id] = sourced
    result: list[Tenure] = []
    for (org, person), members in sorted(pairs.items()):
        names = clusters.label(PERSON, person), clusters.label(ORG, org)
        result += _tenures(names, [members[id_] for id_ in sorted(members)], clock)
    return tuple(result)


def _tenures(names: tuple[str, str], claims: Sequence[Sourced], clock: Clock) -> list[Tenure]:
    cases: list[tuple[str | None, Case]] = []
    stray: list[Sourced] = []
    for key, post in _posts(claims):
        for interim, part in _by_interim(post):
            terms, beside = _terms(part, claims)
            case = Case(names, interim, tuple(part.own), terms)
            stray += _put_beside(beside, [case])
            cases.append((key, case))
    _put_beside(stray, [case for _, case in cases])
    derived = [(key, tenure) for key, case in cases for tenure in (tenure_of(case, term) for term in case.terms)]
    tenures = _end_interims(derived)
    return sorted((replace(tenure, status=status_on(tenure, clock)) for tenure in tenures), key=_order)


def _order(tenure: Tenure) -> tuple[object, ...]:
    first = tenure.start.earliest if tenure.start else tenure.began_by or tenure.ended_by
    return (first is None, first or dt.date.max, tenure.post or "", tenure.interim, tenure.evidence)


def _posts(claims: Sequence[Sourced]) -> list[tuple[str | None, _Post]]:
    """The claims by post. Those without a post go to every post as loose, and to themselves where they open one."""
    groups = post_groups(claims)
    posts: dict[str, _Post] = defaultdict(lambda: _Post([], []))
    bare: list[Sourced] = []
    for sourced in claims:
        key = groups[sourced.id] or _same_start(sourced, claims, groups)
        if key is None:
            bare.append(sourced)
        else:
            posts[key].own.append(sourced)
    for post in posts.values():
        post.loose.extend(bare)
    result: list[tuple[str | None, _Post]] = sorted(posts.items())
    sure = [post for _, post in result if any(sourced.claim.status in _ASSERTS for sourced in post.own)]
    joined = any(sourced.claim.kind == "start" and sourced.claim.status in _ASSERTS for sourced in bare)
    unplaced = bare if joined or not sure else _unplaced(bare, sure)
    if unplaced:
        result.append((None, _Post(list(unplaced), [])))
    return result


def _unplaced(bare: Sequence[Sourced], posts: Sequence[_Post]) -> list[Sourced]:
    """The claims without a post that bear on none of the posts, in any term of them."""
    used = {
        mark.claim.id
        for post in posts
        for _, part in _by_interim(post)
        for term in _terms(part, [*part.own, *part.loose])[0]
        for mark in term.marks()
    }
    return [sourced for sourced in bare if sourced.id not in used and sourced.claim.status in _ASSERTS]


def _same_start(bare: Sourced, claims: Sequence[Sourced], groups: dict[str, str | None]) -> str | None:
    """The post whose beginning a claim without a post tells ("joined in May"), where another claim names the post.

    One of the same day goes before one that is only told about the same time, and an interim before none.
    """
    if not _begins(bare):
        return None
    told = [(_likeness(bare, other), groups[other.id]) for other in claims if groups[other.id] and _begins(other)]
    alike, post = max(told, key=lambda pair: pair[0], default=(0, None))
    return post if alike else None


def _begins(sourced: Sourced) -> bool:
    """Whether a claim tells of a beginning: a start, or an interim holding with its first day."""
    claim = sourced.claim
    since = claim.kind in ("hold", "held") and claim.interim and claim.date is not None
    return claim.status in _ASSERTS and (claim.kind == "start" or since)


def _likeness(bare: Sourced, other: Sourced) -> int:
    """How much speaks for two beginnings being one; 0 where they are two."""
    one, two = bare.claim.date, other.claim.date
    if one and two:
        near = 2 if compatible(one, two) else 0
    else:
        near = 1 if abs(bare.known - other.known) <= _SAME_NEWS else 0
    return near and 2 * near + (bare.claim.interim == other.claim.interim)


def _by_interim(post: _Post) -> list[tuple[bool, _Post]]:
    """The post held for good and held for the time being, apart.

    Where all that is known of the permanent holding is that it ended, the end is that of the interim.
    Rumours part nothing.
    """
    permanent = [sourced for sourced in post.own if not sourced.claim.interim]
    interim = [sourced for sourced in post.own if sourced.claim.interim]
    if not any(s.claim.status in _ASSERTS for s in interim):
        permanent, interim = post.own, []
    elif not any(s.claim.kind != "end" and s.claim.status in _ASSERTS for s in permanent):
        permanent, interim = [], post.own
    return [(flag, _Post(own, post.loose)) for flag, own in ((False, permanent), (True, interim)) if own]


def _terms(post: _Post, claims: Sequence[Sourced]) -> tuple[list[Term], list[Sourced]]:
    """The terms of a post, and the rumours, denials and denied plans that stand beside them."""
    mine = [*post.own, *post.loose]
    denied = denied_plans(mine)
    marks: list[Mark] = []
    beside: list[Sourced] = []
    loose = {sourced.id for sourced in post.loose}
    for sourced in mine:
        if sourced.claim.status in _ASSERTS and sourced.id not in denied:
            found = marks_of(sourced, loose=sourced.id in loose)
            # Who joined without a post named is no holder of this one.
            marks += [mark for mark in found if not (mark.loose and mark.kind == "start")]
        else:
            beside.append(sourced)
    return terms_of(marks), beside


def _put_beside(beside: Sequence[Sourced], cases: Sequence[Case]) -> list[Sourced]:
    """Put rumours and denials beside the term that ran when they were told, else the nearest; give back the rest."""
    left = []
    for sourced in beside:
        terms = [(case, term) for case in cases for term in case.terms]
        if not terms:
            left.append(sourced)
            continue
        running = [pair for pair in terms if pair[1].runs_on(sourced.known)]
        case, term = running[-1] if running else min(terms, key=lambda pair: _gap(pair[1], sourced.known))
        case.beside.setdefault(id(term), {})[sourced.id] = sourced
    return left


def _gap(term: Term, day: dt.date) -> int:
    ends = [abs((edge - day).days) for edge in (term.opened, term.closed) if edge is not None]
    return min(ends, default=0)


def _end_interims(derived: Sequence[tuple[str | None, Tenure]]) -> list[Tenure]:
    """An interim holding ends, at the latest, when the same person gets the post for good."""
    result = []
    for key, tenure in derived:
        later = [
            other
            for other_key, other in derived
            if tenure.interim and tenure.ended_by is None and other_key == key and not other.interim
            and not other.planned and other.start and _after(other.start, tenure)
        ]  # fmt: skip
        if later:
            first = min(later, key=_order)
            tenure = replace(
                tenure,
                end=first.start,
                ended_by=first.began_by,
                evidence=(*tenure.evidence, *(id_ for id_ in first.evidence[:1] if id_ not in tenure.evidence)),
            )
        result.append(tenure)
    return result


def _after(start: PartialDate, tenure: Tenure) -> bool:
    return tenure.began_by is None or start.latest >= tenure.began_by
