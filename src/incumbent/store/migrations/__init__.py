"""The schema's history. Each revision is a module of ``versions/``; none is ever changed once released."""

REVISIONS: tuple[str, ...] = ("0001",)
"""All revisions that this version knows, oldest first."""

HEAD = REVISIONS[-1]
