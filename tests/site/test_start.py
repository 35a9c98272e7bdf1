"""A board that has just begun, in a project of its own, as the guide to it says: its site is built,
and passes what is asked of every site before it is published."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import NOW, ROOT, command, ours_alone, run
from tests.unit.cli.test_start import ANSWERS, FIRST

# What looks at every page and tool of the project itself, and finds them by itself.
OF_PAGES = ("tests/browser/test_pages.py", "tests/browser/test_living.py")
# A run within a run shares nothing with the one around it.
OF_NO_OTHER_RUN = {key: value for key, value in os.environ.items() if "PYTEST" not in key}
# These look at the invented board.
OF_OTHERS = (
    *("browser/test_photos.py", "browser/test_pictures.py", "browser/test_plan.py"),
    *("browser/test_preview.py", "browser/test_times.py", "browser/test_versions.py"),
    "site/test_site.py::test_two_builds_give_the_same_bytes",
)
# How a script leaves a page is the theme's alone; that one can leave it, the page says.
BUT_EXITS = ("-k", "not test_exit.py or works_without_a_script")


def begun(folder: Path) -> None:
    """A copy of the project in which a new board took the place of ours."""
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    for name in filter(None, tracked):
        if name.split("/")[0] not in ("data", "docs") and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    done = run(folder, "start", input="\n".join(ANSWERS) + "\n", PYTHONPATH=str(folder))
    assert done.returncode == 0, done.stdout + done.stderr


@ours_alone
def test_new_board_passes_what_is_asked_of_every_site(tmp_path: Path) -> None:
    begun(tmp_path)
    passes(tmp_path, "tests/browser", *BUT_EXITS)


@ours_alone
def test_new_board_with_its_first_entries_is_whole_and_accessible(tmp_path: Path) -> None:
    """How a page behaves, the board as it begins has shown; these entries bring more pages."""
    begun(tmp_path)
    for kind, answers in FIRST.items():
        told = command(tmp_path, "new", kind, input="\n".join(answers) + "\n")
        assert told.exit_code == 0, told.output
    passes(tmp_path, *OF_PAGES)


def passes(board: Path, *tests: str) -> None:
    """Run these tests in a board, with those of its site as files."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-n0",
            "-p",
            "no:cacheprovider",
            "tests/site/test_site.py",
            "tests/site/test_nginx.py",
            *tests,
            *(f"--deselect=tests/{name}" for name in OF_OTHERS),
        ],
        cwd=board,
        env=OF_NO_OTHER_RUN
        | {"PYTHONPATH": str(board), "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-5000:]
