"""All that is broken is told at once; what is likely wrong is told apart, and stops nothing."""

import datetime
from pathlib import Path

from safeguarding import checks
from tests.boards import INVENTED, REAL, Spoilt
from tests.conftest import complaints, edit

BUDGET = Spoilt(
    "data/budget.yml",
    "18075, 14268",
    "18076, 14268",
    (
        "57: amounts: Budget: the lines above add up to 94,806, not 94,805; correct a line or"
        " the total"
    ),
    "expenditure_total:",
)
ATTENDANCE = Spoilt(
    "data/training/attendance.yml",
    "delegates: 308",
    "delegates: 309",
    "9: delegates: the courses add up to 1,326, not 1,325; correct a course or the total",
    "total: {delegates",
)


def test_all_broken_rules_are_told_at_once() -> None:
    problems = REAL.problems(dict(BUDGET.edits) | dict(ATTENDANCE.edits))
    assert problems == [BUDGET.problem(REAL), ATTENDANCE.problem(REAL)]


def test_an_editor_of_the_project_is_told_the_same(project_copy: Path) -> None:
    for spoilt in (BUDGET, ATTENDANCE):
        edit(project_copy, spoilt.file, spoilt.old, spoilt.new)
    assert complaints(project_copy) == [BUDGET.problem(REAL), ATTENDANCE.problem(REAL)]


def test_what_is_kept_stops_no_build_by_growing_old() -> None:
    """The site is built anew every night, and a change of twenty years ago is still one."""
    later = INVENTED.on(datetime.date(2046, 11, 23))
    assert later.problems() == []
    assert any("is long ago" in warning for warning in later.warnings())


def test_problem_names_the_rule_that_is_broken() -> None:
    site = REAL.site(BUDGET.edits)
    assert [one.rule for one in checks.problems(site, REAL.days(site))] == ["budget_totals_add_up"]
