"""Tables, lists and headings of Word are told with what they would be, and `check --fix` makes them
so."""

from pathlib import Path

import pytest

from tests.boards import INVENTED
from tests.conftest import command, edit

PAGE, TEXT = "docs/about/privacy.md", "This site knows nothing about you."
TABLE = "| Measure | Target |\n|---|---|\n| A | 80% |\n| B |  |"
BECOMES = {
    # tables
    "Measure\tTarget\nA\t80%\nB\t": TABLE,
    "Measure\tTarget\n\nA\t80%\n\nB\t": TABLE,
    "A|B\tC\nD\tE": "| A\\|B | C |\n|---|---|\n| D | E |",
    # lists
    "o\tOne\no\tTwo": "- One\n- Two",
    "§\tOne\n§\tTwo": "- One\n- Two",
    "\uf0b7\tOne\n\uf0b7\tTwo": "- One\n- Two",
    "–\tOne\n–\tTwo": "- One\n- Two",
    "Ø One\nØ Two": "- One\n- Two",
    "a) One\nb) Two": "- (a) One\n- (b) Two",
    "(a) One\n(b) Two": "- (a) One\n- (b) Two",
    "i.\tOne\nii.\tTwo": "- (i) One\n- (ii) Two",
    "iv) One\nv) Two\nvi) Three": "- (iv) One\n- (v) Two\n- (vi) Three",
    "I. One\nII. Two": "- (I) One\n- (II) Two",
    "1)\tOne\n2)\tTwo": "1. One\n2. Two",
    "1.1\tOne.\n1.2\tTwo.": "1.1 One.\n\n1.2 Two.",
    "Please:\n•\tOne\no\tTwo\n§\tThree\n•\tFour\nThen go.": (
        "Please:\n\n- One\n    - Two\n        - Three\n- Four\n\nThen go."
    ),
    "1. One\na)\tTwo": "1. One\n    - (a) Two",
    # headings
    "**What we will do**\n\nWords.": "## What we will do\n\nWords.",
    "*Summary*\n\nWords.": "## Summary\n\nWords.",
    "_What we do_\n\nWords.": "## What we do\n\nWords.",
    "WHAT WE DO\n\nWords.": "## WHAT WE DO\n\nWords.",
    "__What we will do__\nWords.": "## What we will do\n\nWords.",
}


def told(text: str) -> list[str]:
    return INVENTED.problems_of_pages({PAGE: (TEXT, text)})


def after_cures(text: str) -> str:
    """The text after the first cure of each problem, made one by one."""
    page = INVENTED.texts({PAGE: (TEXT, text)})[PAGE]
    while cures := [one.cures[0] for one in INVENTED.found_in_pages({PAGE: page}) if one.cures]:
        page = cures[0].applied(page)
    before, _, after = INVENTED.texts()[PAGE].partition(TEXT)
    return page.removeprefix(before).removesuffix(after)


@pytest.mark.parametrize("text", BECOMES)
def test_what_word_shows_by_signs_becomes_what_it_is(text: str) -> None:
    assert told(text) != []
    assert after_cures(text) == BECOMES[text]


@pytest.mark.parametrize(
    "text",
    [
        "1.\tOne\n2.\tTwo",
        "-\tOne",
        "See section\n1.1 of the Act.",
        "A child was there.\nA teacher was, too.",
        "(a) One.\n\n(b) Two.",
        "We meet at noon\n– or later – in the hall.",
        "**Ring 999.**",
        "*Source: the council.*",
        "NSPCC",
        "Words in *italics* and IN CAPITALS.",
        "*Emphasis* on a line\nof a paragraph.",
        "**Please:**\n\n- look",
        "**[words](../glossary.md)**",
        "The board of Example\nVale meets.",
        "Ask the [Service\nDesk for a word that is long](../glossary.md) and takes its time.",
        "```\na\tb\n```",
    ],
)
def test_what_is_meant_so_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_list_of_contents_with_pages_of_paper_goes() -> None:
    text = "Words.\n\nIntroduction\t3\nScope\t12\n\nMore words."
    (problem,) = told(text)
    assert problem == (
        f"{PAGE}:10:13: a list of contents with pages of paper; delete it, for “On this page” comes"
        " by itself"
    )
    assert "Scope" not in after_cures(text)


def test_level_of_a_heading_below_another_is_for_its_author_to_say() -> None:
    (problem,) = told("## What\n\n**Who**\n\nWords.")
    assert problem.endswith(": write  ## Who  or  ### Who")


def test_heading_that_ran_into_its_paragraph_is_told_with_both_ways() -> None:
    (found,) = INVENTED.found_in_pages(
        {PAGE: (TEXT, "Introduction\nThe board has a duty, which the law sets out.")}
    )
    assert [cure.new for cure in found.cures] == [("## Introduction", ""), ("Introduction", "")]


def test_check_writes_a_whole_list_at_once(invented_board: Path) -> None:
    edit(invented_board, PAGE, TEXT, "Please:\n•\tOne\n•\tTwo")
    done = command(invented_board, "check", "--fix", "--yes")
    assert done.exit_code == 0, done.stderr
    assert "Please:\n\n- One\n- Two\n" in (invented_board / PAGE).read_text("utf-8")
