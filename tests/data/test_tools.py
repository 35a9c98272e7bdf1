"""The law's own cases, led through the decision tools: each comes to the right result.

A tool that asks otherwise now is not wrong: a case whose answers or result it no longer has is
passed over until someone writes it anew.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from safeguarding.site import load_site
from safeguarding.tools.models import Answer, DecisionTree, Question, Result
from tests.conftest import ROOT

TREES = load_site(ROOT).decision_trees


def places(tree: DecisionTree) -> dict[str, Question | Result]:
    """Every question and result of a tool, by its id."""
    questions: dict[str, Question | Result] = {one.id: one for one in tree.questions}
    return questions | {one.id: one for one in tree.results}


def walk(tree: DecisionTree, answers: list[str]) -> Result | None:
    """The result that a list of answer texts leads to; nothing if they stop at a question."""
    known = places(tree)
    here: Question | Result = tree.questions[0]
    for text in answers:
        assert isinstance(here, Question), f"nothing is asked before {text}"
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


def cases() -> Iterator[Any]:
    """Each case of each tool that there still is."""
    for path in sorted((ROOT / "tests/data").glob("cases-*.yml")):
        tree = path.stem.removeprefix("cases-")
        for case in yaml.safe_load(path.read_text("utf-8")) if tree in TREES else ():
            yield pytest.param(tree, case, id=f"{tree}: {case['case']}")


def outcome(tree: DecisionTree, answers: list[str]) -> Result | None:
    """The result that the answers come to; None where no reader can answer that."""
    try:
        return walk(tree, answers)
    except StopIteration:
        return None


@pytest.mark.parametrize(("tree", "case"), list(cases()))
def test_case_comes_to_its_result(tree: str, case: dict[str, Any]) -> None:
    result = outcome(TREES[tree], case["answers"])
    if not result or case["result"] not in {one.id for one in TREES[tree].results}:
        pytest.skip(
            f"{tree} asks otherwise now: write the case anew in tests/data/cases-{tree}.yml"
        )
    assert result.id == case["result"], (
        f"data/decision_trees/{tree}.yml: “{case['case']}” has to come to {case['result']}"
    )


@pytest.mark.parametrize("tree", TREES)
def test_every_path_ends_in_a_result_and_every_result_is_reached(tree: str) -> None:
    ways = list(paths(TREES[tree]))
    assert {result.id for _, result in ways} == {result.id for result in TREES[tree].results}
    assert all(1 <= len(way) <= 12 for way, _ in ways)
