"""What is said below a table."""

import pytest

from safeguarding.performance.views import notes, tables
from tests.small import measure, small_site, table

SITE = small_site()
REVISED = {"on": "2020-09-01", "was": "61.0", "why": "Counted twice."}


def test_table_of_one_plain_row_needs_no_note() -> None:
    assert list(notes.notes(SITE, table(measure({"2019-20": 1})), "report")) == []


def test_what_values_are_and_why_they_do_not_add_up_is_told() -> None:
    values = {
        "2017-18": "x",
        "2018-19": {"value": 60, "revised": REVISED},
        "2019-20": {"value": 70, "limits": (61, 79), "provisional": True},
    }
    aims = {"values": {"2019-20": 75}, "lines": 1}
    figures = table(
        measure(values, target=aims),
        rounded=10,
        limits="95% confidence limits",
        overlapping="One child can have several.",
    )
    assert list(notes.notes(SITE, figures, "report")) == [
        "The rows do not add up. One child can have several.",
        "Numbers are rounded to the nearest 10, so they may not add up.",
        "Limits: 95% confidence limits.",
        "Beside a target: Green is at the target or better, Amber within 5 of it, and Red further"
        " off.",
        "“not available (x)”: The places could not give this figure.",
        "Provisional: the source says that the value may still change.",
        "A, 2018/19: corrected on 1 September 2020. It was 61.0. Counted twice.",
    ]


def test_cross_table_has_its_columns_before_those_of_all_and_marks_its_total() -> None:
    plans = SITE.indicators["plans"]
    found = tables.table(SITE, plans, plans.tables[2])
    assert found.corner == "Category"
    assert [column.label for column in found.columns] == [
        "Girls, 31 March 2020",
        "Boys, 31 March 2020",
        "All, 31 March 2020",
    ]
    assert [cell.text for cell in found.rows[0].cells] == ["28", "33", "61"]
    assert [row.total for row in found.rows] == [False, False, False, False, True]


def test_several_for_one_may_be_in_the_columns() -> None:
    groups = {"debt": "Debt"}
    across = {"by": "factor", "groups": groups, "overlapping": "One child can have several."}
    figures = table(measure({}, across={"debt": {"2019-20": 1}}), across=across)
    assert list(notes.notes(SITE, figures, "report")) == [
        "The columns do not add up. One child can have several."
    ]


@pytest.mark.parametrize(
    ("revised", "said"),
    [
        ({"on": "2020-09", "was": "61.0"}, "corrected in September 2020. It was 61.0."),
        ({"on": "2020", "was": "61.0"}, "corrected in 2020. It was 61.0."),
    ],
)
def test_correction_says_no_more_than_is_known(revised: dict[str, str], said: str) -> None:
    row = measure({"2018-19": {"value": 60, "revised": revised}})
    assert f"A, 2018/19: {said}" in list(notes.notes(SITE, table(row), "report"))
