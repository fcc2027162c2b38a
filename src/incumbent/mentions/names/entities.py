"""From candidates to entities: votes are summed over all mentions of a form, then short forms join full ones."""

from __future__ import annotations

from collections.abc import Iterable

from incumbent.lexicon import names as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.mentions.names.candidates import Candidate
from incumbent.mentions.names.flat import rescue
from incumbent.mentions.names.forms import bare, core, org_forms, person_forms
from incumbent.mentions.names.votes import Context, Votes, by_context, by_shape
from incumbent.model import Entity, NameMention

_LITTLE = 0.8
_ENOUGH = 1.4
_STRONG = 3.5


class Group:
    """All candidates of one key; ``kind`` is "" where the evidence does not carry a name."""

    __slots__ = ("candidates", "key", "kind", "owners", "shape", "shouted", "steady", "titled", "votes")

    def __init__(self, key: str, shape: Votes) -> None:
        self.key = key
        self.candidates: list[Candidate] = []
        self.shape = shape
        self.votes = Votes()
        self.shouted = True
        self.steady = False
        self.titled = False
        self.kind = ""
        self.owners: list[Cluster] = []


class Cluster:
    """An entity in the making: its fullest group, the others that are forms of it, and defined terms."""

    __slots__ = ("groups", "kind", "main", "terms")

    def __init__(self, main: Group) -> None:
        self.main = main
        self.kind = main.kind
        self.groups = [main]
        self.terms: list[str] = []

    @property
    def first(self) -> int:
        """Where the fullest form is met first."""
        return self.main.candidates[0].start


def build(
    candidates: list[Candidate], context: Context
) -> tuple[tuple[NameMention, ...], tuple[Entity, ...]]:
    """Type the candidates, join their forms and number the entities in the order of the text."""
    lex = context.lex
    groups = _grouped(candidates, context)
    clusters = _clusters(groups, lex)
    links = _linked(groups, clusters)
    links.extend(rescue([c for c in candidates if c.flat], links, clusters, lex))
    return _records(links, clusters, lex)


def _grouped(candidates: list[Candidate], context: Context) -> list[Group]:
    groups: dict[str, Group] = {}
    shouted = all(c.flat for c in candidates)
    for candidate in candidates:
        group = groups.get(candidate.key)
        if group is None:
            group = groups[candidate.key] = Group(candidate.key, by_shape(candidate, context))
        group.candidates.append(candidate)
        group.votes.add(by_context(candidate, context))
        group.shouted = group.shouted and candidate.flat and all(map(str.isupper, candidate.words))
        group.steady = group.steady or not (candidate.initial or candidate.label or candidate.flat or candidate.doubtful)
        group.titled = group.titled or candidate.honorific < candidate.first
    for group in groups.values():
        group.votes.add(group.shape)
        group.kind = _kind(group, shouted)
    return list(groups.values())


def _kind(group: Group, shouted: bool) -> str:
    words = group.key.count(" ") + 1
    kind = group.votes.kind(words > 1)
    if group.steady or group.titled:
        return kind
    if not shouted and (group.candidates[0].doubtful or all(c.flat for c in group.candidates)):
        needed = _STRONG
    else:
        needed = (_LITTLE if shouted else _ENOUGH) if words == 1 or all(c.label for c in group.candidates) else 0.0
    return kind if group.votes.best >= needed else ""


def _clusters(groups: list[Group], lex: NameLexicon) -> list[Cluster]:
    """Clusters of full names; a group that is a short form of one keeps it among its ``owners``."""
    index: dict[str, list[Cluster]] = {}
    clusters: list[Cluster] = []
    ranked = sorted(groups, key=lambda g: (g.shouted, -_fullness(g, lex), g.candidates[0].start))
    for group in ranked:
        owners = _owners(group, index, lex)
        if owners:
            group.owners = owners
            for owner in owners:
                owner.groups.append(group)
            continue
        if not group.kind:
            continue
        cluster = Cluster(group)
        group.owners = [cluster]
        clusters.append(cluster)
        for form in _forms(group, lex):
            index.setdefault(form, []).append(cluster)
    return clusters


def _fullness(group: Group, lex: NameLexicon) -> int:
    words = group.key.split(" ")
    if group.kind == "person":
        return 10 * len(core(group.candidates[0].words, lex)) + len(words)
    return 10 * len(words)


def _forms(group: Group, lex: NameLexicon) -> set[str]:
    words = group.candidates[0].words
    if group.kind == "person":
        return person_forms(words, lex) | {group.key}
    if group.kind == "org":
        forms = org_forms(words, group.key, lex)
        forms.update(a for c in group.candidates if (a := acronym_behind(c)))
        return forms
    return {group.key}


def _owners(group: Group, index: dict[str, list[Cluster]], lex: NameLexicon) -> list[Cluster]:
    found = index.get(group.key, [])
    if not found and group.kind == "person":
        found = index.get(" ".join(core(group.candidates[0].words, lex)), [])
    if not found and group.kind == "org":
        found = index.get(bare(group.key, lex), [])
    if not found:
        return []
    single = " " not in group.key
    persons = [c for c in found if c.kind == "person"]
    orgs = [c for c in found if c.kind != "person"]
    if persons and orgs:
        return persons if group.votes.person >= group.votes.org else orgs
    if persons and group.kind in ("org", "place"):
        weight = group.votes.org if group.kind == "org" else group.votes.place
        return persons if single and weight < _STRONG + group.votes.person else []
    if orgs and group.kind == "person":
        return orgs if group.votes.person < _STRONG and not group.titled else []
    if orgs and group.kind == "place" and group.shape.place:
        return []
    return found


def _linked(groups: list[Group], clusters: list[Cluster]) -> list[tuple[Candidate, Cluster]]:
    """Each candidate with its cluster: of several owners the one whose name was met last before it."""
    plain: list[tuple[Candidate, Cluster]] = []
    shared: list[tuple[Candidate, list[Cluster]]] = []
    for group in groups:
        if len(group.owners) == 1:
            plain.extend((c, group.owners[0]) for c in group.candidates)
        elif group.owners:
            shared.extend((c, group.owners) for c in group.candidates)
    for candidate, owners in shared:
        plain.append((candidate, _nearest(candidate, owners)))
    return plain


def _nearest(candidate: Candidate, owners: list[Cluster]) -> Cluster:
    def distance(cluster: Cluster) -> tuple[bool, int]:
        starts = [c.start for c in cluster.main.candidates]
        before = [candidate.start - s for s in starts if s <= candidate.start]
        return (not before, min(before) if before else min(s - candidate.start for s in starts))

    fitting = [o for o in owners if not (candidate.gender and _gender_of(o) not in ("", candidate.gender))]
    return min(fitting or owners, key=distance)


def _gender_of(cluster: Cluster) -> str:
    return next((c.gender for c in cluster.main.candidates if c.gender), "")


def acronym_behind(candidate: Candidate) -> str:
    """The acronym in brackets behind a name, in small letters."""
    tokens = candidate.tokens
    i = candidate.last
    if i + 2 < len(tokens) and tokens[i].text == "(" and tokens[i + 2].text == ")":
        text = tokens[i + 1].text
        if text.isupper() and len(text) > 1:
            return tokens[i + 1].lower
    return ""


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


def _records(
    links: list[tuple[Candidate, Cluster]], clusters: list[Cluster], lex: NameLexicon
) -> tuple[tuple[NameMention, ...], tuple[Entity, ...]]:
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
    return Entity(number, cluster.kind, name, tuple(dict.fromkeys(forms)), _gender(cluster, met, lex))


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


def _gender(cluster: Cluster, met: Iterable[Candidate], lex: NameLexicon) -> str:
    if cluster.kind != "person":
        return ""
    told = next((c.gender for c in met if c.gender), "")
    words = cluster.main.candidates[0].words
    if told or len(words) < 2:
        return told
    first = words[0]
    if lex.of(first.lower()) & lx.EAST_ASIAN and not lex.of(first.lower()) & lx.GIVEN:
        return ""
    return lex.gender(first)
