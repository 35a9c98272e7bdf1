"""Every table of the site, as its data files hold it: those that pages show, and lists of what
pages show in other shapes."""

from collections.abc import Iterator
from functools import lru_cache

from safeguarding.library import Library
from safeguarding.views import (
    addresses,
    budget,
    courses,
    figures,
    indicators,
    overview,
    plan,
    register,
    review,
    sessions,
)
from safeguarding.views.table import Cell, Column, Row, Table


@lru_cache(maxsize=1)  # a page for each of them would make them all anew
def tables(library: Library) -> tuple[Table, ...]:
    """Each with an id that no other has. None depends on the day."""
    return tuple(_tables(library))


def _tables(library) -> Iterator[Table]:
    for report in library.budgets.values():
        yield budget.expenditure(report)
        yield budget.income(report)
    for record in library.attendances.values():
        yield courses.attendance(library, record)
    for table in library.figure_tables.values():
        yield figures.table(library, table)
    yield overview.summary(library, library.themes.values(), "")
    yield observations(library)
    for indicator in library.indicators.values():
        for table in indicator.tables:
            yield indicators.table(library, indicator, table)
    yield from (
        register.sub_groups(library),
        register.documents(library),
        register.adopted(library, ""),
        register.groups(library),
    )
    yield from (
        _figures(library),
        _priorities(library),
        _questions(library),
        _procedures(library),
        _time_limits(library),
        _courses(library),
        _sessions(library),
        _contacts(library),
        _terms(library),
        _authorities(library),
    )


def observations(library: Library) -> Table:
    """Every value of the framework, one a row: the shape that does not change when a year is
    added."""
    columns = ("Indicator", "Table", "Unit", "Basis", "Area", "Period", "Value")
    rows = tuple(
        Row(
            measure.title,
            (
                *map(
                    _said,
                    (
                        indicators.heading(indicator),
                        figures.title,
                        figures.unit,
                        figures.basis,
                        area,
                        period,
                    ),
                ),
                indicators.cell(figures, seen),
            ),
            measure.reference or indicator.reference or "",
            id=measure.id,
            lines=measure.lines,
        )
        for indicator in library.indicators.values()
        for figures in indicator.tables
        for measure in figures.measures
        for area, series in (
            (library.board.area, measure.values),
            *((library.areas[id].title, series) for id, series in measure.comparators.items()),
        )
        for period, seen in series.items()
    )
    return Table(
        "Every value of the performance framework",
        "Measure",
        tuple(map(Column, columns)),
        rows,
        id="observations",
        source=library.framework.source,
    )


def _said(value) -> Cell:
    """A value of a record as a cell: a list in one line, a day as it is written in data files."""
    if isinstance(value, tuple):
        return Cell("; ".join(value), absent=not value)
    return Cell(str(value or ""), value=value, absent=value in (None, ""))


def _listing(id, caption, corner, columns, rows, source="", notes=()) -> Table:
    """A table of (record id, label, values, lines)."""
    made = tuple(
        Row(label, tuple(map(_said, values)), id=one or "", lines=lines or ())
        for one, label, values, lines in rows
    )
    return Table(
        caption,
        corner,
        tuple(Column(column, figures=False) for column in columns),
        made,
        notes,
        id=id,
        source=source,
    )


def _figures(library):
    rows = (
        (one.id, one.about, (one.value, one.period, library.document(one).title), one.lines)
        for one in library.figures.values()
    )
    return _listing(
        "figures",
        "Numbers in the text of the annual report",
        "About",
        ("Value", "Period", "Document"),
        rows,
    )


def _priorities(library):
    rows = (
        (
            view.priority.id,
            view.priority.title,
            (
                view.priority.actions,
                view.leads,
                view.priority.timescale,
                view.priority.outcomes,
                view.priority.indicators,
            ),
            view.priority.lines,
        )
        for view in plan.priorities(library, "")
    )
    return _listing(
        "priorities",
        f"The business plan, {library.plan.period}",
        "Priority",
        ("Actions", "Lead", "Timescale", "Outcomes", "Indicators"),
        rows,
        library.plan.source,
    )


def _questions(library):
    rows = (
        (one.id, one.text, (one.plan, one.how, one.priorities, one.indicators), one.lines)
        for one in library.framework.questions
    )
    return _listing(
        "questions",
        "The key questions of the performance framework",
        "Question",
        ("In the plan", "How", "Priorities", "Indicators"),
        rows,
        library.framework.source,
    )


def _procedures(library):
    rows = (
        (
            id,
            one.title,
            (
                one.summary,
                library.sub_groups[one.owner].name,
                one.version,
                one.approved,
                one.last_reviewed,
                review.due(one),
                addresses.procedure(id),
            ),
            (),
        )
        for id, one in library.procedures.items()
    )
    return _listing(
        "procedures",
        "Procedures and when each is due for review",
        "Procedure",
        ("Summary", "Kept by", "Version", "Approved", "Last reviewed", "Review due", "Address"),
        rows,
    )


def _time_limits(library):
    rows = (
        (
            id,
            f"{limit.who}: {limit.what}",
            (
                one.title,
                limit.within,
                limit.force,
                tuple(library.authorities[source].name for source in limit.sources),
                limit.from_,
                limit.until,
            ),
            (),
        )
        for id, one in library.procedures.items()
        for limit in one.timescales
    )
    return _listing(
        "time-limits",
        "Time limits of every procedure",
        "Who does what",
        ("Procedure", "Time limit", "How binding", "Sources", "From", "Until"),
        rows,
    )


def _courses(library):
    rows = (
        (
            one.id,
            one.title,
            (one.length, one.level, one.audience, library.sub_groups[one.owner].name),
            one.lines,
        )
        for one in library.courses.values()
    )
    return _listing(
        "courses",
        "Training courses",
        "Course",
        ("Length", "Level", "Audience", "Kept by"),
        rows,
        library.files["data/training/courses.yml"].source,
    )


def _sessions(library):
    rows = (
        (
            one.id,
            sessions.labelled(library, one),
            (
                one.kind,
                one.course,
                one.starts.isoformat(),
                one.ends.isoformat(),
                sessions.place(library, one),
                one.places,
                one.status,
                sessions.own_audience(library, one),
            ),
            (),
        )
        for one in library.programme.sessions
    )
    notes = ("These dates are samples. Nobody runs them.",) if library.programme.sample else ()
    return _listing(
        "sessions",
        "Training sessions and other events",
        "Title",
        ("Kind", "Course", "Starts", "Ends", "Place", "Places", "Status", "Audience"),
        rows,
        notes=notes,
    )


def _contacts(library):
    rows = (
        (
            one.id,
            one.name,
            (
                one.purpose,
                one.phone,
                one.url,
                one.verified.on if one.verified else None,
                one.verified.source if one.verified else None,
                one.found,
            ),
            (),
        )
        for one in library.contacts.values()
    )
    return _listing(
        "contacts",
        "Whom to turn to",
        "Name",
        ("Purpose", "Telephone", "Page on the web", "Confirmed on", "Confirmed by", "Found in"),
        rows,
        notes=(
            "A contact without a day on which it was confirmed is to be confirmed by the board.",
        ),
    )


def _terms(library):
    rows = (("", one.term, (one.full, one.meaning, one.then), ()) for one in library.glossary)
    return _listing(
        "glossary", "Words explained", "Word", ("Stands for", "Meaning", "No longer used"), rows
    )


def _authorities(library):
    pages = {
        id: tuple(address for address, ids in library.rests_on.items() if id in ids)
        for id in library.authorities
    }
    rows = (
        (
            one.id,
            one.title,
            (
                one.part,
                one.kind,
                one.edition,
                one.status,
                one.from_,
                one.until,
                one.superseded_by,
                one.checked,
                one.read,
                one.read_in,
                one.url,
                pages[one.id],
            ),
            (),
        )
        for one in library.authorities.values()
    )
    return _listing(
        "law-and-guidance",
        "Law and guidance that pages of today rest on",
        "Title",
        (
            "Part",
            "Kind",
            "Edition",
            "Status",
            "From",
            "Until",
            "Replaced by",
            "Checked",
            "How it was read",
            "What was read",
            "Page on the web",
            "Addresses of pages that rest on it",
        ),
        rows,
    )
