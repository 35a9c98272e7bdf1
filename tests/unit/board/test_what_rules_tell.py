"""What every file of a board keeps to: ids, names, lists, pages and days; which line editors are
told to mend, and how."""

import pytest

from tests.broken import Broken
from tests.small import BOARD, HELP, LISTENING

CONTACTS, GLOSSARY, REDIRECTS = "data/contacts.yml", "data/glossary.yml", "data/redirects.yml"
CHANGES, REGISTER, GROUPS = "data/changes.yml", "data/register.yml", "data/sub_groups.yml"
ATTENDANCE, SECTIONS = "data/training/attendance.yml", "data/sections.yml"
TOLD, COPY, CHECK = (
    "data/decision_trees/told.yml",
    "data/decision_trees/a-copy-of-told.yml",
    "docs/check.md",
)
IDS, NAMES, LISTS = "ids_differ", "names_differ", "lists_are_as_meant"
COPIES, THERE = "no_page_is_a_copy", "pages_that_are_named_are_there"
COME, OLD, SECURITY = "days_have_come", "days_are_not_long_ago", "security_has_not_run_out"
KEYWORDS, RECORD = "keywords: [a child has told me]", "record: [What the child said, "
FIGURES = "data/figures/{}.yml"
FIGURE = """source: annual-report-2019-20
figures:
  - {id: {id}, value: "3", about: Partners, lines: 60}
tables: []
"""
TWO_FIGURES = """source: annual-report-2019-20
figures:
  - {id: partners, value: "3", about: Partners, lines: 60}
  - {id: new, value: "4", about: All, lines: 61}
"""
OTHER_TOOL = """id: other
title: Whom?
intro: For all.
questions:
  - {id: danger, text: And?, answers: [{text: a, to: call-now}, {text: b, to: call-now}]}
results:
  - {id: call-now, tone: done, title: The end, text: That is all.}
"""
PAGE = "---\ntitle: {}\ndescription: What it tells.\n---\n# It\n"
TEXT = "site_url: https://board.example/\n"


def security(day: str) -> tuple[str, str]:
    return TEXT, f"{TEXT}security: {{contact: mailto:a@board.example, expires: {day}}}\n"


def figures(id: str) -> str:
    return FIGURE.replace("{id}", id)


BROKEN = {
    "id of another contact": Broken(
        IDS,
        {CONTACTS: ("id: young-line", "id: team")},
        (
            (
                "data/contacts.yml:17:5: id: team is already the id of data/contacts.yml:12;"
                " choose another"
            ),
        ),
    ),
    "id that does not stand first": Broken(
        IDS,
        {
            CONTACTS: [
                ("- id: team\n    name: Example Vale", "- name: Example Vale\n    id: team\n    #"),
                ("id: young-line", "id: team"),
            ]
        },
        (
            (
                "data/contacts.yml:18:5: id: team is already the id of data/contacts.yml:13;"
                " choose another"
            ),
        ),
    ),
    "id of a record in another file": Broken(
        IDS,
        {FIGURES.format("more"): TWO_FIGURES},
        (
            (
                "data/figures/people.yml:4:6: id: partners is already the id of"
                " data/figures/more.yml:3; choose another"
            ),
        ),
    ),
    "id that is local": Broken(IDS, {"data/decision_trees/other.yml": OTHER_TOOL}),
    "copy of a file": Broken(
        IDS,
        {FIGURES.format("a-copy"): figures("new"), FIGURES.format("b"): figures("new")},
        (
            (
                "data/figures/a-copy.yml:1:1: holds the same entries as data/figures/b.yml:3;"
                " delete the one that is a copy, or give the entries of this one ids of their"
                " own"
            ),
        ),
    ),
    "two copies of one length": Broken(
        IDS,
        {FIGURES.format("d"): figures("new"), FIGURES.format("c"): figures("new")},
        (
            (
                "data/figures/d.yml:1:1: holds the same entries as data/figures/c.yml:3; delete"
                " the one that is a copy, or give the entries of this one ids of their own"
            ),
        ),
    ),
    "word explained twice": Broken(
        NAMES,
        {GLOSSARY: ("{term: EVSCP", "{term: Audit")},
        (
            (
                "data/glossary.yml:4:6: term: Audit is already explained in"
                " data/glossary.yml:3; correct it, or delete one"
            ),
        ),
    ),
    "old address twice": Broken(
        NAMES,
        {
            REDIRECTS: (
                "redirects:\n",
                "redirects:\n  - {from: old/report.pdf, to: check/, was: A}\n",
            )
        },
        (
            (
                "data/redirects.yml:5:6: from: old/report.pdf is already an old address in"
                " data/redirects.yml:4; correct it, or delete one"
            ),
        ),
    ),
    "old address twice, which does not stand first": Broken(
        NAMES,
        {
            REDIRECTS: (
                "redirects:\n",
                "redirects:\n  - was: A\n    from: old/report.pdf\n    to: check/\n",
            )
        },
        (
            (
                "data/redirects.yml:7:6: from: old/report.pdf is already an old address in"
                " data/redirects.yml:5; correct it, or delete one"
            ),
        ),
    ),
    "course counted twice": Broken(
        NAMES,
        {ATTENDANCE: ("total:", "  - {course: listening, delegates: 0, lines: 21}\ntotal:")},
        (
            (
                "data/training/attendance.yml:6:6: course: listening is already counted in"
                " data/training/attendance.yml:5; correct it, or delete one"
            ),
        ),
    ),
    "agency twice": Broken(
        NAMES,
        {
            "data/training/attendance-before.yml": (
                "title: The council}\n",
                "title: The council}\n  - {id: council, title: Its schools}\n",
            )
        },
        (
            (
                "data/training/attendance-before.yml:7:6: id: council is already the id of"
                " data/training/attendance-before.yml:6; correct it, or delete one"
            ),
        ),
    ),
    "section twice": Broken(
        NAMES,
        {SECTIONS: ("{id: people, number", "{id: money, number")},
        (
            (
                "data/sections.yml:6:6: id: money is already the id of data/sections.yml:5;"
                " correct it, or delete one"
            ),
        ),
    ),
    "table twice": Broken(
        NAMES,
        {
            HELP: (
                "      - kind: count\n",
                "      - {id: a, title: A, kind: count, unit: calls, basis: calendar,"
                " measures: [{id: x, title: A, lines: 54, values: {2019: 5}}]}\n"
                "      - id: a\n        title: B\n        kind: count\n",
            )
        },
        (
            (
                "data/performance/help.yml:49:9: id: a is already the id of"
                " data/performance/help.yml:48; correct it, or delete one"
            ),
        ),
    ),
    "table without an id beside another": Broken(
        NAMES,
        {
            HELP: (
                "      - kind: count\n",
                "      - {kind: count, unit: calls, basis: calendar, measures: [{id: x, title: A,"
                " lines: 54, values: {2019: 5}}]}\n"
                "      - kind: count\n",
            )
        },
    ),
    "list of a sub-group twice": Broken(
        NAMES,
        {
            GROUPS: (
                "    lists:\n",
                "    lists:\n      - {id: done, title: A, items: [{text: A., lines: 31}]}\n",
            )
        },
        (
            (
                "data/sub_groups.yml:13:9: id: done is already the id of"
                " data/sub_groups.yml:12; correct it, or delete one"
            ),
        ),
    ),
    "semicolon between keywords": Broken(
        LISTS,
        {LISTENING: (KEYWORDS, "keywords: [talk, a child; a talk]")},
        (
            (
                "docs/procedures/listening.md:11:18: keywords: put a comma between words, not a"
                " semicolon"
            ),
        ),
    ),
    "semicolon in another list": Broken(LISTS, {LISTENING: (RECORD, "record: [What; it said, ")}),
    "word twice": Broken(
        LISTS,
        {LISTENING: (KEYWORDS, "keywords: [talk, tell, talk]")},
        (("docs/procedures/listening.md:11:24: keywords: talk stands there twice; delete one"),),
    ),
    "half a sentence with and": Broken(
        LISTS,
        {LISTENING: (RECORD, "record: [What it said, and how, ")},
        (
            (
                "docs/procedures/listening.md:19:24: record: “and how” stands as a point of its"
                " own, because of the comma before it; put the whole text in quotes"
            ),
        ),
    ),
    "half a sentence with or": Broken(
        LISTS,
        {LISTENING: (RECORD, "record: [What it said, or how, ")},
        (
            (
                "docs/procedures/listening.md:19:24: record: “or how” stands as a point of its"
                " own, because of the comma before it; put the whole text in quotes"
            ),
        ),
    ),
    "first words with and": Broken(LISTS, {LISTENING: (RECORD, "record: [and what it said, ")}),
    "Andover": Broken(LISTS, {LISTENING: (RECORD, "record: [What it said, andover, ")}),
    "title of another page": Broken(
        COPIES,
        {CHECK: ("title: Whom do I call?", "title: Home")},
        (
            (
                "docs/index.md:2:1: title: Home is the title of docs/check.md already; change"
                " one of them, or delete the copy"
            ),
        ),
    ),
    "title of another page with a name as long": Broken(
        COPIES,
        {"docs/b.md": PAGE.format("New"), "docs/a.md": PAGE.format("New")},
        (
            (
                "docs/b.md:2:1: title: New is the title of docs/a.md already; change one of"
                " them, or delete the copy"
            ),
        ),
    ),
    "title of a page of another time": Broken(
        COPIES, {CHECK: ("title: Whom do I call?", "title: Money")}
    ),
    "title of a procedure": Broken(
        COPIES,
        {CHECK: ("title: Whom do I call?", "title: When a child tells you something")},
        (
            (
                "docs/procedures/listening.md:2:1: title: When a child tells you something is"
                " the title of docs/check.md already; change one of them, or delete the copy"
            ),
        ),
    ),
    "changed page that is not there": Broken(
        THERE,
        {CHANGES: ("page: report/money/", "page: report/mony/")},
        (
            (
                "data/changes.yml:4:5: page: report/mony/ is not in docs/; did you mean"
                ' "report/money/"?'
            ),
        ),
    ),
    "old address that leads nowhere": Broken(
        THERE,
        {REDIRECTS: ("to: report/", "to: reprot/")},
        (('data/redirects.yml:4:28: to: reprot/ is not in docs/; did you mean "report/"?'),),
    ),
    "old address that leads to a part of a page": Broken(
        THERE, {REDIRECTS: ("to: report/", 'to: "report/#money"')}
    ),
    "keeper that is not there": Broken(
        THERE,
        {REGISTER: ("keeper: practice", "keeper: practise")},
        (
            (
                "data/register.yml:8:50: keeper: practise is not in data/sub_groups.yml; did"
                ' you mean "practice"?'
            ),
        ),
    ),
    "page of a document that is not there": Broken(
        THERE,
        {REGISTER: ("page: procedures/listening/", "page: procedures/lisening/")},
        (
            (
                "data/register.yml:8:87: page: procedures/lisening/ is not in docs/; did you"
                ' mean "procedures/listening/"?'
            ),
        ),
    ),
    "day to come": Broken(
        COME,
        {CHANGES: ("on: 2026-11-20", "on: 2026-11-28")},
        (
            (
                "data/changes.yml:3:5: on: 2026-11-28 is still to come; write the day on which"
                " it happened"
            ),
        ),
    ),
    "today": Broken(COME, {CHANGES: ("on: 2026-11-20", "on: 2026-11-27")}),
    "day that has begun elsewhere": Broken(
        COME, {CHANGES: ("on: 2026-11-20", "on: 2026-11-28")}, latest="2026-11-28"
    ),
    "day of an approval to come": Broken(
        COME,
        {LISTENING: ("approved: 2026-11-20", "approved: 2026-12-24")},
        (
            (
                "docs/procedures/listening.md:7:1: approved: 2026-12-24 is still to come; write"
                " the day on which it happened"
            ),
        ),
    ),
    "no approval": Broken(COME, {LISTENING: ("approved: 2026-11-20", "approved: null")}),
    "day of sixteen years ago": Broken(
        OLD,
        {CHANGES: ("on: 2026-11-20", "on: 2010-12-31")},
        (("data/changes.yml:3:5: on: 2010-12-31 is long ago; is the year right?"),),
    ),
    "day of fifteen years ago": Broken(OLD, {CHANGES: ("on: 2026-11-20", "on: 2011-01-01")}),
    "day of sixteen years ago in another year": Broken(
        OLD,
        {CHANGES: ("on: 2026-11-20", "on: 2011-12-31")},
        (("data/changes.yml:3:5: on: 2011-12-31 is long ago; is the year right?"),),
        today="2027-01-01",
        latest="2026-12-31",
    ),
    "security.txt that has run out": Broken(
        SECURITY,
        {BOARD: security("2026-11-26")},
        (
            (
                "data/board.yml:11:45: expires: 2026-11-26 is over; ask whether the contact is"
                " still right, and write a day at most a year ahead"
            ),
        ),
    ),
    "security.txt on its last day": Broken(
        SECURITY, {BOARD: security("2026-11-27")}, latest="2026-11-28"
    ),
    "no security.txt": Broken(SECURITY, {}),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_problem_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems
