"""From arguments to inputs: files, folders, standard input; what is missing does not stop the rest."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from incumbent.config import Settings
from incumbent.errors import InputError, UsageError
from incumbent.sources import Found, Refused, Source, iter_sources, read_source


def test_a_folder_gives_its_files_sorted_at_any_depth_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deeper/d.txt", ".hidden", ".git/config", "sub/.x/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ada starts.")
    names = [str(Path(source.name).relative_to(tmp_path)) for source in iter_sources([tmp_path])]
    assert names == ["a.txt", "b.txt", "sub/c.txt", "sub/deeper/d.txt"]


def test_a_named_hidden_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".notes").write_text("Ada starts.")
    (source,) = iter_sources([tmp_path / ".notes"])
    (found,) = read_source(source, Settings())
    assert isinstance(found, Found)


def test_the_rest_goes_on_after_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".hidden").write_text("Ada starts.")
    (tmp_path / "good.txt").write_text("Ada starts.")
    sources = iter_sources([tmp_path / "missing.txt", tmp_path / "empty", tmp_path / "good.txt"])
    results = [result for source in sources for result in read_source(source, Settings())]
    assert [isinstance(result, Refused) for result in results] == [True, True, False]
    assert "no such file or folder" in str(results[0])
    assert "a folder without files" in str(results[1])


def test_links_that_lead_nowhere_or_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "good.txt").write_text("Ada starts.")
    assert [Path(source.name).name for source in iter_sources([tmp_path])] == ["good.txt"]


def test_a_pipe_in_a_folder_does_not_make_it_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (source,) = iter_sources([tmp_path])
    assert source.fault is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_permission_denied(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Ada starts.")
    path.chmod(0)
    (result,) = read_source(next(iter_sources([path])), Settings())
    assert "may not be read by you" in str(result)


def test_permission_denied_as_the_system_tells_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    (result,) = read_source(next(iter_sources([tmp_path / "a.txt"])), Settings())
    assert "may not be read by you" in str(result)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Ada starts.")))
    (found,) = [result for source in iter_sources(["-"]) for result in read_source(source, Settings())]
    assert isinstance(found, Found)
    assert (found.name, found.document.text) == ("standard input", "Ada starts.")


def test_a_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (result,) = read_source(Source("standard input"), Settings())
    assert str(result) == "standard input: closed: pipe a text in, or name a file"


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["a.txt", "https://norvale.example/story"], "is an address.*save the page as text"),
        (["HTTP://norvale.example"], "is an address"),
        ([""], "an empty path"),
        (["-", "-"], "only once"),
    ],
)
def test_arguments_that_cannot_be_inputs_stop_before_anything_is_read(paths: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        iter_sources(paths)


def test_a_fault_is_raised_when_the_source_is_opened(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        next(iter_sources([tmp_path / "none"])).open()
