"""Training: a course, a date for it, and what is on that is no course."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import click
from pydantic import AfterValidator

from safeguarding.cli.asking import (
    ask,
    ask_if_any,
    ask_moment,
    ask_number,
    ask_one,
    ask_some,
    ask_valid_if_any,
)
from safeguarding.cli.new.asked import ask_id, there_is, write
from safeguarding.cli.saying import agrees, say
from safeguarding.cli.telling import load_or_exit
from safeguarding.clock import today
from safeguarding.drafts import Draft, addition, draft, entry
from safeguarding.record import Day
from safeguarding.shared.words import slug
from safeguarding.site import Site
from safeguarding.timed import Moment, as_written, ensure_later
from safeguarding.training.models import Programme, SessionFile

PROGRAMME, COURSES = "data/training/programme.yml", "data/training/courses.yml"
SESSIONS = "data/training/sessions/"
NO_VENUE = "none"
# Of a new programme: {id: (title, whether people book a place)}. A board can name others.
EVENTS = {
    "conference": ("Conference", True),
    "webinar": ("Webinar", True),
    "meeting": ("Meeting", False),
}


@dataclass
class Frame:
    """The programme that dates go into: its venues, its kinds of events, and the draft of it if
    there is none yet."""

    venues: list[str]
    kinds: list[str]
    drafts: tuple[Draft, ...] = ()


@click.command()
@click.pass_obj
def session(root: Path) -> None:
    """A date for a course, in data/training/sessions/ or data/training/programme.yml."""
    site = load_or_exit(root)
    courses = [id for id, one in site.courses.items() if not one.any_time]
    there_is(courses, "course with dates", "name one first: make new KIND=course")
    frame = _ask_frame(site)
    course = ask_one("Course", courses)
    times = _ask_times(frame)
    places = ask_number("Places")
    book_by = _ask_book_by()
    id = ask_id(_dated(times, course), _taken(site))
    said = {"course": course, "places": places, "book_by": book_by}
    write(root, *frame.drafts, _on(site, "session.yml", times, id, **said))


@click.command()
@click.pass_obj
def event(root: Path) -> None:
    """What is on that is no course, like a conference, in data/training/sessions/ or
    data/training/programme.yml."""
    site = load_or_exit(root)
    frame = _ask_frame(site)
    there_is(frame.kinds, "kind of events", f"write event_kinds: at the top of {PROGRAMME}")
    kind = ask_one("Kind", frame.kinds)
    title = ask("What it is called")
    audience = ask_some("Who it is for", site.audiences)
    times = _ask_times(frame)
    id = ask_id(_dated(times, title), _taken(site))
    said = {"kind": kind, "title": title, "audience": audience}
    write(root, *frame.drafts, _on(site, "event.yml", times, id, **said))


def _on(site: Site, template: str, times: dict[str, Any], id: str, **said: Any) -> Draft:
    """What is on, as the programme says it, or a file beside it."""
    full = [*site.files_of(SessionFile), *([PROGRAMME] if site.programme.sessions else [])]
    return entry(full, SESSIONS, template, at_end_of="sessions", id=id, **times, **said)


def _ask_frame(site: Site) -> Frame:
    """The programme; who has none yet is asked what it needs."""
    programme = site.programme
    if site.has(Programme):
        venues = [venue.id for venue in programme.venues]
        return Frame(venues, [kind.id for kind in programme.event_kinds])
    say("This is the first date, so a few words on the programme as a whole:")
    booking = ask_one("Who takes bookings", site.contacts)
    room = ask_if_any("A room for training, like: Town Hall, room 2 (Enter if there is none)")
    rooms = {slug(room): room} if room else {}
    said = {"published": today(site.board.timezone), "booking": booking, "rooms": rooms}
    head = draft(PROGRAMME, "programme.yml", kinds=EVENTS, **said)
    return Frame(["online", *rooms], [*EVENTS], (head,))


def _dated(times: dict[str, Any], name: str) -> str:
    return slug(f"{times['starts'][:7]} {name}")


def _taken(site: Site) -> set[str]:
    return {session.id for session in site.sessions}


def _ask_times(frame: Frame) -> dict[str, Any]:
    """When and where something is on, as the programme has it."""
    starts = ask_moment("Starts, like 2027-06-15 10:00", Moment)
    ends = _ask_end("Ends, like 2027-06-15 12:00", starts)
    further_days = _ask_further_days()
    venue = ask_one("Venue", [*frame.venues, NO_VENUE], default=NO_VENUE)
    return {
        "starts": as_written(starts),
        "ends": as_written(ends),
        "further_days": further_days,
        "venue": "" if venue == NO_VENUE else venue,
    }


def _ask_book_by() -> str:
    day = ask_valid_if_any("Last day to book, like 2027-06-08 (Enter if there is none)", Day)
    return as_written(day) if day else ""


def _ask_end(question: str, starts: datetime.date) -> datetime.date:
    """A moment that comes after the start."""
    later = Annotated[Moment, AfterValidator(lambda moment: ensure_later(moment, starts))]
    return ask_moment(question, later)


def _ask_further_days() -> list[tuple[str, str]]:
    """(start, end) of each further day of the same booking, as data files have them."""
    days: list[tuple[str, str]] = []
    question = "Start of one more day of the same booking (Enter to go on)"
    while starts := ask_valid_if_any(question, Moment):
        days.append((as_written(starts), as_written(_ask_end("Its end", starts))))
    return days


@click.command()
@click.pass_obj
def course(root: Path) -> None:
    """A course, in data/training/courses.yml."""
    site = load_or_exit(root)
    title = ask("Its exact title")
    write(
        root,
        addition(
            COURSES,
            "course.yml",
            at_end_of="courses",
            title=title,
            id=ask_id(slug(title), site.courses),
            short=ask("A few words for the squares of a calendar", default=title[:24]),
            length=ask_if_any("Length, like half day (Enter if not known)"),
            level=ask_if_any("Level, in your own words (Enter if not known)"),
            any_time=agrees("Do people learn when they like, without dates?", default=False),
            audience=ask_some("Who it is for", site.audiences),
            owner=ask_one(f"The {site.board.words.group} that keeps it", site.keepers),
        ),
    )
