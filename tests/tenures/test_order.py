"""Whatever the documents say, the order in which they come does not matter, and nothing they say is lost."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from incumbent.model import Reading, Tenure
from incumbent.resolve import ORG, PERSON, fold_name
from recordkit import Aliases, claim, reading, sourced, tenures

DAYS = ["2020-03-01", "2020-03-04", "2020-12-31", "2021-06-30"]
DATES = st.sampled_from([None, "2019", "2020", "2021~", "2020-03", "2020-12", "2021-06", *DAYS])
PUBLISHED = st.sampled_from(
    [None, "2020", "2020-03", "2020-03-02", "2020-03-05", "2021-01-01", "2021-07-02", "2023-01-01"]
)
ON = st.dates(dt.date(2019, 1, 1), dt.date(2025, 1, 1))
POSTS = st.sampled_from(
    [("chief executive", "ceo"), ("head of tax", "head"), ("head", "head"), ("bursar", "other"), (None, None)]
)
ALIASES: list[Aliases] = [{}, {"Ada Quill": ("Quill", "Ada M. Quill")}, {"Northwind": ("NW",)}]
PEOPLE = st.sampled_from(["Ada Quill", "Dr Ada Quill", "Quill", "Bo Marsh"])


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    claims = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["start", "end", "leave", "return", "hold", "held"]))
        post, role = draw(POSTS)
        slots: dict[str, Any] = {"post": post, "role": role, "date": draw(DATES), "person": draw(PEOPLE)}
        if kind in ("hold", "held"):
            slots["end_date"] = draw(DATES)
        else:
            slots["status"] = draw(st.sampled_from(["actual", "actual", "planned", "rumoured", "denied"]))
        slots["interim"] = draw(st.sampled_from([False, False, True]))
        slots["manner"] = draw(st.sampled_from([None, "reinstated"])) if kind == "start" else None
        slots["org"] = draw(st.sampled_from(["Northwind", "Northwind plc", "Southwind"]))
        claims.append(claim(kind, **slots))
    aliases = draw(st.sampled_from(ALIASES))
    publisher = draw(st.sampled_from(["A", "B", None]))
    return reading(
        draw(PUBLISHED), *claims, publisher=publisher, aliases=aliases, lang=draw(st.sampled_from(["en", "fr"]))
    )


@settings(max_examples=150, deadline=None)
@given(
    st.lists(readings(), min_size=1, max_size=6),
    st.randoms(use_true_random=False),
    st.dates(dt.date(2019, 1, 1), dt.date(2025, 1, 1)),
)
def test_order_of_documents_does_not_matter(documents: list[Reading], chance: random.Random, on: dt.date) -> None:
    expected = tenures(*documents, on=on)
    shuffled = list(documents)
    chance.shuffle(shuffled)
    assert tenures(*shuffled, on=on) == expected


@settings(max_examples=150, deadline=None)
@given(st.lists(readings(), min_size=1, max_size=6), ON)
def test_every_tenure_is_sound(documents: list[Reading], on: dt.date) -> None:
    claims = {one.id: one.claim for one in sourced(documents)}
    for tenure in tenures(*documents, on=on):
        assert tenure.evidence
        assert tenure.status in {"current", "ended", "planned", "on_leave", "unobserved"}
        assert all(claims[id_].status in {"actual", "planned"} for id_ in tenure.evidence)
        assert 0.0 < tenure.confidence <= 0.99
        told = {str(c.date) for c in claims.values()} | {str(c.end_date) for c in claims.values()}
        assert {str(tenure.start), str(tenure.end)} <= told | {"None"}


def _facts(tenure: Tenure) -> tuple[str, ...]:
    """What a rumour must leave alone; how a name is spelled is not among it."""
    names = fold_name(PERSON, tenure.person), fold_name(ORG, tenure.org)
    said = (tenure.post, tenure.interim, tenure.start, tenure.end, tenure.status, tenure.observed)
    return (*names, *map(str, said), *tenure.evidence)


@settings(max_examples=100, deadline=None)
@given(st.lists(readings(), min_size=1, max_size=5), readings())
def test_rumours_and_denials_of_facts_move_no_date(documents: list[Reading], extra: Reading) -> None:
    rumours = [c for c in extra.claims if c.status == "rumoured"]
    beside = reading("2023-02-01", *rumours, publisher="Gossip") if rumours else None
    without = tenures(*documents)
    told = tenures(*documents, *([beside] if beside else []))
    assert sorted(map(_facts, told)) == sorted(map(_facts, without))


@settings(max_examples=100, deadline=None)
@given(st.lists(readings(), min_size=1, max_size=5))
def test_every_assertion_is_somewhere(documents: list[Reading]) -> None:
    """No claim of a start or an end, told as done with a post, is dropped in silence."""
    kept = {id_ for tenure in tenures(*documents) for id_ in tenure.evidence}
    for one in sourced(documents):
        if one.claim.kind in {"start", "end"} and one.claim.status == "actual" and one.claim.post:
            assert one.id in kept
