"""A decision tool as a reader sees it, and the same tree as a picture."""

from itertools import pairwise
from typing import Any

import pytest

from safeguarding.site import Site
from safeguarding.tools import views as tree
from safeguarding.tools.models import DecisionTree
from safeguarding.tools.views import Branch, Choice, Node
from tests.small import small_site

KNOWN = small_site()


def tool(*questions: dict[str, Any], results: tuple[str, ...] = ("yes", "no")) -> DecisionTree:
    ended = tuple(
        {"id": id, "tone": "act", "title": f"Title {id}", "text": "Text."} for id in results
    )
    words = {"id": "t", "title": "T?", "intro": "Intro.", "questions": questions, "results": ended}
    return DecisionTree.model_validate(words)


def question(id: str, text: str = "So?", **answers: str) -> dict[str, Any]:
    """A question, with where each answer leads by its text."""
    found = tuple({"text": text, "to": to} for text, to in answers.items())
    return {"id": id, "text": text, "answers": found}


def result(**keys: Any) -> tree.ResultView:
    """How a tool with one result shows it."""
    one = tool(question("first", Yes="end", No="end"), results=("end",))
    ended = one.results[0].model_copy(update=keys)
    return tree.tool(KNOWN, one.model_copy(update={"results": (ended,)}), "check/").results[0]


TWO = tool(question("first", Yes="second", No="no"), question("second", Yes="yes", No="no"))


def test_questions_are_numbered_and_point_on_in_words() -> None:
    first, second = tree.tool(KNOWN, TWO, "").questions
    assert (first.number, first.anchor, second.number, second.anchor) == (
        1,
        "t-first",
        2,
        "t-second",
    )
    assert first.choices == (
        Choice("Yes", "t-second", "question 2"),
        Choice("No", "t-no", "result B"),
    )
    assert second.choices == (
        Choice("Yes", "t-yes", "result A"),
        Choice("No", "t-no", "result B"),
    )
    assert first.question == TWO.questions[0]


def test_results_have_letters_in_their_order() -> None:
    ended = tree.tool(KNOWN, TWO, "").results
    assert [(one.letter, one.anchor, one.result.id) for one in ended] == [
        ("A", "t-yes", "yes"),
        ("B", "t-no", "no"),
    ]


@pytest.mark.parametrize(
    ("tone", "said", "calls"),
    [
        ("danger", "Danger: act now", True),
        ("act", "Do this", True),
        ("ask", "Ask first", False),
        ("done", "Done", False),
        ("none", "This rule does not apply", False),
    ],
)
def test_first_number_stands_at_the_top_where_there_is_something_to_do_now(
    tone: str, said: str, calls: bool
) -> None:
    found = result(tone=tone, contacts=("team", "emergency"))
    assert found.tone == said
    assert [contact.id for contact in found.contacts] == ["team", "emergency"]
    assert (found.call.id if found.call else None) == ("team" if calls else None)


def test_without_a_number_nobody_is_to_be_called() -> None:
    silent = KNOWN.contacts["team"].model_copy(update={"phone": None})
    known = small_site()
    known.contacts = known.contacts | {"team": silent}
    told = known.decision_trees["told"]
    assert [one.call and one.call.id for one in tree.tool(known, told, "").results] == [
        "emergency",
        None,
    ]
    assert result().call is None


def test_result_leads_to_its_pages_by_title() -> None:
    assert result(pages=("report/money/", "procedures/listening/")).pages == (
        ("Money in 2019–20 (archive 2019–20)", "../report/money/"),
        ("When a child tells you something", "../procedures/listening/"),
    )


def test_chart_has_a_box_for_each_question_and_what_branches_off() -> None:
    assert tree.chart(TWO).nodes == (
        Node(
            y=1,
            height=40,
            lines=("1. So?",),
            branches=(Branch(1, ("No",), ("B. Title no",), "act"),),
            down=("Yes",),
        ),
        Node(
            y=67,
            height=80,
            lines=("2. So?",),
            branches=(
                Branch(67, ("Yes",), ("A. Title yes",), "act"),
                Branch(107, ("No",), ("B. Title no",), "act"),
            ),
            down=(),
        ),
    )


def test_chart_is_as_high_as_its_boxes_and_gaps() -> None:
    assert tree.chart(TWO).height == 1 + 40 + 26 + 80 + 26
    assert tree.tool(KNOWN, TWO, "").chart == tree.chart(TWO)


def test_answer_that_passes_over_a_question_or_goes_back_branches_off() -> None:
    found = tree.chart(
        tool(
            question("a", Yes="c", No="b"),
            question("b", Yes="c", No="a"),
            question("c", Yes="yes", No="no"),
        )
    )
    first, second, _ = found.nodes
    assert first.branches == (Branch(1, ("Yes",), ("Go to question 3",), "question"),)
    assert (first.down, second.down) == (("No",), ("Yes",))
    assert second.branches[0].leads == ("Go to question 1",)


def test_question_of_many_lines_has_a_higher_box() -> None:
    long = "Is this a question of so many words that it needs three lines?"
    found = tree.chart(
        tool(question("a", long, Yes="yes", No="no"), question("b", Yes="yes", No="no"))
    )
    assert found.nodes[0].lines == (
        "1. Is this a question of so",
        "many words that it needs three",
        "lines?",
    )
    assert (found.nodes[0].height, found.nodes[1].y) == (80, 107)


def test_box_is_never_lower_than_its_lines() -> None:
    long = " ".join(["word"] * 30)
    found = tree.chart(
        tool(question("a", long, Yes="b", No="b"), question("b", Yes="yes", No="no"))
    )
    assert len(found.nodes[0].lines) == 6
    assert found.nodes[0].height == 6 * 13 + 14
    assert (found.nodes[0].branches, found.nodes[0].down) == ((), ("Yes", "No"))


def test_long_answers_and_results_are_wrapped() -> None:
    words = {"An answer that is longer than one line": "end"}
    one = tool(question("a", **words, No="end"), results=("end",))
    title = "A title that is much longer than all that one line has room for"
    ended = one.results[0].model_copy(update={"title": title, "tone": "danger"})
    branch = tree.chart(one.model_copy(update={"results": (ended,)})).nodes[0].branches[0]
    assert branch.answer == ("An answer that is longer", "than one line")
    assert branch.leads == ("A. A title that is much longer than all that one", "line has room for")
    assert branch.tone == "danger"


def test_chart_of_a_real_tool_has_every_question_and_answer_whole(real_site: Site) -> None:
    for tool in real_site.decision_trees.values():
        chart = tree.chart(tool)
        for node, question in zip(chart.nodes, tool.questions, strict=True):
            assert " ".join(node.lines).endswith(question.text)
            drawn = {" ".join(branch.answer) for branch in node.branches} | set(node.down)
            assert {answer.text for answer in question.answers} == drawn


def test_chart_of_a_real_tool_names_every_result_whole(real_site: Site) -> None:
    for tool in real_site.decision_trees.values():
        branches = [branch for node in tree.chart(tool).nodes for branch in node.branches]
        led_to = {" ".join(branch.leads)[3:] for branch in branches}
        assert {result.title for result in tool.results} <= led_to


def test_boxes_of_a_real_tool_stand_one_below_the_other(real_site: Site) -> None:
    for tool in real_site.decision_trees.values():
        for above, below in pairwise(tree.chart(tool).nodes):
            assert above.y + above.height < below.y


def test_contacts_are_those_that_some_result_shows() -> None:
    told = tree.tool(KNOWN, KNOWN.decision_trees["told"], "check/")
    assert [contact.id for contact in told.contacts] == ["emergency", "emergency", "team", "team"]
    asked = told.tree.results[1].model_copy(update={"tone": "ask"})
    calm = told.tree.model_copy(update={"results": (told.tree.results[0], asked)})
    shown = tree.tool(KNOWN, calm, "check/").contacts
    assert [contact.id for contact in shown] == ["emergency", "emergency", "team"]


@pytest.mark.parametrize(("letters", "lines"), {48: 1, 49: 2}.items())
def test_way_to_a_result_is_told_in_lines_of_48_letters(letters: int, lines: int) -> None:
    ended = tool(question("first", Yes="end", No="end"), results=("end",))
    title = "word " * 8 + "a" * (letters - len("A. ") - 40)
    named = ended.results[0].model_copy(update={"title": title})
    chart = tree.chart(ended.model_copy(update={"results": (named,)}))
    assert len(chart.nodes[0].branches[0].leads) == lines
