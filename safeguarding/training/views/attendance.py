"""Who came to the training of a year: to each course and event, from each agency, and what they
said of it. What the source leaves out is a gap, and a column without any value is not there."""

from collections.abc import Iterator
from decimal import Decimal

from safeguarding.shared import words
from safeguarding.shared.bars import OURS, Bars, stacked
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site
from safeguarding.training.models import (
    Attendance,
    AttendanceTotal,
    Attended,
    CourseAttendance,
    Evaluation,
    EventAttendance,
)
from safeguarding.training.rules import contradiction

# What is told of each line, in order: its field, the heading of its column, and its unit.
COLUMNS = (
    ("held", "Times held", "number"),
    ("cancelled", "Times cancelled", "number"),
    ("days", "Length together", "days"),
    ("delegates", "Delegates", "number"),
    ("places", "Places", "number"),
    ("filled", "Places taken", "%"),
    ("booked", "Booked", "number"),
    ("turned_up", "Booked and came", "%"),
    ("gave_up", "Gave up the place", "number"),
    ("no_shows", "Booked, did not come", "number"),
    ("unbooked", "Came without booking", "number"),
)
UNITS = {"people": "people", "percent": "%", "mark": "mark"}
Line = CourseAttendance | EventAttendance


def table_id(site: Site, record: Attendance, what: str = "attendance") -> str:
    """What the data files of an attendance are called by, like attendance-2024-25, with its id
    where its report tells of several years."""
    archive = site.sources[record.source].archive
    return words.slug(f"{what} {archive.period if archive else record.period} {record.id or ''}")


def table(site: Site, record: Attendance) -> Table:
    """How many came to each course and event, with the totals that the source prints."""
    lines = [*record.attended, *filter(None, [record.total])]
    columns = [
        column for column in COLUMNS if any(getattr(line, column[0]) is not None for line in lines)
    ]
    in_words = {
        Column("Length", figures=False): [_length(site, line) for line in lines],
        Column("Taught by", figures=False): [line.taught_by or "" for line in lines],
    }
    told = {column: texts for column, texts in in_words.items() if any(texts)}
    rows = [
        Row(
            _all(record) if line is record.total else _title(site, line),
            (
                *(Cell(texts[place]) for texts in told.values()),
                *(_cell(getattr(line, field)) for field, _, _ in columns),
            ),
            id=getattr(line, "course", None) or "",
            total=line is record.total,
        ).of(line)
        for place, line in enumerate(lines)
    ]
    return Table(
        f"Delegates at each {_each(record)}, {record.period}",
        _each(record).capitalize(),
        (*told, *(Column(heading, unit) for _, heading, unit in columns)),
        tuple(rows),
        tuple(_contradictions(site, record)),
        sortable=True,
        id=table_id(site, record),
        source=record.source,
    )


def _contradictions(site: Site, record: Attendance) -> Iterator[str]:
    """Numbers of the source that contradict others of it."""
    headings = {field: heading for field, heading, _ in COLUMNS}
    for line in (*record.attended, *filter(None, [record.total])):
        name = _all(record) if line is record.total else _title(site, line)
        for field in line.unreconciled:
            wrong = contradiction(record, line, field)
            yield f"{name}, {headings[field]}: {wrong}. The source has both."


def by_agency(site: Site, record: Attendance) -> Table:
    """How many came from each agency: to each course and event, where the source tells them apart,
    and to all."""
    lines = [line for line in record.attended if line.by_agency]
    rows = [_by_agency(record, line, _title(site, line), line.course or "") for line in lines]
    if record.total and record.total.by_agency:
        rows.append(_by_agency(record, record.total, _all(record), total=True))
    return Table(
        f"Where delegates came from, {record.period}",
        _each(record).capitalize(),
        (
            *(Column(agency.title, "number") for agency in record.agencies),
            Column("All agencies", "number"),
        ),
        tuple(rows),
        id=table_id(site, record, "attendance by agency"),
        source=record.source,
    )


def _by_agency(
    record: Attendance, line: Attended, title: str, id: str = "", *, total: bool = False
) -> Row:
    cells = tuple(_cell(line.by_agency.get(agency.id)) for agency in record.agencies)
    return Row(title, (*cells, _cell(line.delegates)), id=id, total=total).of(line)


def evaluation(site: Site, record: Attendance) -> Table:
    """What delegates said of the training: a row for each answer, a group for each question."""
    rows = [row for one in record.evaluation for row in _answers(site, one)]
    return Table(
        f"What delegates said, {record.period}",
        "Answer",
        (Column("Value"), Column("Counted in", figures=False)),
        tuple(rows),
        id=table_id(site, record, "evaluation"),
        source=record.source,
    )


def _answers(site: Site, one: Evaluation) -> list[Row]:
    of_course = f"{site.courses[one.course].title}: " if one.course else ""
    unit = UNITS[one.counted_in] + (f" out of {one.highest}" if one.highest else "")
    return [
        Row(f"{of_course}{one.question}", part=True),
        *(
            Row(
                answer.title,
                (_answer(answer.value, one.answered), Cell(unit)),
            ).of(one)
            for answer in one.answers
        ),
    ]


def _answer(value: Decimal, answered: int | None) -> Cell:
    """A number of people, a share or a mark, with how many people answered."""
    if answered is None:
        return _cell(value)
    people = f"{words.number(answered)} answered"
    return Cell(words.number(value), people, value=value, parts=(("of", answered),))


def bars(site: Site, record: Attendance) -> Bars:
    """Who came to each course and event, as bars, the longest first."""
    came = [(line, line.delegates) for line in record.attended if line.delegates is not None]
    ordered = sorted(came, key=lambda pair: -pair[1])
    values = [(_title(site, line), OURS, delegates) for line, delegates in ordered]
    return stacked(
        "attendance",
        f"Delegates at each {_each(record)}, {record.period}",
        "Delegates",
        values,
        ordered[0][1] or 1,
    )


def _each(record: Attendance) -> str:
    """What a line of the table is."""
    if not record.events:
        return "course"
    return "course and event" if record.courses else "event"


def _all(record: Attendance) -> str:
    """What the totals are of."""
    if not record.events:
        return "All courses"
    return "All courses and events" if record.courses else "All events"


def _title(site: Site, line: Line | AttendanceTotal) -> str:
    if isinstance(line, CourseAttendance):
        return site.courses[line.course].title
    return line.title if isinstance(line, EventAttendance) else ""


def _length(site: Site, line: Line | AttendanceTotal) -> str:
    if isinstance(line, CourseAttendance):
        return site.courses[line.course].length or ""
    return (line.length or "") if isinstance(line, EventAttendance) else ""


def _cell(value: Decimal | int | None) -> Cell:
    """A number as the source has it; a gap where it says nothing."""
    if value is None:
        return Cell("not given", absent=True)
    return Cell(words.number(value), value=value)
