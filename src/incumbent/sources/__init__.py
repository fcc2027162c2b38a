"""Where documents come from: one table of formats, told from an input's bytes and not from its name."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, NamedTuple

from incumbent.config import Settings
from incumbent.errors import InputError, NotTextError, TooLargeError
from incumbent.model import Document
from incumbent.sources.decode import Decoded, check_text, decode
from incumbent.sources.jsondoc import load_object, read_object
from incumbent.sources.metadata import Metadata, parse_day
from incumbent.sources.plain import read_plain
from incumbent.sources.signatures import refuse_known_binary, refuse_markup
from incumbent.sources.walk import Source, input_error, iter_sources

__all__ = [
    "FORMATS",
    "Format",
    "Found",
    "Metadata",
    "Refused",
    "Source",
    "check_text",
    "iter_sources",
    "parse_day",
    "read_source",
]

_JSON_NAMES = (".json", ".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Found:
    """A document and the name of where it was found; ``note`` tells of a guess made in reading its bytes."""

    name: str
    document: Document
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """An input, or a line of one, that is no document."""

    name: str
    error: InputError

    def __str__(self) -> str:
        return f"{self.name}: {self.error}"


class Format(NamedTuple):
    """A format of one document: ``claim`` gives its value where a decoded text is of the format, else None."""

    name: str
    claim: Callable[[str], Any]
    read: Callable[[Any], tuple[str, Metadata]]


FORMATS: tuple[Format, ...] = (
    Format("JSON", lambda text: load_object(text) if text.lstrip()[:1] == "{" else None, read_object),
    Format("text", lambda text: text, read_plain),
)


def read_source(source: Source, settings: Settings, told: Metadata | None = None) -> Iterator[Found | Refused]:
    """The documents of an input: one, or one for each line of JSON Lines. What fails comes as Refused.

    ``told`` is what the caller says of the document; it goes before what the input says of itself.
    """
    told = told or Metadata()
    try:
        with source.open() as stream:
            data = stream.read(settings.max_bytes + 1)
            refuse_known_binary(data[:64])
            if _is_json_lines(data):
                yield from _read_lines(source, data, stream, settings.max_bytes, told)
            else:
                found = _read_one(source.name, data, settings.max_bytes, told)
                # The bytes are done with: the text alone goes into what may need much memory.
                del data
                yield found
    except InputError as error:
        yield Refused(source.name, error)
    except OSError as error:
        yield Refused(source.name, input_error(error))


def _read_one(name: str, data: bytes, max_bytes: int, told: Metadata) -> Found:
    if len(data) > max_bytes:
        raise TooLargeError(f"larger than {max_bytes} bytes: split it, or set INCUMBENT_MAX_BYTES higher")
    decoded: Decoded = decode(data)
    refuse_markup(decoded.text)
    for form in FORMATS:
        value = form.claim(decoded.text)
        if value is not None:
            break
    if form.name == "text" and name.casefold().endswith(_JSON_NAMES):
        raise NotTextError("no JSON document: it should be an object with a 'text', or one such object a line")
    text, metadata = form.read(value)
    return Found(name, told.over(metadata).document(text, data), decoded.note)


def _is_json_lines(data: bytes) -> bool:
    """Whether the first line is a whole JSON object and another object begins after it."""
    body = data.removeprefix(codecs.BOM_UTF8)
    if body[:1] != b"{":
        return False
    end = body.find(b"\n")
    following = body[end : end + 1000].lstrip()
    return end > 0 and following[:1] == b"{" and load_object(body[:end].decode("utf-8", "replace")) is not None


def _read_lines(
    source: Source, head: bytes, stream: BinaryIO, max_bytes: int, told: Metadata
) -> Iterator[Found | Refused]:
    for number, line in enumerate(_lines(head, stream, max_bytes), 1):
        if not line.strip():
            continue
        name = f"{source.name}:{number}"
        try:
            yield _read_line(name, line, max_bytes, told)
        except InputError as error:
            yield Refused(name, error)


def _read_line(name: str, line: bytes, max_bytes: int, told: Metadata) -> Found:
    if len(line) > max_bytes:
        raise TooLargeError(f"larger than {max_bytes} bytes: split it, or set INCUMBENT_MAX_BYTES higher")
    data = line.strip().removeprefix(codecs.BOM_UTF8)
    value = load_object(decode(data).text)
    if value is None:
        raise NotTextError("no JSON object: each line should be one")
    text, metadata = read_object(value)
    return Found(name, told.over(metadata).document(text, data))


def _lines(head: bytes, stream: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    """The lines of ``head`` and of what follows it; of one longer than ``max_bytes``, a little more than that."""
    for line in io.BytesIO(head):
        yield line if line.endswith(b"\n") else line + _readline(stream, max_bytes)
    while line := _readline(stream, max_bytes):
        yield line


def _readline(stream: BinaryIO, max_bytes: int) -> bytes:
    line = rest = stream.readline(max_bytes + 1)
    while rest and not rest.endswith(b"\n"):
        rest = stream.readline(max_bytes + 1)
    return line
