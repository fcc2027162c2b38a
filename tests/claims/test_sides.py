"""What claims of one document lend each other: other organisations, stand-ins, dates of a handover, status."""

from __future__ import annotations

from incumbent.claims.draft import Draft
from incumbent.claims.sides import lend
from incumbent.model import PartialDate

_MAY = PartialDate(2024, 5)
_JUNE = PartialDate(2024, 6)


def _draft(kind: str, person: int, org: int, **slots: object) -> Draft:
    return Draft(kind, person, org, sentence=slots.pop("sentence", 0), start=0, end=1, **slots)  # type: ignore[arg-type]


def test_a_move_names_the_other_organisation_on_both_sides() -> None:
    end, start = _draft("end", 1, 10, date=_MAY), _draft("start", 1, 11, date=_JUNE)
    lend([end, start], None)
    assert (end.other, end.manner, start.other) == (11, "moved", 10)


def test_a_dismissal_and_a_later_start_are_no_move() -> None:
    end, start = _draft("end", 1, 10, manner="dismissed"), _draft("start", 1, 11)
    lend([end, start], None)
    assert (end.other, start.other) == (None, None)


def test_a_start_years_later_is_no_move() -> None:
    end, start = _draft("end", 1, 10, date=PartialDate(2010)), _draft("start", 1, 11, date=PartialDate(2014))
    lend([end, start], None)
    assert (end.other, end.manner, start.other) == (None, None, None)


def test_who_stands_in_is_the_counterpart_of_the_one_on_leave() -> None:
    leave, start = _draft("leave", 1, 10, role="ceo"), _draft("start", 2, 10, role="ceo", interim=True)
    lend([leave, start], None)
    assert (leave.old, start.old) == (2, 1)


def test_a_handover_in_one_sentence_has_one_date() -> None:
    end, start = _draft("end", 1, 10, role="ceo", date=_MAY), _draft("start", 2, 10, role="ceo")
    lend([end, start], None)
    assert (start.old, end.old, start.date) == (1, 2, _MAY)


def test_two_who_come_are_not_matched_with_one_who_goes() -> None:
    end = _draft("end", 1, 10, role="vp")
    starts = [_draft("start", 2, 10, role="vp"), _draft("start", 3, 10, role="vp")]
    lend([end, *starts], None)
    assert end.old is None


def test_what_is_dated_after_publication_is_planned() -> None:
    start = _draft("start", 1, 10, date=_JUNE)
    lend([start], _MAY)
    assert start.status == "planned"
