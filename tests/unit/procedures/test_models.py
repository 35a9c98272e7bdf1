"""What cannot stand in the head of a procedure."""

import pytest

from tests.boards import INVENTED, Spoilt

LISTENING = "docs/procedures/listening.md"
OF_TODAY = {
    "I need to, twice": Spoilt(
        LISTENING,
        "need: listen",
        "need: I need to listen",
        (
            "1: need: I need to listen to a child follows “I need to” on the page; leave out"
            " these words, and the full stop"
        ),
    ),
    "a draft without a number": Spoilt(
        LISTENING,
        'version: "1"',
        "version: draft",
        (
            "1: version: draft is no version; write a number, like 1 or 1.2, or draft and a number,"
            " like draft 1"
        ),
    ),
    "reviews far apart": Spoilt(
        LISTENING,
        "12 months",
        "600 months",
        (
            "1: review_every: 600 months should be a number of months, at most three years,"
            " like 6 months"
        ),
    ),
    "months without an s": Spoilt(
        LISTENING,
        "12 months",
        "12 month",
        (
            "1: review_every: 12 month should be a number of months, at most three years, like"
            " 6 months"
        ),
    ),
    "a day with dashes": Spoilt(
        LISTENING,
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2026–11–20",
        "1: last_reviewed: should be a date with hyphens: 2026-11-20",
    ),
    "a way out left off": Spoilt(
        LISTENING,
        "exit: true",
        'exit: "yes"',
        "1: exit: yes cannot stand here; write true",
    ),
    "review in years": Spoilt(
        LISTENING,
        "review_every: 12 months",
        "review_every: a year",
        (
            "1: review_every: a year should be a number of months, at most three years, like 6"
            " months"
        ),
    ),
    "impossible date": Spoilt(
        LISTENING,
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2026-11-31",
        (
            "1: last_reviewed: 2026-11-31 is not a day that exists; write year-month-day,"
            " like 2026-03-31"
        ),
    ),
    "no such force": Spoilt(
        LISTENING,
        "force: should",
        "force: shall",
        "58: force: shall is not one of: 'must', 'should', 'local' or 'may'",
    ),
    "a time limit without its time": Spoilt(
        LISTENING,
        "timescales:\n",
        "timescales:\n  - {who: Anyone, what: Do it, force: may}\n",
        "5: within: is missing; add it",
        "- {who: Anyone, what: Do it, force: may}",
    ),
    "no way out of the page": Spoilt(
        LISTENING,
        "exit: true\n",
        "exit: false\n",
        "1: exit: false cannot stand here; write true",
    ),
    "a key forgotten": Spoilt(
        LISTENING,
        'version: "1"\n',
        "",
        "1: version: is missing; add it",
        "title: When a child tells you something",
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]
