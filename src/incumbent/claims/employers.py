"""Which of the names taken for organisations can have posts: no meeting, statute or word of the text itself."""

from __future__ import annotations

from collections import Counter, defaultdict

from incumbent.lexicon.grammar import Grammar
from incumbent.model import Analysis, Mentions, NameMention, PostMention

# How much oftener than the whole name one word of it may stand that is no word for an organisation.
_OFTENER = 2
# Posts that companies have and towns have not, and how many tell that a text is about a company.
_OF_COMPANIES = frozenset({
    "ceo", "cfo", "coo", "cto", "cio", "cmo", "chro", "cro", "cpo", "md", "founder", "chair", "board_member",
})  # fmt: skip
_MANY = 4
# How often what looks like a place is named again below the title where it is the company.
_AGAIN = 3


def keep_employers(analysis: Analysis, mentions: Mentions, words: Grammar) -> Mentions:
    """The mentions without those of organisations that have no posts.

    Left out are names whose last word says what they are (an act, a meeting, a prize), and single
    words that the text also writes in small letters ("Appointed: May 2021 ... was appointed") or that head a
    column ("Energy").
    """
    parts = [
        analysis.text[name.start : name.end].lower().replace("'", " ").split() if name.kind == "org" else []
        for name in mentions.names
    ]
    small = _small(analysis, {own[0] for own in parts if len(own) == 1})
    kept = tuple(
        name for name, own in zip(mentions.names, parts, strict=True)
        if name.kind != "org" or _is_employer(own, small, words)
    )  # fmt: skip
    mentions = _call_short(_with_company(analysis, mentions._replace(names=kept), words), words)
    return mentions._replace(posts=_part_posts(analysis.text, kept, mentions.posts, words))


def _with_company(analysis: Analysis, mentions: Mentions, words: Grammar) -> Mentions:
    """The mentions with what looks like a place taken for the company that a text is about.

    So is a name of several words that stands in the title, in a text full of posts of companies, and again
    and again below it, once at least behind "at", oftener than any organisation.
    """
    title = {name.entity for name in mentions.names if analysis.offset and name.end <= analysis.offset}
    company = [post for post in mentions.posts if post.role in _OF_COMPANIES]
    if not title or len(company) < _MANY or len(company) * 3 < len(mentions.posts):
        return mentions
    named = Counter(name.entity for name in mentions.names if name.start >= analysis.offset)
    most = max((named[e.id] for e in mentions.entities if e.kind == "org"), default=0)
    for entity in mentions.entities:
        often = named[entity.id] >= max(_AGAIN, _OFTENER * most)
        if entity.id in title and entity.kind == "place" and " " in entity.name and often:
            starts = (name.start for name in mentions.names if name.entity == entity.id)
            if not any(set(analysis.text[:start].lower().split()[-1:]) & words["at"] for start in starts):
                continue
            names = tuple(n._replace(kind="org") if n.entity == entity.id else n for n in mentions.names)
            entities = tuple(e._replace(kind="org") if e.id == entity.id else e for e in mentions.entities)
            return mentions._replace(names=names, entities=entities)
    return mentions


def _small(analysis: Analysis, wanted: set[str]) -> set[str]:
    """Those of some words that the text has in small letters, outside of headings."""
    told = (s for s in analysis.sentences if not s.heading and not wanted.isdisjoint(s.words))
    return {lower for sentence in told for _, _, text, lower in sentence.tokens if text == lower}


def _call_short(mentions: Mentions, words: Grammar) -> Mentions:
    """The mentions with an organisation that is called by one word of its name taken for the longer name.

    "The Bank" is the first "Bank of the Fens" or "Fen Bank". A word that is none for an organisation has to begin or
    end one name alone; a place that a name ends with ("university of Wick") is not the organisation.
    """
    long: dict[str, list[int]] = defaultdict(list)
    short: dict[int, str] = {}
    joining = words.union("of", "at", "determiners")
    named = Counter(name.entity for name in mentions.names)
    for entity in mentions.entities:
        parts = entity.name.split()
        if entity.kind != "org" or not parts or not named[entity.id]:
            continue
        if not parts[1:]:
            short[entity.id] = parts[0]
        elif not words.is_function(parts[0].lower()):
            ends = {parts[0]} if parts[-2].lower() in joining else {parts[0], parts[-1]}
            for part in ends.union(part for part in parts if part.lower() in words.org_words):
                long[part].append(entity.id)
    meant = {
        one: long[word][0] for one, word in short.items()
        if (word.lower() in words.org_words and long[word])
        or (len(long[word]) == 1 and named[one] <= _OFTENER * named[long[word][0]])
    }  # fmt: skip
    if not meant:
        return mentions
    entities = list(mentions.entities)
    for one, whole in meant.items():
        entities[whole] = entities[whole]._replace(forms=(*entities[whole].forms, *entities[one].forms))
    names = tuple(name._replace(entity=meant.get(name.entity, name.entity)) for name in mentions.names)
    return mentions._replace(names=names, entities=tuple(entities))


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


def _is_employer(parts: list[str], small: set[str], words: Grammar) -> bool:
    if not parts:
        return False
    if len(parts) == 1 and (
        parts[0] in small or parts[0] in words["no_names"] or parts[0] in words.sections or words.is_function(parts[0])
    ):
        return False
    return parts[-1] not in words["no_employers"] and parts[0] not in words["no_employers"]
