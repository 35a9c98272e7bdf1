"""What the tests share: the real facts, a copy of the project that may be spoilt, and one built
site.

The report of a past year stays as it is: a test may name its facts, and spoil them in a copy of the
project. Contacts, procedures
and all else that editors may change any day, a test finds through the library, or spoils in the
invented board, which stays too.
"""

import datetime
import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from safeguarding.problem import Problems
from safeguarding.soundness import sound_site

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
# Another board that takes the generator has facts of its own: what knows our report is left out
# there.
OURS = "annual-report-2013-14" in (ROOT / "data/sources.yml").read_text("utf-8")
ours_alone = pytest.mark.skipif(not OURS, reason="it knows the facts of another board")
collect_ignore = (
    []
    if OURS
    else ["unit", "data", "rendering", "site/test_next_year.py", "browser/test_training.py"]
)
OTHER = ROOT / "tests/fixtures/other-board"
PARTS = ("safeguarding", "data", "docs", "theme", "mkdocs.yml", "macros.py", "hooks.py")


@pytest.fixture(scope="session")
def facts():
    """The library of the real data."""
    return sound_site(ROOT)


@pytest.fixture(scope="session")
def known(tmp_path_factory):
    """The library of the real data, but for the programme that the tests know."""
    return sound_site(copy(tmp_path_factory.mktemp("known")))


@pytest.fixture
def project(tmp_path):
    """A copy of the project that a test may spoil."""
    return copy(tmp_path)


@pytest.fixture
def board(tmp_path):
    """A copy of the invented board that a test may spoil."""
    return copied(tmp_path)


def copied(folder):
    """A copy of the invented board in `folder`."""
    return shutil.copytree(
        OTHER, folder, ignore=shutil.ignore_patterns("*site*"), dirs_exist_ok=True
    )


def copy(folder):
    """A copy of the project in `folder`, with the programme that the tests know, and without a
    public address."""
    for name in PARTS:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
    if OURS:
        with_programme(folder)
    board = folder / "data/board.yml"
    board.write_text(re.sub(r"(?m)^site_url:.*\n", "", board.read_text("utf-8")), "utf-8")
    return folder


def with_programme(folder: Path) -> None:
    """Put the programme that the tests know in the place of the board's own, with every course,
    audience and contact of it that the board no longer has."""
    shutil.copy(ROOT / "tests/fixtures/programme.yml", folder / "data/training/programme.yml")
    needs = yaml.safe_load((ROOT / "tests/fixtures/programme-needs.yml").read_text("utf-8"))
    groups = (folder / "data/sub_groups.yml").read_text("utf-8")
    owner = re.search(r"(?m)^  - id: ([\w-]+)", groups)
    for name, records in needs.items():
        path = folder / name
        text = path.read_text("utf-8").rstrip("\n")
        there = set(re.findall(r"\bid: ([\w-]+)", text))
        for record in records:
            if record["id"] not in there:
                keeper = {"owner": owner and owner[1]} if name.endswith("courses.yml") else {}
                text += f"\n  - {json.dumps(record | keeper, ensure_ascii=False)}"
        path.write_text(text + "\n", "utf-8")


def complaints(project):
    """Every complaint about the project, as an editor reads it."""
    try:
        sound_site(project)
    except Problems as problems:
        return [str(problem) for problem in problems.problems]
    return []


def edit(project, name, old, new):
    """Change the first `old` in a file to `new`; returns the line it stands on."""
    path = project / name
    text = path.read_text("utf-8")
    assert old in text, f"{name} no longer says {old}"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return text.count("\n", 0, text.index(old)) + 1


def run(project, *words, input=None, **environment):
    """The command line, in the project, at the instant NOW, on a machine that is not known to
    publish."""
    at = (
        os.environ
        | {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "GITHUB_ACTIONS": ""}
        | environment
    )
    return subprocess.run(
        [sys.executable, "-m", "safeguarding", *words],
        cwd=project,
        capture_output=True,
        text=True,
        env=at,
        input=input,
    )


# once(name, make) -> the folder `name`, which `make` has filled.
Once = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """A folder for all workers of a run: the first that asks fills it, the others wait for it.

    Where that fails, each worker that asks is told why.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def filled(name: str, make: Callable[[Path], object]) -> Path:
        folder, made = shared / name, shared / f"{name}.made"
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                make(folder)
                made.touch()
        return folder

    return filled


def build(project: Path) -> None:
    """Build the site of a project, strictly."""
    done = run(project, "build")
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def site_folder(once: Once) -> Path:
    """The real site, built once, strictly."""
    return once("real", lambda folder: build(copy(folder))) / "site"


@pytest.fixture(scope="session")
def site_under_a_path(once: Once) -> Path:
    """The real site as it is built for an address, here in the folder /repo/ of a domain."""

    def make(folder: Path) -> None:
        address = "site_url: https://board.example/repo\ntimezone:"
        edit(copy(folder), "data/board.yml", "timezone:", address)
        build(folder)

    return once("under-a-path", make) / "site"


@pytest.fixture(scope="session")
def other_site(once: Once) -> Path:
    """The site of the invented board, as it is."""
    return once("other", lambda folder: build_other(copied(folder))) / "site"


def build_other(board: Path) -> Path:
    """The site of a board that has data and pages alone, built strictly."""
    done = run(ROOT, "--board", str(board), "build")
    assert done.returncode == 0, done.stderr
    return board / "site"
