"""Files that people write are whole at every moment, whatever ends the writing of them."""

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from safeguarding.editing import writing
from safeguarding.editing.writing import ChangedMeanwhile
from safeguarding.problem import Edit, Problems

LONG = "# long\n" * 2000


@contextmanager
def little_room(size: int = 4096) -> Iterator[None]:
    """Nobody can write a file of more bytes, as if the disk were full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/a.yml").write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\n")
    (tmp_path / "data/a.yml").chmod(0o640)
    (tmp_path / "data/b.yml").write_text("old")
    return tmp_path


def contents(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def write(root: Path, ensure: Callable[[], object] = lambda: None, more: str = "") -> None:
    """Change one file, delete another, and write two anew."""
    before = {"data/a.yml": "a: 1\nb: 2\n", "data/b.yml": "old"}
    after = {
        "data/b.yml": None,
        "data/c/d.yml": "é\n",
        "docs/e.png": b"\x00",
        "data/a.yml": f"a: 1\nb: 3\n{more}",
    }
    writing.write_all(root, before, after, ensure)


def test_all_is_written_and_other_lines_stay_as_they_are(root: Path) -> None:
    write(root)
    assert contents(root) == {
        "data/a.yml": b"\xef\xbb\xbfa: 1\r\nb: 3\r\n",
        "data/c/d.yml": "é\n".encode(),
        "docs/e.png": b"\x00",
    }
    assert (root / "data/a.yml").stat().st_mode & 0o777 == 0o640


def test_what_may_still_refuse_them_finds_nothing_else_beside_them(root: Path) -> None:
    def refuses() -> None:
        assert sorted(path.name for path in (root / "data").rglob("*")) == ["a.yml", "c", "d.yml"]
        raise Problems([])

    before = contents(root)
    with pytest.raises(Problems):
        write(root, refuses)
    assert contents(root) == before


def test_disk_that_is_full_leaves_all_as_it_was(root: Path) -> None:
    before = contents(root)
    with little_room(), pytest.raises(OSError, match="File too large"):
        write(root, more=LONG)
    assert contents(root) == before
    assert [path.name for path in root.iterdir()] == ["data"]
    assert not (root / "data/c").exists()


def test_way_back_needs_no_room(root: Path) -> None:
    (root / "data/a.yml").write_text(old := f"a: 1\nb: 2\n{LONG}")

    def fills() -> None:
        assert (root / "data/a.yml").read_text() != old
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
        raise KeyboardInterrupt

    with little_room(100_000), pytest.raises(KeyboardInterrupt):
        writing.write_all(root, {"data/a.yml": old}, {"data/a.yml": "a: 1\n"}, fills)
    assert contents(root) == {"data/a.yml": old.encode(), "data/b.yml": b"old"}


@pytest.mark.parametrize(
    ("name", "before"), [("data/b.yml", {"data/b.yml": "older"}), ("data/b.yml", {})]
)
def test_file_that_is_not_as_it_was_is_left_alone(
    root: Path, name: str, before: dict[str, str]
) -> None:
    with pytest.raises(ChangedMeanwhile, match=name):
        writing.write_all(root, before, {name: "new"})
    assert (root / name).read_text() == "old"


def test_one_file_is_whole_or_as_it_was(root: Path) -> None:
    before, path, cure = contents(root), root / "data/b.yml", Edit(1, ("old",), (LONG,))
    with little_room(), pytest.raises(OSError, match="File too large"):
        writing.write(path, cure)
    assert contents(root) == before
    writing.write(path, cure)
    assert path.read_text() == LONG
    assert sorted(os.listdir(root / "data")) == ["a.yml", "b.yml"]
