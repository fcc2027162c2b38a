"""The annotated texts are well formed, so that a figure measured on them means something."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from incumbent.model import KINDS, MANNERS, PROPERTIES, ROLES, STATUSES, PartialDate

TEXTS = Path(__file__).resolve().parent / "texts"
FILES = sorted(TEXTS.glob("*/*/*.json"))
CLAIM_KEYS = {
    *("kind", "person", "org", "post", "role", "interim", "manner", "status", "date", "end_date"),
    *("other_org", "counterpart", "source", "evidence"),
}


def load(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return value


def check_claim(claim: dict[str, Any], said: str, text: str) -> None:
    assert set(claim) == CLAIM_KEYS
    assert claim["kind"] in KINDS and claim["status"] in STATUSES
    assert claim["role"] is None or claim["role"] in ROLES
    assert bool(claim["role"]) == bool(claim["post"])
    assert claim["manner"] is None or claim["manner"] in MANNERS[claim["kind"]]
    assert claim["evidence"] and claim["evidence"] in text
    for slot in ("person", "org", "post", "other_org", "counterpart", "source"):
        assert claim[slot] is None or claim[slot] in said, slot
    for slot in ("date", "end_date"):
        assert claim[slot] is None or PartialDate.parse(claim[slot])
    assert claim["end_date"] is None or claim["kind"] in ("hold", "held")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_text_is_well_formed(path: Path) -> None:
    document = load(path)
    text = document["text"]
    said = f"{document['title']}\n{text}"
    assert document["id"] == path.stem
    assert document["lang"] == path.parents[1].name
    assert document["published"] is None or PartialDate.parse(document["published"]).precision == "day"
    for claim in document["claims"]:
        check_claim(claim, said, text)
    keys = [
        tuple(claim[key] for key in ("kind", "person", "org", "role", "post", "status")) for claim in document["claims"]
    ]
    assert len(keys) == len(set(keys)), "a claim is told twice"
    for quote in document["quotes"]:
        assert quote["quote"] in text and quote["speaker"]
    for fact in document["facts"]:
        assert fact["property"] in PROPERTIES
    for name, others in document["aliases"].items():
        assert all(form in said for form in (name, *others))


@pytest.mark.parametrize("part", ["tune", "unread", "learn", "check"])
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_each_part_has_enough_and_one_without_claims(lang: str, part: str) -> None:
    documents = [load(path) for path in (TEXTS / lang / part).glob("*.json")]
    assert len(documents) >= 7
    assert any(not document["claims"] for document in documents)
