"""Interviews printed as questions and answers: whose first person the answers are."""

from __future__ import annotations

from incumbent.claims.scene import Scene

_QUESTION_MAX = 240
_PROMPT_MAX = 120
_LEAST = 3
_QUOTES = "\"«“"


def find_answers(scene: Scene) -> list[tuple[int, int, int]]:
    """Start, end and speaker (an entity id) of each answer; nothing where the text is no interview."""
    asked = [i for i in range(len(scene.paragraphs)) if _is_question(scene, i)]
    plain = [i for i in asked if scene.text[slice(*scene.paragraphs[i])].rstrip("*_ ").endswith("?")]
    asked = plain if len(plain) >= _LEAST else asked
    if len(asked) < _LEAST:
        return []
    paired = sum(_goes_on(scene, i) for i in asked) * 2 > len(asked)
    prompts = {i for i in range(asked[0], len(scene.paragraphs)) if i in asked or _is_prompt(scene, i, paired)}
    guest = _guest(scene, asked[0])
    if guest is None:
        return []
    answers: list[int] = []
    for i in range(asked[0] + 1, len(scene.paragraphs)):
        if i not in prompts:
            if _is_about(scene, i, guest):
                break
            answers.append(i)
    own = sum(scene.addresses(i, "first_person") for i in answers)
    quoted = sum(scene.text[scene.paragraphs[i][0]] in _QUOTES for i in answers)
    if len(answers) < _LEAST or own * 2 < len(answers) or quoted * 2 > len(answers):
        return []
    return [(*scene.paragraphs[i], guest) for i in answers]


def _is_question(scene: Scene, i: int) -> bool:
    """Whether a short line asks, perhaps before it states something, with an answer below it."""
    start, end = scene.paragraphs[i]
    short = end - start <= _QUESTION_MAX and i + 1 < len(scene.paragraphs)
    asks = short and scene.text[start] not in _QUOTES and "?" in scene.text[start:end]
    return asks and not scene.addresses(i, "first_person_singular")


def _is_prompt(scene: Scene, i: int, paired: bool) -> bool:
    """Whether a short line of the interviewer only leads on: "You left the bank, though."

    ``paired``: the text sets each question right above its answer, and blank lines only between the pairs.
    """
    start, end = scene.paragraphs[i]
    if end - start > _PROMPT_MAX or scene.text[start] in _QUOTES:
        return False
    if paired:
        return _goes_on(scene, i) and (not i or _is_apart(scene, i - 1))
    return scene.addresses(i, "second_person") and not scene.addresses(i, "first_person_singular")


def _goes_on(scene: Scene, i: int) -> bool:
    """Whether the next line follows without a blank one between."""
    return i + 1 < len(scene.paragraphs) and not _is_apart(scene, i)


def _is_apart(scene: Scene, i: int) -> bool:
    return scene.text.count("\n", scene.paragraphs[i][1], scene.paragraphs[i + 1][0]) > 1


def _is_about(scene: Scene, i: int, guest: int) -> bool:
    """Whether a paragraph tells of the one who was asked, in the third person."""
    named = any(person.entity == guest for person in scene.persons(*scene.paragraphs[i]))
    return named and not scene.addresses(i, "first_person")


def _guest(scene: Scene, first: int) -> int | None:
    """The person named above the first question whom the text names most; nobody who wrote it."""
    names = scene.persons(0, scene.paragraphs[first][1])
    asked = [n.entity for n in names if not _writes(scene, n.start)]
    return max(asked, key=lambda who: (scene.weights[who], -asked.index(who))) if asked else None


def _writes(scene: Scene, place: int) -> bool:
    before = scene.tokens(max(0, place - 12), place)
    return bool(before) and scene.words.phrases["bylines"].match(scene.text, before[-1].start) is not None
