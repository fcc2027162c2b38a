"""The command line in this process, with an extraction that is small enough to know by heart."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import NamedTuple

import pytest

import incumbent.pipeline
from incumbent.cli import main
from incumbent.errors import NotTextError
from incumbent.model import Claim, Document, Fact, Quote, Reading, Span

SENTENCE = re.compile(
    r"(?P<person>[^\s.][^\n.]*?) (?P<verb>joined|left|may leave) (?P<org>[^\n.]+?) as (?P<post>[^\n.]+)\."
)
VERBS = {"joined": ("start", "actual"), "left": ("end", "actual"), "may leave": ("end", "rumoured")}


class Result(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


def extract(document: Document, max_chars: int) -> Reading:
    """Reads "NAME joined ORG as POST." and nothing else."""
    if "unreadable" in document.text:
        raise NotTextError("not for reading: try another")
    text = document.text[:max_chars]
    matches = list(SENTENCE.finditer(text))
    claims = tuple(
        Claim(
            kind=VERBS[match["verb"]][0],
            status=VERBS[match["verb"]][1],
            person=match["person"],
            org=match["org"],
            post=match["post"],
            role="other",
            date=document.published,
            evidence=Span(*match.span()),
            spans=(("person", Span(*match.span("person"))), ("org", Span(*match.span("org")))),
        )
        for match in matches
    )
    facts = tuple(Fact(m["person"], "worked_on", m["org"], Span(*m.span())) for m in matches[:1])
    quotes = tuple(Quote(m["person"], Span(*m.span())) for m in matches[:1])
    warnings = ("only its beginning was read",) if len(document.text) > max_chars else ()
    return Reading(document, claims, facts, quotes, warnings=warnings)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run ``incumbent ARGS…`` in an empty folder; ``stdin`` is what it is piped."""
    fake = ModuleType("incumbent.claims")
    fake.extract = extract  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "incumbent.claims", fake)
    monkeypatch.setattr(incumbent.pipeline, "languages", lambda: ("en", "fr"))
    monkeypatch.delenv("INCUMBENT_STORE", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*args: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["incumbent", *map(str, args)])
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin), isatty=lambda: False))
        with pytest.raises(SystemExit) as caught:
            main()
        out, err = capsys.readouterr()
        return Result(caught.value.code if isinstance(caught.value.code, int) else 0, out, err)

    return call
