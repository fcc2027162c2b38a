"""What all sentences of a document say, put together: one claim for one change, both sides of a succession."""

from __future__ import annotations

from collections.abc import Iterable

from incumbent.claims.careers import end_old_posts, kept_posts, last_steps, left_steps, settle_deaths
from incumbent.claims.draft import FIRM, Draft, same_role
from incumbent.claims.sides import lend
from incumbent.model import CHANGES, PartialDate

# Days between two dates of one event: of its decision and its effect in one sentence, of two reports of it.
_DECIDED, _TOLD = 2000, 32
# Likewise of two starts, where neither lies ahead.
_EFFECTED = 300
# Sentences from a decision to the day on which it takes effect.
_FOLLOWS = 12
_CHOSEN = ("appointed", "elected")
# Posts of which an organisation has many: one comes and another goes without a handover.
_SEATS = frozenset({
    "board_member", "partner", "judge", "legislator", "vp", "ambassador", "minister", "deputy_minister",
})  # fmt: skip
_FILL = ("post", "role", "manner", "date", "end_date", "other", "old", "source")


def merge(drafts: Iterable[Draft], published: PartialDate | None) -> list[Draft]:
    """One draft for each claim, in the order of the text."""
    told = [draft for draft in _believed(drafts) if not _is_empty(draft)]
    _place_posts(told)
    _forget_founders(told)
    claims = _unite(told)
    _join_sides(claims)
    claims = _unite(claims)
    claims = [d for d in claims if not _is_late(d, claims)]
    _name_posts(claims)
    _name_ends(claims)
    claims = [d for d in claims if not _restates(d, claims)]
    end_old_posts(claims, published)
    claims += [*left_steps(claims, published), *kept_posts(claims)]
    claims += last_steps(claims, published)
    claims = settle_deaths(claims)
    lend(claims, published)
    return [d for d in claims if not _goes_nowhere(d, claims)]


def _believed(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without those that are only likely, where another tells the same of the person or is likelier."""
    told = list(drafts)
    best: dict[tuple[int, str], Draft] = {}
    for draft in told:
        key = draft.person, draft.kind
        if key not in best or draft.belief > best[key].belief:
            best[key] = draft
    return [draft for draft in told if draft.belief == 1.0 or draft is best[draft.person, draft.kind]]


def _place_posts(drafts: list[Draft]) -> None:
    """Take back a supposed post that is known to be of another organisation than the claim; give the one of this."""
    for draft in drafts:
        if not draft.inferred or draft.post is None or draft.org is None:
            continue
        named = [d for d in drafts if d.post == draft.post and not d.inferred and d.org is not None]
        if not named or any(d.org == draft.org or d.explicit < FIRM for d in named):
            continue
        there = [d for d in drafts if d.person == draft.person and d.org == draft.org and d.post and not d.inferred]
        before = [d for d in there if d.sentence <= draft.sentence and d.kind in ("hold", "start", "held")]
        known = before[-1] if before and draft.kind != "start" else None
        draft.role, draft.post = (known.role, known.post) if known else (None, None)


def _forget_founders(drafts: list[Draft]) -> None:
    """Take back the supposed post of a founder: to have founded is none that one gives up or hands on."""
    for draft in drafts:
        if draft.inferred and draft.role == "founder":
            draft.role, draft.post = None, None


def _goes_nowhere(draft: Draft, claims: list[Draft]) -> bool:
    """Whether a start in no post that is named is put where its own sentence makes it likely that the person ends."""
    return draft.kind == "start" and draft.role is None and any(
        end.kind == "end" and end.belief < 1
        and (end.person, end.org, end.sentence) == (draft.person, draft.org, draft.sentence) for end in claims
    )  # fmt: skip


def _is_empty(draft: Draft) -> bool:
    """Whether a draft says nothing: somebody who was not appointed to nothing in particular."""
    return draft.kind == "start" and draft.status == "denied" and draft.post is None and draft.explicit < FIRM


def _name_posts(claims: list[Draft]) -> None:
    """Give an appointment that names no post the one beside the name: "P, O's new chair, was elected"."""
    for start in claims:
        if start.kind != "start" or start.role is not None or start.manner not in _CHOSEN:
            continue
        for hold in claims:
            same = (hold.sentence, hold.person, hold.org) == (start.sentence, start.person, start.org)
            if same and hold.kind == "hold" and hold.start < start.start:
                start.role, start.post = hold.role, hold.post


def _name_ends(claims: list[Draft]) -> None:
    """Give an end that names no post the one that its sentence tells of: "joins from O, where she was director"."""
    for end in claims:
        if end.kind != "end" or end.role is not None or end.org is None or end.manner == "died":
            continue
        seat = (end.person, end.org, end.sentence)
        posts = [c for c in claims if c.kind in ("hold", "held") and (c.person, c.org, c.sentence) == seat]
        if len({post.role for post in posts}) == 1 and posts[0].post is not None:
            end.role, end.post, end.inferred = posts[0].role, posts[0].post, True


def _is_late(draft: Draft, claims: list[Draft]) -> bool:
    """Whether a death is said to end a post that had ended before."""
    return draft.manner == "died" and any(
        other.kind == "held" and other.end_date is not None and other.person == draft.person
        and other.org == draft.org and draft.role in (None, other.role)
        for other in claims
    )  # fmt: skip


def _unite(drafts: Iterable[Draft]) -> list[Draft]:
    """Put together what fits; the reading with more of its own words wins a slot."""
    claims: list[Draft] = []
    for draft in drafts:
        for claim in claims:
            if claim.fits(draft) and _same_time(claim, draft):
                _fill(claim, draft)
                break
        else:
            claims.append(draft)
    return claims


def _same_time(a: Draft, b: Draft) -> bool:
    """Whether the dates of two drafts can be of one event."""
    if a.date is None or b.date is None or a.kind in ("hold", "held"):
        return True
    one_post = a.post is None or b.post is None or a.post == b.post
    decided = (a.sentence == b.sentence and one_post) or _takes_effect(a, b) or _takes_effect(b, a)
    ahead = a.kind != "start" or "planned" in (a.status, b.status)
    apart = _TOLD if not decided else _DECIDED if ahead else _EFFECTED
    return a.date.overlaps(b.date) or abs((a.date.earliest - b.date.earliest).days) < apart


def _fill(claim: Draft, draft: Draft) -> None:
    better = draft.told and (not claim.told or (draft.explicit, _slots(draft)) > (claim.explicit, _slots(claim)))
    titled = claim.sentence == 0 and draft.post is not None and same_role(claim.role, draft.role)
    if better:
        claim.sentence, claim.start, claim.end = draft.sentence, draft.start, draft.end
        claim.org = draft.org if draft.org is not None else claim.org
    if draft.org is not None and draft.explicit > claim.explicit:
        claim.org = draft.org
    claim.told = claim.told or draft.told
    if (claim.inferred or titled) and not draft.inferred and draft.role is not None:
        claim.role, claim.post, claim.inferred = draft.role, draft.post, False
    for slot in _FILL:
        mine, theirs = getattr(claim, slot), getattr(draft, slot)
        if slot == "source" and claim.sentence != draft.sentence:
            continue
        if mine is None or (slot == "role" and mine == "other" and theirs is not None):
            setattr(claim, slot, theirs)
    if claim.date and draft.date and (claim.date.contains(draft.date) or _takes_effect(claim, draft)):
        claim.date = draft.date
    if claim.org is None:
        claim.org = draft.org
    claim.explicit = max(claim.explicit, draft.explicit)
    if claim.status == "actual" and draft.status == "planned" and _is_still_to_come(claim, draft):
        claim.status = draft.status
    for slot, span in draft.spans.items():
        claim.spans.setdefault(slot, span)


def _is_still_to_come(claim: Draft, draft: Draft) -> bool:
    """Whether what one reading tells as done is, by a second, only planned; a plan without a day undoes no day."""
    dated = claim.told and claim.date is not None and draft.date is None
    return (draft.told or not claim.told) and not dated and not _purpose(claim, draft)


def _purpose(claim: Draft, draft: Draft) -> bool:
    """Whether a plan only says what a change of the same sentence is for: "appointed X to lead O"."""
    return claim.sentence == draft.sentence and claim.start < draft.start and claim.date == draft.date is not None


def _takes_effect(claim: Draft, draft: Draft) -> bool:
    """Whether the second of two dates is when the change takes effect, the first that of the decision."""
    if not (claim.date and draft.date and claim.date.before(draft.date) and draft.status == "planned"):
        return False
    follows = 0 < draft.sentence - claim.sentence <= _FOLLOWS and draft.kind == "start"
    return claim.sentence == draft.sentence or (follows and (draft.post is None or draft.inferred))


def _slots(draft: Draft) -> int:
    return sum(getattr(draft, slot) is not None for slot in _FILL)


def _join_sides(claims: list[Draft]) -> None:
    """Give a start and an end of one post that name each other, or stand alone, each other's slots."""
    starts = [c for c in claims if c.kind == "start"]
    ends = [c for c in claims if c.kind == "end"]
    for start in starts:
        for end in ends:
            if start.old == end.person or end.old == start.person:
                _share(start, end)
    for start in starts:
        if start.old is not None or start.role is None or start.role in _SEATS:
            continue
        same_seat = [e for e in ends if _same_seat(start, e) and e.org == start.org and e.org is not None]
        open_ends = [e for e in same_seat if e.old is None and e.person != start.person]
        rivals = [s for s in starts if s.role == start.role and s.org == start.org and s.person != start.person]
        if len(open_ends) == 1 and not rivals:
            _share(start, open_ends[0])


def _same_seat(start: Draft, end: Draft) -> bool:
    """Whether an end is of the post of a start, or of none that is named: "following A's exit, B was named chair"."""
    return end.role == start.role or (end.role is None and end.sentence == start.sentence and end.manner != "moved")


def _share(start: Draft, end: Draft) -> None:
    if not end.told and start.sentence == end.sentence:
        end.org, end.role, end.post = start.org, start.role or end.role, start.post or end.post
    if not same_role(start.role, end.role) or (start.org != end.org and None not in (start.org, end.org)):
        return
    start.old, end.old = end.person, start.person
    for slot in ("org", "role", "post"):
        mine, theirs = getattr(start, slot), getattr(end, slot)
        if mine is None:
            setattr(start, slot, theirs)
        elif theirs is None:
            setattr(end, slot, mine)
    if end.date is None and not end.told:
        end.date = start.date
    if not end.told and end.status == "actual":
        end.status = start.status


def _is_another(hold: Draft, start: Draft) -> bool:
    """Whether a post held since one day is not the unnamed one that began on another: "joined in 2005"."""
    return bool(hold.role and hold.date and start.date and not hold.date.overlaps(start.date))


def _restates(draft: Draft, claims: list[Draft]) -> bool:
    """Whether a hold or held says only what a change of the same person, organisation and post says."""
    if draft.kind not in ("hold", "held"):
        return False
    for other in claims:
        if other is draft or other.person != draft.person or (other.org != draft.org and draft.org is not None):
            continue
        if other.kind == "start" and other.interim and not draft.interim and draft.role not in (None, other.role):
            continue
        if other.manner == "died" and other.role is None:
            continue
        if other.kind == "start" and other.role is None and (other.status == "rumoured" or _is_another(draft, other)):
            continue
        if other.kind in CHANGES and other.status != "denied" and same_role(other.role, draft.role):
            if draft.role is not None and other.role is not None and draft.role != other.role:
                continue
            if draft.interim and not other.interim:
                continue
            return True
        if draft.kind == "held" and other.kind == "hold" and other.role == draft.role:
            return True
    return False
