"""Which names can have posts: what looks like a place may be the company that a text is about."""

from __future__ import annotations

import pytest

from incumbent.claims import extract
from incumbent.model import Document, PartialDate

BODY = (
    "Paul Girard, directeur général depuis 2018, quittera ses fonctions en juin. Anne Morel, directrice financière, "
    "lui succédera. À {name}, la présidente du conseil, Léa Faure, salue son travail. Le fondateur, Jean Roux, reste "
    "administrateur de {name}. {name} emploie 300 personnes."
)


@pytest.mark.parametrize(("title", "same"), [("{name} change de direction", True), ("Une page se tourne", False)])
def test_a_place_in_the_title_is_the_company_of_its_posts(title: str, same: bool) -> None:
    name = "Porto Novo"
    document = Document.of_text(
        BODY.format(name=name), published=PartialDate(2025, 3, 4), lang="fr", title=title.format(name=name)
    )
    told = {(claim.kind, claim.person, claim.org) for claim in extract(document).claims}
    assert (("end", "Paul Girard", name) in told) is same
