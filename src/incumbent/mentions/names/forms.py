"""The forms under which a name is met again: surnames, given names, short names, acronyms, writing in capitals."""

from __future__ import annotations

from collections.abc import Iterable

from incumbent.lexicon import name_bits as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.mentions.names.candidates import Candidate

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SMALL = lx.CONNECTOR | lx.COMPLEMENT | lx.AND | lx.ARTICLE
_LEADING = frozenset({'"', "«", "("})


def core(words: Iterable[str], lex: NameLexicon) -> tuple[str, ...]:
    """The words of a person's name in small letters, without initials, nickname and suffixes."""
    kept: list[str] = []
    quoted = False
    for word in words:
        if word in ('"', "«", "»", "(", ")"):
            quoted = not quoted if word == '"' else word in _LEADING
            continue
        if quoted or not word[0].isalnum() or len(word) == 1:
            continue
        lower = word.lower()
        if kept and (lower in _GENERATIONS or (word.isupper() and len(word) < 4 and lex.of(lower) & lx.SUFFIX)):
            continue
        kept.append(lower)
    return tuple(kept)


def person_forms(words: tuple[str, ...], lex: NameLexicon) -> set[str]:
    """Small-letter keys of the short forms of a person's full name."""
    names = core(words, lex)
    found = {" ".join(names)}
    if len(names) < 2:
        return found
    for i in range(1, len(names)):
        if not (i == len(names) - 1 and lex.of(names[i]) & lx.STOP):
            found.add(" ".join(names[i:]))
        if not lex.of(names[i - 1]) & lx.PARTICLE or i > 1:
            found.add(" ".join(names[:i]))
    found.add(f"{names[0]} {names[-1]}")
    for short in lex.gazetteer.diminutives.get(names[0], ()):
        found |= {short, f"{short} {names[-1]}"}
    found.update(nicknames(words))
    return found


def nicknames(words: tuple[str, ...]) -> set[str]:
    """What stands in quotation marks or brackets inside the name, alone and with the last name."""
    found: set[str] = set()
    for mark, closing in (('"', '"'), ("«", "»"), ("(", ")")):
        if mark in words:
            first = words.index(mark)
            rest = words[first + 1 :]
            if closing in rest:
                nick = " ".join(rest[: rest.index(closing)]).lower()
                found |= {nick, f"{nick} {words[-1].lower()}"}
    return found


def bare(key: str, lex: NameLexicon) -> str:
    """An organisation's key without the legal forms behind it."""
    words = key.split(" ")
    while len(words) > 1 and lex.of(words[-1]) & lx.LEGAL:
        words.pop()
    return " ".join(words)


def org_forms(words: tuple[str, ...], key: str, lex: NameLexicon) -> set[str]:
    """Small-letter keys of the short forms of an organisation's full name."""
    short = bare(key, lex)
    found = {key, short}
    parts = short.split(" ")
    capitals = [w for w in words if w[0].isupper()]
    if len(words) > 1:
        found.add("".join(w[0] for w in capitals).lower())
        main = [w for w in words if w[0].isalpha() and not lex.of(w.lower()) & _SMALL]
        found.add("".join(w[0] for w in main).lower())
        found.add("".join(part[0] for w in main for part in w.split("-") if part).lower())
        if len(main) == len(parts) > 2:
            found.update(_without_qualities(parts, lex))
    for i in range(1, len(parts)):
        bits = lex.of(parts[i - 1])
        if bits & _SMALL:
            continue
        if i > 1 or not bits & (lx.HEAD | lx.ADJECTIVE | lx.PLACE | lx.DEMONYM | lx.STOP):
            found.add(" ".join(parts[:i]))
    if len(parts) == 2 and len(parts[0]) < 4 and not lex.of(parts[1]) & (lx.HEAD | lx.PLACE | lx.ADJECTIVE):
        found.add(parts[1])
    return found


def _without_qualities(parts: list[str], lex: NameLexicon) -> set[str]:
    """The name without the quality that it begins with ("Royal Wick Opera"), and its first and last words alone."""
    found = {" ".join(parts[1:])} if lex.of(parts[0]) & lx.ADJECTIVE else set()
    if lex.of(parts[-1]) & lx.HEAD and not lex.of(parts[0]) & (lx.ADJECTIVE | lx.HEAD):
        found.add(f"{parts[0]} {parts[-1]}")
    return found


def acronym_behind(candidate: Candidate) -> str:
    """The acronym in brackets behind a name, in small letters."""
    tokens = candidate.tokens
    i = candidate.last
    if i + 2 < len(tokens) and tokens[i].text == "(" and tokens[i + 2].text == ")":
        text = tokens[i + 1].text
        if text.isupper() and len(text) > 1:
            return tokens[i + 1].lower
    return ""
