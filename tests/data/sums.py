"""What adds up with what: at which lines a wrong figure may be told, besides its own."""

from safeguarding.money.models import Budget, Item, Total
from safeguarding.performance.models import Measure, OneValue, Table
from safeguarding.period import Period
from safeguarding.record import Record
from safeguarding.site import Site
from safeguarding.training.models import Attendance, AttendanceTotal, CourseAttendance
from tests.data.written import Slot


def lines_beside(slot: Slot, site: Site) -> list[int] | None:
    """The lines besides its own at which a wrong figure may be told; None where nothing adds it
    up."""
    record, field = slot.record, slot.steps[-1]
    if isinstance(record, CourseAttendance | AttendanceTotal) and field == "delegates":
        return _line_of_delegates(site.files[slot.file])
    if isinstance(record, Table) and field == "total":
        return []
    if isinstance(record, Measure) and slot.key_hint == Period and slot.text[0].isdigit():
        return _column(record, slot.steps, site)
    if isinstance(record, OneValue) and field in ("value", "count", "of"):
        return _observed(slot, record, site)
    return None


def proven_amounts(slot: Slot, site: Site) -> list[int]:
    """The places in a line of a budget at which the totals prove a wrong figure: those of columns
    that lack none, and in which the source contradicts itself nowhere."""
    budget = site.files[slot.file]
    if not isinstance(budget, Budget) or slot.steps != ("amounts",):
        return []
    if budget.rounding or not (budget.expenditure_total and budget.income_total):
        return []
    lines = [line for line in budget.records() if isinstance(line, Item)]
    lines = [line for line in lines if line not in budget.transfers or line is slot.record]
    whole = [all(column) for column in zip(*(line.amounts for line in lines), strict=False)]
    off = any(line.unreconciled for line in lines)
    return [] if off else [place for place, known in enumerate(whole) if known]


def lines_of_totals(file: Record) -> list[int]:
    """Where the totals of a budget have their figures."""
    return [_line_of(one, "amounts") for one in file.records() if isinstance(one, Total)]


def _line_of_delegates(attendance: Record) -> list[int]:
    assert isinstance(attendance, Attendance)
    return [_line_of(attendance.total, "delegates")] if attendance.total else []


def _observed(slot: Slot, seen: OneValue, site: Site) -> list[int] | None:
    """Of an observation that is spelt out: its share where it has a count, else its column."""
    series = slot.within
    if series is None or not isinstance(series.record, Measure):
        return None
    if seen.count is None:
        return _column(series.record, series.steps, site)
    return [] if _is_known_share(slot, seen, series.record, site) else None


def _column(measure: Measure, steps: tuple[str, ...], site: Site) -> list[int] | None:
    """The total of a column, if the table has one and no value of the column is missing. `steps`
    lead from the measure to the value: values and a period, or comparators, an area and one."""
    table = _table_of(measure, site)
    if table.total is None or steps[-2] in table.unreconciled:
        return None
    for row in table.measures:
        series = row.values if steps[0] == "values" else row.comparators.get(steps[1], {})
        seen = series.get(steps[-1])
        if not isinstance(seen, OneValue):
            return None
    return [_line_of(table, "total")]


def _is_known_share(slot: Slot, seen: OneValue, measure: Measure, site: Site) -> bool:
    """Whether the source says of how many the count is a share. 0 of any number is 0%, so changing
    that proves nothing."""
    rows = [row for indicator in site.indicators.values() for row in indicator.measures]
    whole = next((row for row in rows if row.id == measure.share_of), None)
    period = slot.within.steps[-1] if slot.within else ""
    known = seen.of is not None or (whole is not None and period in whole.values)
    proves = slot.steps[-1] != "of" or bool(seen.count and seen.of)
    is_share = _table_of(measure, site).kind == "percent"
    return known and proves and is_share


def _table_of(measure: Measure, site: Site) -> Table:
    tables = [table for indicator in site.indicators.values() for table in indicator.tables]
    return next(table for table in tables if any(row is measure for row in table.measures))


def _line_of(record: Record, field: str) -> int:
    return record.problem(field, "").place.line
