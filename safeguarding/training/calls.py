"""What pages call for of training: what is on, for whom, and who came."""

from typing import Any

from safeguarding.shared import addresses, rendering, words
from safeguarding.shared.page import PageCalls, call, look_up, shows, under_headings
from safeguarding.training.models import Attendance, Programme
from safeguarding.training.views import courses, dates, invitations, structured

NONE_SET = "No dates are set at the moment. Subscribe to the calendar to hear of the next ones."


class TrainingCalls(PageCalls):
    """The programme, the catalogue and their calendars."""

    @call
    @shows("data/training/programme.yml", lambda site: site.has(Programme))
    def training_dates(self) -> str:
        """What is on, month by month, as a list and as a calendar."""
        months = dates.months(self.site, self.here(), self.now)
        if not months:
            return "\n\n".join([self._sample(), NONE_SET, self._subscribe()])
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
        events = structured.events(self.site, dates.upcoming(self.site, self.now))
        return "\n\n".join(
            [
                self._sample(),
                self._made(),
                self._finder(months),
                self._subscribe(),
                lists,
                self._structured(events),
            ]
        )

    @call
    @shows("data/training/programme.yml", lambda site: site.has(Programme))
    def next_dates(self, number: int) -> str:
        """The next `number` dates of the programme, one line each."""
        soon = dates.upcoming_views(self.site, self.here(), self.now)[:number]
        return self._dates("training/brief.html", sessions=soon, named=True, free=False)

    @call
    @shows("data/training/programme.yml", lambda site: site.has(Programme))
    def training_by_audience(self) -> str:
        """The same dates by who they are for; first those with free places."""
        upcoming = dates.upcoming_views(self.site, self.here(), self.now)
        free = [date for date in upcoming if date.has_places and date.bookable]
        places = self._dates("training/brief.html", sessions=free, named=True, free=True)
        parts = [("With free places", "free", places)]
        for group in dates.by_audience(self.site, self.here(), self.now):
            parts.append((group.title, group.id, self._dates("training/group.html", group=group)))
        return "\n\n".join([self._sample(), self._made(), under_headings(parts)])

    @call
    @shows("data/training/courses.yml", lambda site: site.courses)
    def course_list(self) -> str:
        """Every course: what is known of it, its next dates, and who came."""
        offers = courses.offers(self.site, self.here(), self.now)
        lists = under_headings(
            (
                offer.course.title,
                offer.course.id,
                self._dates("training/course.html", offer=offer),
            )
            for offer in offers
        )
        return "\n\n".join(
            [
                self._sample(),
                self._made(),
                rendering.render("training/courses.html", offers=offers),
                lists,
                self._structured(structured.courses(self.site)),
            ]
        )

    @call
    def attendance_total(self) -> str:
        """How many came to all courses together, inside a sentence."""
        return words.number(self._attendance().total.delegates)

    @call
    @shows("data/training/attendance.yml", lambda site: site.attendances)
    def attendance_table(self) -> str:
        """Who came to each course, with notes."""
        table = courses.attendance(self.site, self._attendance())
        return f"{self._table(table)}\n{self._notes(self._attendance().notes)}"

    @call
    @shows("data/training/attendance.yml", lambda site: site.attendances)
    def attendance_chart(self) -> str:
        """Who came to each course, as bars."""
        if not self._attendance().courses:
            return ""
        bars = courses.attendance_bars(self.site, self._attendance())
        return rendering.render("shared/pictures.html", bars=bars)

    def _attendance(self) -> Attendance:
        return look_up(self.site.attendances, self._report(), "the attendance of any report")

    def _dates(self, template: str, **context: Any) -> str:
        sample, page = self.site.programme.sample, self._way(addresses.TRAINING)
        return rendering.render(template, page=page, sample=sample, **context)

    def _sample(self) -> str:
        programme = self.site.programme
        if programme.sample and programme.sessions:
            return rendering.render("training/sample.html")
        return ""

    def _made(self) -> str:
        return f"This list was made on {words.day(self.today)}. Dates before that day are left out."

    def _finder(self, months: tuple[dates.Month, ...]) -> str:
        """The form and the links by which a reader finds a date. It offers only audiences and
        courses that have a session to come."""
        sessions = [date for month in months for date in month.sessions]
        meant = {id for date in sessions for id in date.audience}
        taught = {date.session.course for date in sessions}
        audiences, courses = self.site.audiences.items(), self.site.courses.items()
        return rendering.render(
            "training/finder.html",
            months=months,
            audiences=[(id, audience.title) for id, audience in audiences if id in meant],
            courses=[(id, course.title) for id, course in courses if id in taught],
            by_audience=self._way(addresses.BY_AUDIENCE),
            catalogue=self._way(addresses.COURSES) if self.site.courses else "",
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
