"""Every table of the site, as its data files hold it: those that pages show, and lists of what
pages show in other shapes."""

from collections.abc import Iterator
from functools import lru_cache

from safeguarding.groups import views as register
from safeguarding.money import views as budget
from safeguarding.performance.views import indicators, overview
from safeguarding.plan import views as plan
from safeguarding.report import views as figures
from safeguarding.shared import addresses
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site
from safeguarding.training.views import courses, sessions


@lru_cache(maxsize=1)  # a page for each of them would make them all anew
def tables(site: Site) -> tuple[Table, ...]:
    """Each with an id that no other has. None depends on the day."""
    return tuple(_tables(site))


def _tables(site) -> Iterator[Table]:
    for report in site.budgets.values():
        yield budget.expenditure(report)
        yield budget.income(report)
    for record in site.attendances.values():
        yield courses.attendance(site, record)
    for table in site.figure_tables.values():
        yield figures.table(site, table)
    yield overview.summary(site, site.themes.values(), "")
    yield observations(site)
    for indicator in site.indicators.values():
        for table in indicator.tables:
            yield indicators.table(site, indicator, table)
    yield from (
        register.sub_groups(site),
        register.documents(site),
        register.adopted(site, ""),
        register.groups(site),
    )
    yield from (
        _figures(site),
        _priorities(site),
        _questions(site),
        _procedures(site),
        _time_limits(site),
        _courses(site),
        _sessions(site),
        _contacts(site),
        _terms(site),
        _authorities(site),
    )


def observations(site: Site) -> Table:
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
                        indicator.heading,
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
        for indicator in site.indicators.values()
        for figures in indicator.tables
        for measure in figures.measures
        for area, series in (
            (site.board.area, measure.values),
            *((site.areas[id].title, series) for id, series in measure.comparators.items()),
        )
        for period, seen in series.items()
    )
    return Table(
        "Every value of the performance framework",
        "Measure",
        tuple(map(Column, columns)),
        rows,
        id="observations",
        source=site.framework.source,
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


def _figures(site):
    rows = (
        (one.id, one.about, (one.value, one.period, site.source_of(one).title), one.lines)
        for one in site.figures.values()
    )
    return _listing(
        "figures",
        "Numbers in the text of the annual report",
        "About",
        ("Value", "Period", "Document"),
        rows,
    )


def _priorities(site):
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
        for view in plan.priorities(site, "")
    )
    return _listing(
        "priorities",
        f"The business plan, {site.plan.period}",
        "Priority",
        ("Actions", "Lead", "Timescale", "Outcomes", "Indicators"),
        rows,
        site.plan.source,
    )


def _questions(site):
    rows = (
        (one.id, one.text, (one.plan, one.how, one.priorities, one.indicators), one.lines)
        for one in site.framework.questions
    )
    return _listing(
        "questions",
        "The key questions of the performance framework",
        "Question",
        ("In the plan", "How", "Priorities", "Indicators"),
        rows,
        site.framework.source,
    )


def _procedures(site):
    rows = (
        (
            id,
            one.title,
            (
                one.summary,
                site.sub_groups[one.owner].name,
                one.version,
                one.approved,
                one.last_reviewed,
                one.review_due,
                addresses.procedure(id),
            ),
            (),
        )
        for id, one in site.procedures.items()
    )
    return _listing(
        "procedures",
        "Procedures and when each is due for review",
        "Procedure",
        ("Summary", "Kept by", "Version", "Approved", "Last reviewed", "Review due", "Address"),
        rows,
    )


def _time_limits(site):
    rows = (
        (
            id,
            f"{limit.who}: {limit.what}",
            (
                one.title,
                limit.within,
                limit.force,
                tuple(site.authorities[source].name for source in limit.sources),
                limit.from_,
                limit.until,
            ),
            (),
        )
        for id, one in site.procedures.items()
        for limit in one.timescales
    )
    return _listing(
        "time-limits",
        "Time limits of every procedure",
        "Who does what",
        ("Procedure", "Time limit", "How binding", "Sources", "From", "Until"),
        rows,
    )


def _courses(site):
    rows = (
        (
            one.id,
            one.title,
            (one.length, one.level, one.audience, site.sub_groups[one.owner].name),
            one.lines,
        )
        for one in site.courses.values()
    )
    return _listing(
        "courses",
        "Training courses",
        "Course",
        ("Length", "Level", "Audience", "Kept by"),
        rows,
        site.files["data/training/courses.yml"].source,
    )


def _sessions(site):
    rows = (
        (
            one.id,
            sessions.labelled(site, one),
            (
                one.kind,
                one.course,
                one.starts.isoformat(),
                one.ends.isoformat(),
                sessions.place(site, one),
                one.places,
                one.status,
                sessions.own_audience(site, one),
            ),
            (),
        )
        for one in site.programme.sessions
    )
    notes = ("These dates are samples. Nobody runs them.",) if site.programme.sample else ()
    return _listing(
        "sessions",
        "Training sessions and other events",
        "Title",
        ("Kind", "Course", "Starts", "Ends", "Place", "Places", "Status", "Audience"),
        rows,
        notes=notes,
    )


def _contacts(site):
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
        for one in site.contacts.values()
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


def _terms(site):
    rows = (("", one.term, (one.full, one.meaning, one.no_longer_used), ()) for one in site.glossary)
    return _listing(
        "glossary", "Words explained", "Word", ("Stands for", "Meaning", "No longer used"), rows
    )


def _authorities(site):
    pages = {
        id: tuple(address for address, ids in site.rests_on().items() if id in ids)
        for id in site.authorities
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
        for one in site.authorities.values()
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
