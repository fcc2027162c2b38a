"""A reading for people: a heading, the claims in groups with their words, the facts, the quotes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from incumbent.cli.screen import console, indented, plain, words

if TYPE_CHECKING:
    from rich.console import Console

    from incumbent.model import Claim, Reading

_GROUPS = (
    ("start", "Starts"),
    ("end", "Ends"),
    ("leave", "Goes on leave"),
    ("return", "Comes back from leave"),
    ("hold", "In post"),
    ("held", "In post before"),
)
STATUS_STYLE = {"planned": "cyan", "rumoured": "yellow", "denied": "red"}
# How the other slots of a claim read; "{}" is the slot's value.
_DETAILS = (
    ("manner", "{}"),
    ("date", "{}"),
    ("end_date", "until {}"),
    ("other_org", {"start": "from {}", "end": "to {}"}),
    ("counterpart", {"start": "after {}", "end": "followed by {}"}),
    ("source", "says {}"),
)


def show_reading(name: str, reading: Reading) -> None:
    """Print one document's claims, facts and quotes on standard output."""
    screen = console()
    document = reading.document
    screen.print(words(document.title or name, "bold underline"))
    about = [document.publisher, str(document.published or "no date of publication"), document.lang]
    screen.print(words(" · ".join([part for part in about if part] + ([name] if document.title else [])), "dim"))
    for warning in reading.warnings:
        screen.print(words(f"Note: {warning}", "yellow"))
    for kind, heading in _GROUPS:
        _group(screen, heading, [claim for claim in reading.claims if claim.kind == kind], document.text)
    if not reading.claims:
        screen.print(words("No claim about a post."))
    if reading.facts:
        screen.print(words("Facts", "bold"))
        for fact in reading.facts:
            indented(screen, words(f"{fact.person}: {fact.property.replace('_', ' ')} {fact.value}"), 2)
    if reading.quotes:
        screen.print(words("Quotes", "bold"))
        for quote in reading.quotes:
            indented(screen, words(f"{quote.speaker}: “{quote.span.of(document.text)}”"), 2)
    screen.print()


def _group(screen: Console, heading: str, claims: Iterable[Claim], text: str) -> None:
    claims = list(claims)
    if not claims:
        return
    screen.print(words(heading, "bold"))
    for claim in claims:
        indented(screen, _headline(claim), 2)
        indented(screen, words(f"“{claim.evidence.of(text)}”", "italic"), 4)


def _headline(claim: Claim) -> Text:
    line = Text()
    if claim.status != "actual":
        line.append(f"{claim.status.upper()} ", STATUS_STYLE[claim.status])
    line.append(plain(claim.person), "bold")
    post = " ".join(part for part in ("interim" if claim.interim else "", claim.post or "") if part)
    line.append(plain(f", {post}, {claim.org}" if post else f", {claim.org}").replace(" ,", ","))
    details = [_detail(claim, slot, form) for slot, form in _DETAILS]
    if told := " · ".join(detail for detail in details if detail):
        line.append(f"  ({plain(told)})", "dim")
    return line


def _detail(claim: Claim, slot: str, form: str | dict[str, str]) -> str:
    value = getattr(claim, slot)
    if value is None:
        return ""
    template = form if isinstance(form, str) else form.get(claim.kind, "{}")
    return template.format(str(value).replace("_", " "))
