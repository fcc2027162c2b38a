"""Bytes to text: every encoding that a newsroom's archive may hold, and what is no text at all."""

from __future__ import annotations

import codecs
import unicodedata

import pytest

from incumbent.errors import NotTextError
from incumbent.sources.decode import decode

FRENCH = "Le conseil a nommé Hélène Dupré directrice générale de Valmécène. Elle succède à Paul Brière, retraité."
FRENCH_QUOTES = "« C’est un départ », a déclaré l’ancienne présidente Zoé Lemaître — “bientôt” à Orléans…"
GERMAN = "Der Aufsichtsrat beruft Jürgen Köhler zum Geschäftsführer der Größl GmbH in München."
SPANISH = "La compañía nombró a Íñigo Peña director general; sucederá a Begoña Ibáñez el próximo año."
POLISH = "Rada nadzorcza powołała Łukasza Wiśniewskiego na stanowisko prezesa zarządu spółki Żagiel."
RUSSIAN = "Совет директоров назначил Ивана Петрова генеральным директором компании."
CHINESE = "董事会周一任命李明为首席执行官，接替去年辞职的王芳。"
CHINESE_MIXED = "Valmec 首席技术官 Mira Tan 宣布辞职，Sam Ray 接任 CEO。"
TRADITIONAL = "董事會週一任命李明為首席執行官，接替去年辭職的王芳。"
JAPANESE = "取締役会は山田太郎氏を社長に任命した。前任の鈴木氏は退任する。"
KOREAN = "이사회는 김민수를 대표이사로 임명했다. 전임자는 퇴임한다."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "latin-1"),
        (FRENCH, "cp1252"),
        (FRENCH_QUOTES, "cp1252"),
        ("Départ d'Éric Noël.", "latin-1"),
        ("The café named José Núñez its manager.", "latin-1"),
        (GERMAN, "latin-1"),
        (SPANISH, "latin-1"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859_2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (CHINESE, "gb18030"),
        (CHINESE, "gbk"),
        (CHINESE_MIXED, "gb18030"),
        ("李明辞职", "gb18030"),
        (TRADITIONAL, "big5"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (KOREAN, "cp949"),
    ],
)
def test_older_encodings_are_decoded_right_and_the_guess_is_told(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.note is not None and "a guess" in decoded.note


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_guess(encoding: str) -> None:
    assert decode(CHINESE_MIXED.encode(encoding)) == (CHINESE_MIXED, None)


@pytest.mark.parametrize(("mark", "encoding"), [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")])
def test_big_endian_marks(mark: bytes, encoding: str) -> None:
    assert decode(mark + FRENCH.encode(encoding)).text == FRENCH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)).text == FRENCH


def test_the_text_is_kept_exactly() -> None:
    text = unicodedata.normalize("NFD", FRENCH) + "\r\nsecond\u00a0line\rthird\u2028\u200b \U0001f600\n"
    assert decode(text.encode()).text == text


def test_latin1_at_the_far_end_of_a_long_plain_text() -> None:
    text = "The board met again and nothing was said. " * 8000 + "Then Hélène Dupré left the café."
    assert decode(text.encode("latin-1")).text == text


def test_chinese_at_the_far_end_of_a_long_plain_line() -> None:
    text = "The board met again and nothing was said. " * 8000 + CHINESE
    assert decode(text.encode("gb18030")).text == text


def test_a_damaged_byte_does_not_turn_a_whole_utf8_text_into_another() -> None:
    data = (CHINESE * 3).encode() + b"\xe6\x9d"
    decoded = decode(data)
    assert decoded.text.startswith(CHINESE)
    assert decoded.note is not None and "damaged UTF-8" in decoded.note


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t \n", "empty"),
        ("\ufeff \n".encode(), "empty"),
        (b"A text\0with a NUL", "NUL"),
        (b"\0\1", "NUL"),
        (b"Caf\xe9 text\0with a NUL", "NUL"),
        (bytes(range(256)) * 20, "binary"),
        (bytes(range(1, 256)) * 20, "binary"),
        (codecs.BOM_UTF16_LE + "ab\0c".encode("utf-16-le"), "NUL"),
        (codecs.BOM_UTF16_LE + b"a\0b", "damaged UTF-16-LE"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(NotTextError, match=message) as caught:
        decode(data)
    assert "\n" not in str(caught.value)
