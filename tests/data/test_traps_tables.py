"""The report's traps in the shape of its tables.

Columns shifted, rows and sentences split over pages, headings in cells.
"""

from decimal import Decimal

from safeguarding.performance.models import Counted
from safeguarding.performance.views.values import observed
from safeguarding.site import Site
from tests.data import report
from tests.data.conftest import Indicators, Measures, Noted


def test_sentence_split_over_a_page_is_whole(indicators: Indicators) -> None:
    n5b = indicators["n5b"]
    assert n5b.comment
    assert {716, 721} <= report.cited(n5b.lines)
    assert (
        n5b.comment.index("highest rate since 2006")
        < n5b.comment.index("ages 15 to 17")
        < n5b.comment.index("At ages 0 to 4")
    )


def test_rules_between_tables_are_no_rows(real_site: Site) -> None:
    lines = report.by_line(real_site)
    assert not {722, 793} & lines.keys()


def test_factors_keep_their_year_over_the_page_break(indicators: Indicators, noted: Noted) -> None:
    table = indicators["n11"].tables[0]
    assert len(table.measures) == 33
    assert all(
        list(report.by_period(measure).values())[:2] == ["blank", "blank"]
        and measure.values["2013-14"].numbers
        for measure in table.measures
    )
    assert noted(755, "2012/13")


def test_heading_in_a_value_cell_is_no_value(noted: Noted) -> None:
    assert noted(747, "not a value")


def test_counts_split_over_a_page_are_whole(measures: Measures) -> None:
    gcse = next(measure for measure in measures.values() if 704 in report.cited(measure.lines))
    assert [
        (seen.count, seen.of) for seen in gcse.values.values() if isinstance(seen, Counted)
    ] == [
        (Decimal(0), Decimal(2)),
        (Decimal(0), Decimal(2)),
    ]
    assert 709 in report.cited(gcse.lines)


def test_workforce_columns_are_set_right(measures: Measures, noted: Noted) -> None:
    assert [report.by_period(measures[id]) for id in ("n23", "n24", "n26")] == [
        {"2013-09-30": "6.0"},
        {"2013-09-30": "17.0"},
        {"2013-09-30": "4.0"},
    ]
    beside = measures["n26"].comparators["statistical-neighbours"]["2013"]
    assert observed(beside) == "7.25"
    assert noted(874, "2012/13")


def test_last_band_on_the_next_page_belongs_to_its_table(indicators: Indicators) -> None:
    ended = indicators["n16"].tables[1]
    assert len(ended.measures) == 5
    assert 815 in report.cited(ended.measures[-1].lines)
    assert [
        seen.count for seen in ended.measures[-1].values.values() if isinstance(seen, Counted)
    ] == [
        112,
        145,
    ]


def test_care_leavers_of_20_and_21_have_rows_without_a_reference(
    indicators: Indicators, measures: Measures
) -> None:
    found = indicators["care-leavers-20-21"]
    assert found.reference is None
    assert sorted(report.by_period(measure)["2013-14"] for measure in found.measures) == [
        "42.9",
        "57.1",
        "71.4",
        "82.1",
    ]


def test_heading_rows_are_indicators_and_not_values(indicators: Indicators) -> None:
    assert [
        len(indicators[id].measures) for id in ("n12", "n17", "n21", "n2", "n1", "n7", "n10", "n16")
    ] == [4, 2, 1, 4, 4, 3, 8, 10]


def test_row_that_is_a_heading_begins_a_theme(real_site: Site) -> None:
    found = real_site.themes["safe-environment"]
    assert found.indicators[0].id == "n22"
    assert 842 in report.cited(found.theme.lines)


def test_each_table_has_the_basis_its_cells_name(indicators: Indicators) -> None:
    bases = {
        id: indicators[id].tables[0].basis for id in ("n1", "n2", "l17", "l8", "l19", "n23", "n12")
    }
    assert bases == {
        "n1": "academic",
        "n2": "academic",
        "l17": "calendar",
        "l8": "cohort",
        "l19": "as_at",
        "n23": "as_at",
        "n12": "financial",
    }


def test_lists_in_a_cell_are_plain_text(real_site: Site) -> None:
    assert not any("○" in text or "style=" in text for text in report.texts(real_site))


def test_plan_row_split_over_a_page_is_whole(real_site: Site) -> None:
    joint = next(
        priority for priority in real_site.priorities.values() if priority.id == "joint-working"
    )
    assert {909, 914} == report.cited(joint.lines or ())
    assert any("agenda" in str(action) for action in joint.actions)


def test_two_leads_in_one_cell_are_two(real_site: Site) -> None:
    assert len(next(iter(real_site.priorities.values())).leads) == 2


def test_empty_timescales_are_told_and_not_invented(real_site: Site, noted: Noted) -> None:
    assert [priority.timescale for priority in real_site.priorities.values()] == [None] * 5
    assert noted(905, "timescale", "empty")


def test_documents_adopted_are_part_of_their_point(real_site: Site) -> None:
    adopted = [
        item
        for group in real_site.sub_groups.values()
        for points in group.lists
        for item in points.items
        if 149 in report.cited(item.lines) and item.parts
    ]
    assert [len(item.parts) for item in adopted] == [7]


def test_cn_is_children_in_need(measures: Measures) -> None:
    assert not any(" CN" in measure.title for measure in measures.values())


def test_printed_page_numbers_mean_nothing_here(real_site: Site) -> None:
    assert not any(
        "page " in section.about.lower() and any(c.isdigit() for c in section.about)
        for section in real_site.sections_of(report.ID).values()
    )


def test_not_available_n_a_no_longer_reported_and_blank_are_told_apart(measures: Measures) -> None:
    initial, single = (
        next(measure for measure in measures.values() if line in report.cited(measure.lines))
        for line in (727, 729)
    )
    assert report.by_period(initial)["2013-14"] == "N/A"
    assert report.by_period(single) == {
        "2011-12": "blank",
        "2012-13": "blank",
        "2013-14": "not available",
    }
    assert report.by_period(measures["n5a"])["2013-14"] == "no longer reported"
    assert report.by_period(measures["n9"]) == {
        "2011-12": "blank",
        "2012-13": "57",
        "2013-14": "not available",
    }
