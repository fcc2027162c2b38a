"""From a file to documents: the formats, their metadata, and what is refused with advice."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from incumbent.config import Settings
from incumbent.errors import NotTextError, TooLargeError
from incumbent.model import Document, PartialDate
from incumbent.sources import FORMATS, Found, Metadata, Refused, Source, iter_sources, read_source

STORY = "Norvale names a new chief\nAda Byrne was named chief executive of Norvale on Monday.\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"plain letters without any NUL follow here"


def read_all(path: Path, settings: Settings | None = None, told: Metadata | None = None) -> list[Found | Refused]:
    return list(read_source(Source(str(path), path), settings or Settings(), told))


def read_one(path: Path, told: Metadata | None = None) -> Document:
    (found,) = read_all(path, told=told)
    assert isinstance(found, Found), str(found)
    return found.document


def refusal(path: Path, settings: Settings | None = None) -> Refused:
    (refused,) = read_all(path, settings)
    assert isinstance(refused, Refused)
    assert "\n" not in str(refused)
    return refused


def put(folder: Path, data: str | bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_the_table_of_formats_ends_with_the_one_that_takes_every_text() -> None:
    assert [form.name for form in FORMATS] == ["JSON", "text"]
    assert FORMATS[-1].claim("anything") == "anything"


def test_plain_text_keeps_its_characters_and_its_bytes_hash(tmp_path: Path) -> None:
    data = STORY.replace("\n", "\r\n").encode()
    document = read_one(put(tmp_path, data))
    assert document.text == data.decode()
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.title == "Norvale names a new chief"
    assert document.published is None and document.publisher is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Norvale names a chief\n\nAda Byrne takes over.", "Norvale names a chief"),
        ("\n\nNorvale names a chief\nAda Byrne takes over.", "Norvale names a chief"),
        ("Wer folgt auf Köhler?\nDer Rat berät.", "Wer folgt auf Köhler?"),
        ("Ada Byrne takes over.\nShe starts on Monday.", None),
        ("任命新首席执行官。\n李明上任。", None),
        ("Dear colleagues,\nI am leaving.", None),
        ("Only one line", None),
        ("Only one line\n\n  \n", None),
        ("The board of Norvale said on Monday that\nit had named Ada Byrne.", None),
        ("x" * 151 + "\nMore.", None),
        ("x" * 150 + "\nMore.", "x" * 150),
    ],
)
def test_the_first_line_is_a_title_where_it_looks_like_one(tmp_path: Path, text: str, title: str | None) -> None:
    document = read_one(put(tmp_path, text))
    assert document.title == title
    assert document.text == text


def test_front_matter_becomes_metadata_and_leaves_the_text(tmp_path: Path) -> None:
    head = "---\ntitle: 'Norvale: a new chief'\npublished: 2024-09\n# a comment\nPublisher: The Norvale Post\n"
    head += "url: https://norvale.example/a?b=1\nlang: en\n---\n"
    document = read_one(put(tmp_path, head + "\nAda Byrne starts.\n", "a.md"))
    assert document == Document.of_text(
        "\nAda Byrne starts.\n",
        title="Norvale: a new chief",
        published=PartialDate(2024, 9),
        publisher="The Norvale Post",
        url="https://norvale.example/a?b=1",
        lang="en",
        data=(head + "\nAda Byrne starts.\n").encode(),
    )


@pytest.mark.parametrize(
    "text",
    ["---\nAda Byrne starts on Monday.\n---\nMore.", "---\ntitle: never closed\nAda Byrne starts.", "--- and so"],
)
def test_a_rule_at_the_top_is_no_front_matter(tmp_path: Path, text: str) -> None:
    assert read_one(put(tmp_path, text)).text == text


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ("title: A\nauthor: B", "line 3: unknown key 'author' in the front matter; known: title, published"),
        ("title: A\njust words", "line 3: .*'key: value'"),
        ("title: A\ntitle: B", "line 3: the key 'title' stands twice"),
        ("published: 2024-02-31", "'published': 2024-02 has no day 31"),
        ("published: soon", "'soon' is no date"),
    ],
)
def test_faults_of_a_front_matter_are_named(tmp_path: Path, block: str, message: str) -> None:
    refused = refusal(put(tmp_path, f"---\n{block}\n---\nAda Byrne starts."))
    with pytest.raises(NotTextError, match=message):
        raise refused.error


def test_front_matter_without_a_text(tmp_path: Path) -> None:
    assert "nothing to read" in str(refusal(put(tmp_path, "---\ntitle: A\n---\n \n")))


def test_a_json_document(tmp_path: Path) -> None:
    value: dict[str, object] = {
        "id": "a",
        "claims": [],
        "text": STORY,
        "published": "2024-09-26T08:15:00Z",
        "lang": "en",
        "title": None,
    }
    document = read_one(put(tmp_path, json.dumps(value, indent=1), "a.txt"))
    assert (document.text, document.lang, document.title) == (STORY, "en", None)
    assert document.published == PartialDate(2024, 9, 26)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ('{"title": "A"}', "without a 'text'"),
        ('{"text": 3}', "without a 'text'"),
        ('{"text": " "}', "empty"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ('{"text": "half \\ud800 of it"}', "half a character"),
        ('{"text": "Ada starts.", "published": 2024}', "'published' should be a text"),
        ('{"text": "Ada starts.", "published": "2024-13"}', "month 13"),
        ('{"text": "Ada starts.", "title": "\\udc00"}', "half a character"),
    ],
)
def test_faults_of_a_json_document(tmp_path: Path, value: str, message: str) -> None:
    assert message in str(refusal(put(tmp_path, value, "a.json")))


@pytest.mark.parametrize("data", ['{"text": "cut o', "[1, 2]", "Ada Byrne starts."])
def test_a_broken_json_file_is_not_read_as_prose(tmp_path: Path, data: str) -> None:
    assert "no JSON document" in str(refusal(put(tmp_path, data, "a.json")))


def test_prose_may_begin_with_a_brace(tmp_path: Path) -> None:
    assert read_one(put(tmp_path, "{Norvale} Ada Byrne starts.")).text == "{Norvale} Ada Byrne starts."


def test_json_lines_keep_the_good_lines(tmp_path: Path) -> None:
    lines = ['{"text": "Ada starts.", "publisher": "One"}', "", '{"text": ""}', "not JSON", '{"text": "Bo leaves."}']
    results = read_all(put(tmp_path, "\ufeff" + "\n".join(lines), "many.txt"))
    found = [r for r in results if isinstance(r, Found)]
    assert [(f.name.rsplit(":", 1)[1], f.document.text) for f in found] == [("1", "Ada starts."), ("5", "Bo leaves.")]
    assert [str(r).rsplit(":", 2)[-2:] for r in results if isinstance(r, Refused)] == [
        [" empty", " there is no text to read"],
        [" no JSON object", " each line should be one"],
    ]
    assert found[0].document.sha256 == hashlib.sha256(lines[0].encode()).hexdigest()


def test_json_lines_larger_than_one_document_may_be(tmp_path: Path) -> None:
    texts = [f"Ada number {i} starts." for i in range(50)]
    lines = [json.dumps({"text": text}) for text in texts]
    lines[20] = json.dumps({"text": "x" * 500})
    results = read_all(put(tmp_path, "\n".join(lines) + "\n", "many.jsonl"), Settings(max_bytes=200))
    assert [r.document.text for r in results if isinstance(r, Found)] == texts[:20] + texts[21:]
    (refused,) = [r for r in results if isinstance(r, Refused)]
    assert refused.name.endswith(":21") and isinstance(refused.error, TooLargeError)


def test_what_the_caller_tells_goes_before_what_the_file_tells(tmp_path: Path) -> None:
    path = put(tmp_path, "---\ntitle: A\npublisher: One\n---\nAda starts.")
    document = read_one(path, Metadata(publisher="Two", published=PartialDate(2024)))
    assert (document.title, document.publisher, document.published) == ("A", "Two", PartialDate(2024))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\nstream", "a PDF, not text: copy its text"),
        (PNG, "a PNG image"),
        (b"\xff\xd8\xff\xe0 jpeg", "a JPEG image"),
        (b"GIF89a picture", "a GIF image"),
        (b"RIFF1234WEBPVP8 ", "a WebP image"),
        (b"PK\x03\x04 zipped", "a zip archive or an office document"),
        (b"\x1f\x8b\x08 packed", "a gzip archive"),
        (b"{\\rtf1 text}", "an RTF document"),
        (b"SQLite format 3\0", "a database"),
        (b"<!DOCTYPE html>\n<p>Ada starts.", "an HTML page"),
        ("\ufeff\n <!-- saved -->\n<HTML><p>Ada starts.".encode(), "an HTML page"),
        ("<html><p>Ada starts.".encode("utf-16"), "an HTML page"),
        (b"<?xml version='1.0'?><a/>", "an XML file"),
        (b"WARC/1.1\r\n", "a WARC file"),
        (b"Ada\0starts", "binary data"),
        (b"", "empty"),
        (b"\n \n", "empty"),
    ],
)
def test_what_is_no_text_says_what_it_is_whatever_its_name(tmp_path: Path, data: bytes, what: str) -> None:
    refused = refusal(put(tmp_path, data, "story.txt"))
    assert what in str(refused) and str(refused).startswith(str(tmp_path / "story.txt"))
    assert isinstance(refused.error, NotTextError)


def test_too_large(tmp_path: Path) -> None:
    path = put(tmp_path, "Ada starts. " * 10)
    assert isinstance(refusal(path, Settings(max_bytes=119)).error, TooLargeError)
    assert isinstance(read_all(path, Settings(max_bytes=120))[0], Found)


def test_a_file_that_vanishes_between_listing_and_reading(tmp_path: Path) -> None:
    path = put(tmp_path, STORY)
    (source,) = iter_sources([path])
    path.unlink()
    (refused,) = read_source(source, Settings())
    assert "no such file" in str(refused)
