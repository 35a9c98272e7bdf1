"""A decision tool that cannot be walked is refused, at the line to mend."""

import sys
from types import FrameType

import pytest

from safeguarding.site import Site
from safeguarding.tools import rules
from safeguarding.tools.models import DecisionTree
from tests.boards import INVENTED, Spoilt

OF_A_TOOL = (
    rules.answers_differ,
    rules.answers_lead_somewhere,
    rules.questions_and_results_differ,
    rules.everything_is_reached,
    rules.nothing_goes_round,
    rules.paths_are_short,
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
BOARD = INVENTED.edited({FILE: TREE})
SPOILT = {
    "loop": Spoilt(
        FILE,
        '"No", to: no-need}\nresults',
        '"No", to: first}\nresults',
        "5: id: from first a reader can come back to first; lead an answer onward",
        "- id: first",
    ),
    "number of no contact of the result": Spoilt(
        FILE,
        "text: Do it now.",
        'text: Do it now., actions: ["Call {team}."]',
        "70: actions: {team} is the number of no contact of this result; add the contact, or write"
        " the words alone",
    ),
    "question out of reach": Spoilt(
        FILE,
        '"Yes", to: second}',
        '"Yes", to: do-it}',
        "5: id: no answer leads to second; lead one there, or delete it",
        "- id: second",
    ),
    "result out of reach": Spoilt(
        FILE,
        '"Yes", to: do-it}',
        '"Yes", to: no-need}',
        "6: id: no answer leads to do-it; lead one there, or delete it",
        "- {id: do-it, tone: act, title: Do it, text: Do it now.}",
    ),
    "danger without the number to call": Spoilt(
        FILE,
        "tone: act",
        "tone: danger",
        "5: contacts: is without emergency; a result that speaks of danger names it, so add it",
    ),
    "unknown source": Spoilt(
        FILE,
        "text: Do it now.}",
        "text: Do it now., sources: [nowhere]}",
        (
            "70: sources: nowhere is not in data/law/; write one of example-act-s1,"
            " example-guidance, or add it there"
        ),
    ),
    "unknown page": Spoilt(
        FILE,
        "text: Do it now.}",
        "text: Do it now., pages: [nowhere/]}",
        "68: pages: nowhere/ is not in docs/; correct it, or take it out if that page is gone",
    ),
    "unknown contact": Spoilt(
        FILE,
        "text: Do it now.}",
        "text: Do it now., contacts: [emergncy]}",
        '71: contacts: emergncy is not in data/contacts.yml; did you mean "emergency"?',
    ),
    "the same answer twice": Spoilt(
        FILE,
        '{text: "No", to: no-need}',
        '{text: "Yes", to: no-need}',
        "10: text: Yes is an answer to this question already; change one of them",
    ),
}
AMONG_OTHERS = {
    "dead end": Spoilt(
        FILE,
        '"Yes", to: do-it}',
        '"Yes", to: doit}',
        "23: to: doit is no question or result of this tool; correct it, or add it",
    ),
    "name used twice": Spoilt(
        FILE,
        "id: second",
        "id: first",
        "5: id: first is already the id of data/decision_trees/test.yml:5; choose another",
    ),
    "result with the name of a question": Spoilt(
        FILE,
        "id: no-need, tone",
        "id: first, tone",
        "6: id: first is already the id of data/decision_trees/test.yml:5; choose another",
    ),
}


def test_sound_tool_is_accepted() -> None:
    assert BOARD.problems() == []


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_tool_that_cannot_be_walked_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert BOARD.problems(spoilt.edits) == [spoilt.problem(BOARD)]


@pytest.mark.parametrize("spoilt", AMONG_OTHERS.values(), ids=AMONG_OTHERS)
def test_what_cuts_off_more_is_told_too(spoilt: Spoilt) -> None:
    assert spoilt.problem(BOARD) in BOARD.problems(spoilt.edits)


def test_path_that_is_too_long_is_refused() -> None:
    questions = "".join(
        f'  - id: q{n}\n    text: And {n}?\n    answers:\n      - {{text: "Yes", to:'
        f' {f"q{n + 1}" if n < 12 else "do-it"}}}\n      - {{text: "No", to: no-need}}\n'
        for n in range(13)
    )
    text = TREE[: TREE.index("  - id: first")] + questions + TREE[TREE.index("results:") :]
    assert INVENTED.problems({FILE: text}) == [
        f"{FILE}:4:1: questions: one path asks 13 questions; ask at most 12"
    ]


def test_only_the_first_of_the_questions_that_are_cut_off_is_told() -> None:
    told = "data/decision_trees/told.yml"
    more = """  - id: more
    text: More?
    answers: [{text: "No", to: last}, {text: "Yes", to: call-now}]
    sources: [example-guidance]
  - id: last
    text: Really?
    answers: [{text: "No", to: call-team}, {text: "Yes", to: call-now}]
    sources: [example-guidance]
results:
"""
    edits = [('{text: "No", to: call-team}', '{text: "No", to: more}'), ("results:\n", more)]
    assert INVENTED.problems({told: edits}) == []
    problems = INVENTED.problems({told: [*edits, ("to: more}", "to: call-now}")]})
    assert [problem.partition(": ")[2] for problem in problems] == [
        "id: no answer leads to more; lead one there, or delete it"
    ]


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
        told = [problem.message for rule in OF_A_TOOL for problem in rule(site)]
    finally:
        sys.setprofile(None)
    assert told == ["one path asks 200 questions; ask at most 12"]


def test_questions_that_nobody_reaches_make_no_path_longer() -> None:
    tree = forked(12)
    before = tree.questions[0].model_copy(update={"id": "before"})
    lonely = tree.model_copy(update={"questions": (*tree.questions, before)})
    site = Site({"data/decision_trees/test.yml": lonely}, {})
    assert list(rules.paths_are_short(site)) == []
