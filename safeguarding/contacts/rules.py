"""Wherever a reader is told to call, there is a number, and it is the one that was confirmed."""

import re
from collections.abc import Iterator

from safeguarding.contacts.models import EXTENSION, Contact, Other
from safeguarding.problem import Place, Problem
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule
from safeguarding.site import Site
from safeguarding.yaml import read

CONTACTS = "data/contacts.yml"
# Whole numbers that Ofcom keeps for drama, and which reach nobody.
FOR_DRAMA = re.compile(r"(0|\+44 ?)1632 ?960 ?\d{3}\b")
SHORT = 3  # figures of a number that is also a word of plain speech, like 999


@rule("data/board.yml", good="emergency: emergency", bad="emergency: danger")
def danger_has_a_number(site: Site) -> Iterator[Problem]:
    """The contact for a child in danger is there with its number: it stands at the top of every
    page."""
    id = site.board.emergency
    contacts = site.where(CONTACTS)
    yield from dangling([Reference(site.board, "emergency", [id], site.contacts, contacts)])
    if id in site.contacts and site.emergency.phone is None:
        yield site.emergency.problem(
            "phone", "is missing; add it: it stands at the top of every page"
        )


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
    """The number and the e-mail address that someone confirmed are those that readers see."""
    for contact in site.contacts.values():
        yield from _otherwise_confirmed(contact, "phone", "number")
        yield from _otherwise_confirmed(contact, "email", "address")


def _otherwise_confirmed(contact: Contact, field: str, word: str) -> Iterator[Problem]:
    """What `field` holds is a number or an address: its `word`."""
    if contact.verified is None:
        return
    confirmed, shown = getattr(contact.verified, field), getattr(contact, field)
    if confirmed != shown:
        yield contact.verified.problem(
            field,
            f"{confirmed or f'no {word}'} was confirmed, but the {word} is {shown or 'not given'};"
            " confirm it anew, or delete verified",
        )


@rule(CONTACTS, good="phone: 01632 960001", bad="phone: 01632 960", warns=True)
def numbers_can_be_rung(site: Site) -> Iterator[Problem]:
    """A telephone number is one that can be rung where the board is: none of its figures was lost,
    and none is one too many."""
    country = site.board.bank_holidays.partition("-")[0]
    records: list[Contact | Other] = [*site.every(Contact), *site.every(Other)]
    for record in records:
        if record.phone and not _can_be_rung(record.phone, country):
            yield record.problem(
                "phone",
                f"{record.phone} is no number that can be rung; is a figure missing, or one too"
                " many?",
            )


def _can_be_rung(phone: str, country: str) -> bool:
    """Whether it is a whole number of that country, or of the one whose number it begins with; or a
    short one, like 999."""
    import phonenumbers  # it takes long to load

    if FOR_DRAMA.match(phone):
        return True
    try:
        number = phonenumbers.parse(phone, country)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) or phonenumbers.is_valid_short_number_for_region(
        number, country
    )


@rule(
    "docs/check.md",
    good="# Whom do I call?",
    bad="# Whom do I call?\n\nRing 0808 157 0001.",
    warns=True,
)
def numbers_come_from_contacts(site: Site) -> Iterator[Problem]:
    """No page types the number of a contact, which would have to be changed there too; short ones,
    like 999, are also words of plain speech."""
    numbers = {
        one.phone.partition(EXTENSION)[0]: one.id for one in site.contacts.values() if one.phone
    }
    long = {phone: id for phone, id in numbers.items() if len(phone) > SHORT}
    for name, page in site.texts.items():
        first = page.count("\n") - read.body(page).count("\n")
        for number, line in enumerate(page.split("\n")[first:], first + 1):
            for phone, id in long.items():
                if typed := re.search(_however_typed(phone), line):
                    yield Problem(
                        Place(name, number, typed.start() + 1),
                        typed[0],
                        f'write [[ number("{id}") ]] in its place, so that it changes with'
                        f" {site.where(CONTACTS)}",
                    )


def _however_typed(phone: str) -> str:
    """A pattern of the number with its spaces or others, also as it is dialled from abroad."""
    figures = " ?".join(phone.replace(" ", ""))
    return r"(?<!\d)" + re.sub("^0", r"(?:0|\\+44 ?(?:\\(0\\))?)", figures) + r"(?!\d)"
