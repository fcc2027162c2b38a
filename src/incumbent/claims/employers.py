"""Which of the names taken for organisations can have posts: no meeting, statute or word of the text itself."""

from __future__ import annotations

from incumbent.lexicon.grammar import Grammar
from incumbent.model import Analysis, Mentions


def keep_employers(analysis: Analysis, mentions: Mentions, words: Grammar) -> Mentions:
    """The mentions without those of organisations that have no posts.

    Left out are names whose last word says what they are (an act, a meeting, a prize), and single
    words that the text also writes in small letters ("Appointed: May 2021 ... was appointed").
    """
    small = {t.lower for s in analysis.sentences if not s.heading for t in s.tokens if t.text == t.lower}
    kept = tuple(
        name
        for name in mentions.names
        if name.kind != "org" or _is_employer(analysis.text[name.start : name.end], small, words)
    )
    return mentions if len(kept) == len(mentions.names) else mentions._replace(names=kept)


def _is_employer(name: str, small: set[str], words: Grammar) -> bool:
    parts = name.lower().replace("'", " ").split()
    if not parts:
        return False
    if len(parts) == 1 and (parts[0] in small or words.is_function(parts[0])):
        return False
    return parts[-1] not in words["no_employers"] and parts[0] not in words["no_employers"]
