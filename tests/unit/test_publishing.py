"""A build takes the place of site/ as a whole, or leaves it: whatever is in the way, and whatever
ends it."""

import contextlib
import errno
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from safeguarding import publishing
from safeguarding.publishing import NotPublished
from tests.conftest import ROOT

Making = Callable[[str], None]
MAKES = "import pathlib,sys; (pathlib.Path(sys.argv[1])/'index.html').write_text('new')"
FULL = (
    "import sys; print('site/ stays as it was: a/b.html: the disk', file=sys.stderr); sys.exit(1)"
)
WRONG = "import sys; print('docs/index.md:1:1: wrong', file=sys.stderr); sys.exit(1)"
WAITS = "import os,sys,time; open('child','w').write(str(os.getpid())); time.sleep(200)"
PUBLISHES = "import sys; from pathlib import Path; from safeguarding import publishing; "


@pytest.fixture
def making(monkeypatch: pytest.MonkeyPatch) -> Making:
    """making(code) lets builds be made by a line of Python that is given the new folder."""
    return lambda code: monkeypatch.setattr(publishing, "BUILD", [sys.executable, "-c", code])


@pytest.fixture
def root(tmp_path: Path, making: Making) -> Path:
    """A folder with an old site, in which a build makes a new one."""
    making(MAKES)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    return tmp_path


def state(root: Path) -> tuple[str, list[str]]:
    """What stands in site/, and the names of all that is beside it."""
    page = root / "site/index.html"
    beside = sorted(path.name for path in root.iterdir() if path.name != "site")
    return page.read_text() if page.exists() else "", beside


def test_new_site_takes_the_place_of_the_old_one(root: Path) -> None:
    assert publishing.publish(root) == []
    assert state(root) == ("new", [])


def test_first_site_needs_no_old_one(root: Path) -> None:
    shutil.rmtree(root / "site")
    assert publishing.publish(root) == []
    assert state(root) == ("new", [])


@pytest.mark.skipif(sys.platform != "linux", reason="the one system that exchanges folders")
def test_folders_are_exchanged_without_a_moment_between(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No folder is renamed by itself, so that there is no time at which site/ is absent."""
    monkeypatch.setattr(Path, "rename", None)
    assert publishing.publish(root) == []
    assert state(root) == ("new", [])


def test_system_that_cannot_exchange_renames(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "exchanged", lambda one, other: False)
    assert publishing.publish(root) == []
    assert state(root) == ("new", [])


@pytest.mark.parametrize("code", [MAKES, WRONG], ids=["sound", "wrong"])
def test_old_site_that_was_taken_away_comes_back_first(
    root: Path, making: Making, code: str
) -> None:
    """A build was ended between its two renames: the next one may be no better."""
    (root / "site").rename(root / ".site-old-x")
    (root / ".site-new-x").mkdir()
    making(code)
    with contextlib.suppress(NotPublished):
        publishing.publish(root)
    assert state(root) == ("new" if code == MAKES else "old", [])


def test_leftovers_of_every_kind_are_removed(root: Path) -> None:
    (root / ".site-new-x").mkdir()
    (root / ".site-old-x").symlink_to(root)
    (root / ".site-old").write_text("a file")
    assert publishing.publish(root) == []
    assert state(root) == ("new", [])


def test_leftover_that_cannot_be_removed_is_told_and_stops_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / ".site-old-x").mkdir()

    def refuses(path: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(shutil, "rmtree", refuses)
    for _ in range(2):
        told = publishing.publish(root)
        assert ".site-old-x cannot be removed (Permission denied); remove it yourself" in told
        assert state(root)[0] == "new"


def test_second_build_at_once_is_refused(root: Path) -> None:
    holds = os.open(root, os.O_RDONLY)
    fcntl.flock(holds, fcntl.LOCK_EX)
    with pytest.raises(NotPublished, match=r"^another build is under way here; wait until"):
        publishing.publish(root)
    assert state(root) == ("old", [])
    os.close(holds)
    publishing.publish(root)
    assert state(root) == ("new", [])


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (WRONG, "docs/index.md:1:1: wrong"),
        (FULL, "site/ stays as it was: a/b.html: the disk"),
    ],
    ids=["wrong page", "full disk"],
)
def test_build_that_fails_says_so_in_one_line_and_leaves_the_site(
    root: Path, making: Making, code: str, told: str
) -> None:
    making(code)
    with pytest.raises(NotPublished) as why:
        publishing.publish(root)
    assert str(why.value) == told
    assert state(root) == ("old", [])


def test_folder_that_cannot_be_written_is_told_in_one_line(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(prefix: str, dir: Path) -> str:
        raise OSError(errno.EROFS, "Read-only file system", f"{prefix}x")

    monkeypatch.setattr(tempfile, "mkdtemp", refuses)
    with pytest.raises(NotPublished) as why:
        publishing.publish(root)
    assert str(why.value) == (
        "site/ stays as it was: .site-new-x: this disk can only be read; work in a folder that can"
        " be written"
    )


def link(root: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (root / "site").rename(root / "elsewhere")
    (root / "site").symlink_to(root / "elsewhere")
    return "site is a link"


def file(root: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    shutil.rmtree(root / "site")
    (root / "site").write_text("a file")
    return "site is no folder"


def volume(root: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "site")
    return "site is a volume"


@pytest.mark.parametrize("way", [link, file, volume])
def test_what_is_no_folder_is_left_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch, way: Callable[[Path, pytest.MonkeyPatch], str]
) -> None:
    told = way(root, monkeypatch)
    before = state(root)
    with pytest.raises(NotPublished, match=f"^site/ stays as it was: {told}"):
        publishing.publish(root)
    assert state(root) == before


def test_folder_in_use_is_told_in_one_line_and_comes_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a volume that cannot be told from a folder: it can be neither exchanged nor renamed."""

    def refuses(one: Path, other: Path) -> bool:
        raise OSError(errno.EBUSY, "Device or resource busy", str(other))

    monkeypatch.setattr(publishing, "exchanged", refuses)
    with pytest.raises(
        NotPublished, match=r"^site/ stays as it was: /.*/site: something else uses it"
    ):
        publishing.publish(root)
    assert state(root) == ("old", [])


def test_new_site_that_cannot_be_put_in_leaves_the_old_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refuses(path: Path, target: Path) -> Path:
        if path.name.startswith(publishing.NEW):
            raise OSError(errno.EIO, "Input/output error", str(path))
        return rename(path, target)

    monkeypatch.setattr(publishing, "exchanged", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", refuses)
    with pytest.raises(NotPublished, match="the disk does not answer as it should"):
        publishing.publish(root)
    assert state(root) == ("old", [])


@pytest.mark.parametrize("mask", [0o077, 0o000])
def test_files_can_be_read_by_a_server_whatever_the_umask(
    root: Path, making: Making, mask: int
) -> None:
    making(f"{MAKES}; (pathlib.Path(sys.argv[1])/'a').mkdir()")
    before = os.umask(mask)
    try:
        publishing.publish(root)
    finally:
        os.umask(before)
    found = {path: oct(path.stat().st_mode & 0o777) for path in (root / "site").rglob("*")}
    assert found == {root / "site/index.html": "0o644", root / "site/a": "0o755"}
    assert oct((root / "site").stat().st_mode & 0o777) == "0o755"


def ended(process: int) -> bool:
    """Whether it runs no more; what nobody has asked for yet keeps its number as a Z."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


@pytest.mark.skipif(sys.platform != "linux", reason="the one system that can end a child")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_signal_that_ends_a_build_ends_all_of_it(root: Path, number: signal.Signals) -> None:
    code = f"{PUBLISHES} publishing.BUILD = [sys.executable, '-c', {WAITS!r}]; "
    parent = subprocess.Popen(
        [sys.executable, "-c", f"{code} publishing.publish(Path.cwd())"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    child = root / "child"
    until(lambda: child.exists() and child.read_text())
    parent.send_signal(number)
    parent.wait()
    until(lambda: ended(int(child.read_text())))
    page, beside = state(root)
    assert page == "old"
    assert [name for name in beside if name != "child"] == [] or number == signal.SIGKILL
    publishing.publish(root)
    assert state(root) == ("new", ["child"])


def until(true: Callable[[], object]) -> None:
    """Wait until something is so; half a minute is far more than it takes."""
    for _ in range(300):
        if true():
            return
        time.sleep(0.1)
    pytest.fail("it never came")
