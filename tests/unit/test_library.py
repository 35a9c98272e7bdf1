"""From files to models: each mistake of form is one line that an editor can act on."""

import pytest

from tests.conftest import complaints, edit, run

BUDGET = "data/budget.yml"
PLAN = "data/business_plan.yml"
SPOILT = {
    "misspelt key": (
        "data/business_plan.yml",
        "    leads: [{role: Chair of",
        "    leeds: [{role: Chair of",
        ['{line}:5: leeds: is not a key here; did you mean "leads"?'],
    ),
    "unknown key": (
        BUDGET,
        "period: 2013",
        "zebra: x\nperiod: 2013",
        ["{line}:1: zebra: is not a key here; the keys are source, period, "],
    ),
    "missing key": (BUDGET, "period: 2013–14\n", "", ["4:1: period: is missing; add it"]),
    "text for a number": (
        BUDGET,
        "actual: 4810",
        "actual: about 4810",
        ["{line}:55: actual: should be a whole number, like 12, not about 4810"],
    ),
    "number for text": (
        BUDGET,
        "title: Management",
        "title: 12",
        ['{line}:6: title: should be text; put it in quotes: "12"'],
    ),
    "comma in a number": (
        BUDGET,
        "actual: 4810",
        'actual: "4,810"',
        ["{line}:55: actual: should be a number: write 4810"],
    ),
    "fraction of a pound": (
        BUDGET,
        "actual: 4810",
        "actual: 4810.5",
        ["{line}:55: actual: should be a whole number, like 12, not 4810.5"],
    ),
    "true for a number": (
        "data/training/attendance.yml",
        "delegates: 142",
        "delegates: true",
        ["{line}:31: delegates: should be a whole number, like 12, not true"],
    ),
    "negative count": (
        "data/training/attendance.yml",
        "delegates: 142",
        "delegates: -142",
        ["{line}:31: delegates: -142 is too small; write 0 or more"],
    ),
    "empty value": (
        BUDGET,
        "period: 2013–14",
        "period:",
        ["{line}:8: period: is empty; write what belongs there, or delete the line"],
    ),
    "empty text": (
        BUDGET,
        "period: 2013–14",
        'period: ""',
        ["{line}:1: period: is empty; write some text"],
    ),
    "one in place of a list": (
        PLAN,
        "leads: [{role: Chair of the Monitoring and Evaluation sub-group}]",
        "leads: the chair",
        [
            '{line}:5: leads: should be a list, like [the chair], or lines with "- " before each'
            " item"
        ],
    ),
    "list in place of one": (BUDGET, "expenditure_total: {", "expenditure_total: [{", None),
    "empty list": (
        PLAN,
        "leads: [{role: Chair of the Monitoring and Evaluation sub-group}]",
        "leads: []",
        ["{line}:5: leads: needs at least one entry"],
    ),
    "lead without name or role": (
        PLAN,
        "leads: [{name: M Reay}]",
        "leads: [{}]",
        ["{line}:13: leads: has neither role nor name; give one"],
    ),
    "percent sign": (
        "data/performance/workforce.yml",
        "6.0",
        "6.0%",
        [
            "{line}:22: 2013-09-30: 6.0% should be a number without quotes, signs or commas, or one"
            " of: not available, no longer reported, N/A, blank, suppressed"
        ],
    ),
    "word for a value": (
        "data/performance/workforce.yml",
        "6.0",
        "unknown",
        [
            "2013-09-30: unknown should be a number without quotes, signs or commas, or one of: not"
            " available"
        ],
    ),
    "bare year": (
        "data/performance/workforce.yml",
        "2013-09-30: 6.0",
        "September: 6.0",
        ["is not a period; write 2024-25, 2024, 2025-03-31, 2009-07/2010-06 or undated"],
    ),
    "years that do not follow": (
        "data/performance/outcomes.yml",
        "2011-12: 62.8",
        "2011-13: 62.8",
        ["is not one year after the other; write two years in a row, like 2024-25"],
    ),
    "day that does not exist": (
        "data/performance/workforce.yml",
        "2013-09-30: 6.0",
        "2013-09-31: 6.0",
        ["{line}:22: 2013-09-31: 2013-09-31 is not a day that exists; write a day like 2025-03-31"],
    ),
    "months that run backwards": (
        "data/performance/quality-and-timeliness.yml",
        "2009-07/2010-06",
        "2010-07/2010-06",
        ["2010-07/2010-06 runs backwards; write the earlier month first, like 2009-07/2010-06"],
    ),
    "list for text": (
        BUDGET,
        "title: Management",
        "title: [Management]",
        [
            "{line}:6: title: should be text, not a list; take the brackets away, or put all of it"
            " in quotes"
        ],
    ),
    "list for a number": (
        BUDGET,
        "actual: 4810",
        "actual: [4810]",
        ["{line}:55: actual: should be a whole number, like 12, not a list"],
    ),
    "misspelt key of a key": (
        "data/sources.yml",
        "      notice: >-",
        "      notcie: >-",
        ['{line}:7: notcie: is not a key here; did you mean "notice"?'],
    ),
    "key that Python keeps to itself": (
        "data/redirects.yml",
        "from: uploads/files/353.pdf",
        "form: uploads/files/353.pdf",
        ['form: is not a key here; did you mean "from"?'],
    ),
    "wrong line numbers": (
        BUDGET,
        "lines: 568",
        "lines: page 32",
        [
            "{line}:77: lines: page 32 should be line numbers of the source, like 665 or"
            " 665-669, 716"
        ],
    ),
    "backward lines": (
        BUDGET,
        "lines: 583-594",
        "lines: 594-583",
        ["lines: 594-583 has a span that runs backwards; write the lower line first"],
    ),
    "id with capitals": (
        PLAN,
        "id: oversight",
        "id: Over Sight",
        [
            "{line}:5: id: Over Sight should be small letters, figures and hyphens, like"
            " missing-children"
        ],
    ),
    "unquoted time": (
        "data/board.yml",
        "area: North Somerset",
        "area: 10:30",
        ['{line}:7: area: 10:30 can be read as a number; write "10:30"'],
    ),
    "quoted date": (
        "data/changes.yml",
        "\nchanges:\n",
        '\nchanges:\n  - {on: "2026-11-23", page: about/, what: A test.}\n',
        ["on: should be a date, like 2026-03-31, without quotes"],
    ),
}


@pytest.mark.parametrize("name", SPOILT)
def test_mistake_is_one_clear_line(project, name):
    file, old, new, expected = SPOILT[name]
    line = edit(project, file, old, new)
    found = complaints(project)
    assert len(found) == len(expected or [1]), found
    assert all(one.startswith(file + ":") for one in found)
    for words in expected or []:
        assert any(words.format(line=line) in one for one in found), found


def test_every_mistake_of_every_file_is_told_at_once(project):
    edit(project, BUDGET, "title: Management", "titel: Management")
    edit(project, PLAN, "id: oversight", "id: OVERSIGHT")
    edit(project, "data/board.yml", "area: North Somerset", "area: no")
    assert {one.split(":")[0] for one in complaints(project)} == {BUDGET, PLAN, "data/board.yml"}


def test_file_that_nothing_reads_is_refused(project):
    (project / "data/bugdet.yml").write_text("a: 1\n")
    assert complaints(project) == [
        "data/bugdet.yml:1:1: no part of the site reads this file; check its name and folder, or"
        " delete it"
    ]


def test_missing_file_is_named(project):
    (project / BUDGET).unlink()
    assert complaints(project) == ["data/budget.yml:1:1: the file is missing; put it back"]


def test_command_tells_each_mistake_once_and_fails(project):
    edit(project, BUDGET, "title: Management", "titel: Management")
    done = run(project, "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1


def test_command_says_when_all_is_sound(project):
    done = run(project, "check")
    assert done.returncode == 0, done.stderr
    assert "\nSound: " in done.stdout
