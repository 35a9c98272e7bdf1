"""Rules between facts: each broken rule names the line to mend."""

from pathlib import Path

import pytest

from tests.conftest import complaints, edit, run

BUDGET, ATTENDANCE, PLAN, REDIRECTS = (
    "data/budget.yml",
    "data/training/attendance.yml",
    "data/business_plan.yml",
    "data/redirects.yml",
)
OUTCOMES, QUALITY, WORKFORCE = (
    f"data/performance/{name}.yml" for name in ("outcomes", "quality-and-timeliness", "workforce")
)
BROKEN = {
    "spending that does not add up": (
        BUDGET,
        "actual: 14268",
        "actual: 14269",
        "62: actual: the lines above add up to 87,880, not 87,879; correct a line or the total",
        "expenditure_total:",
    ),
    "planned spending that does not add up": (
        BUDGET,
        "budget: 5000",
        "budget: 5001",
        "47: budget: the lines above add up to 94,806, not 94,805; correct a line or the total",
        "expenditure_total:",
    ),
    "income that does not add up": (
        BUDGET,
        "budget: 0, actual: 1000",
        "budget: 0, actual: 1001",
        "52: actual: the lines above add up to 92,116, not 92,115; correct a line or the total",
        "income_total:",
    ),
    "surplus that does not follow": (
        BUDGET,
        "actual: -4236",
        "actual: 4236",
        "3: actual: income less spending is 4,236, so this should be -4,236",
    ),
    "delegates that do not add up": (
        ATTENDANCE,
        "delegates: 308",
        "delegates: 309",
        "9: delegates: the courses add up to 1,326, not 1,325; correct a course or the total",
        "total: {delegates",
    ),
    "distribution that is not 100": (
        QUALITY,
        "2012-13: 24,",
        "2012-13: 25,",
        "9: total: our column for 2012-13 adds up to 101, not 100; correct a value or the total",
        "total: 100",
    ),
    "percentage that its count denies": (
        OUTCOMES,
        "{value: 33.3, count: 2, of: 6}",
        "{value: 34.3, count: 2, of: 6}",
        "15: values: 2012-13: 2 of 6 is 33.3%, not 34.3%; correct one of them",
    ),
    "count of nothing": (
        OUTCOMES,
        "count: 0, of: 2}",
        "count: 1, of: 0}",
        "15: values: 2011-12: 1 of 0 cannot be; correct the counts",
    ),
    "share that another measure denies": (
        "data/performance/safe-environment.yml",
        "{value: 32, count: 79}",
        "{value: 33, count: 79}",
        "15: values: 2011-12: 79 of 247 is 32%, not 33%; correct one of them",
    ),
    "period of the wrong basis": (
        WORKFORCE,
        "2013-09-30: 6.0",
        "2013-14: 6.0",
        "22: values: 2013-14 is not a period of the basis as_at; write a day like 2025-03-31",
    ),
    "value and absence together": (
        WORKFORCE,
        "2013-09-30: 6.0",
        "2013-09-30: {value: 6.0, absence: blank}",
        "22: values: 2013-09-30 needs a value, or low and high, or words like: not available",
    ),
    "half a range": (
        WORKFORCE,
        "2013-09-30: 6.0",
        "2013-09-30: {low: 6.0}",
        "22: values: 2013-09-30 needs a value, or low and high, or words like: not available",
    ),
    "unknown area": (
        WORKFORCE,
        "england: {",
        "englnad: {",
        (
            "15: comparators: englnad is not in data/performance/framework.yml; did you mean"
            ' "england"?'
        ),
    ),
    "unknown indicator in the plan": (
        PLAN,
        "indicators: [n7,",
        "indicators: [n99,",
        "18: indicators: n99 is not in data/performance/; ",
    ),
    "unknown section in the plan": (
        PLAN,
        "sections: [activity, missing]",
        "sections: [activity, mising]",
        '26: sections: mising is not in data/sections.yml; did you mean "missing"?',
    ),
    "unknown priority in a question": (
        "data/performance/framework.yml",
        "priorities: [oversight",
        "priorities: [oversigth",
        '18: priorities: oversigth is not in data/business_plan.yml; did you mean "oversight"?',
    ),
    "unknown theme": (
        "data/performance/framework.yml",
        "themes: [protected-from-abuse",
        "themes: [protected",
        '10: themes: protected is not in data/performance/; did you mean "protected-from-abuse"?',
    ),
    "unknown source": (
        BUDGET,
        "source: annual-report-2013-14",
        "source: annual-report-2013",
        (
            "1: source: annual-report-2013 is not in data/sources.yml; did you mean"
            ' "annual-report-2013-14"?'
        ),
    ),
    "line past the end": (
        BUDGET,
        "lines: 568",
        "lines: 5680",
        "77: lines: 5680 is past the end of annual report 2013–14, which has 917 lines",
    ),
    "id used twice": (
        PLAN,
        "id: oversight",
        "id: joint-working",
        "5: id: joint-working is already the id of data/business_plan.yml:",
    ),
    "section used twice": (
        "data/sections.yml",
        "id: health",
        "id: education",
        "6: id: education is already the id of data/sections.yml:",
    ),
    "list of a sub-group used twice": (
        "data/sub_groups.yml",
        "id: achievements",
        "id: how-it-worked",
        "9: id: how-it-worked is already the id of data/sub_groups.yml:",
    ),
    "course counted twice": (
        ATTENDANCE,
        "course: wrap",
        "course: managers",
        "6: course: managers is already counted in data/training/attendance.yml:",
        "delegates: 25,",
    ),
    "section without its page": (
        "data/sections.yml",
        "id: health",
        "id: helath",
        '6: id: annual-report/helath/ is not in docs/; did you mean "annual-report/health/"?',
    ),
    "folder without pages": (
        "data/sections.yml",
        "folder: annual-report",
        "folder: anual-report",
        "1: folder: anual-report is no folder of docs/ with pages; correct it, or add it there",
    ),
    "break in a year without values": (
        OUTCOMES,
        "          2012-13: The measure",
        "          2018-19: The measure",
        "11: breaks: 2018-19 is not in the periods of this table; ",
    ),
    "area without values that is left off the total": (
        QUALITY,
        "unreconciled: [statistical-neighbours]",
        "unreconciled: [england-and-wales]",
        "24: unreconciled: england-and-wales is not in the comparators of this table; ",
    ),
    "line before the first": (
        BUDGET,
        "lines: 568",
        "lines: 0",
        "77: lines: 0 is no line of the source; lines are counted from 1",
    ),
}
BROKEN_TODAY = {  # what has no year, in the invented board
    "word explained twice": (
        "data/glossary.yml",
        "term: EVSCP",
        "term: Audit",
        "6: term: Audit is already explained in data/glossary.yml:",
    ),
    "old address of a page that still stands": (
        REDIRECTS,
        "from: old/report.pdf",
        "from: check",
        "6: from: a page still stands at check/; delete the page, or this line",
    ),
    "old address of the file of a page": (
        REDIRECTS,
        "from: old/report.pdf",
        "from: check/index.html",
        "from: a page still stands at check/; delete the page, or this line",
    ),
    "old address of the home page": (
        REDIRECTS,
        "from: old/report.pdf",
        "from: index.html",
        "from: a page still stands at the home page; delete the page, or this line",
    ),
    "old address below the file of a page": (
        REDIRECTS,
        "from: old/report.pdf",
        "from: check/index.html/print",
        "from: a page still stands at check/; delete the page, or this line",
    ),
    **{
        f"old address of {old}": (
            REDIRECTS,
            "from: old/report.pdf",
            f"from: {old}",
            f"from: {old} is an address that the site itself needs; delete this line",
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
    "old address that is another's file": (
        REDIRECTS,
        "redirects:\n",
        "redirects:\n  - {from: old/report.pdf/index.html, to: check/, was: A tool}\n",
        "from: old/report.pdf/index.html needs the place of old/report.pdf (line 5); keep one of"
        " them",
    ),
    "old address below another's file": (
        REDIRECTS,
        "redirects:\n",
        "redirects:\n  - {from: a.html, to: check/, was: A}\n  - {from: a.html/b, to: check/, was:"
        " B}\n",
        "from: a.html/b needs the place of a.html (line 4); keep one of them",
    ),
    "old address with a slash at its end": (
        REDIRECTS,
        "from: old/report.pdf",
        "from: /old/report.pdf",
        "6: from: /old/report.pdf has a slash at an end; write old/report.pdf",
    ),
    "old address twice": (
        REDIRECTS,
        "redirects:\n",
        "redirects:\n  - {from: old/report.pdf, to: check/, was: A tool}\n",
        "6: from: old/report.pdf is already an old address in data/redirects.yml:",
        "to: report/",
    ),
    "old address that leads nowhere": (
        REDIRECTS,
        "to: report/",
        "to: reprot/",
        '28: to: reprot/ is not in docs/; did you mean "report/"?',
    ),
    "adopted document without its page": (
        "data/register.yml",
        "page: procedures/listening/",
        "page: procedures/listning/",
        '87: page: procedures/listning/ is not in docs/; did you mean "procedures/listening/"?',
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_rule_names_the_line(project: Path, name: str) -> None:
    broken(project, *BROKEN[name])


@pytest.mark.parametrize("name", BROKEN_TODAY)
def test_broken_rule_of_today_names_the_line(board: Path, name: str) -> None:
    broken(board, *BROKEN_TODAY[name])


def broken(folder: Path, file: str, old: str, new: str, expected: str, at: str = "") -> None:
    """`expected` begins with the column. The line is the changed one, or the one that says `at`."""
    line = edit(folder, file, old, new)
    told = nearest(folder, file, at, line) if at else line
    found = complaints(folder)
    assert any(one.startswith(f"{file}:{told}:{expected}") for one in found), found


def nearest(folder: Path, file: str, words: str, line: int) -> int:
    """The line of a file that says the words, the one nearest to `line` if there are several."""
    lines = (folder / file).read_text("utf-8").splitlines()
    found = [number for number, text in enumerate(lines, 1) if words in text]
    return min(found, key=lambda number: abs(number - line))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (
            OUTCOMES,
            "              2012-13: {value: 33.3, count: 2,",
            "              2012-13: {value: 33.3, count: 5,",
        ),
        (
            "data/performance/activity.yml",
            "              statistical-neighbours: {2012-13: 319.3}",
            "              statistical-neigbours: {2012-13: 319.3}",
        ),
    ],
)
def test_one_wrong_line_of_a_list_is_named_itself(project, file, old, new):
    line = edit(project, file, old, new)
    assert [one.split(":")[:2] for one in complaints(project)] == [[file, str(line)]]


def test_one_wrong_word_of_a_list_is_named_at_its_own_line(board):
    line = edit(
        board,
        "docs/procedures/listening.md",
        "related: [worried-about-a-child/, check/]",
        "related:\n  - worried-about-a-child/\n  - chek/\n  - about/",
    )
    assert [one.split(":")[:2] for one in complaints(board)] == [
        ["docs/procedures/listening.md", str(line + 2)]
    ]


def test_small_count_needs_a_reason(project):
    edit(project, WORKFORCE, "kind: percent", "kind: count")
    edit(project, WORKFORCE, "2013-09-30: 6.0", "2013-09-30: 3")
    assert any(
        "a count below 5 can point to a child; write suppressed, or say in small_numbers why it may"
        " be shown" in one
        for one in complaints(project)
    )


def test_suppressed_count_needs_no_reason(project):
    edit(project, WORKFORCE, "kind: percent", "kind: count")
    edit(project, WORKFORCE, 'unit: "% of ', 'unit: "')
    edit(project, WORKFORCE, "2013-09-30: 6.0", "2013-09-30: suppressed")
    assert complaints(project) == []


def test_rounding_must_be_allowed_by_the_table(project):
    edit(project, QUALITY, "rounding: 0.1", "rounding: 0.0")
    assert any(
        "our column for 2012-03-31 adds up to 100.1, not 100" in one for one in complaints(project)
    )


def test_several_tables_need_titles(project):
    edit(project, OUTCOMES, "        title: Aged 0 to 17\n", "")
    assert any(
        "title: is missing; an indicator with several tables needs a title for each" in one
        for one in complaints(project)
    )


def test_all_broken_rules_are_told_at_once(project):
    edit(project, BUDGET, "actual: 14268", "actual: 14269")
    edit(project, ATTENDANCE, "delegates: 308", "delegates: 309")
    assert len(complaints(project)) == 2


def test_broken_sum_stops_the_build_with_its_line_and_leaves_the_site(project):
    (project / "site").mkdir()
    (project / "site/index.html").write_text("as it was")
    edit(project, BUDGET, "actual: 14268", "actual: 14269")
    done = run(project, "build")
    assert done.returncode == 1
    assert done.stderr.startswith("data/budget.yml:")
    assert (project / "site/index.html").read_text() == "as it was"
