"""A row of today and what an earlier source gave of the same: what both pages say of the two."""

from decimal import Decimal
from typing import Any

import pytest

from safeguarding.performance.models import OneValue
from safeguarding.performance.views import joined
from safeguarding.performance.views.joined import Joined, Pair, Placed
from safeguarding.performance.views.shapes import Dot
from safeguarding.shared.origins import Origin
from tests.boards import Edits
from tests.small import indicator, measure, small_site, table

STATISTICS = "data/performance/statistics.yml"
VALUES = "values: {2019-20: 512.3, 2020-21: 498.1}"
NOW, THEN = "performance/statistics/", "performance/children/"


def of_both(edits: Edits | None = None) -> tuple[Joined, Joined]:
    """What the page of today says, and that of the earlier row."""
    site = small_site(edits or {})
    (now,) = joined.joined(site, site.indicators["referred"], NOW)
    (then,) = joined.joined(site, site.indicators["referrals"], THEN)
    return now, then


def instead(values: str) -> Edits:
    return {STATISTICS: (VALUES, f"values: {{{values}}}")}


def test_each_page_leads_to_the_other() -> None:
    now, then = of_both()
    assert (now.heading, now.lead, now.name, now.href) == (
        "And before?",
        "These figures go on from",
        "C2: Referrals",
        "../referrals/",
    )
    assert (then.heading, then.lead, then.name, then.href) == (
        "And since then?",
        "These figures go on in",
        "S1: Children referred",
        "../referred/",
    )
    assert (now.trend.id, then.trend.id) == ("referred_joined", "referrals_joined")


def test_sentences_say_who_gives_what_and_where_the_two_differ() -> None:
    now, then = of_both()
    assert now.sentences == then.sentences
    assert now.sentences == (
        "Both measure the same.",
        "Figures on plans 2020: 2018/19 to 2019/20; Annual report 2020–21: 2019/20 to 2020/21.",
        "For 2019/20 (524.0 and 512.3) they differ, and both are shown.",
        "Other areas are left out here.",
    )


def test_sentence_says_where_the_two_agree() -> None:
    now, _ = of_both(instead("2018-19: 512.30, 2019-20: 524, 2020-21: 498.1"))
    assert "For 2018/19 and 2019/20 they agree." in now.sentences
    assert not any("differ" in sentence for sentence in now.sentences)


def test_nothing_is_said_of_periods_that_only_one_gives() -> None:
    now, _ = of_both(instead("2020-21: 498.1"))
    assert now.sentences[1:] == (
        "Figures on plans 2020: 2018/19 to 2019/20; Annual report 2020–21: 2020/21.",
        "Other areas are left out here.",
    )


def test_picture_has_both_and_the_break_between_them() -> None:
    picture = of_both()[0].trend
    assert picture.title == "Children referred, from two sources"
    assert picture.description == (
        "Figures on plans 2020, per 10,000 children: 2018/19: 512.3; 2019/20: 524.0."
        " Annual report 2020–21, per 10,000 children: 2019/20: 512.3; 2020/21: 498.1."
        " An upright line stands before 2019/20."
    )
    assert picture.dots == (
        Dot(34, 27.7, "earlier", "512.3"),
        Dot(112, 26, "earlier"),
        Dot(112, 27.7, "ours", "512.3"),
        Dot(190, 29.9, "ours", "498.1"),
    )
    assert [(line.mark, line.points[0][0], line.points[1][0]) for line in picture.lines] == [
        ("earlier", 34, 112),
        ("", 112, 190),
    ]
    assert picture.breaks == (73,)
    assert [text for _, _, text in picture.above] == ["from here: Annual report 2020–21"]
    assert picture.head == 14


def test_legend_and_table_name_both_sources() -> None:
    now, _ = of_both()
    names = ["Figures on plans 2020", "Annual report 2020–21"]
    assert now.legend == (("earlier", names[0]), ("ours", names[1]))
    assert [column.label for column in now.table.columns] == names
    assert [(row.label, *(cell.text for cell in row.cells)) for row in now.table.rows] == [
        ("2020/21", "none given", "498.1"),
        ("2019/20", "524.0", "512.3"),
        ("2018/19", "512.3", "none given"),
    ]
    assert (now.table.id, now.table.name) == ("joined-referred", now.trend.title)
    assert now.table.caption == "Per 10,000 children, from two sources"
    assert now.origins == (
        Origin("figures on plans 2020", place="line 4"),
        Origin("annual report 2020–21", place="line 33"),
    )


def test_values_stand_without_counts_limits_and_others() -> None:
    now, _ = of_both(instead("2019-20: {value: 512.3, limits: [500, 520]}, 2020-21: 498.1"))
    cells = [cell for row in now.table.rows for cell in row.cells]
    assert not any(cell.count or cell.below for cell in cells)
    assert now.trend.limits == ()


def test_other_indicators_are_joined_with_nothing() -> None:
    site = small_site()
    assert joined.joined(site, site.indicators["in-time"], "performance/help/") == ()


def pair(kind: str, *rows: dict[str, Any], was: str = "percent") -> Pair:
    """A row of one kind, and rows of another from which it goes on."""

    def placed(values: dict[str, Any], kind: str) -> Placed:
        unit = "% of children" if kind == "percent" else "children"
        row = measure(values)
        figures = table(row, kind=kind, unit=unit)
        return Placed(indicator(figures), figures, row)

    return Pair(placed({"2020-21": 9}, kind), tuple(placed(row, was) for row in rows))


def share(value: int, count: int | None) -> dict[str, Any]:
    return {"value": value, "count": count}


def test_counts_of_rows_are_added_up_where_all_have_one() -> None:
    found = joined.earlier(
        pair(
            "count",
            {"2018-19": share(60, 6), "2019-20": share(50, 5), "2020-21": share(40, 4)},
            {"2018-19": share(40, 4), "2019-20": share(50, None), "2020-21": "suppressed"},
        )
    )
    assert found == {"2018-19": OneValue(value=Decimal(10))}


@pytest.mark.parametrize(
    ("kind", "was", "values"),
    [
        ("percent", "percent", {"2018-19": 60, "2019-20": "suppressed"}),
        ("count", "count", {"2018-19": {"low": 1, "high": 4}, "2019-20": 8}),
    ],
)
def test_values_of_one_row_of_the_same_kind_are_as_they_are(
    kind: str, was: str, values: dict[str, Any]
) -> None:
    one = pair(kind, values, was=was)
    assert joined.earlier(one) == one.before[0].measure.values


def test_values_of_rows_that_count_are_added_up() -> None:
    found = joined.earlier(pair("count", {"2018-19": 6}, {"2018-19": 4}, was="count"))
    assert found == {"2018-19": OneValue(value=Decimal(10))}


def test_page_of_rows_that_are_added_up_says_so() -> None:
    """The link leads to what they belong to, and their page shows the picture once."""
    rows = "[girls, boys]"
    site = small_site(
        {
            "data/performance/help.yml": (
                "lines: 54, values: {2018: not available, 2019: 1204}}",
                f"lines: 54, continues: {rows}, values: {{2020-03-31: 130, 2021-03-31: 131}}}}",
            )
        }
    )
    (now,) = joined.joined(site, site.indicators["calls"], "performance/help/")
    assert now.name == "C3: Children with a plan: By sex"
    assert now.sentences[1] == "The numbers of 2 rows are added up here."
    assert "For 31 March 2020 (120 and 130) they differ, and both are shown." in now.sentences
    (then,) = joined.joined(site, site.indicators["plans"], THEN)
    assert then.name == "E3: Calls"
