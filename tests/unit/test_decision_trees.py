"""A decision tool that cannot be walked is refused, at the line to mend."""

import sys
from types import FrameType

import pytest

from safeguarding.site import Site
from safeguarding.tools import rules as decision_trees
from safeguarding.tools.models import DecisionTree
from tests.conftest import complaints, edit

OF_A_TOOL = (
    decision_trees.answers_differ,
    decision_trees.answers_lead_somewhere,
    decision_trees.questions_and_results_differ,
    decision_trees.everything_is_reached,
    decision_trees.nothing_goes_round,
    decision_trees.paths_are_short,
)
FILE = "data/decision_trees/test.yml"
TREE = """id: test
title: A test
intro: To try things.
questions:
  - id: first
    text: Is it so?
    answers:
      - {text: "Yes", to: second}
      - {text: "No", to: no-need}
  - id: second
    text: And this?
    answers:
      - {text: "Yes", to: do-it}
      - {text: "No", to: no-need}
results:
  - {id: do-it, tone: act, title: Do it, text: Do it now.}
  - {id: no-need, tone: none, title: No need, text: Nothing to do.}
"""
BROKEN = {
    "dead end": (
        '"Yes", to: do-it}',
        '"Yes", to: doit}',
        "13:23: to: doit is no question or result of this tool; correct it, or add it",
    ),
    "loop": (
        '"No", to: no-need}\nresults',
        '"No", to: first}\nresults',
        "5:5: id: from first a reader can come back to first; lead an answer onward",
    ),
    "question out of reach": (
        '"Yes", to: second}',
        '"Yes", to: do-it}',
        "10:5: id: no answer leads to second; lead one there, or delete it",
    ),
    "result out of reach": (
        '"Yes", to: do-it}',
        '"Yes", to: no-need}',
        "16:6: id: no answer leads to do-it; lead one there, or delete it",
    ),
    "name used twice": (
        "id: second",
        "id: first",
        "10:5: id: first is already the id of data/decision_trees/test.yml:5; choose another",
    ),
    "one answer only": (
        '      - {text: "No", to: no-need}\n  - id: second',
        "  - id: second",
        "7:5: answers: needs at least 2 entries",
    ),
    "unknown tone": (
        "tone: act",
        "tone: loud",
        "16:17: tone: loud is not one of: 'danger', 'act', 'ask', 'done' or 'none'",
    ),
    "danger without the number to call": (
        "tone: act",
        "tone: danger",
        "16:5: contacts: is without emergency; a result that speaks of danger names it, so add it",
    ),
    "result with the name of a question": (
        "id: no-need, tone",
        "id: first, tone",
        "17:6: id: first is already the id of data/decision_trees/test.yml:5; choose another",
    ),
    "unknown source": (
        "text: Do it now.}",
        "text: Do it now., sources: [nowhere]}",
        "16:70: sources: nowhere is not in data/law/; ",
    ),
    "unknown page": (
        "text: Do it now.}",
        "text: Do it now., pages: [nowhere/]}",
        "16:68: pages: nowhere/ is not in docs/; ",
    ),
    "unknown contact": (
        "text: Do it now.}",
        "text: Do it now., contacts: [emergncy]}",
        '16:71: contacts: emergncy is not in data/contacts.yml; did you mean "emergency"?',
    ),
}


@pytest.fixture
def tree(project):
    (project / FILE).write_text(TREE)
    edit(project, "docs/about/feedback.md", "# ", '[[ tool("test") ]]\n\n# ')
    edit(project, "docs/about/feedback.md", "title:", "exit: true\ntitle:")
    return project


def test_sound_tree_is_accepted(tree):
    assert complaints(tree) == []


def test_tool_that_no_page_shows_is_told(tree):
    edit(tree, "docs/about/feedback.md", '[[ tool("test") ]]', "")
    assert complaints(tree) == [
        f'{FILE}:1:1: id: no page shows this tool; write [[ tool("test") ]] in one, or delete the'
        " file"
    ]


@pytest.mark.parametrize("name", BROKEN)
def test_broken_tree_names_the_line(tree, name):
    old, new, expected = BROKEN[name]
    edit(tree, FILE, old, new)
    found = complaints(tree)
    assert any(one.startswith(f"{FILE}:{expected}") for one in found), found


def test_path_that_is_too_long_is_refused(tree):
    questions = "".join(
        f'  - id: q{n}\n    text: And {n}?\n    answers:\n      - {{text: "Yes", to:'
        f' {f"q{n + 1}" if n < 12 else "do-it"}}}\n      - {{text: "No", to: no-need}}\n'
        for n in range(13)
    )
    text = TREE[: TREE.index("  - id: first")] + questions + TREE[TREE.index("results:") :]
    (tree / FILE).write_text(text)
    told = "one path asks 13 questions; ask at most 12"
    assert any(one.startswith(f"{FILE}:4:1: questions: {told}") for one in complaints(tree))


def forked(count: int) -> DecisionTree:
    """A tool of so many questions, each with two answers that both lead on to the next: the ways
    through it are 2 to the power of `count`."""
    following = [*(f"q{number}" for number in range(1, count)), "end"]
    questions = tuple(
        {
            "id": f"q{number}",
            "text": "And now?",
            "answers": ({"text": "Yes", "to": to}, {"text": "No", "to": to}),
        }
        for number, to in enumerate(following)
    )
    end = {"id": "end", "tone": "none", "title": "The end", "text": "Nothing to do."}
    return DecisionTree.model_validate(
        {
            "id": "test",
            "title": "A test",
            "intro": "To try things.",
            "questions": questions,
            "results": (end,),
        }
    )


def test_tool_of_200_questions_is_checked_in_few_steps() -> None:
    site = Site({"data/decision_trees/test.yml": forked(200)}, {})
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"
        assert calls < 100_000, "more calls than 200 questions can need: does it walk every path?"

    sys.setprofile(count)
    try:
        found = [problem.message for rule in OF_A_TOOL for problem in rule(site)]
    finally:
        sys.setprofile(None)
    assert found == ["one path asks 200 questions; ask at most 12"]


def test_questions_that_nobody_reaches_make_no_path_longer() -> None:
    tree = forked(12)
    before = tree.questions[0].model_copy(update={"id": "before"})
    lonely = tree.model_copy(update={"questions": (*tree.questions, before)})
    site = Site({"data/decision_trees/test.yml": lonely}, {})
    assert list(decision_trees.paths_are_short(site)) == []
