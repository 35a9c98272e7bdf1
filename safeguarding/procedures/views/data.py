"""Procedures and their time limits as lists, of which pages show other shapes."""

from collections.abc import Iterator

from safeguarding.shared import addresses
from safeguarding.shared.listing import entry, listing
from safeguarding.shared.table import DataTable, Table
from safeguarding.site import Site


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: every procedure, and every time limit."""
    if site.procedures:
        yield DataTable("procedures", lambda: procedures(site))
        yield DataTable("time-limits", lambda: time_limits(site))


def procedures(site: Site) -> Table:
    """Every procedure with its version, and the day on which its review falls due."""
    rows = (
        entry(
            id,
            procedure.title,
            procedure.summary,
            site.keepers[procedure.owner].name,
            procedure.version,
            procedure.approved,
            procedure.last_reviewed,
            procedure.review_due,
            addresses.procedure(id),
        )
        for id, procedure in site.procedures.items()
    )
    return listing(
        "procedures",
        "Procedures and when each is due for review",
        "Procedure",
        ("Summary", "Kept by", "Version", "Approved", "Last reviewed", "Review due", "Address"),
        rows,
    )


def time_limits(site: Site) -> Table:
    """Every time limit of every procedure, whether or not it counts today."""
    rows = (
        entry(
            id,
            f"{limit.who}: {limit.what}",
            procedure.title,
            limit.within,
            limit.force,
            tuple(site.authorities[source].name for source in limit.sources),
            limit.from_,
            limit.until,
        )
        for id, procedure in site.procedures.items()
        for limit in procedure.time_limits
    )
    return listing(
        "time-limits",
        "Time limits of every procedure",
        "Who does what",
        ("Procedure", "Time limit", "How binding", "Sources", "From", "Until"),
        rows,
    )
