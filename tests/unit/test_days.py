"""What has happened, happened by today."""

import datetime
from pathlib import Path

import pytest

from safeguarding import checks
from safeguarding.site import load_site
from tests.conftest import OTHER, complaints, edit

LISTENING = "docs/procedures/listening.md"
AHEAD = {
    "review": (
        LISTENING,
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2962-11-20",
        "1: last_reviewed: 2962-11-20",
    ),
    "approval": (
        LISTENING,
        "approved: 2026-11-20",
        "approved: 2962-11-20",
        "1: approved: 2962-11-20",
    ),
    "change of a procedure": (LISTENING, "{on: 2026-11-20", "{on: 2962-11-20", "6: on: 2962-11-20"),
    "confirmation": ("data/contacts.yml", "on: 2026-11-25", "on: 2962-11-25", "16: on: 2962-11-25"),
    "reading of a law": ("data/law/law.yml", "checked: 2026", "checked: 2962", "5: checked: 2962"),
}


@pytest.mark.parametrize("name", AHEAD)
def test_day_that_is_still_to_come_is_told(board, name):
    file, old, new, said = AHEAD[name]
    line = edit(board, file, old, new)
    found = complaints(board)
    assert len(found) == 1
    assert found[0].startswith(f"{file}:{line}:{said}")
    assert found[0].endswith("is still to come; write the day on which it happened")


def test_value_of_a_year_that_has_not_begun_is_told(board):
    line = edit(board, "data/performance/help.yml", "2020-21: 80.0", "2941-42: 80.0")
    assert complaints(board) == [
        f"data/performance/help.yml:{line}:15: values: 2941-42 is still to come; correct the year"
    ]


def test_review_before_the_last_change_is_told(board):
    line = edit(board, LISTENING, "last_reviewed: 2026-11-20", "last_reviewed: 2026-11-19")
    assert complaints(board) == [
        f"{LISTENING}:{line}:1: last_reviewed: is before the last change (2026-11-20); write the"
        " day it was last reviewed"
    ]


def test_what_is_kept_stops_no_build_by_growing_old() -> None:
    """The site is built anew every night, and a change of twenty years ago is still one."""
    facts, later = load_site(OTHER), datetime.date(2046, 11, 23)
    assert list(checks.problems(facts, later, later)) == []
    assert any("is long ago" in str(one) for one in checks.warnings(facts, later))


def test_promise_that_ends_today_still_counts(board: Path) -> None:
    ends = datetime.date(2026, 11, 23)
    promise = f"security: {{contact: mailto:a@board.example, expires: {ends}}}\ntimezone:"
    edit(board, "data/board.yml", "timezone:", promise)
    facts = load_site(board)
    assert list(checks.warnings(facts, ends)) == []
    assert len(list(checks.warnings(facts, ends + datetime.timedelta(1)))) == 1
