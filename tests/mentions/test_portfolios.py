"""Fields of government that stand for the post of their minister."""

from __future__ import annotations

import pytest

from incumbent.mentions import find_mentions
from incumbent.model import Document
from incumbent.text import analyse


def _posts(text: str, lang: str) -> list[tuple[str, str]]:
    analysis = analyse(Document.of_text(text, lang=lang), lang, 10_000)
    return [(analysis.text[p.start : p.end], p.role) for p in find_mentions(analysis).posts]


@pytest.mark.parametrize(
    ("lang", "text", "field"),
    [
        ("en", "The prime minister has reshuffled. Owen Tarn moves from Defence to the Interior.", "Interior"),
        ("en", "The minister resigned. Health goes to Owen Tarn.", "Health"),
        ("en", "The ministers include Petra Lind (agriculture).", "agriculture"),
        ("fr", "Le ministre a démissionné. Laure Desmarets hérite de la Santé.", "Santé"),
        ("fr", "La ministre reste. Aux Finances, rien ne change.", "Finances"),
    ],
)
def test_a_field_stands_for_its_minister(lang: str, text: str, field: str) -> None:
    assert (field, "minister") in _posts(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "field"),
    [
        ("en", "Health goes before wealth.", "Health"),
        ("en", "The minister opened the Health Authority.", "Health"),
        ("fr", "Le ministre salue la crise de la Santé.", "Santé"),
    ],
)
def test_elsewhere_it_does_not(lang: str, text: str, field: str) -> None:
    assert (field, "minister") not in _posts(text, lang)
