"""What people paste into a page from other programs: each line that readers would see wrong is
told, and nothing that they would see right.

The lines that are told end with a mark in `tests/fixtures/pasted.txt`.
"""

import re

import pytest

from tests.boards import INVENTED
from tests.conftest import ROOT

PAGE = "docs/about/privacy.md"
TEXT = "This site knows nothing about you.\n\n[[ kept_on_device() ]]"
FIRST_LINE = 8  # of what stands in the place of that text
MARK = " ◂"
PIECES: dict[str, str] = dict(
    piece.split("\n", 1)
    for piece in re.split(
        "^==== ", (ROOT / "tests/fixtures/pasted.txt").read_text("utf-8"), flags=re.M
    )
    if piece
)


@pytest.mark.parametrize("name", PIECES)
def test_lines_that_readers_would_see_wrong_are_told(name: str) -> None:
    lines = PIECES[name].rstrip("\n").split("\n")
    wrong = {number for number, line in enumerate(lines, FIRST_LINE) if line.endswith(MARK)}
    text = "\n".join(line.removesuffix(MARK) for line in lines)
    problems = INVENTED.problems_of_pages({PAGE: (TEXT, text)})
    assert {int(problem.split(":")[1]) for problem in problems} == wrong, problems
