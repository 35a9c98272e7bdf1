"""How far a plan had come by the end of each year, as far as was noted: how many actions had which
status, in the whole plan and in each priority."""

from collections import Counter
from collections.abc import Iterable, Iterator

from safeguarding.dates import last_day
from safeguarding.plan.models import Action, Plan
from safeguarding.shared import words
from safeguarding.shared.table import Cell, Column, Row, Table
from safeguarding.site import Site

NOTHING_NOTED = "Nothing noted yet"


def table(site: Site, plan: Plan) -> Table:
    """A column for each year in which something was noted, a row for each status."""
    years = list(_years(plan.followed))
    rows = [*_rows(site, plan.followed, years, "The whole plan")]
    for priority in plan.priorities:
        if priority.followed:
            rows += _rows(site, priority.followed, years, priority.title)
    return Table(
        f"How far the actions had come by the end of each year, {plan.title}, {plan.period}",
        "Status",
        tuple(Column(str(year), "actions") for year in years),
        tuple(rows),
        notes=("The newest year tells what was noted so far.",),
        id=f"progress-{plan.id}",
        source=plan.source or "",
    )


def _years(actions: Iterable[Action]) -> range:
    """The years from the first note to the last; none without a note."""
    years = [last_day(note.on).year for action in actions for note in action.progress]
    return range(min(years), max(years) + 1) if years else range(0)


def _rows(
    site: Site, actions: tuple[Action, ...], years: Iterable[int], title: str
) -> Iterator[Row]:
    """The title of a group, a row for each status that one of the actions had, and how many actions
    there are."""
    counts = [Counter(_status(action, year) for action in actions) for year in years]
    yield Row(title, part=True)
    for id, status in [*site.statuses.items(), (None, None)]:
        if any(count[id] for count in counts):
            label = status.title if status else NOTHING_NOTED
            yield Row(label, tuple(_cell(count[id]) for count in counts), id=id or "")
    yield Row("All actions", tuple(_cell(len(actions)) for _ in counts), total=True)


def _status(action: Action, year: int) -> str | None:
    """The id of the status that it had at the end of a year, if one was noted by then."""
    noted = [
        note.status for note in action.progress if note.status and last_day(note.on).year <= year
    ]
    return noted[-1] if noted else None


def _cell(count: int) -> Cell:
    return Cell(words.number(count), value=count)
