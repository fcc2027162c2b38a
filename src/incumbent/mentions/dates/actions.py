"""The function for each action of the lexicon."""

from __future__ import annotations

from incumbent.mentions.dates import numbered, recurring, relative
from incumbent.mentions.dates.place import Action

ACTIONS: dict[str, Action] = {
    "date": recurring.read_date,
    "day_only": recurring.read_day_only,
    "month": recurring.read_month,
    "weekday": recurring.read_weekday,
    "nth_weekday": recurring.read_nth_weekday,
    "year": numbered.read_year,
    "iso": numbered.read_iso,
    "numeric": numbered.read_numeric,
    "shift": relative.read_shift,
    "part_of_unit": relative.read_part_of_unit,
    "ago": relative.read_ago,
    "ahead": relative.read_ahead,
    "ahead_if_future": relative.read_ahead_if_future,
    "later": relative.read_later,
    "earlier": relative.read_earlier,
    "before_feast": recurring.read_before_feast,
    "after_feast": recurring.read_after_feast,
    "length": relative.read_length,
    "length_to_now": relative.read_length_to_now,
    "same": relative.read_same,
    "season": recurring.read_season,
    "quarter": numbered.read_quarter,
    "span_of_years": numbered.read_span_of_years,
    "feast": recurring.read_feast,
    "instant": relative.read_instant,
}
