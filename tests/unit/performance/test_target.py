"""How values stand to their targets: which way is good, how far off is near, in whose words."""

from typing import Any

import pytest

from safeguarding.performance.models import Measure, Table
from safeguarding.performance.views import overview, target
from safeguarding.site import Site
from tests.small import better, measure, plain_site, small_site, table

FRAMEWORK = "data/performance/framework.yml"
RATED = small_site()  # within 5 is Amber
RULE = (
    "rating:\n  meaning: Green is at the target or better, Amber within 5 of it, and Red further"
    " off.\n  met: Green\n  near: Amber\n  missed: Red\n  tolerance: 5\n"
)
PLAIN = small_site({FRAMEWORK: (RULE, "")})
WITHIN = {"low": 14, "high": 18, "because": "The report says so.", "lines": 9}


def of(
    value: Any, aim: Any, good: dict[str, Any] | None = None, **more: Any
) -> tuple[Table, Measure]:
    """A table whose one row has this value and this target, and the row."""
    aims = {"values": {"2018-19": aim}, "lines": 1, **more}
    figures = table(
        measure({"2019-20": value}, target=aims), kind="percent", unit="% of plans", better=good
    )
    return figures, figures.measures[0]


def said(site: Site, found: tuple[Table, Measure]) -> str:
    standing = target.latest(site, *found)
    return f"{standing.sign} {standing.said}".strip() if standing else ""


@pytest.mark.parametrize(
    ("value", "good", "words"),
    [
        (80, "higher", "✓ met the target of 75%"),
        (75, "higher", "✓ met the target of 75%"),
        (74, "higher", "✗ missed the target of 75% by 1 point"),
        (74, "lower", "✓ met the target of 75%"),
        (77, "lower", "✗ missed the target of 75% by 2 points"),
    ],
)
def test_verdict_speaks_of_the_target(value: int, good: str, words: str) -> None:
    assert said(PLAIN, of(value, 75, better(good))) == words


def test_without_a_direction_the_target_is_told_and_nothing_is_judged() -> None:
    found = of(80, 75)
    assert said(PLAIN, found) == "the target of 75%"
    standing = target.latest(PLAIN, *found)
    assert standing
    assert (standing.rating, standing.tone, standing.short) == (None, "", "target 75%")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (14, "✓ met the target of 14 to 18%"),
        (18, "✓ met the target of 14 to 18%"),
        (20, "✗ missed the target of 14 to 18% by 2 points"),
        (11, "✗ missed the target of 14 to 18% by 3 points"),
    ],
)
def test_target_may_be_a_range(value: int, words: str) -> None:
    assert said(PLAIN, of(value, {"low": 14, "high": 18})) == words


def test_where_a_range_is_good_a_target_is_to_be_met_on_both_sides() -> None:
    assert said(PLAIN, of(15, 16, WITHIN)) == "✗ missed the target of 16% by 1 point"
    assert said(PLAIN, of(16, 16, WITHIN)) == "✓ met the target of 16%"


@pytest.mark.parametrize(
    ("value", "more", "words"),
    [
        (75, {}, "✓ met the target of 75% (Green)"),
        (70, {}, "≈ near the target of 75%, 5 points off (Amber)"),
        (69, {}, "✗ missed the target of 75% by 6 points (Red)"),
        (70, {"tolerance": 4}, "✗ missed the target of 75% by 5 points (Red)"),
        (74, {"tolerance": 0}, "✗ missed the target of 75% by 1 point (Red)"),
        (60, {"rated": {"2019-20": "near"}}, "≈ near the target of 75%, 15 points off (Amber)"),
        (80, {"rated": {"2019-20": "missed"}}, "✗ missed the target of 75% (Red)"),
    ],
)
def test_board_rates_in_its_own_words_by_its_own_rule(
    value: int, more: dict[str, Any], words: str
) -> None:
    assert said(RATED, of(value, 75, better("higher"), **more)) == words


def test_tolerance_may_be_a_share_of_the_target() -> None:
    percent = "  tolerance: 10\n  tolerance_in: percent\n"
    site = small_site({FRAMEWORK: ("  tolerance: 5\n", percent)})
    assert said(site, of(45, 50, better("higher"))).startswith("≈")
    assert said(site, of(44, 50, better("higher"))).startswith("✗")


def test_target_counts_until_the_next_one() -> None:
    values = {"2017-18": 60, "2018-19": 60, "2019-20": 70, "2020-21": 75}
    aims = {"values": {"2018-19": 65, "2020-21": 75, "2027-28": 90}, "lines": 1}
    figures = table(measure(values, target=aims), better=better("higher"))
    row = figures.measures[0]
    found = [target.standing(PLAIN, figures, row, period) for period in values]
    assert [one and one.short for one in found] == [
        None,
        "✗ target 65: missed",
        "✓ target 65: met",
        "✓ target 75: met",
    ]
    assert target.ahead(figures, row) == "target of 90 from 2027/28"


def test_sentences_tell_of_the_latest_value_of_what_comes_and_of_the_baseline() -> None:
    aims = {"2019-20": 4, "2027-28": 3}
    figures = table(
        measure(
            {"2018-19": "blank", "2019-20": 3},
            target={"values": aims, "baseline": {"2018-19": 5}, "lines": 1},
        ),
        better=better("lower"),
    )
    assert list(target.sentences(PLAIN, figures, figures.measures[0])) == [
        "met the target of 4 in 2019/20",
        "target of 3 from 2027/28",
        "the baseline was 5 (2018/19)",
    ]


def test_overview_has_a_column_for_targets_where_some_row_has_one() -> None:
    with_targets = overview.summary(RATED, RATED.themes.values(), "")
    assert with_targets.columns[-1].label == "Beside its target"
    cells = {row.id: row.cells[-1] for row in with_targets.rows if row.cells}
    assert (cells["reviews"].text, cells["reviews"].tone) == (
        "✓ met the target of 75% (Green)",
        "better",
    )
    assert cells["referrals"].absent
    site = plain_site()
    without = overview.summary(site, site.themes.values(), "")
    assert without.columns[-1].label == "Since the first period"


def test_answer_counts_ratings_in_the_words_of_the_board() -> None:
    for site, ratings in ((RATED, {"Green": 2, "Amber": 0, "Red": 0}), (plain_site(), {})):
        assert overview.answer(site, site.themes.values(), "").targets == ratings
