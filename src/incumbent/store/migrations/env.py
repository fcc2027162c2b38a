"""Run by Alembic: applies the revisions over the connection that ``store.engine`` hands in."""

from alembic import context

from incumbent.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
