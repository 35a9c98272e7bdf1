"""Every table of the site that readers can take away: those that pages show, and lists of what
pages show in other shapes."""

from collections.abc import Callable, Iterator

from safeguarding.board import views as board
from safeguarding.contacts import views as contacts
from safeguarding.groups import views as groups
from safeguarding.law import views as law
from safeguarding.money import views as money
from safeguarding.performance.views import data as performance
from safeguarding.plan.views import data as plan
from safeguarding.procedures.views import data as procedures
from safeguarding.publications.views import data as publications
from safeguarding.report import views as report
from safeguarding.shared.table import DataTable, Table
from safeguarding.site import Site
from safeguarding.training.views import data as training

# What pages show comes first, then what only data files hold in that shape.
SUBJECTS: tuple[Callable[[Site], Iterator[DataTable]], ...] = (
    money.tables,
    training.tables,
    report.tables,
    performance.tables,
    groups.tables,
    report.lists,
    plan.lists,
    performance.lists,
    procedures.lists,
    training.lists,
    publications.lists,
    contacts.lists,
    board.lists,
    law.lists,
)


def data_tables(site: Site) -> Iterator[DataTable]:
    """Each with an id that no other has; none is made yet."""
    for tables_of in SUBJECTS:
        yield from tables_of(site)


def tables(site: Site) -> tuple[Table, ...]:
    """Every one of them as it is. None depends on the day."""
    return tuple(table.make() for table in data_tables(site))
