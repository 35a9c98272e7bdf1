"""Where a reader can turn. A contact is verified, or shown as unconfirmed."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field

from safeguarding.record import Day, Flag, Id, Kind, Record, Text, Web

EMERGENCY = "emergency"  # the id of the number that stands at the top of every page
NO_PHONE = "is no telephone number; write figures and single spaces, like 0800 1111"
Phone = Annotated[str, Kind(r"[0-9]+( [0-9]+)*", NO_PHONE)]


class Verified(Record):
    """Who or what confirmed a contact, and when."""

    happened = ("on",)

    on: Day = Field(description="The day it was confirmed, like 2026-11-23")
    source: Text = Field(description="Who rang, or which page was loaded")
    phone: Phone | None = Field(
        default=None, description="The number that was confirmed: write it again"
    )


class Other(Record):
    """Another number of the same desk."""

    phone: Phone = Field(description="Figures and single spaces, like 01632 960000")
    when: Text = Field(description="When to try it, in a few words, like: if nobody answers")


class Contact(Record):
    """A service that readers can turn to."""

    id: Id = Field(description="What pages and other files call it by, like childline")
    name: Text = Field(description="Its name, as readers know it")
    purpose: Text = Field(description="When to turn to it, in a few words, without a full stop")
    phone: Phone | None = Field(
        default=None,
        description="Figures and single spaces, like 0800 1111",
    )
    others: tuple[Other, ...] = Field(
        default=(),
        description=(
            "More numbers of the same desk, where nobody knows which is right; phone is the one to"
            " try first"
        ),
    )
    url: Web | None = Field(default=None, description="Its page on the web, whole, with https://")
    found: Text = Field(
        description="Where the number or the address was found, without a full stop"
    )
    verified: Verified | None = Field(
        default=None,
        description="Leave it out until someone has rung the number or loaded the address",
    )
    help_line: Flag = Field(
        default=False, description="Show it in the box beside what can distress"
    )

    @property
    def doubtful(self) -> bool:
        """Whether it has a number or an address that nobody has confirmed: pages say so once."""
        return self.verified is None and bool(self.phone or self.url)

    @property
    def site(self) -> str:
        """The site that `url` is on, as people say it: childline.org.uk."""
        return urlsplit(self.url or "").netloc.removeprefix("www.")


class ContactsFile(Record):
    """data/contacts.yml."""

    contacts: tuple[Contact, ...] = Field(
        description="Every contact, in the order in which lists show them"
    )
