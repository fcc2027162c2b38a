"""Settings: one validated object, made once by the caller and passed in; read nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from incumbent.errors import UsageError

DEFAULT_STORE = "incumbent.db"
DEFAULT_MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told.

    ``store`` is a path or a database URL, ``max_bytes`` the most bytes one document may have,
    ``max_chars`` the most characters of one document that are read for claims.
    """

    store: str = DEFAULT_STORE
    max_bytes: int = DEFAULT_MAX_BYTES
    max_chars: int = 2_000_000

    def __post_init__(self) -> None:
        if not self.store:
            raise UsageError("the store is an empty path: give --store PATH or unset INCUMBENT_STORE")
        for name in ("max_bytes", "max_chars"):
            if getattr(self, name) < 1:
                raise UsageError(f"{name} must be 1 or more, not {getattr(self, name)}")

    @classmethod
    def from_env(cls, env: Mapping[str, str], *, store: str | None = None) -> Settings:
        """Settings from an argument (first) and the environment (``INCUMBENT_STORE``, ``INCUMBENT_MAX_BYTES``).

        Raises UsageError for a value that is not valid.
        """
        raw = env.get("INCUMBENT_MAX_BYTES")
        try:
            max_bytes = int(raw) if raw else DEFAULT_MAX_BYTES
        except ValueError:
            raise UsageError(f"INCUMBENT_MAX_BYTES is {raw!r}: set it to a number of bytes") from None
        return cls(store=env.get("INCUMBENT_STORE", DEFAULT_STORE) if store is None else store, max_bytes=max_bytes)
