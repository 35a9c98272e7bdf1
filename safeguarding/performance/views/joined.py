"""A row of today and what an earlier source gave of the same, in one picture: what both pages say
of the two."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from safeguarding.performance.models import (
    Counted,
    Indicator,
    Measure,
    Observation,
    OneValue,
    Series,
)
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import picture, trend
from safeguarding.performance.views.cells import cell
from safeguarding.performance.views.newest import TALL
from safeguarding.performance.views.picture import EARLIER
from safeguarding.performance.views.shapes import Trend
from safeguarding.performance.views.tables import row_name
from safeguarding.performance.views.values import observed
from safeguarding.shared import addresses, origins, words
from safeguarding.shared.bars import OURS
from safeguarding.shared.origins import Origin
from safeguarding.shared.table import Column, Row, Table
from safeguarding.site import Site


@dataclass(frozen=True)
class Placed:
    """A row, with what it belongs to."""

    indicator: Indicator
    figures: Figures
    measure: Measure


@dataclass(frozen=True)
class Pair:
    """A row of today, and the rows of an earlier source from which it goes on."""

    now: Placed
    before: tuple[Placed, ...]


@dataclass(frozen=True)
class Joined:
    """What the page of one of the two says: `lead` comes before the link to the other, `sentences`
    after it; `legend` has the (mark, name) of both sources, the earlier first."""

    heading: str
    lead: str
    name: str
    href: str
    sentences: tuple[str, ...]
    trend: Trend
    legend: tuple[tuple[str, str], ...]
    table: Table
    origins: tuple[Origin, ...]


def joined(site: Site, indicator: Indicator, here: str) -> tuple[Joined, ...]:
    """One for each row of the indicator that goes on from another, or from which another goes on.
    Links start at the page at the address `here`."""
    return tuple(
        _joined(site, pair, indicator, here)
        for pair in pairs(site)
        if indicator in (pair.now.indicator, pair.before[0].indicator)
    )


def pairs(site: Site) -> Iterator[Pair]:
    """Every row that goes on from others."""
    placed = {
        measure.id: Placed(indicator, figures, measure)
        for indicator, figures in site.tables()
        for measure in figures.measures
    }
    for now in placed.values():
        if now.measure.continues:
            yield Pair(now, tuple(placed[id] for id in now.measure.continues))


def earlier(pair: Pair) -> Series:
    """The values of the earlier source as the row of today counts: those of its row as they are, or
    the counts of its rows, added up for each period of which all have one."""
    rows, kind = pair.before, pair.now.figures.kind
    first = rows[0]
    if len(rows) == 1 and first.figures.kind == kind:
        return first.measure.values
    added: Series = {}
    for period in first.measure.values:
        counts = [_count(row, row.measure.values.get(period)) for row in rows]
        known = [count for count in counts if count is not None]
        if len(known) == len(rows):
            added[period] = OneValue(value=sum(known, Decimal(0)))
    return added


def _count(row: Placed, seen: Observation | None) -> Decimal | None:
    """How many an observation tells: its value, or of a share the count behind it."""
    if row.figures.kind == "count":
        return seen.value if isinstance(seen, OneValue) else None
    return seen.count if isinstance(seen, Counted) else None


def _joined(site: Site, pair: Pair, indicator: Indicator, here: str) -> Joined:
    now, before = pair.now, pair.before[0]
    is_now = indicator is now.indicator
    other = before if is_now else now
    both = _both(site, pair)
    own = now if is_now else before
    return Joined(
        heading="And before?" if is_now else "And since then?",
        lead="These figures go on from" if is_now else "These figures go on in",
        name=_name(other, is_alone=not is_now or len(pair.before) == 1),
        href=addresses.relative(other.indicator.address, here),
        sentences=tuple(_sentences(pair, both)),
        trend=replace(
            trend.joined(both, site.absences),
            id=f"{own.measure.id}_joined",
            title=_title(now),
        ),
        legend=tuple(zip((EARLIER, OURS), (row.title for row in both.measures), strict=True)),
        table=table(site, pair),
        origins=origins.of_all(site, (one.measure for one in (*pair.before, now))),
    )


def _title(row: Placed) -> str:
    return f"{row_name(row.indicator, row.figures, row.measure)}, from two sources"


def _both(site: Site, pair: Pair) -> Figures:
    """A table of two rows, the earlier first, which have the names of their sources. Their values
    stand alone, without others, counts and limits: the pages of the two have these."""
    now, before = pair.now.measure, pair.before[0].measure
    names = [words.capital(site.source_of(row).short_title) for row in (before, now)]
    alone: dict[str, object] = {"comparators": {}, "across": {}, "target": None}
    rows = (
        now.model_copy(update={**alone, "title": name, "values": _bare(values)})
        for name, values in zip(names, (earlier(pair), now.values), strict=True)
    )
    return pair.now.figures.model_copy(update={"measures": tuple(rows)})


def _bare(values: Series) -> Series:
    bare = {"count": None, "of": None, "limits": None}
    return {
        period: seen.model_copy(update=bare) if isinstance(seen, OneValue) else seen
        for period, seen in values.items()
    }


def _name(row: Placed, is_alone: bool) -> str:
    """What a link to a row says; if it stands for several of its table, to what they belong."""
    indicator, title = row.indicator, row.figures.title
    if not is_alone:
        return ": ".join(filter(None, [indicator.heading, title]))
    reference = row.measure.reference or indicator.reference
    return ": ".join(filter(None, [reference, row_name(indicator, row.figures, row.measure)]))


def _sentences(pair: Pair, both: Figures) -> Iterator[str]:
    """That both measure the same, who gives what, and where the two differ."""
    yield "Both measure the same."
    if len(pair.before) > 1:
        yield f"The numbers of {len(pair.before)} rows are added up here."
    yield f"{'; '.join(_who(row, both) for row in both.measures)}."
    yield from _agreement(both)
    if any(row.measure.comparators for row in (pair.now, *pair.before)):
        yield "Other areas are left out here."


def _who(row: Measure, both: Figures) -> str:
    """A source, and the first and the last period of which it speaks."""
    periods = picture.spoken_of(row.values, both.basis)
    ends = dict.fromkeys(words.period(period, both.basis) for period in (periods[0], periods[-1]))
    return f"{row.title}: {' to '.join(ends)}"


def _agreement(both: Figures) -> Iterator[str]:
    """The periods for which both give a value: those where it is the same, then the others."""
    then, now = (row.values for row in both.measures)
    same, differ = [], []
    for period in picture.periods(both):
        one, other = then.get(period), now.get(period)
        if isinstance(one, OneValue) and isinstance(other, OneValue):
            when = words.period(period, both.basis)
            if one.value == other.value:
                same.append(when)
            else:
                differ.append(f"{when} ({observed(one)} and {observed(other)})")
    if same:
        yield f"For {words.join(same)} they agree."
    if differ:
        yield f"For {words.join(differ)} they differ, and both are shown."


def data_id(pair: Pair) -> str:
    """The name of the table's data files, like joined-n12."""
    return f"joined-{pair.now.measure.id}"


def table(site: Site, pair: Pair) -> Table:
    """Each period with what both sources give, the newest first."""
    both = _both(site, pair)
    unit = "%" if both.kind == "percent" else ""
    what = f"number of {both.unit}" if both.kind == "count" else both.unit
    rows = tuple(
        Row(
            words.period(period, both.basis),
            tuple(cell(site, both, row.values.get(period)) for row in both.measures),
        )
        for period in reversed(picture.periods(both))
    )
    return Table(
        f"{words.capital(what)}, from two sources",
        "When",
        tuple(Column(words.capital(row.title), unit) for row in both.measures),
        rows,
        id=data_id(pair),
        source=site.source_id_of(pair.now.measure),
        name=_title(pair.now),
        tall=len(rows) > TALL,
    )
