"""Who and what is being spoken of: pronouns, descriptions, "the company", the organisation of a heading."""

from __future__ import annotations

from collections.abc import Mapping

from incumbent.claims.draft import Draft
from incumbent.claims.encode import Coded, Item
from incumbent.claims.topic import Topic
from incumbent.lexicon.grammar import LATTER, Grammar
from incumbent.lexicon.patterns import ORG, PERSON, PRONOUN, SPEAKER
from incumbent.model import Analysis, Entity, Mentions

_MEMORY = 32
_LABEL = 4
_LOOK_BACK = 4
_NAMED = frozenset({PERSON, ORG})
# How many items may open a sentence up to the organisation that sets its scene.
_SCENE = 4
# How many items may stand between "from" and an organisation.
_FROM_REACH = 4
Speakers = tuple[tuple[int, int, int], ...]


class Discourse:
    """What a reader keeps in mind while going through the sentences in order."""

    def __init__(
        self, analysis: Analysis, mentions: Mentions, topic: Topic, speakers: Speakers, words: Grammar
    ) -> None:
        self.text = analysis.text
        self.entities: tuple[Entity, ...] = mentions.entities
        self.words = words
        self.speakers = speakers
        self.genders = {e.id: e.gender for e in mentions.entities if e.kind == "person"}
        self.recent: list[tuple[int, int, bool]] = []
        self.number = 0
        self.paragraph = -1
        self.last: int | None = None
        self.spoken_of: int | None = None
        self.scene: int | None = None
        self.paragraph_orgs: list[int] = []
        self.heading_org: int | None = None
        self.heading_person: int | None = None
        self.last_person: int | None = None
        self.column = self.announces = self.appointing = False
        self.main_org = topic.org
        self.topic_scores = topic.scores
        self.main_place = topic.place
        self._governments, self._of_state = topic.governments, topic.of_state
        self.states = topic.states
        self.single = topic.single
        publisher = (analysis.publisher or "").casefold()
        self.printer = {
            e.id for e in mentions.entities if publisher and any(f.casefold() in publisher for f in e.forms)
        }

    def enter(self, coded: Coded) -> None:
        """Begin a sentence."""
        self.number = coded.number
        if coded.sentence.paragraph != self.paragraph:
            self.paragraph = coded.sentence.paragraph
            self.paragraph_orgs = []
            self.spoken_of = None
            self.scene = self._governments.own(self.paragraph) if self._of_state else None
        scene = self._set_scene(coded)
        self.scene = self.scene if scene is None else scene
        self.announces = not coded.symbols.isdisjoint(self.words["appointments"])
        if coded.sentence.heading or coded.number == 0:
            self.column |= self.announces
        self.appointing = self.announces or self.column
        if coded.sentence.heading:
            orgs = [i.ref for i in coded.items if i.symbol == ORG]
            people = [i.ref for i in coded.items if i.symbol == PERSON]
            if orgs and len(coded.items) <= _LABEL:
                self.heading_org = orgs[0]
            self.heading_person = people[0] if people else None

    def _set_scene(self, coded: Coded) -> int | None:
        """The organisation that opens a sentence and stands for the paragraph: "At O, ...", "O: ..."."""
        items, words = coded.items, self.words
        if ORG not in coded.symbols:
            return None
        at = next((i for i, item in enumerate(items[:_SCENE]) if item.symbol == ORG), len(items))
        if at + 1 >= len(items):
            return None
        if not at:
            return items[at].ref if items[1].symbol == ":" else None
        before = [item.symbol for item in items[:at]]
        opens = items[at + 1].symbol in (",", "(") and all(words.is_function(symbol) for symbol in before)
        return items[at].ref if opens and not words["at"].isdisjoint(before) else None

    def state(self) -> int | None:
        """The state whose posts of government are spoken of, where their own words name none."""
        found = self._governments.of(self.paragraph)
        return self.main_place if found is None else found

    def region(self, place: int, role: str) -> int:
        """What a place stands for beside a local post: where it is the seat of a government, a governor's region."""
        return place if role == "mayor" else self._governments.seats.get(place, place)

    def is_state(self, org: int | None) -> bool:
        """Whether an entity is a state that the text speaks of."""
        return org is not None and self._governments.are(org)

    def governs(self, org: int | None, role: str | None) -> bool:
        """Whether a post of government is said to be of a state."""
        return role in self.words.country_roles and self.is_state(org)

    def leave(self, coded: Coded, subject: int | None) -> None:
        """End a sentence whose subject is the entity ``subject``: remember whom and what it named."""
        for item in [] if coded.symbols.isdisjoint(_NAMED) else coded.items:
            if item.symbol == PERSON:
                self.last_person = item.ref
            if item.symbol == PERSON and item.ref != subject:
                self.recent.append((item.ref, coded.number, False))
            elif item.symbol == ORG:
                self.paragraph_orgs.append(item.ref)
                del self.paragraph_orgs[1:-_MEMORY]
                self.last = item.ref
        self.spoken_of = self._free_org(coded)
        if subject is not None:
            self.recent.append((subject, coded.number, True))
        del self.recent[:-24]

    def _free_org(self, coded: Coded) -> int | None:
        """The first organisation of a sentence that no preposition embeds: what the next one calls "its"."""
        for i, item in enumerate(coded.items) if ORG in coded.symbols else ():
            if item.symbol == ORG and (not i or coded.items[i - 1].symbol not in self.words["prepositions"] | {"("}):
                return item.ref
        return None

    def person(self, coded: Coded, index: int) -> int | None:
        """The entity that the item at ``index`` stands for; None where it cannot be told. -1: an earlier possessor."""
        if index < 0:
            return self._earlier(coded.number, "")
        item = coded.items[index]
        if item.symbol == PERSON:
            return item.ref
        if item.symbol == SPEAKER:
            return self.speaker(item.start)
        if item.symbol == PRONOUN:
            if item.gender == LATTER:
                before = [i.ref for i in coded.items[:index] if i.symbol == PERSON]
                return before[-1] if before else self.last_person
            found = self.meant(coded, index)
            if found is not None and item.gender not in ("", "any") and not self.genders.get(found):
                self.genders[found] = item.gender
            return found
        if item.symbol in self.words["possessives"]:
            if item.symbol in self.words["first_person"]:
                return self.speaker(item.start)
            return self._earlier(coded.number, self.words.pronouns.get(item.symbol, ""))
        if item.symbol in self.words.clitics:
            return self._earlier(coded.number, self.words.clitics[item.symbol])
        return None

    def meant(self, coded: Coded, index: int) -> int | None:
        """Whom a pronoun means; the reader learns nothing of the person from it."""
        gender = coded.items[index].gender.replace("any", "")
        found = self._in_sentence(coded, index, gender)
        return self._earlier(coded.number, gender) if found is None else found

    def speaker(self, offset: int) -> int | None:
        """Whose "I" it is at an offset."""
        for start, end, entity in self.speakers:
            if start <= offset < end:
                return entity
        return None

    def _fits(self, entity: int, gender: str) -> bool:
        known = self.genders.get(entity, "")
        return not gender or not known or known == gender

    def _in_sentence(self, coded: Coded, index: int, gender: str) -> int | None:
        """The first person named before the pronoun who fits, one in subject position before others."""
        prepositions = self.words["prepositions"]
        fallback: int | None = None
        for i in range(index):
            item = coded.items[i]
            if item.symbol != PERSON or not self._fits(item.ref, gender):
                continue
            embedded = (i and coded.items[i - 1].symbol in prepositions) or (
                i + 1 < len(coded.items) and coded.items[i + 1].symbol in self.words["possessive_mark"]
            )
            if not embedded:
                return item.ref
            fallback = item.ref
        return fallback

    def another(self, coded: Coded, index: int | None, person: int) -> int | None:
        """Whom a pronoun means that cannot mean ``person``; None where the item is no pronoun."""
        if index is None or index < 0 or coded.items[index].symbol != PRONOUN:
            return None
        return self._earlier(coded.number, coded.items[index].gender.replace("any", ""), person)

    def described(self, coded: Coded) -> int | None:
        """Whom a description means that fits nobody known: the only one whom the sentence before names, if any."""
        before = {entity for entity, sentence, _ in self.recent if sentence == coded.number - 1}
        return before.pop() if len(before) == 1 else self._earlier(coded.number, "")

    def _earlier(self, number: int, gender: str, other_than: int | None = None) -> int | None:
        """The person spoken of before: the subject of the nearest sentence that has a fitting one."""
        best: tuple[float, int] | None = None
        for rank, (entity, sentence, subject) in enumerate(reversed(self.recent)):
            if number - sentence > _LOOK_BACK or entity == other_than or not self._fits(entity, gender):
                continue
            sure = 0.5 if gender and self.genders.get(entity) == gender else 0.0
            score = (1.0 if subject else 0.0) + sure - 0.8 * (number - sentence) - 0.01 * rank
            if best is None or score > best[0]:
                best = (score, entity)
        return best[1] if best else self.heading_person

    def org(self, item: Item) -> int | None:
        """The entity that "the company" (or a named organisation) stands for."""
        if item.ref >= 0:
            return item.ref
        word = self.text[item.start : item.end].split()[-1].split("'")[-1].casefold()
        around = [*self.paragraph_orgs, *([self.heading_org] if self.heading_org is not None else [])]
        for entity in [*around, *([self.main_org] if self.main_org is not None else [])]:
            if any(word in form.casefold() for form in self.entities[entity].forms):
                return entity
        return self.topic()

    def is_owned(self, item: Item) -> bool:
        """Whether an organisation's description begins with a possessive: "its Belgian business"."""
        return self.text[item.start : item.end].split()[0].casefold() in self.words["org_pronouns"]

    def own_org(self, coded: Coded, post: int, known: Mapping[int, list[Draft]]) -> int | None:
        """Whose post it is in "its chief executive" or "her deputy": the organisation, or that of the person."""
        for i in range(post - 1, max(-1, post - 6), -1):
            word = coded.items[i].symbol
            if word in self.words["possessives"]:
                gender = self.words.pronouns.get(word, "")
                if word in self.words["org_pronouns"]:
                    break
                for owner in (self._in_sentence(coded, i, gender), self._earlier(coded.number, gender)):
                    drafts = known.get(owner, ()) if owner is not None else ()
                    said = [d for d in drafts if d.org is not None and d.kind != "held"]
                    if said:
                        return _present(said).org
                break
        named = [i for i in range(post - 1, -1, -1) if coded.items[i].symbol == ORG and not self._parted(coded, i)]
        if named:
            return coded.items[named[0]].ref
        if self.spoken_of is not None:
            return self.spoken_of
        return self.paragraph_orgs[-1] if self.paragraph_orgs and not self.single else self.topic()

    def _parted(self, coded: Coded, at: int) -> bool:
        """Whether a name is what somebody comes from, or once was of: "from its rival O", "formerly of O"."""
        parted = self.words.union("from", "former") | {":"}
        for i in range(at - 1, max(-1, at - _FROM_REACH), -1):
            symbol = coded.items[i].symbol
            if symbol in parted:
                return True
            aside = symbol in self.words["determiners"]
            if not (aside or (symbol.isalpha() and not self.words.is_function(symbol))):
                return False
        return False

    def last_org(self, coded: Coded, at: int, left: frozenset[int]) -> int | None:
        """The organisation named last before an item, but none of ``left``: what "there" is."""
        for i in range(at - 1, -1, -1):
            if coded.items[i].symbol == ORG and coded.items[i].ref not in left:
                return coded.items[i].ref
        return self.topic() if self.last is None or left else self.last

    def topic(self) -> int | None:
        """The organisation spoken of where none is named."""
        if self.scene is not None:
            return self.scene
        if self.main_org is not None and self.single:
            return self.main_org
        if self.paragraph_orgs:
            return self.paragraph_orgs[0]
        return self.heading_org if self.heading_org is not None else self.main_org


def _present(said: list[Draft]) -> Draft:
    """What was said last of where somebody is; who leaves one place for another is still at the first."""
    last, before = said[-1], said[-2:-1]
    leaves = last.kind == "start" and last.status == "planned" and before and before[0].kind == "end"
    return before[0] if leaves and before[0].sentence == last.sentence else last
