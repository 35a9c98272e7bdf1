"""Wherever a reader is told to call, there is a number, and it is the one that was confirmed."""

from collections.abc import Iterator

from safeguarding.contacts.models import EMERGENCY, ContactsFile
from safeguarding.problem import Problem
from safeguarding.rules import rule
from safeguarding.site import Site

CONTACTS = "data/contacts.yml"


@rule(CONTACTS, good="  - id: emergency", bad="  - id: danger")
def danger_has_a_number(site: Site) -> Iterator[Problem]:
    """The contact `emergency` is there with its number: it stands at the top of every page."""
    contact = site.contacts.get(EMERGENCY)
    if contact is None:
        for file in site.files_of(ContactsFile).values():
            yield file.problem(
                "contacts",
                f"no contact has the id {EMERGENCY}; add the number for a child in danger: it"
                " stands at the top of every page",
            )
    elif contact.phone is None:
        yield contact.problem("phone", "is missing; add it: it stands at the top of every page")


@rule(CONTACTS, good="    phone: 0808 157 0001", bad="    url: https://line.example/")
def help_lines_have_numbers(site: Site) -> Iterator[Problem]:
    """A help line has a number to ring."""
    for contact in site.contacts.values():
        if contact.help_line and contact.phone is None:
            yield contact.problem(
                "help_line", "has no phone beside it; add the number, or delete this line"
            )


@rule(CONTACTS, good='on: 2026-11-25, phone: "999"', bad='on: 2026-11-25, phone: "99"')
def confirmed_numbers_are_those_shown(site: Site) -> Iterator[Problem]:
    """The number that someone confirmed is the number that readers see."""
    for contact in site.contacts.values():
        if contact.verified and contact.verified.phone != contact.phone:
            yield contact.verified.problem(
                "phone",
                f"{contact.verified.phone or 'no number'} was confirmed, but the number is"
                f" {contact.phone or 'not given'}; confirm it anew, or delete verified",
            )
