from __future__ import annotations

import pytest

from incumbent.claims.facts import find_facts
from markedtext import marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ada Brook/f], diplomate finlandaise, prend la tête de l'agence.", ["finlandaise"]),
        ("[Ada Brook/f], Grecque du Nord, prend la tête de l'agence.", ["Grecque"]),
        ("[Ada Brook/f], patronne de la filiale danoise, quitte l'agence.", []),
    ],
)
def test_a_nationality_in_apposition_is_of_the_person_before_it(text: str, expected: list[str]) -> None:
    analysis, mentions = marked(text, "fr")
    assert [f.value for f in find_facts(analysis, mentions) if f.property == "nationality"] == expected
