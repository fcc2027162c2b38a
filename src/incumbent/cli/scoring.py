"""``eval``: how well this version reads, by language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from incumbent.cli import options
from incumbent.cli.screen import plain, print_json, progress, warn
from incumbent.errors import InputError, UsageError

if TYPE_CHECKING:
    from incumbent.evaluate import Score

_EPILOG = """\b
Examples:
  incumbent eval gold/
  incumbent eval gold/ --lang fr --per-doc
  incumbent eval gold/ --out predictions/ --json
\b
A gold document is a JSON file with text, lang, published, publisher, title, aliases, claims, facts and quotes."""
_COLUMNS = ("changes", "claims", "slots", "quotes", "facts", "evidence")
_HEADINGS = ("change F1", "claim F1", "slots", "quote F1", "fact F1", "evidence")


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("eval", epilog=_EPILOG)(evaluate)


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="A folder of gold documents.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write what was read there, under the same file names.")
    ] = None,
    langs: Annotated[
        list[str] | None, typer.Option("--lang", metavar="CODE", help="Only this language; may be repeated.")
    ] = None,
    per_doc: Annotated[bool, typer.Option("--per-doc", help="A line a document too, the weakest first.")] = False,
    as_json: options.Json = False,
) -> None:
    """Score what is read against annotated documents."""
    from incumbent.evaluate import by_language

    if out is not None:
        _check_out(gold_dir, out)
    golds, failed = _load(gold_dir, langs)
    if not golds:
        warn(f"no gold documents{' of these languages' if langs else ''} in {gold_dir}: name a folder of JSON files")
        raise typer.Exit(1)
    scores: list[tuple[_Gold, Score]] = []
    with progress(golds, len(golds), "reading") as tracked:
        for gold in tracked:
            score = _score(gold, out)
            if score is None:
                failed = True
            else:
                scores.append((gold, score))
    figures = by_language((gold.value["lang"], score) for gold, score in scores)
    if as_json:
        _print_json(figures, scores if per_doc else [])
    else:
        _print_table(figures, scores, per_doc)
    if failed:
        raise typer.Exit(1)


class _Gold(NamedTuple):
    path: Path
    value: dict[str, Any]


def _check_out(gold_dir: Path, out: Path) -> None:
    options.folder_for(out, "--out")
    if gold_dir.exists() and out.samefile(gold_dir):
        raise UsageError("--out: this folder holds the gold documents, which would be overwritten: name another")


def _load(folder: Path, langs: list[str] | None) -> tuple[list[_Gold], bool]:
    """The gold documents of the languages asked for, and whether a file was no gold document."""
    found: list[_Gold] = []
    failed = False
    for path in sorted(folder.glob("*.json")):
        try:
            value = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            warn(f"{path}: cannot be read as JSON: {error}")
            failed = True
            continue
        if not isinstance(value, dict) or not all(isinstance(value.get(key), str) for key in ("text", "lang")):
            warn(f"{path}: no gold document: it should be an object with a 'text' and a 'lang'")
            failed = True
        elif not langs or any(value["lang"].split("-")[0] == lang.split("-")[0] for lang in langs):
            found.append(_Gold(path, value))
    return found, failed


def _score(gold: _Gold, out: Path | None) -> Score | None:
    """The score of one document; None, and a line on standard error, where it cannot be read."""
    from incumbent.evaluate import score_document
    from incumbent.pipeline import read_document
    from incumbent.sources import Metadata

    try:
        told = Metadata.read(gold.value)
        reading = read_document(told.document(gold.value["text"], gold.path.read_bytes()))
    except (InputError, ValueError) as error:
        warn(f"{gold.path}: {error}")
        return None
    predicted = reading.to_gold()
    if out is not None:
        entry = {"id": gold.value.get("id", gold.path.stem), "lang": gold.value["lang"], **predicted}
        (out / gold.path.name).write_text(json.dumps(entry, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return score_document(gold.value, predicted)


def _print_json(figures: dict[str, Score], scores: list[tuple[_Gold, Score]]) -> None:
    answer: dict[str, Any] = {key: score.to_json() for key, score in figures.items()}
    if scores:
        answer["documents"] = {gold.path.stem: score.to_json() for gold, score in scores}
    print_json(answer)


def _print_table(figures: dict[str, Score], scores: list[tuple[_Gold, Score]], per_doc: bool) -> None:
    print(f"{len(scores)} documents")
    print(f"{'':8}" + "".join(f"{heading:>11}" for heading in _HEADINGS))
    for key, score in figures.items():
        evidence = score["evidence"].recall if score["evidence"].gold else 1.0
        values = [*(score[name].f1 for name in _COLUMNS[:-1]), evidence]
        print(f"{plain(key):8}" + "".join(f"{value:>11.3f}" for value in values))
    every = figures["all"]
    slots = [
        (name.removeprefix("slot:"), tally.f1) for name, tally in every.tallies.items() if name.startswith("slot:")
    ]
    print(f"changes: precision {every['changes'].precision:.3f}, recall {every['changes'].recall:.3f}")
    print("slots of matched claims: " + ", ".join(f"{name} {value:.3f}" for name, value in slots))
    if per_doc:
        for gold, score in sorted(scores, key=lambda pair: (pair[1]["changes"].f1, pair[1]["claims"].f1)):
            print(f"  {gold.path.stem:24} changes {score['changes'].f1:.3f}  claims {score['claims'].f1:.3f}")
