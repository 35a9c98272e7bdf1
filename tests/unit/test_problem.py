"""A problem is one line, whatever stands in it."""

import pytest

from safeguarding.problem import Place, Problem, condensed

HOSTILE = "a\n::notice::b\x1b]0;t\x07\u202e"


def test_problem_is_one_line_without_what_a_terminal_obeys() -> None:
    told = str(Problem(Place(HOSTILE), HOSTILE, HOSTILE))
    assert told.isprintable()
    assert told.startswith(r"a\n::notice::b\x1b]0;t\x07\u202e:1:1: ")


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
