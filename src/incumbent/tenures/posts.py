"""Which claims of one person at one organisation speak of the same post."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from incumbent.model import Sourced
from incumbent.resolve import fold_text

# Roles that name one post of an organisation by themselves. Of all others an organisation has several
# ("minister of finance", "minister of health"), and the words of the post tell them apart.
ONE_POST_ROLES = frozenset(
    {
        "ceo", "cfo", "coo", "cto", "cpo", "cmo", "cio", "ciso", "clo", "chro", "cro", "chief_scientist", "president",
        "chair", "board_member", "founder", "partner", "secretary_general", "head_of_state", "head_of_government",
        "governor", "mayor", "party_leader", "legislator",
    }
)  # fmt: skip

_NO_ROLE = frozenset({None, "other"})

# Who chairs a board is a president in other languages ("président", "presidente").
_CALLED_ELSEWHERE = {"president": "chair"}


def post_groups(claims: Iterable[Sourced]) -> dict[str, str | None]:
    """For each claim's id, a key of the post that it speaks of; None where it names none.

    By role; where a role stands for several posts, by role and words. A claim whose role is not
    known goes with those that use the same words. Words in two languages are taken for one post
    only where neither language has two posts of that role here; so are the president of one language
    and the chair of another. Rumours and denials join the posts that others show, and part none.
    """
    groups: dict[str, str | None] = {}
    posted: list[tuple[Sourced, str]] = []
    for sourced in claims:
        if sourced.claim.post is None:
            groups[sourced.id] = None if sourced.claim.role in _NO_ROLE else str(sourced.claim.role)
        else:
            posted.append((sourced, fold_text(sourced.claim.post)))
    roles = _roles_of_words(posted)
    buckets: dict[str, list[tuple[Sourced, str]]] = defaultdict(list)
    for sourced, words in posted:
        role = str(sourced.claim.role) if sourced.claim.role not in _NO_ROLE else roles.get(words, "")
        buckets[role].append((sourced, words))
    _join_across_languages(buckets)
    for role, members in buckets.items():
        sure = [member for member in members if _asserts(member[0])]
        names = {**_names(role, members), **_names(role, sure)}
        groups |= {sourced.id: names[words] for sourced, words in members}
    return groups


def _join_across_languages(buckets: dict[str, list[tuple[Sourced, str]]]) -> None:
    """Put roles that differ only by language together, where no language here uses both."""
    for role, usual in _CALLED_ELSEWHERE.items():
        one, other = ({sourced.lang for sourced, _ in buckets.get(name, ())} for name in (role, usual))
        if one and other and one.isdisjoint(other):
            buckets[usual] += buckets.pop(role)


def _asserts(sourced: Sourced) -> bool:
    return sourced.claim.status in ("actual", "planned")


def _roles_of_words(posted: list[tuple[Sourced, str]]) -> dict[str, str]:
    """The role that most claims give to a post of these words."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for sourced, words in posted:
        if sourced.claim.role not in _NO_ROLE and _asserts(sourced):
            votes[words][str(sourced.claim.role)] += 1
    return {words: min(counts, key=lambda role: (-counts[role], role)) for words, counts in votes.items()}


def _names(role: str, members: list[tuple[Sourced, str]]) -> Mapping[str, str]:
    """A key for each wording of a post within one role."""
    wordings = {words for _, words in members}
    if role in ONE_POST_ROLES:
        return dict.fromkeys(wordings, role)
    if not role:
        return {words: f":{words}" for words in wordings}
    fullest = _fullest(wordings)
    by_language: dict[str | None, set[str]] = defaultdict(set)
    for sourced, words in members:
        by_language[sourced.lang].add(fullest[words])
    if all(len(posts) == 1 for posts in by_language.values()):
        return dict.fromkeys(wordings, role)
    return {words: f"{role}:{fullest[words]}" for words in wordings}


def _fullest(wordings: set[str]) -> dict[str, str]:
    """Each wording's fullest form: "minister" is "minister of finance" where that is the only one."""
    # Words of one or two letters ("of", "de") say nothing of the post.
    content = {words: frozenset(w for w in words.split() if len(w) > 2) or frozenset({words}) for words in wordings}
    result: dict[str, str] = {}
    for words in sorted(wordings):
        wider = {other for other in wordings if content[words] <= content[other] and _fuller(content, other, words)}
        tops = [other for other in wider if not any(_fuller(content, third, other) for third in wider)]
        result[words] = tops[0] if len(tops) == 1 else words
    return result


def _fuller(content: Mapping[str, frozenset[str]], one: str, other: str) -> bool:
    """Whether ``one`` says all that ``other`` says and more; of two that say the same, the first of the alphabet."""
    if content[one] == content[other]:
        return one < other
    return content[one] > content[other]
