"""The frozen records that pass between stages. Nothing here does I/O or knows a database."""

from incumbent.model.dates import PartialDate
from incumbent.model.mentions import Analysis, DateMention, Entity, Mentions, NameMention, PostMention, Sentence, Token
from incumbent.model.records import (
    CHANGES,
    KINDS,
    MANNERS,
    PROPERTIES,
    ROLES,
    STATUSES,
    Claim,
    Document,
    Fact,
    Judgement,
    Quote,
    Reading,
    Span,
    Tenure,
)

__all__ = [
    "CHANGES",
    "KINDS",
    "MANNERS",
    "PROPERTIES",
    "ROLES",
    "STATUSES",
    "Analysis",
    "Claim",
    "DateMention",
    "Document",
    "Entity",
    "Fact",
    "Judgement",
    "Mentions",
    "NameMention",
    "PartialDate",
    "PostMention",
    "Quote",
    "Reading",
    "Sentence",
    "Span",
    "Tenure",
    "Token",
]
