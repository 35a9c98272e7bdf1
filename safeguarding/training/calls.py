"""What pages call for of training: what is on, for whom, and who came."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from safeguarding.problem import WrongWords
from safeguarding.shared import addresses, rendering, words
from safeguarding.shared.page import (
    OwnPage,
    PageCalls,
    call,
    look_up,
    own_text,
    shows,
    under_headings,
)
from safeguarding.site import Site
from safeguarding.training.models import Attendance, Policy, Programme
from safeguarding.training.views import (
    attendance,
    booking,
    courses,
    dates,
    invitations,
    structured,
)

NONE_SET = "No dates are set at the moment. Subscribe to the calendar to hear of the next ones."


# The part of the catalogue for what has no dates; no id of a course can be that.
AT_ANY_TIME = "at_any_time"
OTHER_MONTHS = "other_months"  # nor that of a session


class TrainingCalls(PageCalls):
    """The programme, the catalogue and their calendars."""

    @call
    @shows("data/training/programme.yml", lambda site: site.has(Programme))
    def training_dates(self) -> str:
        """What is on, month by month, as a list and as a calendar."""
        months = dates.months(self.site, self.here(), self.now)
        if not months:
            return "\n\n".join([self._sample(), NONE_SET, self._without_dates(), self._subscribe()])
        return "\n\n".join([self._sample(), *self._in_full(months)])

    def _in_full(self, months: tuple[dates.Month, ...]) -> list[str]:
        """These months in full, and the way to others."""
        catalogue = self._way(addresses.COURSES)
        lists = under_headings(
            (
                month.title,
                month.id,
                self._dates(
                    "training/month.html",
                    month=month,
                    courses=catalogue,
                    unconfirmed=self.site.board.unconfirmed,
                ),
            )
            for month in months
        )
        shown = {date.session.id for month in months for date in month.sessions}
        every = dates.spread(self.site, self.now).upcoming
        number = words.counted(len(every), "date", "dates")
        events = structured.events(self.site, (one for one in every if one.session.id in shown))
        return [
            self._made(number if len(shown) == len(every) else f"{len(shown)} of {number}"),
            self._finder(months),
            self._subscribe(),
            self._charges(),
            lists,
            *self._other_months(),
            self._structured(events),
        ]

    def _other_months(self) -> list[str]:
        """Where the months are told that have pages of their own; nothing where none has."""
        months = dates.pointers(self.site, self.here(), self.now)
        if not months:
            return []
        next_ones = self._way(addresses.TRAINING)
        shown = rendering.render("training/later.html", months=months, next=next_ones)
        return [under_headings([("Other months", OTHER_MONTHS, shown)])]

    def _month_page(self, month: dates.Month, *, is_listed: bool) -> str:
        """The page of a month, as a page of docs/ is written."""
        title = f"{self.site.titles[addresses.TRAINING]}: {month.title}"
        head = {"title": title, "description": f"Dates in {month.title}."}
        return own_text(head, self._sample(), *self._in_full((month,)), is_listed=is_listed)

    @call
    @shows("data/training/programme.yml", lambda site: site.has(Programme))
    def next_dates(self, number: int) -> str:
        """The next `number` dates of the programme, one line each."""
        soon = dates.upcoming_views(self.site, self.here(), self.now, number)
        return self._dates("training/brief.html", sessions=soon, rest=None, named=True, free=False)

    @call
    @shows("data/training/programme.yml", lambda site: site.has(Programme))
    def training_by_audience(self) -> str:
        """The same dates by who they are for; first those with free places."""
        free = dates.with_places(self.site, self.here(), self.now)
        places = self._dates(
            "training/brief.html", sessions=free.sessions, rest=free.rest, named=True, free=True
        )
        parts = [("With free places", "free", places)]
        catalogue = self._way(addresses.COURSES)
        for group in dates.by_audience(self.site, self.here(), self.now):
            listed = self._dates("training/group.html", group=group, catalogue=catalogue)
            parts.append((group.title, group.id, listed))
        return "\n\n".join([self._sample(), self._made(), under_headings(parts)])

    @call
    @shows("data/training/courses.yml", lambda site: site.courses)
    def course_list(self) -> str:
        """Every course: what is known of it, its next dates, and who came."""
        every = courses.offers(self.site, self.here(), self.now)
        offers = [offer for offer in every if not offer.course.any_time]
        at_any_time = [offer for offer in every if offer.course.any_time]
        return "\n\n".join(
            [
                self._sample(),
                self._made(words.counted(len(every), "course", "courses")),
                rendering.render("training/courses.html", offers=offers, at_any_time=at_any_time),
                self._charges(),
                self._offers(offers),
                self._at_any_time(at_any_time),
                self._structured(structured.courses(self.site)),
            ]
        )

    def _offers(self, offers: Iterable[courses.OfferView], level: int = 2) -> str:
        """Each course under its own heading of that level."""
        return under_headings(
            (
                (
                    offer.course.title,
                    offer.course.id,
                    self._dates("training/course.html", offer=offer),
                )
                for offer in offers
            ),
            level,
        )

    def _at_any_time(self, offers: list[courses.OfferView]) -> str:
        """The part of the catalogue for what has no dates; nothing where there is none."""
        if not offers:
            return ""
        return under_headings([("At any time", AT_ANY_TIME, self._offers(offers, level=3))])

    @call
    def attendance_total(self, year: str = "") -> str:
        """How many came to all courses together, inside a sentence."""
        total = self._attendance(year).total
        if total is None or total.delegates is None:
            raise WrongWords("the attendance gives no total of delegates; write no number here")
        return words.number(total.delegates)

    @call
    @shows("data/training/attendance.yml", lambda site: site.attendances)
    def attendance_table(self, year: str = "") -> str:
        """Who came to each course, with notes."""
        table = attendance.table(self.site, self._attendance(year))
        return f"{self._table(table)}\n{self._notes(self._attendance(year).notes)}"

    @call
    @shows("data/training/attendance.yml", lambda site: site.attendances)
    def attendance_by_agency(self, year: str = "") -> str:
        """Where those who came were from."""
        record = self._attendance(year)
        if not record.agencies:
            raise WrongWords("the attendance has no agencies; add them there, or delete this call")
        return self._table(attendance.by_agency(self.site, record))

    @call
    @shows("data/training/attendance.yml", lambda site: site.attendances)
    def evaluation_table(self, year: str = "") -> str:
        """What delegates said of the training, in numbers."""
        record = self._attendance(year)
        if not record.evaluation:
            raise WrongWords("the attendance has no evaluation; add it there, or delete this call")
        return self._table(attendance.evaluation(self.site, record))

    @call
    @shows("data/training/attendance.yml", lambda site: site.attendances)
    def attendance_chart(self, year: str = "") -> str:
        """Who came to each course, as bars."""
        record = self._attendance(year)
        if all(line.delegates is None for line in record.attended):
            raise WrongWords("the attendance has no delegates by course; delete this call")
        bars = attendance.bars(self.site, record)
        return rendering.render("shared/pictures.html", bars=bars)

    def _attendance(self, name: str) -> Attendance:
        """The attendance of that id that the report tells of; without one, that of its own year."""
        every = look_up(self.site.attendances, self._report(), "the attendance of any report")
        by_id = {one.id or "": one for one in every}
        ids = words.join([id for id in by_id if id], "or")
        if not name and len(every) == 1:
            return every[0]
        return look_up(by_id, name, "the attendances of this report", f"write {ids}")

    def _dates(self, template: str, **context: Any) -> str:
        return rendering.render(
            template,
            charges=words.join(
                [heading for heading, _ in booking.policies(self.site)]
            ).capitalize(),
            sample=self.site.programme.sample,
            **context,
        )

    def _sample(self) -> str:
        programme = self.site.programme
        if programme.sample and self.site.sessions:
            return rendering.render("training/sample.html")
        return ""

    def _policies(self) -> list[tuple[str, Policy, str]]:
        """(heading, what was agreed, the way to its page) on charges and on cancelling."""
        return [
            (heading, policy, self._way(policy.page) if policy.page else "")
            for heading, policy in booking.policies(self.site)
        ]

    def _charges(self) -> str:
        """What was agreed on charges and on cancelling; nothing where nobody says."""
        policies = self._policies()
        return rendering.render("training/charges.html", policies=policies) if policies else ""

    def _made(self, shown: str = "") -> str:
        """When the list was made; before it, how many it shows."""
        made = f"This list was made on {words.day(self.today)}. Dates before that day are left out."
        return f"{shown}. {made}" if shown else made

    def _finder(self, months: tuple[dates.Month, ...]) -> str:
        """The form and the links by which a reader finds a date. It offers only audiences, courses
        and kinds of events that have a session to come."""
        sessions = [date for month in months for date in month.sessions]
        meant = {id for date in sessions for id in date.audience}
        taught = {date.session.course for date in sessions}
        kinds = {date.session.kind for date in sessions}
        audiences, courses = self.site.audiences.items(), self.site.courses.items()
        return rendering.render(
            "training/finder.html",
            months=months,
            audiences=[(id, audience.title) for id, audience in audiences if id in meant],
            courses=[(id, course.title) for id, course in courses if id in taught],
            kinds=[
                (kind.id, kind.title)
                for kind in self.site.programme.event_kinds
                if kind.bookable and kind.id in kinds
            ],
            at_any_time=bool(dates.at_any_time(self.site)),
            by_audience=self._way(addresses.BY_AUDIENCE),
            later=bool(dates.spread(self.site, self.now).later),
            catalogue=self._way(addresses.COURSES) if self.site.courses else "",
        )

    def _without_dates(self) -> str:
        """Where to find what needs no date; nothing where there is none."""
        if not dates.at_any_time(self.site):
            return ""
        return (
            f"There is also [learning at any time]({self._way(addresses.COURSES)}#{AT_ANY_TIME})."
        )

    def _subscribe(self) -> str:
        return rendering.render(
            "training/subscribe.html",
            what="all dates",
            feed=addresses.file(addresses.CALENDAR, self.here()),
            services=invitations.subscriptions(self.site, addresses.CALENDAR),
        )

    def _structured(self, things: dict[str, Any]) -> str:
        return rendering.render("training/structured.html", things=things)


def own_pages(site: Site, now: datetime.datetime) -> Iterator[OwnPage]:
    """A page for each month, once the page of the programme does not have them all. That of a month
    which stands there too stays at its address, and no search finds it."""
    known = dates.spread(site, now)
    for id in known.by_month if known.later else ():
        here = addresses.month(id)
        (month,) = dates.months(site, here, now)
        page = _at(here, site, now)._month_page(month, is_listed=id in known.later)
        yield OwnPage(here, addresses.TRAINING, page)


def _at(address: str, site: Site, now: datetime.datetime) -> TrainingCalls:
    return TrainingCalls(site, lambda: address, now)
