"""``triggers.yml``: the words that tell of a start, an end, a leave, a return or a post held."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from incumbent.lexicon.loader import RESOURCES, Node, load_yaml
from incumbent.lexicon.patterns import Pattern, Patterns, compile_pattern, inflected
from incumbent.model import KINDS, MANNERS, ROLES, STATUSES

_PERSON = ("subject", "object", "genitive", "right", "holder", "earlier", "none")
_POST = ("complement", "own", "trigger", "none")
_ORG = ("near", "object", "known", "none")
_FROM = ("none", "from", "to")
_KEYS = {
    "kind", "manner", "person", "old", "post", "org", "other", "role", "status", "interim", "match", "past", "moved"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """What a trigger says and where its arguments stand.

    ``person``: the one of whom ``kind`` is said is the trigger's subject, its object (passive voice
    is handled), its genitive ("the departure of X", "her departure"), the next person to the
    right, the holder of the post that its pattern captures or somebody named before ("succeeds
    her"). ``old``: the predecessor of a succession, found the same way. ``post``: "complement"
    (named behind the trigger), "own" (the one the person has), "trigger" (the trigger's own words,
    with ``role``). ``org``: "object" where the trigger's direct object may be the organisation, "known" where what
    stands behind the trigger is none of which it is said ("leaves for O").
    ``other``: an organisation behind "from" or "to" words is where the person comes from or goes
    to. ``kind`` is empty in NO_CHANGE, the frame of words that only look like a trigger. ``past``:
    the kind that the frame has in the past tense. ``moved``: the end that a start from another
    organisation implies is told ("joins from").
    """

    kind: str
    manner: str | None
    person: str
    old: str
    post: str
    org: str
    other: str
    role: str | None
    status: str | None
    interim: bool
    past: str | None
    moved: bool
    line: int


NO_CHANGE = Frame(
    kind="", manner=None, person="none", old="none", post="none", org="none", other="none", role=None, status=None,
    interim=False, past=None, moved=False, line=0,
)  # fmt: skip


Triggers = Patterns[Frame]


@cache
def triggers(lang: str) -> Triggers:
    """The triggers of ``lang``. Raises LexiconError where the file breaks the schema."""
    root = load_yaml(RESOURCES / lang / "triggers.yml")
    fields = dict(root.items(allowed={"endings", "words", "frames", "no_change"}, required={"frames"}))
    words = word_lists(fields.get("words"), fields.get("endings"))
    patterns: list[tuple[Pattern, Frame]] = []
    seen: dict[str, int] = {}
    for node in fields["frames"].entries():
        frame = _frame(node)
        match = node.get("match")
        for entry in match.entries() if match else []:
            if entry.text() in seen:
                entry.fail(f"this pattern stands already on line {seen[entry.text()]}")
            seen[entry.text()] = entry.line
            patterns.append((compile_pattern(entry, words), frame))
    if "no_change" in fields:
        patterns += [(compile_pattern(entry, words), NO_CHANGE) for entry in fields["no_change"].entries()]
    return Patterns(patterns)


def word_lists(node: Node | None, endings: Node | None = None) -> dict[str, list[str]]:
    """The named word lists of a file, and its endings of verbs under "+name" ("-" is the bare stem)."""
    lists: dict[str, list[str]] = {}
    for name, listed in () if endings is None else endings.items():
        lists[f"+{name}"] = ["" if ending == "-" else ending for ending in listed.texts()]
    for name, listed in () if node is None else node.items():
        lists[name] = [form for entry in listed.texts() for form in inflected(listed, entry, lists)]
    return lists


def _frame(node: Node) -> Frame:
    fields = dict(node.items(allowed=_KEYS, required={"kind", "match"}))
    kind = fields["kind"].one_of(KINDS)

    def choice(key: str, choices: tuple[str, ...], default: str) -> str:
        return fields[key].one_of(choices) if key in fields else default

    def optional(key: str, choices: tuple[str, ...] | frozenset[str]) -> str | None:
        return fields[key].one_of(choices) if key in fields else None

    return Frame(
        kind=kind,
        manner=optional("manner", MANNERS.get(kind, frozenset())),
        person=choice("person", _PERSON, "subject"),
        old=choice("old", _PERSON, "none"),
        post=choice("post", _POST, "own" if kind in ("end", "leave", "return") else "complement"),
        org=choice("org", _ORG, "near"),
        other=choice("other", _FROM, "none"),
        role=optional("role", ROLES),
        status=optional("status", STATUSES),
        interim="interim" in fields and fields["interim"].flag(),
        past=optional("past", KINDS),
        moved="moved" in fields and fields["moved"].flag(),
        line=node.line,
    )
