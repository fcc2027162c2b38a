"""Text in, claims out: the examples of every language's folder."""

from functools import cache

import pytest

from incumbent.claims import extract
from incumbent.lexicon import RESOURCES, languages, load_yaml
from incumbent.model import CHANGES, Claim, Document, PartialDate

PUBLISHED = "2024-11-04"
SLOTS = ("kind", "person", "org", "role", "manner", "status", "date")


@cache
def examples() -> list[tuple[str, str, str, tuple[str, ...]]]:
    found = []
    for lang in languages():
        for node in load_yaml(RESOURCES / lang / "examples.yml").entries():
            fields = dict(node.items(allowed={"text", "published", "claims"}, required={"text", "claims"}))
            published = fields["published"].text() if "published" in fields else PUBLISHED
            claims = tuple(c.text() for c in fields["claims"].entries())
            found.append((lang, fields["text"].text(), published, claims))
    return found


def slots(claim: Claim, count: int) -> tuple[str, ...]:
    values = (claim.kind, claim.person, claim.org, claim.role, claim.manner, claim.status, claim.date)
    return tuple("-" if v is None else str(v) for v in values[:count])


@pytest.mark.parametrize(("lang", "text", "published", "expected"), examples(), ids=[e[1][:60] for e in examples()])
def test_example(lang: str, text: str, published: str, expected: tuple[str, ...]) -> None:
    reading = extract(Document.of_text(text, published=PartialDate.parse(published), lang=lang))
    wanted = [tuple(part.strip() for part in line.split("|")) for line in expected]
    for line in wanted:
        assert line in [slots(c, len(line)) for c in reading.claims], [slots(c, 7) for c in reading.claims]
    changes = [c for c in reading.claims if c.kind in CHANGES]
    assert len(changes) <= sum(line[0] in CHANGES for line in wanted), [slots(c, 7) for c in changes]
    for claim in reading.claims:
        assert claim.evidence.of(text).strip()


def test_every_language_has_examples() -> None:
    assert {lang for lang, *_ in examples()} == set(languages())
