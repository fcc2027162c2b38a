"""From the arguments of a command to single inputs: files, the files of folders, standard input."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from incumbent.errors import InputError, UsageError

STDIN = "-"
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """One input, not opened yet. ``path`` is None for standard input; ``fault`` says why it cannot be opened."""

    name: str
    path: Path | None = None
    fault: InputError | None = None

    def open(self) -> AbstractContextManager[BinaryIO]:
        """Its bytes. Raises InputError where it is missing, not a file, or not permitted."""
        if self.fault:
            raise self.fault
        if self.path is None and sys.stdin is None:
            raise InputError("closed: pipe a text in, or name a file")
        if self.path is None:
            return nullcontext(sys.stdin.buffer)
        try:
            return self.path.open("rb")
        except OSError as error:
            raise input_error(error) from None


def input_error(error: OSError) -> InputError:
    """What an operating system's error means to the person who named the input."""
    if isinstance(error, FileNotFoundError):
        return InputError("no such file or folder: check the path")
    if isinstance(error, PermissionError):
        return InputError("may not be read by you: change its permissions or copy it")
    return InputError(f"cannot be read: {error.strerror or error}")


def iter_sources(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Source]:
    """The inputs that ``paths`` name, in order: a file, every file of a folder (sorted, at any depth), ``-``.

    Hidden files and folders inside a folder are passed over. What cannot be found comes as a Source
    that raises InputError when it is opened, so that the rest goes on. Raises UsageError, before
    anything is read, for an address of the web and for an empty path.
    """
    names = [os.fspath(path) for path in paths]
    for name in names:
        if not name:
            raise UsageError("an empty path was given: name a file, a folder, or - for standard input")
        if _URL.match(name):
            raise UsageError(
                f"{name} is an address, and only files, folders and standard input are read: save the page as text"
            )
    if names.count(STDIN) > 1:
        raise UsageError("standard input (-) can be read only once: name it once")
    return _sources(names)


def _sources(names: list[str]) -> Iterator[Source]:
    for name in names:
        if name == STDIN:
            yield Source("standard input")
        elif Path(name).is_dir():
            yield from _folder(Path(name))
        else:
            yield Source(name, Path(name))


def _folder(root: Path) -> Iterator[Source]:
    faults: list[OSError] = []
    found = False
    for folder, subfolders, files in os.walk(root, onerror=faults.append):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder, name)
            if not name.startswith(".") and path.is_file():
                found = True
                yield Source(str(path), path)
        while faults:
            error = faults.pop(0)
            found = True
            yield Source(str(error.filename), fault=input_error(error))
    for error in faults:
        found = True
        yield Source(str(error.filename), fault=input_error(error))
    if not found:
        yield Source(str(root), fault=InputError("a folder without files that can be read: name one that holds texts"))
