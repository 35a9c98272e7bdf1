"""What README, EDITING and CONTRIBUTING say is true."""

import itertools
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from safeguarding.authoring import CALLS
from tests.boards import REAL
from tests.conftest import ROOT

GUIDES = {
    name: (ROOT / name).read_text("utf-8")
    for name in ("README.md", "EDITING.md", "CONTRIBUTING.md")
}
LOCKS = [path.name for path in sorted(ROOT.glob("requirements*.txt"))]
OF_TESTS = ("tests", "word", "leaflets")  # whose locks they need beside that of the site
NOT_THERE = ("site/",)  # made by a build


def test_editing_names_every_call_and_no_other() -> None:
    part = (
        GUIDES["EDITING.md"]
        .partition("What a page about a past year can call for:")[2]
        .partition("Look at")[0]
    )
    assert sorted(re.findall(r"`(\w+)`", part)) == sorted(CALLS)


def test_editing_shows_a_problem_as_it_is() -> None:
    (problem,) = REAL.problems({"data/budget.yml": ("18075, 14268", "18076, 14268")})
    assert problem in GUIDES["EDITING.md"]


@pytest.mark.parametrize(
    "task",
    sorted(
        {task for text in GUIDES.values() for task in re.findall(r"(?:`|    )make (\w+)", text)}
    ),
)
def test_every_task_named_exists(task: str) -> None:
    assert re.search(rf"^{task}:", (ROOT / "Makefile").read_text(), re.M)


@pytest.mark.parametrize("name", GUIDES)
def test_every_path_named_exists(name: str) -> None:
    text = GUIDES[name]
    shown = re.sub(r"`[^`\n]+`|^ {4}.*$", "", text, flags=re.M)  # without examples
    paths = re.findall(
        r"`((?:[a-z.][\w.-]*/)+[\w.*-]*|[\w-]+\.(?:py|yml|md|in|txt))`", text
    ) + re.findall(r"\]\((?!http)([^)]+)\)", shown)
    folders = (ROOT, ROOT / "data", ROOT / "safeguarding")
    for path in paths:
        there = any(next(folder.glob(path.rstrip("/")), None) for folder in folders)
        assert there or path in NOT_THERE, path


def test_every_dependency_has_its_reason() -> None:
    reasons = (ROOT / "handbook/adr/0001-dependencies.md").read_text("utf-8")
    named = {
        package.strip().casefold()
        for packages in re.findall(r"^\| ([^|]+) \|", reasons, re.M)
        for package in packages.split(",")
    }
    texts = (path.read_text("utf-8") for path in ROOT.glob("requirements*.in"))
    chosen = re.findall(r"^(\w[\w-]*)", "".join(texts), re.M)
    assert {name.casefold() for name in chosen} - named == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_is_locked_by_hash(lock: str) -> None:
    locked = (ROOT / lock).read_text("utf-8")
    packages = re.findall(r"^[\w.-]+==\S+.*(?:\n    --hash=sha256:[0-9a-f]{64}.*)*", locked, re.M)
    assert packages
    assert all("--hash=sha256:" in package for package in packages)
    assert "http" not in locked


def test_package_has_one_version_in_all_locks_of_one_environment() -> None:
    together = [lock for lock in LOCKS if lock != "requirements-audit.txt"]
    texts = [(ROOT / lock).read_text("utf-8") for lock in together]
    locks = [re.findall(r"^(\S+)==(\S+)", text, re.M) for text in texts]
    for one, other in itertools.combinations(locks, 2):
        both = dict(one).keys() & dict(other).keys()
        assert {line for line in one if line[0] in both} == {
            line for line in other if line[0] in both
        }


@pytest.mark.parametrize(
    ("task", "fetched"),
    [
        ("check", ["requirements.txt"]),
        ("site", ["requirements.txt"]),
        ("serve", ["requirements.txt"]),
        ("page", ["requirements.txt", "requirements-word.txt"]),
        ("tidy", ["requirements.txt", "requirements-tests.txt"]),
        ("leaflets", ["requirements.txt", "requirements-leaflets.txt"]),
        ("test", ["requirements.txt", *(f"requirements-{lock}.txt" for lock in OF_TESTS)]),
    ],
)
def test_task_fetches_what_it_needs_alone(tmp_path: Path, task: str, fetched: list[str]) -> None:
    for name in ("Makefile", "pyproject.toml", *LOCKS):
        shutil.copy(ROOT / name, tmp_path)
    done = subprocess.run(
        ["make", "--dry-run", task], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert re.findall(r"--require-hashes -r (\S+)", done.stdout) == fetched
