"""The report's traps, each by name: rows printed twice, columns shifted, sentences split, figures
that do not reconcile.

What the report says is published; where it contradicts itself, a note says so beside it.
"""

import re

import pytest

from safeguarding.money import views as budget_view
from safeguarding.performance.views import trend, verdict
from safeguarding.record import Note
from tests.conftest import ROOT
from tests.data import report


@pytest.fixture(scope="module")
def measures(facts):
    return {
        measure.id: measure
        for indicator in facts.indicators.values()
        for measure in indicator.measures
    }


@pytest.fixture(scope="module")
def noted(facts):
    """noted(line, word, ...): some note that rests on the line has all the words."""
    notes = [record for record in facts.records if isinstance(record, Note)]
    return lambda line, *words: any(
        line in report.cited(note.lines) and all(word in note.text for word in words)
        for note in notes
    )


def page(name):
    return (ROOT / f"docs/annual-report/{name}.md").read_text("utf-8")


def warns(name, *words):
    """Some note on the page has all the words."""
    notes = page(name).split('!!! note "The report differs here"')[1:]
    return any(all(word in note.partition("\n\n[[")[0] for word in words) for note in notes)


def budget(facts):
    return facts.budgets[report.ID]


def attendance(facts):
    return facts.attendances[report.ID]


def values(measure):
    return {
        period: str(seen.value) if seen.has_value else seen.absence
        for period, seen in report.told(measure.values).items()
    }


def texts(facts):
    return [text for record in facts.records for text in [report.words(record)]]


# Budget


def test_blank_spending_on_lay_members_is_no_figure_and_the_total_holds(facts, noted):
    lay = next(line for line in budget(facts).expenditure if "Lay" in line.title)
    assert (lay.budget, lay.actual) == (1000, None)
    assert noted(574, "blank")


def test_income_rows_printed_on_two_pages_count_once(facts, noted):
    trainer = budget(facts).income[1].items
    assert [(item.title, item.actual) for item in trainer] == [
        ("Health PCT", 6997),
        ("Police", 6997),
        ("Learning Partnership West", 881),
    ]
    assert noted(587, "twice")


def test_surplus_printed_as_a_minus_is_no_loss(facts):
    assert budget(facts).transfer.actual == -(92115 - 87879)
    assert "not a loss" in budget(facts).transfer.note


def test_differences_from_the_budget(facts):
    found = {
        (row.label, row.cells[2].text)
        for table in (budget_view.income(budget(facts)), budget_view.expenditure(budget(facts)))
        for row in table.rows
        if row.cells
    }
    assert {
        ("Training income", "−3,665"),
        ("Avon Fire & Rescue Service", "1,000"),
        ("Police", "−27"),
        ("North Bristol NHS Trust", "1"),
        ("United Bristol Healthcare trust", "1"),
        ("Total expenditure", "−6,926"),
        ("Total income", "−2,690"),
    } <= found


def test_stray_row_and_markup_are_no_data(facts):
    assert not any("<" in text or "**" in text or text.strip() == "-" for text in texts(facts))


def test_superseded_guidance_in_the_column_head_is_told(noted):
    assert noted(566, "2010", "2013")


def test_board_has_its_right_name(facts):
    assert facts.board.name == "North Somerset Safeguarding Children Board"


def test_bodies_keep_the_names_the_statement_prints(facts, noted):
    titles = {item.title for group in budget(facts).income for item in group.items}
    assert {
        "Health PCT",
        "United Bristol Healthcare trust",
        "Probation",
        "S.S.F. contribution to Chair",
    } <= titles
    assert noted(599, "UH Bristol")


def test_ssf_is_not_guessed(facts):
    ssf = next(
        item
        for group in budget(facts).income
        for item in group.items
        if item.title.startswith("S.S.F.")
    )
    assert "does not say" in ssf.note


def test_budget_year_claims_no_months(facts, noted):
    assert budget(facts).period == "2013–14"


# Training


def test_year_2104_is_a_misprint(facts, noted):
    assert attendance(facts).period == "1 September 2013 to 31 August 2014"
    assert noted(625, "2104", "2014")


def test_lengths_are_written_one_way(facts):
    lengths = [facts.courses[row.course].length for row in attendance(facts).courses]
    assert [
        length
        for length in lengths
        if length and not re.fullmatch(r"half day|1 (day|hour)|\d+ (days|hours|minutes)", length)
    ] == [], "write a length like: half day, 1 day, 2 hours"


def test_courses_named_in_the_text_and_not_in_the_table_are_told():
    assert warns("sub-groups", "Appendix 2", "two levels", "neglect")


# Percentages and counts


def test_increase_of_25_percent_is_told_from_points(noted):
    assert noted(850, "25%", "points", "28%")


def test_conference_counts_that_fall_while_their_rate_rises_are_told(noted):
    assert noted(746, "22%", "56%")
    assert noted(746, "fell by 22%")


def test_rise_in_enquiries_is_not_explained_by_plans_alone(noted):
    assert noted(730, "71%", "51%", "15%")


def test_categories_in_line_with_england_are_told_apart(noted):
    assert noted(669, "42.8%", "46.0%")


def test_expected_rate_near_the_last_one_is_told(noted):
    assert noted(678, "26.6", "26.8")


def test_better_performance_without_a_known_direction_has_no_verdict(facts, noted):
    assert facts.indicators["n21"].tables[0].better is None
    assert noted(680, "38%", "42.3%", "42.7%")


def test_several_factors_in_one_assessment_are_no_shares_of_100(facts, noted):
    table = facts.indicators["n11"].tables[0]
    assert table.total is None
    assert (
        sum(
            seen.value
            for measure in table.measures
            for seen in measure.values.values()
            if seen.has_value
        )
        == 178
    )
    assert noted(748, "178")


def test_gap_between_the_bands_of_weeks_is_told(noted):
    assert noted(792, "5 to 6 weeks")


def test_weeks_here_and_days_in_england_stand_in_two_tables(facts):
    ours, theirs = facts.indicators["n14"].tables
    assert not any(measure.comparators for measure in ours.measures)
    assert not any(measure.values for measure in theirs.measures)


def test_number_that_is_a_percentage_is_told(facts, noted):
    assert facts.indicators["l13"].tables[0].kind == "percent"
    assert noted(851, "percentages")


def test_fewer_children_missing_and_a_rising_percentage_are_told(noted):
    assert noted(832, "25 to 20")
    assert warns("missing", "percentage")


def test_children_missing_a_quarter_are_not_added_up(noted):
    assert noted(373, "Do not add")


def test_own_police_area_called_neighbouring_is_told():
    assert warns("missing", "neighbouring", "inside")


def test_meetings_and_referrals_of_different_times_stand_apart(facts, noted):
    meetings, referrals = facts.indicators["l7"].tables
    assert (meetings.basis, referrals.basis) == ("financial", "cohort")
    assert noted(839, "not a share")


def test_trebling_that_cannot_be_checked_is_told():
    assert warns("allegations", "only one year", "trebled")


def test_deaths_not_yet_reviewed_are_not_nought(measures, noted):
    assert values(measures["l16-modifiable"]) == {
        "2011-12": "4",
        "2012-13": "2",
        "2013-14": "blank",
    }
    assert noted(858, "does not mean that there were none")


def test_plans_called_implemented_and_doubted_are_told(facts, noted):
    assert noted(864, "implemented", "doubts")


def test_local_and_national_records_of_entrants_are_not_judged_together(facts, measures):
    l9 = facts.indicators["l9"].tables[0]
    assert verdict.beside_national(l9, measures["l9"], facts.areas).tone == ""
    assert verdict.since_before(l9, measures["l9"]).tone == "better"


def test_figure_spoilt_by_recording_has_its_caveat_and_no_verdict(measures, noted):
    assert measures["n20"].no_verdict
    assert noted(816, "entered wrongly")


def test_measure_that_changed_is_neither_joined_nor_judged(facts):
    table = facts.indicators["n1"].tables[0]
    assert table.breaks
    assert all(picture.lines == () for picture in trend.trends(table, facts.areas))
    assert all(verdict.since_before(table, measure).tone == "" for measure in table.measures)


def test_bracketed_values_keep_their_brackets(facts):
    assert all(
        measure.values["2011-12"].bracketed for measure in facts.indicators["n1"].tables[0].measures
    )


def test_very_small_numbers_are_not_judged(measures):
    assert all(
        measure.no_verdict
        for measure in measures.values()
        if any(seen.of for seen in measure.values.values()) and measure.id.startswith("n1")
    )


def test_ages_and_codes_that_differ_are_told(noted):
    assert noted(716, "under 14")
    assert noted(716, "VO1", "Y98")


def test_every_comparator_has_its_own_period(facts, measures):
    assert measures["n12-a"].comparators["england"].keys() == {"2012-13"}
    assert measures["n22"].comparators["england"].keys() == {"2013-14"}
    assert all(
        series.keys() for measure in measures.values() for series in measure.comparators.values()
    )


def test_target_that_is_not_given_is_told(noted):
    assert noted(677, "target", "outrun")


def test_national_distribution_that_does_not_make_100_is_told(facts, noted):
    assert facts.indicators["n16"].tables[1].unreconciled == ("statistical-neighbours",)
    assert noted(815, "101.8")


# Private fostering


def test_carried_forward_and_registered_do_not_fit(measures, noted):
    assert values(measures["l19"]) == {"2012-03-31": "3", "2013-03-31": "4", "2014-03-31": "1"}
    assert noted(869, "does not match")
    assert warns("private-fostering", "do not fit together")


def test_private_fostering_numbers_by_year(facts):
    found = {id: figure.value for id, figure in facts.figures.items() if id.startswith("pf-")}
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


def test_eight_endings_with_seven_reasons_are_told():
    assert warns("private-fostering", "eight", "seven")


def test_ages_that_go_past_the_rule_are_told():
    assert warns("private-fostering", "pf-ages-2013-14", "pf-age-limit")


def test_sofa_surfing_is_private_fostering_only_by_its_length():
    assert warns("private-fostering", "sofa surfing", "how long")


def test_visits_each_two_and_each_six_weeks_are_told():
    assert warns("private-fostering", "every two weeks", "pf-visit-weeks")


def test_five_working_days_is_never_shown_as_the_law():
    assert warns("private-fostering", "pf-working-days", "does not say what")
    assert "They are not the time limit in the law" in page("private-fostering")


def test_two_teams_for_one_assessment_are_told():
    assert warns("private-fostering", "Family and Friends Team", "Adoption and Permanence")


def test_bi_annually_is_not_guessed():
    assert warns("private-fostering", "bi-annually", "does not say which")


def test_duty_to_notify_is_not_widened():
    assert warns("private-fostering", "fewer people")


def test_past_campaigns_are_not_shown_as_to_come():
    assert "All these dates have passed" in page("private-fostering")


def test_one_child_not_visited_is_not_followed_further():
    assert "now in care" not in page("private-fostering")


# The shape of the tables


def test_sentence_split_over_a_page_is_whole(facts):
    n5b = facts.indicators["n5b"]
    assert {716, 721} <= report.cited(n5b.lines)
    assert (
        n5b.comment.index("highest rate since 2006")
        < n5b.comment.index("ages 15 to 17")
        < n5b.comment.index("At ages 0 to 4")
    )


def test_rules_between_tables_are_no_rows(facts):
    lines = report.by_line(facts)
    assert not {722, 793} & lines.keys()


def test_factors_keep_their_year_over_the_page_break(facts, noted):
    table = facts.indicators["n11"].tables[0]
    assert len(table.measures) == 33
    assert all(
        list(values(measure).values())[:2] == ["blank", "blank"]
        and measure.values["2013-14"].has_value
        for measure in table.measures
    )
    assert noted(755, "2012/13")


def test_heading_in_a_value_cell_is_no_value(noted):
    assert noted(747, "not a value")


def test_counts_split_over_a_page_are_whole(measures):
    gcse = next(measure for measure in measures.values() if 704 in report.cited(measure.lines))
    assert [(seen.count, seen.of) for seen in gcse.values.values() if seen.has_value] == [
        (0, 2),
        (0, 2),
    ]
    assert 709 in report.cited(gcse.lines)


def test_workforce_columns_are_set_right(measures, noted):
    assert [values(measures[id]) for id in ("n23", "n24", "n26")] == [
        {"2013-09-30": "6.0"},
        {"2013-09-30": "17.0"},
        {"2013-09-30": "4.0"},
    ]
    assert str(measures["n26"].comparators["statistical-neighbours"]["2013"].value) == "7.25"
    assert noted(874, "2012/13")


def test_last_band_on_the_next_page_belongs_to_its_table(facts):
    ended = facts.indicators["n16"].tables[1]
    assert len(ended.measures) == 5
    assert 815 in report.cited(ended.measures[-1].lines)
    assert [seen.count for seen in ended.measures[-1].values.values() if seen.has_value] == [
        112,
        145,
    ]


def test_care_leavers_of_20_and_21_have_rows_without_a_reference(facts, measures):
    found = facts.indicators["care-leavers-20-21"]
    assert found.reference is None
    assert sorted(str(measure.values["2013-14"].value) for measure in found.measures) == [
        "42.9",
        "57.1",
        "71.4",
        "82.1",
    ]


def test_heading_rows_are_indicators_and_not_values(facts):
    assert [
        len(facts.indicators[id].measures)
        for id in ("n12", "n17", "n21", "n2", "n1", "n7", "n10", "n16")
    ] == [4, 2, 1, 4, 4, 3, 8, 10]


def test_row_that_is_a_heading_begins_a_theme(facts):
    assert [indicator.id for indicator in facts.themes["safe-environment"].indicators][0] == "n22"
    assert 842 in report.cited(facts.themes["safe-environment"].theme.lines)


def test_each_table_has_the_basis_its_cells_name(facts):
    bases = {
        id: facts.indicators[id].tables[0].basis
        for id in ("n1", "n2", "l17", "l8", "l19", "n23", "n12")
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


def test_lists_in_a_cell_are_plain_text(facts):
    assert not any("○" in text or "style=" in text for text in texts(facts))


def test_plan_row_split_over_a_page_is_whole(facts):
    joint = next(priority for priority in facts.plan.priorities if priority.id == "joint-working")
    assert {909, 914} == report.cited(joint.lines)
    assert any("agenda" in action for action in joint.actions)


def test_two_leads_in_one_cell_are_two(facts):
    assert len(facts.plan.priorities[0].leads) == 2


def test_empty_timescales_are_told_and_not_invented(facts, noted):
    assert [priority.timescale for priority in facts.plan.priorities] == [None] * 5
    assert noted(905, "timescale", "empty")


def test_documents_adopted_are_part_of_their_point(facts):
    adopted = [
        item
        for group in facts.sub_groups.values()
        for points in group.lists
        for item in points.items
        if 149 in report.cited(item.lines) and item.parts
    ]
    assert [len(item.parts) for item in adopted] == [7]


def test_cn_is_children_in_need(measures):
    assert not any(" CN" in measure.title for measure in measures.values())


def test_printed_page_numbers_mean_nothing_here(facts):
    assert not any(
        "page " in section.about.lower() and any(c.isdigit() for c in section.about)
        for section in facts.sections_of(report.ID).values()
    )


def test_not_available_n_a_no_longer_reported_and_blank_are_told_apart(measures):
    initial, single = (
        next(measure for measure in measures.values() if line in report.cited(measure.lines))
        for line in (727, 729)
    )
    assert initial.values["2013-14"].absence == "N/A"
    assert values(single) == {"2011-12": "blank", "2012-13": "blank", "2013-14": "not available"}
    assert measures["n5a"].values["2013-14"].absence == "no longer reported"
    assert values(measures["n9"]) == {
        "2011-12": "blank",
        "2012-13": "57",
        "2013-14": "not available",
    }


# Names, dates and words


@pytest.mark.parametrize(
    ("name", "words"),
    {
        "introduction": ("September 2014", "October 2014"),
        "legal-framework": ("Board’s", "apostrophe"),
        "activity": ("Main Achievements",),
        "sub-groups": ("section 8", "section 9"),
        "health": ("Authority", "Trust"),
        "allegations": ("regulation", "guidance"),
        "child-deaths": ("Child Death Review Panel", "Overview"),
        "missing": ("absent (without authority)", "absent without leave"),
        "injury": ("Life", "North Somerset Life"),
    }.items(),
)
def test_name_or_date_that_differs_is_told(name, words):
    assert warns(name, *words)


def test_six_groups_of_which_one_was_stood_down_are_told():
    assert warns("sub-groups", "six", "E-Safety")


def test_two_names_and_two_representatives_of_the_regional_group_are_told():
    assert warns("sub-groups", "SWCPP", "two names", "same person")


def test_munro_is_spelt_right():
    assert warns("sub-groups", "Munroe", "Munro")


def test_missing_structure_chart_is_told():
    assert "missing from the report" in page("legal-framework")


def test_two_meetings_called_marac_are_told_apart(noted):
    assert noted(851, "same word")
    assert "CSE MARAC" in page("sub-groups")


def test_total_family_and_think_family_are_both_kept(facts):
    joint = next(priority for priority in facts.plan.priorities if priority.id == "joint-working")
    assert "Total family" in joint.note
    assert "Think Family" in joint.note


def test_absent_is_marked_as_a_label_of_then():
    assert "Then, not now" in page("missing")


def test_old_addresses_are_not_linked():
    assert [
        path.name for path in (ROOT / "docs").rglob("*.md") if "scb.org" in path.read_text("utf-8")
    ] == [], "take the address out: the old site is gone"


# Safe words


@pytest.mark.parametrize(
    "word",
    [
        "paracetamol",
        "ibuprofen",
        "analges",
        "overdose",
        "antipy",
        "self-poison",
        "self poison",
        "Down Syndrome",
        "Down's",
    ],
)
def test_no_method_and_nothing_that_points_to_a_child(facts, word):
    said = [(name, report.words(record)) for name, record in facts.records]
    pages = [
        (path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in (ROOT / "docs").rglob("*.md")
    ]
    assert {name for name, text in (*said, *pages) if word.lower() in text.lower()} == set(), (
        f"take “{word}” out there: it tells of a method, or may point to a child"
    )


def test_people_are_named_only_in_the_archive():
    for path in (ROOT / "docs").rglob("*.md"):
        text = path.read_text("utf-8")
        if "\narchive: " not in text:
            assert "Oliver" not in text and "Reay" not in text, (
                f"{path}: name the role, not the person"
            )
