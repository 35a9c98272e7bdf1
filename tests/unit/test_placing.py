"""A file of the site stands in its folder alone, and in the place of no other."""

import re
from pathlib import Path

import pytest

from safeguarding import placing
from safeguarding.problem import Place, Problem, Problems
from tests.conftest import ROOT


def test_file_is_written_once(tmp_path: Path) -> None:
    placing.write(tmp_path, "a/b/c.txt", "é")
    assert (tmp_path / "a/b/c.txt").read_bytes() == "é".encode()
    with pytest.raises(Problems, match=r"^site/a/b/c\.txt:1:1: another file"):
        placing.write(tmp_path, "a/b/c.txt", "other")
    assert (tmp_path / "a/b/c.txt").read_text() == "é"


@pytest.mark.parametrize("name", ["a", "a/", "a/./b.txt", "a/b.txt/c.txt", "b/../a/b.txt"])
def test_place_of_another_is_refused(tmp_path: Path, name: str) -> None:
    placing.write(tmp_path, "a/b.txt", "A")
    with pytest.raises((Problems, IsADirectoryError)):
        placing.write(tmp_path, name, "B")
    assert (tmp_path / "a/b.txt").read_text() == "A"


@pytest.mark.parametrize("name", ["../a.txt", "/a.txt", "a/../../a.txt", "link/a.txt"])
@pytest.mark.parametrize("put", [placing.write, placing.rewrite])
def test_nothing_is_written_outside(tmp_path: Path, name: str, put: object) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/link").symlink_to(tmp_path)
    with pytest.raises(Problems, match="would stand outside the site"):
        put(tmp_path / "site", name, "A")  # type: ignore[operator]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_problem_can_be_told_where_it_was_written(tmp_path: Path) -> None:
    placing.write(tmp_path, "a", "A")
    told = Problem(Place("data/redirects.yml", 4), "from", "has no place")
    for name in ("a", "../b"):
        with pytest.raises(Problems, match=r"^data/redirects\.yml:4:1: from: has no place$"):
            placing.write(tmp_path, name, "B", told)


def test_what_the_build_has_written_can_be_written_anew(tmp_path: Path) -> None:
    placing.rewrite(tmp_path, "a/b", "A")
    placing.rewrite(tmp_path, "a/b", b"B")
    assert (tmp_path / "a/b").read_text() == "B"


GIVEN = [("a/index.html", "docs/a.md"), ("a/index.html", "docs/a/index.md")]


def test_files_that_differ_stand_beside_each_other() -> None:
    placing.ensure_apart(["assets/site.css"], [*GIVEN[:1], ("assets/site", "docs/assets/site")])


@pytest.mark.parametrize(
    ("own", "given", "told"),
    [
        ([], GIVEN, "docs/a/index.md:1:1: docs/a.md"),
        (["a/index.html"], GIVEN[:1], "docs/a.md:1:1: a file of the site itself"),
        (["s.css"], [("s.css/a.txt", "docs/s.css/a.txt")], "docs/s.css/a.txt:1:1: a file of the"),
    ],
)
def test_files_of_one_place_are_told(
    own: list[str], given: list[tuple[str, str]], told: str
) -> None:
    with pytest.raises(Problems, match=f"^{re.escape(told)}.* stands at its address already"):
        placing.ensure_apart(own, given)


WRITES = re.compile(
    r"\.(write_text|write_bytes|mkdir|touch|symlink_to)\(|open\([^)]*[\"'][wax]b?[\"']"
)
ROOMS = ("exports", "paper", "shared", "training", "publications", "performance", "board")


def test_no_other_room_writes_files_of_the_site() -> None:
    """Beside the fonts for what prints, and the preview, which is no file of it."""
    rooms = [path for room in ROOMS for path in (ROOT / "safeguarding" / room).rglob("*.py")]
    writing = {
        path.relative_to(ROOT / "safeguarding").as_posix()
        for path in [*rooms, ROOT / "safeguarding/links.py"]
        if WRITES.search(path.read_text("utf-8"))
    }
    assert writing == {"paper/printing.py"}
    assert not WRITES.search((ROOT / "hooks.py").read_text("utf-8"))
