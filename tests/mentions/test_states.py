"""States told by an adjective beside a post of state."""

import pytest

from incumbent.claims import extract
from incumbent.mentions import find_mentions
from incumbent.model import Document, PartialDate
from incumbent.text import analyse


@pytest.mark.parametrize(
    ("lang", "text", "state"),
    [
        ("en", "Italian Prime Minister Paolo Ferri resigned.", "Italy"),
        ("en", "The French finance minister, Claire Dumas, resigned.", "France"),
        ("fr", "Le Premier ministre italien, Paolo Ferri, a démissionné.", "Italie"),
        ("fr", "La ministre danoise de l'Énergie, Karen Holm, a démissionné.", "Danemark"),
    ],
)
def test_the_state_is_the_organisation(lang: str, text: str, state: str) -> None:
    claims = extract(Document.of_text(text, lang=lang, published=PartialDate(2025, 3, 4))).claims
    assert [(c.kind, c.org) for c in claims] == [("end", state)]


def test_the_state_that_the_text_names_is_the_same_entity() -> None:
    document = Document.of_text("Italy has no government. Italian Prime Minister Paolo Ferri resigned.")
    mentions = find_mentions(analyse(document, "en", 1000))
    assert [e.name for e in mentions.entities if e.kind == "place"] == ["Italy"]
    assert sum(mentions.entities[n.entity].name == "Italy" for n in mentions.names) == 2


def test_an_adjective_beside_another_post_names_no_state() -> None:
    document = Document.of_text("Italian chef Paolo Ferri is the French chief executive of Halden Mills.")
    mentions = find_mentions(analyse(document, "en", 1000))
    assert not [e for e in mentions.entities if e.kind == "place"]
