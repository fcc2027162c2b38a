"""How far a run of name words reaches from its first capital."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.mentions.names.brands import in_capitals, up_to_acronym
from incumbent.mentions.names.capitals import continues
from incumbent.mentions.names.marks import mark
from incumbent.mentions.names.phrases import phrase
from incumbent.mentions.names.run import Run
from incumbent.mentions.names.scan import Scan
from incumbent.mentions.names.small import small_word

_MAX_WORDS = 14


def extend(scan: Scan, i: int, titled: bool) -> Run:
    """The run that begins with the capital at token ``i``."""
    run = Run(i, titled)
    run.take(scan, i)
    if scan.bits[i] & lx.PAIR and _is_inner_body(scan, i):
        run.head = False
        return run
    if scan.bits[i] & lx.PAIR and i + 1 < len(scan.tokens):
        run.head = run.head or f"{scan.tokens[i].lower} {scan.tokens[i + 1].lower}" in scan.lex.pairs
    article = scan.bits[i] & lx.ARTICLE or scan.tokens[i].lower in scan.lex.contracted
    if i > scan.opening and article and not scan.flat:
        run.head = True  # a title with its article: "L'Atelier bleu"
    go_on(scan, run)
    if scan.acronyms:
        reach_acronym(scan, run)
    return run


def _is_inner_body(scan: Scan, i: int) -> bool:
    """Whether a body inside an organisation begins at ``i`` ("Conseil municipal de …"), which is named after it."""
    tokens = scan.tokens
    behind = [t.lower for t in tokens[i + 1 : i + 3]]
    return any(f"{tokens[i].lower} {word}" in scan.lex.inner_bodies for word in behind)


def reach_acronym(scan: Scan, run: Run) -> None:
    """Take the words up to an acronym in brackets that they spell."""
    end = up_to_acronym(scan, run)
    if end > run.last:
        run.head = True
        run.kept.update(range(run.last, end))
        run.last = end


def go_on(scan: Scan, run: Run) -> None:
    """Take all the words and marks behind the run that belong to it."""
    tokens, count = scan.tokens, len(scan.tokens)
    while (j := run.last) < count and j - run.first < _MAX_WORDS and not scan.apart(j):
        if scan.caps[j]:
            if scan.bits[j] & lx.STOP and not scan.flat and (step := in_capitals(scan, run, j)):
                run.head = True
                run.last = step
                continue
            if j == run.first + 1 and scan.bits[j] & lx.FUNCTION and (step := phrase(scan, run, j)):
                run.last = step
                continue
            if not continues(scan, run, j):
                return
            run.take(scan, j)
            continue
        step = small_word(scan, run, j) if tokens[j].text[0].isalnum() else mark(scan, run, j)
        if not step:
            return
        for k in range(j, step):
            if scan.caps[k]:
                run.take(scan, k)
        run.last = step
