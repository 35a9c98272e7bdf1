"""Small numbers are published only where someone says why: as they stand, and behind shares."""

import pytest

from tests.unit.performance.small import told

RULE = "small_numbers_are_meant"
COUNT = "kind: count, unit: children, basis: as_at"
PERCENT = 'kind: percent, unit: "% of plans", basis: as_at'
CURE = "can point to a child; write suppressed, or say in small_numbers why it may be shown"
DATA_SET = "plans-data-2020"  # which shows no number below 6


def one(shape: str, value: str) -> str:
    row = f"{{id: a, title: A, lines: 3, values: {{2013-12-31: {value}}}}}"
    return f"{{{shape}, measures: [{row}]}}"


@pytest.mark.parametrize(
    ("value", "can_be"),
    [
        ("{value: 0.5, of: 400}", "0.5 of 400 can only be 2"),
        ("{value: 1, of: 250}", "1 of 250 can only be 2 to 3"),
        ("{value: 0.5, of: 4000}", ""),
        ("{value: 0, of: 400}", ""),
        ("{value: 1, of: 400}", ""),  # 2 to 5
        ("{value: 1, of: 250, count: 3}", "a count below 5"),
    ],
)
def test_small_number_behind_a_share_is_told(value: str, can_be: str) -> None:
    more = "" if can_be.startswith("a count") else ": a count below 5"
    said = [f"values: 2013-12-31: {can_be}{more} {CURE}"] if can_be else []
    assert told(RULE, one(PERCENT, value)) == said


def test_small_number_behind_a_rate_is_told() -> None:
    rate = "kind: rate, unit: 'per 10,000', basis: as_at"
    said = f"values: 2013-12-31: 5.0 of 4000 can only be 2: a count below 5 {CURE}"
    assert told(RULE, one(rate, "{value: 5.0, of: 4000}")) == [said]


@pytest.mark.parametrize(
    ("value", "board", "data_set"),
    [("4", True, True), ("5", False, True), ("6", False, False), ("0", False, False)],
)
def test_what_is_small_is_told_by_the_source_or_else_by_the_board(
    value: str, board: bool, data_set: bool
) -> None:
    written = one(COUNT, value)
    assert (told(RULE, written) != []) is board
    assert (told(RULE, written, source=DATA_SET) != []) is data_set


def test_posts_are_no_children() -> None:
    assert told(RULE, one(COUNT, "2.1")) == []
    assert told(RULE, one(COUNT, "2.0")) == []


@pytest.mark.parametrize(
    ("value", "passes"),
    [
        ("{low: 1, high: 4}", True),
        ("{low: 0, high: 4}", True),
        ("{low: 2, high: 4}", False),
        ("{low: 1, high: 3}", False),
        ("{low: 3, high: 30}", True),
        ("{low: 0, high: 0}", True),
        ("{below: 5}", True),
        ("{below: 10}", True),
        ("{below: 4}", False),
    ],
)
def test_a_range_may_say_that_a_number_is_small_and_no_more(value: str, passes: bool) -> None:
    more = "this says more than that it is below 5; write {below: 5}"
    said = [] if passes else [f"values: 2013-12-31: {more}"]
    assert told(RULE, one(COUNT, value)) == said


@pytest.mark.parametrize(
    ("value", "left"),
    [
        ("{value: 96, count: 48, of: 50}", "48 of 50 leave 2"),
        ("{value: 99.5, of: 400}", "99.5% of 400 can only leave 2"),
        ("{value: 99, of: 250}", "99% of 250 can only leave 2 to 3"),
        ("{value: 100, count: 50, of: 50}", ""),
        ("{value: 100, of: 50}", ""),
        ("{value: 90, count: 45, of: 50}", ""),
        ("{value: 99.5, of: 4000}", ""),
        ("{value: 99.9, count: 659.9, of: 660.4}", ""),  # posts
    ],
)
def test_small_rest_of_the_whole_is_told(value: str, left: str) -> None:
    said = [f"values: 2013-12-31: {left}: a count below 5 {CURE}"] if left else []
    assert told(RULE, one(PERCENT, value)) == said
    rate = "kind: rate, unit: 'per 100', basis: as_at"
    assert told(RULE, one(rate, value)) == []


@pytest.mark.parametrize(
    ("value", "was", "said"),
    [
        ("suppressed", "3", "was: 3 tells what is hidden now; write suppressed"),
        ("{below: 5}", "30", "was: 30 tells what is hidden now; write suppressed"),
        ("12", "3", f"was: a count below 5 {CURE}"),
        ("12", "13", ""),
        ("12", "0", ""),
        ("suppressed", "not available", ""),
    ],
)
def test_what_stood_before_a_correction_hides_as_much(value: str, was: str, said: str) -> None:
    inside = value.strip("{}") if ":" in value else "value: " + value
    inside = inside.replace("value: suppressed", "absence: suppressed")
    revised = f"revised: {{on: 2020-09-01, was: '{was}', why: Counted anew.}}"
    told_of = told(RULE, one(COUNT, f"{{{inside}, {revised}}}"))
    assert told_of == ([f"values: 2013-12-31: {said}"] if said else [])
