"""Figures of a section as a table, and all figures as a list."""

from collections.abc import Iterator
from functools import partial

from safeguarding.report.models import Figure, FigureCell, FigureRow, FigureTable
from safeguarding.shared import words
from safeguarding.shared.listing import entry, listing
from safeguarding.shared.table import Cell, Column, DataTable, Row, Table
from safeguarding.site import Site


def tables(site: Site) -> Iterator[DataTable]:
    """The tables that pages show."""
    for figures in site.figure_tables.values():
        yield DataTable(figures.id, partial(table, site, figures))


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: the numbers in the text of reports."""
    if site.figures:
        yield DataTable("figures", lambda: figure_list(site))


def table(site: Site, figures: FigureTable) -> Table:
    """A table of figures as the page of its section shows it."""
    rows = tuple(
        Row(row.label, tuple(_cell(site, cell) for cell in row.cells), total=row.total).of(
            *_told(site, row)
        )
        for row in figures.rows
    )
    return Table(
        figures.caption,
        figures.corner,
        tuple(Column(label) for label in figures.columns),
        rows,
        id=figures.id,
        source=site.source_id_of(figures),
    )


def _told(site: Site, row: FigureRow) -> tuple[Figure, ...]:
    """The figures of a row."""
    return tuple(site.figures[cell.figure] for cell in row.cells if cell.figure)


def _cell(site: Site, cell: FigureCell) -> Cell:
    if cell.hidden:
        return Cell(words.ABSENT["suppressed"], absent=True)
    if cell.figure is None:
        return Cell("not given", absent=True)
    return Cell(site.figures[cell.figure].value, cell.note or "")


def figure_list(site: Site) -> Table:
    """Every number that the text of a page names by its id."""
    rows = (
        entry(
            figure.id,
            figure.about,
            figure.value,
            figure.period,
            site.source_of(figure).title,
        ).of(figure)
        for figure in site.figures.values()
    )
    return listing(
        "figures",
        "Numbers in the text of the annual report",
        "About",
        ("Value", "Period", "Document"),
        rows,
    )
