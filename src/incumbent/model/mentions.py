"""What the text and mentions stages hand on: sentences, tokens, names, posts, dates.

Offsets are into ``Analysis.text``, the text as analysed: the title (where one was given apart
from the text), a newline, then the document's text, with one character for each of the stored
text's (``Analysis.offset`` is where the document's text begins). NamedTuples, because a document
has thousands of them and they are made on the hot path.
"""

from __future__ import annotations

from typing import NamedTuple

from incumbent.model.dates import PartialDate


class Token(NamedTuple):
    """A word, a number or one mark of punctuation; ``lower`` is its lower-case form."""

    start: int
    end: int
    text: str
    lower: str


class Sentence(NamedTuple):
    """A sentence with its tokens; ``words`` are their lower-case forms.

    ``heading``: the paragraph is a heading, a label or the title.
    """

    start: int
    end: int
    paragraph: int
    heading: bool
    tokens: tuple[Token, ...]
    words: tuple[str, ...]


class Analysis(NamedTuple):
    """A document's text split into paragraphs and sentences."""

    text: str
    offset: int
    lang: str
    published: PartialDate | None
    publisher: str | None
    sentences: tuple[Sentence, ...]


class Entity(NamedTuple):
    """A person, organisation or place as one document knows it.

    ``kind`` is "person", "org" or "place"; ``name`` its fullest form without honorifics; ``forms``
    all forms met; ``gender`` "f", "m" or "".
    """

    id: int
    kind: str
    name: str
    forms: tuple[str, ...]
    gender: str


class NameMention(NamedTuple):
    """One occurrence of a name; ``start``/``end`` exclude a leading honorific. ``entity`` indexes Mentions.entities."""

    start: int
    end: int
    kind: str
    entity: int


class PostMention(NamedTuple):
    """One occurrence of a post.

    ``start``/``end`` cover the post as the gold writes it ("head of tax", "vice-présidente des
    produits"), without article and without "former"/"interim" words before it, and without the
    organisation. ``role`` is a code of ROLES. ``interim``, ``former`` and ``future``
    ("designate", "next") come from words beside it; ``plural`` for "directors", "co-leaders".
    """

    start: int
    end: int
    role: str
    interim: bool
    former: bool
    future: bool
    plural: bool


class DateMention(NamedTuple):
    """One occurrence of a date. ``end`` is set for a range ("from 2013 to 2019").

    ``relation`` says how the words tie it: "at", "since", "until", "from", "by", "range", "before",
    "after" or "for" (a length of time that was turned into a start).
    """

    start: int
    end: int
    date: PartialDate | None
    until: PartialDate | None
    relation: str


class Mentions(NamedTuple):
    """All mentions of a document, each tuple sorted by start and free of overlaps within itself."""

    names: tuple[NameMention, ...]
    entities: tuple[Entity, ...]
    posts: tuple[PostMention, ...]
    dates: tuple[DateMention, ...]
