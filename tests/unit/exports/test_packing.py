"""Packed files hold what their files hold, and none is left from an older site."""

import gzip
from pathlib import Path

import brotli
import pytest

from safeguarding import placing
from safeguarding.exports import packing


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A new site, in which one file of text is as before."""
    for site, words in (("old", "as it was"), ("new", "as it is")):
        (tmp_path / site / "about").mkdir(parents=True)
        (tmp_path / site / "index.html").write_text(words)
        (tmp_path / site / "about/index.html").write_text("the same")
        (tmp_path / site / "a.png").write_bytes(b"a picture")
    packing.write(tmp_path / "old", tmp_path / "none")
    return tmp_path


def test_each_file_of_text_has_the_same_packed_beside_it(folder: Path) -> None:
    packing.write(folder / "new", folder / "old")
    for name in ("index.html", "about/index.html"):
        path = folder / "new" / name
        assert brotli.decompress(path.with_name("index.html.br").read_bytes()) == path.read_bytes()
        assert gzip.decompress(path.with_name("index.html.gz").read_bytes()) == path.read_bytes()
    assert sorted(path.name for path in (folder / "new").glob("*.png*")) == ["a.png"]


def test_folder_with_the_name_of_a_file_is_none(folder: Path) -> None:
    """As an old address news.xml or old.html/part makes one."""
    for name in ("news.xml", "old.html"):
        (folder / "new" / name).mkdir()
        (folder / "new" / name / "index.html").write_text("It has moved.")
    packing.write(folder / "new", folder / "old")
    assert (folder / "new/news.xml/index.html.br").is_file()
    kept = ["as it is", "the same"]
    assert sorted(placing.pages(folder / "new")) == ["It has moved."] * 2 + kept


def test_what_is_the_same_is_not_packed_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bytes] = []

    def packed(data: bytes, kind: str) -> bytes:
        made.append(data)
        return data

    monkeypatch.setattr(packing, "_packed", packed)
    packing.write(folder / "new", folder / "old")
    assert made == [b"as it is"]


@pytest.mark.parametrize("broken", [b"", b"no brotli"])
def test_what_is_broken_in_the_old_site_is_packed_anew(folder: Path, broken: bytes) -> None:
    (folder / "old/about/index.html.br").write_bytes(broken)
    packing.write(folder / "new", folder / "old")
    assert brotli.decompress((folder / "new/about/index.html.br").read_bytes()) == b"the same"


def test_packed_files_are_the_same_bytes_each_time(folder: Path) -> None:
    packing.write(folder / "new", folder / "none")
    before = {path: path.read_bytes() for path in folder.rglob("*.??")}
    packing.write(folder / "new", folder / "none")
    assert before == {path: path.read_bytes() for path in folder.rglob("*.??")}
