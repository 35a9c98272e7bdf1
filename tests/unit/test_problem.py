"""A problem is one line, whatever stands in it."""

import pytest

from safeguarding.problem import TOLD, Place, Problem, condensed

HOSTILE = "a\n::notice::b\x1b]0;t\x07\u202e"


def test_problem_is_one_line_without_what_a_terminal_obeys() -> None:
    told = str(Problem(Place(HOSTILE), HOSTILE, HOSTILE))
    assert told.isprintable()
    assert told.startswith(r"a\n::notice::b\x1b]0;t\x07\u202e:1:1: ")


def test_name_that_is_no_text_is_told_all_the_same() -> None:
    assert str(Problem(Place("docs/caf\udce9.md"), "", "no")) == r"docs/caf\udce9.md:1:1: no"


def test_problem_repeats_only_the_beginning_of_a_long_line() -> None:
    assert str(Problem(Place("a.md"), "x" * 5000, "no")) == f"a.md:1:1: {'x' * 200}…: no"


@pytest.mark.parametrize(
    ("times", "told"),
    [
        (4, "is gone (the same in docs/a.md:2, docs/a.md:3, docs/a.md:4)"),
        (5, "is gone (the same in 4 more places)"),
    ],
)
def test_few_other_places_are_named(times: int, told: str) -> None:
    problems = [Problem(Place("docs/a.md", line + 1), "b", "is gone") for line in range(times)]
    assert [one.message for one in condensed(problems)] == [told]


def test_of_problems_in_many_files_the_first_are_told_and_how_many_more_there_are() -> None:
    problems = [Problem(Place(f"data/{n}.yml"), "b", f"{n} is gone") for n in range(TOLD + 1200)]
    told = condensed(problems)
    assert len(told) == TOLD + 1
    assert told[-1].message.startswith("and 1,200 more lines like these; mend the first ones")
