"""The picture of a decision tool has every question and every answer, cut short nowhere."""

import pytest

from safeguarding.site import load_site
from safeguarding.tools import views as tree
from tests.conftest import ROOT

TREES = load_site(ROOT).decision_trees


@pytest.mark.parametrize("id", TREES)
def test_chart_has_every_question_and_answer_whole(id):
    chart = tree.chart(TREES[id])
    for node, question in zip(chart.nodes, TREES[id].questions, strict=True):
        assert " ".join(node.lines).endswith(question.text)
        drawn = {" ".join(branch.answer) for branch in node.branches} | set(node.down)
        assert {answer.text for answer in question.answers} == drawn


@pytest.mark.parametrize("id", TREES)
def test_chart_names_every_result_whole(id):
    said = {
        " ".join(branch.leads)[3:]
        for node in tree.chart(TREES[id]).nodes
        for branch in node.branches
    }
    assert {result.title for result in TREES[id].results} <= said


@pytest.mark.parametrize("id", TREES)
def test_boxes_stand_one_below_the_other(id):
    nodes = tree.chart(TREES[id]).nodes
    assert all(above.y + above.height < below.y for above, below in zip(nodes, nodes[1:]))
