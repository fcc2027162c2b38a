"""Names folded: what falls away, what must stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incumbent.lexicon.forms import honorifics, legal_forms, letters
from incumbent.resolve import ORG, PERSON, fold_name, fold_text, is_full, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northwind, Inc.", "Northwind"),
        ("The Northwind Group plc", "northwind"),
        ("NORTHWIND HOLDINGS LTD", "Northwind"),
        ("Crédit Boréal S.A.", "Credit Boreal"),
        ("Groupe Boréal", "Boréal"),
        ("Südkiesel GmbH & Co. KG", "Sudkiesel"),
        ("Kaja Sp. z o.o.", "Kaja"),
        ("Fjordhus A/S", "Fjordhus"),
        ("Ebb & Tide Ltd", "Ebb and Tide"),
        ("Marée et Fils SARL", "Marée & Fils"),
        ("Penmarc’h Offshore", "Penmarc'h Offshore"),
        ("Øresund Łódź", "Oresund Lodz"),
        ("蓝鲸科技股份有限公司", "蓝鲸科技"),
        ("株式会社みなと", "みなと"),
        ("North-Wind", "North Wind"),
    ],
)
def test_organisations_that_are_one(one: str, other: str) -> None:
    assert fold_name(ORG, one) == fold_name(ORG, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northwind Bank", "Northwind"),
        ("Northwind France", "Northwind"),
        ("Group", "Holdings"),
        ("The Company", "The Group"),
        ("北风银行", "北风"),
        ("がくや", "かくや"),
    ],
)
def test_organisations_that_are_two(one: str, other: str) -> None:
    assert fold_name(ORG, one) != fold_name(ORG, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dr. Ada Quill", "Ada Quill"),
        ("Mme Ada Quill-Marsh, PhD", "ada quill marsh"),
        ("Sir Bo Marsh KBE", "Bo Marsh"),
        ("Anne d’Orlage", "Anne D'Orlage"),
        ("王小雨先生", "王小雨"),
    ],
)
def test_persons_that_are_one(one: str, other: str) -> None:
    assert fold_name(PERSON, one) == fold_name(PERSON, other)


@pytest.mark.parametrize("one", ["Don Marsh", "Major Quill", "Bo Marsh Jr"])
def test_names_that_are_no_titles_stay(one: str) -> None:
    assert fold_name(PERSON, one) == one.lower()


def test_a_surname_alone_is_tied_to_its_document() -> None:
    assert name_key(PERSON, "Quill", "d1") == "quill@d1"
    assert name_key(PERSON, "Dr Quill", "d1") == "quill@d1"
    assert name_key(PERSON, "Ada Quill", "d1") == name_key(PERSON, "Ada Quill", "d2") == "ada quill"
    assert name_key(PERSON, "王小雨", "d1") == "王小雨"
    assert name_key(ORG, "NW", "d1") == "nw"


@given(st.text(min_size=1), st.sampled_from([PERSON, ORG]))
def test_folding_is_stable_and_never_empties_a_name(name: str, kind: str) -> None:
    folded = fold_name(kind, name)
    assert bool(folded) == bool(name.strip())
    assert fold_text(fold_text(name)) == fold_text(name)
    assert isinstance(is_full(kind, folded), bool)


def test_the_forms_are_folded_as_names_are() -> None:
    for forms in (legal_forms(), honorifics()):
        for phrase in (*forms.before, *forms.after):
            text = " ".join(phrase)
            assert fold_text(text) == text, f"{text!r} can never be met in a folded name"
        for form in forms.attached:
            assert fold_text(form) == form
    assert all(len(chr(letter)) == 1 for letter in letters())


def test_letters_of_mathematics_fold_like_plain_ones() -> None:
    assert fold_text("𝓐da 𝔅ell") == "ada bell"
