"""Run the commands that the pages show and write what they print into the pages.

A page holds blocks of this form; what stands between the two comments is replaced::

    <!-- render: incumbent org "Corrigane Tidal" -->
    <!-- /render -->

``<!-- render lines=20: … -->`` keeps the first 20 lines. The commands run in the repository's root
on a record of ``examples/corrigane``. ``docs/timeline.svg`` is the picture of one of them.

    python docs/render.py            rewrite the pages and the picture
    python docs/render.py --check    change nothing; exit 1 and name the pages that are not up to date
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
PICTURE = ROOT / "docs" / "timeline.svg"
PICTURED = 'incumbent org "Corrigane Tidal" --on 2025-03-01'
PICTURE_LINES = 24
WIDTH = 100
BLOCK = re.compile(r"(<!-- render(?: lines=(\d+))?: (.+?) -->\n).*?(<!-- /render -->)", re.DOTALL)


def run(command: str, store: Path, *, colour: bool = False) -> str:
    """What a command prints. Exits with its message where it fails."""
    env = {**os.environ, "INCUMBENT_STORE": str(store), "COLUMNS": str(WIDTH), "NO_COLOR": "1"}
    if colour:
        env = {key: value for key, value in env.items() if key != "NO_COLOR"} | {"FORCE_COLOR": "1"}
    arguments = shlex.split(command)
    if arguments[0] != "incumbent":
        sys.exit(f"render.py: only incumbent may be run, not {arguments[0]}")
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8"
    )
    if done.returncode:
        sys.exit(f"render.py: {command}: {done.stderr.strip()}")
    return done.stdout


def trimmed(output: str, lines: int | None) -> str:
    """The first lines of an output, with a mark where more followed, and no space at the ends of lines."""
    rows = [row.rstrip() for row in output.strip("\n").split("\n")]
    return "\n".join(rows if lines is None or len(rows) <= lines else [*rows[:lines], "…"])


def render_page(text: str, store: Path) -> str:
    """A page with all its blocks filled."""

    def fill(match: re.Match[str]) -> str:
        head, lines, command, tail = match.groups()
        output = trimmed(run(command, store), int(lines) if lines else None)
        return f"{head}```console\n$ {command}\n{output}\n```\n{tail}"

    return BLOCK.sub(fill, text)


def render_picture(store: Path) -> str:
    """The picture of a command in a terminal, as an SVG that loads nothing from elsewhere."""
    from rich.console import Console
    from rich.text import Text

    screen = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    screen.print(f"$ {PICTURED}", style="bold green", highlight=False, markup=False)
    screen.print(Text.from_ansi(trimmed(run(PICTURED, store, colour=True), PICTURE_LINES)), highlight=False)
    return without_links(screen.export_svg(title="incumbent", unique_id="incumbent"))


def without_links(svg: str) -> str:
    """The SVG without the fonts that it would fetch and the comments that name addresses."""
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in svg.split("\n"))


def main() -> None:
    """Rewrite the pages, or with --check compare them."""
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "docs.db"
        run(f"incumbent add examples/corrigane --store {shlex.quote(str(store))}", store)
        made = {page: render_page(page.read_text("utf-8"), store) for page in PAGES}
        made[PICTURE] = render_picture(store)
    stale = [page for page, text in made.items() if not page.is_file() or page.read_text("utf-8") != text]
    for page in stale:
        print(f"{page.relative_to(ROOT)}: {'is not up to date: run make docs' if check else 'written'}")
        if not check:
            page.write_text(made[page], "utf-8")
    if check and stale:
        sys.exit(1)


if __name__ == "__main__":
    main()
