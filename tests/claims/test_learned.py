"""What learned weights add to the rules, shown with weights made for the test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from incumbent.claims import events, extract
from incumbent.claims.telling import KINDS
from incumbent.lexicon.weights import Weights
from incumbent.model import Claim, Document

TEXT = (
    "Brenmoor Foods, like its rival Castle Ardent Foods, said little on Monday. "
    "Ada Quillfeather, finance director of Brenmoor Foods, wombled out of the building at noon."
)
NONE = Weights((), {})


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Claim]]:
    def with_weights(telling: Weights = NONE, workplaces: Weights = NONE, text: str = TEXT) -> list[Claim]:
        monkeypatch.setattr(events, "weights", lambda name: workplaces if "workplaces" in name else telling)
        return list(extract(Document.of_text(text, lang="en")).claims)

    return with_weights


def test_without_weights_the_rules_alone_speak(read: Callable[..., list[Claim]]) -> None:
    assert [(c.kind, c.org) for c in read()] == [("hold", "Brenmoor Foods")]


def test_words_around_a_name_tell_of_a_change(read: Callable[..., list[Claim]]) -> None:
    telling = Weights(KINDS, {"bias": (-4.0,) * 4, "then wombl*": (0.0, 9.0, 0.0, 0.0)})
    (claim,) = read(telling)
    assert (claim.kind, claim.person, claim.org, claim.post) == (
        "end", "Ada Quillfeather", "Brenmoor Foods", "finance director",
    )  # fmt: skip
    assert claim.confidence < 1


def test_what_is_not_likely_enough_is_not_claimed(read: Callable[..., list[Claim]]) -> None:
    telling = Weights(KINDS, {"bias": (-4.0,) * 4, "then wombl*": (0.0, 3.0, 0.0, 0.0)})
    assert [c.kind for c in read(telling)] == ["hold"]


def test_another_organisation_is_chosen_where_more_speaks_for_it(read: Callable[..., list[Claim]]) -> None:
    text = TEXT.partition(" Ada")[0] + " Ada Quillfeather has resigned as finance director."
    assert [c.org for c in read(text=text)] == ["Brenmoor Foods"]
    assert [c.org for c in read(workplaces=Weights(("right",), {"recent 1": (9.0,)}), text=text)] == [
        "Castle Ardent Foods"
    ]
