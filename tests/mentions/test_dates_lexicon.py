from pathlib import Path

import pytest

from incumbent.errors import LexiconError
from incumbent.lexicon.date_patterns import Alphabet, compile_pattern, literals
from incumbent.lexicon.dates import ACTIONS, date_lexicon
from incumbent.lexicon.loader import Node
from incumbent.mentions.dates.actions import ACTIONS as FUNCTIONS

MONTHS = {"month": {"may": 5, "brumaire": 2, "floréal an": 8}}


def build(pattern: str) -> tuple[Alphabet, Node]:
    alphabet = Alphabet()
    alphabet.add_class("month", MONTHS["month"])
    for word in literals(pattern):
        alphabet.add_literal(word)
    alphabet.close()
    return alphabet, Node(pattern, Path("dates.yml"), 7)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("{moon} of", "unknown class 'moon'"),
        ("{month=luna}", "nothing reads a value 'luna'"),
        ("{month} {month}", "read twice"),
        ("( the {month}", "left open"),
        ("the {month} )", "closed that was not opened"),
        ("the?", "matches nothing"),
    ],
)
def test_a_fault_names_its_line(pattern: str, message: str) -> None:
    alphabet, node = build(pattern)
    with pytest.raises(LexiconError, match=rf"^dates\.yml:7: .*{message}"):
        compile_pattern("month", node, alphabet, MONTHS)


@pytest.mark.parametrize(
    ("pattern", "words", "matched"),
    [
        ("the? {month}", ["may"], 1),
        ("the? {month}", ["the", "may"], 2),
        ("( of the | of )? {month}", ["of", "the", "floréal", "an"], 4),
        ("{month} ( day | time )", ["may", "time"], 2),
        ("{month} day", ["may", "night"], 0),
    ],
)
def test_patterns_match_words(pattern: str, words: list[str], matched: int) -> None:
    alphabet, node = build(pattern)
    compiled = compile_pattern("month", node, alphabet, MONTHS)
    code = "".join(alphabet.codes.get(word, ".") for word in words)
    match = compiled.regex.match(code)
    assert (match.end() if match else 0) == matched
    if matched:
        assert code[:2] in compiled.heads


def test_a_language_without_dates_is_a_lexicon_error() -> None:
    with pytest.raises(LexiconError, match=r"dates\.yml:1: the file is missing"):
        date_lexicon("xx")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_number_up_to_99_has_a_word(lang: str) -> None:
    worded = {n for word, n in date_lexicon(lang).values["number"].items() if not word.isdigit()}
    assert worded >= set(range(1, 100)), f"missing: {sorted(set(range(1, 100)) - worded)}"


def test_every_action_of_the_lexicon_has_a_function() -> None:
    assert set(ACTIONS) == set(FUNCTIONS)
