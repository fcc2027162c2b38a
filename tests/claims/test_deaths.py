from __future__ import annotations

import pytest

from incumbent.claims import extract
from incumbent.model import Document


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Lise Morand, directrice de Valdorne SA, a été emportée par un AVC le 19 mars 2024. "
         "La disparition de Lise Morand, le 19 mars 2024, laisse la direction de Valdorne SA vacante.",
         "fr", [("Lise Morand", "2024-03-19")]),
        ("Lise Morand, directrice de Valdorne SA depuis 2012, est décédée.", "fr", []),
    ],
)  # fmt: skip
def test_the_death_that_a_claim_dates_is_a_fact(text: str, lang: str, expected: list[tuple[str, str]]) -> None:
    reading = extract(Document.of_text(text, lang=lang))
    assert [(fact.person, fact.value) for fact in reading.facts if fact.property == "died"] == expected
