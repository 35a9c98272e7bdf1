"""What a text means, its field decides. The ends of the calendar and numbers without end: told at
their line, or shown like others."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints

import pytest
from pydantic import TypeAdapter, ValidationError

from safeguarding import checks, readiness
from safeguarding.authoring import Author
from safeguarding.clock import Days
from safeguarding.contacts.models import Phone
from safeguarding.exports import atom
from safeguarding.procedures.models import InGlance
from safeguarding.procedures.views import calendars as due_calendar
from safeguarding.procedures.views import reviews
from safeguarding.record import (
    NO_YEAR,
    Count,
    Day,
    Flag,
    Id,
    LastDay,
    Lines,
    Number,
    Record,
    Text,
    Web,
    Whole,
)
from safeguarding.report.models import FigureCell
from safeguarding.schemas import NAMES
from safeguarding.timed import Moment
from safeguarding.training.views import calendars as ics
from safeguarding.training.views import sessions, structured
from safeguarding.yaml import read
from tests.boards import INVENTED
from tests.conftest import NOW

PROGRAMME, LAW = "data/training/programme.yml", "data/law/law.yml"
LISTENING = "docs/procedures/listening.md"
STEP = "what: Listen to the child., force: may"
# Each place that takes a day: the file, what stands there, and what it becomes.
DAYS = {
    "start of whole days": (PROGRAMME, "starts: 2027-02-09", "starts: {day}"),
    "end of whole days": (PROGRAMME, "ends: 2027-02-09", "ends: {day}"),
    "start with a time": (PROGRAMME, "starts: 2027-01-12 10:00", "starts: {day} 10:00"),
    "end with a time": (PROGRAMME, "ends: 2027-01-12 13:00", "ends: {day} 13:00"),
    "publication": (PROGRAMME, "published: 2026-11-20", "published: {day}"),
    "change of a session": (
        PROGRAMME,
        "places: 15",
        "changes: [{{on: {day}, what: Another room.}}]",
    ),
    "change of the data": ("data/changes.yml", "on: 2026-11-20", "on: {day}"),
    "change of a procedure": (LISTENING, "on: 2026-11-20", "on: {day}"),
    "approval": (LISTENING, "approved: 2026-11-20", "approved: {day}"),
    "review": (LISTENING, "last_reviewed: 2026-11-20", "last_reviewed: {day}"),
    "first day of a step": (LISTENING, STEP, STEP + ", from: {day}"),
    "last day of a step": (LISTENING, STEP, STEP + ", until: {day}"),
    "reading of a source": (LAW, "checked: 2026-11-20", "checked: {day}"),
    "first day of a source": (LAW, "read: primary", "from: {day}\n    read: primary"),
    "last day of a source": (
        LAW,
        "read: primary",
        "until: {day}\n    superseded_by: example-guidance\n    read: primary",
    ),
    "confirmation of a contact": ("data/contacts.yml", "{on: 2026-11-25", "{{on: {day}"),
    "word of safety": (
        "data/board.yml",
        "licence:",
        "security: {{contact: 'mailto:a@board.example', expires: {day}}}\nlicence:",
    ),
    "figures as at a day": ("data/performance/help.yml", "2019-03-31: 41", "{day}: 41"),
}
FIRST, LAST = "0001-01-01", "9999-12-30"
NINES = "9" * 4500  # digits: more than Python reads as a number, and no line too long
# Each kind of field that takes a number.
NUMBERS = {
    "places": (PROGRAMME, "places: 15", "places: {number}"),
    "attendance": ("data/training/attendance.yml", "delegates: ", "delegates: {number} # "),
    "pounds": ("data/budget.yml", "[3000,", "[{number},"),
    "pounds below nothing": ("data/budget.yml", "-600", "-{number}"),
    "value": ("data/performance/help.yml", "2020-21: 80.0", "2020-21: {number}.5"),
    "digits after the point": ("data/performance/help.yml", "2020-21: 80.0", "2020-21: 8.{number}"),
    "count": ("data/performance/help.yml", "count: 35", "count: {number}"),
    "last line": ("data/sources.yml", "last_line: ", "last_line: {number} # "),
    "lines": ("data/performance/help.yml", "lines: 50}", "lines: {number}}}"),
    "lines in quotes": ("data/performance/help.yml", "lines: 50}", 'lines: "{number}-{number}"}}'),
    "months": (LISTENING, "review_every: 12 months", "review_every: {number} months"),
    "period": ("data/performance/help.yml", "2020-21: 80.0", "{number}: 80.0"),
}


@pytest.mark.parametrize("day", [FIRST, LAST])
@pytest.mark.parametrize("name", DAYS)
def test_day_at_an_end_of_the_calendar_is_told_at_its_own_line(name: str, day: str) -> None:
    file, old, new = DAYS[name]
    above = new.partition("{day}")[0].count("\n")
    line = INVENTED.line_of(old, file) + above
    (problem,) = INVENTED.problems({file: (old, new.format(day=day))})
    assert problem.startswith(f"{file}:{line}:")
    assert NO_YEAR in problem


def test_text_can_be_a_number_without_end() -> None:
    assert INVENTED.problems({"data/board.yml": ("area: Example Vale", f"area: {NINES}")}) == []


@pytest.mark.parametrize("name", NUMBERS)
def test_number_without_end_is_told_at_its_own_line(name: str) -> None:
    file, old, new = NUMBERS[name]
    (problem,) = INVENTED.problems({file: (old, new.format(number=NINES))})
    assert problem.startswith(f"{file}:{INVENTED.line_of(old, file)}:")
    assert len(problem) < 500, "it repeats the number"


def test_text_with_a_number_without_end_is_shown() -> None:
    """The list of sources is in the order of the numbers in their parts."""
    site = INVENTED.site({LAW: ("part: section 1", f"part: section {'9' * 4900}")})
    author = Author(site, here=lambda: "about/sources/", now=NOW)
    assert "9" * 4900 in author.source_list()


def test_record_in_which_nothing_is_written_knows_its_line() -> None:
    figures = INVENTED.site({"data/figures/people.yml": ("{figure: listeners}", "{}")})
    line = INVENTED.line_of("{figure: listeners}", "data/figures/people.yml")
    places = {cell.place.line for cell in figures.every(FigureCell) if cell.figure is None}
    assert line in places


LOOKS_LIKE_MORE = "999 012 6.0 1e3 0x1F 1_000 10:30 no Yes True 2026-03-31 2026-02-30"
# {kind of value: {what is written: what it is}}
MEANINGS: dict[Any, dict[str, Any]] = {
    Text: {text: text for text in LOOKS_LIKE_MORE.split()},
    Id: {text: text for text in ["2013", "012", "no", "true", "n12"]},
    Phone: {"999": "999", "0800": "0800", "0800 1111": "0800 1111"},
    Web: {"https://example.org/": "https://example.org/"},
    Number: {
        **{text: Decimal(text) for text in ["6.0", "7.25", "-4", "012", "0"]},
        "9" * 15: Decimal("9" * 15),
    },
    Whole: {"012": 12, "-4": -4, "1000000": 1000000},
    Count: {"0": 0, "142": 142},
    Flag: {"true": True, "false": False},
    InGlance: {"true": True, "false": False, "true or false": "true or false"},
    Day: {"2026-03-31": datetime.date(2026, 3, 31)},
    LastDay: {"9999-12-31": datetime.date.max},
    Moment: {
        "2027-01-13": datetime.date(2027, 1, 13),
        "2027-1-13 9:30": datetime.datetime(2027, 1, 13, 9, 30),
    },
    Lines: {"665": ((665, 665),), "665-669, 716": ((665, 669), (716, 716))},
    Literal["yes", "no"]: {"yes": "yes", "no": "no"},
}


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize(
    ("kind", "written", "meaning"),
    [(kind, *pair) for kind, pairs in MEANINGS.items() for pair in pairs.items()],
)
def test_text_means_what_its_field_takes(kind: Any, written: str, meaning: Any, quote: str) -> None:
    value = read.parse(f"it: {quote}{written}{quote}\n", "data/it.yml")["it"]
    given = TypeAdapter(kind, config=Record.model_config).validate_python(value)
    assert (type(given), str(given)) == (type(meaning), str(meaning))


def models() -> Iterator[type[Record]]:
    """Every model of a file, and those inside it."""
    waiting: list[Any] = list(NAMES)
    met: set[Any] = set()
    while waiting:
        hint = waiting.pop()
        if hint in met:
            continue
        met.add(hint)
        waiting += get_args(hint)
        if isinstance(hint, type) and issubclass(hint, Record):
            yield hint
            waiting += get_type_hints(hint, include_extras=True).values()


def parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from parts(part)


def refuses(hint: Any, day: datetime.date) -> bool:
    try:
        TypeAdapter(hint).validate_python(day)
    except ValidationError:
        return True
    return False


def test_no_field_takes_a_day_that_nothing_can_be_counted_from() -> None:
    fields = 0
    for model in models():
        for name, hint in get_type_hints(model, include_extras=True).items():
            if datetime.date not in parts(hint):
                continue
            fields += 1
            for day in (FIRST, LAST):
                assert refuses(hint, datetime.date.fromisoformat(day)), f"{model}: {name}: {day}"
    assert fields >= 12


# The last and the first day that can be written, with the clocks of both ends of the earth.
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize("span", ["1800-01-01", "2199-12-31"])
def test_first_and_last_day_that_can_be_written_are_shown_and_exported(
    tmp_path: Path, span: str, zone: str
) -> None:
    board = INVENTED.edited(
        {
            "data/board.yml": [
                ("Europe/London", zone),
                (
                    "licence:",
                    f"security: {{contact: 'tel:1', expires: {span}}}\nlicence:",
                ),
            ],
            PROGRAMME: [
                ("starts: 2027-02-09", f"starts: {span}"),
                ("ends: 2027-02-09", f"ends: {span}"),
                ("starts: 2027-01-12 10:00", f"starts: {span} 00:00"),
                ("ends: 2027-01-12 13:00", f"ends: {span} 23:59"),
            ],
            LISTENING: [
                (STEP, f"{STEP}, from: 2199-12-31"),
                ("{who: Anyone, what: Write", "{until: 2199-12-31, who: Anyone, what: Write"),
            ],
        }
    )
    assert board.problems() == []
    site, day = board.site(), datetime.date(2026, 11, 23)
    before = datetime.datetime(1800, 1, 1, tzinfo=datetime.UTC) - datetime.timedelta(days=9)
    author = Author(site, here=lambda: "training/", now=before)
    assert all(call() for call in (author.training_dates, author.training_by_audience))
    assert structured.events(site, sessions.views(site))
    assert list(checks.warnings(site, Days(day, day)))
    assert list(readiness.release_blockers(site, day))
    ics.write(site, tmp_path)
    assert due_calendar.calendar(site, reviews.reviews(site, day, within=999_999)).to_ical()
    atom.write(site, tmp_path, datetime.date(2199, 12, 31))
