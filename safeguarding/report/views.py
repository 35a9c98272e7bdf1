"""Figures of a section as a table."""

from safeguarding.report.models import FigureTable
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site


def table(site: Site, figures: FigureTable) -> Table:
    rows = tuple(
        Row(row.label, tuple(_cell(site, cell) for cell in row.cells), lines=_lines(site, row))
        for row in figures.rows
    )
    source = next(
        file.source for file in site.files.values() if figures in getattr(file, "tables", ())
    )
    return Table(
        figures.caption,
        figures.corner,
        tuple(Column(label) for label in figures.columns),
        rows,
        id=figures.id,
        source=source,
    )


def _lines(site, row):
    return tuple(
        sorted(
            {span for cell in row.cells if cell.figure for span in site.figures[cell.figure].lines}
        )
    )


def _cell(site, cell):
    if cell.figure is None:
        return Cell("not given", absent=True)
    return Cell(site.figures[cell.figure].value, cell.note or "")
