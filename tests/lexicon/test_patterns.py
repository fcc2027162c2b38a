"""The pattern language of the trigger files, and that a fault is named with its file and line."""

from pathlib import Path

import pytest

from incumbent.errors import LexiconError
from incumbent.lexicon import languages, load_lines, load_yaml
from incumbent.lexicon.grammar import grammar
from incumbent.lexicon.loader import Node
from incumbent.lexicon.patterns import DATE, ORG, PERSON, POST, compile_pattern
from incumbent.lexicon.triggers import triggers

WORDS = {
    "step": ["step down", "steps down"], "poss": ["his", "her"], "det": ["the", "its"],
    "+er": ["e", "er", "a"], "+s": ["", "s"],
}  # fmt: skip


def node(text: str) -> Node:
    return Node(text, Path("triggers.yml"), 7)


@pytest.mark.parametrize(
    ("pattern", "sentence", "found"),
    [
        ("$step", f" {PERSON} steps down . ", True),
        ("$step", f" {PERSON} steps up . ", False),
        ("named|made <R:post>", f" {PERSON} was named {POST} . ", True),
        ("hand in $poss [letter of] resignation", " hand in her resignation ", True),
        ("hand in $poss [letter of] resignation", " hand in her letter of resignation ", True),
        ("hand in $poss [letter of] resignation", " hand in her letter resignation ", False),
        ("serve .. <R>", f" serve as the {POST} ", True),
        ("serve .. <R>", f" serve . as {POST} ", False),
        ("serve .. <R>", f" serve as one of the {POST} ", False),
        ("serve ... <R>", f" serve as one of the {POST} ", True),
        ("is {det} <R>", f" is {ORG} its {POST} ", True),
        ("is {det} <R>", f" is said its {POST} ", False),
        ("# year old", " the 52 year old ", True),
        ("nomm+er|élu <R>", f" nomma {POST} ", True),
        ("nomm+er|élu <R>", f" élu {POST} ", True),
        ("nomm+er|élu <R>", f" nommons {POST} ", False),
        ("step+s down", " step down ", True),
        ("on <D:date>", f" on {DATE} ", True),
    ],
)
def test_patterns(pattern: str, sentence: str, found: bool) -> None:
    assert bool(compile_pattern(node(pattern), WORDS).regex.search(sentence)) is found


def test_slots_are_captured_where_they_stand() -> None:
    pattern = compile_pattern(node("succeeded <P:old> as <R:post>"), {})
    match = pattern.regex.search(f" {PERSON} succeeded {PERSON} as {POST} ")
    assert match and match.start("old") == 13 and match.start("post") == 18


def test_every_match_holds_an_anchor() -> None:
    assert compile_pattern(node("resigned [as]"), WORDS).anchors == {"resigned"}


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("named <X>", "no kind of mention"),
        ("named <P:boss>", "no slot"),
        ("named <R:post> then <R:post>", "stands here twice"),
        ("$nothing", "not among the words"),
        ("nomm+ir", "not among the endings"),
        ("is {nothing} <R>", "not among the words"),
        ("named [as", "without its ]"),
        ("named as]", "without its ["),
        ("<P> [as] <R>", "not optional"),
    ],
)
def test_a_faulty_pattern_is_named_with_its_line(pattern: str, says: str) -> None:
    with pytest.raises(LexiconError, match=r"triggers\.yml:7") as caught:
        compile_pattern(node(pattern), WORDS)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: [x\n", ":2:"),
        ("a: 1\na: 2\n", ":2: the key 'a'"),
        ("", ":1: the file is empty"),
    ],
)
def test_bad_yaml_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "x.yml"
    path.write_text(text)
    with pytest.raises(LexiconError) as caught:
        load_yaml(path)
    assert says in str(caught.value)


def test_words_that_yaml_takes_for_truth_values_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("a: [no, on, off, yes]\nb: true\n")
    root = load_yaml(path)
    assert [n.text() for n in dict(root.items())["a"].entries()] == ["no", "on", "off", "yes"]
    assert dict(root.items())["b"].flag() is True


def test_a_doubled_line_of_a_word_list_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("# names\nAda\nBea\nAda\n")
    with pytest.raises(LexiconError, match=":4: 'Ada' stands already on line 2"):
        load_lines(path)


@pytest.mark.parametrize("lang", languages())
def test_the_resources_of_every_language_are_valid(lang: str) -> None:
    assert triggers(lang).patterns
    assert grammar(lang).pronouns
    assert all(pattern.regex for pattern, _ in triggers(lang).patterns)
