"""Rates, their counts and their populations agree; columns add up to totals that differ by year."""

import pytest

from tests.unit.performance.small import told

SHARES, SUMS = "shares_match_counts", "columns_add_up"
RATE = "kind: rate, unit: 'per 10,000 children', basis: financial"
PERCENT = 'kind: percent, unit: "% of plans", basis: financial'
COUNT = "kind: count, unit: children, basis: as_at"
DAYS = ("2017-03-31", "2018-03-31", "2019-03-31")


def one(shape: str, value: str, more: str = "") -> str:
    values = f"values: {{2017-18: {value}}}"
    return f"{{{shape}{more}, measures: [{{id: a, title: A, lines: 3, {values}}}]}}"


def test_rate_that_its_count_and_population_contradict() -> None:
    assert told(SHARES, one(RATE, "{value: 232.9, count: 9645, of: 41415}")) == [
        "values: 2017-18: 9645 of 41415 is 2328.9 per 10,000, not 232.9 per 10,000; correct one of"
        " them"
    ]
    assert told(SHARES, one(RATE, "{value: 2328.9, count: 9645, of: 41415}")) == []


@pytest.mark.parametrize(
    ("unit", "more", "fits"),
    [
        ("children for each thousand", "", True),  # nothing says out of how many
        ("children for each thousand", ", per: 1000", False),
        ("per 100 000", ", per: 100000", False),
        ("for each ten thousand", ", per: 10000", True),
        ("per 10,000 children under 18", "", True),
        ("per 1,000 children", "", False),
    ],
)
def test_out_of_how_many_a_rate_is_stands_in_its_unit_or_beside_it(
    unit: str, more: str, fits: bool
) -> None:
    shape = f"kind: rate, unit: '{unit}', basis: financial"
    written = one(shape, "{value: 2328.9, count: 9645, of: 41415}", more)
    assert (told(SHARES, written) == []) is fits


def test_counts_that_the_source_rounds_agree_within_that() -> None:
    """As of a region: 27.2% is of the numbers before they were rounded to ten."""
    value = "{value: 27.2, count: 1240, of: 4540}"
    assert told(SHARES, one(PERCENT, value)) == [
        "values: 2017-18: 1240 of 4540 is 27.3%, not 27.2%; correct one of them"
    ]
    assert told(SHARES, one(PERCENT, value, ", rounded: 10")) == []
    assert told(SHARES, one(PERCENT, value.replace("27.2", "27.5"), ", rounded: 10")) == []
    assert told(SHARES, one(PERCENT, value.replace("27.2", "27.1"), ", rounded: 10")) != []


def test_counts_of_an_area_may_be_rounded_where_ours_are_not() -> None:
    """The country of the invented board rounds to ten."""
    value = "{value: 27.2, count: 1240, of: 4540}"
    row = f"{{id: a, title: A, lines: 3, comparators: {{country: {{2017-18: {value}}}}}}}"
    assert told(SHARES, f"{{{PERCENT}, measures: [{row}]}}") == []


def test_counts_of_posts_are_no_whole_numbers() -> None:
    posts = "{value: 15.0, count: 99.1, of: 660.4}"
    assert told(SHARES, one(PERCENT, posts)) == []
    assert told(SHARES, one(PERCENT, posts.replace("15.0", "16.0"))) == [
        "values: 2017-18: 99.1 of 660.4 is 15.0%, not 16.0%; correct one of them"
    ]


def years(id: str, *numbers: int) -> str:
    values = ", ".join(f"{day}: {number}" for day, number in zip(DAYS, numbers, strict=True))
    return f"{{id: {id}, title: {id}, lines: 3, values: {{{values}}}}}"


def table(*rows: str, more: str) -> str:
    return f"{{{COUNT}{more}, measures: [{', '.join(rows)}]}}"


ROWS = (years("a", 31510, 33000, 34000), years("b", 20000, 20800, 21000))
RIGHT = dict(zip(DAYS, (51510, 53800, 55000), strict=True))


def test_totals_differ_by_year() -> None:
    assert told(SUMS, table(*ROWS, more=f", totals: {RIGHT}".replace("'", ""))) == []
    wrong = f", totals: {RIGHT | {DAYS[0]: 51150}}".replace("'", "")
    assert told(SUMS, table(*ROWS, more=wrong)) == [
        "totals: our column for 2017-03-31 adds up to 51510, not 51150; correct a value or the"
        " total"
    ]


def test_row_of_the_total_is_added_up() -> None:
    right = years("all", *RIGHT.values())
    assert told(SUMS, table(*ROWS, right, more=", adds_up_to: all")) == []
    assert told(SUMS, table(right, *ROWS, more=", adds_up_to: all")) == []
    wrong = years("all", 51150, 53800, 55000)
    assert told(SUMS, table(*ROWS, wrong, more=", adds_up_to: all")) == [
        "adds_up_to: our column for 2017-03-31 adds up to 51510, not 51150; correct a value or the"
        " total"
    ]


def test_row_of_the_total_is_that_of_other_areas_too() -> None:
    some = [
        f"{{id: {id}, title: A, lines: 3, comparators: {{country: {{{DAYS[0]}: {value}}}}}}}"
        for id, value in (("a", 400), ("b", 500), ("all", 950))
    ]
    assert told(SUMS, table(*some, more=", adds_up_to: all")) == [
        f"adds_up_to: country for {DAYS[0]} adds up to 900, not 950; correct a value or the total"
    ]
    near = [row.replace("950", "910") for row in some]  # each may be five off
    assert told(SUMS, table(*near, more=", adds_up_to: all")) == []


def test_total_may_be_a_row_of_another_table() -> None:
    every = table(years("every", 60000, 53800, 55000), more=", id: all, title: All")
    parts = table(*ROWS, more=", id: parts, title: Parts, adds_up_to: every")
    assert told(SUMS, every, parts) == [
        "adds_up_to: our column for 2017-03-31 adds up to 51510, not 60000; correct a value or the"
        " total"
    ]


def test_row_of_a_cross_table_adds_up_unless_one_child_can_be_in_several_columns() -> None:
    across = ", across: {by: sex, groups: {girls: Girls, boys: Boys}}"
    some = (
        f"{{id: a, title: A, lines: 3, values: {{{DAYS[0]}: 30}},"
        f" across: {{girls: {{{DAYS[0]}: 10}}, boys: {{{DAYS[0]}: 19}}}}}}"
    )
    assert told(SUMS, table(some, more=across)) == [
        f"across: the row for {DAYS[0]} adds up to 29, not 30; correct a value or the total"
    ]
    several = across.replace("by: sex", "by: factor, overlapping: One child can have several.")
    assert told(SUMS, table(some, more=several)) == []


def test_rows_that_overlap_have_no_total() -> None:
    some = table(*ROWS, more=", total: 100, overlapping: One child can have several.")
    assert told("what_overlaps_has_no_total", some) == [
        "total: cannot stand beside overlapping: such rows do not add up; delete one"
    ]
