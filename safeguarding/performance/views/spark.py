"""The small picture of a row: the shape of its values over time, and the newest of them."""

from collections.abc import Mapping
from decimal import Decimal

from safeguarding.performance.models import Area, Measure, Table
from safeguarding.performance.views.row import Row
from safeguarding.shared.table import Spark

WIDTH, HEIGHT, EDGE = 80, 20, 3  # its box, and what is left free at each side for the dot


def spark(table: Table, measure: Measure, areas: Mapping[str, Area]) -> Spark | None:
    """From the lowest to the highest of our values; None where there are not two of them. A line
    ends where no value follows, or none that compares."""
    row = Row(table, measure, areas)
    values = row.values(row.ours)
    if len(values) < 2:
        return None
    numbers = [value for _, value in values]
    low, high = min(numbers), max(numbers)
    places = [row.places.place[period] for period, _ in values]
    first, wide = min(places), max(max(places) - min(places), 1)

    def point(period: str, value: Decimal) -> tuple[int, int]:
        across = (row.places.place[period] - first) / wide
        up = float((value - low) / (high - low)) if high > low else 0.5
        x = round(EDGE + across * (WIDTH - 2 * EDGE))
        return x, round(HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE))

    runs = [[point(*pair) for pair in run] for run in row.runs(row.ours)]
    path = "".join("M" + "L".join(f"{x} {y}" for x, y in run) for run in runs if len(run) > 1)
    return Spark(path, *point(*values[-1]))
