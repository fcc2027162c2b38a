import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incumbent.model import PartialDate


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates() | st.dates(dt.date(2023, 11, 1), dt.date(2025, 2, 1)))
    precision = draw(st.sampled_from(("year", "month", "day")))
    month = day.month if precision != "year" else None
    return PartialDate(day.year, month, day.day if precision == "day" else None, draw(st.booleans()))


@given(partial_dates())
def test_parse_reads_what_str_writes(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date
    assert str(date).count("-") == ("year", "month", "day").index(date.precision)
    assert str(date).endswith("~") == date.approximate


@given(st.dates())
def test_of_a_day_is_that_day(day: dt.date) -> None:
    date = PartialDate.of(day)
    assert date.earliest == date.latest == day
    assert str(date) == day.isoformat()


@given(partial_dates())
def test_interval_spans_the_precision(date: PartialDate) -> None:
    days = (date.latest - date.earliest).days + 1
    low, high = {"year": (365, 366), "month": (28, 31), "day": (1, 1)}[date.precision]
    assert low <= days <= high


@given(partial_dates(), partial_dates(), partial_dates())
def test_order_is_total_and_consistent(a: PartialDate, b: PartialDate, c: PartialDate) -> None:
    assert (a < b) + (b < a) + (a == b) == 1
    if a < b and b < c:
        assert a < c
    if a.before(b):
        assert a < b
    assert sorted([a, b, c]) == sorted([c, a, b])


@given(partial_dates(), partial_dates(), partial_dates())
def test_before_is_a_strict_partial_order(a: PartialDate, b: PartialDate, c: PartialDate) -> None:
    assert not a.before(a)
    assert not (a.before(b) and b.before(a))
    if a.before(b) and b.before(c):
        assert a.before(c)
    assert a.before(b) + b.before(a) + a.overlaps(b) == 1


@given(partial_dates(), partial_dates())
def test_intersection_is_commutative_and_contained(a: PartialDate, b: PartialDate) -> None:
    both, other = a.intersection(b), b.intersection(a)
    assert both == other
    assert (both is None) == (not a.overlaps(b))
    if both:
        assert a.contains(both)
        assert b.contains(both)
        assert both in (a, b)


@given(partial_dates())
def test_a_date_contains_and_meets_itself(date: PartialDate) -> None:
    assert date.contains(date)
    assert date.overlaps(date)
    assert date.intersection(date) == date


@given(partial_dates(), partial_dates())
def test_contained_means_overlapping(a: PartialDate, b: PartialDate) -> None:
    if a.contains(b):
        assert a.overlaps(b)
    if a.contains(b) and b.contains(a):
        assert (a.year, a.month, a.day) == (b.year, b.month, b.day)


@given(st.text(max_size=14))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert PartialDate.parse(str(date)) == date


@pytest.mark.parametrize("text", ["2024", "2024-02", "2024-02-29", "0001", "9999-12-31", "2024~", "2024-02-29~"])
def test_edtf_is_read(text: str) -> None:
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-", "2024-13", "2024-00", "2023-02-29", "2024-02-30", "2024-01-1", "2024/01/01", "0000", "-2024",
     "20240101", "2024-01-01T00:00", "2024?", "~2024", "2024-01-01~~", "２０２４-01x", "2024\n-01"],
)  # fmt: skip
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(0, None, None), (10000, None, None), (24, 0, None), (24, None, 3), (24, 4, 31)]
)
def test_what_no_calendar_has_is_refused(year: int, month: int | None, day: int | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate(year, month, day)
