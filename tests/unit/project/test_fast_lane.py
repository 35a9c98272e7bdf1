"""The steps that publish a change of notices and dates at once, run as the hosts run them, on a
small repository: what is quick, what waits, and what is published again if a test fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import OTHER, ROOT
from tests.unit.project.test_workflows import GITLAB, JOBS

NOTICE, PROGRAMME = "data/notice.yml", "data/training/programme.yml"
WAITS = 77
# What the steps call, in the place of the real ones: a site is its notice and its dates.
MAKE = f'test "$1" = check || {{ mkdir -p site && cp {NOTICE} {PROGRAMME} site/; }}\n'
PYTHON = f'exec env PYTHONPATH="{ROOT}" "{sys.executable}" "$@"\n'
TOLD = 'test -n "$GOOD" && echo "$GOOD"\n'
# What else is quick, and what is not: tests/unit/test_quick.py.
A_NOTICE = ("Please ring the team.", "Please write.")
A_DATE = ("    places: 15\n", "    places: 15\n    status: full\n")
QUICK = {NOTICE: A_NOTICE, PROGRAMME: A_DATE}
SLOW = {NOTICE: A_NOTICE, "docs/about/privacy.md": ("knows nothing", "knows little")}
Edits = dict[str, tuple[str, str]]


class Repository:
    """A board in Git, whose first state passed every test."""

    def __init__(self, folder: Path):
        self.folder = folder
        shutil.copytree(OTHER, folder)
        for name, text in {"gh": TOLD, "curl": TOLD, "make": MAKE, "python": PYTHON}.items():
            tool = folder / ".venv/bin" / name
            tool.parent.mkdir(parents=True, exist_ok=True)
            tool.write_text(f"#!/bin/sh\n{text}")
            tool.chmod(0o755)
        (folder / ".gitignore").write_text("/.venv\n/site\n/public\n*.txt\n/output\n")
        self.git("init", "-q")
        self.good = self.commit()

    def git(self, *words: str) -> str:
        who = ["-c", "user.name=A", "-c", "user.email=a@board.example"]
        done = subprocess.run(
            ["git", *who, *words], cwd=self.folder, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def commit(self) -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "A change")
        return self.git("rev-parse", "HEAD")

    def change(self, edits: Edits) -> None:
        for name, (old, new) in edits.items():
            text = (self.folder / name).read_text("utf-8")
            assert old in text
            (self.folder / name).write_text(text.replace(old, new, 1), "utf-8")
        self.commit()

    def run(self, script: str, *, good: str | None = None) -> int:
        """The status of a script, as a host runs it: it ends at the first step that fails."""
        bin = self.folder / ".venv/bin"
        env = os.environ | {
            "PATH": f"{bin}:{os.environ['PATH']}",
            "GOOD": self.good if good is None else good,
            "GITHUB_OUTPUT": str(self.folder / "output"),
        }
        variables = ("CI_JOB_TOKEN", "CI_API_V4_URL", "CI_PROJECT_ID", "CI_DEFAULT_BRANCH")
        env |= dict.fromkeys(variables, "x")
        shell = ["bash", "-e", "-o", "pipefail", "-c", script]
        return subprocess.run(shell, cwd=self.folder, env=env, capture_output=True).returncode

    def published(self) -> str:
        return "".join(path.read_text("utf-8") for path in sorted(self.folder.glob("public/*")))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "board")


def on_github(repository: Repository, *, good: str | None = None) -> dict[str, str]:
    """What the job `check` tells those that follow."""
    step = next(one for one in JOBS["publish.yml:check"]["steps"] if one.get("id") == "quick")
    assert repository.run(str(ROOT / step["run"]), good=good) == 0
    said = (repository.folder / "output").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in said)


def on_gitlab(repository: Repository, job: str, *, good: str | None = None) -> int:
    return repository.run("\n".join(GITLAB[job]["script"]), good=good)


def test_notice_and_date_are_published_first_and_taken_back(repository: Repository) -> None:
    repository.change(QUICK)
    assert on_github(repository) == {"quick": "yes", "good": repository.good}
    repository.run("make site")  # what the job `build` hands on
    assert on_gitlab(repository, "pages-quick") == 0
    assert all(new in repository.published() for _, new in QUICK.values())
    assert on_gitlab(repository, "take-back") == 0
    assert not any(new in repository.published() for _, new in QUICK.values())
    assert all(old in repository.published() for old, _ in QUICK.values())


def test_all_else_waits_and_is_not_taken_back(repository: Repository) -> None:
    repository.change(SLOW)
    assert on_github(repository) == {"quick": "no", "good": repository.good}
    repository.run("make site")
    assert on_gitlab(repository, "pages-quick") == WAITS
    assert repository.published() == ""
    assert on_gitlab(repository, "take-back") == WAITS
    assert repository.published() == ""


@pytest.mark.parametrize("good", ["", "0" * 40], ids=["no state passed", "a state nobody has"])
def test_what_cannot_be_compared_waits(repository: Repository, good: str) -> None:
    repository.change(QUICK)
    assert on_github(repository, good=good)["quick"] == "no"
    assert on_gitlab(repository, "pages-quick", good=good) == WAITS


def test_waiting_is_no_failure() -> None:
    for job in ("pages-quick", "take-back"):
        assert GITLAB[job]["allow_failure"] == {"exit_codes": [WAITS]}
    back = JOBS["publish.yml:take-back"]["steps"]
    assert [step["run"] for step in back if "run" in step] == ["make leaflets"]
