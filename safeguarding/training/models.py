"""What is taught, when, and who came."""

import datetime
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from safeguarding.kinds import OneOf
from safeguarding.period import Year
from safeguarding.record import (
    BELOW,
    Change,
    Count,
    Day,
    Flag,
    Id,
    Kind,
    MaybeSourced,
    Notes,
    OfReport,
    OfSource,
    Record,
    Ref,
    Sourced,
    Text,
    Web,
)
from safeguarding.timed import Moment, begins, ensure_later, over


def _number(advice: str) -> BeforeValidator:
    """Code may give a whole number; what is none is told with this advice."""

    def read(value: Any) -> Decimal:
        if not isinstance(value, (int, Decimal)) or isinstance(value, bool):
            raise PydanticCustomError("number", advice)
        return Decimal(value)

    return BeforeValidator(read)


NO_AMOUNT = "should be a number, 0 or more, like 12 or 4.5, with no % sign, comma or space"
Amount = Annotated[
    Decimal,
    _number(NO_AMOUNT),
    Kind(r"\d{1,15}(\.\d{1,15})?", NO_AMOUNT, Decimal, "number", minimum=0, **BELOW),
]
NO_PRICE = "should be whole pounds or pounds and pence, like 80 or 80.50, without a £"
LESS_THAN_A_MILLION = {"minimum": 0, "exclusiveMaximum": 10**6}
Price = Annotated[
    Decimal,
    _number(NO_PRICE),
    Kind(r"\d{1,6}(\.\d{1,2})?", NO_PRICE, Decimal, "number", **LESS_THAN_A_MILLION),
]
Prices = dict[Ref, Price]  # what one place costs in pounds, by the id of who pays


class Offered(Record):
    """What can be booked: where, for how much, and who teaches it. What a date does not say is said
    by its course, and what a course does not say by the programme."""

    booking: Ref | None = Field(
        default=None,
        description="The contact that takes bookings, if it is not that of the programme",
    )
    book_at: Web | None = Field(
        default=None,
        description="The page on the web where this, and nothing else, is booked or begun",
    )
    prices: Prices | None = Field(
        default=None,
        description=(
            "What a place costs in pounds, by ids of `payers` of data/training/programme.yml, like"
            " {partners: 0, others: 80.50}; 0 is free"
        ),
    )
    trainers: tuple[Text, ...] = Field(
        default=(), description="Who teaches, by role and never by name, like: a designated nurse"
    )


class Course(Offered, MaybeSourced):
    """What is taught. What the source does not say stays empty, and the page says so."""

    id: Id = Field(
        description=(
            "What other files call it by, like basic-awareness; it is part of a calendar's address"
        )
    )
    title: Text = Field(description="The exact title")
    short: Text = Field(description="A few words, for the squares of a calendar")
    length: Text | None = Field(default=None, description="Like: half day")
    level: Text | None = Field(
        default=None,
        description=(
            "How far it goes, in the board's own words, like: level 3; leave it out where that is"
            " not known"
        ),
    )
    audience: tuple[Ref, ...] = Field(
        min_length=1, description="Whom it is for, by ids of data/audiences.yml"
    )
    aims: tuple[Text, ...] = Field(
        default=(), description="What people will learn, one full sentence in each line"
    )
    prerequisites: Text | None = Field(
        default=None, description="What a person should have done before"
    )
    renewal: Text | None = Field(
        default=None, description="When to come again, like: every three years"
    )
    any_time: Flag = Field(
        default=False,
        description="Write true for learning that has no dates: people begin it when they like",
    )
    owner: Ref = Field(description="The sub-group that keeps it, by its id")
    note: Text | None = Field(default=None, description="A remark in the catalogue")


class CoursesFile(OfSource):
    """data/training/courses.yml."""

    courses: tuple[Course, ...] = Field(description="Every course, in the order of the catalogue")


class Venue(Record):
    """Where a session can be held. Several sessions can be online at once."""

    id: Id = Field(description="What sessions call it by, like online")
    name: Text = Field(description="Its name, like: Sample room A")
    address: Text | None = Field(default=None, description="Its street and town")
    online: Flag = Field(
        default=False,
        description="Write true for a venue that is no room: several sessions can be there at once",
    )


class Times(Record):
    """When something is on, by the board's own clocks, and where."""

    starts: Moment = Field(
        description=(
            "Day and time on the board's own clocks, like 2027-01-13 09:30; for a whole day the day"
            " alone, like 2027-01-13"
        )
    )
    ends: Moment = Field(description="Written like `starts`; of several whole days, the last one")
    venue: Ref | None = Field(default=None, description="The venue, by its id in this file")

    @field_validator("ends")
    @classmethod
    def _is_later(cls, ends: Moment, info: ValidationInfo) -> Moment:
        starts = info.data.get("starts")  # where there is none, that is the problem
        return ensure_later(ends, starts) if starts else ends

    @property
    def all_day(self) -> bool:
        """Whether it is given as days, without times."""
        return not isinstance(self.starts, datetime.datetime)

    @property
    def begins(self) -> datetime.datetime:
        """The moment at which it begins, of days the midnight before the first."""
        return begins(self.starts)

    @property
    def over(self) -> datetime.datetime:
        """The moment at which it is over, of days the midnight after the last."""
        return over(self.ends)


class FurtherDay(Times):
    """One more day or evening of the same booking."""

    venue: Ref | None = Field(
        default=None,
        description="The new venue, by its id in this file, if it is another than before",
    )
    about: Text | None = Field(default=None, description="What this day is about")


class AnySession(Offered, Times):
    """What is on, and when. One booking is for all of its days."""

    id: Id = Field(
        description="Like 2027-05-first-course. Never changes: calendars know the session by it"
    )
    about: Text | None = Field(default=None, description="What it is, in a sentence or two")
    further_days: tuple[FurtherDay, ...] = Field(
        default=(),
        description=(
            "The days or evenings after the first that the same booking is for, in order, each with"
            " its own `starts` and `ends`"
        ),
    )
    places: Count | None = Field(default=None, description="How many people can come")
    book_by: Day | None = Field(
        default=None, description="The last day on which one can book, like 2027-01-06"
    )
    status: Literal["open", "few places", "full", "waiting list", "cancelled", "moved"] = Field(
        default="open", description="Whether one can still come; cancelled and moved need `changes`"
    )
    moved: Literal["to this date", "to another place", "online"] | None = Field(
        default=None,
        description=(
            "Where it was moved to, beside any `status`: to this date, to another place, or online;"
            " needs `changes`"
        ),
    )
    changes: tuple[Change, ...] = Field(
        default=(), description="Every change after it was first published, and why"
    )

    @property
    def days(self) -> tuple[Times, ...]:
        """The times of each day or evening, the first one first."""
        return (self, *self.further_days)

    @property
    def last(self) -> Times:
        """The times of its last day."""
        return self.days[-1]

    @property
    def has_moved(self) -> bool:
        """Whether it is at another time or place than was told first."""
        return self.status == "moved" or self.moved is not None

    def venue_of(self, times: Times) -> str | None:
        """The id of the venue of one of its days."""
        return times.venue or self.venue


class CourseDate(AnySession):
    """A date on which a course is given. The course brings its title and its audience."""

    kind: Literal["course"] = Field(default="course", description="Leave it out for a course")
    course: Ref = Field(description="The course, by its id in data/training/courses.yml")


class Event(AnySession):
    """An event of the board that is no course, of a kind that the board names."""

    course: ClassVar[None] = None

    kind: Ref = Field(
        description="What kind of event it is, by an id of `event_kinds` of this file"
    )
    title: Text = Field(description="What it is called")
    audience: tuple[Ref, ...] = Field(
        min_length=1, description="Whom it is for, by ids of data/audiences.yml"
    )

    @property
    def short(self) -> str:
        """What a square of a calendar calls it."""
        return self.title


Session = Annotated[CourseDate | Event, OneOf()]


class EventKind(Record):
    """A kind of event that is no course, in the board's own words."""

    id: Id = Field(description="What events call it by, like conference")
    title: Text = Field(description="Its name, like: Conference")
    bookable: Flag = Field(
        default=False, description="Write true where people book a place at such an event"
    )


class Payer(Record):
    """Those who pay the same."""

    id: Id = Field(description="What prices call it by, like partners")
    title: Text = Field(description="Who they are, like: Partners that pay into the budget")


class Policy(Record):
    """What the board agreed on charges, or on cancelling."""

    text: Text = Field(description="It in short, in full sentences: calendars have this alone")
    page: Ref | None = Field(
        default=None, description="The page that says all of it, like training/charges/"
    )


class Programme(Record):
    """data/training/programme.yml: what is on."""

    sample: Flag = Field(
        default=False, description="Write true while the dates are not real; otherwise delete it"
    )
    published: Day = Field(description="The day the programme was first published")
    booking: Ref = Field(
        description="The contact that takes bookings, by its id in data/contacts.yml"
    )
    payers: tuple[Payer, ...] = Field(
        default=(), description="Who pays what: every group that has a price of its own"
    )
    prices: Prices | None = Field(
        default=None,
        description="What a place costs in pounds where neither date nor course says, by payer",
    )
    charging: Policy | None = Field(
        default=None, description="What the board agreed on charges, also for who does not come"
    )
    cancelling: Policy | None = Field(
        default=None, description="Until when one can cancel, and what it costs after that"
    )
    event_kinds: tuple[EventKind, ...] = Field(
        default=(), description="The kinds of events that are no courses, in the board's own words"
    )
    venues: tuple[Venue, ...] = Field(description="Where sessions are held")
    sessions: tuple[Session, ...] = Field(
        description=(
            "Every session, past ones too: calendars know them by their ids. [] where each has a"
            " file of its own, in data/training/sessions/"
        )
    )


class SessionFile(Record):
    """A file of data/training/sessions/: one session."""

    entry_of: ClassVar[str] = "sessions"
    entry_kinds: ClassVar[tuple[type[Record], ...]] = (CourseDate, Event)

    sessions: tuple[Session, ...]


# What can be told of a line and of the total, so that it follows from other numbers: by its key.
Told = Literal[
    "held",
    "cancelled",
    "days",
    "delegates",
    "places",
    "booked",
    "gave_up",
    "no_shows",
    "unbooked",
    "filled",
    "turned_up",
]


class Attended(Sourced):
    """How often something was held, and who came. Whatever the source does not say is left out."""

    held: Count | None = Field(default=None, description="How many times it was held")
    cancelled: Count | None = Field(default=None, description="How many times it was cancelled")
    days: Amount | None = Field(default=None, description="How many days it took together")
    delegates: Count | None = Field(default=None, description="How many came")
    places: Count | None = Field(
        default=None, description="How many could have come, each time counted"
    )
    booked: Count | None = Field(default=None, description="How many had booked")
    gave_up: Count | None = Field(
        default=None, description="How many had booked and said before that they would not come"
    )
    no_shows: Count | None = Field(default=None, description="How many had booked and did not come")
    unbooked: Count | None = Field(default=None, description="How many came without booking")
    filled: Amount | None = Field(
        default=None, description="How many % of the places were taken, where the source prints it"
    )
    turned_up: Amount | None = Field(
        default=None,
        description="How many % of those who had booked came, where the source prints it",
    )
    unreconciled: tuple[Told, ...] = Field(
        default=(),
        description=(
            "What contradicts the lines above it, or its own numbers, by its key: readers see both"
        ),
    )
    taught_by: Text | None = Field(
        default=None, description="Which agencies taught it, as the source has it"
    )
    by_agency: dict[Ref, Count] = Field(
        default={}, description="How many came from each agency, by ids of `agencies` of this file"
    )


class CourseAttendance(Attended):
    """One course over one training year."""

    course: Ref = Field(description="The course, by its id in data/training/courses.yml")


class EventAttendance(Attended):
    """One event, or those of one name, that is no course, over one training year."""

    course: ClassVar[None] = None

    title: Text = Field(description="What it was called")
    length: Text | None = Field(
        default=None, description="How long it took each time, in words, like: half day"
    )


class AttendanceTotal(Attended):
    """The totals that the source prints, each of which the lines above must add up to."""


class Agency(Record):
    """Where delegates came from."""

    id_is_local = True

    id: Id = Field(description="What lines of this file call it by, like schools")
    title: Text = Field(description="Its name, as the source has it")


class Response(Record):
    """What was said to a question, or one mark."""

    title: Text = Field(description="The answer, like: Yes, or what was marked, like: Before")
    value: Amount = Field(description="How many gave it, how many % did, or the mark")


class Evaluation(Sourced):
    """What delegates said of the training."""

    question: Text = Field(description="What they were asked, or what was measured")
    course: Ref | None = Field(
        default=None, description="The course that it is about; leave it out for all together"
    )
    counted_in: Literal["people", "percent", "mark"] = Field(
        description="What the values are: numbers of people, % of answers, or marks on a scale"
    )
    highest: Amount | None = Field(
        default=None, description="The best mark that could be given, like 5"
    )
    answered: Count | None = Field(default=None, description="How many people answered")
    answers: tuple[Response, ...] = Field(min_length=1, description="What they said, in numbers")


class Attendance(OfReport):
    """data/training/attendance.yml: a training year (September to August) and its totals as the
    source prints them. Whatever it does not print is left out. A report may tell of several
    years."""

    one_each: ClassVar[bool] = False

    id: Id | None = Field(
        default=None,
        description=(
            "What pages and data files call it, if the report tells of this year beside its own,"
            " like before"
        ),
    )
    period: Year = Field(description="The training year, in words")
    agencies: tuple[Agency, ...] = Field(
        default=(), description="Where delegates came from, in the order of the columns"
    )
    courses: tuple[CourseAttendance, ...] = Field(
        default=(), description="How many came to each course"
    )
    events: tuple[EventAttendance, ...] = Field(
        default=(), description="How many came to what was no course, like a conference"
    )
    total: AttendanceTotal | None = Field(
        default=None, description="The totals that the source prints"
    )
    evaluation: tuple[Evaluation, ...] = Field(
        default=(), description="What delegates said of the training, in numbers"
    )
    notes: Notes = ()

    @property
    def attended(self) -> tuple[CourseAttendance | EventAttendance, ...]:
        """Its lines: courses, then what was no course."""
        return (*self.courses, *self.events)
