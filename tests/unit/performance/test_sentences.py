"""Whether an indicator got better, in sentences."""

from safeguarding.performance.models import Table
from safeguarding.performance.views import sentences
from tests.small import better, indicator, measure, table
from tests.unit.performance.small import KNOWN

UP = {"2023-24": 1, "2024-25": 3}


def better_of(*tables: Table) -> tuple[str, ...]:
    """What is said about whether it got better."""
    return tuple(sentences.better(KNOWN, indicator(*tables)))


def test_each_row_that_is_judged_has_a_sentence() -> None:
    rows = measure(UP, title="Boys"), measure(UP, id="b", title="Girls")
    assert better_of(table(*rows, title="All", better=better("lower"))) == (
        "All: Boys: worse, up 2 from 2023/24.",
        "All: Girls: worse, up 2 from 2023/24.",
        "Lower is better here: The report says so (line 9).",
    )


def test_rows_without_a_verdict_share_a_sentence_for_each_reason() -> None:
    small = {"no_verdict": "Very small numbers."}
    rows = (
        measure(UP, title="Boys", **small),
        measure(UP, id="b", title="Girls", **small),
        measure(UP, id="c", title="Others"),
    )
    assert better_of(table(*rows, better=better("higher"))) == (
        "Others: better, up 2 from 2023/24.",
        "Higher is better here: The report says so (line 9).",
        "Boys and Girls: no verdict. Very small numbers.",
    )


def test_reason_that_holds_for_all_names_no_row() -> None:
    rows = measure(UP, title="Boys"), measure(UP, id="b", title="Girls")
    assert better_of(table(*rows)) == (
        "No verdict, because the report does not say which way is good.",
    )


def test_national_value_that_is_not_judged_is_left_out() -> None:
    row = measure(UP, comparators={"country": {"2024-25": 2}}, unlike={"country": "it differs"})
    assert better_of(table(row, better=better("higher")))[0] == "Better, up 2 from 2023/24."
