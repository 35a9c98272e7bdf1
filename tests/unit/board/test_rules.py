"""Names differ, pages that are named are there, and no old address takes the place of a page."""

import datetime

import pytest

from tests.boards import INVENTED, REAL, Spoilt

ATTENDANCE = "data/training/attendance.yml"
LISTENING = "docs/procedures/listening.md"
REDIRECTS = "data/redirects.yml"
SECTIONS = "data/sections.yml"
TOLD = "data/decision_trees/told.yml"
CONTACTS = "data/contacts.yml"
LAW = "data/law/law.yml"
BOARD = "data/board.yml"
OF_THE_REPORT = {
    "section used twice": Spoilt(
        SECTIONS,
        "id: health",
        "id: education",
        "6: id: education is already the id of data/sections.yml:10; correct it, or delete one",
    ),
    "list of a sub-group used twice": Spoilt(
        "data/sub_groups.yml",
        "id: achievements",
        "id: how-it-worked",
        (
            "9: id: how-it-worked is already the id of data/sub_groups.yml:14; correct it, or"
            " delete one"
        ),
    ),
    "course counted twice": Spoilt(
        ATTENDANCE,
        "course: wrap",
        "course: managers",
        (
            "6: course: managers is already counted in data/training/attendance.yml:15;"
            " correct it, or delete one"
        ),
        "delegates: 25,",
    ),
}
OF_TODAY = {
    "word explained twice": Spoilt(
        "data/glossary.yml",
        "term: EVSCP",
        "term: Audit",
        "6: term: Audit is already explained in data/glossary.yml:3; correct it, or delete one",
    ),
    "old address of a page that still stands": Spoilt(
        REDIRECTS,
        "from: old/report.pdf",
        "from: check",
        "6: from: a page still stands at check/; delete the page, or this line",
    ),
    "old address of the file of a page": Spoilt(
        REDIRECTS,
        "from: old/report.pdf",
        "from: check/index.html",
        "6: from: a page still stands at check/; delete the page, or this line",
    ),
    "old address of the home page": Spoilt(
        REDIRECTS,
        "from: old/report.pdf",
        "from: index.html",
        "6: from: a page still stands at the home page; delete the page, or this line",
    ),
    "old address below the file of a page": Spoilt(
        REDIRECTS,
        "from: old/report.pdf",
        "from: check/index.html/print",
        "6: from: a page still stands at check/; delete the page, or this line",
    ),
    "old address that is another's file": Spoilt(
        REDIRECTS,
        "redirects:\n",
        "redirects:\n  - {from: old/report.pdf/index.html, to: check/, was: A tool}\n",
        (
            "6: from: old/report.pdf/index.html needs the place of old/report.pdf (line 5);"
            " keep one of them"
        ),
        "- {from: old/report.pdf/index.html, to: check/, was: A tool}",
    ),
    "old address below another's file": Spoilt(
        REDIRECTS,
        "redirects:\n",
        (
            "redirects:\n"
            "  - {from: a.html, to: check/, was: A}\n  - {from: a.html/b, to: check/, was: B}\n"
        ),
        "6: from: a.html/b needs the place of a.html (line 4); keep one of them",
        "- {from: a.html/b, to: check/, was: B}",
    ),
    "old address twice": Spoilt(
        REDIRECTS,
        "redirects:\n",
        "redirects:\n  - {from: old/report.pdf, to: check/, was: A tool}\n",
        (
            "6: from: old/report.pdf is already an old address in data/redirects.yml:4;"
            " correct it, or delete one"
        ),
        "to: report/",
    ),
    "old address that leads nowhere": Spoilt(
        REDIRECTS,
        "to: report/",
        "to: reprot/",
        '28: to: reprot/ is not in docs/; did you mean "report/"?',
    ),
    "adopted document without its page": Spoilt(
        "data/register.yml",
        "page: procedures/listening/",
        "page: procedures/listning/",
        '87: page: procedures/listning/ is not in docs/; did you mean "procedures/listening/"?',
    ),
    "twice in a list": Spoilt(
        TOLD,
        "contacts: [emergency]",
        "contacts: [emergency, emergency]",
        "93: contacts: emergency stands there twice; delete one",
    ),
    "a semicolon between words": Spoilt(
        LISTENING,
        "[a child has told me]",
        "[told; heard]",
        "12: keywords: put a comma between words, not a semicolon",
    ),
    "a comma within a point": Spoilt(
        LISTENING,
        "record: [What the child said, The day and the time]",
        "record: [What the child said, when, and why]",
        (
            "37: record: “and why” stands as a point of its own, because of the comma before"
            " it; put the whole text in quotes"
        ),
    ),
    **{
        f"old address of {old}": Spoilt(
            REDIRECTS,
            "from: old/report.pdf",
            f"from: {old}",
            f"6: from: {old} is an address that the site itself needs; delete this line",
        )
        for old in (
            "404.html",
            "assets/site.css",
            "data/observations.csv",
            "data",
            "sitemap.xml",
            "sitemap.xml.gz",
            "robots.txt",
            "robots.txt/x",
            "updates.xml",
            "opensearch.xml",
            "search/index.json",
            "training/calendar.ics",
            "training/courses/basic.ics",
            "_redirects.conf",
        )
    },
}
# What has happened, happened by today.
AHEAD = {
    "review": Spoilt(
        LISTENING,
        "last_reviewed: 2026-11-20",
        "last_reviewed: 2062-11-20",
        "1: last_reviewed: 2062-11-20 is still to come; write the day on which it happened",
    ),
    "approval": Spoilt(
        LISTENING,
        "approved: 2026-11-20",
        "approved: 2062-11-20",
        "1: approved: 2062-11-20 is still to come; write the day on which it happened",
    ),
    "change of a procedure": Spoilt(
        LISTENING,
        "{on: 2026-11-20",
        "{on: 2062-11-20",
        "6: on: 2062-11-20 is still to come; write the day on which it happened",
    ),
    "confirmation": Spoilt(
        CONTACTS,
        "on: 2026-11-25",
        "on: 2062-11-25",
        "16: on: 2062-11-25 is still to come; write the day on which it happened",
    ),
    "reading of a law": Spoilt(
        LAW,
        "checked: 2026",
        "checked: 2062",
        "5: checked: 2062-11-20 is still to come; write the day on which it happened",
    ),
}
WARNED = {
    "a day long ago": Spoilt(
        LISTENING,
        "{on: 2026-11-20",
        "{on: 1926-11-20",
        "6: on: 1926-11-20 is long ago; is the year right?",
    ),
    "a promise that has run out": Spoilt(
        BOARD,
        "timezone:",
        "security: {contact: mailto:told@board.example, expires: 2026-11-22}\ntimezone:",
        (
            "48: expires: 2026-11-22 is over; ask whether the contact is still right, and"
            " write a day at most a year ahead"
        ),
    ),
}


@pytest.mark.parametrize("spoilt", OF_THE_REPORT.values(), ids=OF_THE_REPORT)
def test_spoilt_fact_of_the_report_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert REAL.problems(spoilt.edits) == [spoilt.problem(REAL)]


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_spoilt_fact_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


def test_id_that_others_name_is_told_where_it_is_given_twice() -> None:
    twice = Spoilt(
        "data/business_plan.yml",
        "id: oversight",
        "id: joint-working",
        "5: id: joint-working is already the id of data/business_plan.yml:46; choose another",
    )
    assert twice.problem(REAL) in REAL.problems(twice.edits)


@pytest.mark.parametrize("spoilt", AHEAD.values(), ids=AHEAD)
def test_day_that_is_still_to_come_is_told(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


@pytest.mark.parametrize("spoilt", WARNED.values(), ids=WARNED)
def test_what_is_likely_wrong_is_pointed_out(spoilt: Spoilt) -> None:
    assert INVENTED.warnings(spoilt.edits) == [spoilt.problem(INVENTED)]


def test_promise_that_ends_today_still_counts() -> None:
    ends = datetime.date(2026, 11, 30)
    promise = f"security: {{contact: mailto:a@board.example, expires: {ends}}}\ntimezone:"
    edits = {BOARD: ("timezone:", promise)}
    assert INVENTED.on(ends).warnings(edits) == []
    line = INVENTED.line_of("timezone:", BOARD)
    assert INVENTED.on(ends + datetime.timedelta(1)).warnings(edits) == [
        f"{BOARD}:{line}:45: expires: {ends} is over; ask whether the contact is still right, and"
        " write a day at most a year ahead"
    ]
