"""A list that went out to be changed is nobody's data file: Git leaves it alone."""

import shutil
import subprocess
from pathlib import Path

import pytest

from safeguarding.spreadsheets.lists import LISTS
from tests.conftest import ROOT


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    shutil.copy(ROOT / ".gitignore", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", [f"{what}.xlsx" for what in LISTS])
def test_sheet_stays_out_and_a_file_for_readers_does_not(repository: Path, name: str) -> None:
    names = [name, f"docs/assets/{name}"]
    told = subprocess.run(
        ["git", "check-ignore", *names], cwd=repository, capture_output=True, text=True
    )
    assert told.stdout.split() == [name]
