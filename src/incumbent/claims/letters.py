"""Letters, memos and posts printed in full, known by their introduction, salutation, byline or header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from incumbent.claims.interviews import find_answers
from incumbent.claims.scene import Scene
from incumbent.claims.speech import attributed
from incumbent.model import Analysis, Mentions, Span

Spoken = tuple[tuple[int, int, int], ...]

_MARKS = re.compile(r"[\"«»「」]")
_WORD = re.compile(r"[^\W\d_]+")
_MIN_WORDS = 4
_SHORT = 80
_MAX_PARAGRAPHS = 60
_SIGN_OFF_REACH = 25
_BRIDGE = 2
_LEAD = 4
_QUOTED = re.compile(r'"[^"]*"|«[^»]*»')
_APART = re.compile(r"[\s,.|·•:-]*")
_HEADER = re.compile(r"([^\W\d_]{1,12})\s?:\s")


class Letter(NamedTuple):
    """A letter or a post: its author (an entity id) and the paragraphs of its body."""

    author: int
    paragraphs: tuple[Span, ...]


class _Opening(NamedTuple):
    """Where a letter's body begins (a paragraph's index), who is said to have written it, and how sure it is one."""

    body: int
    author: int | None
    announced: bool


def first_person_spans(analysis: Analysis, mentions: Mentions, scene: Scene | None = None) -> Spoken:
    """Where somebody speaks: start, end and the speaker's entity id of each quote and each letter paragraph.

    Within such a span the first person stands for that entity. Nothing in an extract from fiction.
    ``scene`` is that of the document, where the caller has it already.
    """
    scene = Scene(analysis, mentions) if scene is None else scene
    fiction = scene.words.phrases["fiction"]
    if fiction.may_stand_in(scene.lower) and fiction.search(scene.text):
        return ()
    letters = [(p.start, p.end, letter.author) for letter in find_letters(scene) for p in letter.paragraphs]
    letters = letters or find_answers(scene)
    marked = [
        (speech.start, speech.end, who)
        for speech, who in attributed(scene)
        if not any(start <= speech.start < end for start, end, _ in letters)
    ]
    return tuple(sorted(letters + marked))


def find_letters(scene: Scene) -> tuple[Letter, ...]:
    """The letters and posts of a document. One whose author the text does not name is left out."""
    letters: list[Letter] = []
    free = 0
    full = scene.words.phrases["in_full"].may_stand_in(scene.lower)
    for index in range(len(scene.paragraphs)):
        if index < free:
            continue
        opening = _opening(scene, index, full)
        if opening is None:
            continue
        if letters and opening.author is not None and _is_header(scene, index):
            letters += _comment(scene, opening)
            free = opening.body + 1
            continue
        letter, end = _read(scene, opening)
        if letter is not None:
            letters.append(letter)
            free = end
    return tuple(letters)


def _opening(scene: Scene, index: int, full: bool = True) -> _Opening | None:
    """The opening of a letter that stands in this paragraph, if any. ``full``: the text may announce one."""
    start, end = scene.paragraphs[index]
    text = scene.text
    phrases = scene.words.phrases
    if _is_salutation(scene, index):
        return _Opening(index + 1, None, False)
    if end - start <= 2 * _SHORT and (byline := _byline(scene, index) or _memo(scene, index)) is not None:
        return byline
    announced = full and phrases["in_full"].search(text, start, end) is not None and _has_medium(scene, start, end)
    if text[end - 1] == ":":
        tail = _last_sentence(scene, start, end)
        posted = phrases["posted"].search(text, tail, end) is not None
        announced = announced or posted or _ends_on_platform(scene, tail, end)
    if not announced or _MARKS.search(text, start, end):
        return None
    body = index + 1
    if body < len(scene.paragraphs) and _is_salutation(scene, body):
        body += 1
    return _Opening(body, _announced_author(scene, start, end), True)


def _comment(scene: Scene, opening: _Opening) -> list[Letter]:
    """What a reader wrote below a post: the paragraph behind the header with his name."""
    if opening.author is None or opening.body >= len(scene.paragraphs) or not _is_prose(scene, opening.body):
        return []
    return [Letter(opening.author, (Span(*scene.paragraphs[opening.body]),))]


def _is_salutation(scene: Scene, index: int) -> bool:
    start, end = scene.paragraphs[index]
    if end - start > _SHORT or scene.text[end - 1] not in ",:!-":
        return False
    return scene.words.phrases["salutations"].match(scene.text, start) is not None


def _has_medium(scene: Scene, start: int, end: int) -> bool:
    media = scene.words["media"]
    return any(token.lower in media for token in scene.tokens(start, end))


def _last_sentence(scene: Scene, start: int, end: int) -> int:
    sentence = scene.sentence_at(end - 1)
    return max(start, sentence.start) if sentence else start


def _ends_on_platform(scene: Scene, start: int, end: int) -> bool:
    """Whether a line ends with the name of a place where people post ("... on X:")."""
    return any(
        not _WORD.search(scene.text, match.end(), end)
        for match in scene.words.phrases["platforms"].pattern.finditer(scene.text, max(start, end - 40), end)
    )


def _announced_author(scene: Scene, start: int, end: int) -> int | None:
    """The author by an introduction: a subject, or the name behind "by" or "of"."""
    for person in scene.persons(start, end):
        before = scene.tokens(max(start, person.start - 25), person.start)
        if before and before[-1].lower in scene.words["authors"]:
            return person.entity
    return scene.subject(scene.items(start, end), end)


def _byline(scene: Scene, index: int) -> _Opening | None:
    """A post known by its byline, or by a header that begins with its author's name."""
    start, end = scene.paragraphs[index]
    named = scene.persons(start, end)
    if not named:
        return None
    body = index + 1
    opening = _behind_date(scene, start, named[0].start)
    if scene.words.phrases["bylines"].match(scene.text, opening):
        lead = _WORD.findall(scene.text[opening : named[0].start])
        return _Opening(body, named[0].entity, False) if len(lead) <= 4 else None
    rest = scene.text[named[0].end : end].strip()
    if named[0].start != start or (rest and rest[0] not in "·|•@("):
        return None
    while body < len(scene.paragraphs) and _is_header(scene, body):
        body += 1
    return _Opening(body, named[0].entity, False) if rest or body > index + 1 else None


def _behind_date(scene: Scene, start: int, end: int) -> int:
    """Where a line begins, or goes on behind the day that it begins with: "22 January, by X"."""
    dates = [d.end for d in scene.mentions.dates if start <= d.start < start + _LEAD and d.end < end]
    apart = _APART.match(scene.text, dates[0]) if dates else None
    return apart.end() if apart else start


def _memo(scene: Scene, index: int) -> _Opening | None:
    """A memorandum known by the lines that say from whom, to whom and of what: "From: X"."""
    start, end = scene.paragraphs[index]
    header = _HEADER.match(scene.text, start, end)
    if header is None or header[1].lower() not in scene.words["authors"]:
        return None
    named = scene.persons(start, end)
    body = index + 1
    while body < len(scene.paragraphs) and _HEADER.match(scene.text, *scene.paragraphs[body]):
        body += 1
    others = body > index + 1 or (index and _HEADER.match(scene.text, *scene.paragraphs[index - 1]))
    return _Opening(body, named[0].entity, True) if named and others else None


def _is_header(scene: Scene, index: int) -> bool:
    """Whether a line describes the author or the time of a post: parts set off by dots or bars."""
    start, end = scene.paragraphs[index]
    return end - start <= 2 * _SHORT and re.search(r" [·|•] ", scene.text[start:end]) is not None


def _read(scene: Scene, opening: _Opening) -> tuple[Letter | None, int]:
    """The letter behind an opening, None where what follows is none; and the paragraph at which it ends."""
    sign_off = _sign_off(scene, opening.body)
    author = _signatory(scene, sign_off) if sign_off is not None else None
    if author is None:
        author = opening.author
    if author is None:
        return None, opening.body
    limit = sign_off if sign_off is not None else len(scene.paragraphs)
    body: list[int] = []
    pending: list[int] = []
    for index in range(opening.body, min(limit, opening.body + _MAX_PARAGRAPHS)):
        if not body and index < opening.body + _BRIDGE and _opening(scene, index) is not None:
            return None, index
        if _stops(scene, index, author):
            limit = index
            break
        pending.append(index)
        if scene.addresses(index, "first_person") or (body and scene.addresses(index, "second_person")):
            body += pending
            pending = []
        elif len(pending) > _BRIDGE and sign_off is None:
            break
    if sign_off == limit:
        body += pending
    if not body or not _is_personal(scene, body, opening.announced):
        return None, opening.body
    end = body[-1] + 1
    spans = [Span(*scene.paragraphs[i]) for i in body if _is_prose(scene, i)]
    if sign_off == limit:
        added = list(_postscripts(scene, sign_off))
        spans += [Span(*scene.paragraphs[i]) for i in added]
        end = max([end, *(i + 1 for i in added)])
    return (Letter(author, tuple(spans)) if spans else None), end


def _sign_off(scene: Scene, body: int) -> int | None:
    """The paragraph that closes a letter: "Yours sincerely," or a line that is only a name."""
    for index in range(body, min(body + _SIGN_OFF_REACH, len(scene.paragraphs))):
        start, end = scene.paragraphs[index]
        if end - start > _SHORT:
            continue
        match = scene.words.phrases["signoffs"].match(scene.text, start)
        if match and len(_WORD.findall(scene.text[match.end() : end])) <= 3 and index > body:
            return index
        named = scene.persons(start, end)
        if index > body and named and named[0].start - start <= 2 and end - named[0].end <= 2:
            return index
    return None


def _signatory(scene: Scene, sign_off: int) -> int | None:
    """The person named in the signature: the fullest name in the lines from the sign-off on."""
    best: tuple[int, int] | None = None
    for start, end in scene.paragraphs[sign_off : sign_off + 4]:
        if end - start > _SHORT:
            break
        for person in scene.persons(start, end)[:1]:
            size = len(scene.mentions.entities[person.entity].name)
            best = max(best or (0, 0), (size, person.entity))
    return best[1] if best else None


def _postscripts(scene: Scene, sign_off: int) -> Iterator[int]:
    for index in range(sign_off + 1, min(sign_off + 6, len(scene.paragraphs))):
        start, _ = scene.paragraphs[index]
        if scene.words.phrases["postscripts"].match(scene.text, start):
            yield index


def _stops(scene: Scene, index: int, author: int) -> bool:
    """Whether a paragraph is none of the letter's: the page's own words, another's post, or one about its author."""
    start, end = scene.paragraphs[index]
    text = scene.text
    if text[start] in "#©*" or scene.words.phrases["noise"].match(text, start):
        return True
    if _is_header(scene, index) or not _WORD.search(text, start, end):
        return True
    own = scene.addresses(index, "first_person")
    return not own and any(person.entity == author for person in scene.persons(start, end))


def _is_personal(scene: Scene, body: list[int], announced: bool) -> bool:
    """Whether somebody speaks of himself here; without an introduction, most of the paragraphs must do so."""
    singular = sum(scene.addresses(i, "first_person_singular") for i in body)
    quoted = sum(bool(_MARKS.match(scene.text, scene.paragraphs[i][0])) for i in body)
    if quoted * 2 > len(body):
        return False
    if announced or singular * 2 >= len(body):
        return singular > 0
    prose = [i for i in body if _is_prose(scene, i)]
    return sum(_speaks(scene, i) for i in prose) * 2 > len(prose) and any(_speaks(scene, i, "_singular") for i in prose)


def _speaks(scene: Scene, index: int, number: str = "") -> bool:
    """Whether a paragraph has the first person outside of what it quotes."""
    bare = _QUOTED.sub(" ", scene.text[slice(*scene.paragraphs[index])])
    return not scene.words["first_person" + number].isdisjoint(_WORD.findall(bare.lower()))


def _is_prose(scene: Scene, index: int) -> bool:
    start, end = scene.paragraphs[index]
    return len(_WORD.findall(scene.text[start:end])) >= _MIN_WORDS
