"""Titles of office in English and French: span, role and marks of each."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from incumbent.errors import LexiconError
from incumbent.lexicon import posts as lexicon_posts
from incumbent.lexicon.posts import post_lexicon
from incumbent.mentions.posts import find_posts
from incumbent.model import Analysis, Document
from incumbent.text import analyse

_TABLES = Path(__file__).parent / "posts"
_FLAGS = {"I": "interim", "F": "former", "U": "future", "P": "plural"}


def read(text: str, lang: str) -> Analysis:
    return analyse(Document.of_text(text), lang, 10_000)


def found(text: str, lang: str) -> list[tuple[str, str, str]]:
    """The posts of a text as (words, role, letters of the flags)."""
    analysis = read(text, lang)
    return [
        (analysis.text[p.start : p.end], p.role, "".join(k for k, name in _FLAGS.items() if getattr(p, name)))
        for p in find_posts(analysis)
    ]


def rows(lang: str) -> list[tuple[str, str, str, str, str]]:
    """Lines "words with the [post] | role | flags" of a table."""
    table = []
    for line in (_TABLES / f"{lang}.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            marked, role, *flags = (cell.strip() for cell in line.split("|"))
            post = re.search(r"\[(.*)\]", marked)
            assert post, line
            table.append((lang, marked.replace("[", "").replace("]", ""), post[1], role, flags[0] if flags else ""))
    return table


@pytest.mark.parametrize(("lang", "text", "post", "role", "flags"), [*rows("en"), *rows("fr")])
def test_each_post_has_its_span_role_and_flags(lang: str, text: str, post: str, role: str, flags: str) -> None:
    assert found(text, lang) == [(post, role, flags)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The board of directors approved the minutes of the annual general meeting."),
        ("en", "They came home by chair lift, in general."),
        ("en", "The principal amount falls due in May."),
        ("en", "The company will head south."),
        ("fr", "Un chef-d'œuvre exposé sous la direction de Paul."),
        ("fr", "Il est en tête du classement."),
        ("fr", "Le conseil des ministres s'est réuni."),
    ],
)
def test_words_that_only_look_like_posts_are_none(lang: str, text: str) -> None:
    assert found(text, lang) == []


def test_a_rank_with_its_function_is_one_post_and_two_posts_are_two() -> None:
    assert found("The president and chief operating officer spoke.", "en") == [
        ("president and chief operating officer", "coo", "")
    ]
    assert [role for _, role, _ in found("The founder and chair spoke.", "en")] == ["founder", "chair"]


def test_typography_does_not_matter() -> None:
    assert found("l’ex\u2011directrice générale", "fr") == [("directrice générale", "ceo", "F")]
    assert found("VICE-PRESIDENT, SALES", "en") == [("VICE-PRESIDENT, SALES", "vp", "")]
    assert found("VICE PRESIDENT, SALES", "en") == [("VICE PRESIDENT, SALES", "vp", "")]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_mentions_are_sorted_and_free_of_overlaps(lang: str) -> None:
    text = ". ".join(row[1] for row in rows(lang))
    mentions = find_posts(read(text, lang))
    assert len(mentions) >= len(rows(lang))
    assert all(before.end <= after.start for before, after in pairwise(mentions))
    assert all(m.start < m.end <= len(text) for m in mentions)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("titles: [{role: boss, match: [boss]}]", "posts.yml:1: 'boss' is none of"),
        ("titles:\n  - {role: ceo, match: [boss]}\n  - {role: cfo, match: [boss]}", "stands already on line 2"),
        ("titles: [{role: ceo, match: ['the [boss']}]", "a bracket stands alone"),
        ("titles: [{role: ceo, match: ['$bosses']}]", "is not among the words"),
    ],
)
def test_a_fault_in_the_resource_is_named(
    content: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "posts.yml").write_text(f"{content}\nconnectors: {{}}\nconjunctions: [and]\n", "utf-8")
    monkeypatch.setattr(lexicon_posts, "RESOURCES", tmp_path)
    with pytest.raises(LexiconError, match=re.escape(message)):
        post_lexicon("xx")
