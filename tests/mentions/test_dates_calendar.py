import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incumbent.lexicon.dates import Feast
from incumbent.mentions.dates.calendar import (
    FUTURE,
    LEANING,
    NEAREST,
    PAST,
    choose_weekday,
    choose_year,
    easter,
    feast_day,
    nth_weekday,
    partial,
    plus,
)
from incumbent.model import PartialDate

DAY = PartialDate(2025, 3, 12)


@pytest.mark.parametrize(
    "day", ["1818-03-22", "1943-04-25", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20", "2038-04-25"]
)
def test_easter(day: str) -> None:
    assert easter(int(day[:4])) == dt.date.fromisoformat(day)


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert easter(year).weekday() == 6
    assert dt.date(year, 3, 22) <= easter(year) <= dt.date(year, 4, 25)


@pytest.mark.parametrize(
    ("feast", "day"),
    [
        (Feast(month=12, day=25), "2024-12-25"),
        (Feast(easter=-47), "2024-02-13"),
        (Feast(month=11, weekday=3, nth=4), "2024-11-28"),
        (Feast(month=5, weekday=0, day=31), "2024-05-27"),
        (Feast(month=12, weekday=6, day=3), "2024-12-01"),
    ],
)
def test_feasts(feast: Feast, day: str) -> None:
    assert str(feast_day(feast, 2024)) == day


def test_weekday_of_a_month() -> None:
    assert nth_weekday(2025, 7, 0, 1) == PartialDate(2025, 7, 7)
    assert nth_weekday(2025, 3, 0, -1) == PartialDate(2025, 3, 31)
    assert nth_weekday(2025, 2, 0, 5) is None


@pytest.mark.parametrize(
    ("month", "direction", "strict", "year"),
    [
        (3, PAST, False, 2025), (3, PAST, True, 2024), (3, FUTURE, True, 2026), (5, PAST, False, 2024),
        (5, NEAREST, False, 2025), (11, NEAREST, False, 2024), (11, LEANING, False, 2025), (1, LEANING, False, 2025),
    ],
)  # fmt: skip
def test_which_year_a_month_means(month: int, direction: int, strict: bool, year: int) -> None:
    assert choose_year(DAY, direction, lambda y: partial(y, month), strict=strict) == PartialDate(year, month)


def test_leap_day() -> None:
    assert choose_year(DAY, FUTURE, lambda y: partial(y, 2, 29)) == PartialDate(2028, 2, 29)
    assert choose_year(DAY, PAST, lambda y: partial(y, 2, 30)) is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 6), st.booleans())
def test_weekdays_lie_within_a_week(day: dt.date, weekday: int, strict: bool) -> None:
    reference = PartialDate.of(day)
    for direction in (PAST, FUTURE):
        chosen = choose_weekday(reference, weekday, direction, strict=strict)
        assert chosen is not None
        gap = (chosen.earliest - day).days * direction
        assert chosen.earliest.weekday() == weekday
        assert (1 if strict else 0) <= gap <= (7 if strict else 6)


@pytest.mark.parametrize(
    ("number", "unit", "expected"),
    [(2, 12, "2027"), (-14, 1, "2024-01"), (-10, -1, "2025-03-02"), (-3, -7, "2025-02"), (1, 120, "2035")],
)
def test_plus_is_as_precise_as_its_unit(number: int, unit: int, expected: str) -> None:
    assert str(plus(DAY, number, unit)) == expected


def test_plus_needs_a_date_as_precise_as_its_unit() -> None:
    assert plus(PartialDate(2025), 3, 1) is None
    assert plus(PartialDate(2025, 3), 3, -1) is None
    assert plus(PartialDate(9999, 12, 31), 1, -1) is None
    assert plus(PartialDate(1), -1, 12) is None
