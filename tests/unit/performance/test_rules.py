"""Values can be, add up, match their counts and name what is there."""

import pytest

from tests.boards import INVENTED, REAL, Spoilt

FRAMEWORK = "data/performance/framework.yml"
HELP = "data/performance/help.yml"
OUTCOMES = "data/performance/outcomes.yml"
QUALITY = "data/performance/quality-and-timeliness.yml"
WORKFORCE = "data/performance/workforce.yml"
OF_THE_REPORT = {
    "distribution that is not 100": Spoilt(
        QUALITY,
        "2012-13: 24,",
        "2012-13: 25,",
        "9: total: our column for 2012-13 adds up to 101, not 100; correct a value or the total",
        "total: 100",
    ),
    "percentage that its count denies": Spoilt(
        OUTCOMES,
        "{value: 33.3, count: 2, of: 6}",
        "{value: 34.3, count: 2, of: 6}",
        "15: values: 2012-13: 2 of 6 is 33.3%, not 34.3%; correct one of them",
    ),
    "count of nothing": Spoilt(
        OUTCOMES,
        "count: 0, of: 2}",
        "count: 1, of: 0}",
        "15: values: 2011-12: 1 of 0 cannot be; correct the counts",
    ),
    "share that another measure denies": Spoilt(
        "data/performance/safe-environment.yml",
        "{value: 32, count: 79}",
        "{value: 33, count: 79}",
        "15: values: 2011-12: 79 of 247 is 32%, not 33%; correct one of them",
    ),
    "period of the wrong basis": Spoilt(
        WORKFORCE,
        "2013-09-30: 6.0",
        "2013-14: 6.0",
        "22: values: 2013-14 is not a period of the basis as_at; write a day like 2025-03-31",
    ),
    "value and absence together": Spoilt(
        WORKFORCE,
        "2013-09-30: 6.0",
        "2013-09-30: {value: 6.0, absence: blank}",
        "47: absence: cannot stand beside value; delete one or the other",
    ),
    "half a range": Spoilt(
        WORKFORCE,
        "2013-09-30: 6.0",
        "2013-09-30: {low: 6.0}",
        "22: high: is missing; add it",
    ),
    "unknown area": Spoilt(
        WORKFORCE,
        "england: {",
        "englnad: {",
        (
            "15: comparators: englnad is not in data/performance/framework.yml; did you mean"
            ' "england"?'
        ),
    ),
    "unknown priority in a question": Spoilt(
        FRAMEWORK,
        "priorities: [oversight",
        "priorities: [oversigth",
        '18: priorities: oversigth is not in data/business_plan.yml; did you mean "oversight"?',
    ),
    "break in a year without values": Spoilt(
        OUTCOMES,
        "          2012-13: The measure",
        "          2018-19: The measure",
        '11: breaks: 2018-19 is not in the periods of this table; did you mean "2013-14"?',
    ),
}
OF_TODAY = {
    "share over the whole": Spoilt(
        HELP,
        "2020-21: 80.0",
        "2020-21: 180.0",
        "15: values: 2020-21: 180.0% is more than the whole; correct it",
    ),
    "less than nothing": Spoilt(
        HELP,
        "2019-03-31: 41",
        "2019-03-31: -41",
        "84: values: 2019-03-31: -41 is less than nothing; correct it",
    ),
    "a kind that is not that of the unit": Spoilt(
        HELP,
        "kind: rate",
        "kind: percent",
        (
            "9: kind: percent and the unit “per 10,000 children” differ: a unit with % belongs"
            " to percent, and to nothing else; correct one of them"
        ),
    ),
}
WARNED = {
    "a year at the wrong end": Spoilt(
        HELP,
        "2020-21: 80.0",
        "2010-11: 80.0",
        "15: values: 2010-11 stands after 2019-20; is the year right?",
    ),
    "a reference of another": Spoilt(
        HELP,
        "reference: E2",
        "reference: E1",
        "5: reference: E1 is the reference of in-time too; is it right?",
    ),
}


@pytest.mark.parametrize("spoilt", OF_THE_REPORT.values(), ids=OF_THE_REPORT)
def test_spoilt_fact_of_the_report_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert REAL.problems(spoilt.edits) == [spoilt.problem(REAL)]


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_spoilt_fact_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


def test_theme_that_is_unknown_leaves_the_known_one_without_a_place() -> None:
    wrong = ("themes: [protected-from-abuse", "themes: [protected")
    line = REAL.line_of(wrong[0], FRAMEWORK)
    assert REAL.problems({FRAMEWORK: wrong}) == [
        f"{FRAMEWORK}:{line}:1: themes: protected-from-abuse is missing"
        " (data/performance/protected-from-abuse.yml has that theme); add it where it belongs in"
        " the order",
        f"{FRAMEWORK}:{line}:10: themes: protected is not in data/performance/; did you mean"
        ' "protected-from-abuse"?',
    ]


def test_area_without_values_cannot_be_left_off_the_total() -> None:
    wrong = Spoilt(
        QUALITY,
        "unreconciled: [statistical-neighbours]",
        "unreconciled: [england-and-wales]",
        "24: unreconciled: england-and-wales is not in the comparators of this table; write one of"
        " england, statistical-neighbours, or add it there",
    )
    assert wrong.problem(REAL) in REAL.problems(wrong.edits)


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            OUTCOMES,
            "              2012-13: {value: 33.3, count: 2,",
            "              2012-13: {value: 33.3, count: 5,",
            "15: values: 2012-13: 5 of 6 is 83.3%, not 33.3%; correct one of them",
        ),
        (
            "data/performance/activity.yml",
            "              statistical-neighbours: {2012-13: 319.3}",
            "              statistical-neigbours: {2012-13: 319.3}",
            "15: comparators: statistical-neigbours is not in data/performance/framework.yml; did"
            ' you mean "statistical-neighbours"?',
        ),
    ],
)
def test_one_wrong_line_of_a_list_is_told_at_that_line(
    file: str, old: str, new: str, told: str
) -> None:
    wrong = Spoilt(file, old, new, told)
    assert REAL.problems(wrong.edits) == [wrong.problem(REAL)]


def test_small_count_needs_a_reason() -> None:
    count = [("kind: percent", "kind: count"), ("2013-09-30: 6.0", "2013-09-30: 3")]
    line = REAL.line_of("2013-09-30: 6.0", WORKFORCE)
    told = (
        f"{WORKFORCE}:{line}:22: values: 2013-09-30: a count below 5 can point to a child; write"
        " suppressed, or say in small_numbers why it may be shown"
    )
    assert told in REAL.problems({WORKFORCE: count})


def test_suppressed_count_needs_no_reason() -> None:
    suppressed = [
        ("kind: percent", "kind: count"),
        ('unit: "% of ', 'unit: "'),
        ("2013-09-30: 6.0", "2013-09-30: suppressed"),
    ]
    assert REAL.problems({WORKFORCE: suppressed}) == []


def test_rounding_must_be_allowed_by_the_table() -> None:
    problems = REAL.problems({QUALITY: ("rounding: 0.1", "rounding: 0.0")})
    told = [problem.partition(": ")[2] for problem in problems]
    said = (
        "total: our column for 2012-03-31 adds up to 100.1, not 100; correct a value or the total"
    )
    assert said in told


def test_several_tables_of_an_indicator_need_a_title_each() -> None:
    problems = REAL.problems({OUTCOMES: ("        title: Aged 0 to 17\n", "")})
    assert [problem.partition(": ")[2] for problem in problems] == [
        "title: is missing; an indicator with several tables needs a title for each"
    ]


def test_several_tables_of_an_indicator_need_an_id_each() -> None:
    nameless = ("      - id: key-stage-2\n        title:", "      - title:")
    problems = REAL.problems({OUTCOMES: nameless})
    assert [problem.partition(": ")[2] for problem in problems] == [
        "id: is missing; an indicator with several tables needs an id for each: its data files"
        " are named by it"
    ]


@pytest.mark.parametrize("spoilt", WARNED.values(), ids=WARNED)
def test_what_is_likely_wrong_is_pointed_out(spoilt: Spoilt) -> None:
    assert INVENTED.warnings(spoilt.edits) == [spoilt.problem(INVENTED)]


def test_value_of_a_year_that_has_not_begun_is_told() -> None:
    ahead = Spoilt(
        HELP,
        "2020-21: 80.0",
        "2041-42: 80.0",
        "15: values: 2041-42 is still to come; correct it",
    )
    assert INVENTED.problems(ahead.edits) == [ahead.problem(INVENTED)]
