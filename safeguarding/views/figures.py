"""Figures of a section as a table."""

from safeguarding.library import Library
from safeguarding.models.board import FigureTable
from safeguarding.views.table import Cell, Column, Row, Table


def table(library: Library, figures: FigureTable) -> Table:
    rows = tuple(
        Row(
            row.label, tuple(_cell(library, cell) for cell in row.cells), lines=_lines(library, row)
        )
        for row in figures.rows
    )
    source = next(
        file.source for file in library.files.values() if figures in getattr(file, "tables", ())
    )
    return Table(
        figures.caption,
        figures.corner,
        tuple(Column(label) for label in figures.columns),
        rows,
        id=figures.id,
        source=source,
    )


def _lines(library, row):
    return tuple(
        sorted(
            {
                span
                for cell in row.cells
                if cell.figure
                for span in library.figures[cell.figure].lines
            }
        )
    )


def _cell(library, cell):
    if cell.figure is None:
        return Cell("not given", absent=True)
    return Cell(library.figures[cell.figure].value, cell.note or "")
