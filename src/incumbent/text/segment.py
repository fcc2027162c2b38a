"""Paragraphs, sentences and tokens."""

from __future__ import annotations

import re
from functools import partial
from itertools import accumulate

from incumbent.lexicon.language import Language, language
from incumbent.model import Sentence, Token

_WORD = re.compile(
    r"([^\W\d_][\w\u2060]*(?:(?<=\w)&(?=\w)[\w\u2060]*)*(?:-[\w\u2060]+)*'?"
    r"|\d+(?:[.,:/]\d+)*(?:[^\W\d_]{1,2}\b)?|[^\w\s\u2060])"
)
_END = re.compile(r"[.!?…]+[\"'»)\]]*(?=\s)|[。！？]+[”’」』）]*")
_APART = re.compile(r"[\s(\"']")
_WINDOW = 100
_HEADING_MAX = 120
_LIST = re.compile(r"\s*(?:[-–•■*·]|\(?[a-z0-9ivx]{1,4}[.)])\s+")
_INITIALS = re.compile(r"(?:^|[\s(\"])(?:[^\W\d_]\.\s?)*[A-ZÀ-Þ]$")


def segment(text: str, lang: str, title_end: int = 0) -> tuple[Sentence, ...]:
    """Split a normalised text into sentences with tokens; the first ``title_end`` characters are a title."""
    lexicon = language(lang)
    sentences: list[Sentence] = []
    start = 0
    number = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            number += 1
            bounds = _sentence_bounds(line, lexicon)
            heading = end <= title_end or (len(bounds) == 1 and is_heading(line))
            for first, last in bounds:
                tokens = tuple(tokenise(text, start + first, start + last, lexicon))
                if tokens:
                    words = tuple([token[3] for token in tokens])
                    sentences.append(Sentence(tokens[0].start, tokens[-1].end, number, heading, tokens, words))
        start = end + 1
    return tuple(sentences)


def is_heading(line: str) -> bool:
    """Whether a paragraph of one sentence is a heading or a label: short, and not closed by a full stop."""
    bare = line.strip()
    return len(bare) <= _HEADING_MAX and bare[-1] not in '.!?…;,。！？"»' and not _LIST.match(line)


def _sentence_bounds(line: str, lexicon: Language) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    first = 0
    for match in _END.finditer(line):
        if _is_boundary(line, match, lexicon):
            bounds.append((first, match.end()))
            first = match.end()
    if line[first:].strip():
        bounds.append((first, len(line)))
    return bounds


def _is_boundary(line: str, match: re.Match[str], lexicon: Language) -> bool:
    # Windows, not all the rest and all before: a line may have megabytes and thousands of full stops.
    rest = line[match.end() : match.end() + _WINDOW].lstrip()
    if not rest:
        return False
    mark = match.group()
    following = rest.lstrip("\"'«([ -")[:1]
    if following.islower() and not mark.startswith(("。", "！", "？")):
        return False
    if mark[0] != ".":
        return True
    before = line[max(0, match.start() - _WINDOW) : match.start()]
    word = _APART.split(before.rpartition(" ")[2])[-1]
    if word.lower() in lexicon.abbreviations or (word.lower() in lexicon.soft_abbreviations and following.isdigit()):
        return False
    if mark != "." or before[-1:].islower():
        return True
    return not (_INITIALS.search(before[-12:]) and word.lower() not in lexicon.final_letters)


def tokenise(text: str, start: int, end: int, lexicon: Language) -> list[Token]:
    """Tokens of text[start:end]. An elided article or a possessive ending is a token of its own."""
    # No step in Python for each of a text's words: what lies between two words and the words, in turn.
    parts = _WORD.split(text[start:end])
    places = list(accumulate(map(len, parts), initial=start))
    words = parts[1::2]
    tokens = list(map(_token, zip(places[1::2], places[2::2], words, map(str.lower, words), strict=False)))
    return tokens if "'" not in text[start:end] else _part_elisions(text, tokens, lexicon)


# What Token(...) does, without the call of a function in Python.
_token = partial(tuple.__new__, Token)


def _part_elisions(text: str, tokens: list[Token], lexicon: Language) -> list[Token]:
    """Part the apostrophe behind a word that leans on no other; then join what it holds together."""
    parted: list[Token] = []
    alone = False
    for token in tokens:
        if "'" in token.text:
            if token.text == "'":
                alone = True
            elif token.lower not in lexicon.elisions:
                alone = True
                last = token.end - 1
                parted += Token(token.start, last, token.text[:-1], token.lower[:-1]), Token(last, last + 1, "'", "'")
                continue
        parted.append(token)
    return _join_names(text, parted, lexicon) if alone else parted


def _join_names(text: str, tokens: list[Token], lexicon: Language) -> list[Token]:
    """Join what an apostrophe holds together: a possessive ('s), a contraction (n't), a name (O'Brien, N'Dour)."""
    joined: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.text == "'" and joined and i + 1 < len(tokens):
            before, after = joined[-1], tokens[i + 1]
            if before.end == token.start and token.end == after.start and after.text[0].isalpha():
                if after.lower in lexicon.clitics:
                    joined.append(Token(token.start, after.end, "'" + after.text, "'" + after.lower))
                else:
                    word = text[before.start : after.end]
                    joined[-1] = Token(before.start, after.end, word, word.lower())
                i += 2
                continue
        joined.append(token)
        i += 1
    return joined
