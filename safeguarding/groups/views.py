"""The sub-groups, and the documents and groups that the source names."""

from collections.abc import Iterable, Iterator

from safeguarding.groups.models import SubGroupsFile
from safeguarding.record import Sourced
from safeguarding.shared import addresses, origins, words
from safeguarding.shared.table import Cell, Column, DataTable, Row, Table
from safeguarding.site import Site

HELD = {"yes": "yes", "part": "only in part", "no": "no"}
STATES = {"here": "on this site", "superseded": "superseded", "not held": "not held by this site"}


def tables(site: Site) -> Iterator[DataTable]:
    """The tables that pages show."""
    register = site.register
    if site.sub_groups:
        yield DataTable("sub-groups", lambda: sub_groups(site))
    if register.documents:
        yield DataTable("documents", lambda: documents(site))
    if any(document.adopted for document in register.documents):
        yield DataTable("documents-adopted", lambda: adopted(site, ""))
    if register.groups:
        yield DataTable("groups", lambda: groups(site))


def sub_groups(site: Site) -> Table:
    """How often each sub-group met, and what became of it."""
    said = site.board.words
    columns = (
        Column("How often it met", figures=False),
        Column("What became of it", figures=False),
        Column("Section"),
    )
    rows = tuple(
        Row(
            group.name,
            (Cell(group.meets or _silent(site, group)), Cell(group.status), Cell(group.section)),
            href=f"#{group.id}",
            id=group.id,
        ).of(group)
        for group in site.sub_groups.values()
    )
    return Table(
        f"The {words.possessive(said.body)} {said.several_groups}",
        words.capital(said.group),
        columns,
        rows,
        sortable=True,
        id="sub-groups",
        source=site.only(SubGroupsFile).source,
    )


def documents(site: Site) -> Table:
    """Every document that the report names, and whether this site holds its text."""
    called = site.source_of(site.register).called
    columns = (
        Column(f"What the {called} says of it", figures=False),
        Column("Text on this site", figures=False),
        _place_column(site.register.documents),
    )
    rows = tuple(
        Row(
            document.title,
            (Cell(document.status), Cell(HELD[document.held]), _place(document)),
            note=document.note or "",
            id=document.id,
        ).of(document)
        for document in site.register.documents
    )
    return Table(
        f"Documents that the {called} names",
        "Document",
        columns,
        rows,
        sortable=True,
        id="documents",
        source=site.register.source,
    )


def adopted(site: Site, here: str) -> Table:
    """The documents that the board adopted: what each was for, who kept it, and where it is now."""
    columns = (
        Column("What it was for", figures=False),
        Column("Kept by", figures=False),
        Column("Now", figures=False),
        _place_column(site.register.documents),
    )
    rows = tuple(
        Row(
            document.title,
            (
                Cell(document.adopted.purpose),
                Cell(site.group_name(document.adopted.keeper)),
                Cell(STATES[document.adopted.state]),
                _place(document),
            ),
            href=addresses.relative(document.adopted.page, here) if document.adopted.page else "",
            id=document.id,
        ).of(document)
        for document in site.register.documents
        if document.adopted
    )
    return Table(
        f"Documents that the {site.board.words.body} adopted",
        "Document",
        columns,
        rows,
        sortable=True,
        id="documents-adopted",
        source=site.register.source,
    )


def groups(site: Site) -> Table:
    """Every other group and meeting that the report names."""
    columns = (Column("How often it met", figures=False), _place_column(site.register.groups))
    rows = tuple(
        Row(
            group.name,
            (Cell(group.meets or _silent(site, group)), _place(group)),
            note=group.note or "",
            id=group.id,
        ).of(group)
        for group in site.register.groups
    )
    return Table(
        f"Groups and meetings that the {site.source_of(site.register).called} names",
        "Group",
        columns,
        rows,
        sortable=True,
        id="groups",
        source=site.register.source,
    )


def _silent(site: Site, record: Sourced) -> str:
    return f"The {site.source_of(record).called} does not say"


def _place_column(records: Iterable[Sourced]) -> Column:
    in_words = any(record.at for record in records)
    return Column("Place in the source", figures=False) if in_words else Column("Lines")


def _place(record: Sourced) -> Cell:
    """The numbers of the lines alone, for a column that says what they are; or the place in
    words."""
    place = origins.place(record)
    return Cell(place.partition(" ")[2] if record.lines else place, absent=not place)
