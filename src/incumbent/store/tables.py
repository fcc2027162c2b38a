"""The tables of a record. ``migrations/`` builds them; a test holds the two together.

A date is kept as EDTF text beside its first and last day, so that SQL can compare. ``documents``,
``readings``, ``claims``, ``claim_spans``, ``facts``, ``quotes``, ``aliases`` and ``judgements`` are
append-only; ``namings`` and ``naming_forms`` are derived from the aliases by ``incumbent.resolve``.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Utc(sa.types.TypeDecorator[dt.datetime]):
    """An aware time, kept in UTC; SQLite has no zone, so none is kept there."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """To UTC, without a zone for SQLite."""
        if value is None:
            return None
        utc = value.astimezone(dt.UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:
        """Back to an aware time."""
        if value is None:
            return None
        time: dt.datetime = value
        return time.replace(tzinfo=dt.UTC) if time.tzinfo is None else time.astimezone(dt.UTC)


documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("text_sha256", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("lang", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("publisher", sa.Text),
    sa.Column("published", sa.Text),
    sa.Column("published_earliest", sa.Date),
    sa.Column("published_latest", sa.Date),
    # The last day of publication, else the day of recording: what "known on" compares with.
    sa.Column("known", sa.Date, nullable=False, index=True),
    sa.Column("recorded", Utc, nullable=False, index=True),
)

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("document", sa.ForeignKey("documents.id"), nullable=False),
    # 1 for the first reading; queries use the last one that was recorded in time.
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("recorded", Utc, nullable=False),
    # A hash of all that was read, so that reading again to the same end adds nothing.
    sa.Column("digest", sa.Text, nullable=False),
    sa.UniqueConstraint("document", "generation"),
)

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("reading", sa.ForeignKey("readings.id"), primary_key=True),
    sa.Column("id", sa.Text, primary_key=True, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("org", sa.Text, nullable=False),
    sa.Column("post", sa.Text),
    sa.Column("role", sa.Text),
    sa.Column("interim", sa.Boolean(create_constraint=False), nullable=False),
    sa.Column("manner", sa.Text),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("date", sa.Text),
    sa.Column("date_earliest", sa.Date),
    sa.Column("date_latest", sa.Date),
    sa.Column("end_date", sa.Text),
    sa.Column("end_date_earliest", sa.Date),
    sa.Column("end_date_latest", sa.Date),
    sa.Column("other_org", sa.Text),
    sa.Column("counterpart", sa.Text),
    sa.Column("source", sa.Text),
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Column("evidence_start", sa.Integer, nullable=False),
    sa.Column("evidence_end", sa.Integer, nullable=False),
    sa.Column("confidence", sa.Float, nullable=False),
    # The last day of its date, else the day by which the document was known.
    sa.Column("effective", sa.Date, nullable=False, index=True),
)

claim_spans = sa.Table(
    "claim_spans",
    metadata,
    sa.Column("reading", sa.Integer, primary_key=True),
    sa.Column("claim", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("slot", sa.Text, nullable=False),
    sa.Column("start", sa.Integer, nullable=False),
    sa.Column("end", sa.Integer, nullable=False),
    sa.ForeignKeyConstraint(["reading", "claim"], ["claims.reading", "claims.id"]),
)

facts = sa.Table(
    "facts",
    metadata,
    sa.Column("reading", sa.ForeignKey("readings.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("property", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("evidence", sa.Text, nullable=False),
    sa.Column("evidence_start", sa.Integer, nullable=False),
    sa.Column("evidence_end", sa.Integer, nullable=False),
)

quotes = sa.Table(
    "quotes",
    metadata,
    sa.Column("reading", sa.ForeignKey("readings.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("speaker", sa.Text, nullable=False),
    sa.Column("quote", sa.Text, nullable=False),
    sa.Column("quote_start", sa.Integer, nullable=False),
    sa.Column("quote_end", sa.Integer, nullable=False),
)

aliases = sa.Table(
    "aliases",
    metadata,
    sa.Column("reading", sa.ForeignKey("readings.id"), primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("form", sa.Text, primary_key=True),
)

namings = sa.Table(
    "namings",
    metadata,
    sa.Column("reading", sa.ForeignKey("readings.id"), primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, nullable=False),
    sa.Index(None, "kind", "key"),
)

naming_forms = sa.Table(
    "naming_forms",
    metadata,
    sa.Column("reading", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("form", sa.Text, primary_key=True),
    sa.ForeignKeyConstraint(["reading", "kind", "name"], ["namings.reading", "namings.kind", "namings.name"]),
    sa.Index(None, "kind", "form"),
)

judgements = sa.Table(
    "judgements",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("target", sa.Text, nullable=False, index=True),
    sa.Column("other", sa.Text),
    sa.Column("author", sa.Text, nullable=False),
    sa.Column("made", Utc, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("undoes", sa.Text),
)
