"""The decision tools: every path walked, and the law's own cases led to the right result."""

import pytest
import yaml

from safeguarding import library
from tests.conftest import ROOT

TREES = library.load(ROOT).decision_trees
CASES = [(tree, case) for tree in TREES for case in yaml.safe_load((ROOT / f"tests/data/cases-{tree}.yml").read_text("utf-8"))]


@pytest.mark.parametrize("tree, case", CASES, ids=lambda value: value if isinstance(value, str) else value["case"])
def test_case_comes_to_its_result(tree, case):
    result = TREES[tree].walk(case["answers"])
    assert result and result.id == case["result"]


@pytest.mark.parametrize("tree", TREES)
def test_every_path_ends_in_a_result_and_every_result_is_reached(tree):
    paths = list(TREES[tree].paths())
    assert {result.id for _, result in paths} == {result.id for result in TREES[tree].results}
    assert all(1 <= len(way) <= 12 for way, _ in paths)


@pytest.mark.parametrize("tree", TREES)
def test_every_result_has_a_case(tree):
    assert {result.id for result in TREES[tree].results} == {case["result"] for name, case in CASES if name == tree}


@pytest.mark.parametrize("tree", TREES)
def test_danger_comes_first_to_mind(tree):
    """A result that speaks of danger names the emergency contact."""
    for result in TREES[tree].results:
        if result.tone == "danger":
            assert "emergency" in result.contacts, result.id
