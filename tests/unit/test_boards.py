"""The boards of the tests are read in memory as the project reads them."""

from pathlib import Path

import pytest

from safeguarding.problem import Problems
from safeguarding.site import load_site
from tests.boards import INVENTED, REAL, Edits, Spoilt
from tests.conftest import OTHER, ROOT, complaints, copy, edit, is_ours
from tests.small import LISTENING, line_of, small_site


def test_small_site_is_the_invented_board() -> None:
    small, whole = small_site(), load_site(OTHER)
    assert list(small.files.items()) == list(whole.files.items())
    assert small.texts == whole.texts


def test_file_that_did_not_change_is_read_once() -> None:
    one, other = small_site(), small_site({"data/board.yml": ("EVSCP", "ABC")})
    assert [name for name in one.files if one.files[name] is not other.files[name]] == [
        "data/board.yml"
    ]


def test_edit_moves_what_stands_below_it() -> None:
    edits: Edits = {"data/budget.yml": ("expenditure:\n", "# A remark.\nexpenditure:\n")}
    line = line_of("A trainer", "data/budget.yml", edits)
    assert small_site(edits).budgets["annual-report-2019-20"][0].expenditure[0].place.line == line
    assert small_site().budgets["annual-report-2019-20"][0].expenditure[0].place.line == line - 1


def test_several_edits_of_one_file_are_all_made() -> None:
    edits: Edits = {"data/board.yml": [("EVSCP", "ABC"), ("GB-SCT", "GB-ENG")]}
    board = small_site(edits).board
    assert (board.abbreviation, board.bank_holidays) == ("ABC", "GB-ENG")


def test_board_is_not_known_by_the_name_of_its_report(invented_board: Path) -> None:
    assert is_ours(ROOT)
    edit(
        invented_board, "data/sources.yml", "id: annual-report-2019-20", "id: annual-report-2013-14"
    )
    assert not is_ours(invented_board)


def test_file_can_come_and_go() -> None:
    page = "---\ntitle: New\ndescription: A new page.\n---\n"
    known = small_site({"docs/new.md": page, LISTENING: None})
    assert known.titles["new/"] == "New"
    assert known.procedures == {}


def test_what_cannot_be_read_is_told_at_its_line() -> None:
    edits: Edits = {"data/budget.yml": ("2900], lines: 10", "x], lines: 10")}
    with pytest.raises(Problems, match=r"^data/budget\.yml:6:\d+: amounts: x should be a"):
        small_site(edits)


def test_words_that_are_not_there_cannot_be_edited() -> None:
    with pytest.raises(AssertionError, match="does not say nowhere"):
        small_site({"data/budget.yml": ("nowhere", "")})


def test_real_board_is_a_copy_of_the_project(tmp_path: Path) -> None:
    copied = load_site(copy(tmp_path))
    assert list(REAL.site().files.items()) == list(copied.files.items())
    assert REAL.site().texts == copied.texts


def test_editor_is_told_the_same_of_a_page(invented_board: Path) -> None:
    name, text = "docs/about/privacy.md", "---\ntitle: Privacy\ndescription: A.\n---\n\n# A\n\n*b\n"
    (invented_board / name).write_text(text, "utf-8")
    told = INVENTED.problems_of_pages({name: text})
    assert told == complaints(invented_board)
    assert len(told) == 1


def test_board_that_is_edited_can_be_edited_again() -> None:
    once = INVENTED.edited({"data/board.yml": ("EVSCP", "ABC")})
    twice = once.edited({"data/board.yml": ("ABC", "DEF")})
    assert [board.site().board.abbreviation for board in (INVENTED, once, twice)] == [
        "EVSCP",
        "ABC",
        "DEF",
    ]


def test_line_of_a_problem_is_the_one_that_says_so_near_the_change() -> None:
    edits: Edits = {"data/budget.yml": ("2900", "2901")}
    spoilt = Spoilt("data/budget.yml", "2900", "2901", "1: a: b", "expenditure_total:")
    assert spoilt.edits == edits
    assert spoilt.problem(INVENTED) == "data/budget.yml:8:1: a: b"
    assert spoilt._replace(at="").problem(INVENTED) == "data/budget.yml:6:1: a: b"
