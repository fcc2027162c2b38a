"""The gazetteers and the lists of countries."""

from __future__ import annotations

from pathlib import Path

import pytest

from incumbent.errors import LexiconError
from incumbent.lexicon import name_bits as lx
from incumbent.lexicon.countries import countries, country_of
from incumbent.lexicon.gazetteer import fold_word, gazetteer, row
from incumbent.lexicon.loader import load_yaml
from incumbent.lexicon.names import name_lexicon


@pytest.mark.parametrize(
    ("lang", "word", "country"),
    [
        ("en", "Dutch", "Netherlands"),
        ("en", "Kenyans", "Kenya"),
        ("en", "Burma", "Myanmar"),
        ("en", "Welsh", "Wales"),
        ("en", "table", None),
        ("fr", "Croates", "Croatie"),
        ("fr", "néerlandaises", "Pays-Bas"),
        ("fr", "Royaume-Uni", "Royaume-Uni"),
        ("fr", "nigériane", "Nigeria"),
        ("fr", "nigérienne", "Niger"),
        ("fr", "maison", None),
    ],
)
def test_country_of(lang: str, word: str, country: str | None) -> None:
    assert country_of(lang, word) == country


def test_a_code_means_one_country_in_all_languages() -> None:
    english, french = countries("en"), countries("fr")
    assert english.usual["DE"] == "Germany"
    assert french.usual["DE"] == "Allemagne"
    assert english.demonyms["german"] == french.demonyms["allemande"] == "DE"


def test_gazetteers_are_folded() -> None:
    shared = gazetteer()
    words = [*shared.given, *shared.surnames]
    assert [w for w in words if fold_word(w) != w] == []


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_accents_do_not_hide_a_given_name(lang: str) -> None:
    lexicon = name_lexicon(lang)
    assert lexicon.of("hélène") & lx.GIVEN
    assert lexicon.gender("Hélène") == "f"
    assert lexicon.gender("Jean-Luc") == "m"
    assert lexicon.of("qqxzv") == 0


def test_a_compound_takes_its_role_from_its_last_part() -> None:
    assert name_lexicon("en").of("premier-designate") & lx.ROLE


def test_a_doubled_word_is_a_fault_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "names.yml"
    file.write_text("# header\nheads: bank trust\nroles: chair chair\n", "utf-8")
    nodes = dict(load_yaml(file).items())
    assert row(nodes["heads"]) == ("bank", "trust")
    with pytest.raises(LexiconError, match=r"names\.yml:3: .*'chair'"):
        row(nodes["roles"])
