"""The decision tools: every path walked, and the law's own cases led to the right result."""

from collections.abc import Iterator
from contextlib import suppress

import pytest
import yaml

from safeguarding.site import load_site
from safeguarding.tools.models import Answer, DecisionTree, Question, Result
from tests.conftest import ROOT

TREES = load_site(ROOT).decision_trees
FILES = {
    path.stem.removeprefix("cases-"): path
    for path in sorted((ROOT / "tests/data").glob("cases-*.yml"))
}
CASES = [
    (tree, case)
    for tree, path in FILES.items()
    if tree in TREES
    for case in yaml.safe_load(path.read_text("utf-8"))
]


def places(tree: DecisionTree) -> dict[str, Question | Result]:
    """Every question and result of a tool, by its id."""
    return {place.id: place for place in (*tree.questions, *tree.results)}


def walk(tree: DecisionTree, answers: list[str]) -> Result | None:
    """The result that a list of answer texts leads to; nothing if they stop at a question."""
    known, here = places(tree), tree.questions[0]
    for text in answers:
        here = known[next(answer.to for answer in here.answers if answer.text == text)]
    return here if isinstance(here, Result) else None


def paths(tree: DecisionTree) -> Iterator[tuple[list[Answer], Result]]:
    """Every way through a tool: the answers, and the result that it ends in."""
    known = places(tree)

    def onward(here: Question | Result, way: list[Answer]) -> Iterator[tuple[list[Answer], Result]]:
        if isinstance(here, Result):
            yield way, here
            return
        for answer in here.answers:
            yield from onward(known[answer.to], [*way, answer])

    yield from onward(tree.questions[0], [])


def test_every_file_of_cases_has_its_tool():
    assert FILES and [path.name for tree, path in FILES.items() if tree not in TREES] == [], (
        "the tool is gone: delete its cases in tests/data/"
    )


@pytest.mark.parametrize(
    ("tree", "case"), CASES, ids=lambda value: value if isinstance(value, str) else value["case"]
)
def test_case_comes_to_its_result(tree, case):
    result = None
    with suppress(StopIteration):  # no such answer
        result = walk(TREES[tree], case["answers"])
    assert result, (
        f"tests/data/cases-{tree}.yml: no reader can answer {case['answers']}; write the answers as"
        " the tool has them now"
    )
    assert result.id == case["result"], (
        f"data/decision_trees/{tree}.yml: “{case['case']}” has to come to {case['result']}"
    )


@pytest.mark.parametrize("tree", TREES)
def test_every_path_ends_in_a_result_and_every_result_is_reached(tree):
    ways = list(paths(TREES[tree]))
    assert {result.id for _, result in ways} == {result.id for result in TREES[tree].results}
    assert all(1 <= len(way) <= 12 for way, _ in ways)


@pytest.mark.parametrize("tree", sorted(FILES.keys() & TREES.keys()))
def test_every_result_has_a_case(tree):
    assert {result.id for result in TREES[tree].results} == {
        case["result"] for name, case in CASES if name == tree
    }, f"tests/data/cases-{tree}.yml: write a case for each result"


@pytest.mark.parametrize("tree", TREES)
def test_danger_comes_first_to_mind(tree):
    """A result that speaks of danger names the emergency contact."""
    for result in TREES[tree].results:
        if result.tone == "danger":
            assert "emergency" in result.contacts, (
                f"data/decision_trees/{tree}.yml: {result.id} speaks of danger: write emergency"
                " among its contacts"
            )
