"""Every error the package raises, as one tree by what the caller should do.

    IncumbentError
    ├── InputError           this input cannot be read: name it, skip it, go on with the rest
    │   ├── NotTextError     empty, binary, or of a format that is not read
    │   ├── TooLargeError    beyond the limit of ``Settings.max_bytes``
    │   └── ReadingFault     a fault of the program itself in the reading of this input: report it
    ├── UsageError           the call is wrong: correct an argument and call again (exit 2)
    ├── LexiconError         a resource file is at fault: correct it at the file and line named
    └── StoreError           the record cannot be used as asked
        ├── NotAStoreError       the path holds something that is not a record
        ├── NewerStoreError      the record was written by a newer version: upgrade
        └── StoreBusyError       another process holds the record: try again
"""

from __future__ import annotations


class IncumbentError(Exception):
    """Base of all errors raised on purpose; its text is one line that says what to do."""


class InputError(IncumbentError):
    """One input cannot be read; the others can."""


class NotTextError(InputError):
    """The input holds no text that can be read."""


class TooLargeError(InputError):
    """The input is larger than the limit set for one document."""


class ReadingFault(InputError):  # noqa: N818  # the fault is ours, not the input's
    """The program failed on this input; the message names the fault, to be reported with the input."""


class UsageError(IncumbentError):
    """An argument is wrong; the message says which and what it should be."""


class LexiconError(IncumbentError):
    """A resource file breaks its schema; the message starts with ``file:line``."""


class StoreError(IncumbentError):
    """The record cannot be opened, read or written."""


class NotAStoreError(StoreError):
    """The path given is a file that is no Incumbent record."""


class NewerStoreError(StoreError):
    """The record has a schema newer than this version of the program knows."""


class StoreBusyError(StoreError):
    """The record is locked by another process."""
