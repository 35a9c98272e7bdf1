"""Where a reader can turn. A contact is verified, or shown as unconfirmed."""

import datetime
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field

from safeguarding.models.record import Id, Record, Text


Phone = Annotated[str, Field(pattern=r"^[0-9]+( [0-9]+)*$")]


class Verified(Record):
    """Who or what confirmed a contact, and when."""

    on: datetime.date
    source: Text
    phone: Phone | None = Field(default=None, description="The number that was confirmed: write it again")


class Contact(Record):
    """A service. `verified` stays empty until someone has rung the number or loaded the address."""

    id: Id
    name: Text
    purpose: Text
    phone: Phone | None = None
    url: Text | None = Field(default=None, description="Its page on the web, whole, with https://")
    found: Text = Field(description="Where the number was found")
    verified: Verified | None = None
    help_line: bool = Field(default=False, description="Show it in the box beside what can distress")

    @property
    def site(self) -> str:
        """The site that `url` is on, as people say it: childline.org.uk."""
        return urlsplit(self.url or "").netloc.removeprefix("www.")


class ContactsFile(Record):
    """data/contacts.yml."""

    contacts: tuple[Contact, ...]
