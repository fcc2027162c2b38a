"""The figures of ``incumbent eval``, one rule of the definition at a time."""

from __future__ import annotations

import pytest

from incumbent.evaluate import SLOT_MEASURES, Score, Tally, by_language, overlap, pair_claims, score_document
from incumbent.evaluate.names import Names, fold

NAMES = Names({"Ada Byrne-Lovell": ["Byrne", "Mrs B."], "Norvale": ["the valley works"]})


def claim(
    kind: str = "start", person: str = "Ada Byrne-Lovell", org: str = "Norvale", **slots: object
) -> dict[str, object]:
    return {"kind": kind, "person": person, "org": org, "status": "actual", **slots}


def test_fold() -> None:
    assert fold("  L’Été\u00a0d'Émilie · Müller–Straße_GmbH. ") == "lete demilie muller strasse gmbh"
    assert fold("Ｎｏｒｖａｌｅ") == "norvale"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ada Byrne-Lovell", "ADA BYRNE LOVELL", True),
        ("Byrne", "Mrs B.", True),
        ("Dr Ada Lovell", "Ada Byrne-Lovell", True),
        ("Lovell", "Ada Byrne-Lovell", False),
        ("Bo Lind", "Bo Lund", False),
        (None, "", True),
        (None, "Bo Lind", False),
    ],
)
def test_same_person(one: str | None, other: str | None, same: bool) -> None:
    assert NAMES.same_person(one, other) is same
    assert NAMES.same_person(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Norvale", "the valley works", True),
        ("The Quarry Group plc", "Quarry", True),
        ("Quarry Energy", "Quarry", False),
        ("Banque de l'Ouest SA", "Banque l'Ouest", True),
        ("Group", "Holding", False),
        ("", None, True),
        ("Norvale", None, False),
    ],
)
def test_same_org(one: str | None, other: str | None, same: bool) -> None:
    assert NAMES.same_org(one, other) is same
    assert NAMES.same_org(other, one) is same


@pytest.mark.parametrize(
    ("gold", "predicted", "matches"),
    [
        (claim(), claim(), True),
        (claim(), claim(kind="end"), False),
        (claim(kind="hold"), claim(kind="held"), True),
        (claim(kind="hold"), claim(kind="start"), False),
        (claim(role="ceo"), claim(role="cfo"), False),
        (claim(role="ceo"), claim(role="other"), True),
        (claim(role="ceo"), claim(), True),
        (claim(), claim(person="Bo Lind"), False),
        (claim(), claim(org="Quarry"), False),
    ],
)
def test_which_claims_are_the_same(gold: dict[str, object], predicted: dict[str, object], matches: bool) -> None:
    assert bool(pair_claims(NAMES, [gold], [predicted])) is matches


def test_the_most_alike_are_paired_and_each_claim_once() -> None:
    early, late = claim(date="2019"), claim(date="2024")
    assert pair_claims(NAMES, [early, late], [late, early, late]) == [(early, early), (late, late)]


def score(gold: dict[str, object], predicted: dict[str, object]) -> Score:
    return score_document({"text": "", "lang": "en", **gold}, predicted)


def test_hold_against_held_counts_half_and_is_no_change() -> None:
    result = score(
        {"claims": [claim(kind="hold"), claim()]}, {"claims": [claim(kind="held"), claim(), claim(kind="end")]}
    )
    assert result["claims"] == Tally(1.5, 2, 3)
    assert result["changes"] == Tally(1, 1, 2)


def test_slots_count_filled_ones_only() -> None:
    gold = claim(date="2024-09", interim=True, manner="hired", source=None, counterpart="Bo Lind")
    predicted = claim(date="2024-09-01", interim=True, manner="hired", counterpart="Dr Bo Lind", role="ceo")
    result = score({"claims": [gold]}, {"claims": [predicted]})
    # person, org, kind, status, interim, manner, counterpart agree; the date does not; the role is extra.
    assert result["slots"] == Tally(7, 8, 9)
    assert result["slot:date"] == Tally(0, 1, 1)
    assert result["slot:role"] == Tally(0, 0, 1)
    assert result["slot:counterpart"] == Tally(1, 1, 1)


def test_a_source_may_be_a_person_or_an_organisation() -> None:
    result = score({"claims": [claim(source="The Quarry Group")]}, {"claims": [claim(source="Quarry plc")]})
    assert result["slot:source"] == Tally(1, 1, 1)


def test_unmatched_claims_cost_their_slots() -> None:
    assert score({"claims": [claim()]}, {"claims": [claim(kind="end", role="ceo")]})["slots"] == Tally(0, 4, 5)


@pytest.mark.parametrize(("start", "end", "shown"), [(4, 7, 1), (4, 8, 0), (None, None, 0), ("4", "7", 0)])
def test_evidence_must_stand_at_its_offsets(start: object, end: object, shown: int) -> None:
    predicted = claim(evidence="two", start=start, end=end)
    assert score({"text": "one two three", "claims": []}, {"claims": [predicted]})["evidence"] == Tally(shown, 1, 1)


def test_overlap() -> None:
    words = "We built these turbines together and I will not forget it"
    assert overlap(words, words.upper() + "!") == 1.0
    assert overlap(words, words[:50]) == 41 / 47
    assert overlap(words, words.replace("built", "made")) > 0.8
    assert overlap(words, "Something else altogether that nobody has said here") < 0.8
    assert overlap("", words) == 0.0


def test_quotes_and_facts_are_used_once() -> None:
    quote = {"speaker": "Bo Lind", "quote": "We will see about that."}
    fact = {"person": "Bo Lind", "property": "degree", "value": "a degree in law"}
    result = score(
        {"quotes": [quote, quote], "facts": [fact, fact]},
        {
            "quotes": [quote, {**quote, "speaker": "Ada Byrne"}],
            "facts": [{**fact, "value": "Law"}, {**fact, "property": "award"}, {**fact, "value": ""}],
        },
    )
    assert result["quotes"] == Tally(1, 2, 2)
    assert result["facts"] == Tally(1, 2, 3)


def test_figures() -> None:
    tally = Tally(2, 4, 3)
    assert tally.precision == 2 / 3
    assert tally.recall == 0.5
    assert tally.to_json() == {"p": 0.6667, "r": 0.5, "f1": 0.5714, "gold": 4, "pred": 3}
    assert Tally().f1 == 0.0


def test_by_language_sums_up_dialects() -> None:
    one, two = score({"claims": [claim()]}, {"claims": [claim()]}), score({"claims": [claim()]}, {})
    sums = by_language([("zh-Hans", one), ("en", two), ("zh-Hant", two)])
    assert list(sums) == ["all", "en", "zh"]
    assert sums["all"]["changes"] == Tally(1, 3, 1)
    assert sums["zh"]["changes"] == Tally(1, 2, 1)
    assert one["changes"] == Tally(1, 1, 1)
    assert set(SLOT_MEASURES) == {name[5:] for name in sums["all"].tallies if name.startswith("slot:")}
