"""From files to models: what is wrong with the form of a file is one line that can be acted on."""

import pytest

from tests.boards import REAL, Spoilt

BUDGET = "data/budget.yml"
ATTENDANCE = "data/training/attendance.yml"
PLAN = "data/business_plan.yml"
REDIRECTS = "data/redirects.yml"
OUTCOMES = "data/performance/outcomes.yml"
QUALITY = "data/performance/quality-and-timeliness.yml"
WORKFORCE = "data/performance/workforce.yml"
BOARD = "data/board.yml"
SPOILT = {
    "misspelt key": Spoilt(
        PLAN,
        "    leads: [{role: Chair of",
        "    leeds: [{role: Chair of",
        '5: leeds: is not a key here; did you mean "leads"?',
    ),
    "unknown key": Spoilt(
        BUDGET,
        "period: 2013",
        "zebra: x\nperiod: 2013",
        (
            "1: zebra: is not a key here; the keys are source, period, expenditure,"
            " expenditure_total, income, income_total, transfer, notes"
        ),
    ),
    "missing key": Spoilt(
        BUDGET,
        "period: 2013–14\n",
        "",
        "1: period: is missing; add it",
        "source: annual-report-2013-14",
    ),
    "text for a number": Spoilt(
        BUDGET,
        "actual: 4810",
        "actual: about 4810",
        "55: actual: should be a whole number, like 12, not about 4810",
    ),
    "comma in a number": Spoilt(
        BUDGET,
        "actual: 4810",
        'actual: "4,810"',
        "55: actual: should be a number: write 4810",
    ),
    "fraction of a pound": Spoilt(
        BUDGET,
        "actual: 4810",
        "actual: 4810.5",
        "55: actual: should be a whole number, like 12, not 4810.5",
    ),
    "true for a number": Spoilt(
        ATTENDANCE,
        "delegates: 142",
        "delegates: true",
        "31: delegates: should be a whole number, like 12, not true",
    ),
    "negative count": Spoilt(
        ATTENDANCE,
        "delegates: 142",
        "delegates: -142",
        "31: delegates: -142 is too small; write 0 or more",
    ),
    "empty value": Spoilt(
        BUDGET,
        "period: 2013–14",
        "period:",
        "1: period: is empty; write what belongs there",
    ),
    "null for text": Spoilt(
        BUDGET,
        "period: 2013–14",
        "period: null",
        "1: period: is empty; write what belongs there",
    ),
    "null for a name": Spoilt(
        ATTENDANCE,
        "course: basic-awareness",
        "course: null",
        "6: course: is empty; write what belongs there",
    ),
    "null for a value": Spoilt(
        WORKFORCE,
        "2013-09-30: 6.0",
        "2013-09-30: null",
        "22: 2013-09-30: is empty; write what belongs there",
    ),
    "null for a word": Spoilt(
        "data/register.yml",
        "held: part",
        "held: ~",
        "5: held: nothing is not one of: 'yes', 'part' or 'no'",
    ),
    "word for true": Spoilt(
        "data/contacts.yml",
        "help_line: true",
        "help_line: yes",
        "5: help_line: yes should be true or false",
    ),
    "too many digits": Spoilt(
        BUDGET,
        "actual: 4810",
        "actual: 4810481048104810",
        "55: actual: has more than the 15 digits that any figure here needs; correct it",
    ),
    "day that no month has": Spoilt(
        "data/changes.yml",
        "\nchanges:\n",
        "\nchanges:\n  - {on: 2026-02-30, page: about/, what: A test.}\n",
        "6: on: 2026-02-30 is not a day that exists; write year-month-day, like 2026-03-31",
        "- {on: 2026-02-30, page: about/, what: A test.}",
    ),
    "empty text": Spoilt(
        BUDGET,
        "period: 2013–14",
        'period: ""',
        "1: period: is empty; write what belongs there",
    ),
    "one in place of a list": Spoilt(
        PLAN,
        "leads: [{role: Chair of the Monitoring and Evaluation sub-group}]",
        "leads: the chair",
        '5: leads: should be a list, like [the chair], or lines with "- " before each item',
    ),
    "list in place of one": Spoilt(
        BUDGET,
        "expenditure_total: {",
        "expenditure_total: [{",
        (
            "20: the bracket [ that opens here does not close; add ], or put all of it in"
            " quotes if it is text"
        ),
    ),
    "empty list": Spoilt(
        PLAN,
        "leads: [{role: Chair of the Monitoring and Evaluation sub-group}]",
        "leads: []",
        "5: leads: needs at least one entry",
    ),
    "lead without name or role": Spoilt(
        PLAN,
        "leads: [{name: M Reay}]",
        "leads: [{}]",
        "13: leads: has neither role nor name; give one",
    ),
    "percent sign": Spoilt(
        WORKFORCE,
        "6.0",
        "6.0%",
        (
            "22: 2013-09-30: 6.0% should be a number without signs or commas, or one of:"
            " not available, no longer reported, N/A, blank, suppressed"
        ),
    ),
    "word for a value": Spoilt(
        WORKFORCE,
        "6.0",
        "unknown",
        (
            "22: 2013-09-30: unknown should be a number without signs or commas, or"
            " one of: not available, no longer reported, N/A, blank, suppressed"
        ),
    ),
    "bare year": Spoilt(
        WORKFORCE,
        "2013-09-30: 6.0",
        "September: 6.0",
        (
            "22: September: September is not a period; write 2024-25, 2024, 2025-03-31,"
            " 2009-07/2010-06 or undated"
        ),
    ),
    "years that do not follow": Spoilt(
        OUTCOMES,
        "2011-12: 62.8",
        "2011-13: 62.8",
        (
            "22: 2011-13: 2011-13 is not one year after the other; write two years in a row,"
            " like 2024-25"
        ),
    ),
    "day that does not exist": Spoilt(
        WORKFORCE,
        "2013-09-30: 6.0",
        "2013-09-31: 6.0",
        "22: 2013-09-31: 2013-09-31 is not a day that exists; write a day like 2025-03-31",
    ),
    "months that run backwards": Spoilt(
        QUALITY,
        "2009-07/2010-06",
        "2010-07/2010-06",
        (
            "22: 2010-07/2010-06: 2010-07/2010-06 runs backwards; write the earlier month"
            " first, like 2009-07/2010-06"
        ),
    ),
    "list for text": Spoilt(
        BUDGET,
        "title: Management",
        "title: [Management]",
        (
            "6: title: should be text, not a list; take the brackets away, or put all of it in"
            " quotes"
        ),
    ),
    "list for a number": Spoilt(
        BUDGET,
        "actual: 4810",
        "actual: [4810]",
        "55: actual: should be a whole number, like 12, not a list",
    ),
    "misspelt key of a key": Spoilt(
        "data/sources.yml",
        "      notice: >-",
        "      notcie: >-",
        '7: notcie: is not a key here; did you mean "notice"?',
    ),
    "key that Python keeps to itself": Spoilt(
        REDIRECTS,
        "from: uploads/files/353.pdf",
        "form: uploads/files/353.pdf",
        '6: form: is not a key here; did you mean "from"?',
    ),
    "wrong line numbers": Spoilt(
        BUDGET,
        "lines: 568",
        "lines: page 32",
        "77: lines: page 32 should be line numbers of the source, like 665 or 665-669, 716",
    ),
    "backward lines": Spoilt(
        BUDGET,
        "lines: 583-594",
        "lines: 594-583",
        "5: lines: 594-583 has a span that runs backwards; write the lower line first",
    ),
    "id with capitals": Spoilt(
        PLAN,
        "id: oversight",
        "id: Over Sight",
        "5: id: Over Sight should be small letters, figures and hyphens, like missing-children",
    ),
    "backward date": Spoilt(
        "data/changes.yml",
        "\nchanges:\n",
        "\nchanges:\n  - {on: 23-11-2026, page: about/, what: A test.}\n",
        "6: on: should be a date, like 2026-03-31",
        "- {on: 23-11-2026, page: about/, what: A test.}",
    ),
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_wrong_form_is_one_clear_line(spoilt: Spoilt) -> None:
    assert REAL.problems(spoilt.edits) == [spoilt.problem(REAL)]


def test_everything_that_is_wrong_with_any_file_is_told_at_once() -> None:
    edits = {
        BUDGET: ("title: Management", "titel: Management"),
        PLAN: ("id: oversight", "id: OVERSIGHT"),
        BOARD: ("area: North Somerset", "area: none"),
    }
    assert [problem.split(":")[0] for problem in REAL.problems(edits)] == sorted(edits)
