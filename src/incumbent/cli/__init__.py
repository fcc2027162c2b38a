"""The command line. Thin: each command parses its options, calls a stage or a query, and shows the answer."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from incumbent import __version__
from incumbent.cli import asking, reading, scoring
from incumbent.errors import IncumbentError, InputError


class _Guarded(TyperGroup):
    """Turns the errors that a person can mend into one line and an exit code; others are bugs and stay loud."""

    def invoke(self, ctx: Any) -> Any:
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except IncumbentError as error:
            _complain(str(error))
            raise typer.Exit(1 if isinstance(error, InputError) else 2) from None
        except KeyboardInterrupt:
            _complain("stopped; what was finished by then is kept")
            raise typer.Exit(130) from None
        except BrokenPipeError:
            # The reader (head, less) has seen enough.
            _abandon_output()
            raise typer.Exit(0) from None
        except OSError as error:
            if error.filename is None:
                _abandon_output()
            _complain(f"{error.filename or 'the output'} cannot be written: {error.strerror or error}")
            raise typer.Exit(2) from None


def _abandon_output() -> None:
    """Python tries at exit to write what is left, and would complain again: point it elsewhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str) -> None:
    from incumbent.cli.screen import plain

    print(f"incumbent: {plain(message)}", file=sys.stderr)


_EPILOG = """\b
Start with:
  incumbent read article.txt         what one article says
  incumbent add articles/            keep what many say
  incumbent who 'Some Company'       and ask
\b
Each command has examples: incumbent COMMAND --help"""

app = typer.Typer(
    name="incumbent",
    cls=_Guarded,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EPILOG,
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"incumbent {__version__}")
        raise typer.Exit


@app.callback()
def incumbent(
    _version_wanted: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Read the news and keep a sourced record of who holds which post.

    Hand it articles, press releases or filings. It finds who starts, leaves, holds or takes leave from which
    post, when, and who says so, and shows the words of the source for each. Nothing leaves this computer.
    """


for _module in (reading, asking, scoring):
    _module.register(app)


def main() -> None:
    """The entry point of the command ``incumbent``."""
    for stream in (sys.stdout, sys.stderr):
        # A name that the terminal's encoding lacks must not stop the answer.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    app(prog_name="incumbent")
