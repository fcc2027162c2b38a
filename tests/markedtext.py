"""Texts with their names and posts marked by hand, so that a stage is tested without the stage before it."""

from __future__ import annotations

import re

from incumbent.mentions.dates import find_dates
from incumbent.model import Analysis, Document, Entity, Mentions, NameMention, PartialDate, PostMention
from incumbent.text import analyse

_MARK = re.compile(r"\[([^\]/>]+)(?:/(\w+))?(?:>([^\]]+))?\]|\{([^}/]+)/(\w+)\}")


def marked(text: str, lang: str, published: str | None = None, title: str | None = None) -> tuple[Analysis, Mentions]:
    """An analysis and its mentions of a text that is marked so.

    ``[Ada Brook/f]`` a woman, ``[Tom Reed/m]`` a man, ``[Kim Lo]`` a person, ``[Acme/org]``,
    ``[Pau/place]``, ``[Brook>Ada Brook]`` another form of a name, ``{chair/chair}`` a post and its role.
    """
    bare: list[str] = []
    spans: list[tuple[int, int, re.Match[str]]] = []
    size = cursor = 0
    for match in _MARK.finditer(text):
        bare += [text[cursor : match.start()], match[1] or match[4]]
        start = size + match.start() - cursor
        size = start + len(bare[-1])
        spans.append((start, size, match))
        cursor = match.end()
    bare.append(text[cursor:])
    date = PartialDate.parse(published) if published else None
    analysis = analyse(Document.of_text("".join(bare), published=date, title=title), lang, 100_000)
    names, entities, posts = _mentions(spans, analysis.offset)
    return analysis, Mentions(names, entities, posts, find_dates(analysis))


def _mentions(
    spans: list[tuple[int, int, re.Match[str]]], offset: int
) -> tuple[tuple[NameMention, ...], tuple[Entity, ...], tuple[PostMention, ...]]:
    entities: dict[str, Entity] = {}
    names: list[NameMention] = []
    posts: list[PostMention] = []
    for start, end, match in spans:
        if match[4]:
            posts.append(PostMention(start + offset, end + offset, match[5], False, False, False, False))
            continue
        name, mark = match[3] or match[1], match[2] or ""
        kind = mark if mark in ("org", "place") else "person"
        known = entities.setdefault(name, Entity(len(entities), kind, name, (name,), mark if mark in "fm" else ""))
        names.append(NameMention(start + offset, end + offset, known.kind, known.id))
    return tuple(names), tuple(entities.values()), tuple(posts)
