"""The quotes of a document: what was said between quotation marks, and letters and posts printed in full."""

from __future__ import annotations

from incumbent.claims.letters import Spoken, first_person_spans
from incumbent.model import Analysis, Mentions, Quote, Span


def find_quotes(analysis: Analysis, mentions: Mentions, spoken: Spoken | None = None) -> tuple[Quote, ...]:
    """The quotes with named speakers, in the order of the text; spans are into ``analysis.text``.

    ``spoken`` is what ``first_person_spans`` gave for this document, where the caller has it already.
    """
    found = first_person_spans(analysis, mentions) if spoken is None else spoken
    return tuple(Quote(mentions.entities[who].name, Span(start, end)) for start, end, who in found)
