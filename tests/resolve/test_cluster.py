"""Who is whom across documents, by exact names and by aliases that documents spell out."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from incumbent.model import Fact, Reading, Span
from incumbent.resolve import ORG, PERSON, Clusters, Naming, cluster, fold_name, is_full, namings
from recordkit import claim, reading


def _naming(kind: str, document: str, name: str, *aliases: str) -> Naming:
    key = fold_name(kind, name)
    key = key if is_full(kind, key) else f"{key}@{document}"
    forms = {fold_name(kind, form) for form in (name, *aliases)} - {key}
    return Naming(kind, document, name, key, tuple(sorted(forms)))


def _one(clusters: Clusters, kind: str, first: tuple[str, str], second: tuple[str, str]) -> bool:
    return clusters.find(kind, *first) == clusters.find(kind, *second)


def test_same_name_in_two_documents_is_one() -> None:
    clusters = cluster([_naming(ORG, "a", "Northwind Inc."), _naming(ORG, "b", "Northwind")])
    assert _one(clusters, ORG, ("Northwind Inc.", "a"), ("Northwind", "b"))


def test_an_alias_ties_documents_together() -> None:
    found = [_naming(ORG, "a", "North Wind Power", "NWP"), _naming(ORG, "b", "NWP"), _naming(ORG, "c", "NWP plc")]
    clusters = cluster(found)
    assert _one(clusters, ORG, ("North Wind Power", "a"), ("NWP", "b"))
    assert _one(clusters, ORG, ("NWP", "b"), ("NWP plc", "c"))
    root = clusters.find(ORG, "NWP", "b")
    assert clusters.members(ORG, root) == {"north wind power", "nwp"}


def test_an_alias_of_two_ties_nothing() -> None:
    found = [
        _naming(ORG, "a", "Northwind Bank", "Northwind"),
        _naming(ORG, "b", "Northwind Air", "Northwind"),
        _naming(ORG, "c", "Northwind"),
    ]
    clusters = cluster(found)
    roots = {clusters.find(ORG, naming.name, naming.document) for naming in found}
    assert len(roots) == 3


def test_a_surname_is_no_tie_but_a_fuller_form_is() -> None:
    found = [
        _naming(PERSON, "a", "Ada Quill", "Quill", "Ada M. Quill"),
        _naming(PERSON, "b", "Quill"),
        _naming(PERSON, "c", "Bo Quill", "Quill"),
        _naming(PERSON, "d", "Ada M. Quill"),
    ]
    clusters = cluster(found)
    assert not _one(clusters, PERSON, ("Ada Quill", "a"), ("Quill", "b"))
    assert not _one(clusters, PERSON, ("Ada Quill", "a"), ("Bo Quill", "c"))
    assert _one(clusters, PERSON, ("Ada Quill", "a"), ("Ada M. Quill", "d"))


def test_a_person_and_an_organisation_of_one_name_are_two() -> None:
    clusters = cluster(
        [_naming(PERSON, "a", "Ada Quill"), _naming(ORG, "a", "Ada Quill", "AQ"), _naming(ORG, "b", "AQ")]
    )
    assert clusters.members(PERSON, "ada quill") == {"ada quill"}
    assert clusters.members(ORG, clusters.find(ORG, "AQ", "b")) == {"ada quill", "aq"}


def test_the_label_is_the_most_used_then_the_longest_name() -> None:
    names = ["Northwind", "Northwind plc", "Northwind plc", "Northwind Holdings"]
    clusters = cluster([_naming(ORG, str(number), name) for number, name in enumerate(names)])
    assert clusters.label(ORG, "northwind") == "Northwind plc"
    assert clusters.label(ORG, "unknown") == "unknown"


def test_namings_of_a_reading() -> None:
    one = reading("2024", claim("hold", org="Northwind plc"), aliases={"Ada Quill": ("Quill",), "Bo": ("Marsh",)})
    one = Reading(one.document, one.claims, (Fact("Bo Marsh", "born", "1970", Span(0, 3)),), (), one.aliases)
    assert namings(one, "d") == (
        Naming(ORG, "d", "Northwind plc", "northwind", ()),
        Naming(PERSON, "d", "Ada Quill", "ada quill", ("quill",)),
        Naming(PERSON, "d", "Bo Marsh", "bo marsh", ()),
    )


NAMES = st.sampled_from(["Ada Quill", "Ada M Quill", "Quill", "Bo Quill", "North Wind", "NW", "North Wind Bank"])


@given(
    st.lists(st.tuples(st.sampled_from([PERSON, ORG]), st.sampled_from("abc"), NAMES, st.lists(NAMES)), max_size=12),
    st.randoms(use_true_random=False),
)
def test_order_does_not_matter(drawn: list[tuple[str, str, str, list[str]]], chance: random.Random) -> None:
    found = [_naming(kind, document, name, *aliases) for kind, document, name, aliases in drawn]
    shuffled = list(found)
    chance.shuffle(shuffled)
    one, other = cluster(found), cluster(shuffled)
    for naming in found:
        root = one.find(naming.kind, naming.name, naming.document)
        assert other.find(naming.kind, naming.name, naming.document) == root
        assert one.label(naming.kind, root) == other.label(naming.kind, root)
