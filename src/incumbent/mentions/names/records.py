"""The records of a document's entities and of their mentions."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.mentions.names.candidates import Candidate
from incumbent.mentions.names.clusters import Cluster
from incumbent.mentions.names.forms import bare
from incumbent.model import Entity, NameMention


def defined_term(candidate: Candidate) -> str:
    """The term that a filing defines behind a name: the "Company" (with its article), as written."""
    tokens = candidate.tokens
    i = candidate.last
    if i >= len(tokens) or tokens[i].text != "(":
        return ""
    for j in range(i + 1, min(i + 6, len(tokens))):
        if tokens[j].text in ('"', "«"):
            for k in range(j + 2, min(j + 6, len(tokens))):
                if tokens[k].text in ('"', "»"):
                    return " ".join(t.text for t in tokens[j + 1 : k])
            return ""
    return ""


def records(
    links: list[tuple[Candidate, Cluster]], lex: NameLexicon
) -> tuple[tuple[NameMention, ...], tuple[Entity, ...]]:
    """The mentions in the order of the text, without overlaps, and the entities in the order of their first mention."""
    links.sort(key=lambda link: link[0].start)
    numbers: dict[int, int] = {}
    mentions: list[NameMention] = []
    members: list[list[Candidate]] = []
    owners: list[Cluster] = []
    end = -1
    for candidate, cluster in links:
        if candidate.start < end:
            continue
        end = candidate.end
        number = numbers.setdefault(id(cluster), len(numbers))
        if number == len(members):
            members.append([])
            owners.append(cluster)
        members[number].append(candidate)
        mentions.append(NameMention(candidate.start, candidate.end, cluster.kind, number))
    entities = tuple(_entity(n, owner, met, lex) for n, (owner, met) in enumerate(zip(owners, members, strict=True)))
    return tuple(mentions), entities


def _entity(number: int, cluster: Cluster, met: list[Candidate], lex: NameLexicon) -> Entity:
    written = list(dict.fromkeys(_surface(c) for c in met))
    full = sorted((_surface(c) for c in met if c.key == cluster.main.key), key=len, reverse=True) or written
    name = next((w for w in full if not w.isupper()), None) or _unshouted(written, full[0], lex)
    if cluster.kind == "person" and " " not in name:
        name = _with_peerage(met, lex) or name
    forms = [name, *(w for w in written if w != name)]
    if cluster.kind == "org":
        forms.extend(t for c in met if (t := defined_term(c)) and t not in forms)
    return Entity(number, cluster.kind, name, tuple(dict.fromkeys(forms)), gender_of(cluster, lex))


def _with_peerage(met: list[Candidate], lex: NameLexicon) -> str:
    """A peer who is named by one word only keeps the title, which is part of the name."""
    for candidate in met:
        if candidate.honorific == candidate.first - 1:
            title = candidate.tokens[candidate.honorific]
            if lex.of(title.lower) & lx.NOBILITY:
                return f"{title.text} {_surface(candidate)}"
    return ""


def _surface(candidate: Candidate) -> str:
    tokens = candidate.tokens
    parts: list[str] = []
    for i in range(candidate.first, candidate.last):
        if i > candidate.first and tokens[i].start > tokens[i - 1].end:
            parts.append(" ")
        parts.append(tokens[i].text)
    return "".join(parts)


def _unshouted(written: list[str], shouted: str, lex: NameLexicon) -> str:
    """The same name written in small letters elsewhere, where there is one; else the one in capitals."""
    target = bare(shouted.lower(), lex)
    return next((w for w in written if not w.isupper() and bare(w.lower(), lex) == target), shouted)


def gender_of(cluster: Cluster, lex: NameLexicon) -> str:
    """A person's gender by honorific, else by given name; "" for others and where neither tells."""
    if cluster.kind != "person":
        return ""
    told = next(
        (c.gender for group in cluster.groups if len(group.owners) == 1 for c in group.candidates if c.gender), ""
    )
    words = cluster.main.candidates[0].words
    if told or len(words) < 2:
        return told
    first = words[0].lower()
    return "" if lex.of(first) & lx.EAST_ASIAN and not lex.of(first) & lx.GIVEN else lex.gender(first)
