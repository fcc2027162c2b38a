"""Paragraphs, sentences and tokens."""

from __future__ import annotations

import re

from incumbent.lexicon.language import Language, language
from incumbent.model import Sentence, Token

_WORD = re.compile(
    r"\d+(?:[.,:/]\d+)*(?:[^\W\d_]{1,2}\b)?|[^\W\d_](?:[\w\u2060]|(?<=\w)&(?=\w))*(?:-[\w\u2060]+)*'?|[^\w\s\u2060]",
    re.UNICODE,
)
_END = re.compile(r"[.!?…]+[\"'»)\]]*(?=\s)|[。！？]+[”’」』）]*")
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
                    sentences.append(Sentence(tokens[0].start, tokens[-1].end, number, heading, tokens))
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
    word = re.split(r"[\s(\"']", before)[-1]
    if word.lower() in lexicon.abbreviations or (word.lower() in lexicon.soft_abbreviations and following.isdigit()):
        return False
    return not (_INITIALS.search(before[-12:]) and mark == "." and word.lower() not in lexicon.final_letters)


def tokenise(text: str, start: int, end: int, lexicon: Language) -> list[Token]:
    """Tokens of text[start:end]. An elided article or a possessive ending is a token of its own."""
    # What Token(...) does, without the call of a function in Python for each of a text's words.
    new = tuple.__new__
    if "'" not in text[start:end]:
        return [new(Token, (m.start(), m.end(), word := m[0], word.lower())) for m in _WORD.finditer(text, start, end)]
    tokens: list[Token] = []
    append = tokens.append
    alone = False
    for match in _WORD.finditer(text, start, end):
        first, last = match.span()
        word = match[0]
        lower = word.lower()
        if "'" in word:
            cut = word.find("'") + 1
            if cut == 1:
                alone = True
            elif word[:cut].lower() not in lexicon.elisions:
                alone = True
                word, last = word[: cut - 1], last - 1
                append(Token(first, last, word, word.lower()))
                append(Token(last, last + 1, "'", "'"))
                continue
        append(new(Token, (first, last, word, lower)))
    return _join_names(text, tokens, lexicon) if alone else tokens


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
