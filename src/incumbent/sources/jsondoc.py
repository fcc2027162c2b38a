"""JSON documents: one object a file, or one object a line (JSON Lines)."""

from __future__ import annotations

import json
from typing import Any

from incumbent.errors import NotTextError
from incumbent.sources.decode import check_text
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
    check_text(text)
    try:
        return text, Metadata.read(value)
    except ValueError as error:
        raise NotTextError(f"JSON: {error}") from None
