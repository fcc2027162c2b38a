"""How well readings agree with gold documents: the figures that GUIDELINES, "Scoring", defines.

A gold document is an object with ``text``, ``aliases``, ``claims``, ``facts`` and ``quotes``; a
prediction has the last three in the same form, as ``Reading.to_gold`` gives them.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from incumbent.evaluate.names import Names, fold
from incumbent.model import CHANGES

Record = Mapping[str, Any]

MEASURES: tuple[str, ...] = ("changes", "claims", "slots", "quotes", "facts", "evidence")
SLOT_MEASURES: tuple[str, ...] = ("role", "date", "status", "manner", "counterpart", "other_org", "source")
QUOTE_OVERLAP = 0.8


def _equal(_: Names, one: Any, other: Any) -> bool:
    return bool(one == other)


def _equal_text(_: Names, one: Any, other: Any) -> bool:
    return str(one) == str(other)


_SLOTS: dict[str, Callable[[Names, Any, Any], bool]] = {
    "person": Names.same_person,
    "org": Names.same_org,
    "kind": _equal,
    "role": _equal,
    "date": _equal_text,
    "end_date": _equal_text,
    "status": _equal,
    "manner": _equal,
    "interim": _equal,
    "other_org": Names.same_org,
    "counterpart": Names.same_person,
    "source": Names.same_source,
}


def _is_filled(claim: Record, slot: str) -> bool:
    return claim.get(slot) not in (None, "", False)


def _agrees(names: Names, slot: str, gold: Record, predicted: Record) -> bool:
    both = _is_filled(gold, slot) and _is_filled(predicted, slot)
    return both and _SLOTS[slot](names, gold[slot], predicted[slot])


def _likeness(names: Names, gold: Record, predicted: Record) -> float:
    """0 where the two are not the same claim; else 1 (0.5 for hold against held) and 0.01 for each slot agreed on."""
    kinds = gold.get("kind"), predicted.get("kind")
    if kinds[0] != kinds[1] and set(kinds) != {"hold", "held"}:
        return 0.0
    roles = gold.get("role"), predicted.get("role")
    if all(roles) and roles[0] != roles[1] and "other" not in roles:
        return 0.0
    if not names.same_person(gold.get("person"), predicted.get("person")):
        return 0.0
    if not names.same_org(gold.get("org"), predicted.get("org")):
        return 0.0
    agreed = sum(_agrees(names, slot, gold, predicted) for slot in _SLOTS)
    return (1.0 if kinds[0] == kinds[1] else 0.5) + 0.01 * agreed


def pair_claims(names: Names, gold: Sequence[Record], predicted: Sequence[Record]) -> list[tuple[Record, Record]]:
    """Claims of both sides that are the same, each used once, the most alike first."""
    scored = [(_likeness(names, g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted)]
    pairs: list[tuple[Record, Record]] = []
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    for likeness, i, j in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if likeness > 0 and i in free_gold and j in free_predicted:
            free_gold.remove(i)
            free_predicted.remove(j)
            pairs.append((gold[i], predicted[j]))
    return pairs


def overlap(one: str, other: str) -> float:
    """The share of the longer text's characters (folded, without spaces) that stand in the other in order."""
    a, b = fold(one).replace(" ", ""), fold(other).replace(" ", "")
    if not a or not b:
        return 0.0
    shorter, longer = sorted((a, b), key=len)
    if shorter in longer:
        return len(shorter) / len(longer)
    # Two texts whose lengths differ too much cannot reach the threshold: spare the slow comparison.
    if len(shorter) < QUOTE_OVERLAP * len(longer):
        return 0.0
    blocks = difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(longer)


def _same_quote(names: Names, gold: Record, predicted: Record) -> bool:
    return names.same_person(gold.get("speaker"), predicted.get("speaker")) and (
        overlap(gold["quote"], predicted.get("quote", "")) >= QUOTE_OVERLAP
    )


def _same_fact(names: Names, gold: Record, predicted: Record) -> bool:
    one, other = fold(str(gold.get("value") or "")), fold(str(predicted.get("value") or ""))
    return (
        bool(one and other)
        and gold.get("property") == predicted.get("property")
        and names.same_person(gold.get("person"), predicted.get("person"))
        and (one in other or other in one)
    )


def _matches(gold: Iterable[Record], predicted: Iterable[Record], same: Callable[[Record, Record], bool]) -> int:
    """How many of ``gold``, in order, find a partner of their own in ``predicted``."""
    free = list(predicted)
    found = 0
    for wanted in gold:
        at = next((i for i, candidate in enumerate(free) if same(wanted, candidate)), None)
        if at is not None:
            del free[at]
            found += 1
    return found


def _is_shown(claim: Record, text: str) -> bool:
    start, end, evidence = claim.get("start"), claim.get("end"), claim.get("evidence")
    return bool(evidence) and isinstance(start, int) and isinstance(end, int) and text[start:end] == evidence


@dataclass(slots=True)
class Tally:
    """What was right (``hit``), asked for (``gold``) and given (``predicted``)."""

    hit: float = 0.0
    gold: float = 0.0
    predicted: float = 0.0

    def __iadd__(self, other: Tally) -> Tally:
        self.hit += other.hit
        self.gold += other.gold
        self.predicted += other.predicted
        return self

    @property
    def precision(self) -> float:
        """The share of what was given that is right; 0 where nothing was given."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what was asked for that was given; 0 where nothing was asked for."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def to_json(self) -> dict[str, float]:
        """The figures, rounded to four decimals, with the counts."""
        return {
            "p": round(self.precision, 4),
            "r": round(self.recall, 4),
            "f1": round(self.f1, 4),
            "gold": self.gold,
            "pred": self.predicted,
        }


@dataclass(slots=True)
class Score:
    """A tally for each of MEASURES and, as ``slot:NAME``, of SLOT_MEASURES."""

    tallies: dict[str, Tally] = field(
        default_factory=lambda: {name: Tally() for name in (*MEASURES, *(f"slot:{slot}" for slot in SLOT_MEASURES))}
    )

    def __iadd__(self, other: Score) -> Score:
        for name, tally in other.tallies.items():
            self.tallies[name] += tally
        return self

    def __getitem__(self, name: str) -> Tally:
        return self.tallies[name]

    def to_json(self) -> dict[str, dict[str, float]]:
        """The figures of every measure."""
        return {name: tally.to_json() for name, tally in self.tallies.items()}


def score_document(gold: Record, predicted: Record) -> Score:
    """The score of one prediction against its gold document."""
    names = Names(gold.get("aliases") or {})
    wanted, given = gold.get("claims", []), predicted.get("claims", [])
    pairs = pair_claims(names, wanted, given)
    exact = [g for g, p in pairs if g["kind"] == p["kind"]]
    changes = [sum(claim.get("kind") in CHANGES for claim in claims) for claims in (exact, wanted, given)]
    filled = [sum(_is_filled(claim, slot) for claim in claims for slot in _SLOTS) for claims in (wanted, given)]
    right = {slot: sum(_agrees(names, slot, g, p) for g, p in pairs) for slot in _SLOTS}
    tallies = {
        "changes": Tally(*changes),
        "claims": Tally(len(exact) + 0.5 * (len(pairs) - len(exact)), len(wanted), len(given)),
        "slots": Tally(sum(right.values()), *filled),
        "evidence": Tally(sum(_is_shown(claim, gold.get("text", "")) for claim in given), len(given), len(given)),
    }
    for kind, same in (("quotes", _same_quote), ("facts", _same_fact)):
        asked, told = gold.get(kind, []), predicted.get(kind, [])
        hits = _matches(asked, told, lambda one, other, same=same: same(names, one, other))  # type: ignore[misc]
        tallies[kind] = Tally(hits, len(asked), len(told))
    for slot in SLOT_MEASURES:
        sides = [sum(_is_filled(pair[side], slot) for pair in pairs) for side in (0, 1)]
        tallies[f"slot:{slot}"] = Tally(right[slot], *sides)
    return Score({name: tallies[name] for name in Score().tallies})


def by_language(scores: Iterable[tuple[str, Score]]) -> dict[str, Score]:
    """The sum of all scores under ``all``, then one for each language, sorted; takes pairs of BCP 47 tag and score."""
    total = Score()
    languages: dict[str, Score] = {}
    for lang, score in scores:
        total += score
        languages.setdefault(lang.split("-")[0], Score()).__iadd__(score)
    return {"all": total, **{lang: languages[lang] for lang in sorted(languages)}}
