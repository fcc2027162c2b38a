"""Which of the names taken for organisations can have posts: no meeting, statute or word of the text itself."""

from __future__ import annotations

from incumbent.lexicon.grammar import Grammar
from incumbent.model import Analysis, Mentions, NameMention, PostMention


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
    return mentions._replace(names=kept, posts=_part_posts(analysis.text, kept, mentions.posts, words))


def _part_posts(
    text: str, names: tuple[NameMention, ...], posts: tuple[PostMention, ...], words: Grammar
) -> tuple[PostMention, ...]:
    """The posts without the first words of an organisation ("president of the court" of "court of Brives")."""
    parted: list[PostMention] = []
    at = 0
    for post in posts:
        while at < len(names) and names[at].end <= post.start:
            at += 1
        name = names[at] if at < len(names) else None
        if name is not None and post.start < name.start < post.end < name.end and name.kind != "person":
            end = _before(text, post.start, name.start, words)
            post = post._replace(end=end) if end > post.start else post
        parted.append(post)
    return tuple(parted)


def _before(text: str, start: int, end: int, words: Grammar) -> int:
    """Where a post ends whose organisation begins at ``end``: before the words that join the two."""
    joining = words.union("of", "at", "determiners")
    head = text[start:end].rstrip()
    while True:
        cut = max(head.rfind(" "), head.rfind("'", 0, len(head) - 1))
        if cut < 0 or head[cut + 1 :].lower() not in joining:
            return start + len(head.rstrip())
        head = head[: cut + (head[cut] == "'")].rstrip()


def _is_employer(name: str, small: set[str], words: Grammar) -> bool:
    parts = name.lower().replace("'", " ").split()
    if not parts:
        return False
    if len(parts) == 1 and (parts[0] in small or words.is_function(parts[0])):
        return False
    return parts[-1] not in words["no_employers"] and parts[0] not in words["no_employers"]
