"""Answers of the record for people: a table that fits, and under it the words of the sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from incumbent.cli.screen import console, indented, words

if TYPE_CHECKING:
    from incumbent.model import Change, CohortRow, Evidence, TenureView

_EVIDENCE_SHOWN = 3
_STYLES = {
    "current": "green",
    "planned": "cyan",
    "on_leave": "yellow",
    "rumoured": "yellow",
    "denied": "red",
    "ended": "dim",
    "unobserved": "dim",
    "stays": "green",
    "moved": "cyan",
    "left": "red",
}


def _styled(value: str) -> Text:
    return words(value.replace("_", " "), _STYLES.get(value, ""))


def _plainly(value: object) -> Text:
    return words("" if value is None else str(value).replace("_", " "))


def _post(post: str | None, role: str | None, interim: bool) -> Text:
    name = post or (role or "").replace("_", " ") or "(no post named)"
    return words(f"interim {name}" if interim else name)


def _table(headings: Sequence[str], rows: Sequence[Sequence[Text]]) -> None:
    """A table that folds its cells to the terminal's width; a column without any value is left out."""
    screen = console()
    kept = [at for at in range(len(headings)) if any(row[at].plain for row in rows)]
    table = Table(box=None, pad_edge=False, header_style="bold", expand=False)
    for at in kept:
        narrow = headings[at] in ("", "From", "To", "Date")
        table.add_column(headings[at], overflow="fold", no_wrap=narrow and screen.width >= 80)
    for row in rows:
        table.add_row(*(row[at] for at in kept))
    screen.print(table)


def _sources(evidence: Sequence[tuple[str, Sequence[Evidence]]]) -> None:
    """The evidence of each numbered row: its words, who published them, when, and in which document."""
    screen = console()
    screen.print()
    for number, pieces in evidence:
        for piece in pieces[:_EVIDENCE_SHOWN]:
            where = ", ".join(str(part) for part in (piece.publisher, piece.published) if part) or "no publisher told"
            line = Text.assemble(words(f"{number} "), words(f"“{piece.text}”", "italic"))
            line.append_text(words(" ")).append(" ").append_text(
                words(f"{where}, document {piece.document[:12]}", "dim")
            )
            indented(screen, line, 2)
        if len(pieces) > _EVIDENCE_SHOWN:
            indented(screen, words(f"{number} … and {len(pieces) - _EVIDENCE_SHOWN} more (see --json)", "dim"), 2)


def show_tenures(views: Sequence[TenureView]) -> None:
    """Tenures, with the rumours and the conflicts beside them."""
    rows = []
    for number, view in enumerate(views, 1):
        tenure = view.tenure
        rows.append(
            [
                words(str(number)),
                words(tenure.person, "bold"),
                _post(tenure.post, tenure.role, tenure.interim),
                words(tenure.org),
                _plainly(tenure.start),
                _plainly(tenure.end),
                _styled(tenure.status),
                _plainly(tenure.observed),
            ]
        )
    _table(("", "Person", "Post", "Organisation", "From", "To", "Status", "Last seen"), rows)
    _sources([(f"[{number}]", view.evidence) for number, view in enumerate(views, 1)])
    for number, view in enumerate(views, 1):
        _beside(number, view.to_json())


def _beside(number: int, row: Mapping[str, Any]) -> None:
    """What stands beside a tenure: rumours, denials, sources that disagree."""
    screen = console()
    for rumour in row["rumours"]:
        where = ", ".join(part for part in (rumour["publisher"], rumour["published"]) if part) or "no publisher told"
        line = Text.assemble(words(f"[{number}] "), _styled(rumour["status"]), f" {rumour['kind']}: ")
        line.append_text(words(f"“{rumour['text']}”", "italic")).append(" ").append_text(words(where, "dim"))
        indented(screen, line, 2)
    for conflict in row["conflicts"]:
        dates = " or ".join(side["date"] or "not so" for side in conflict["sides"])
        line = Text.assemble(words(f"[{number}] "), words("sources disagree", "red"))
        line.append(" ").append_text(
            words(f"on the {conflict['about']}: {dates}; taken: the first, as {conflict['rule']}")
        )
        indented(screen, line, 2)


def show_changes(changes: Sequence[Change]) -> None:
    """Changes, one a row."""
    rows = []
    for number, change in enumerate(changes, 1):
        kind = f"{change.kind} ({change.manner})" if change.manner else change.kind
        rows.append(
            [
                words(str(number)),
                _plainly(change.date or change.published),
                _plainly(kind),
                words(change.person, "bold"),
                _post(change.post, change.role, change.interim),
                words(change.org),
                _styled(change.status),
            ]
        )
    _table(("", "Date", "Change", "Person", "Post", "Organisation", "Status"), rows)
    _sources([(f"[{number}]", change.evidence) for number, change in enumerate(changes, 1)])


def show_cohort(cohort: Sequence[CohortRow]) -> None:
    """What became of each of the first day's leadership."""
    rows = []
    for number, row in enumerate(cohort, 1):
        tenure = row.before.tenure
        rows.append(
            [
                words(str(number)),
                words(tenure.person, "bold"),
                _post(tenure.post, tenure.role, tenure.interim),
                _styled(row.outcome),
                _plainly(row.end),
                _plainly(row.manner),
                words(", ".join(view.tenure.post or "" for view in row.after)),
            ]
        )
    _table(("", "Person", "Post", "Since then", "Date", "How", "Post now"), rows)
    _sources([(f"[{number}]", row.before.evidence) for number, row in enumerate(cohort, 1)])


SHOW: dict[str, Callable[[Any], None]] = {"tenures": show_tenures, "changes": show_changes, "cohort": show_cohort}
