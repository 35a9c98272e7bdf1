"""What names a report, its lines, pages and figures: which line editors are told to mend."""

import pytest

from tests.broken import Broken
from tests.small import BOARD, HELP

BUDGET, NEXT_BUDGET = "data/budget.yml", "data/budget-2020-21.yml"
NEXT_ATTENDANCE = "data/training/attendance-2020-21.yml"
SECTIONS, FIGURES, SOURCES = "data/sections.yml", "data/figures/people.yml", "data/sources.yml"
MONEY = "docs/report/money.md"
HEARD = "data/figures/heard.yml"
ATTENDANCE = "data/training/attendance.yml"
KNOWN, ONE_FILE, LINES = (
    "documents_are_known",
    "reports_have_one_file_of_a_kind",
    "lines_lie_within_their_document",
)
SAY_SO, PAGES, CELLS, NAMED = (
    "pages_of_a_report_say_so",
    "sections_have_their_pages",
    "rows_fit_columns",
    "cells_name_figures_that_are_there",
)
THIS = "source: annual-report-2019-20"
NEXT = "source: annual-report-2020-21"
PLAIN = """sources:
  - {id: a-letter, title: A letter, short_title: letter, published: June 2020, last_line: 90}
"""

BROKEN = {
    "file of a document that is not there": Broken(
        KNOWN,
        {BUDGET: (THIS, f"{THIS}x")},
        (
            (
                "data/budget.yml:2:1: source: annual-report-2019-20x is not in"
                ' data/sources.yml; did you mean "annual-report-2019-20"?'
            ),
        ),
    ),
    "later word of a document that is not there": Broken(
        KNOWN,
        {HELP: ("- source: annual-report-2020-21", "- source: annual-report-2021")},
        (
            (
                "data/performance/help.yml:28:9: source: annual-report-2021 is not in"
                ' data/sources.yml; did you mean "annual-report-2020-21"?'
            ),
        ),
    ),
    "page of a report that is not there": Broken(
        KNOWN,
        {MONEY: ("archive: annual-report-2019-20", "archive: annual-report-2019")},
        (
            (
                "docs/report/money.md:5:1: archive: annual-report-2019 is not in"
                " data/sources.yml as a report with an archive; did you mean"
                ' "annual-report-2019-20"?'
            ),
        ),
    ),
    "page of a document that is no report": Broken(
        KNOWN,
        {
            SOURCES: ("sources:\n", PLAIN),
            MONEY: ("archive: annual-report-2019-20", "archive: a-letter"),
        },
        (
            (
                "docs/report/money.md:5:1: archive: a-letter is not in data/sources.yml as a"
                " report with an archive; write one of annual-report-2019-20,"
                " annual-report-2020-21, or add it there"
            ),
        ),
    ),
    "budget of a document that is no report": Broken(
        KNOWN,
        {SOURCES: ("sources:\n", PLAIN), BUDGET: (THIS, "source: a-letter")},
        (
            (
                "data/budget.yml:2:1: source: a-letter is not in data/sources.yml as a report"
                " with an archive; write one of annual-report-2019-20, annual-report-2020-21, or"
                " add it there"
            ),
        ),
    ),
    "figures of a document that is no report": Broken(
        KNOWN, {SOURCES: ("sources:\n", PLAIN), FIGURES: (THIS, "source: a-letter")}
    ),
    "two attendances of one report": Broken(
        "years_of_a_report_are_told_apart",
        {NEXT_ATTENDANCE: (NEXT, THIS)},
        (
            (
                "data/training/attendance.yml:3:1: period: the report tells of another year in"
                " data/training/attendance-2020-21.yml:3; give one of them an id, by which pages"
                " call it"
            ),
        ),
    ),
    "two lists of groups of one report": Broken(
        ONE_FILE,
        {"data/sub_groups-2020-21.yml": (NEXT, THIS)},
        (
            (
                "data/sub_groups.yml:2:1: source: data/sub_groups-2020-21.yml is already of this"
                " report; name the report that this file comes from"
            ),
        ),
    ),
    "two budgets of one report": Broken(ONE_FILE, {NEXT_BUDGET: (NEXT, THIS)}),
    "line past the end": Broken(
        LINES,
        {BUDGET: ("2900], lines: 10", "2900], lines: 91")},
        (
            (
                "data/budget.yml:6:47: lines: 91 is past the end of annual report 2019–20,"
                " which has 90 lines"
            ),
        ),
    ),
    "last line": Broken(LINES, {BUDGET: ("2900], lines: 10", "2900], lines: 90")}),
    "last of several lines past the end": Broken(
        LINES,
        {BUDGET: ("2900], lines: 10", '2900], lines: "1, 80-95, 96"')},
        (
            (
                "data/budget.yml:6:47: lines: 95 is past the end of annual report 2019–20,"
                " which has 90 lines"
            ),
            (
                "data/budget.yml:6:47: lines: 96 is past the end of annual report 2019–20,"
                " which has 90 lines"
            ),
        ),
    ),
    "line before the first": Broken(
        LINES,
        {BUDGET: ("2900], lines: 10", "2900], lines: 0")},
        (("data/budget.yml:6:47: lines: 0 is no line of the source; lines are counted from 1"),),
    ),
    "first line": Broken(LINES, {BUDGET: ("2900], lines: 10", "2900], lines: 1")}),
    "line of a document that is not there": Broken(
        LINES,
        {BUDGET: [(THIS, f"{THIS}x"), ("2900], lines: 10", "2900], lines: 91")]},
    ),
    "line past the end of a later report": Broken(
        LINES,
        {HELP: ("lines: 30", "lines: 41")},
        (
            (
                "data/performance/help.yml:29:9: lines: 41 is past the end of annual report"
                " 2020–21, which has 40 lines"
            ),
        ),
    ),
    "lines past the end, all of them": Broken(
        LINES,
        {SOURCES: ("last_line: 90", "last_line: 2")},
        (
            (
                "data/sources.yml:7:5: last_line: 28 entries name lines past 2; is this the"
                " number of its last line?"
            ),
        ),
    ),
    "lines past the end, sixteen": Broken(
        LINES,
        {SOURCES: ("last_line: 90", "last_line: 50")},
        (
            (
                "data/figures/people.yml:4:103: lines: 60 is past the end of annual report"
                " 2019–20, which has 50 lines"
            ),
            (
                "data/figures/people.yml:5:81: lines: 61 is past the end of annual report"
                " 2019–20, which has 50 lines"
            ),
            (
                "data/performance/help.yml:8:5: lines: 52 is past the end of annual report"
                " 2019–20, which has 50 lines"
            ),
            (
                "data/performance/help.yml:16:84: lines: 52 is past the end of annual report"
                " 2019–20, which has 50 lines"
            ),
            (
                "data/performance/help.yml:20:13: lines: 51 is past the end of annual report"
                " 2019–20, which has 50 lines"
            ),
            (
                "data/performance/help.yml:35:5: lines: 53 is past the end of annual report"
                " 2019–20, which has 50 lines"
            ),
            (
                "data/performance/help.yml:42:64: lines: 53 is past the end of annual report"
                " 2019–20, which has 50 lines"
            ),
            (
                "data/performance/help.yml:46:5: lines: 54 is past the end of annual report"
                " 2019–20, which has 50 lines"
            ),
            (
                "data/performance/help.yml:52:62: lines: 54 is past the end of annual report"
                " 2019–20, which has 50 lines"
            ),
        ),
    ),
    "page of a section that does not say so": Broken(
        SAY_SO,
        {MONEY: ("archive: annual-report-2019-20\n", "")},
        (
            (
                "docs/report/money.md:2:1: archive: this page is of annual report 2019–20;"
                " write archive: annual-report-2019-20"
            ),
        ),
    ),
    "page of a section that names another report": Broken(
        SAY_SO,
        {MONEY: ("archive: annual-report-2019-20", "archive: annual-report-2020-21")},
        (
            (
                "docs/report/money.md:5:1: archive: this page is of annual report 2019–20;"
                " write archive: annual-report-2019-20"
            ),
        ),
    ),
    "page of a section that is not there": Broken(SAY_SO, {MONEY: None}),
    "page of a section of a report that is not there": Broken(
        SAY_SO, {SECTIONS: (THIS, f"{THIS}x")}
    ),
    "section without its page": Broken(
        PAGES,
        {SECTIONS: ("{id: people,", "{id: peple,")},
        (
            (
                "data/sections.yml:6:6: id: report/peple/ is not in docs/; did you mean"
                ' "report/people/"?'
            ),
        ),
    ),
    "folder without pages": Broken(
        PAGES,
        {SECTIONS: ("folder: report", "folder: reprot")},
        (
            (
                "data/sections.yml:3:1: folder: reprot is no folder of docs/ with pages;"
                " correct it, or add it there"
            ),
        ),
    ),
    "folder without pages, and a section without its page": Broken(
        PAGES,
        {
            SECTIONS: ("folder: report", "folder: reprot"),
            "data/sections-2020-21.yml": ("{id: money,", "{id: mony,"),
        },
        (
            (
                "data/sections.yml:3:1: folder: reprot is no folder of docs/ with pages;"
                " correct it, or add it there"
            ),
            (
                "data/sections-2020-21.yml:5:6: id: report-2020-21/mony/ is not in docs/; did"
                ' you mean "report-2020-21/money/"?'
            ),
        ),
    ),
    "folder that another begins with": Broken(
        PAGES,
        {SECTIONS: ("folder: report", "folder: rep")},
        (
            (
                "data/sections.yml:3:1: folder: rep is no folder of docs/ with pages; correct"
                " it, or add it there"
            ),
        ),
    ),
    "row with too many cells": Broken(
        CELLS,
        {FIGURES: ("[{figure: partners}]", "[{figure: partners}, {}]")},
        (
            (
                "data/figures/people.yml:12:27: cells: has 2 cells, but the table has 1"
                " columns; write {} for a cell without a figure"
            ),
        ),
    ),
    "row with too few cells": Broken(
        CELLS,
        {FIGURES: ("columns: [Number]", "columns: [A, B]")},
        (
            (
                "data/figures/people.yml:12:27: cells: has 1 cells, but the table has 2"
                " columns; write {} for a cell without a figure"
            ),
            (
                "data/figures/people.yml:13:40: cells: has 1 cells, but the table has 2"
                " columns; write {} for a cell without a figure"
            ),
        ),
    ),
    "figure that is not there": Broken(
        NAMED,
        {FIGURES: ("{figure: listeners}", "{figure: lissteners}")},
        (
            (
                "data/figures/people.yml:13:49: figure: lissteners is not in data/figures/; did"
                ' you mean "listeners"?'
            ),
        ),
    ),
    "cell without a figure": Broken(NAMED, {FIGURES: ("{figure: listeners}", "{}")}),
    "small number within a figure": Broken(
        "small_figures_are_meant",
        {FIGURES: ('value: "12", about: People', "value: 3 of 40, about: Children")},
        (
            (
                "data/figures/people.yml:5:21: value: a number below 5 can point to a child; take"
                " it out, or say in small_number why it may be shown: that it counts no children,"
                " for example"
            ),
        ),
    ),
    "small number without a reason": Broken(
        "small_figures_are_meant",
        {FIGURES: ('value: "12", about: People', 'value: "2", about: Children')},
        (
            (
                "data/figures/people.yml:5:21: value: a number below 5 can point to a child; take"
                " it out, or say in small_number why it may be shown: that it counts no children,"
                " for example"
            ),
        ),
    ),
    "number that the board itself takes for small": Broken(
        "small_figures_are_meant",
        {BOARD: ("name: ", "smallest_shown: 20\nname: ")},
        (
            (
                "data/figures/people.yml:5:21: value: a number below 20 can point to a child; take"
                " it out, or say in small_number why it may be shown: that it counts no children,"
                " for example"
            ),
        ),
    ),
    "nought, and what is no number": Broken(
        "small_figures_are_meant", {FIGURES: ('value: "12", about: People', 'value: "0", about: A')}
    ),
    "hidden number beside a total": Broken(
        "hidden_figures_stay_hidden",
        {HEARD: ("{label: Elsewhere, cells: [{hidden: true}]}", "{label: Elsewhere, cells: [{}]}")},
    ),
    "hidden number that a total tells": Broken(
        "hidden_figures_stay_hidden",
        {HEARD: ("      - {label: Elsewhere, cells: [{hidden: true}]}\n", "")},
        (
            (
                "data/figures/heard.yml:13:35: hidden: this hidden number can be worked out from"
                " the total and the rows beside it; hide a second one of these too, or leave the"
                " total out"
            ),
        ),
    ),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_problem_names_its_line(broken: Broken) -> None:
    assert broken.told() == broken.problems


def test_as_many_lines_past_the_end_as_can_be_read_are_told_one_by_one() -> None:
    assert len(Broken(LINES, {SOURCES: ("last_line: 90", "last_line: 22")}).told()) == 16
