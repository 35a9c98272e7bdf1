"""What nobody can have typed is told in one line, before any pattern is tried on it; and editors
can read the limits."""

import re

import pytest

from safeguarding import limits
from tests.boards import INVENTED
from tests.conftest import ROOT

PAGE = "docs/about/privacy.md"
FIRST = 12  # the line below the page


def told(more: str) -> list[str]:
    return INVENTED.problems_of_pages({PAGE: f"{INVENTED.texts()[PAGE]}\n{more}\n"})


@pytest.mark.parametrize(
    ("more", "line", "said"),
    [
        ("[" * 301, FIRST, "has [ more than 300 times; break the line up"),
        ('[[ "' * 200, FIRST, "has [ more than 300 times; break the line up"),
        (f"A{' ' * 301}b", FIRST, "has a gap of hundreds of spaces; delete it"),
        (("|" * 250 + "\n") * 50, 1, "has | more than 10,000 times; divide the page"),
        ("\n" * 5000, limits.LINES, "has 5,013 lines; divide the page"),
    ],
)
def test_page_in_which_too_much_stands(more: str, line: int, said: str) -> None:
    assert told(more) == [f"{PAGE}:{line}:1: {said}"]


@pytest.mark.parametrize(
    "more",
    [
        "> " * 51 + "Look.",
        "\n".join(f"{' ' * 4 * depth}- Look." for depth in range(60)),
        "<div markdown>\n" * 600 + "Look.\n" + "</div>\n" * 600,  # Markdown itself gives up
    ],
)
def test_page_with_parts_too_deep_within_others(more: str) -> None:
    (problem,) = told(more)
    assert problem.startswith(f"{PAGE}:")
    assert problem.endswith("stands too deep in lists, quotes or boxes; take them apart")


def test_page_of_many_marks_is_no_problem() -> None:
    cells = "| a | b |\n|---|---|\n" + "".join(f"| {n} | x |\n" for n in range(300))
    assert told(f"{cells}\n/// caption\nMany.\n///") == []


def test_guide_tells_every_limit() -> None:
    section = (ROOT / "EDITING.md").read_text("utf-8").partition("## How large can it be\n")[2]
    numbers = {int(one.replace(",", "")) for one in re.findall(r"\d[\d,]*", section)}
    mb, kb = 1_000_000, 1_000
    assert {
        *(limits.FILE // mb, limits.PAGE // kb, limits.LINES, limits.LINE, limits.MARKS),
        *(limits.MARKS_OF_PAGE, limits.TEXT, limits.DEPTH, limits.NESTED, limits.GIVEN // mb),
        limits.SPREADSHEET // mb,
    } <= numbers
