"""The report's traps in its figures.

Percentages that count points, rates that part from their counts, measures that do not compare.
"""

from safeguarding.performance.models import Counted
from safeguarding.performance.views import trend, verdict
from safeguarding.performance.views.values import observed
from safeguarding.site import Site
from tests.data import report
from tests.data.conftest import Indicators, Measures, Noted


def test_increase_of_25_percent_is_told_from_points(noted: Noted) -> None:
    assert noted(850, "25%", "points", "28%")


def test_conference_counts_that_fall_while_their_rate_rises_are_told(noted: Noted) -> None:
    assert noted(746, "22%", "56%")
    assert noted(746, "fell by 22%")


def test_rise_in_enquiries_is_not_explained_by_plans_alone(noted: Noted) -> None:
    assert noted(730, "71%", "51%", "15%")


def test_categories_in_line_with_england_are_told_apart(noted: Noted) -> None:
    assert noted(669, "42.8%", "46.0%")


def test_expected_rate_near_the_last_one_is_told(noted: Noted) -> None:
    assert noted(678, "26.6", "26.8")


def test_better_performance_without_a_known_direction_has_no_verdict(
    indicators: Indicators, noted: Noted
) -> None:
    assert indicators["n21"].tables[0].better is None
    assert noted(680, "38%", "42.3%", "42.7%")


def test_several_factors_in_one_assessment_are_no_shares_of_100(
    indicators: Indicators, noted: Noted
) -> None:
    table = indicators["n11"].tables[0]
    assert table.total is None
    assert (
        sum(
            number
            for measure in table.measures
            for seen in measure.values.values()
            for number in seen.numbers
        )
        == 178
    )
    assert noted(748, "178")


def test_gap_between_the_bands_of_weeks_is_told(noted: Noted) -> None:
    assert noted(792, "5 to 6 weeks")


def test_weeks_here_and_days_in_england_stand_in_two_tables(indicators: Indicators) -> None:
    ours, theirs = indicators["n14"].tables
    assert not any(measure.comparators for measure in ours.measures)
    assert not any(measure.values for measure in theirs.measures)


def test_number_that_is_a_percentage_is_told(indicators: Indicators, noted: Noted) -> None:
    assert indicators["l13"].tables[0].kind == "percent"
    assert noted(851, "percentages")


def test_fewer_children_missing_and_a_rising_percentage_are_told(noted: Noted) -> None:
    assert noted(832, "25 to 20")
    assert report.warns("missing", "percentage")


def test_children_missing_a_quarter_are_not_added_up(noted: Noted) -> None:
    assert noted(373, "Do not add")


def test_own_police_area_called_neighbouring_is_told() -> None:
    assert report.warns("missing", "neighbouring", "inside")


def test_meetings_and_referrals_of_different_times_stand_apart(
    indicators: Indicators, noted: Noted
) -> None:
    meetings, referrals = indicators["l7"].tables
    assert (meetings.basis, referrals.basis) == ("financial", "cohort")
    assert noted(839, "not a share")


def test_trebling_that_cannot_be_checked_is_told() -> None:
    assert report.warns("allegations", "only one year", "trebled")


def test_deaths_not_yet_reviewed_are_not_nought(measures: Measures, noted: Noted) -> None:
    assert report.by_period(measures["l16-modifiable"]) == {
        "2011-12": "4",
        "2012-13": "2",
        "2013-14": "blank",
    }
    assert noted(858, "does not mean that there were none")


def test_plans_called_implemented_and_doubted_are_told(real_site: Site, noted: Noted) -> None:
    assert noted(864, "implemented", "doubts")


def test_local_and_national_records_of_entrants_are_not_judged_together(
    real_site: Site, indicators: Indicators, measures: Measures
) -> None:
    l9 = indicators["l9"].tables[0]
    assert verdict.beside_national(l9, measures["l9"], real_site.areas).tone == ""
    assert verdict.since_before(l9, measures["l9"]).tone == "better"


def test_figure_spoilt_by_recording_has_its_caveat_and_no_verdict(
    measures: Measures, noted: Noted
) -> None:
    assert measures["n20"].no_verdict
    assert noted(816, "entered wrongly")


def test_measure_that_changed_is_neither_joined_nor_judged(
    real_site: Site, indicators: Indicators
) -> None:
    table = indicators["n1"].tables[0]
    assert table.breaks
    assert all(picture.lines == () for picture in trend.trends(table, real_site.areas))
    assert all(verdict.since_before(table, measure).tone == "" for measure in table.measures)


def test_bracketed_values_keep_their_brackets(indicators: Indicators) -> None:
    for measure in indicators["n1"].tables[0].measures:
        assert observed(measure.values["2011-12"]) == f"({report.by_period(measure)['2011-12']})"


def test_very_small_numbers_are_not_judged(measures: Measures) -> None:
    assert all(
        measure.no_verdict
        for measure in measures.values()
        if measure.id.startswith("n1")
        and any(isinstance(seen, Counted) and seen.of for seen in measure.values.values())
    )


def test_ages_and_codes_that_differ_are_told(noted: Noted) -> None:
    assert noted(716, "under 14")
    assert noted(716, "VO1", "Y98")


def test_every_comparator_has_its_own_period(real_site: Site, measures: Measures) -> None:
    assert measures["n12-a"].comparators["england"].keys() == {"2012-13"}
    assert measures["n22"].comparators["england"].keys() == {"2013-14"}
    assert all(
        series.keys() for measure in measures.values() for series in measure.comparators.values()
    )


def test_target_that_is_not_given_is_told(noted: Noted) -> None:
    assert noted(677, "target", "outrun")


def test_national_distribution_that_does_not_make_100_is_told(
    indicators: Indicators, noted: Noted
) -> None:
    assert indicators["n16"].tables[1].unreconciled == ("statistical-neighbours",)
    assert noted(815, "101.8")
