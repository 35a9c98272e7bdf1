"""What can be changed in a spreadsheet: three lists, with their entries and their columns."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, get_args

from safeguarding.contacts.models import Contact, ContactsFile, Verified
from safeguarding.plan.models import Action, Plan, Priority, Progress
from safeguarding.record import Change, Record
from safeguarding.site import HasId, Site
from safeguarding.spreadsheets.cells import Cell, Column, Kind, shown
from safeguarding.training.models import CourseDate, Event, Payer, Programme, SessionFile
from safeguarding.yaml.values import Step

Model = type[Record]
NOTED: Mapping[str, Kind] = {"on": "moment", "due": "due", "status": "one"}
FURTHER = (
    "The days after the first that the same booking is for, a line each, like 2027-09-14 18:00 -"
    " 20:00; a place of its own and what it is about can follow: at Sample hall; with parents"
)
# Other words by which people head such columns.
COURSE = ("course title", "course name", "name of course", "training", "training course")
PLACES = (
    *("capacity", "number of places", "max places", "spaces", "seats", "max", "maximum"),
    *("max number", "maximum number", "max attendees", "max delegates", "limit"),
)
TRAINERS = ("trainer", "tutor", "facilitator", "led by", "delivered by", "speaker", "presenter")
REASON = ("reason", "why", "reason for change", "reason for cancellation", "why cancelled")
OTHER_DAYS = ("further dates", "other days", "other dates", "more dates")


class Entry(NamedTuple):
    """An entry, the file that it stands in, and the keys and indexes that lead to it there. An
    action that is a sentence alone has no id; it is called by its priority and its place. `within`
    is the title of the priority of an action."""

    id: str
    record: Record | str
    file: str
    steps: tuple[Step, ...]
    within: str = ""

    def cell(self, column: Column) -> Cell:
        """What its cell of a column shows."""
        own = {"id": self.id, "priority": self.within}
        return own[column.key] if column.key in own else shown(column, self.record)


@dataclass(frozen=True)
class List:
    """One sheet. `key` is the list of data files that entries stand in, and `folder` holds those
    that have a file each; `named` are the keys of which a new entry gets its id."""

    name: str
    key: str
    models: tuple[Model, ...]
    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]
    named: tuple[str, ...]
    folder: str = ""
    needs: tuple[tuple[str, ...], ...] = ()  # a header has a column of each of these groups

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


def programme(site: Site) -> List:
    """What is on: data/training/."""
    courses, venues = (
        _titles(site.courses.values()),
        {one.name: one.id for one in site.programme.venues},
    )
    kinds = {"Course": "course"} | _titles(site.programme.event_kinds)
    contacts = {one.name: one.id for one in site.contacts.values()}
    statuses = {one: one for one in get_args(CourseDate.model_fields["status"].annotation)}
    audiences = _titles(site.audiences.values())
    of = _of(CourseDate, Event)
    columns = (
        of("id", "Id"),
        of("course", "Course", "one", courses, also=COURSE),
        of("kind", "Kind of event", "one", kinds),
        of("title", "Title of an event", also=("event", "event title")),
        of("audience", "Who an event is for", "some", audiences, also=("audience",)),
        of("starts", "Starts", "moment", also=("start", "start time", "from", "begins")),
        of("ends", "Ends", "moment", also=("end", "end time", "finish", "to", "until")),
        Column("further_days", "Further days", FURTHER, "days", venues, OTHER_DAYS),
        of("venue", "Venue", "one", venues, also=("location", "where", "room", "place")),
        of("places", "Places", "number", also=PLACES),
        of("status", "Status", "one", statuses),
        of("book_by", "Book by", "moment", also=("closing date", "deadline", "booking deadline")),
        of("booking", "Who takes bookings", "one", contacts, also=("bookings to",)),
        of("book_at", "Page to book at", also=("link", "booking link", "url")),
        *map(_price, site.programme.payers),
        of("trainers", "Trainers", "several", also=TRAINERS),
        of("about", "About it", also=("description", "details", "about", "notes")),
        of("changes", "Changes so far", "shown"),
        *_note("changes", Change, {"on": "day", "what": "what and why"}, also={"what": REASON}),
    )
    return List(
        "Programme",
        "sessions",
        (CourseDate, Event),
        columns,
        tuple(_of_lists(site, (Programme, SessionFile), "sessions")),
        named=("starts", "course", "title"),
        folder="data/training/sessions/",
        needs=(("course", "title"), ("starts", "date")),
    )


def contacts(site: Site) -> List:
    """Where to turn: data/contacts/."""
    of, verified = _of(Contact), Verified.fields()
    confirmed: tuple[tuple[str, str, Kind], ...] = (
        ("on", "day", "moment"),
        ("source", "by whom or where", "text"),
        ("phone", "telephone", "phone"),
        ("email", "e-mail", "text"),
    )
    columns = (
        of("id", "Id"),
        of("name", "Name"),
        of("purpose", "When to turn to it", also=("purpose",)),
        of("phone", "Telephone", "phone", also=("phone", "tel", "number")),
        of("others", "Other numbers", "shown"),
        of("email", "E-mail", also=("email address",)),
        of("url", "Page on the web", also=("website", "web", "link")),
        of("hours", "Hours", also=("opening hours",)),
        of("found", "Where it was found", also=("found in", "source")),
        *(
            Column(f"verified.{key}", f"Confirmed: {heading}", _about(verified[key]), kind)
            for key, heading, kind in confirmed
        ),
        of("help_line", "In the box of help lines", "flag"),
        of("order", "Order", "number"),
    )
    return List(
        "Contacts",
        "contacts",
        (Contact,),
        columns,
        tuple(_of_lists(site, (ContactsFile,), "contacts")),
        named=("name",),
        folder="data/contacts/",
        needs=(("name",), ("phone", "email", "url"), ("purpose", "found")),
    )


def plan(site: Site) -> List:
    """What is to be done: the actions of all plans."""
    of = _of(Action)
    plans = list(site.files_of(Plan).values())
    priorities = {one.title: one.id for plan in plans for one in plan.priorities}
    statuses = {one.title: one.id for one in site.statuses.values()}
    columns = (
        of("id", "Id"),
        Column("priority", "Priority", "The priority that it belongs to", "one", priorities),
        of("what", "What is to be done", also=("action", "what")),
        of("leads", "Who leads", "shown"),
        of("due", "First due", "due", also=("due",)),
        of("timescale", "Timescale"),
        of("success", "How the board will know", also=("success",)),
        of("indicators", "Indicators", "several"),
        of("progress", "Notes so far", "shown"),
        *_note(
            "progress",
            Progress,
            {"on": "day", "status": "status", "what": "what was done", "due": "put off to"},
            statuses,
        ),
    )
    return List(
        "Plan",
        "actions",
        (Action,),
        columns,
        tuple(_actions(site)),
        named=("what",),
        needs=(("what",), ("priority",), ("due", "progress[].status", "timescale")),
    )


LISTS: Mapping[str, Callable[[Site], List]] = {
    "programme": programme,
    "contacts": contacts,
    "plan": plan,
}


def _titles(records: Iterable[HasId]) -> dict[str, str]:
    """{title: id}; of two that are called the same, each by its id."""
    titles = [(str(getattr(one, "title", one.id)), one.id) for one in records]
    names = [title for title, _ in titles]
    return {title if names.count(title) == 1 else id: id for title, id in titles}


def _about(field: object) -> str:
    return str(getattr(field, "description", "") or "")


def _of(*models: Model) -> Callable[..., Column]:
    """Makes columns whose descriptions are those of the models."""
    fields = {key: field for model in reversed(models) for key, field in model.fields().items()}

    def column(
        key: str,
        heading: str,
        kind: Kind = "text",
        choices: Mapping[str, str] | None = None,
        also: tuple[str, ...] = (),
    ) -> Column:
        about = _about(fields[key])
        if kind == "shown":
            about = "For reading: change it in the data file"
        return Column(key, heading, about, kind, choices or {}, also)

    return column


def _price(payer: Payer) -> Column:
    """What those pay who pay the same."""
    of_payer = (payer.id, payer.title, f"for {payer.id}", f"for {payer.title}")
    also = tuple(f"{price} {who}" for price in ("price", "cost", "fee") for who in of_payer)
    return Column(f"prices.{payer.id}", f"Price in pounds: {payer.title}", kind="number", also=also)


def _note(
    key: str,
    model: Model,
    headings: Mapping[str, str],
    statuses: Mapping[str, str] | None = None,
    also: Mapping[str, tuple[str, ...]] | None = None,
) -> Iterator[Column]:
    """The columns in which someone writes one more note of an entry. `also` has, by keys of the
    note, other words by which people head them."""
    for name, heading in headings.items():
        choices = statuses or {} if name == "status" else {}
        about = _about(model.fields()[name])
        kind, others = NOTED.get(name, "text"), (also or {}).get(name, ())
        yield Column(f"{key}[].{name}", f"New note: {heading}", about, kind, choices, others)


def _of_lists(site: Site, models: tuple[Model, ...], key: str) -> Iterator[Entry]:
    """The entries of files that list them, and of those that are one each."""
    for name, file in site.files.items():
        if isinstance(file, models):
            for index, record in enumerate(getattr(file, key)):
                steps = () if file.entry_of else (key, index)
                yield Entry(record.id, record, name, steps)


def _actions(site: Site) -> Iterator[Entry]:
    for name, file in site.files_of(Plan).items():
        for at, priority in enumerate(file.priorities):
            for index, action in enumerate(priority.actions):
                id = action.id if isinstance(action, Action) else _place(priority, index)
                yield Entry(id, action, name, ("priorities", at, "actions", index), priority.title)


def _place(priority: Priority, index: int) -> str:
    """What calls an action that has no id: no id has a dot."""
    return f"{priority.id}.{index + 1}"


def is_place(id: str) -> bool:
    """Whether that is no id, but what calls an action that has none."""
    return "." in id
