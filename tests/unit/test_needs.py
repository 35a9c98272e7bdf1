"""What every board must keep, because the theme or a list leads there: where it is missing, one
line says so."""

import re

import pytest

from safeguarding import pages
from safeguarding.site import load_site
from tests.conftest import complaints, edit

CONTACTS = "data/contacts.yml"
MADE = {
    "about/contacts.md": "contact_list",
    "training/index.md": "training_dates",
    "training/courses.md": "course_list",
    "training/by-audience.md": "training_by_audience",
    "business-plan/index.md": "priority_table",
    "performance/workforce.md": "theme",
}
PAGES = [
    "index.md",
    "search.md",
    "a-z.md",
    "worried-about-a-child/index.md",
    "procedures/index.md",
    "about/accessibility.md",
    "about/privacy.md",
    "about/feedback.md",
    *MADE,
]


@pytest.mark.parametrize("page", PAGES)
def test_page_that_others_lead_to_is_missed(project, page):
    (project / "docs" / page).unlink()
    name = (
        page if page == "index.md" else page.removesuffix("/index.md").removesuffix(".md") + ".md"
    )
    found = [str(problem) for problem in pages.problems(project / "docs", load_site(project))]
    assert f"docs/{name}:1:1: the page is missing, and other pages lead to it; write it" in found


@pytest.mark.parametrize("page", MADE)
def test_list_that_others_lead_into_is_missed(project, page):
    path = project / "docs" / page
    path.write_text(re.sub(rf"\[\[ {MADE[page]}\(.*\]\]\n", "", path.read_text("utf-8")), "utf-8")
    assert complaints(project) == [
        f"docs/{page}:1:1: {MADE[page]}: is missing, and other pages lead to what it makes; write"
        " that call on a line of its own"
    ]


LACKING = {
    "number for danger": (
        "- id: emergency\n",
        "- id: danger-now\n",
        (
            "contacts: no contact has the id emergency; add the number for a child in danger: it"
            " stands at the top of every page"
        ),
    ),
    "its figures": (
        '    phone: "999"\n',
        "",
        "phone: is missing; add it: it stands at the top of every page",
    ),
    "number of a help line": (
        "    phone: 0808 157 0001\n",
        "",
        "help_line: has no phone beside it; add the number, or delete this line",
    ),
}


@pytest.mark.parametrize("name", LACKING)
def test_number_that_readers_are_told_to_call_is_missed(board, name):
    old, new, expected = LACKING[name]
    edit(board, CONTACTS, old, new)
    assert any(one.startswith(CONTACTS) and expected in one for one in complaints(board))


def test_budget_belongs_to_a_report_of_a_past_year(project):
    text = (project / "data/sources.yml").read_text("utf-8")
    (project / "data/sources.yml").write_text(
        re.sub(r"    archive:\n(      .*\n)+", "", text) + "\n", "utf-8"
    )
    assert any(
        one.startswith("data/budget.yml")
        and "annual-report-2013-14 is not in data/sources.yml as a report with an archive" in one
        for one in complaints(project)
    )


def test_line_past_the_end_of_a_document_names_the_call(board):
    line = edit(
        board, "docs/report/index.md", '[[ source("1-5, 60") ]]', '[[ source("1-5, 600") ]]'
    )
    assert complaints(board) == [
        f"docs/report/index.md:{line}:1: source: 600 is past the end of annual report 2019–20,"
        " which has 90 lines; correct it, or name another document after the lines"
    ]


def test_call_for_a_number_that_is_not_there_names_its_line(board):
    edit(board, CONTACTS, "    phone: 01632 960001\n", "")
    line = edit(
        board, "docs/worried-about-a-child.md", '[[ number("emergency") ]]', '[[ number("team") ]]'
    )
    assert complaints(board) == [
        f"docs/worried-about-a-child.md:{line}:1: number: team has no phone in data/contacts.yml;"
        ' add it there, or write contact("team")'
    ]
