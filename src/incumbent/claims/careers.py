"""What a new post says of the old one: a move ends the post held before, within an organisation or between two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from incumbent.claims.draft import FIRM, Draft
from incumbent.model import PartialDate

# Posts that fill a person's days: nobody holds two of them. A seat on a board or a chair goes with another post.
_FULL_TIME = frozenset({
    "ceo", "cfo", "coo", "cto", "cpo", "cmo", "cio", "ciso", "clo", "chro", "cro", "chief_scientist", "cxo", "md", "vp",
    "head", "secretary_general", "head_of_government", "minister", "deputy_minister", "governor", "ambassador",
    "commander", "agency_head", "academic_head", "editor", "coach", "sporting_director", "spokesperson",
    "artistic_director", "judge",
})  # fmt: skip
# Posts given up only where the person goes to work for somebody else.
_LEFT_BEHIND = frozenset({"partner"})
_RECENT = 400
# The last sentence that tells the news: what is not dated there is new.
_NEWS = 1
# How many sentences may lie between two steps of a career, and what goes beside a step.
_STEPS = 2
_SEATS = frozenset({"board_member", "chair", "founder", "vice_chair", "advisor"})


def end_old_posts(claims: list[Draft], published: PartialDate | None) -> None:
    """Turn a post still held into an end where the same person starts in another full-time post."""
    for start in [c for c in claims if _is_move(c, published)]:
        for claim in claims:
            if claim.person != start.person or claim.org is None or claim.interim:
                continue
            if claim.kind == "end" and claim.manner == "moved" and claim.other is None and claim.org != start.org:
                claim.other, start.other = start.org, start.other or claim.org
            if claim.kind not in ("hold", "held"):
                continue
            if claim.org == start.org and start.role in (None, claim.role):
                continue
            if not _is_left(claim, start):
                continue
            if claim.kind == "held" and not _just_ended(claim, start, published):
                continue
            _end(claim, start)


def _is_left(claim: Draft, start: Draft) -> bool:
    """Whether a post does not go with the new one: both are full-time, or it is a partner's elsewhere, a deputy's here.

    Where both have no code of their own ("Archdeacon of A, to be Bishop of B") the text has to name both places.
    """
    beside = claim.sentence == start.sentence and claim.start < start.start
    if start.role == "other":
        named = min(claim.explicit, start.explicit) >= FIRM and start.org != claim.org
        return beside and named and claim.role in _FULL_TIME | {"other"}
    if claim.role in _FULL_TIME or (claim.org != start.org and claim.role in _LEFT_BEHIND):
        return True
    near = claim.sentence == start.sentence and claim.org == start.org
    return near and claim.role == "other" and start.role is not None


def last_steps(claims: list[Draft], published: PartialDate | None) -> list[Draft]:
    """The ends that the moves of a career tell, where nothing else does: "joined A in 1998 and moved to B in 2004"."""
    ended = {(claim.person, claim.org) for claim in claims if claim.kind == "end"}
    steps = sorted(
        (c for c in claims if c.kind == "start" and c.status == "actual" and c.org is not None), key=lambda c: c.start
    )
    told: list[Draft] = []
    for i, start in enumerate(steps):
        last = next((step for step in reversed(steps[:i]) if step.person == start.person), None)
        if last is not None and (last.person, last.org) not in ended and _leads_to(last, start, published):
            start.other = last.org
            end = replace(last, kind="end", manner="moved", date=start.date, old=None, other=start.org, told=False)
            end.sentence, end.start, end.end, end.inferred, end.spans = start.sentence, start.start, start.end, True, {}
            told.append(end)
    return told


def _leads_to(last: Draft, start: Draft, published: PartialDate | None) -> bool:
    """Whether a start is a move from the step of a career before it: told close by, later, not beside a seat."""
    if not start.moves or start.other is not None:
        return False
    past = bool(start.date and published and (published.earliest - start.date.latest).days > _RECENT)
    if last.date is None and past and last.sentence <= _NEWS:
        return False
    later = last.date is None or start.date is None or last.date.before(start.date)
    near = start.sentence - last.sentence <= _STEPS
    return near and later and last.end_date is None and last.org != start.org and last.role not in _SEATS


def left_steps(claims: list[Draft], published: PartialDate | None) -> list[Draft]:
    """The ends of the last steps of careers that new posts at the same organisation go on from."""
    left: list[Draft] = []
    for start in [c for c in claims if _is_move(c, published) and c.role is not None]:
        now = start.date or published
        seats = [c for c in claims if c.person == start.person and c.org == start.org and c is not start]
        steps = [c for c in seats if c.kind == "start" and c.status == "actual" and c.date and now]
        last = max(steps, key=lambda c: c.date.latest if c.date else date.min, default=None)
        if last is None or last.role not in _FULL_TIME or last.role == start.role or last.interim:
            continue
        gone = any(c.kind in ("end", "hold") and c.role in (None, last.role) for c in seats)
        if not gone and last.date and now and (now.earliest - last.date.latest).days > _RECENT:
            ended = replace(last, kind="end", manner="moved", status=start.status, date=start.date)
            left.append(replace(ended, old=None, other=None, told=False, spans={}))
    return left


def settle_deaths(claims: list[Draft]) -> list[Draft]:
    """A death ends the posts that the dead person held, and says nothing of a post where none is known."""
    kept: list[Draft] = []
    for claim in claims:
        if claim.manner != "died" or claim.role is not None:
            kept.append(claim)
            continue
        for other in claims:
            if other.person == claim.person and (other.kind == "hold" or _until_death(other, claim)):
                other.kind, other.manner, other.status = "end", "died", claim.status
                other.date, other.old = claim.date, claim.old
                break
        else:
            heirs = [c for c in claims if c.kind == "start" and c.sentence == claim.sentence and c.org == claim.org]
            if len(heirs) == 1 and heirs[0].person != claim.person and claim.org is not None:
                claim.role, claim.post, claim.old = heirs[0].role, heirs[0].post, heirs[0].person
                heirs[0].old = heirs[0].old or claim.person
                kept.append(claim)
    return kept


def _until_death(held: Draft, death: Draft) -> bool:
    """Whether a post told after a death was held to the end: "he had chaired Acme since 2003"."""
    return held.kind == "held" and held.start > death.start and held.date is not None and held.end_date is None


def kept_posts(claims: list[Draft]) -> list[Draft]:
    """What a denied end leaves as it was: the post that the person goes on holding."""
    kept: list[Draft] = []
    for claim in claims:
        if claim.kind != "end" or claim.status != "denied" or claim.role is None or claim.org is None:
            continue
        told = any(c.person == claim.person and c.org == claim.org and c is not claim for c in claims)
        if not told:
            held = replace(claim, kind="hold", status="actual", manner=None, date=None)
            kept.append(replace(held, old=None, other=None, source=None))
    return kept


def _is_move(claim: Draft, published: PartialDate | None) -> bool:
    recent = not (claim.date and published) or (published.earliest - claim.date.latest).days <= _RECENT
    return (
        claim.kind == "start" and claim.status in ("actual", "planned") and not claim.interim and recent
        and (claim.role in _FULL_TIME | {"other"} or (claim.role is None and claim.manner != "elected"))
        and claim.manner not in ("founded", "reinstated")
    )  # fmt: skip


def _just_ended(held: Draft, start: Draft, published: PartialDate | None) -> bool:
    """Whether a post held before was held until the new one: it ended within about a year of it, or is told so."""
    if held.lasting and held.end_date is None:
        return True
    until, begun = held.end_date, start.date or published
    return bool(until and begun and 0 <= (begun.latest - until.earliest).days <= _RECENT)


def _end(claim: Draft, start: Draft) -> None:
    was = claim.kind
    claim.kind, claim.manner, claim.status = "end", "moved", start.status
    if was == "held":
        claim.date, claim.status = claim.end_date, "actual"
    else:
        claim.date = start.date if claim.org == start.org else None
    claim.end_date = None
    if claim.org != start.org:
        claim.other, start.other = start.org, start.other or claim.org
