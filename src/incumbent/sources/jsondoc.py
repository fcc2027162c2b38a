"""JSON documents: one object a file, or one object a line (JSON Lines)."""

from __future__ import annotations

import json
from typing import Any

from incumbent.errors import NotTextError
from incumbent.sources.metadata import Metadata


def load_object(text: str) -> dict[str, Any] | None:
    """The JSON object that the whole of ``text`` is, else None."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def read_object(value: dict[str, Any]) -> tuple[str, Metadata]:
    """The text and the metadata of a document's object; keys besides ``text`` and the metadata's are left alone.

    Raises NotTextError where ``text`` is missing or empty, or a value cannot be.
    """
    text = value.get("text")
    if not isinstance(text, str):
        raise NotTextError('a JSON object without a \'text\': give it as {"text": "…", "published": "…"}')
    if not text or text.isspace():
        raise NotTextError("an empty 'text': there is nothing to read")
    if "\0" in text:
        raise NotTextError("a 'text' with NUL characters: it is no text")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise NotTextError(f"half a character at {error.start} of its 'text': it is no valid Unicode") from None
    try:
        return text, Metadata.read(value)
    except ValueError as error:
        raise NotTextError(f"JSON: {error}") from None
