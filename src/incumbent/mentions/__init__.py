"""Names, posts and dates in an analysed text."""

from __future__ import annotations

from incumbent.mentions.dates import find_dates
from incumbent.mentions.names import find_names
from incumbent.mentions.posts import find_posts
from incumbent.model import Analysis, Mentions

__all__ = ["find_mentions"]


def find_mentions(analysis: Analysis) -> Mentions:
    """All mentions of a document; posts and dates first, for they are not names."""
    posts = find_posts(analysis)
    dates = find_dates(analysis)
    names, entities = find_names(analysis, posts, dates)
    return Mentions(names, entities, posts, dates)
