"""Deaths that claims tell: the fact that goes with an end by death whose day is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from incumbent.claims.draft import Draft
from incumbent.model import Analysis, Entity, Fact, Span

# How many characters behind the words of a death its date may stand.
_REACH = 36


def with_deaths(
    facts: Sequence[Fact], drafts: Iterable[Draft], entities: Sequence[Entity], analysis: Analysis
) -> tuple[Fact, ...]:
    """The facts of a document with those of deaths that only its claims tell, in the order of the text."""
    known = {fact.person for fact in facts if fact.property == "died"}
    return tuple(sorted([*facts, *_deaths(drafts, entities, analysis, known)], key=lambda fact: fact.evidence.start))


def _is_dated(draft: Draft) -> bool:
    """Whether a claim's date stands so near behind the words of the death that it is hardly another event's."""
    trigger, date = draft.spans.get("trigger"), draft.spans.get("date")
    if draft.date is None or trigger is None or date is None:
        return False
    return trigger[0] <= date[0] <= trigger[1] + _REACH


def _deaths(
    drafts: Iterable[Draft], entities: Sequence[Entity], analysis: Analysis, known: set[str]
) -> Iterator[Fact]:
    for draft in drafts:
        if draft.manner != "died" or draft.kind != "end" or draft.status != "actual" or not _is_dated(draft):
            continue
        name = entities[draft.person].name
        if name not in known:
            known.add(name)
            sentence = analysis.sentences[draft.sentence]
            yield Fact(name, "died", str(draft.date), Span(sentence.start, sentence.end))
