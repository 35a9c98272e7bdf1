"""A board that has just begun, in a project of its own, as the guide to it says: its site is built,
and passes what is asked of every site before it is published."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import NOW, ROOT, command, ours_alone, run
from tests.unit.cli.test_start import ANSWERS, FIRST

# What looks at the site of the project itself, and finds its pages by itself.
GENERIC = ("tests/site/test_site.py", "tests/site/test_nginx.py", "tests/browser")
# A run within a run shares nothing with the one around it.
OF_NO_OTHER_RUN = {key: value for key, value in os.environ.items() if "PYTEST" not in key}
# These look at the invented board.
OF_OTHERS = ("test_photos.py", "test_pictures.py", "test_plan.py", "test_times.py")


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
@pytest.mark.parametrize("grown", [False, True], ids=["as it begins", "with its first entries"])
def test_new_board_passes_what_is_asked_of_every_site(tmp_path: Path, *, grown: bool) -> None:
    begun(tmp_path)
    for kind, answers in FIRST.items() if grown else ():
        told = command(tmp_path, "new", kind, input="\n".join(answers) + "\n")
        assert told.exit_code == 0, told.output
    left_out = [f"--ignore=tests/browser/{name}" for name in OF_OTHERS]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-n0",
            "-p",
            "no:cacheprovider",
            *GENERIC,
            *left_out,
        ],
        cwd=tmp_path,
        env=OF_NO_OTHER_RUN
        | {"PYTHONPATH": str(tmp_path), "SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout[-5000:]
