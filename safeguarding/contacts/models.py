"""Where a reader can turn. A contact is verified, or shown as unconfirmed."""

from typing import Annotated, ClassVar
from urllib.parse import urlsplit

from pydantic import Field

from safeguarding.record import Day, Flag, Id, Kind, Positive, Record, Text, Web

EXTENSION = " ext "  # between a number and the extension of a desk behind it
NO_PHONE = (
    "is no telephone number; write figures and single spaces, like 0800 1111 or +44 1632 960001,"
    " and an extension like 0800 1111 ext 2"
)
Phone = Annotated[str, Kind(rf"\+?[0-9]+( [0-9]+)*({EXTENSION}[0-9]{{1,8}})?", NO_PHONE)]
# It ends up in links and in calendars, where no sign of it means anything else.
NO_EMAIL = "is no e-mail address; write it whole, like training@example.org"
Email = Annotated[
    str,
    Kind(r"[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", NO_EMAIL),
]


class Verified(Record):
    """Who or what confirmed a contact, and when."""

    happened = ("on",)

    on: Day = Field(description="The day it was confirmed, like 2026-11-23")
    source: Text = Field(
        description=(
            "Who rang, or which page was loaded, as readers see it: name a role, and no person"
        )
    )
    phone: Phone | None = Field(
        default=None, description="The number that was confirmed: write it again"
    )
    email: Email | None = Field(
        default=None, description="The e-mail address that was confirmed: write it again"
    )


class Other(Record):
    """Another number of the same desk."""

    phone: Phone = Field(description="Figures and single spaces, like 01632 960000")
    when: Text = Field(description="When to try it, in a few words, like: if nobody answers")


class Contact(Record):
    """A service that readers can turn to."""

    id: Id = Field(description="What pages and other files call it by, like childline")
    order: Positive | None = Field(
        default=None,
        description=(
            "Where lists show it, as a number like 30: the lowest first; those without one come"
            " last, as they stand in a file, then by their names"
        ),
    )
    name: Text = Field(description="Its name, as readers know it")
    purpose: Text = Field(description="When to turn to it, in a few words, without a full stop")
    phone: Phone | None = Field(
        default=None,
        description=(
            "Figures and single spaces, like 0800 1111, or 0800 1111 ext 2. With a new number,"
            " `verified` changes too"
        ),
    )
    others: tuple[Other, ...] = Field(
        default=(),
        description=(
            "More numbers of the same desk, where nobody knows which is right; phone is the one to"
            " try first"
        ),
    )
    email: Email | None = Field(
        default=None, description="Its e-mail address, like training@example.org"
    )
    url: Web | None = Field(default=None, description="Its page on the web, whole, with https://")
    hours: Text | None = Field(
        default=None,
        description="When someone is there, in a few words, like: Monday to Friday, 9am to 5pm",
    )
    found: Text = Field(
        description="Where the number or the addresses were found, without a full stop"
    )
    verified: Verified | None = Field(
        default=None,
        description=(
            "Leave it out until someone has rung the number, had an answer from the e-mail address"
            " or loaded the page"
        ),
    )
    help_line: Flag = Field(
        default=False, description="Show it in the box beside what can distress"
    )

    @property
    def reachable(self) -> bool:
        """Whether it has a number or an address."""
        return bool(self.phone or self.email or self.url)

    @property
    def doubtful(self) -> bool:
        """Whether it has a number or an address that nobody has confirmed: pages say so once."""
        return self.verified is None and self.reachable

    @property
    def site(self) -> str:
        """The site that `url` is on, as people say it: childline.org.uk."""
        return site_of(self.url or "")


def site_of(address: str) -> str:
    """The site that a page on the web is on, as people say it: childline.org.uk."""
    return urlsplit(address).netloc.removeprefix("www.")


class ContactsFile(Record):
    """data/contacts.yml."""

    contacts: tuple[Contact, ...] = Field(
        description="Every contact, in the order in which lists show them"
    )


class ContactFile(ContactsFile):
    """A file of data/contacts/: one contact."""

    entry_of: ClassVar[str] = "contacts"
    entry_kinds: ClassVar[tuple[type[Record], ...]] = (Contact,)
