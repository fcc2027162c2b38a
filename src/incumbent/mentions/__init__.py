"""Names, posts and dates in an analysed text."""

from __future__ import annotations

from incumbent.lexicon.names import name_lexicon
from incumbent.mentions.dates import find_dates
from incumbent.mentions.names import find_names
from incumbent.mentions.parting import part
from incumbent.mentions.portfolios import add_portfolios
from incumbent.mentions.posts import find_posts
from incumbent.mentions.states import add_states
from incumbent.model import Analysis, Mentions

__all__ = ["find_mentions"]


def find_mentions(analysis: Analysis) -> Mentions:
    """All mentions of a document; posts and dates first, for they are not names.

    A post gives up an organisation that stands in it: of "president of the University of Brives"
    the post is "president", whose role the university has told.
    """
    posts = add_portfolios(analysis, part(analysis, find_posts(analysis), name_lexicon(analysis.lang)))
    dates = find_dates(analysis)
    names, entities = add_states(analysis, posts, find_names(analysis, posts, dates))
    return Mentions(names, entities, posts, dates)
