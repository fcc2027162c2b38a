"""Reading of resource files with the line of every value kept, so that a fault can be named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import yaml

from incumbent.errors import LexiconError

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_SafeLoader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value with the file and line that it stands on."""

    value: Any
    path: Path
    line: int

    def fail(self, message: str) -> NoReturn:
        """Raise LexiconError for this place."""
        try:
            name = self.path.relative_to(RESOURCES)
        except ValueError:
            name = self.path
        raise LexiconError(f"{name}:{self.line}: {message}")

    def items(self, *, allowed: set[str] | None = None, required: set[str] | None = None) -> Iterator[tuple[str, Node]]:
        """The entries of a mapping, in order; ``allowed`` and ``required`` name its keys."""
        if not isinstance(self.value, dict):
            self.fail(f"a mapping is expected here, not {type(self.value).__name__}")
        keys = set(self.value)
        if allowed is not None and (unknown := keys - allowed):
            self.value[min(unknown)].fail(f"unknown key {min(unknown)!r}; known: {', '.join(sorted(allowed))}")
        if required and (missing := required - keys):
            self.fail(f"the key {min(missing)!r} is missing")
        yield from self.value.items()

    def get(self, key: str) -> Node | None:
        """The value of a mapping's key, None where it has none."""
        if not isinstance(self.value, dict):
            self.fail(f"a mapping is expected here, not {type(self.value).__name__}")
        found: Node | None = self.value.get(key)
        return found

    def entries(self) -> list[Node]:
        """The entries of a sequence."""
        if not isinstance(self.value, list):
            self.fail(f"a list is expected here, not {type(self.value).__name__}")
        return self.value

    def text(self) -> str:
        """A non-empty string."""
        if not isinstance(self.value, str) or not self.value.strip():
            self.fail(f"a text is expected here, not {self.value!r}")
        return self.value

    def texts(self) -> list[str]:
        """A list of non-empty strings, or a single one; a repeated one is a fault."""
        nodes = self.entries() if isinstance(self.value, list) else [self]
        seen: set[str] = set()
        for node in nodes:
            if node.text() in seen:
                node.fail(f"{node.value!r} stands here twice")
            seen.add(node.value)
        return [node.value for node in nodes]

    def one_of(self, choices: set[str] | frozenset[str] | tuple[str, ...]) -> str:
        """A string out of a closed set."""
        value = self.text()
        if value not in choices:
            self.fail(f"{value!r} is none of {', '.join(sorted(choices))}")
        return value

    def flag(self) -> bool:
        """true or false."""
        if not isinstance(self.value, bool):
            self.fail(f"true or false is expected here, not {self.value!r}")
        return self.value


def load_yaml(path: Path) -> Node:
    """Read a YAML file into Nodes. Raises LexiconError with file and line for bad YAML or a doubled key."""
    try:
        loader = _SafeLoader(path.read_text("utf-8"))
        root = loader.get_single_node()
    except FileNotFoundError:
        raise LexiconError(f"{path}:1: the file is missing") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        raise LexiconError(f"{path}:{mark.line + 1 if mark else 1}: {error}".replace("\n", " ")) from None
    if root is None:
        raise LexiconError(f"{path}:1: the file is empty")
    return _build(root, path)


def _build(node: Any, path: Path) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Node] = {}
        for key, value in node.value:
            if key.value in mapping:
                Node(None, path, key.start_mark.line + 1).fail(f"the key {key.value!r} stands here twice")
            mapping[key.value] = _build(value, path)
        return Node(mapping, path, line)
    if isinstance(node, yaml.SequenceNode):
        return Node([_build(child, path) for child in node.value], path, line)
    return Node(_scalar(node.value) if not node.style else node.value, path, line)


def _scalar(text: str) -> Any:
    """A plain scalar by YAML 1.2's rules: "no", "on" and "off" are words, which a lexicon needs."""
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if text.isascii() and text.isdigit() else text


def load_lines(path: Path) -> list[str]:
    """The lines of a word list, without comments (``#``) and blanks. Raises LexiconError for a doubled line."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        raise LexiconError(f"{path}:1: the file is missing") from None
    lines: dict[str, int] = {}
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if line and not line.startswith("#") and lines.setdefault(line, number) != number:
            Node(None, path, number).fail(f"{line!r} stands already on line {lines[line]}")
    return list(lines)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a folder of resources, sorted."""
    return tuple(sorted(p.name for p in RESOURCES.iterdir() if (p / "triggers.yml").is_file()))
