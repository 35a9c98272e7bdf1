"""A file that no part of the site reads, that holds what belongs elsewhere, or whose name can be no
address, is told in one line."""

import re
import shutil

import pytest

from tests.conftest import complaints, run

NO_NAME = (
    "is no name for a file or folder here: it becomes an address; use small letters, figures and"
    " hyphens alone, like"
)
PAGE = "docs/about/privacy.md"
NAMED = {
    "docs/about/new page.md": "new-page.md",
    "docs/about/New.md": "new.md",
    "docs/about/privacy - Copy.md": "privacy-copy.md",
    "docs/about/privé.md": "prive.md",
    "docs/procedures/Listen well.md": "listen-well.md",
    "docs/assets/My file.pdf": "my-file.pdf",
    "data/figures/people (2).yml": "people-2.yml",
}


@pytest.mark.parametrize("name", NAMED)
def test_name_that_can_be_no_address_is_told_with_one_that_can(board, name):
    (board / name).parent.mkdir(exist_ok=True)
    shutil.copy(board / PAGE, board / name)
    assert complaints(board) == [f"{name}:1:1: {NO_NAME} {NAMED[name]}"]
    assert "Traceback" not in run(board, "build").stderr


def test_folder_too_needs_a_name_that_can_be_an_address(board):
    (board / "docs/New pages").mkdir()
    assert complaints(board) == [f"docs/New pages:1:1: {NO_NAME} new-pages"]


@pytest.mark.parametrize("name", ["docs/about/new.md", "data/figures/new.yml"])
def test_folder_named_like_a_file_is_told(board, name):
    (board / name).mkdir()
    assert complaints(board) == [
        f"{name}:1:1: is a folder, but has the name of a file; take {name[name.rindex('.') :]} off"
        " its name"
    ]


@pytest.mark.parametrize("name", ["new.docx", "new.MD", "new.pdf"])
def test_file_among_pages_that_is_no_page_is_not_published_unseen(board, name):
    (board / "docs/about" / name).write_bytes(b"PK")
    assert (
        f"docs/about/{name}:1:1: is no page; a page ends in .md, and a file for readers stands in"
        " docs/assets/" in complaints(board)
    )


@pytest.mark.parametrize(
    ("name", "first"),
    {
        "data/performance/help-copy.yml": "data/performance/help.yml",
        "data/decision_trees/a.yml": "data/decision_trees/told.yml",
    }.items(),
)
def test_copy_of_a_file_is_told_once_and_the_first_is_left_in_peace(board, name, first):
    shutil.copy(board / first, board / name)
    names = sorted((name, first), key=lambda one: (len(one), one))
    (told,) = complaints(board)
    assert re.fullmatch(
        rf"{names[1]}:2:1: holds the same entries as {names[0]}:\d+; delete the one that is a copy,"
        r" or give the entries of this one ids of their own",
        told,
    )


def test_file_in_the_wrong_folder_is_told_where_it_belongs(board):
    (board / "data/budget-2020-21.yml").rename(board / "data/performance/money.yml")
    found = [one for one in complaints(board) if one.startswith("data/performance/money.yml")]
    assert found == [
        "data/performance/money.yml:1:1: holds what belongs in data/budget.yml; move it there, or"
        " correct its keys"
    ]


def test_procedure_in_another_folder_is_told_in_one_line(board):
    (board / "docs/procedures/listening.md").rename(board / "docs/about/listening.md")
    found = [one for one in complaints(board) if one.startswith("docs/about/")]
    assert found == [
        "docs/about/listening.md:1:1: has the head of a procedure; move it to docs/procedures/, or"
        " give it the head of a page"
    ]


def test_copy_of_a_page_is_told(board):
    shutil.copy(board / PAGE, board / "docs/about/privacy-2.md")
    assert complaints(board) == [
        f"docs/about/privacy-2.md:2:1: title: Privacy and cookies is the title of {PAGE} already;"
        " change one of them, or delete the copy"
    ]
