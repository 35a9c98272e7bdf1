"""Of the slips of the hand that make a file unreadable, each is told with a cure, and after the
cures that are told the file can be read.

They are drawn in an invented board. Others, and more: SLIPS=100 SEED=7 .venv/bin/python -m pytest
tests/data/test_slips.py
"""

import os
import random

import pytest

from safeguarding.problem import Problem, Problems
from safeguarding.site import record_of
from safeguarding.yaml import read
from tests.boards import INVENTED
from tests.data.slips import SLIPS, drawn

NUMBER, SEED = int(os.environ.get("SLIPS", "8")), int(os.environ.get("SEED", "2014"))
RARELY = 100  # one in so many may have no cure, like a lost line on which others hang


def unreadable(name: str, text: str) -> list[Problem]:
    """Why the text cannot be read, if it cannot."""
    try:
        record_of(name, text)
    except Problems as wrong:
        told = [problem for problem in wrong.problems if problem.rule == read.RULE]
        return [problem for problem in told if not problem.field]
    return []


def after_cures(text: str, problems: list[Problem]) -> str:
    for problem in reversed(problems):
        for cure in problem.cures[:1]:
            text = cure.applied(text)
    return text


def slipped(name: str, slip: str, rng: random.Random) -> str:
    """The text of a file with a slip in what is YAML of it."""
    text = INVENTED.texts()[name]
    if name.startswith("data/"):
        return drawn(slip, text.split("\n"), rng)
    _, head, body = text.split("---\n", 2)
    return "\n".join(["---", drawn(slip, head.strip().split("\n"), rng), "---", body])


@pytest.mark.parametrize("slip", SLIPS)
def test_file_can_be_read_after_the_cures_that_are_told(slip: str) -> None:
    rng = random.Random(f"{SEED} {slip}")
    uncured = {}
    for name in rng.choices(list(INVENTED.texts()), k=NUMBER):
        text = slipped(name, slip, rng)
        told = unreadable(name, text)
        if left := unreadable(name, after_cures(text, told)):
            uncured[text] = [*told, *left]
    assert len(uncured) <= NUMBER // RARELY, uncured
