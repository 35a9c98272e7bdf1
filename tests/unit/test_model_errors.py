"""From files to models: what is wrong with the form of a file is one line that can be acted on."""

from typing import Any

import pytest
from pydantic import ValidationError, create_model

from safeguarding import model_errors
from safeguarding.board.models import Security, Weight
from safeguarding.contacts.models import NO_EMAIL, Email, Phone
from safeguarding.problem import Place, Problems
from safeguarding.procedures.models import InGlance, Shown
from safeguarding.record import (
    NO_YEAR,
    Count,
    Day,
    Flag,
    Id,
    LastDay,
    Lines,
    Number,
    Record,
    Text,
    Web,
    Whole,
)
from safeguarding.timed import Moment
from safeguarding.training.models import NO_AMOUNT, NO_PRICE, Amount, Price
from safeguarding.yaml import read
from tests.boards import REAL, Spoilt
from tests.unit.test_record import models

BUDGET = "data/budget.yml"
ATTENDANCE = "data/training/attendance.yml"
PLAN = "data/business_plan.yml"
REDIRECTS = "data/redirects.yml"
OUTCOMES = "data/performance/outcomes.yml"
QUALITY = "data/performance/quality-and-timeliness.yml"
WORKFORCE = "data/performance/workforce.yml"
BOARD = "data/board.yml"
CHANGE = "data/changes/2026-11-25-about-open-data.yml"
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
            "1: zebra: is not a key here; the keys are source, id, period, unit,"
            " rounding, columns, expenditure, expenditure_total, income, income_total,"
            " brought_forward, surplus, transfers, carried_forward, notes"
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
        "[5000, 4810]",
        "[5000, about 4810]",
        (
            "57: amounts: about 4810 should be a number without commas or brackets, like 1200 or"
            " -45; write null where the source leaves it blank"
        ),
    ),
    "comma in a number": Spoilt(
        BUDGET,
        "[5000, 4810]",
        '[5000, "4,810"]',
        "57: amounts: should be a number: write 4810",
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
        "data/contacts/emergency.yml",
        "help_line: true",
        "help_line: yes",
        "1: help_line: yes should be true or false",
    ),
    "too many digits": Spoilt(
        BUDGET,
        "[5000, 4810]",
        "[5000, 4810481048104810]",
        "57: amounts: has more than the 15 digits that any figure here needs; correct it",
    ),
    "day that no month has": Spoilt(
        CHANGE,
        "on: 2026-11-25",
        "on: 2026-02-30",
        "1: on: 2026-02-30 is not a day that exists; write year-month-day, like 2026-03-31",
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
            "20: there is a sign too many here; delete it: write  expenditure_total: {title: Total"
            " expenditure, amounts: [94805, 87879], lines: 57…"
        ),
    ),
    "empty list": Spoilt(
        "data/training/courses.yml",
        "audience: [everyone]",
        "audience: []",
        "5: audience: needs at least one entry",
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
            " not available, no longer reported, N/A, blank, suppressed, or a word of `absences` in"
            " data/performance/framework.yml"
        ),
    ),
    "word for a value": Spoilt(
        WORKFORCE,
        "6.0",
        "none",
        (
            "22: 2013-09-30: none should be a number without signs or commas, or one of: not"
            " available, no longer reported, N/A, blank, suppressed, or a word of `absences` in"
            " data/performance/framework.yml"
        ),
    ),
    "bare year": Spoilt(
        WORKFORCE,
        "2013-09-30: 6.0",
        "September: 6.0",
        (
            "22: September: September is not a period; write 2024-25, 2024, 2017-01,"
            " 2016-17 Q1, 2025-03-31, 2009-07/2010-06 or undated"
        ),
    ),
    "years that do not follow": Spoilt(
        OUTCOMES,
        "2011-12: 62.8",
        "2011-13: 62.8",
        (
            "22: 2011-13: 2011-13 is not one year after the other; write two years in a row,"
            " like 2024-25, or several years like 2014/2016 or 2014-15/2016-17"
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
        "[5000, 4810]",
        "[5000, [4810]]",
        "57: amounts: should be a number, like 12 or 6.0, with no % sign, comma or space",
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
        "72: lines: page 32 should be line numbers of the source, like 665 or 665-669, 716",
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
        CHANGE,
        "on: 2026-11-25",
        "on: 23-11-2026",
        "1: on: should be a date, like 2026-03-31",
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


NO_NUMBER = "should be a number, like 12 or 6.0, with no % sign, comma or space"
NO_DAY = "should be a date, like 2026-03-31"
EMPTY = "is empty; write what belongs there"
SHOWN = "would be shown to readers as a word; write null, or delete the line"
NO_MOMENT = "is no day and time; write them like 2027-01-13 09:30, or a day alone like 2027-01-13"
TOLD: dict[Any, dict[str, str]] = {  # {kind of value: {what is written: what is told}}
    Number: {
        "1,234": "should be a number: write 1234",
        "0,5": "should be a number: write 0.5",
        "1,234,56": "should be a number: write 1234.56",
        "£6": "should be a number: write 6",
        "6.5%": "should be a number: write 6.5",
        "\u22124": "should be a number: write -4",
        "1 000": "should be a number: write 1000",
        "\uff11\uff12": f"\uff11\uff12 {NO_NUMBER}",
        "0x1F": f"0x1F {NO_NUMBER}",
        ".5": f".5 {NO_NUMBER}",
        "10:30": f"10:30 {NO_NUMBER}",
        "about 6": f"about 6 {NO_NUMBER}",
        "[6]": NO_NUMBER,
        "{a: 6}": NO_NUMBER,
        "": EMPTY,
    },
    Whole: {
        "1,234": "should be a number: write 1234",
        "12.0": "should be a whole number, like 12, not 12.0",
        "4,5": "should be a whole number, like 12, not 4,5",
        "true": "should be a whole number, like 12, not true",
        "1" * 16: "has more than the 15 digits that any figure here needs; correct it",
    },
    Count: {"-4": "-4 is too small; write 0 or more"},
    Weight: {
        "0.0": "0.0 is too small; write more than 0",
        "2.5": "2.5 is too large; write 2 or less",
    },
    Flag: {
        "yes": "yes should be true or false",
        "True": "True should be true or false",
        "[true]": "should be true or false",
        "~": EMPTY,
    },
    Shown: {"no": "no cannot stand here; write true", "": "has to be: true"},
    InGlance: {
        "yes": "yes should be true, false, or a few words",
        "[true]": "should be true, false, or a few words",
    },
    Day: {
        "31/03/2026": NO_DAY,
        "2026": NO_DAY,
        "[2026-03-31]": NO_DAY,
        "2026/03/31": "should be a date with hyphens: 2026-03-31",
        "2026-02-29": "2026-02-29 is not a day that exists; write year-month-day, like 2026-03-31",
        "1026-03-31": f"1026-03-31 {NO_YEAR}",
        "9999-12-31": f"9999-12-31 {NO_YEAR}",
    },
    LastDay: {"9999-12-30": f"9999-12-30 {NO_YEAR}"},
    Moment: {
        "09:30": f"09:30 {NO_MOMENT}",
        "2027-02-30 09:30": "2027-02-30 09:30 is on a day that does not exist; correct the day",
        "1027-02-03 09:30": f"1027-02-03 09:30 {NO_YEAR}",
        "[2027-01-13]": NO_MOMENT,
        "{a: b}": NO_MOMENT,
        "": EMPTY,
    },
    Text: {
        "tbc": f"tbc {SHOWN}",
        "None": f"None {SHOWN}",
        '""': EMPTY,
        "[a]": ("should be text, not a list; take the brackets away, or put all of it in quotes"),
        "{a: b}": (
            "should be text; put all of it in quotes, because of the colon or the brackets in it"
        ),
    },
    Id: {
        "A B": "A B should be small letters, figures and hyphens, like missing-children",
        "a_b": "a_b should be small letters, figures and hyphens, like missing-children",
    },
    Web: {
        "example.org": (
            "example.org is no address of a page on the web; write it whole, beginning with https://"
        )
    },
    Lines: {
        "669-665": "669-665 has a span that runs backwards; write the lower line first",
        "[665]": "should be line numbers of the source, like 665 or 665-669, 716",
    },
    Phone: {
        "0800-1111": (
            "0800-1111 is no telephone number; write figures and single spaces, like 0800 1111 or"
            " +44 1632 960001, and an extension like 0800 1111 ext 2"
        )
    },
    Email: {"me": f"me {NO_EMAIL}", "a b@c.de": f"a b@c.de {NO_EMAIL}"},
    Price: {"8.505": f"8.505 {NO_PRICE}", "-1": f"-1 {NO_PRICE}", "{a: b}": NO_PRICE},
    Amount: {"-1": f"-1 {NO_AMOUNT}", "[1]": NO_AMOUNT},
    Security.model_fields["contact"].rebuild_annotation(): {
        "us": "us is no way to write or ring; write it like mailto:someone@example.org"
    },
    tuple[Text, ...]: {
        "": 'is empty; write each entry on a line of its own with "- " before it',
        "one": 'should be a list, like [one], or lines with "- " before each item',
    },
}


@pytest.mark.parametrize(
    ("kind", "written", "message"),
    [(kind, *pair) for kind, pairs in TOLD.items() for pair in pairs.items()],
)
def test_what_is_no_value_of_a_kind_is_told(kind: Any, written: str, message: str) -> None:
    value = read.parse(f"it: {written}\n", "data/it.yml")
    entry: type[Record] = create_model("Entry", __base__=Record, it=(kind, ...))
    with pytest.raises(ValidationError) as refused:
        entry.model_validate(value)
    problems = model_errors.problems(value, refused.value, {value.place: entry})
    assert [(one.place.line, one.field, one.message) for one in problems] == [(1, "it", message)]


@pytest.mark.parametrize("written", ["12", "yes", '"?"', "~", "[[a]]", "{a: b}", "[{}]"])
@pytest.mark.parametrize("model", list(models()))
def test_wrong_value_is_told_once_in_our_own_words(model: type[Record], written: str) -> None:
    for key in model.fields():
        value = read.parse(f"{key}: {written}\n", "data/it.yml")
        kinds: dict[Place | None, type[Record]] = {}
        try:
            model.model_validate(value, context=kinds)
        except ValidationError as refused:
            problems = [*model_errors.problems(value, refused, kinds)]
            assert sum(problem.field == key for problem in problems) <= 1
            assert "Input should" not in str(Problems(problems))
