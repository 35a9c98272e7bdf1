"""Figures of a section as a table."""

from safeguarding.report import views as figures
from safeguarding.shared.table import Cell, Column, Row, Table
from tests.small import plain_site

PEOPLE = "data/figures/people.yml"


def test_table_has_the_values_and_lines_of_its_figures() -> None:
    known = plain_site()
    assert figures.table(known, known.figure_tables["people"]) == Table(
        "People in 2019–20",
        "Who",
        (Column("Number"),),
        (
            Row("Partners", (Cell("3"),), lines=((60, 60),)),
            Row("Teachers of listening", (Cell("12"),), lines=((61, 61),)),
        ),
        id="people",
        source="annual-report-2019-20",
    )


def test_row_of_several_cells_has_the_lines_of_all_in_order_each_once() -> None:
    cells = "[{figure: listeners, note: in all}, {}, {figure: partners}, {figure: listeners}]"
    known = plain_site({PEOPLE: ("[{figure: partners}]", cells)})
    row = figures.table(known, known.figure_tables["people"]).rows[0]
    listeners = Cell("12", "in all")
    assert row.cells == (listeners, Cell("not given", absent=True), Cell("3"), Cell("12"))
    assert row.lines == ((60, 60), (61, 61))


def test_table_names_the_document_of_its_own_file() -> None:
    later = """source: annual-report-2020-21
figures: [{id: later, value: "1", about: Later, lines: 3}]
tables: [{id: later, caption: C, corner: D, columns: [N], rows: [{label: L, cells: [{}]}]}]
"""
    known = plain_site({"data/figures/later.yml": later})
    found = [figures.table(known, one) for one in known.figure_tables.values()]
    assert [(one.id, one.source) for one in found] == [
        ("later", "annual-report-2020-21"),
        ("people", "annual-report-2019-20"),
        ("schools", "schools-list"),
    ]
