"""The sub-groups, and the documents and groups that the source names."""

from safeguarding.library import Library
from safeguarding.views import words
from safeguarding.views.table import Cell, Column, Row, Table

SILENT = "The report does not say"
HELD = {"yes": "yes", "part": "only in part", "no": "no"}


def sub_groups(library: Library) -> Table:
    columns = (Column("How often it met", figures=False), Column("What became of it", figures=False), Column("Section"))
    rows = tuple(Row(group.name, (Cell(group.meets or SILENT), Cell(group.status), Cell(group.section)), href=f"#{group.id}")
                 for group in library.sub_groups.values())
    return Table("The board’s sub-groups", "Sub-group", columns, rows)


def documents(library: Library) -> Table:
    columns = (Column("What the report says of it", figures=False), Column("Text on this site", figures=False), Column("Lines"))
    rows = tuple(Row(document.title, (Cell(document.status), Cell(HELD[document.held]), Cell(_lines(document))), note=document.note or "")
                 for document in library.register.documents)
    return Table("Documents that the report names", "Document", columns, rows)


def groups(library: Library) -> Table:
    columns = (Column("How often it met", figures=False), Column("Lines"))
    rows = tuple(Row(group.name, (Cell(group.meets or SILENT), Cell(_lines(group))), note=group.note or "")
                 for group in library.register.groups)
    return Table("Groups and meetings that the report names", "Group", columns, rows)


def _lines(record):
    return words.lines(record.lines).partition(" ")[2]
