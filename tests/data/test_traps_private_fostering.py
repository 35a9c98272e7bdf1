"""The report's traps in what it says of private fostering.

Numbers that do not fit together, and times that are no law.
"""

from safeguarding.site import Site
from tests.data import report
from tests.data.conftest import Measures, Noted


def test_carried_forward_and_registered_do_not_fit(measures: Measures, noted: Noted) -> None:
    assert report.by_period(measures["l19"]) == {
        "2012-03-31": "3",
        "2013-03-31": "4",
        "2014-03-31": "1",
    }
    assert noted(869, "does not match")
    assert report.warns("private-fostering", "do not fit together")


def test_private_fostering_numbers_by_year(real_site: Site) -> None:
    found = {id: figure.value for id, figure in real_site.figures.items() if id.startswith("pf-")}
    assert found["pf-notified-2010-11"] == "3"
    assert (
        found["pf-notified-2011-12"],
        found["pf-carried-2011-12"],
        found["pf-total-2011-12"],
    ) == ("3", "2", "5")
    assert (
        found["pf-started-2012-13"],
        found["pf-carried-2012-13"],
        found["pf-total-2012-13"],
    ) == ("7", "2", "9")
    assert (found["pf-started-2013-14"], found["pf-total-2013-14"]) == ("7", "9")


def test_eight_endings_with_seven_reasons_are_told() -> None:
    assert report.warns("private-fostering", "eight", "seven")


def test_ages_that_go_past_the_rule_are_told() -> None:
    assert report.warns("private-fostering", "pf-ages-2013-14", "pf-age-limit")


def test_sofa_surfing_is_private_fostering_only_by_its_length() -> None:
    assert report.warns("private-fostering", "sofa surfing", "how long")


def test_visits_each_two_and_each_six_weeks_are_told() -> None:
    assert report.warns("private-fostering", "every two weeks", "pf-visit-weeks")


def test_five_working_days_is_never_shown_as_the_law() -> None:
    assert report.warns("private-fostering", "pf-working-days", "does not say what")
    assert "They are not the time limit in the law" in report.page("private-fostering")


def test_two_teams_for_one_assessment_are_told() -> None:
    assert report.warns("private-fostering", "Family and Friends Team", "Adoption and Permanence")


def test_bi_annually_is_not_guessed() -> None:
    assert report.warns("private-fostering", "bi-annually", "does not say which")


def test_duty_to_notify_is_not_widened() -> None:
    assert report.warns("private-fostering", "fewer people")


def test_past_campaigns_are_not_shown_as_to_come() -> None:
    assert "All these dates have passed" in report.page("private-fostering")


def test_one_child_not_visited_is_not_followed_further() -> None:
    assert "now in care" not in report.page("private-fostering")
