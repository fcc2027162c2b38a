"""Finding of posts: titles of office with their modifiers, areas, roles and flags, without the organisation.

A language is data (``posts.yml``); nothing here knows one. For each title of the trie, the words
before it that belong to it (ranks, areas) and those that only mark it ("former", "interim") are
taken in, then what stands behind it (rank, area, mark). Ranks joined to a function ("president and
chief executive") become one mention.
"""

from __future__ import annotations

from typing import NamedTuple

from incumbent.lexicon.gazetteer import gazetteer
from incumbent.lexicon.name_bits import GIVEN, PLACE
from incumbent.lexicon.names import NameLexicon, name_lexicon
from incumbent.lexicon.posts import Match, PostLexicon, Title, post_lexicon
from incumbent.mentions.areas import area_behind
from incumbent.mentions.units import Units, inclusive_endings, longest, longest_before, units
from incumbent.model import Analysis, PostMention, Sentence

_ENCLOSED = 4


class _Draft(NamedTuple):
    """A mention in units; ``marked`` is the end of what was read behind it, marks included."""

    start: int
    end: int
    role: str | None
    title: Title
    flags: frozenset[str] = frozenset()
    plural: bool = False
    marked: int = 0


def find_posts(analysis: Analysis) -> tuple[PostMention, ...]:
    """Every mention of a post, sorted by start and free of overlaps, with offsets into ``analysis.text``.

    Raises LexiconError where the language has no ``posts.yml`` or one that breaks the schema.
    """
    lexicon = post_lexicon(analysis.lang)
    names = name_lexicon(analysis.lang)
    endings = inclusive_endings(analysis.text, lexicon)
    found: list[PostMention] = []
    for sentence in analysis.sentences:
        if not _may_name(sentence, analysis.text, lexicon, endings):
            continue
        u = units(sentence, analysis.text, lexicon, endings)
        drafts = _drafts(u, lexicon, names)
        found.extend(_mention(u, draft) for draft in (_join(drafts, u, lexicon) if len(drafts) > 1 else drafts))
    return tuple(found)


def _may_name(sentence: Sentence, text: str, lexicon: PostLexicon, endings: dict[int, int]) -> bool:
    """Whether a sentence has a word that tells of a title, or one that is written in parts."""
    parted = bool(endings) or "-" in text[sentence.start : sentence.end]
    return parted or not lexicon.telling_words.isdisjoint(sentence.words)


def _mention(u: Units, draft: _Draft) -> PostMention:
    return PostMention(
        u.starts[draft.start],
        u.ends[draft.end - 1],
        draft.role or "other",
        "interim" in draft.flags,
        "former" in draft.flags,
        "future" in draft.flags,
        draft.plural,
    )


def _drafts(u: Units, lexicon: PostLexicon, names: NameLexicon) -> list[_Draft]:
    titles, enclosing = lexicon.titles, lexicon.enclosing
    drafts: list[_Draft] = []
    if lexicon.telling.isdisjoint(u.keys):
        return drafts
    passed = 0
    for i, key in enumerate(u.keys):
        node = titles.get(key)
        if i < passed or (node is None and key not in enclosing):
            continue
        found = None if node is None else longest(titles, u.keys, i)
        draft = _enclosed(u, lexicon, i, found[0] if found else i) if key in enclosing else None
        if draft is None and found is not None:
            end, match = found
            if match.title is None:
                passed = end
            elif not _is_modifier(u, lexicon, i, end):
                draft = _titled(u, lexicon, i, end, match, match.title)
        if draft is None or (draft.title.capital and not u.capital(draft.start)):
            continue
        complete = _behind(u, lexicon, _before(u, lexicon, draft, passed))
        if complete.role is not None and not (_is_company(u, complete) or _is_surname(u, complete, names)):
            drafts.append(complete)
            passed = complete.marked
    return drafts


def _is_modifier(u: Units, lexicon: PostLexicon, start: int, end: int) -> bool:
    """Whether title words only modify a title behind them: "deputy" in "deputy finance director"."""
    modifier = longest_before(lexicon.before, u.keys, end, start)
    if modifier is None or modifier[0] != start:
        return False
    place = end
    while place < min(end + _ENCLOSED, len(u.keys)):
        found = longest(lexicon.titles, u.keys, place)
        if found is not None and found[1].title is not None:
            return bool(found[1].before == 0)
        area = longest(lexicon.areas, u.keys, place)
        if area is None and None not in lexicon.before.get(u.keys[place], ()):
            return False
        place = area[0] if area else place + 1
    return False


def _is_surname(u: Units, draft: _Draft, names: NameLexicon) -> bool:
    """Whether what looks like a title is the surname behind a first name ("Luc Prieur")."""
    start = draft.start
    if not start or draft.marked - start > 1 or not (u.capital(start) and u.capital(start - 1)):
        return False
    bits = names.of(u.lower[start - 1])
    return bool(bits & GIVEN) and not bits & PLACE and u.text[u.starts[start] : u.ends[start]].istitle()


def _is_company(u: Units, draft: _Draft) -> bool:
    """Whether what looks like a title is the end of a company's name, before its legal form ("Partners plc")."""
    behind = draft.marked
    if behind >= len(u.lower) or not u.capital(draft.start):
        return False
    forms = gazetteer()
    return u.lower[behind] in forms.legal_forms and (u.lower[behind] not in forms.weak_forms or u.capital(behind))


def _titled(u: Units, lexicon: PostLexicon, start: int, end: int, match: Match, title: Title) -> _Draft:
    start, end = start + match.before, end - match.behind
    if match.before:
        plain = longest(lexicon.titles, u.keys, start)
        if plain is not None and plain[0] > end and plain[1].title is not None and plain[1].before == 0:
            return _titled(u, lexicon, start, *plain, plain[1].title)
    plural = any(u.lower[i] in lexicon.plurals and i - start not in match.plural for i in range(start, end))
    return _Draft(start, end, title.role, title, plural=plural)


def _enclosed(u: Units, lexicon: PostLexicon, start: int, least: int) -> _Draft | None:
    """A title around its area ("chief information security officer") that ends behind ``least``."""
    close, role = lexicon.enclosing[u.keys[start]]
    for end in range(start + 2, min(start + 2 + _ENCLOSED, len(u.keys))):
        word = u.keys[end - 1]
        if not (word[0].isalpha() or word in lexicon.conjunctions) or word in lexicon.stops:
            return None
        if u.keys[end] == close and end >= least:
            area = longest(lexicon.areas, u.keys, start + 1)
            known = area[1].role if area and area[0] <= end else None
            return _Draft(start, end + 1, known or role, Title(role, "known"), plural=u.lower[end] in lexicon.plurals)
    return None


def _before(u: Units, lexicon: PostLexicon, draft: _Draft, least: int) -> _Draft:
    """The draft with what stands before its title: ranks and areas (in the span), and marks (flags)."""
    start = place = draft.start
    role = draft.role
    flags = set(draft.flags)
    skipped = False
    while place > least:
        word = u.lower[place - 1]
        modifier = None if skipped else longest_before(lexicon.before, u.keys, place, least)
        if modifier is not None:
            start = place = modifier[0]
            role = modifier[1].apply(role)
            continue
        if word in lexicon.flags_before:
            flags.add(lexicon.flags_before[word])
        elif word in lexicon.skip:
            skipped = True
        else:
            takes = draft.title.left and place == start
            area = longest_before(lexicon.areas_backward, u.keys, place, least) if takes else None
            if area is None or _ends_name(u, area[0], draft.start) or _is_verb(u, area[0], start):
                break
            start = place = area[0]
            role = _with_area(draft.title, role, area[1].role)
            continue
        place -= 1
    return draft._replace(start=start, role=role, flags=frozenset(flags))


def _ends_name(u: Units, area: int, title: int) -> bool:
    """Whether what may be an area is the end of a name: "Corin Press publisher"."""
    written = u.text[u.starts[area] : u.ends[area]]
    named = area > 0 and u.capital(area - 1) and u.capital(area) and not written.isupper()
    return named and not u.capital(title)


def _is_verb(u: Units, area: int, start: int) -> bool:
    """Whether what may be an area, in small letters before capitals, is none: "to fire Finance Director P"."""
    return u.capital(start) and not u.capital(area)


def _with_area(title: Title, role: str | None, area_role: str | None) -> str | None:
    """The role of a title with an area of work."""
    if role != title.role:
        return role
    if title.mapped and area_role is not None:
        return area_role
    return title.with_area or role


def _behind(u: Units, lexicon: PostLexicon, draft: _Draft) -> _Draft:
    """The draft with what stands behind its title: ranks and areas (in the span), and marks (flags)."""
    end = place = draft.end
    role, title = draft.role, draft.title
    flags = set(draft.flags)
    capital = u.capital(draft.start)
    area_open = True
    while place < len(u.keys):
        mark = longest(lexicon.flags_after, u.lower, place)
        if mark is not None:
            flags.add(mark[1])
            place = mark[0]
            continue
        modifier = longest(lexicon.after, u.keys, place)
        if modifier is not None:
            end = place = modifier[0]
            role = modifier[1].apply(role)
            continue
        area = area_behind(u, lexicon, title, place, capital) if area_open else None
        if area is None:
            break
        area_open = False
        end = place = area.end
        role = _with_area(title, role, area.role)
    return draft._replace(end=end, role=role, flags=frozenset(flags), marked=place)


def _join(drafts: list[_Draft], u: Units, lexicon: PostLexicon) -> list[_Draft]:
    """A rank and the function that it goes with, as one mention under the function; likewise a deputy and his post."""
    joined = drafts[:1]
    for draft in drafts[1:]:
        before = joined[-1]
        modifier = longest_before(lexicon.before, u.keys, draft.start, before.start)
        if modifier is not None and modifier[0] == before.start and before.end == draft.start:
            joined[-1] = draft._replace(start=before.start, role=modifier[1].apply(draft.role), flags=before.flags)
            continue
        between = u.lower[before.marked : draft.start]
        functions = lexicon.joins.get(before.role or "", frozenset())
        if len(between) == 1 and between[0] in lexicon.conjunctions and draft.role in functions:
            flags = before.flags | draft.flags
            joined[-1] = draft._replace(start=before.start, flags=flags, plural=before.plural and draft.plural)
        else:
            joined.append(draft)
    return joined
