"""Sentences and tokens: every token is its own characters, abbreviations do not end a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incumbent.lexicon.language import language
from incumbent.model import Document
from incumbent.text import analyse, detect, normalise, segment
from incumbent.text.segment import is_heading, tokenise


def sentences(text: str, lang: str) -> list[str]:
    plain = normalise(text)
    return [plain[s.start : s.end] for s in segment(plain, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("en", "Mr. Bell left. Ms. Orr stays.", 2),
        ("en", "J. R. Doyle runs Tamar Inc. and sits on two boards.", 1),
        ("en", "The U.S. unit of Halden Co. has a new head.", 1),
        ("en", "She said: “I am off.” He stayed.", 2),
        ("en", "Revenue rose 3.5 per cent. Nobody left.", 2),
        ("en", "Was he pushed? Nobody says.", 2),
        ("fr", "M. Aubert part. Mme Kerne reste.", 2),
        ("fr", "L'art. 5 reste. Rien d'autre.", 2),
        ("fr", "Mgr. Loubet est mort à St. Malo hier.", 1),
        ("fr", "« Je pars. » Il l'a dit hier.", 2),
        ("fr", "Qui part ? Personne.", 2),
    ],
)
def test_sentences(lang: str, text: str, count: int) -> None:
    assert len(sentences(text, lang)) == count


@pytest.mark.parametrize(
    ("lang", "text", "tokens"),
    [
        ("en", "Orla O'Dea's deputy isn't in", ["Orla", "O'Dea", "'s", "deputy", "isn", "'t", "in"]),
        ("en", "AT&T's co-head", ["AT&T", "'s", "co-head"]),
        ("fr", "l'Agence d'Orly qu'il", ["l'", "Agence", "d'", "Orly", "qu'", "il"]),
        ("fr", "le 1er mai, 12,5 %", ["le", "1er", "mai", ",", "12,5", "%"]),
        ("fr", "aujourd'hui", ["aujourd'hui"]),
    ],
)
def test_tokens(lang: str, text: str, tokens: list[str]) -> None:
    assert [t.text for t in tokenise(text, 0, len(text), language(lang))] == tokens


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Appointments", True), ("She left on Monday.", False), ("- One of a list of many", False), ("x" * 130, False)],
)
def test_headings(line: str, expected: bool) -> None:
    assert is_heading(line) is expected


@given(st.text(max_size=200))
def test_normalise_keeps_the_length(text: str) -> None:
    assert len(normalise(text)) == len(text)


@given(st.text(max_size=300), st.sampled_from(["en", "fr"]))
def test_every_token_is_its_characters(text: str, lang: str) -> None:
    plain = normalise(text)
    for sentence in segment(plain, lang):
        for token in sentence.tokens:
            assert plain[token.start : token.end] == token.text


def test_decomposed_accents_become_composed_words() -> None:
    plain = normalise("Le pre\u0301sident part")
    assert "pr\u00e9" in plain and len(plain) == len("Le pre\u0301sident part")


def test_the_title_is_analysed_in_front_once() -> None:
    apart = analyse(Document.of_text("She leaves Tamar.", title="Tamar loses its head"), "en", 1000)
    assert apart.offset == len("Tamar loses its head\n")
    inside = analyse(Document.of_text("Tamar loses its head\nShe leaves.", title="Tamar loses its head"), "en", 1000)
    assert inside.offset == 0


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The board has named a new chair for the company and she will start in May.", "en"),
        ("Le conseil a nommé une nouvelle présidente pour la société et elle arrive en mai.", "fr"),
        ("Der Aufsichtsrat hat die Nachfolgerin des Vorstands nicht mit einer Mehrheit bestellt.", "de"),
        ("De raad van commissarissen heeft een nieuwe voorzitter voor het bedrijf benoemd en zij begint in mei.", "nl"),
        ("董事会已任命新的总经理。", "zh"),
        ("", None),
        ("12345 67890", None),
    ],
)
def test_language(text: str, lang: str | None) -> None:
    assert detect(text) == lang
