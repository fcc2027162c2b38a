"""From a stored text to an analysis: characters normalised one for one, language, paragraphs, sentences, tokens."""

from __future__ import annotations

from incumbent.model import Analysis, Document
from incumbent.text.language import detect
from incumbent.text.normalise import normalise
from incumbent.text.segment import segment

__all__ = ["analyse", "detect", "normalise", "segment"]


def analyse(document: Document, lang: str, max_chars: int) -> Analysis:
    """Split a document into sentences and tokens, for the language ``lang``.

    The title is analysed in front of the text unless the text itself begins with it. At most
    ``max_chars`` characters of the text are analysed.
    """
    text = document.text[:max_chars]
    title = (document.title or "").strip()
    lead = "" if not title or text.lstrip().startswith(title) else title + "\n"
    analysed = normalise(lead + text)
    return Analysis(
        text=analysed,
        offset=len(lead),
        lang=lang,
        published=document.published,
        publisher=document.publisher,
        sentences=segment(analysed, lang, title_end=len(lead) - 1 if lead else 0),
    )
