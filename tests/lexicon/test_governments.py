"""Governments by their names, adjectives and seats."""

from __future__ import annotations

import pytest

from incumbent.lexicon.governments import governments
from incumbent.lexicon.portfolios import portfolios


@pytest.mark.parametrize(
    ("lang", "seat", "state"),
    [
        ("en", "nuku'alofa", "Tonga"),
        ("en", "halifax", "Nova Scotia"),
        ("fr", "dakar", "Sénégal"),
        ("fr", "eupen", "Communauté germanophone"),
    ],
)
def test_seats(lang: str, seat: str, state: str) -> None:
    assert governments(lang).seats[seat] == state


def test_an_adjective_may_take_endings() -> None:
    table = governments("fr")
    assert table.adjectives["béninoises"] == table.adjectives["béninois"] == "Bénin"


def test_a_city_of_two_governments_is_the_country_s() -> None:
    assert governments("en").seats["georgetown"] == "Guyana"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_portfolios_have_fields(lang: str) -> None:
    assert "justice" in portfolios(lang).words
