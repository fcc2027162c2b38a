"""Which language a text is in."""

from __future__ import annotations

from incumbent.text import detect


def test_of_languages_that_fit_alike_one_that_is_read_is_told() -> None:
    assert detect("Brenmoor named Ada Quillfeather chief executive on Monday.") == "en"


def test_another_language_is_not_taken_for_one_that_is_read() -> None:
    assert detect("Hän on ollut yhtiön johdossa jo vuodesta 2010, mutta eroaa nyt kun uusi johtaja tulee.") == "fi"
