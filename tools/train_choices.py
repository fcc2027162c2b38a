#!/usr/bin/env python3
"""Learn from annotated texts the weights of what the rules leave open.

    python tools/train_choices.py tests/eval/texts/*/learn            # writes src/incumbent/resources/
    python tools/train_choices.py --check tests/eval/texts/*/learn    # five-fold cross-validation, writes nothing

Two linear models are learned, with the standard library alone: for each language ``telling.json``, the
kinds of change that the words around a name tell (four logistic regressions), and for all languages
``models/workplaces.json``, which organisation a claim is about (a conditional logit over the
organisations of the document). Both by stochastic gradient descent with AdaGrad steps (Duchi, Hazan
and Singer, 2011) and a quadratic penalty. Features of fewer than a few documents are left out, so that
no name of a text becomes a weight.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from unittest import mock

from incumbent.claims import events, extract
from incumbent.claims.discourse import Discourse
from incumbent.claims.draft import Draft
from incumbent.claims.encode import Coded
from incumbent.claims.found import Passage
from incumbent.claims.links import Links
from incumbent.claims.slots import Slots
from incumbent.claims.telling import KINDS, Subject, Teller, signs_of
from incumbent.claims.workplaces import Option, Workplaces
from incumbent.evaluate.names import Names
from incumbent.lexicon import languages
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.loader import RESOURCES
from incumbent.lexicon.weights import Weights
from incumbent.model import CHANGES, Document, Entity, PartialDate

FOLDS = 5
# Documents that must show a feature.
TELLING_LEAST, WORKPLACES_LEAST = 3, 6
SMALLEST = 0.03

NO_WEIGHTS = Weights(KINDS, {})


class Told(NamedTuple):
    """A person of a sentence of whom no rule speaks: the features, and the kinds that the gold tells there."""

    document: str
    features: frozenset[str]
    gold: frozenset[str]


class Choice(NamedTuple):
    """A claim's organisations: the features of each, which are right, which one the rules chose."""

    document: str
    options: list[list[str]]
    right: frozenset[int]
    rules: int | None


class Gold:
    """One annotated document, with its claims tied to the entities and sentences of a reading."""

    def __init__(self, path: Path) -> None:
        self.record: dict[str, Any] = json.loads(path.read_text("utf-8"))
        self.id = str(self.record["id"])
        self.lang = str(self.record["lang"]).split("-")[0]
        self._names = Names(self.record.get("aliases") or {})

    def document(self) -> Document:
        """The document as the program takes it in."""
        record = self.record
        published = PartialDate.parse(record["published"]) if record["published"] else None
        return Document.of_text(
            record["text"], published=published, publisher=record["publisher"], lang=self.lang, title=record["title"]
        )

    def claims(self, entities: Sequence[Entity], coded: Sequence[Coded], text: str) -> list[Tied]:
        """The claims, tied."""
        return [self._tie(claim, entities, coded, text) for claim in self.record["claims"]]

    def _tie(self, claim: dict[str, Any], entities: Sequence[Entity], coded: Sequence[Coded], text: str) -> Tied:
        start = text.find(claim["evidence"])
        end = start + len(claim["evidence"])
        return Tied(
            claim["kind"], claim["role"],
            frozenset(e.id for e in entities if e.kind == "person" and self._is(claim["person"], e)),
            frozenset(e.id for e in entities if e.kind != "person" and self._is(claim["org"], e)),
            frozenset(c.number for c in coded if c.sentence.start < end and c.sentence.end > start >= 0),
        )  # fmt: skip

    def _is(self, name: str, entity: Entity) -> bool:
        same = self._names.same_person if entity.kind == "person" else self._names.same_org
        return any(same(name, form) for form in (entity.name, *entity.forms))


class Tied(NamedTuple):
    """A gold claim: its kind and role, the entities that are its person and organisation, its sentences."""

    kind: str
    role: str | None
    people: frozenset[int]
    orgs: frozenset[int]
    sentences: frozenset[int]


class Watch:
    """What the models were asked while one document was read, in order."""

    def __init__(self) -> None:
        self.entities: Sequence[Entity] = ()
        self.coded: Sequence[Coded] = ()
        self.text = ""
        self.told: list[tuple[int, int, frozenset[str]]] = []
        self.choices: list[tuple[Draft, list[Option]]] = []


def watch(gold: Gold, telling: Weights) -> Watch:
    """Read a document, without a choice of organisations, and write down what the models are asked."""
    seen = Watch()

    class WatchedTeller(Teller):
        is_silent = False

        def likely(
            self, coded: Coded, links: Links, subjects: Sequence[Subject], drafts: Sequence[Draft],
            known: dict[int, list[Draft]], people: int,
        ) -> Iterator[tuple[Subject, dict[str, float]]]:  # fmt: skip
            signs = signs_of(coded)
            shared = frozenset(self.of_sentence(coded, signs, people))
            for subject in subjects:
                features = shared | self.of_subject(coded, links, signs, subject, drafts, known)
                seen.told.append((coded.number, subject.person, frozenset(map(" ".join, features))))
            return super().likely(coded, links, subjects, drafts, known, people) if telling.of else iter(())

    class WatchedWorkplaces(Workplaces):
        def __init__(
            self, coded: Sequence[Coded], discourse: Discourse, slots: Slots, words: Grammar, weights: Weights
        ) -> None:
            super().__init__(coded, discourse, slots, words, weights)
            seen.coded, seen.entities, seen.text = coded, discourse.entities, discourse.text

        def choose(
            self, passage: Passage, draft: Draft, post: int | None, left: frozenset[int] = frozenset()
        ) -> tuple[int | None, float]:
            seen.choices.append((replace(draft), self.options(passage, draft, post, left)))
            return draft.org, 1.0

    with (
        mock.patch.object(events, "Teller", WatchedTeller),
        mock.patch.object(events, "Workplaces", WatchedWorkplaces),
        mock.patch.object(events, "weights", lambda name: telling if name.endswith("/telling") else NO_WEIGHTS),
    ):
        extract(gold.document())
    return seen


def told_of(gold: Gold) -> Iterator[Told]:
    """What a model of telling is to learn from a document."""
    seen = watch(gold, NO_WEIGHTS)
    claims = gold.claims(seen.entities, seen.coded, seen.text)
    for sentence, person, features in seen.told:
        kinds = frozenset(c.kind for c in claims if person in c.people and sentence in c.sentences)
        yield Told(gold.id, features, kinds)


def choices_of(gold: Gold, telling: Weights) -> Iterator[Choice]:
    """What a model of workplaces is to learn from a document: its drafts that a gold claim tells of."""
    seen = watch(gold, telling)
    claims = gold.claims(seen.entities, seen.coded, seen.text)
    for draft, options in seen.choices:
        fitting = [claim for claim in claims if _fits(draft, claim)]
        near = [claim for claim in fitting if draft.sentence in claim.sentences] or fitting
        orgs = frozenset().union(*(claim.orgs for claim in near))
        right = frozenset(i for i, option in enumerate(options) if option.org in orgs)
        rules = next((i for i, option in enumerate(options) if option.org == draft.org), None)
        if right and len(right) < len(options):
            yield Choice(gold.id, [option.features for option in options], right, rules)


def _fits(draft: Draft, claim: Tied) -> bool:
    lasting = {"hold", "held"}
    kinds = {draft.kind, *(lasting | {"start", "end"} if draft.kind in lasting else ())}
    same_role = draft.role is None or claim.role is None or draft.role == claim.role or "other" in (
        draft.role, claim.role)  # fmt: skip
    return draft.person in claim.people and claim.kind in kinds and same_role


def _kept(instances: Iterable[tuple[str, Iterable[str]]], least: int) -> dict[str, int]:
    """The features that enough documents show, with how often they occur."""
    shown: dict[str, set[str]] = defaultdict(set)
    count: Counter[str] = Counter()
    for document, features in instances:
        for feature in features:
            shown[feature].add(document)
            count[feature] += 1
    return {feature: count[feature] for feature, documents in shown.items() if len(documents) >= least}


class Descent:
    """AdaGrad steps on one vector of weights, with a quadratic penalty spread over a feature's occurrences."""

    def __init__(self, count: dict[str, int], rate: float, penalty: float) -> None:
        self.weights: dict[str, float] = defaultdict(float)
        self._squares: dict[str, float] = defaultdict(lambda: 1e-4)
        self._count = count
        self._rate = rate
        self._penalty = penalty

    def score(self, features: Iterable[str]) -> float:
        """The score of some features."""
        return sum(self.weights[feature] for feature in features)

    def step(self, gradient: dict[str, float]) -> None:
        """Go up a gradient."""
        for feature, slope in gradient.items():
            slope -= self._penalty * self.weights[feature] / self._count[feature]
            self._squares[feature] += slope * slope
            self.weights[feature] += self._rate * slope / math.sqrt(self._squares[feature])


def learn_telling(instances: Sequence[Told]) -> Weights:
    """Four logistic regressions, one for each kind of change."""
    count = _kept(((i.document, i.features) for i in instances), TELLING_LEAST)
    columns: list[dict[str, float]] = []
    for kind in KINDS:
        descent, order = Descent(count, rate=0.15, penalty=0.3), random.Random(0)
        examples = [(sorted(i.features & count.keys()), kind in i.gold) for i in instances]
        for _ in range(12):
            order.shuffle(examples)
            for features, is_told in examples:
                wrong = is_told - 1 / (1 + math.exp(-max(-30.0, min(30.0, descent.score(features)))))
                if abs(wrong) > 0.005:
                    descent.step(dict.fromkeys(features, wrong))
        columns.append(descent.weights)
    return _weights(KINDS, columns)


def learn_workplaces(instances: Sequence[Choice]) -> Weights:
    """A conditional logit: the right organisations against all that are open."""
    count = _kept(((i.document, {f for o in i.options for f in o}) for i in instances), WORKPLACES_LEAST)
    descent, order = Descent(count, rate=0.3, penalty=0.6), random.Random(0)
    examples = [([[f for f in option if f in count] for option in i.options], i.right) for i in instances]
    for _ in range(20):
        order.shuffle(examples)
        for options, right in examples:
            scores = [descent.score(option) for option in options]
            parts = [math.exp(score - max(scores)) for score in scores]
            whole, good = sum(parts), sum(parts[i] for i in right)
            gradient: dict[str, float] = defaultdict(float)
            for i, (option, part) in enumerate(zip(options, parts, strict=True)):
                pull = (part / good if i in right else 0.0) - part / whole
                for feature in option:
                    gradient[feature] += pull
            descent.step(gradient)
    return _weights(("right",), [descent.weights])


def _weights(classes: tuple[str, ...], columns: Sequence[dict[str, float]]) -> Weights:
    features = sorted({f for column in columns for f, weight in column.items() if abs(weight) >= SMALLEST})
    return Weights(classes, {f: tuple(round(column.get(f, 0.0), 2) for column in columns) for f in features})


def check_telling(lang: str, instances: Sequence[Told]) -> None:
    """Print how well changes are told of people of whom no rule speaks, on documents left out."""
    n: Counter[str] = Counter()
    for left_out, kept in _folds(instances):
        model = learn_telling(kept)
        for i in left_out:
            told = {kind for kind, score in zip(KINDS, model.scores(i.features), strict=True) if score > 0}
            n.update(told=len(told), gold=len(i.gold & CHANGES), right=len(told & i.gold))
    print(
        f"{lang}, changes of {len(instances)} people in sentences where no rule speaks of them: "
        f"precision {n['right'] / max(1, n['told']):.3f}, recall {n['right'] / max(1, n['gold']):.3f}"
    )


def check_workplaces(instances: Sequence[Choice]) -> None:
    """Print how often the right organisation is chosen, by the rules and by the model, on documents left out."""
    rules = model_right = 0
    for left_out, kept in _folds(instances):
        model = learn_workplaces(kept)
        for i in left_out:
            scores = [sum(model.scores(option)) for option in i.options]
            rules += i.rules in i.right
            model_right += scores.index(max(scores)) in i.right
    n = len(instances)
    print(f"organisation right of {n}: rules {rules / n:.3f}, with the model {model_right / n:.3f}")


T = TypeVar("T", Told, Choice)


def _folds(instances: Sequence[T]) -> Iterator[tuple[list[T], list[T]]]:
    documents = sorted({i.document for i in instances})
    random.Random(1).shuffle(documents)
    for fold in range(FOLDS):
        out = set(documents[fold::FOLDS])
        yield [i for i in instances if i.document in out], [i for i in instances if i.document not in out]


def _write(name: str, weights: Weights) -> None:
    path = RESOURCES / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    lines = ",\n".join(f"{json.dumps(f, ensure_ascii=False)}:{json.dumps(w)}" for f, w in weights.of.items())
    path.write_text(f'{{"classes":{json.dumps(weights.classes)},"weights":{{\n{lines}\n}}}}\n', "utf-8")
    print(f"{path.relative_to(Path.cwd())}: {len(weights.of)} features")


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn and write, or check."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path, help="folders of annotated documents, one JSON file each")
    parser.add_argument("--check", action="store_true", help="cross-validate by document; write nothing")
    options = parser.parse_args(arguments)
    read = [Gold(path) for folder in options.folders for path in sorted(folder.glob("*.json"))]
    documents = [document for document in read if document.lang in languages()]
    choices: list[Choice] = []
    for lang in sorted({document.lang for document in documents}):
        own = [document for document in documents if document.lang == lang]
        told = [i for document in own for i in told_of(document)]
        telling = learn_telling(told)
        choices += [i for document in own for i in choices_of(document, telling)]
        if options.check:
            check_telling(lang, told)
        else:
            _write(f"{lang}/telling", telling)
    if options.check:
        check_workplaces(choices)
    else:
        _write("models/workplaces", learn_workplaces(choices))
    return 0


if __name__ == "__main__":
    sys.exit(main())
