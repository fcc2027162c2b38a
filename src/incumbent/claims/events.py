"""From the triggers and descriptions of one sentence to drafts of claims."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from incumbent.claims.arguments import Finder, Trigger, find_triggers
from incumbent.claims.dating import NO_DATE, Dating, date_of
from incumbent.claims.discourse import Discourse
from incumbent.claims.draft import Draft
from incumbent.claims.encode import Coded
from incumbent.claims.links import OWN, Links, link
from incumbent.claims.qualify import is_interim, is_past, source_of, status_of
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import PERSON, PLACE, POST
from incumbent.lexicon.triggers import Triggers
from incumbent.model import Mentions, PartialDate

_PLACE_ROLES = frozenset({"mayor", "governor", "minister", "deputy_minister", "head_of_state", "head_of_government",
                          "ambassador", "legislator", "judge", "commander", "agency_head", "other"})  # fmt: skip


class Reader:
    """Reads sentences in order and keeps, for each person, the posts that the document gave them."""

    def __init__(
        self, mentions: Mentions, discourse: Discourse, lexicon: Triggers, words: Grammar, published: PartialDate | None
    ) -> None:
        self.mentions = mentions
        self.discourse = discourse
        self.lexicon = lexicon
        self.words = words
        self.published = published
        self.known: dict[int, list[Draft]] = {}

    def read(self, coded: Coded) -> list[Draft]:
        """The drafts of one sentence, in order."""
        self.discourse.enter(coded)
        symbols = {i.symbol for i in coded.items}
        links = link(coded, self.words) if POST in symbols else Links()
        triggers = find_triggers(coded, self.lexicon)
        scene = _Scene(coded, links, triggers, Finder(coded, links, triggers, self.words))
        drafts: list[Draft] = []
        for told in (self._descriptions(scene), *(self._event(scene, t) for t in triggers)):
            for draft in told:
                drafts.append(draft)
                self.known.setdefault(draft.person, []).append(draft)
        subject = self._subject(scene)
        self.discourse.leave(coded, subject)
        return drafts

    def _subject(self, scene: _Scene) -> int | None:
        """The entity that the sentence is about: its first person that no preposition or possessive embeds."""
        items = scene.coded.items
        for i, item in enumerate(items):
            if item.symbol == PERSON:
                if i and items[i - 1].symbol in self.words["prepositions"]:
                    continue
                if i + 1 < len(items) and items[i + 1].symbol in self.words["possessive_mark"]:
                    continue
                return item.ref
        for i in range(len(items)):
            found = self.discourse.person(scene.coded, i) if items[i].gender else None
            if found is not None:
                return found
        return None

    def _descriptions(self, scene: _Scene) -> Iterator[Draft]:
        """hold and held: the posts that stand beside names."""
        items = scene.coded.items
        for post, person in scene.links.person_of.items():
            mention = self.mentions.posts[items[post].ref]
            entity = self.discourse.person(scene.coded, person)
            if entity is None or mention.plural or mention.future:
                continue
            former = mention.former or any(
                items[i].symbol in self.words["former"] for i in range(max(0, post - 3), post)
            )
            org, explicit = self._org_of_post(scene, post, entity)
            yield self._draft(
                scene, "held" if former else "hold", entity, org, (post, post + 1),
                post=post, interim=mention.interim, explicit=explicit + 1,
            )  # fmt: skip

    def _org_of_post(self, scene: _Scene, post: int, person: int) -> tuple[int | None, int]:
        """The organisation of a post and 1 where the words themselves name it, else 0."""
        items = scene.coded.items
        role = self.mentions.posts[items[post].ref].role
        at = scene.links.org_of.get(post)
        if at is not None and at != OWN:
            if items[at].symbol == PLACE and role not in _PLACE_ROLES:
                return self.discourse.topic(), 0
            return self.discourse.org(items[at]), 1
        holder = scene.links.person_of.get(post)
        beside = scene.links.org_of_person.get(holder) if holder is not None else None
        if beside is not None:
            return items[beside].ref, 1
        if role in self.words.country_roles and self.discourse.main_place is not None:
            return self.discourse.main_place, 0
        near = scene.finder.org_before(post)
        if near is not None:
            return self.discourse.org(items[near]), 0
        return self.discourse.topic(), 0

    def _event(self, scene: _Scene, trigger: Trigger) -> Iterator[Draft]:
        frame, coded, finder = trigger.frame, scene.coded, scene.finder
        at = trigger.captured.get("new", trigger.captured.get("person"))
        person_at = finder.person(frame.person, trigger) if at is None else at
        old_at = trigger.captured.get("old", finder.person(frame.old, trigger))
        person = self._who(coded, person_at)
        old = None if old_at == person_at else self._who(coded, old_at)
        if person is None and old is None:
            return
        if old == person:
            old = None
        post, role, span = self._post(scene, trigger, person_at, person, old_at, old)
        org, explicit = self._org(scene, trigger, post, person_at, person, old)
        other_at = finder.other(trigger)
        other = None if other_at is None else self.discourse.org(coded.items[other_at])
        kind = frame.kind
        if frame.past and is_past(coded, trigger, self.words):
            kind = frame.past
        common = {"post": post, "explicit": explicit, "trigger": trigger}
        others = [] if person_at is None else finder.coordinated(person_at)
        for person in [person, *(self._who(coded, i) for i in others)]:
            if person is None:
                continue
            draft = self._draft(scene, kind, person, org, (trigger.first, trigger.last), **common)  # type: ignore[arg-type]
            draft.old, draft.other = old, other if other != org else None
            draft.role, draft.post = role or draft.role, span or draft.post
            yield draft
            if frame.moved and draft.other is not None:
                yield self._moved(draft)
        if old is not None:
            ended = self._draft(scene, "end", old, org, (trigger.first, trigger.last), **common)  # type: ignore[arg-type]
            ended.old, ended.manner, ended.told, ended.interim = person, None, False, False
            ended.role, ended.post = role or ended.role, span or ended.post
            yield ended

    def _who(self, coded: Coded, index: int | None) -> int | None:
        """The entity at an item: a name, a pronoun, or a post whose holder the document named before."""
        if index is None:
            return None
        if index < 0 or coded.items[index].symbol != POST:
            return self.discourse.person(coded, index)
        role = self.mentions.posts[coded.items[index].ref].role
        holders = [
            (draft.sentence, person)
            for person, drafts in self.known.items()
            for draft in drafts
            if draft.role == role and draft.kind != "held" and role != "other"
        ]
        return max(holders)[1] if holders else None

    def _post(
        self,
        scene: _Scene,
        trigger: Trigger,
        person_at: int | None,
        person: int | None,
        old_at: int | None,
        old: int | None,
    ) -> tuple[int | None, str | None, tuple[int, int] | None]:
        """The item, role and span of a trigger's post."""
        frame, items = trigger.frame, scene.coded.items
        if frame.post == "none":
            return None, frame.role, None
        if frame.post == "trigger":
            return None, frame.role, (items[trigger.first].start, items[trigger.last - 1].end)
        post = scene.finder.post(trigger)
        if post is not None:
            return post, None, None
        whose = old if frame.kind == "start" else person
        if whose is None:
            return None, None, None
        for draft in reversed(self.known.get(whose, ())):
            if draft.kind == "hold" or (draft.kind in ("start", "held") and frame.kind != "start"):
                return None, draft.role, draft.post
        return None, None, None

    def _org(
        self,
        scene: _Scene,
        trigger: Trigger,
        post: int | None,
        person_at: int | None,
        person: int | None,
        old: int | None,
    ) -> tuple[int | None, int]:
        """The organisation of an event and how firmly it is tied: 2 named with it, 1 in the sentence, 0 supplied."""
        items, finder, frame = scene.coded.items, scene.finder, trigger.frame
        if frame.org == "none":
            return None, 0
        if post is not None and scene.links.org_of.get(post, OWN) != OWN:
            org, explicit = self._org_of_post(scene, post, person if person is not None else -1)
            if explicit:
                return org, 2
        agent = finder.agent(trigger.first) if frame.person == "object" and frame.kind != "hold" else None
        if agent is not None and not finder.is_passive(trigger.first):
            return self.discourse.org(items[agent]), 2
        found = finder.org(trigger, direct=frame.org == "object")
        if found is not None:
            return self.discourse.org(items[found]), 2
        if post is not None and self.mentions.posts[items[post].ref].role in self.words.country_roles:
            return self._org_of_post(scene, post, person if person is not None else -1)
        for whose in (person, old) if frame.kind != "start" else (old,):
            for draft in reversed(self.known.get(whose, ()) if whose is not None else ()):
                if draft.kind in ("hold", "start") and draft.org is not None:
                    return draft.org, 1
        near = finder.org_before(trigger.first)
        if near is not None:
            return self.discourse.org(items[near]), 1
        return self.discourse.topic(), 0

    def _moved(self, draft: Draft) -> Draft:
        return Draft(
            kind="end", person=draft.person, org=draft.other, sentence=draft.sentence, start=draft.start, end=draft.end,
            manner="moved", status=draft.status, date=draft.date, other=draft.org, source=draft.source, told=False,
            explicit=draft.explicit, spans=dict(draft.spans),
        )  # fmt: skip

    def _draft(
        self, scene: _Scene, kind: str, person: int, org: int | None, place: tuple[int, int], *,
        post: int | None = None, interim: bool = False, explicit: int = 0, trigger: Trigger | None = None,
    ) -> Draft:  # fmt: skip
        coded, items = scene.coded, scene.coded.items
        first, last = place
        dating = self._dating(scene, kind, place) if trigger or kind in ("hold", "held") else NO_DATE
        draft = Draft(kind, person, org, coded.number, items[first].start, items[last - 1].end, explicit=explicit)
        if trigger is not None:
            draft.manner = trigger.frame.manner
            draft.status = status_of(coded, trigger, self.words)
            draft.interim = trigger.frame.interim or is_interim(coded, trigger, post, self.words)
            draft.source = source_of(coded, trigger.first, self.discourse, self.words)
        if post is not None:
            mention = self.mentions.posts[items[post].ref]
            draft.post, draft.role = (mention.start, mention.end), mention.role
            draft.interim = draft.interim or mention.interim
            draft.spans["post"] = (mention.start, mention.end)
        draft.interim = draft.interim or interim
        self._set_date(draft, dating)
        draft.spans["trigger"] = (draft.start, draft.end)
        return draft

    def _dating(self, scene: _Scene, kind: str, place: tuple[int, int]) -> Dating:
        first, last = place
        return date_of(scene.coded, first, last, kind, scene.triggers, self.mentions.dates, self.words)

    def _set_date(self, draft: Draft, dating: Dating) -> None:
        if draft.kind in ("hold", "held") and dating.announced:
            return
        if dating.announced and draft.status != "actual":
            return
        draft.date, draft.end_date = dating.date, dating.until
        if dating.span:
            draft.spans["date"] = dating.span
        later = self.published and draft.date and self.published.before(draft.date)
        if later and draft.status == "actual" and draft.kind not in ("hold", "held"):
            draft.status = "planned"


class _Scene(NamedTuple):
    coded: Coded
    links: Links
    triggers: list[Trigger]
    finder: Finder
