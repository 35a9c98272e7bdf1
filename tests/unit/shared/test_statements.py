"""Everything on the site that rests on one authority."""

from safeguarding.problem import Place
from safeguarding.shared.statements import Statement, statements
from tests.small import LISTENING, line_of, small_site

CHECK, TOLD = "docs/check.md", "data/decision_trees/told.yml"
HERE = "procedures/listening/"


def test_steps_questions_and_lines_of_text_are_told_page_by_page() -> None:
    cite = line_of('[[ cite("example-guidance")', LISTENING)
    assert statements(small_site(), "example-guidance") == (
        Statement("check/", "Is the child in danger now?", "", Place(TOLD, 6, 5)),
        Statement(
            HERE, "Anyone: Stay calm and let the child talk.", "should", Place(LISTENING, 15, 5)
        ),
        Statement(
            HERE, "Anyone: Write down what the child said.", "should", Place(LISTENING, 17, 5)
        ),
        Statement(HERE, "Children tell the people whom they trust.", "", Place(LISTENING, cite)),
    )


def test_line_of_calls_alone_is_told_by_what_stands_above_it() -> None:
    board = small_site({CHECK: ("[[ cited() ]]", '[[ cite("example-act-s1") ]]')})
    line = line_of("## Sources", CHECK) + 2
    told = Statement("check/", "the table or list above", "", Place(CHECK, line))
    assert told in statements(board, "example-act-s1")


def test_result_of_a_tool_is_told_by_its_title() -> None:
    board = small_site({TOLD: ("contacts: [team]", "sources: [example-act-s1]")})
    line = line_of("- {id: call-team", TOLD)
    told = Statement("check/", "Call the team", "", Place(TOLD, line, 5))
    assert told in statements(board, "example-act-s1")


def test_tool_that_two_lines_show_is_told_once() -> None:
    board = small_site({CHECK: ("## Sources", '[[ tool("told") ]]\n\n[[ tool("no-tool") ]]')})
    pages = [one.address for one in statements(board, "example-guidance")]
    assert pages == ["check/", HERE, HERE, HERE]


def test_nothing_rests_on_what_nobody_names() -> None:
    assert statements(small_site(), "no-act") == ()
