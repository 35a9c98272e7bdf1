"""What stands out of an indicator with several rows, in sentences."""

from collections.abc import Iterator

from safeguarding.performance.models import Indicator, Measure
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import verdict
from safeguarding.performance.views.moved import moved
from safeguarding.performance.views.tables import row_name
from safeguarding.performance.views.values import in_unit
from safeguarding.period import in_order
from safeguarding.shared import words


def standing_out(indicator: Indicator) -> Iterator[str]:
    """Of each table with several rows: the row with the highest newest value, and the row that
    moved most."""
    for figures in indicator.tables:
        rows = [row for row in figures.measures if row.id != figures.adds_up_to]
        if len(rows) > 2:
            yield from _of_table(indicator, figures, rows)


def _of_table(indicator: Indicator, figures: Figures, rows: list[Measure]) -> Iterator[str]:
    series = [(row, verdict.values_in_order(row.values, figures.basis)) for row in rows]
    newest = {row.id: values[-1] for row, values in series if values}
    times = in_order({period for period, _ in newest.values()}, figures.basis)
    same = [row for row in rows if row.id in newest and newest[row.id][0] == times[-1]]
    if len(same) < 2:
        return
    top = max(same, key=lambda row: newest[row.id][1])
    value = in_unit(figures, newest[top.id][1])
    among = " ".join(["Highest of", str(len(same)), words.during(times[-1], figures.basis)])
    yield f"{among.strip()}: {row_name(indicator, figures, top)}, {value}."
    steps = [(verdict.since_before(figures, row), row) for row in same]
    far = [(abs(judged.by), judged, row) for judged, row in steps if judged.by and judged.than[0]]
    if far:
        _, judged, row = max(far, key=lambda step: step[0])
        yield f"Moved most: {row_name(indicator, figures, row)}, {moved(figures, judged)}."
