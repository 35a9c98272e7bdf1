"""Every rule has an example: what it allows, and the same spoilt so that this rule tells it."""

import datetime
from collections.abc import Iterator

import pytest

from safeguarding import checks
from safeguarding.clock import Days
from safeguarding.problem import Problem
from safeguarding.rules import RULES, Rule, rule
from safeguarding.site import Site
from tests.small import small_site, small_texts

DAY = datetime.date(2026, 11, 27)  # after all that the invented board says of the past
DAYS = Days(DAY, DAY)
CASES = pytest.mark.parametrize("broken", RULES.values(), ids=RULES)


def told(site: Site) -> list[Problem]:
    return [*checks.problems(site, DAYS), *checks.warnings(site, DAYS)]


def test_the_board_of_the_examples_breaks_no_rule() -> None:
    assert told(small_site()) == []


@CASES
def test_good_example_stands_in_the_board(broken: Rule) -> None:
    assert broken.example.good in small_texts()[broken.example.file]


@CASES
def test_bad_example_breaks_its_rule(broken: Rule) -> None:
    edits = {broken.example.file: (broken.example.good, broken.example.bad)}
    problems = list(broken.problems(small_site(edits), DAYS))
    assert {problem.rule for problem in problems} == {broken.name}


def test_every_rule_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = set()

    def spy(tried_now: Rule, *_: object) -> Iterator[Problem]:
        tried.add(tried_now.name)
        yield from ()

    monkeypatch.setattr(Rule, "problems", spy)
    told(small_site())
    assert tried == set(RULES)


@pytest.mark.parametrize("missing", ["meaning", "good", "difference"])
def test_a_rule_without_its_examples_cannot_be(missing: str) -> None:
    def nothing(site: Site):  # type: ignore[no-untyped-def]
        yield from ()

    nothing.__doc__ = "" if missing == "meaning" else "Nothing is wrong."
    good = {"good": "", "difference": "b"}.get(missing, "a")
    with pytest.raises(TypeError, match="nothing"):
        rule("data/board.yml", good=good, bad="b")(nothing)
