"""Direct speech between quotation marks, and who is said to have spoken it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from incumbent.claims.scene import Item, Scene

_CLOSERS = {'"': '"', "«": "»", "»": "«", "「": "」", "『": "』"}
_MARK = re.compile(r"[\"«»「」『』]")
_SINGLE = re.compile(r"(?:(?<=\s)|^)'(?=[A-ZÀ-Þ])([^\"«»\n]{15,}?[,.!?…])'(?!\w)")
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_MIN_WORDS = 4
_MIN_CLOSED = 3
_AFTER_ITEMS = 40
_VERB_REACH = 14
_QUALIFIER = 20
_STOPS = frozenset("?!;")


class Speech(NamedTuple):
    """A marked quotation: the words from ``start`` to ``end``, marks and all from ``outer`` to ``close`` (half-open).

    ``resumed``: the mark that opens it repeats that of the paragraph before, which was not closed.
    """

    start: int
    end: int
    outer: int
    close: int
    resumed: bool


def scan(scene: Scene) -> list[Speech]:
    """All marked passages of a document, whatever their length."""
    found: list[Speech] = []
    left_open = ""
    single = " '" in scene.text or "\n'" in scene.text or scene.text.startswith("'")
    if not single and not _MARK.search(scene.text):
        return found
    for start, end in scene.paragraphs:
        if not left_open and not _MARK.search(scene.text, start, end):
            if single:
                found.extend(_single(scene.text, start, end))
            continue
        passages, left_open = _scan_paragraph(scene.text, start, end, left_open)
        found.extend(passages)
    return found


def _scan_paragraph(text: str, start: int, end: int, left_open: str) -> tuple[list[Speech], str]:
    """The passages of a paragraph, and the mark that it leaves open."""
    found: list[Speech] = []
    opener, outer, resumed = "", start, False
    for match in _MARK.finditer(text, start, end):
        mark, place = match.group(), match.start()
        if opener:
            if mark == _CLOSERS[opener]:
                found.append(_trim(text, outer, place + 1, outer + 1, place, resumed))
                opener = ""
        elif mark != "»" or (place == start and left_open) or _opens(text, place):
            resumed = place == start and bool(left_open)
            opener = left_open if resumed else mark
            outer = place
            if opener not in _CLOSERS:
                opener = ""
    if opener:
        found.append(_trim(text, outer, end, outer + 1, end, resumed))
    return found, opener


def _opens(text: str, place: int) -> bool:
    """Whether a mark that may do either opens a quotation: a blank before it and none behind."""
    return (place == 0 or text[place - 1].isspace()) and not text[place + 1 : place + 2].isspace()


def _trim(text: str, outer: int, close: int, start: int, end: int, resumed: bool) -> Speech:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Speech(start, end, outer, close, resumed)


def _single(text: str, start: int, end: int) -> Iterator[Speech]:
    """Quotations in single marks, where the closing one follows a mark of punctuation."""
    for match in _SINGLE.finditer(text, start, end):
        yield Speech(match.start(1), match.end(1), match.start(), match.end(), False)


def attributed(scene: Scene) -> Iterator[tuple[Speech, int]]:
    """The quotations of a clause or more whose speaker is named."""
    speeches = scan(scene)
    last: tuple[Speech, int] | None = None
    for i, speech in enumerate(speeches):
        before = speeches[i - 1] if i else None
        after = speeches[i + 1].outer if i + 1 < len(speeches) else len(scene.text)
        text = scene.text[speech.start : speech.end]
        if not _is_speech(text, scene.text[speech.close : speech.close + 2]) and not (
            last and last[0] is before and _goes_on(scene, last[0], speech)
        ):
            continue
        who = _speaker(scene, speech, before, after, last)
        if who is not None:
            last = (speech, who)
            yield speech, who


def _is_speech(text: str, behind: str) -> bool:
    """Whether a marked passage is a clause of its own and not words lifted out of one; ``behind`` is what follows."""
    first = next((c for c in text if c.isalnum()), "")
    words = len(_WORD.findall(text))
    closed = text[-1:] in ",.!?…" or "," in behind
    return not first.islower() and words >= (_MIN_CLOSED if closed else _MIN_WORDS)


def _goes_on(scene: Scene, said: Speech, speech: Speech) -> bool:
    """Whether a passage in lower case goes on with a sentence that the clause of its speaker broke off."""
    gap = scene.text[said.close : speech.outer].strip()
    long = len(_WORD.findall(scene.text[speech.start : speech.end])) >= _MIN_WORDS
    return long and scene.text[said.end - 1] == "," and gap.endswith(",") and len(gap) < 120


def _speaker(
    scene: Scene, speech: Speech, before: Speech | None, after: int, last: tuple[Speech, int] | None
) -> int | None:
    """The speaker, by the words behind the quotation, those before it, the speech before it, or an interview."""
    text = scene.text
    index = scene.paragraph_at(speech.outer)
    start, end = scene.paragraphs[index]
    floor = max(start, before.close) if before else start
    said = _signed(scene, speech)
    if said is None:
        said = _behind(scene, speech, min(after, end))
    if said is None:
        said = _lead(scene, speech, floor, index)
    if said is not None:
        return None if said < 0 else said
    if last and (last[0].close >= start or speech.resumed) and last[0] is before:
        return last[1]
    alone = speech.outer == start and speech.close >= end
    if alone:
        return _unattributed(scene, index, last, before)
    if speech.outer > start and text[floor : speech.outer].strip()[-1:] in (".", "!", "?", "»", '"'):
        return _topic(scene, start, speech.outer)
    return None


def _signed(scene: Scene, speech: Speech) -> int | None:
    """The one who signs a letter that stands in quotation marks."""
    named = scene.persons(max(speech.start, speech.end - 60), speech.end)
    if not named or speech.end - named[-1].end > 1:
        return None
    before = scene.text[max(speech.start, named[-1].start - 40) : named[-1].start]
    return named[-1].entity if scene.words.phrases["signoffs"].search(before) else None


def _behind(scene: Scene, speech: Speech, end: int) -> int | None:
    """The speaker in the clause behind a quotation (``"...", says X``); -1 where that clause names nobody."""
    text = scene.text
    if text[speech.close : end].lstrip(" ,-")[:1].isupper() and text[speech.end - 1] in ".…":
        return None
    items: list[Item] = []
    first = speech.close
    while first < end and (text[first].isspace() or text[first] == ","):
        first += 1
    sentence = scene.sentence_at(first)
    end = min(end, sentence.end if sentence else end, speech.close + 400)
    for item in scene.items(first, end):
        if item.lower in _STOPS or len(items) >= _AFTER_ITEMS:
            break
        if items or item.lower not in (",", "-"):
            items.append(item)
    verb = next((i for i, item in enumerate(items) if item.kind == "verb"), -1)
    if 0 <= verb <= 1 and not _names(items[:verb]):
        return _inverted(scene, items[verb + 1 :], speech.outer)
    pronoun = bool(items) and items[0].kind == "pronoun"
    if verb < 0 or verb > _VERB_REACH:
        return None
    who = _described(scene, items[0], "", speech.outer) if pronoun else scene.subject(items[:verb], speech.outer)
    if who is None and pronoun:
        return -1
    return who


def _names(items: list[Item]) -> bool:
    return any(item.kind in ("person", "pronoun", "noun", "post", "org") for item in items)


def _inverted(scene: Scene, items: list[Item], place: int) -> int:
    """The subject behind its verb (``says the chairman, X``); -1 where nobody is named."""
    described: Item | None = None
    genders = [scene.words.articles[x.lower] for x in items[:3] if x.lower in scene.words.articles]
    gender = genders[0] if genders else ""
    for i, item in enumerate(items):
        if item.kind == "person":
            if items[i - 1].lower in scene.words.prepositions and i:
                continue
            return item.ref
        if item.lower in scene.words.relatives or item.kind == "verb":
            break
        definite = any(x.lower in scene.words.determiners for x in items[max(0, i - 2) : i])
        if item.kind == "pronoun" or (item.kind in ("noun", "post") and definite):
            described = described or item
            if item.kind == "pronoun":
                break
    who = _described(scene, described, gender, place) if described or genders else None
    return -1 if who is None else who


def _is_qualified(scene: Scene, post: int) -> bool:
    """Whether a word stands between an article and a post: "the new chair"."""
    before = scene.tokens(max(0, post - _QUALIFIER), post)
    return len(before) > 1 and before[-1].lower not in scene.words.articles and before[-2].lower in scene.words.articles


def _described(scene: Scene, item: Item | None, gender: str, place: int) -> int | None:
    """The person for whom a pronoun or a description behind a verb of saying stands."""
    if item is None:
        return scene.topic_of(gender, place)
    if item.kind == "post":
        mention = scene.mentions.posts[item.ref]
        new = mention.future or mention.interim or _is_qualified(scene, mention.start)
        return scene.holder(item.ref, min(place, item.start), gender, new=new)
    who = scene.topic_of(item.lower if item.kind == "pronoun" else gender, place)
    return scene.meant(item, place) if who is None else who


def _lead(scene: Scene, speech: Speech, floor: int, index: int) -> int | None:
    """The speaker in the words before a quotation (``X said: "..."``); -1 where they name nobody."""
    text = scene.text
    start, stop = floor, speech.outer
    if not text[start:stop].strip() and index and floor == scene.paragraphs[index][0]:
        start, stop = scene.paragraphs[index - 1]
    lead = text[start:stop].rstrip()
    colon = lead.endswith(":")
    if stop != speech.outer and not colon:
        return None
    sentence = scene.sentence_at(start + len(lead) - 1)
    if sentence is not None:
        start = max(start, sentence.start)
    items = scene.items(start, stop)
    verbs = [i for i, item in enumerate(items) if item.kind == "verb"]
    near = bool(verbs) and (colon or len(items) - verbs[-1] <= (3 if lead.endswith(",") else 2))
    whole = text[speech.end - 1] in ".!?…" or _first_person(scene, speech)
    if near and (whole or colon or lead.endswith(",")):
        who = scene.subject(items[: verbs[-1]], stop)
        return who if who is not None else _inverted(scene, items[verbs[-1] + 1 :], stop)
    if not colon:
        return _sourced(scene, items) if lead.endswith(",") else None
    return scene.subject(items, stop) if whole else None


def _sourced(scene: Scene, items: list[Item]) -> int | None:
    """The person whose view the words before a quotation announce ("According to X, ...")."""
    if len(items) < 2 or items[0].lower not in scene.words["sourcing"]:
        return None
    return next((item.ref for item in items[1:4] if item.kind == "person"), None)


def _first_person(scene: Scene, speech: Speech) -> bool:
    own = scene.words["first_person"]
    return any(token.lower in own for token in scene.tokens(speech.start, speech.end))


def _topic(scene: Scene, start: int, place: int) -> int | None:
    """The subject of the sentence before a quotation that stands by itself in a paragraph."""
    sentence = scene.sentence_at(place - 1)
    while sentence is not None and sentence.start > start and sentence.end - sentence.start < 3:
        sentence = scene.sentence_at(sentence.start - 1)
    if sentence is None or sentence.start < start:
        return None
    return scene.subject(scene.items(sentence.start, min(place, sentence.end)), place)


def _unattributed(scene: Scene, index: int, last: tuple[Speech, int] | None, before: Speech | None) -> int | None:
    """The speaker of a quotation that is a paragraph: the one who spoke before, or the one interviewed."""
    if not index:
        return None
    start, end = scene.paragraphs[index - 1]
    if last and before is last[0] and last[0].close >= start:
        return last[1]
    asks = scene.words["second_person"]
    question = scene.text[end - 1] == "?" or any(t.lower in asks for t in scene.tokens(start, end))
    if not question or _MARK.search(scene.text, start, end):
        return None
    return _interviewee(scene, {p.entity for p in scene.persons(start, end)})


def _interviewee(scene: Scene, asked_about: set[int]) -> int | None:
    """The person whom the text is most about and whom the question does not name."""
    counts = {who: count for who, count in scene.weights.items() if who not in asked_about} or scene.weights
    return max(counts, key=lambda who: (counts[who], -who)) if counts else None
