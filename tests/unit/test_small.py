"""The small library of the tests is read as the project reads."""

import pytest

from safeguarding.problem import Problems
from safeguarding.site import load_site
from tests.conftest import OTHER
from tests.small import LISTENING, line_of, small_site


def test_small_site_is_the_invented_board() -> None:
    small, whole = small_site(), load_site(OTHER)
    assert list(small.files.items()) == list(whole.files.items())
    assert small.texts == whole.texts


def test_edit_moves_what_stands_below_it() -> None:
    edits = {"data/budget.yml": ("expenditure:\n", "# A remark.\nexpenditure:\n")}
    line = line_of("A trainer", "data/budget.yml", edits)
    assert small_site(edits).budgets["annual-report-2019-20"].expenditure[0].place.line == line
    assert small_site().budgets["annual-report-2019-20"].expenditure[0].place.line == line - 1


def test_several_edits_of_one_file_are_all_made() -> None:
    edits = {"data/board.yml": [("EVSCP", "ABC"), ("GB-SCT", "GB-ENG")]}
    board = small_site(edits).board
    assert (board.abbreviation, board.bank_holidays) == ("ABC", "GB-ENG")


def test_file_can_come_and_go() -> None:
    page = "---\ntitle: New\ndescription: A new page.\n---\n"
    known = small_site({"docs/new.md": page, LISTENING: None})
    assert known.titles["new/"] == "New"
    assert known.procedures == {}


def test_what_cannot_be_read_is_told_at_its_line() -> None:
    edits = {"data/budget.yml": ("actual: 2900, lines: 10", "actual: x, lines: 10")}
    with pytest.raises(Problems, match=r"^data/budget\.yml:5:\d+: actual: should be a whole"):
        small_site(edits)


def test_words_that_are_not_there_cannot_be_edited() -> None:
    with pytest.raises(AssertionError, match="does not say nowhere"):
        small_site({"data/budget.yml": ("nowhere", "")})
