"""What an indicator answers first, in words."""

from typing import Any

import pytest

from safeguarding.performance.models import Indicator
from safeguarding.performance.views import headline
from safeguarding.performance.views.headline import Fact, Headline
from tests.small import better, indicator, measure, table
from tests.unit.performance.small import IN_TIME, KNOWN

UP = {"2023-24": 5, "2024-25": 7}
PERCENT = {"kind": "percent", "unit": "% of plans"}


def of_row(
    values: dict[str, Any], direction: str | None = None, row: Any = None, **more: Any
) -> Indicator:
    """An indicator of one row, which is a percentage unless it is said."""
    good = better(direction) if direction else None
    return indicator(table(measure(values, **(row or {})), better=good, **PERCENT | more))


def answer(one: Indicator) -> Headline:
    found = headline.headline(KNOWN, one)
    assert found
    return found


def facts(*words: Any, **more: Any) -> list[tuple[str, str]]:
    """What is said of the newest value, and its tone."""
    return [(fact.text, fact.tone) for fact in answer(of_row(*words, **more)).facts]


def test_headline_has_all_of_it() -> None:
    assert headline.headline(KNOWN, IN_TIME) == Headline(
        "80.0",
        "% of plans",
        "in 2020/21",
        (
            Fact("Up 5.0 points from 75.0% in 2019/20, which is better.", "better"),
            Fact("Up 10.0 points from 70.0% in 2018/19, which is better.", "better"),
            Fact(
                "Exampland 72.5% in 2019/20. Example Vale is 7.5 points higher, which is better.",
                "better",
            ),
        ),
    )


def test_how_many_stand_behind_it_is_said_first() -> None:
    share = {"2024-25": {"value": 28, "count": 58, "of": 205}}
    assert facts(share, counted="plans")[0] == ("That is 58 of 205 plans.", "")


@pytest.mark.parametrize("values", [{}, {"2024-25": "not available"}])
def test_row_without_a_value_has_no_headline(values: dict[str, Any]) -> None:
    assert headline.headline(KNOWN, of_row(values)) is None


def test_several_rows_have_no_headline() -> None:
    rows = measure(UP), measure(UP, id="b")
    assert headline.headline(KNOWN, indicator(table(*rows))) is None
    assert headline.headline(KNOWN, indicator(table(rows[0]), table(rows[1]))) is None


def test_newest_value_is_as_it_was_printed() -> None:
    found = answer(of_row({"2024-25": {"value": 1204, "approximate": True}}, kind="count"))
    assert found.value == "about 1,204"


def test_value_without_a_date_has_none() -> None:
    assert answer(of_row({"undated": 7})).when == ""


@pytest.mark.parametrize(
    ("before", "after", "direction", "said"),
    [
        (5, 7, None, ("Up 2 points from 5% in 2023/24.", "")),
        (7, 5, None, ("Down 2 points from 7% in 2023/24.", "")),
        (5, 7, "higher", ("Up 2 points from 5% in 2023/24, which is better.", "better")),
        (5, 7, "lower", ("Up 2 points from 5% in 2023/24, which is worse.", "worse")),
        (7, 5, "lower", ("Down 2 points from 7% in 2023/24, which is better.", "better")),
        (5, 5, None, ("The same as in 2023/24.", "")),
        (5, 5, "lower", ("The same as in 2023/24.", "same")),
    ],
)
def test_move_is_said_with_the_value_before(
    before: int, after: int, direction: str | None, said: tuple[str, str]
) -> None:
    assert facts({"2023-24": before, "2024-25": after}, direction) == [said]


def test_values_that_do_not_compare_are_said_not_to() -> None:
    assert facts(UP, "higher", breaks={"2024-25": "Counted anew."}) == [
        ("Does not compare with 2023/24.", "")
    ]


def test_only_value_is_said_to_be_one() -> None:
    assert facts({"2024-25": 7}) == [("Only one value.", "")]


def test_change_says_itself_how_it_moved() -> None:
    change = {"kind": "change", "unit": "% since the year before"}
    assert facts({"2023-24": 5, "2024-25": -9}, "lower", **change) == [
        ("Down 9% since the year before (2024/25).", "better")
    ]


def beside(theirs: dict[str, Any], direction: str | None = None, **row: Any) -> tuple[str, str]:
    """What is said of a newest value of 7 beside theirs, the last of all."""
    ours = row.pop("ours", 7)
    whole = {"comparators": {"country": theirs}, **row}
    return facts({"2023-24": 5, "2024-25": ours}, direction, whole)[-1]


@pytest.mark.parametrize(
    ("theirs", "direction", "said"),
    [
        (9, None, ("Exampland 9%. Example Vale is 2 points lower.", "")),
        (4, None, ("Exampland 4%. Example Vale is 3 points higher.", "")),
        (
            4,
            "higher",
            ("Exampland 4%. Example Vale is 3 points higher, which is better.", "better"),
        ),
        (9, "higher", ("Exampland 9%. Example Vale is 2 points lower, which is worse.", "worse")),
        (7, "higher", ("Exampland 7%. Example Vale has the same.", "same")),
    ],
)
def test_value_is_above_or_below_that_of_another_area(
    theirs: int, direction: str | None, said: tuple[str, str]
) -> None:
    assert beside({"2024-25": theirs}, direction) == said


def test_other_period_of_another_area_is_said() -> None:
    said, _ = beside({"2023-24": 9})
    assert said == "Exampland 9% in 2023/24. Example Vale is 2 points lower."


def test_value_within_our_limits_is_not_clearly_different() -> None:
    ours = {"value": 7, "limits": (4, 10)}
    assert beside({"2024-25": 9}, "higher", ours=ours) == (
        "Not clearly different from Exampland 9 (2024/25), which lies within our limits.",
        "",
    )


def test_what_is_unlike_is_said_and_not_compared() -> None:
    assert beside({"2024-25": 9}, "higher", unlike={"country": "it counts boys alone."}) == (
        "Exampland 9 (2024/25), but it counts boys alone.",
        "",
    )


def test_area_without_a_figure_says_nothing() -> None:
    assert len(facts(UP, row={"comparators": {"country": {"2024-25": "not available"}}})) == 1


def test_every_area_has_its_own_fact_in_the_order_of_the_framework() -> None:
    row = {"comparators": {"country": {"2024-25": 9}, "like": {"2024-25": 7}}}
    told = [text.partition("%")[0].rstrip(" 79") for text, _ in facts(UP, row=row)[1:]]
    every = [area.title for id, area in KNOWN.areas.items() if id in ("country", "like")]
    assert told == every


@pytest.mark.parametrize(
    ("aim", "said"),
    [
        (6, ("Met the target of 6% (Green) in 2024/25.", "better")),
        (20, ("Missed the target of 20% by 13 points (Red) in 2024/25.", "worse")),
    ],
)
def test_target_has_the_tone_of_its_rating(aim: int, said: tuple[str, str]) -> None:
    target = {"values": {"2024-25": aim}, "lines": 3}
    assert facts(UP, "higher", {"target": target})[-1] == said


def test_target_that_lies_ahead_has_no_tone() -> None:
    target = {"values": {"2024-25": 6, "2025-26": 8}, "lines": 3}
    assert facts(UP, "higher", {"target": target})[-1] == ("Target of 8% from 2025/26.", "")


def summary(*words: Any, **more: Any) -> str:
    return headline.summary(KNOWN, of_row(*words, **more))


def test_summary_has_the_value_the_one_before_and_the_country() -> None:
    assert (
        headline.summary(KNOWN, IN_TIME)
        == "80.0% of plans in 2020/21; 75.0% in 2019/20; Exampland 72.5% in 2019/20."
    )


@pytest.mark.parametrize(
    ("values", "more", "said"),
    [
        ({"2024-25": 7}, {}, "7% of plans in 2024/25."),
        ({"undated": 7}, {}, "7% of plans."),
        (UP, {"breaks": {"2024-25": "Counted anew."}}, "7% of plans in 2024/25."),
        (
            {"2025-03-31": 7},
            {"kind": "count", "unit": "children", "basis": "as_at"},
            "7 children on 31 March 2025.",
        ),
        (
            {"2023-24": 5, "2024-25": -9},
            {"kind": "change", "unit": "% since the year before"},
            "−9% since the year before in 2024/25.",
        ),
    ],
)
def test_summary_says_what_there_is(
    values: dict[str, Any], more: dict[str, Any], said: str
) -> None:
    assert summary(values, **more) == said


def test_summary_of_what_is_unlike_leaves_the_country_out() -> None:
    row = {"comparators": {"country": {"2024-25": 9}}, "unlike": {"country": "it differs."}}
    assert summary(UP, row=row) == "7% of plans in 2024/25; 5% in 2023/24."


def test_summary_of_several_rows_is_what_stands_out() -> None:
    rows = [
        measure({"2024-25": value}, id=id, title=id)
        for id, value in zip("abc", (1, 3, 2), strict=True)
    ]
    assert headline.summary(KNOWN, indicator(table(*rows))) == "Highest of 3 in 2024/25: b, 3."


def test_summary_of_nothing_that_stands_out_is_the_heading() -> None:
    assert summary({}) == "N1: Title"
