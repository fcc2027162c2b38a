"""From mentions to claims, facts and quotes: what one document says, each with its characters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from incumbent.claims.deaths import with_deaths
from incumbent.claims.discourse import Discourse
from incumbent.claims.draft import Draft
from incumbent.claims.employers import keep_employers
from incumbent.claims.encode import encode
from incumbent.claims.events import Reader
from incumbent.claims.facts import find_facts
from incumbent.claims.letters import first_person_spans
from incumbent.claims.links import link
from incumbent.claims.merge import merge
from incumbent.claims.quotes import find_quotes
from incumbent.claims.scene import Scene
from incumbent.claims.topic import Topic
from incumbent.errors import UsageError
from incumbent.lexicon import languages
from incumbent.lexicon.countries import countries
from incumbent.lexicon.grammar import grammar
from incumbent.lexicon.name_bits import GIVEN
from incumbent.lexicon.names import NameLexicon, name_lexicon
from incumbent.lexicon.triggers import triggers
from incumbent.mentions import find_mentions
from incumbent.model import Analysis, Claim, Document, Entity, Fact, Mentions, Quote, Reading, Span
from incumbent.text import analyse, detect

__all__ = ["extract"]


def extract(document: Document, max_chars: int = 2_000_000) -> Reading:
    """Read a document: its claims, facts and quotes with spans into ``document.text``.

    The language is ``document.lang``, or is told from the text. A text in a language that is not read
    gives an empty reading with a warning. Raises UsageError where ``document.lang`` is unknown.
    """
    warnings: list[str] = []
    lang = _language(document, warnings)
    if lang is None:
        return Reading(document, warnings=tuple(warnings))
    if len(document.text) > max_chars:
        warnings.append(f"only the first {max_chars:,} of {len(document.text):,} characters were read for claims")
    analysis = analyse(document, lang, max_chars)
    mentions = find_mentions(analysis)
    return _reading(document, analysis, mentions, tuple(warnings))


def _language(document: Document, warnings: list[str]) -> str | None:
    known = languages()
    if document.lang:
        lang = document.lang.split("-")[0].lower()
        if lang not in known:
            raise UsageError(f"the language {document.lang!r} is not read; known: {', '.join(known)}")
        return lang
    told = detect(document.text)
    if told in known:
        return told
    warnings.append(
        f"the text is in {told or 'no language that could be told'}, which is not read: {', '.join(known)} are"
    )
    return None


def _reading(document: Document, analysis: Analysis, mentions: Mentions, warnings: tuple[str, ...]) -> Reading:
    mentions = keep_employers(analysis, mentions, grammar(analysis.lang))
    # All that is told is told of people.
    peopled = any(entity.kind == "person" for entity in mentions.entities)
    told = _tell(analysis, mentions) if peopled else _Told((), (), ())
    shift = _Shift(analysis, mentions)
    return Reading(
        document=Document(document.text, document.sha256, document.published, document.publisher, document.url,
                          document.lang or analysis.lang, document.title),
        claims=tuple(c for c in map(shift.claim, told.drafts) if c is not None),
        facts=tuple(f for f in map(shift.fact, told.facts) if f is not None),
        quotes=tuple(q for q in map(shift.quote, told.quotes) if q is not None),
        aliases=tuple((e.name, tuple(f for f in e.forms if f != e.name)) for e in mentions.entities if e.forms[1:]),
        warnings=warnings,
    )  # fmt: skip


class _Told(NamedTuple):
    """What a document tells, with offsets of the analysis."""

    drafts: Sequence[Draft]
    facts: Sequence[Fact]
    quotes: Sequence[Quote]


def _tell(analysis: Analysis, mentions: Mentions) -> _Told:
    words, names = grammar(analysis.lang), name_lexicon(analysis.lang)
    coded = encode(analysis, mentions, words, frozenset(names.genders))
    scene = Scene(analysis, mentions)
    speakers = first_person_spans(analysis, mentions, scene)
    links = [link(sentence, words) for sentence in coded]
    topic = Topic(coded, links, mentions, analysis.publisher, words, names, countries(analysis.lang).names)
    discourse = Discourse(analysis, mentions, topic, speakers, words)
    reader = Reader(coded, mentions, discourse, triggers(analysis.lang), words, analysis.published)
    told = [draft for sentence, linked in zip(coded, links, strict=True) for draft in reader.read(sentence, linked)]
    drafts = [draft for draft in merge(told, analysis.published) if _is_named(mentions.entities[draft.person], names)]
    facts = with_deaths(find_facts(analysis, mentions, scene), drafts, mentions.entities, analysis)
    return _Told(drafts, facts, find_quotes(analysis, mentions, speakers))


def _is_named(person: Entity, names: NameLexicon) -> bool:
    """Whether a person has more than a given name in the document."""
    return any(" " in form or not names.of(form.lower()) & GIVEN for form in person.forms)


class _Shift:
    """From offsets of the analysis to offsets of the document; what lies in the title alone is left out."""

    def __init__(self, analysis: Analysis, mentions: Mentions) -> None:
        self.analysis = analysis
        self.entities = mentions.entities

    def _span(self, start: int, end: int) -> Span | None:
        shift = self.analysis.offset
        return Span(start - shift, end - shift) if start >= shift else None

    def _name(self, entity: int | None) -> str | None:
        return None if entity is None else self.entities[entity].name

    def claim(self, draft: Draft) -> Claim | None:
        sentence = self.analysis.sentences[draft.sentence]
        evidence = self._span(sentence.start, sentence.end)
        if evidence is None or draft.org is None:
            return None
        spans = ((slot, self._span(*span)) for slot, span in draft.spans.items())
        text = self.analysis.text
        return Claim(
            kind=draft.kind, person=self.entities[draft.person].name, org=self.entities[draft.org].name,
            evidence=evidence, post=text[slice(*draft.post)] if draft.post else None,
            role=draft.role if draft.post else None,
            interim=draft.interim, manner=draft.manner, status=draft.status, date=draft.date,
            end_date=draft.end_date if draft.kind in ("hold", "held") else None, other_org=self._name(draft.other),
            counterpart=self._name(draft.old), source=self._name(draft.source),
            spans=tuple((slot, span) for slot, span in spans if span is not None),
            confidence=_CONFIDENCE[min(draft.explicit, 2)] if draft.belief == 1 else round(draft.belief, 2),
        )  # fmt: skip

    def fact(self, fact: Fact) -> Fact | None:
        span = self._span(fact.evidence.start, fact.evidence.end)
        return None if span is None else Fact(fact.person, fact.property, fact.value, span)

    def quote(self, quote: Quote) -> Quote | None:
        span = self._span(quote.span.start, quote.span.end)
        return None if span is None else Quote(quote.speaker, span)


_CONFIDENCE: Sequence[float] = (0.5, 0.65, 0.8)
