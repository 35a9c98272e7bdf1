"""A problem is one line, whatever stands in it."""

from safeguarding.problem import Place, Problem

HOSTILE = "a\n::notice::b\x1b]0;t\x07\u202e"


def test_problem_is_one_line_without_what_a_terminal_obeys() -> None:
    told = str(Problem(Place(HOSTILE), HOSTILE, HOSTILE))
    assert told.isprintable()
    assert told.startswith(r"a\n::notice::b\x1b]0;t\x07\u202e:1:1: ")
