"""Contacts as a list, of which pages show other shapes."""

from collections.abc import Iterator

from safeguarding.shared.listing import entry, listing
from safeguarding.shared.table import DataTable, Table
from safeguarding.site import Site


def lists(site: Site) -> Iterator[DataTable]:
    """What only data files hold in this shape: every contact."""
    yield DataTable("contacts", lambda: contact_list(site))


def contact_list(site: Site) -> Table:
    """Every contact, with who confirmed it and when; these are absent where nobody has."""
    rows = (
        entry(
            contact.id,
            contact.name,
            contact.purpose,
            contact.phone,
            contact.email,
            contact.url,
            contact.hours,
            contact.verified.on if contact.verified else None,
            contact.verified.source if contact.verified else None,
            contact.found,
        )
        for contact in site.contacts.values()
    )
    return listing(
        "contacts",
        "Whom to turn to",
        "Name",
        (
            "Purpose",
            "Telephone",
            "E-mail",
            "Page on the web",
            "Hours",
            "Confirmed on",
            "Confirmed by",
            "Found in",
        ),
        rows,
        if_any=("E-mail", "Hours"),
        notes=(f"A contact without a day on which it was confirmed is {site.board.unconfirmed}.",),
    )
