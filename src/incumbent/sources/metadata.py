"""What is told about a document apart from its text: by its file, or by the person who hands it over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields

from incumbent.model import Document, PartialDate


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, day of publication, publisher, address and language (BCP 47) of a document; None is not told."""

    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None

    @classmethod
    def read(cls, values: Mapping[str, object]) -> Metadata:
        """From texts under this record's field names; other keys are left alone, null and "" are not told.

        Raises ValueError that names the field for a value that is no text, or an impossible date.
        """
        told: dict[str, str] = {}
        for field in fields(cls):
            value = values.get(field.name)
            if value is None or value == "":
                continue
            if not isinstance(value, str):
                raise ValueError(f"{field.name!r} should be a text, not {type(value).__name__}")
            if any("\ud800" <= character <= "\udfff" for character in value):
                raise ValueError(f"{field.name!r} holds half a character: it is no valid Unicode")
            told[field.name] = value.strip()
        day = told.pop("published", None)
        try:
            return cls(published=parse_day(day) if day else None, **told)
        except ValueError as error:
            raise ValueError(f"'published': {error}") from None

    def over(self, other: Metadata) -> Metadata:
        """This metadata, filled up from ``other`` where it does not tell."""
        return Metadata(
            self.title or other.title,
            self.published or other.published,
            self.publisher or other.publisher,
            self.url or other.url,
            self.lang or other.lang,
        )

    def document(self, text: str, data: bytes) -> Document:
        """The document of a text that was read from ``data``."""
        return Document.of_text(
            text,
            published=self.published,
            publisher=self.publisher,
            url=self.url,
            lang=self.lang,
            title=self.title,
            data=data,
        )


def parse_day(text: str) -> PartialDate:
    """A partial date, or the day of a full ISO 8601 time as feeds give it. ValueError says what is wrong."""
    day, _, clock = text.strip().replace("T", " ", 1).partition(" ")
    if clock:
        try:
            return PartialDate.of(dt.datetime.fromisoformat(f"{day} {clock}").date())
        except ValueError:
            raise ValueError(f"{text!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD") from None
    return PartialDate.parse(day)
