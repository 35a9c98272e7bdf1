"""Several days in one cell, a line each: `2027-09-14 18:00 - 20:00 at Sample hall; what it is
about`; and times as people write them."""

import re
from typing import NamedTuple

NEXT = re.compile(r"\s*(?:[\n,;&]|\band\b)\s*(?=\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d))")
CLOCK = re.compile(r"(\d{1,2})(?:[.:]?(\d\d))?(?::\d\d)?\s*([ap]\.?m\.?)?", re.I)
BETWEEN = re.compile(r"\s*(?:-|–|—|\bto\b|\buntil\b)\s*")  # a beginning and an end
LIKE = "2027-09-14 18:00 - 20:00"


class Span(NamedTuple):
    """The texts of one day: when it starts and ends, where it is held, and what it is about."""

    starts: str
    ends: str
    venue: str
    about: str


def each(text: str) -> list[str]:
    """The parts of a cell that begin with a day, parted by lines, commas or `and`."""
    return [part for part in NEXT.split(text.strip()) if part]


def span(text: str) -> Span:
    """What one part says. Raises ValueError where it has no end."""
    head, _, about = text.partition(";")
    times, _, venue = head.partition(" at ")
    day, _, rest = times.strip().partition(" ")
    first, last = between(rest)
    if not last and first not in ("", "00:00"):
        raise ValueError(f"{text} does not say when it ends; write it like {LIKE}")
    ends = f"{day} {last}" if CLOCK.fullmatch(last) else last or day
    return Span(f"{day} {first}".strip(), ends, venue.strip(), about.strip())


def between(text: str) -> tuple[str, str]:
    """When something begins and ends, of times like `6pm - 8pm`: 18:00 and 20:00."""
    first, _, last = BETWEEN.sub("\n", text.strip(), count=1).partition("\n")
    return clock(first), clock(last)


def clock(text: str) -> str:
    """A time like 9.30am as 09:30; what is none stays as it is."""
    match = CLOCK.fullmatch(text.strip())
    if not match:
        return text
    hour, minutes, half = int(match[1]), match[2] or "00", (match[3] or "").lower()
    afternoon = 12 if half.startswith("p") and hour < 12 else 0
    return f"{(0 if half.startswith('a') and hour == 12 else hour) + afternoon:02}:{minutes}"
