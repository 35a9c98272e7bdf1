"""The calls of the training pages: what is on, for whom, and who came."""

from safeguarding.shared import addresses, rendering, words
from safeguarding.shared.page import Page
from safeguarding.training.views import courses, invitations, structured
from safeguarding.training.views import dates as training


class Training(Page):
    """The programme, the catalogue and their calendars."""

    def training_dates(self) -> str:
        """What is on, month by month, as a list and as a calendar."""
        months = training.months(self.site, self.here(), self.now)
        if not months:
            return "\n\n".join(
                [
                    self._sample(),
                    (
                        "No dates are set at the moment. Subscribe to the calendar to hear of the next"
                        " ones."
                    ),
                    self._subscribe(),
                ]
            )
        parts = [
            (
                rendering.heading(2, month.title, month.id),
                self._dates(
                    "training/month.html", month=month, courses=self._to(addresses.COURSES)
                ),
            )
            for month in months
        ]
        return "\n\n".join(
            [
                self._sample(),
                self._made(),
                self._finder(months),
                self._subscribe(),
                *(part for pair in parts for part in pair),
                self._structured(
                    structured.events(self.site, training.upcoming(self.site, self.now))
                ),
            ]
        )

    def next_dates(self, number: int) -> str:
        """The next `number` dates of the programme, one line each."""
        soon = training.coming(self.site, self.here(), self.now)[:number]
        return self._dates("training/brief.html", sessions=soon, named=True, free=False)

    def training_by_audience(self) -> str:
        """The same dates by who they are for; first those with free places."""
        free = [
            one
            for one in training.coming(self.site, self.here(), self.now)
            if one.free and one.bookable
        ]
        parts = [
            rendering.heading(2, "With free places", "free"),
            self._dates("training/brief.html", sessions=free, named=True, free=True),
        ]
        for group in training.by_audience(self.site, self.here(), self.now):
            parts += [
                rendering.heading(2, group.title, group.id),
                self._dates("training/group.html", group=group),
            ]
        return "\n\n".join([self._sample(), self._made(), *parts])

    def course_list(self) -> str:
        """Every course: what is known of it, its next dates, and who came."""
        offers = courses.offers(self.site, self.here(), self.now)
        parts = [
            (
                rendering.heading(2, offer.course.title, offer.course.id),
                self._dates("training/course.html", offer=offer),
            )
            for offer in offers
        ]
        return "\n\n".join(
            [
                self._sample(),
                self._made(),
                rendering.render("training/courses.html", offers=offers),
                *(part for pair in parts for part in pair),
                self._structured(structured.courses(self.site)),
            ]
        )

    def _dates(self, template, **context):
        return rendering.render(
            template,
            page=self._to(addresses.TRAINING),
            sample=self.site.programme.sample,
            **context,
        )

    def _sample(self):
        return (
            rendering.render("training/sample.html")
            if self.site.programme.sample and self.site.programme.sessions
            else ""
        )

    def _made(self):
        return f"This list was made on {words.day(self.today)}. Dates before that day are left out."

    def _finder(self, months):
        every = [one for month in months for one in month.sessions]
        audiences = [
            (id, audience.title)
            for id, audience in self.site.audiences.items()
            if any(id in one.audience for one in every)
        ]
        taught = [
            (id, course.title)
            for id, course in self.site.courses.items()
            if any(one.session.course == id for one in every)
        ]
        return rendering.render(
            "training/finder.html",
            months=months,
            audiences=audiences,
            courses=taught,
            by_audience=self._to(addresses.BY_AUDIENCE),
            catalogue=self._to(addresses.COURSES),
        )

    def _subscribe(self):
        return rendering.render(
            "training/subscribe.html",
            what="all dates",
            feed=addresses.file(addresses.CALENDAR, self.here()),
            services=invitations.subscriptions(self.site, addresses.CALENDAR),
        )

    def _structured(self, things):
        return rendering.render("training/structured.html", things=things)

    def _to(self, address):
        return addresses.relative(address, self.here())
