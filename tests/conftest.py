"""What the tests share: the real facts, a copy of the project that may be spoilt, and one built site."""

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from safeguarding import checks, library, pages
from safeguarding.problems import Problems

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC)
PARTS = ("safeguarding", "data", "docs", "theme", "mkdocs.yml", "macros.py", "hooks.py")


@pytest.fixture(scope="session")
def facts():
    """The library of the real data."""
    return checks.require(library.load(ROOT))


@pytest.fixture(scope="session")
def known(tmp_path_factory):
    """The library of the real data, but for the programme that the tests know."""
    return checks.require(library.load(copy(tmp_path_factory.mktemp("known"))))


@pytest.fixture
def project(tmp_path):
    """A copy of the project that a test may spoil."""
    return copy(tmp_path)


def copy(folder):
    """A copy of the project in `folder`, with the programme that the tests know."""
    for name in PARTS:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, folder / name)
    shutil.copy(ROOT / "tests/fixtures/programme.yml", folder / "data/training/programme.yml")
    return folder


def complaints(project):
    """Every complaint about the project, as an editor reads it."""
    try:
        pages.require(project / "docs", checks.require(library.load(project)))
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
    """The command line, in the project, at the instant NOW, on a machine that is not known to publish."""
    at = os.environ | {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp())), "GITHUB_ACTIONS": ""} | environment
    return subprocess.run([sys.executable, "-m", "safeguarding", *words], cwd=project, capture_output=True, text=True, env=at, input=input)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The real site, built once, strictly."""
    folder = copy(tmp_path_factory.mktemp("site"))
    built = run(folder, "build")
    assert built.returncode == 0, built.stderr
    return folder / "site"
