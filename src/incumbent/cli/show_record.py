"""Answers of the record for people: a table that fits, and under it the words of the sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from incumbent.cli.screen import console, indented, words

if TYPE_CHECKING:
    from rich.console import Console

    from incumbent.model import Change, CohortRow, Evidence, TenureView

_EVIDENCE_SHOWN = 3
_NARROW = 72
# Columns whose cells may be broken over several lines; the others are dates and single words.
_LONG = ("Person", "Post", "Organisation", "Post now", "Change")
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
    """A table as wide as the terminal, or a line a row where that is too narrow for one.

    An organisation or a person that all rows share stands above it once; an empty column is left out.
    """
    screen = console()
    kept = [at for at in range(len(headings)) if any(row[at].plain for row in rows)]
    for shared in ("Organisation", "Person"):
        at = headings.index(shared) if shared in headings else -1
        if at in kept and len({row[at].plain for row in rows}) == 1:
            screen.print(Text(rows[0][at].plain, "bold"))
            kept.remove(at)
            break
    if screen.width < _NARROW:
        _list(screen, [headings[at] for at in kept], [[row[at] for at in kept] for row in rows])
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for at in kept:
        table.add_column(headings[at], overflow="fold", no_wrap=headings[at] not in _LONG)
    for row in rows:
        table.add_row(*(row[at] for at in kept))
    screen.print(table)


def _list(screen: Console, headings: Sequence[str], rows: Sequence[Sequence[Text]]) -> None:
    """Each row (a number first) as a line of its own that may be broken."""
    for number, *cells in rows:
        labels = ["" if heading in _LONG else f"{heading.lower()} " for heading in headings[1:]]
        told = [Text(label).append_text(cell) for label, cell in zip(labels, cells, strict=True) if cell.plain]
        indented(screen, Text.assemble(number, " ", Text(", ").join(told)), 0, hanging=4)


def _sources(evidence: Sequence[tuple[str, Sequence[Evidence]]]) -> None:
    """The evidence of each numbered row: its words, who published them, when, and in which document."""
    screen = console()
    screen.print()
    for number, pieces in evidence:
        for piece in pieces[:_EVIDENCE_SHOWN]:
            where = ", ".join(str(part) for part in (piece.publisher, piece.published) if part) or "no publisher told"
            line = Text.assemble(f"{number} ", words(f"“{piece.text}”", "italic"))
            line.append(" ").append_text(words(f"{where}, document {piece.document[:12]}", "dim"))
            indented(screen, line, 2, hanging=4)
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
        line = Text.assemble(f"[{number}] ", _styled(rumour["status"]), f" {rumour['kind']}: ")
        line.append_text(words(f"“{rumour['text']}”", "italic")).append(" ").append_text(words(where, "dim"))
        indented(screen, line, 2, hanging=4)
    for conflict in row["conflicts"]:
        dates = " or ".join(side["date"] or "not so" for side in conflict["sides"])
        line = Text.assemble(f"[{number}] ", words("sources disagree", "red"))
        line.append(" ").append_text(
            words(f"on the {conflict['about']}: {dates}; taken: the first, as {conflict['rule']}")
        )
        indented(screen, line, 2, hanging=4)


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
