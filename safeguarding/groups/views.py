"""The groups of today and of each report, who came to their meetings, and the documents and groups
that the source names."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from safeguarding.groups.models import (
    AnyAttended,
    Came,
    CameInPercent,
    Group,
    GroupMeetings,
    GroupsFile,
    Marked,
    Meetings,
    Seat,
    SubGroup,
    SubGroupsFile,
    seat,
)
from safeguarding.record import Sourced
from safeguarding.shared import addresses, origins, words
from safeguarding.shared.listing import entry, listing
from safeguarding.shared.table import Cell, Column, DataTable, Row, Table
from safeguarding.site import Site

TODAY = "groups-of-today"  # what their data files are called by
HELD = {"yes": "yes", "part": "only in part", "no": "no"}
STATES = {"here": "on this site", "superseded": "superseded", "not held": "not held by this site"}


def tables(site: Site) -> Iterator[DataTable]:
    """The tables that pages show."""
    for chapter in site.chapters.values():
        if chapter.sub_groups:
            yield DataTable(chapter_id(site, chapter), partial(sub_groups, site, chapter))
    register = site.register
    if register.documents:
        yield DataTable("documents", lambda: documents(site))
    if any(document.adopted for document in register.documents):
        yield DataTable("documents-adopted", lambda: adopted(site, ""))
    if register.groups:
        yield DataTable("groups", lambda: groups(site))
    if site.groups:
        yield DataTable(TODAY, lambda: of_today(site))
    for record in site.meetings.values():
        for meetings in record.meetings:
            if meetings.agencies:
                yield DataTable(
                    meetings_id(record, meetings), partial(attendance, site, record, meetings)
                )


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: who sits in each group of today, by role."""
    if site.groups:
        yield DataTable("members", lambda: member_list(site))


def chapter_id(site: Site, chapter: SubGroupsFile) -> str:
    """What the data files of a report's sub-groups are called by: those of the first report bear no
    year."""
    archive = site.sources[chapter.source].archive
    is_first = chapter is next(iter(site.chapters.values()))
    return "sub-groups" if is_first or not archive else words.slug(f"sub-groups {archive.period}")


def sub_groups(site: Site, chapter: SubGroupsFile) -> Table:
    """How often each sub-group met, and what became of it."""
    said, groups = site.board.words, chapter.sub_groups
    columns: dict[Column, list[str | None]] = {
        Column("How often it met", figures=False): [
            met(site, chapter, group) or _silent(site, group) for group in groups
        ],
        Column("What became of it", figures=False): [group.status for group in groups],
        Column("Section"): [group.section for group in groups],
    }
    told = {column: cells for column, cells in columns.items() if any(cells)}
    rows = tuple(
        Row(
            group.name,
            tuple(Cell(cells[place] or "", absent=not cells[place]) for cells in told.values()),
            href=f"#{group.id}",
            id=group.id,
        ).of(group)
        for place, group in enumerate(groups)
    )
    return Table(
        f"The {words.possessive(said.body)} {said.several_groups}",
        words.capital(said.group),
        tuple(told),
        rows,
        sortable=True,
        id=chapter_id(site, chapter),
        source=chapter.source,
    )


def met(site: Site, chapter: SubGroupsFile, group: SubGroup) -> str:
    """How often a group of a report met: in its words, or as its meetings were counted; empty where
    nothing is told."""
    record = site.meetings.get(chapter.source)
    held = [one.held for one in record.meetings if one.group == group.id] if record else []
    if group.meets or not record or not held:
        return group.meets or ""
    return f"{_times(held[0])} ({record.period})"


def _times(number: int) -> str:
    return "Once" if number == 1 else f"{words.number(number)} times"


def of_today(site: Site) -> Table:
    """The groups of today: the level of each, what it reports to, who chairs it, and how often it
    meets. What nobody says of any has no column."""
    levels = _levels(site)
    rows = [
        entry(
            group.id,
            group.name,
            levels.get(group.level or ""),
            site.groups[group.under].name if group.under else None,
            said(seat(group.chair)) if group.chair else None,
            group.meets,
            group.remit,
            href=f"#{group.id}",
        )
        for group in site.groups.values()
    ]
    columns = ("Level", "Reports to", "Chair", "How often it meets", "What it is for")
    return listing(TODAY, "The groups of today", "Group", columns, rows, if_any=columns[:-1])


def member_list(site: Site) -> Table:
    """Who sits in each group of today, by role; its chair first."""
    rows = [
        entry(group.id, group.name, place, one.role, one.agency)
        for group in site.groups.values()
        for place, one in _every_seat(group)
    ]
    return listing(
        "members", "Who sits in each group, by role", "Group", ("Place", "Role", "Agency"), rows
    )


def _every_seat(group: Group) -> Iterator[tuple[str, Seat]]:
    if group.chair:
        yield "Chair", seat(group.chair)
    for one in group.seats:
        yield "Member", one


def _levels(site: Site) -> dict[str, str]:
    """The titles of the levels of today by their ids."""
    return {
        level.id: level.title
        for file in site.files_of(GroupsFile).values()
        for level in file.levels
    }


def said(one: Seat) -> str:
    """A seat in words, like: A. Person, Head of Safeguarding (Police)."""
    role = f"{one.name}, {one.role}" if one.name else one.role
    return f"{role} ({one.agency})" if one.agency else role


@dataclass(frozen=True)
class Node:
    """A group in the chart: its level, if that is told, and what stands below it."""

    name: str
    level: str
    below: tuple["Node", ...]


def chart(site: Site) -> tuple[Node, ...]:
    """The groups of today, each below the one to which it reports."""
    return _tree(tuple(site.groups.values()), _levels(site))


def chart_of(chapter: SubGroupsFile) -> tuple[Node, ...]:
    """The groups of a report in the same way; none where it does not say what reports to what."""
    if all(group.under is None for group in chapter.sub_groups):
        return ()
    return _tree(chapter.sub_groups, {level.id: level.title for level in chapter.levels})


def _tree(
    groups: Sequence[Group | SubGroup], levels: dict[str, str], above: str | None = None
) -> tuple[Node, ...]:
    return tuple(
        Node(group.name, levels.get(group.level or "", ""), _tree(groups, levels, group.id))
        for group in groups
        if group.under == above
    )


@dataclass(frozen=True)
class GroupView:
    """A group of today: what is known of it as (label, words), and who sits in it."""

    group: Group
    facts: tuple[tuple[str, str], ...]
    members: tuple[str, ...]


def group(site: Site, id: str) -> GroupView:
    """A group of today as its part of a page tells of it."""
    one = site.groups[id]
    below = [other.name for other in site.groups.values() if other.under == id]
    facts = (
        ("Level", _levels(site).get(one.level or "", "")),
        ("Reports to", site.groups[one.under].name if one.under else ""),
        ("Reports come from", "; ".join(below)),
        ("Chair", said(seat(one.chair)) if one.chair else ""),
        ("How often it meets", one.meets or ""),
    )
    return GroupView(one, tuple(fact for fact in facts if fact[1]), tuple(map(said, one.seats)))


# What a mark says, in the order of the key.
MARKS = {
    "Y": "came",
    "D": "sent a deputy",
    "A": "sent apologies",
    "N": "did not come",
    "x": "had no seat then",
    "u": "not told",
}


def meetings_id(record: Meetings, meetings: GroupMeetings) -> str:
    """What the data files of the meetings of a group are called by, like meetings-board-2020-21."""
    return words.slug(f"meetings {meetings.group or 'board'} {record.period}")


def attendance(site: Site, record: Meetings, meetings: GroupMeetings) -> Table:
    """How often each agency was at the meetings of a group: its mark for each meeting, where marks
    are told, then numbers."""
    marked = any(isinstance(one, Marked) for one in meetings.agencies)
    days = [words.day(day) for day in meetings.days]
    heads = days or [f"Meeting {number}" for number in range(1, meetings.held + 1)]
    columns = (
        *(Column(head, figures=False) for head in heads if marked),
        Column("Came", "meetings"),
        Column("Sent a deputy", "meetings"),
        Column("Meetings", "number"),
        Column("Came or sent a deputy", "%"),
    )
    rows = tuple(
        Row(
            one.named,
            (
                *(_mark(one, place) for place in range(meetings.held) if marked),
                *_numbers(one, meetings),
            ),
        ).of(meetings)
        for one in meetings.agencies
    )
    used = {mark for one in meetings.agencies if isinstance(one, Marked) for mark in one.marks}
    key = "; ".join(f"{mark}: {meaning}" for mark, meaning in MARKS.items() if mark in used)
    every = "meeting" if meetings.held == 1 else f"{meetings.held} meetings"
    return Table(
        f"Who came to the {every} of {_whose(site, record, meetings)}, {record.period}",
        "Agency",
        columns,
        rows,
        notes=(f"{key}.",) if marked else (),
        id=meetings_id(record, meetings),
        source=record.source,
    )


def _whose(site: Site, record: Meetings, meetings: GroupMeetings) -> str:
    if meetings.group is None:
        return site.board.name
    chapter = site.chapters.get(record.source)
    then = {one.id: one for one in chapter.sub_groups} if chapter else {}
    known = then.get(meetings.group)
    if known:
        return f"the {known.name} {site.board.words.group}"
    return site.group_name(meetings.group)


def _mark(one: AnyAttended, place: int) -> Cell:
    """The mark of a meeting, which the key explains."""
    mark = one.marks[place] if isinstance(one, Marked) else ""
    return Cell(mark, absent=not mark, value=MARKS.get(mark))


def _numbers(one: AnyAttended, meetings: GroupMeetings) -> tuple[Cell, ...]:
    """To how many meetings it came, to how many it sent a deputy, out of how many, and what % that
    is: the one that the source prints, where it prints one."""
    if isinstance(one, CameInPercent):
        return _number(None), _number(None), _number(meetings.held), _number(one.percent)
    if isinstance(one, Marked):
        came, deputies = one.marks.count("Y"), one.marks.count("D")
        whole = len(one.marks) - one.marks.count("x") - one.marks.count("u")
        return (
            _number(came),
            _number(deputies),
            _number(whole),
            _number(_share(came + deputies, whole)),
        )
    assert isinstance(one, Came)
    whole = one.of or meetings.held
    percent = _share(one.came + (one.deputies or 0), whole) if one.percent is None else one.percent
    return _number(one.came), _number(one.deputies), _number(whole), _number(percent)


def _share(there: int, whole: int) -> int | None:
    """What % of the meetings, a half rounded up; none where it had no seat at any."""
    return (200 * there + whole) // (2 * whole) if whole else None


def _number(value: Decimal | int | None) -> Cell:
    if value is None:
        return Cell("not given", absent=True)
    return Cell(words.number(value), value=value)


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
