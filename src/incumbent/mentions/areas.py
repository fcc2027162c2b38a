"""The area of work behind a title: "of human resources", "de la recherche et du développement", ", Product"."""

from __future__ import annotations

from typing import NamedTuple

from incumbent.lexicon.posts import PostLexicon, Title
from incumbent.mentions.units import Units, longest

_RUN = 6
_KNOWN = Title(None, "known")


class Found(NamedTuple):
    """The unit behind an area, and its role in a company where it has one."""

    end: int
    role: str | None


def area_behind(u: Units, lexicon: PostLexicon, title: Title, start: int, capital: bool) -> Found | None:
    """The area that stands behind a title (with its connector), with all that is coordinated with it.

    ``capital``: the title is written with a capital, so that its area may be too.
    """
    if title.area == "none" or start >= len(u.lower):
        return None
    return _linked(u, lexicon, title, start, capital) or _direct(u, lexicon, start, capital)


def _linked(u: Units, lexicon: PostLexicon, title: Title, start: int, capital: bool) -> Found | None:
    for name in title.links:
        link = longest(lexicon.connectors.get(name, {}), u.lower, start)
        if link is not None:
            found = _run(u, lexicon, title, link[0], link[1], capital)
            if found:
                return _coordinated(u, lexicon, title, found, capital)
    return None


def _direct(u: Units, lexicon: PostLexicon, start: int, capital: bool) -> Found | None:
    """An area without a connector: an adjective, or a noun with a capital behind a title with one."""
    adjective = longest(lexicon.adjectives, u.keys, start)
    if adjective is not None:
        return _coordinated(u, lexicon, _KNOWN, Found(adjective[0], adjective[1].role), capital)
    comma = u.lower[start] == ","
    first = start + comma
    if not (capital or comma) or first >= len(u.lower) or not u.capital(first):
        return None
    found = _run(u, lexicon, _KNOWN, first, False, capital)
    return _coordinated(u, lexicon, _KNOWN, found, capital) if found else None


def _run(u: Units, lexicon: PostLexicon, title: Title, start: int, bare: bool, capital: bool) -> Found | None:
    """A run of area words from ``start``; None where its words name an organisation."""
    last = place = start
    while place < min(len(u.lower), start + _RUN):
        first = place == start
        area = longest(lexicon.areas, u.keys, place)
        organisation = u.lower[place] in lexicon.organisations
        if u.capital(place) and not first and not (last == place and u.capital(start)):
            return None if last < place else _finished(u, lexicon, title, start, last, capital)
        if organisation and not (bare and first and title.area == "open") and (area is None or u.capital(place)):
            return None
        if area is not None:
            last = place = area[0]
        elif u.lower[place] in lexicon.stops or not u.lower[place][0].isalpha():
            break
        elif organisation or _belongs(u, lexicon, title, place, first, capital):
            last = place = place + 1
        elif first:
            place += 1
        else:
            break
    return _finished(u, lexicon, title, start, last, capital)


def _finished(u: Units, lexicon: PostLexicon, title: Title, start: int, end: int, capital: bool) -> Found | None:
    """The area that a run makes; its role where the whole of it is one known area."""
    if end == start or _is_name(u, lexicon, title, start, end, capital):
        return None
    area = longest(lexicon.areas, u.keys, start)
    return Found(end, area[1].role if area and area[0] == end else None)


def _belongs(u: Units, lexicon: PostLexicon, title: Title, place: int, first: bool, capital: bool) -> bool:
    """Whether a word that is on no list may be of an area."""
    if u.word(place):
        return (first and title.area == "open") or u.lower[place].endswith(lexicon.suffixes)
    if title.area == "places" or (title.area == "names" and first):
        return True
    return capital and title.area == "open" and u.lower[place].endswith(lexicon.suffixes)


def _is_name(u: Units, lexicon: PostLexicon, title: Title, start: int, end: int, capital: bool) -> bool:
    """Whether an area is an organisation's name or begins one ("president of Energy Transfer")."""
    if capital or title.area in ("names", "places") or not u.capital(start):
        return False
    if end < len(u.lower) and u.capital(end):
        return True
    area = longest(lexicon.areas, u.keys, start)
    narrow = title.area == "known" and title.with_area is None
    return narrow and area is not None and area[0] < end and u.capital(area[0])


def _coordinated(u: Units, lexicon: PostLexicon, title: Title, found: Found, capital: bool) -> Found:
    """The area with what is joined to it by "and", by commas before an "and", or by a second connector."""
    end = found.end
    while end < len(u.lower):
        further = _joined(u, lexicon, title, end, capital)
        if further is None:
            break
        end = further
    return Found(end, found.role)


def _joined(u: Units, lexicon: PostLexicon, title: Title, end: int, capital: bool) -> int | None:
    word = u.lower[end]
    strict = title._replace(area="known") if title.area == "open" else title
    if word in lexicon.conjunctions or word == ",":
        place = end + 1
        link = longest(lexicon.connectors.get("of", {}), u.lower, place)
        if link is not None:
            place = link[0]
        else:
            strict = strict._replace(area="known")
        further = _run(u, lexicon, strict, place, False, capital)
        if further is None or (word == "," and not _list_closes(u, lexicon, strict, further.end, capital)):
            return None
        return further.end
    link = longest(lexicon.connectors.get("second", {}), u.lower, end)
    further = _run(u, lexicon, _KNOWN, link[0], False, capital) if link else None
    return further.end if further else None


def _list_closes(u: Units, lexicon: PostLexicon, title: Title, end: int, capital: bool) -> bool:
    """Whether what follows a comma goes on to an "and": only then is it a list of areas."""
    return (
        end < len(u.lower)
        and (u.lower[end] in lexicon.conjunctions or u.lower[end] == ",")
        and (_joined(u, lexicon, title, end, capital) is not None)
    )
