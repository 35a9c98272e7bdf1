"""Each page stands in a menu, and each line of a menu leads somewhere."""

from pathlib import Path

import pytest

from safeguarding.record import NO_WEB
from tests.conftest import complaints, edit

MENU = "docs/.nav.yml"
SLIPS = {
    "page misspelt": (
        "- check.md",
        "- chek.md",
        '13:5: chek.md: is no page or folder here; did you mean "check.md"?',
    ),
    "page left out": ("  - check.md\n", "", "1:1: check.md: is in no menu; add a line: - check.md"),
    "page twice": (
        "- check.md",
        "- check.md\n  - check.md",
        "14:5: check.md: stands in the menu twice; delete one",
    ),
    "no page at all": (
        "- check.md",
        '- ""',
        "13:5: is no page or folder here; correct it, or delete the line",
    ),
    "file that is not there": (
        "- check.md",
        "- check.md\n  - The poster: assets/postr.png",
        '14:5: assets/postr.png: is not in docs/assets/; did you mean "assets/poster.png"?',
    ),
    "file without a title": (
        "- check.md",
        "- check.md\n  - assets/poster.png",
        (
            "14:5: assets/poster.png: needs a title; write it like this: - A title:"
            " assets/poster.png"
        ),
    ),
    "file elsewhere": (
        "- check.md",
        "- check.md\n  - The poster: poster.png",
        '14:5: poster.png: is not in docs/assets/; did you mean "assets/poster.png"?',
    ),
    "part without a page": (
        "- check.md",
        "- check.md\n  - More:\n      - The poster: assets/poster.png",
        "14:5: More: has no page in it; put its lines into the menu above",
    ),
    "another site without https": (
        "- check.md",
        "- check.md\n  - Manual: ftp://manual.example/",
        f"14:5: ftp://manual.example/: {NO_WEB}",
    ),
    "title without a page": (
        "- check.md",
        "- A check",
        (
            "13:5: A check: is no page or folder here; write a title, a colon, a space and the"
            " page, like this: - A title: page.md"
        ),
    ),
    "folder left out": (
        "  - Training: training\n",
        "",
        "1:1: training: is in no menu; add a line: - training",
    ),
    "tab": (
        "  - check.md",
        "\t- check.md",
        "13:1: a tab; indent with spaces: write  - check.md  (2 spaces in)",
    ),
    "no list": (
        "nav:",
        "nav: index.md\nsort:",
        '2:1: nav: should be a list of pages and folders; write nav: and below it lines with "- "',
    ),
    "key misspelt": ("nav:", "navi:", '2:1: navi: is not a key here; did you mean "nav"?'),
    "clash": (
        "  - check.md",
        "<<<<<<< HEAD\n  - check.md",
        (
            "13:1: two versions clashed here; keep one of them, and delete the lines with <<<<<<<,"
            " ======= and >>>>>>>"
        ),
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slip_is_told_at_its_line(invented_board: Path, name: str) -> None:
    old, new, said = SLIPS[name]
    edit(invented_board, MENU, old, new)
    assert complaints(invented_board) == [f"{MENU}:{said}"]


def test_menu_of_the_site_must_be_there(invented_board: Path) -> None:
    (invented_board / MENU).unlink()
    assert complaints(invented_board) == [
        f"{MENU}:1:1: the menu of the site is missing; put it back"
    ]


def test_menu_may_have_patterns_and_menus_within(invented_board: Path) -> None:
    edit(
        invented_board,
        MENU,
        "  - check.md\n  - glossary.md\n",
        '  - More:\n      - check.md\n      - "**/gloss*.md"\n',
    )
    assert complaints(invented_board) == []


def test_menu_may_lead_to_a_file_and_to_another_site(invented_board: Path) -> None:
    edit(
        invented_board,
        MENU,
        "  - check.md\n",
        "  - check.md\n  - The poster: assets/poster.png\n  - Manual: https://manual.example/a\n",
    )
    assert complaints(invented_board) == []


def test_new_folder_needs_a_line(invented_board: Path) -> None:
    (invented_board / "docs/new").mkdir()
    (invented_board / "docs/new/index.md").write_text(
        "---\ntitle: New\ndescription: New.\n---\n\n# New\n", "utf-8"
    )
    assert complaints(invented_board) == [f"{MENU}:1:1: new: is in no menu; add a line: - new"]


def test_folder_that_lists_its_own_pages_has_to_be_listed_too(invented_board: Path) -> None:
    (invented_board / "docs/training/.nav.yml").write_text(
        "nav:\n"
        + "".join(
            f"  - {path.name}\n" for path in sorted((invented_board / "docs/training").glob("*.md"))
        ),
        "utf-8",
    )
    assert complaints(invented_board) == []
    edit(invented_board, MENU, "  - Training: training\n", "")
    assert complaints(invented_board) == [
        f"{MENU}:1:1: training: is in no menu; add a line: - training"
    ]


def test_folder_in_a_folder_that_has_a_menu_needs_its_line_there(invented_board: Path) -> None:
    (invented_board / "docs/training/later").mkdir()
    (invented_board / "docs/training/.nav.yml").write_text('nav:\n  - "*.md"\n')
    (invented_board / "docs/training/courses.md").rename(
        invented_board / "docs/training/later/courses.md"
    )
    (invented_board / "docs/training/later/.nav.yml").write_text("nav:\n  - courses.md\n")
    assert "docs/training/.nav.yml:1:1: later: is in no menu; add a line: - later" in complaints(
        invented_board
    )
