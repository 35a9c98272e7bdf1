"""How one books, until when, and what it costs: the same words wherever a date or a course stands.

What a date does not say of itself its course says, and what a course does not say the programme.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from safeguarding.contacts.models import Contact, site_of
from safeguarding.shared import words
from safeguarding.site import Site
from safeguarding.training.models import Course, Event, Offered, Policy, Prices, Programme, Session

FREE = "free"
# A course can stand in the catalogue before there is a programme that says who takes bookings.
NOBODY = Contact(id="nobody", name="nobody yet", purpose="to book", found="nowhere")


@dataclass(frozen=True)
class BookingView:
    """How to book: the page on the web for this alone, if there is one, and the `desk` that takes
    bookings and answers questions. `prices` are (who pays, pounds) pairs; `until` is the last day
    on which one can book; `trainers` are who teaches, by role; `doubt` is what
    stands beside a desk that nobody has confirmed."""

    address: str | None
    desk: Contact
    prices: tuple[tuple[str, Decimal], ...]
    until: datetime.date | None
    trainers: tuple[str, ...]
    doubt: str

    @property
    def is_known(self) -> bool:
        """Whether there is a way to book."""
        return bool(self.address) or self.desk.reachable

    @property
    def page(self) -> str | None:
        """The page on which to book: its own, or that of the desk."""
        return self.address or self.desk.url

    @property
    def site(self) -> str:
        """The site that the page is on, as people say it."""
        return site_of(self.page or "")

    @property
    def deadline(self) -> str:
        """Until when one can book, in words; empty where nobody says."""
        return f"Book by {words.weekday(self.until)}." if self.until else ""

    @property
    def cost(self) -> str:
        """What a place costs, by who pays; empty where nobody says."""
        return "; ".join(f"{who}: {price(pounds)}" for who, pounds in self.prices)

    @property
    def taught_by(self) -> str:
        return words.join(list(self.trainers))


def of_session(site: Site, session: Session) -> BookingView:
    """How to book a date or an event."""
    course = site.courses.get(session.course or "")
    return _booking(site, [session, *filter(None, [course])], session.book_by)


def of_course(site: Site, course: Course) -> BookingView:
    """How to book a course, whatever its dates say, or to begin one that has none."""
    return _booking(site, [course], None)


def _booking(site: Site, offered: Iterable[Offered], until: datetime.date | None) -> BookingView:
    """What the first of those `offered` says, or else the next, or else the programme."""
    known, programme = list(offered), site.programme
    priced: list[Offered | Programme] = [*known, programme]
    desks = [one.booking for one in priced if one.booking]
    pages = [one.book_at for one in known if one.book_at]
    prices = [one.prices for one in priced if one.prices is not None]
    desk = site.contacts[desks[0]] if desks else NOBODY
    return BookingView(
        address=pages[0] if pages else None,
        desk=desk,
        prices=tuple(_prices(site, prices[0] if prices else {})),
        until=until,
        trainers=next((one.trainers for one in known if one.trainers), ()),
        doubt="" if desk.verified else site.board.unconfirmed,
    )


def _prices(site: Site, prices: Prices) -> Iterator[tuple[str, Decimal]]:
    """(who pays, pounds) in the order of the programme."""
    for payer in site.programme.payers:
        if payer.id in prices:
            yield payer.title, prices[payer.id]


def price(pounds: Decimal) -> str:
    """`free`, `£80` or `£80.50`."""
    if not pounds:
        return FREE
    return f"£{pounds:,.2f}" if pounds % 1 else f"£{pounds:,.0f}"


def policies(site: Site) -> Iterator[tuple[str, Policy]]:
    """(heading, what was agreed) on charges and on cancelling."""
    if site.programme.charging:
        yield "Charges", site.programme.charging
    if site.programme.cancelling:
        yield "Cancelling", site.programme.cancelling


def takes_bookings(site: Site, session: Session) -> bool:
    """Whether people book a place: on every course, and at events of such a kind."""
    if not isinstance(session, Event):
        return True
    kinds = site.programme.event_kinds
    return any(kind.bookable for kind in kinds if kind.id == session.kind)
