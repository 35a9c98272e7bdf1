"""Mistakes made at random, each in one line of data/ or of a page's head: every one is told, at its
line.

They are made in an invented board with something of everything, which stays as it is: no change of
an editor draws others. Others, and more, or in the real board:

    MISTAKES=2000 SEED=7 .venv/bin/python -m pytest tests/data/test_mistakes.py
    BOARD=. MISTAKES=2000 SEED=7 .venv/bin/python -m pytest tests/data/test_mistakes.py
"""

import os
import shutil
from pathlib import Path

import pytest

from safeguarding.site import Site, load_site
from tests.conftest import ROOT, complaints, copied
from tests.data.mistakes import KINDS, Maker
from tests.data.spoiling import Mistake

NUMBER, SEED = int(os.environ.get("MISTAKES", "200")), int(os.environ.get("SEED", "2014"))
BOARD = os.environ.get("BOARD")
RICH = ROOT / "tests/fixtures/rich-board"  # what the invented board has too little of


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all of the board that is checked."""
    folder = tmp_path_factory.mktemp("mistakes")
    if not BOARD:
        return shutil.copytree(RICH, copied(folder), dirs_exist_ok=True)
    for part in ("data", "docs"):
        shutil.copytree(Path(BOARD, part), folder / part)
    return folder


@pytest.fixture(scope="module")
def facts_of_board(folder: Path) -> Site:
    return load_site(folder)


@pytest.fixture(scope="module")
def maker(facts_of_board: Site, folder: Path) -> Maker:
    return Maker(facts_of_board, folder, SEED)


@pytest.fixture(scope="module")
def drawn(maker: Maker) -> list[tuple[str, Mistake]]:
    return maker.draw(NUMBER)


def told(folder: Path, maker: Maker, mistake: Mistake) -> list[str]:
    """What an editor is told after the mistake."""
    path = folder / mistake.file
    before = path.read_bytes()
    path.write_text(maker.spoilt(mistake), "utf-8")
    try:
        return complaints(folder)
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize("kind", KINDS)
def test_mistake_is_told_at_its_line(
    folder: Path, maker: Maker, drawn: list[tuple[str, Mistake]], kind: str
) -> None:
    untold = {}
    for mistake in (mistake for drawn_kind, mistake in drawn if drawn_kind == kind):
        found = told(folder, maker, mistake)
        if not any(mistake.told_by(problem) for problem in found):
            untold[mistake] = found
    assert untold == {}


def test_mistakes_are_drawn_in_every_file(
    facts_of_board: Site, drawn: list[tuple[str, Mistake]]
) -> None:
    assert {mistake.file for _, mistake in drawn} == set(facts_of_board.files)


def test_without_a_mistake_nothing_is_told(folder: Path) -> None:
    assert complaints(folder) == []


def test_what_was_added_to_the_invented_board_says_that_it_is_invented() -> None:
    for path in (RICH / "data").rglob("*.yml"):
        assert path.read_text("utf-8").startswith("# Invented for testing: "), path
