"""Plain text and Markdown, with an optional block of metadata before the text."""

from __future__ import annotations

import re
from dataclasses import fields, replace

from incumbent.errors import NotTextError
from incumbent.sources.metadata import Metadata

TITLE_MAX = 150
_FENCE = "---"
_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_FRONT_MAX = 20_000
_ENTRY = re.compile(r"([^\W\d][\w-]*)[ \t]*:(?:[ \t]+(.*?))?[ \t]*\Z")
_NO_TITLE_END = ("。", ".", "．", ",", "，", "、", ":", "：", ";", "；")
_KNOWN = tuple(field.name for field in fields(Metadata))


def read_plain(text: str) -> tuple[str, Metadata]:
    """The stored text (all that follows the front matter) and its metadata.

    Where no title is told, the first line is one if it looks like a headline; the text keeps it.
    Raises NotTextError that names an unknown key, a bad value, or a front matter without a text.
    """
    front, body = _split(text)
    told = _front_matter(front) if front is not None else Metadata()
    if front is not None and (not body or body.isspace()):
        raise NotTextError("a front matter and no text after it: there is nothing to read")
    return body, told if told.title else replace(told, title=_headline(body))


def _split(text: str) -> tuple[str | None, str]:
    """Front matter (None where there is none: a rule at the top of a text is no front matter) and the rest."""
    if not text.startswith(_FENCE):
        return None, text
    match = _FRONT.match(text, 0, _FRONT_MAX)
    if not match:
        return None, text
    lines = [line for line in match[1].splitlines() if line.strip()]
    if not lines or not _ENTRY.match(lines[0]):
        return None, text
    return match[1], text[match.end() :]


def _front_matter(block: str) -> Metadata:
    values: dict[str, str] = {}
    for number, raw in enumerate(block.splitlines(), 2):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        entry = _ENTRY.match(line)
        if not entry:
            raise NotTextError(f"line {number}: the front matter takes lines of the form 'key: value'")
        key, value = entry[1].casefold(), (entry[2] or "").strip()
        if key not in _KNOWN:
            raise NotTextError(f"line {number}: unknown key {key!r} in the front matter; known: {', '.join(_KNOWN)}")
        if key in values:
            raise NotTextError(f"line {number}: the key {key!r} stands twice in the front matter")
        values[key] = _unquoted(value)
    try:
        return Metadata.read(values)
    except ValueError as error:
        raise NotTextError(f"front matter: {error}") from None


def _unquoted(value: str) -> str:
    quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _headline(text: str) -> str | None:
    """The first line where it is short, does not end as a sentence does, and more text follows it."""
    head = text[:10_000]
    start = len(head) - len(head.lstrip())
    end = text.find("\n", start, start + 2 * TITLE_MAX)
    if end < 0:
        return None
    line = text[start:end].strip().lstrip("#").strip()
    following = text[end : end + 10_000].lstrip()
    if not line or len(line) > TITLE_MAX or line.endswith(_NO_TITLE_END):
        return None
    # A small letter at the start of the next line: the text is wrapped, and its first line is no headline.
    return None if not following or following[0].islower() else line
