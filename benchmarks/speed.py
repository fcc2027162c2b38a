"""Speed and memory of reading, beside what a user would otherwise run: one table.

    python benchmarks/bench.py [--seconds 3]

Documents are made of the sentences of examples/ (leadership news) and of filler without any, to
2,000 characters each, in two mixes: all leadership news, and one in ten. The peer is a plain
regular-expression pass that only finds capitalised names, titles and dates: the least that any
reader must do. Ratios, not absolute times, are what to compare between machines.
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from incumbent.claims import extract
from incumbent.model import Document, PartialDate

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SIZE = 2_000
PUBLISHED = PartialDate(2024, 11, 4)
FILLER = {
    "en": (
        "The river rose again overnight and the lower car park was closed to visitors until further notice. "
        "Farmers on the plain expect a late harvest, and prices at the weekly market have hardly moved since spring. "
        "A second ferry will run on Sundays, the operator said, if the weather allows and the pier is mended. "
    ),
    "fr": (
        "La rivière est encore montée dans la nuit et le parc de stationnement reste fermé jusqu'à nouvel ordre. "
        "Les agriculteurs de la plaine attendent une récolte tardive et les prix du marché n'ont guère bougé. "
        "Un second bac circulera le dimanche, indique l'exploitant, si le temps le permet et si le quai est réparé. "
    ),
}
_PEER = [
    re.compile(r"\b[A-ZÀ-Þ][\w'-]+(?:\s+(?:de|van|von|of|the|la|le)?\s*[A-ZÀ-Þ][\w'-]+)+"),
    re.compile(
        r"\b(?:chief executive|chair(?:man|woman)?|director|president|minister|CEO|CFO|directeur|directrice)\b", re.I
    ),
    re.compile(r"\b\d{1,2}(?:er)?\s+[a-zéû]+\s+\d{4}|\b(?:19|20)\d\d\b"),
    re.compile(r"\b(?:resign|appoint|named|leave|left|join|succeed|démission|nomm|quitt|succèd)\w*", re.I),
]


def documents() -> dict[str, list[Document]]:
    """The made documents by mix."""
    bodies: dict[str, list[str]] = {"en": [], "fr": []}
    for path in sorted(EXAMPLES.rglob("*.txt")):
        _, head, body = path.read_text("utf-8").split("---\n", 2)
        lang = "fr" if "lang: fr" in head else "en"
        bodies[lang].append(body.strip())
    dense = [
        Document.of_text((body + "\n" + FILLER[lang] * 30)[:SIZE], published=PUBLISHED)
        for lang, texts in bodies.items()
        for body in texts
    ]
    plain = [
        Document.of_text((FILLER[lang] * 30)[:SIZE], published=PUBLISHED) for lang in ("en", "fr") for _ in range(5)
    ]
    return {
        "leadership news": dense,
        "one in ten": [dense[i % len(dense)] if i % 10 == 0 else plain[i % 10] for i in range(60)],
    }


def peer(document: Document) -> None:
    """What any reader must do at the least."""
    for pattern in _PEER:
        for _ in pattern.finditer(document.text):
            pass


def rate(read: Callable[[Document], object], texts: list[Document], seconds: float) -> float:
    """Documents a second of one core, after one pass to warm up."""
    for text in texts:
        read(text)
    done, begun = 0, time.perf_counter()
    while time.perf_counter() - begun < seconds:
        for text in texts:
            read(text)
        done += len(texts)
    return done / (time.perf_counter() - begun)


def start(*arguments: str, stdin: str = "") -> float:
    """Seconds from start to end of the command: the best of five."""
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "incumbent", *arguments], input=stdin, text=True, capture_output=True, check=False
        )
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each row is measured")
    seconds = parser.parse_args().seconds
    print(f"{'documents of 2,000 characters':34}{'a second':>10}{'peer':>12}{'peer / ours':>14}")
    for mix, texts in documents().items():
        ours, theirs = rate(extract, texts, seconds), rate(peer, texts, seconds)
        print(f"{mix:34}{ours:>10.0f}{theirs:>12.0f}{theirs / ours:>14.1f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {peak} MB")
    short = "Tamar Foods said on Monday that Ana Bell, its chief executive, had resigned."
    print(f"start: --help {start('--help'):.2f} s, one short text {start('read', '-', stdin=short):.2f} s")


if __name__ == "__main__":
    main()
