"""How numbers, periods and gaps are said."""

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from safeguarding.period import Basis, Span, is_in_years, length, span

UTC = "%Y-%m-%dT%H:%M:%SZ"  # the shape of an instant in UTC as computers write it
UP_TO_TWELVE = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS: list[str] = re.findall(r"\w+", UP_TO_TWELVE)
UP_TO_TWELFTH = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
PLACES: list[str] = re.findall(r"\w+", UP_TO_TWELFTH)
ENDINGS = {1: "st", 2: "nd", 3: "rd"}
ABSENT = {
    "not available": "not available",
    "no longer reported": "no longer reported",
    "N/A": "“N/A” in the report",
    "blank": "left blank",
    "suppressed": "not shown, to protect children",
}


def number(value: Decimal | int) -> str:
    """The digits as the source has them, with commas and a true minus sign."""
    return f"{value:,}".replace("-", "−")


def cardinal(number: int) -> str:
    """How many, from 1: in a word up to twelve, else in figures."""
    return NUMBERS[number - 1] if number <= len(NUMBERS) else f"{number:,}"


def counted(number: int, one: str, more: str) -> str:
    """How many of something, in figures: `1 date`, `27 dates`."""
    return f"{number:,} {one if number == 1 else more}"


def ordinal(number: int) -> str:
    """Which of several, from 1: in a word up to twelfth, else like 13th or 21st."""
    if number <= len(PLACES):
        return PLACES[number - 1]
    is_teen = number % 100 in (11, 12, 13)
    return f"{number:,}" + ("th" if is_teen else ENDINGS.get(number % 10, "th"))


def capital(text: str) -> str:
    """The same with a capital letter at its beginning; the others stay as they are."""
    return text[:1].upper() + text[1:]


def possessive(noun: str) -> str:
    """`board’s`; after an s the apostrophe alone, as in `services’`."""
    return f"{noun}’" if noun.endswith("s") else f"{noun}’s"


def slug(text: str) -> str:
    """Small letters, figures and hyphens alone, like `spending-2024-25`."""
    plain = unicodedata.normalize("NFKD", text.replace("–", "-")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def pounds(value: Decimal | int | None) -> str:
    """Pounds, like `£94,805` or `−£4,236.50`; in words where the source leaves it blank."""
    if value is None:
        return ABSENT["blank"]
    return f"−£{-value:,}" if value < 0 else f"£{value:,}"


def period(text: str, basis: Basis = "financial") -> str:
    """A period in words, which says what kind of year it is, if it is one."""
    found = span(text, basis)
    if not found:
        return "no date given"
    year, _, month = text.partition(" to ")
    if month:
        the = "the " if basis == "academic" else ""
        return f"{_months(found, '%B', ' to ')}, part of {the}{_years(year, basis)}"
    if is_in_years(text, basis):
        return _years(text, basis)
    if found.first == found.last:
        return day(found.last)
    if basis == "year_ending" and len(text) == 7:
        return f"12 months to {found.last:%B %Y}"
    return _months(found, "%B", " to ")


def during(text: str, basis: Basis = "financial") -> str:
    """The same as a part of a sentence: `on 31 March 2025`, `in 2024/25`, `in the 12 months to
    September 2025`; empty where no date is given."""
    found = span(text, basis)
    if not found:
        return ""
    said = period(text, basis)
    if found.first == found.last:
        return f"on {said}"
    the = "the " if said.startswith("12 months") or "school year" in said else ""
    return f"in {the}{said}"


def short_periods(periods: Iterable[str], basis: Basis) -> dict[str, str]:
    """Each period in the few letters that fit under a picture. No two say the same: days of one
    month, and a day beside its month, are said in full."""
    short = {text: _short_period(text, basis) for text in periods}
    said = Counter(short.values())
    clash = {text: span(text, basis) for text, label in short.items() if said[label] > 1}
    days = {text: found.last for text, found in clash.items() if found and len(set(found)) == 1}
    return short | {text: f"{day.day} {day:%b %Y}" for text, day in days.items()}


def _short_period(text: str, basis: Basis) -> str:
    found = span(text, basis)
    if not found:
        return "no date"
    if is_in_years(text, basis):
        first, _, last = text.replace("-", "_").partition("/")
        last = last.removeprefix(first[:2])  # 2014–16, but 1998–2001
        return "–".join(filter(None, [first, last])).replace("_", "/")
    if length(text, basis) == 12:
        return f"to {found.last:%b %Y}"
    return _months(found, "%b", "–")


def _years(text: str, basis: Basis) -> str:
    """Years like `2024/25`, `2024` or `2014 to 2016`; those of schools are called so."""
    years = text.split("/")
    said = " to ".join(years).replace("-", "/")
    if basis != "academic" or "-" not in text:
        return said
    return f"{said} school year{'s' if len(years) > 1 else ''}"


def _months(found: Span, name: str, joint: str) -> str:
    """From the first month to the last, like `April to June 2016`, or one like `January 2017`.
    `name` is how strftime writes a month."""
    first, last = (f"{date:{name} %Y}" for date in found)
    if first == last:
        return last
    if found.first.year == found.last.year:
        first = f"{found.first:{name}}"
    return first + joint + last


def day(date: datetime.date) -> str:
    """`31 March 2025`."""
    return f"{date.day} {date:%B %Y}"


def weekday(date: datetime.date) -> str:
    """`Wednesday 13 January 2027`."""
    return f"{date:%A} {day(date)}"


def clock(moment: datetime.datetime) -> str:
    """`9:30am`, `2pm`; noon and midnight in words."""
    if moment.minute == 0 and moment.hour in (0, 12):
        return "noon" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def moment(known: datetime.date) -> str:
    """A day, or a day and a time, like `Wednesday 13 January 2027, 2pm`."""
    time = f", {clock(known)}" if isinstance(known, datetime.datetime) else ""
    return weekday(known) + time


def utc_text(instant: datetime.datetime) -> str:
    """An instant in UTC as computers write it: 2027-01-13T09:30:00Z."""
    return f"{instant:{UTC}}"


def size(count: int) -> str:
    """So many bytes as people say them: `512 bytes`, `158 KB`, `1.2 MB`."""
    if count < 1000:
        return f"{count} bytes"
    kilobytes = count / 1024
    return f"{max(kilobytes, 1):.0f} KB" if kilobytes < 999.5 else f"{kilobytes / 1024:.1f} MB"


def date(text: str) -> str:
    """A day, a month or a year in words, like `31 March 2025`, `March 2025` or 2025."""
    if len(text) == len("2025-03-31"):
        return day(datetime.date.fromisoformat(text))
    return text if len(text) == len("2025") else _month(text)


def when(text: str) -> str:
    """When something was, like `on 31 March 2025`, `in March 2025` or `in 2025`."""
    return f"{'on' if len(text) == len('2025-03-31') else 'in'} {date(text)}"


def _month(text: str) -> str:
    return f"{datetime.date.fromisoformat(text + '-01'):%B %Y}"


def join(words: list[str], last: str = "and") -> str:
    """`a, b and c`, with `last` before the last one."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def line_numbers(spans: tuple[tuple[int, int], ...]) -> str:
    """`line 665` or `lines 665–669 and 716`."""
    parts = [str(first) if first == last else f"{first}–{last}" for first, last in spans]
    plural = len(spans) > 1 or spans[0][0] != spans[0][1]
    return f"{'lines' if plural else 'line'} {join(parts)}"
