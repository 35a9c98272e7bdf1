"""What stands in a field of the right kind and still cannot be: told at its line, in one line."""

import pytest

from safeguarding import checks
from safeguarding.clock import Days
from safeguarding.site import load_site
from tests.conftest import NOW, complaints, edit

LISTENING, TOLD, HELP = (
    "docs/procedures/listening.md",
    "data/decision_trees/told.yml",
    "data/performance/help.yml",
)
WEB = "is no address of a page on the web; write it whole, beginning with https://"
SLIPS = {
    "share over the whole": (
        HELP,
        "2020-21: 80.0",
        "2020-21: 180.0",
        "{line}:15: values: 2020-21: 180.0% is more than the whole; correct it",
    ),
    "less than nothing": (
        HELP,
        "2019-03-31: 41",
        "2019-03-31: -41",
        "{line}:84: values: 2019-03-31: -41 is less than nothing; correct it",
    ),
    "year with a stroke": (
        HELP,
        "2020-21: 80.0",
        "2020/21: 80.0",
        "{line}:15: 2020/21: 2020/21 is not a period; write it with a hyphen: 2020-21",
    ),
    "years that do not follow": (
        "data/budget.yml",
        "period: 2019–20",
        "period: 2019–21",
        (
            "{line}:1: period: 2019–21 is not one year after the other; write two years in a row,"
            " like 2024–25"
        ),
    ),
    "years that run backwards": (
        "data/training/attendance.yml",
        "April 2019 to March 2020",
        "April 2020 to March 2019",
        "{line}:1: period: April 2020 to March 2019 runs backwards; write the earlier year first",
    ),
    "a word for nothing": (
        "data/contacts.yml",
        "found: no place at all; it is invented",
        "found: none",
        "{line}:5: found: none would be shown to readers as a word; write null, or delete the line",
    ),
    "an address that is none": (
        "data/contacts.yml",
        "    found: no place",
        "    url: http:/example.org\n    found: no place",
        f"{{line}}:5: url: http:/example.org {WEB}",
    ),
    "twice in a list": (
        TOLD,
        "contacts: [emergency]",
        "contacts: [emergency, emergency]",
        "{line}:93: contacts: emergency stands there twice; delete one",
    ),
    "the same answer twice": (
        TOLD,
        '{text: "No", to',
        '{text: "Yes", to',
        "{line}:10: text: Yes is an answer to this question already; change one of them",
    ),
    "a page of a report that does not say so": (
        "docs/report/money.md",
        "archive: annual-report-2019-20\n",
        "",
        "2:1: archive: this page is of annual report 2019–20; write archive: annual-report-2019-20",
    ),
    "a step that is bound in two ways": (
        LISTENING,
        "within: the same day, force: must",
        "within: the same day, force: may",
        "{line}:74: force: may here, but must on line 19 for the same step; correct one of them",
    ),
    "a step that has two times": (
        LISTENING,
        "within: the same day, force: must",
        "within: the next day, force: must",
        (
            "{line}:52: within: “the next day” here, but “the same day” on line 19 for the same"
            " step; correct one of them"
        ),
    ),
    "a step that has a time and none": (
        LISTENING,
        "within: the same day, force: must",
        "force: must",
        (
            "{line}:5: within: no time here, but “the same day” on line 19 for the same step;"
            " correct one of them"
        ),
    ),
    "I need to, twice": (
        LISTENING,
        "need: listen",
        "need: I need to listen",
        (
            "{line}:1: need: I need to listen to a child follows “I need to” on the page; leave out"
            " these words, and the full stop"
        ),
    ),
    "a draft without a number": (
        LISTENING,
        'version: "1"',
        "version: draft",
        (
            "{line}:1: version: draft is no version; write draft and a number, like: draft 1, or a"
            ' number in quotes, like: "1"'
        ),
    ),
    "a semicolon between words": (
        LISTENING,
        "[a child has told me]",
        "[told; heard]",
        "{line}:12: keywords: put a comma between words, not a semicolon",
    ),
    "a comma within a point": (
        LISTENING,
        "record: [What the child said, The day and the time]",
        "record: [What the child said, when, and why]",
        (
            "{line}:37: record: “and why” stands as a point of its own, because of the comma before"
            " it; put the whole text in quotes"
        ),
    ),
    "no comma between ids": (
        LISTENING,
        "audience: [schools]",
        "audience: [schools everyone]",
        (
            "{line}:12: audience: schools everyone is not in data/audiences.yml; put commas"
            " between: schools, everyone"
        ),
    ),
    "a kind that is not that of the unit": (
        HELP,
        "kind: rate",
        "kind: percent",
        (
            "{line}:9: kind: percent and the unit “per 10,000 children” differ: a unit with %"
            " belongs to percent, and to nothing else; correct one of them"
        ),
    ),
    "an old address that is whole": (
        "data/redirects.yml",
        "from: old/report.pdf",
        "from: https://example.org/old/report.pdf",
        None,
    ),
    "an old address with a space": (
        "data/redirects.yml",
        "from: old/report.pdf",
        "from: old/re port.pdf",
        None,
    ),
    "approved, and a draft": (
        LISTENING,
        'version: "1"',
        "version: draft 2",
        (
            "{line}:1: version: draft 2 was approved; write the number of the approved version,"
            ' like "1"'
        ),
    ),
    "no draft, and not approved": (
        LISTENING,
        "approved: 2026-11-20",
        "approved: null",
        "8:1: version: 1 is not approved; write the day under approved, or a version like: draft 1",
    ),
    "related to itself": (
        LISTENING,
        "related: [worried-about-a-child/, check/]",
        "related: [procedures/listening/, check/]",
        "{line}:11: related: procedures/listening/ is this page itself; delete it",
    ),
    "reviews far apart": (
        LISTENING,
        "12 months",
        "600 months",
        (
            "{line}:1: review_every: 600 months should be a number of months, at most three years,"
            " like 6 months"
        ),
    ),
    "months without an s": (
        LISTENING,
        "12 months",
        "12 month",
        (
            "{line}:1: review_every: 12 month should be a number of months, at most three years,"
            " like 6 months"
        ),
    ),
    "one name for two": (
        LISTENING,
        "owner: practice",
        "owner: policy and procedures",
        (
            "{line}:1: owner: policy and procedures is not in data/sub_groups.yml; write one of"
            " practice, or add it there"
        ),
    ),
    "a pound sign": (
        "data/budget.yml",
        "actual: 2900, lines: 10",
        "actual: £2,900, lines: 10",
        None,
    ),
    "quotes around a number": (
        "data/budget.yml",
        "actual: 2900, lines: 10",
        'actual: "2900", lines: 10',
        "{line}:38: actual: should be a number: write 2900 without quotes",
    ),
    "a minus of another kind": (
        "data/budget.yml",
        "actual: -600",
        "actual: −600",
        "{line}:57: actual: should be a number: write -600",
    ),
    "a day with dashes": (
        LISTENING,
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2026–11–20",
        "{line}:1: last_reviewed: should be a date with hyphens: 2026-11-20",
    ),
    "a way out left off": (
        LISTENING,
        "exit: true",
        'exit: "yes"',
        "{line}:1: exit: has to be: true",
    ),
    "a country that is none": ("data/board.yml", "bank_holidays: ", "bank_holidays: X", None),
    "text for a record": (
        "data/contacts.yml",
        'verified: {on: 2026-11-25, phone: "999", source: ',
        'verified: "rung" # {',
        None,
    ),
}


@pytest.mark.parametrize("name", SLIPS)
def test_slip_is_told_at_its_line(board, name):
    file, old, new, said = SLIPS[name]
    line = edit(board, file, old, new)
    found = complaints(board)
    assert len(found) == 1
    assert found[0].startswith(f"{file}:")
    assert said is None or found == [f"{file}:{said.format(line=line)}"]


WARNED = {
    "a day long ago": (
        LISTENING,
        "{on: 2026-11-20",
        "{on: 1926-11-20",
        "on: 1926-11-20 is long ago; is the year right?",
    ),
    "a promise that has run out": (
        "data/board.yml",
        "timezone:",
        "security: {contact: mailto:told@board.example, expires: 2026-11-22}\ntimezone:",
        "expires: 2026-11-22 is over; ask whether the contact is still right, and write a day at",
    ),
    "a year at the wrong end": (
        HELP,
        "2020-21: 80.0",
        "2010-11: 80.0",
        "2010-11 stands after 2019-20; is the year right?",
    ),
    "a reference of another": (
        HELP,
        "reference: E2",
        "reference: E1",
        "E1 is the reference of in-time too; is it right?",
    ),
    "an hour at night": (
        "data/training/programme.yml",
        "starts: 2027-01-12 10:00",
        "starts: 2027-01-12 02:30",
        "02:30 is early or late; is the time right?",
    ),
}


@pytest.mark.parametrize("name", WARNED)
def test_what_is_likely_a_slip_is_pointed_out(board, name):
    file, old, new, said = WARNED[name]
    edit(board, file, old, new)
    assert complaints(board) == []
    assert [
        said in str(one) for one in checks.warnings(load_site(board), Days(NOW.date(), NOW.date()))
    ] == [True]


def test_only_the_first_of_the_questions_that_are_cut_off_is_told(board):
    edit(board, TOLD, '{text: "No", to: call-team}', '{text: "No", to: more}')
    edit(
        board,
        TOLD,
        "results:\n",
        """  - id: more
    text: More?
    answers: [{text: "No", to: last}, {text: "Yes", to: call-now}]
    sources: [example-guidance]
  - id: last
    text: Really?
    answers: [{text: "No", to: call-team}, {text: "Yes", to: call-now}]
    sources: [example-guidance]
results:
""",
    )
    assert complaints(board) == []
    edit(board, TOLD, "to: more}", "to: call-now}")
    assert [one.partition(": ")[2] for one in complaints(board)] == [
        "id: no answer leads to more; lead one there, or delete it"
    ]
