"""Incumbent: a sourced record of who holds which post.

    >>> from incumbent import read_text
    >>> reading = read_text("Ada Byrne was appointed chief executive of Norvale.", published="2024-09-26")

What is named in ``__all__`` is the public interface; it is loaded on first use.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from incumbent.config import Settings
    from incumbent.errors import (
        IncumbentError,
        InputError,
        LexiconError,
        NewerStoreError,
        NotAStoreError,
        NotTextError,
        StoreBusyError,
        StoreError,
        TooLargeError,
        UsageError,
    )
    from incumbent.model import Claim, Document, Fact, PartialDate, Quote, Reading, Span, Tenure
    from incumbent.pipeline import open_record, read_document, read_text
    from incumbent.query import Record

__version__ = "0.1.0"

_HOMES = {
    "incumbent.config": ("Settings",),
    "incumbent.errors": (
        "IncumbentError",
        "InputError",
        "LexiconError",
        "NewerStoreError",
        "NotAStoreError",
        "NotTextError",
        "StoreBusyError",
        "StoreError",
        "TooLargeError",
        "UsageError",
    ),
    "incumbent.model": ("Claim", "Document", "Fact", "PartialDate", "Quote", "Reading", "Span", "Tenure"),
    "incumbent.pipeline": ("open_record", "read_document", "read_text"),
    "incumbent.query": ("Record",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Claim",
    "Document",
    "Fact",
    "IncumbentError",
    "InputError",
    "LexiconError",
    "NewerStoreError",
    "NotAStoreError",
    "NotTextError",
    "PartialDate",
    "Quote",
    "Reading",
    "Record",
    "Settings",
    "Span",
    "StoreBusyError",
    "StoreError",
    "Tenure",
    "TooLargeError",
    "UsageError",
    "__version__",
    "open_record",
    "read_document",
    "read_text",
]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'incumbent' has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
