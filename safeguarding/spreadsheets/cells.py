"""A value of a data file -> what a cell of a spreadsheet shows; what a cell says -> the value as
data files write it."""

import datetime
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from safeguarding.problem import advice
from safeguarding.record import Record
from safeguarding.spreadsheets import days
from safeguarding.yaml.values import NULL

# What a cell holds: `due` is a day, a month or a year; `days` are several days, a line each; `one`
# and `some` are choices; `several` are texts, a line each; what is `shown` is for reading alone.
Kind = Literal[
    "text", "phone", "moment", "due", "days", "number", "flag", "one", "some", "several", "shown"
]
Cell = str | Decimal | datetime.date | None
YES, NO = ("yes", "y", "true", "x"), ("no", "n", "false")
FREE = ("free", "none", "no charge")
# A text that needs no quotes, wherever it stands.
PLAIN = re.compile(r"[^\W_]([^\s#:,\[\]{}\"\\]| (?=[^ #])|:(?=[^\s,\[\]{}]))*")
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d?:\d\d)(?::\d\d(?:\.\d+)?)?)?")
BRITISH = re.compile(r"(\d\d?)[/.](\d\d?)[/.](\d{4})(?: (\d\d?:\d\d)(?::\d\d)?)?")
# With as many digits as a program writes of 80.1, and with no exponent.
NUMBER = re.compile(r"[+-]?(\d{1,15}(\.\d{0,20})?|\.\d{1,20})", re.ASCII)
NAMED = 12  # choices that are named where something else was written
MONTHS = 12
WITHOUT_NOUGHT = re.compile(r"[1-9]\d{8,9}")


class Column(NamedTuple):
    """A column of a list. Its `key` is that of the data file; `verified.on` stands within another,
    and `changes[].on` in one more entry of a list. `choices` are {what people choose: what the file
    says}, and `also` other words by which people head such a column."""

    key: str
    heading: str
    about: str = ""
    kind: Kind = "text"
    choices: Mapping[str, str] = {}
    also: tuple[str, ...] = ()


def shown(column: Column, record: Record | str) -> Cell:
    """What the cell of an entry shows."""
    if isinstance(record, str):
        return record if column.key == "what" else None
    value: Any = record
    for key in column.key.split("."):
        value = value.get(key) if isinstance(value, dict) else getattr(value, key, None)
    if column.kind == "shown":
        return "\n".join(_line(one) for one in value or ())
    if column.kind == "flag":
        return "yes" if value else None
    if column.kind == "days":
        return "\n".join(_day_shown(column, one) for one in value or ()) or None
    if isinstance(value, tuple):
        return "\n".join(_chosen(column, str(one)) for one in value) or None
    return _chosen(column, value) if isinstance(value, str) else value


def _chosen(column: Column, value: str) -> str:
    return next((words for words, said in column.choices.items() if said == value), value)


def _day_shown(column: Column, day: Any) -> str:
    """A further day of a booking, as it is read again."""
    venue = f" at {_chosen(column, day.venue)}" if day.venue else ""
    about = f"; {day.about}" if day.about else ""
    same = f"{day.starts:%Y-%m-%d}" == f"{day.ends:%Y-%m-%d}"
    ends = f"{day.ends:%H:%M}" if same else said(day.ends)
    times = said(day.starts) if day.all_day and same else f"{said(day.starts)} - {ends}"
    return f"{times}{venue}{about}"


def _line(record: Record) -> str:
    """An entry of a list within an entry, on one line."""
    values = (getattr(record, name) for name in type(record).model_fields)
    return "; ".join(said(value) for value in values if value is not None)


def said(cell: Any) -> str:
    """What a cell says, as it is read again."""
    if isinstance(cell, datetime.datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return "" if cell is None else str(cell).strip()


def written(column: Column, text: str, *, days_first: bool) -> str:
    """What a cell says, as a data file writes it. Raises ValueError, which says what to do."""
    if column.kind == "days":
        every = (_day(column, one, days_first=days_first) for one in days.each(text))
        return f"[{', '.join(every)}]"
    if column.kind in ("moment", "due"):
        return _moment(text, days_first=days_first)
    if column.kind == "number":
        return _number(text)
    if column.kind == "flag":
        return _flag(text)
    if column.kind in ("some", "several"):
        parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
        return f"[{', '.join(scalar(_choice(column, part)) for part in parts)}]"
    if column.kind == "phone" and WITHOUT_NOUGHT.fullmatch(text):
        raise ValueError(
            f"{text} has lost the 0 at its front; write it with a space, like 01632 960001"
        )
    return scalar(_choice(column, text))


def scalar(text: str) -> str:
    """A text as a data file writes it: in quotes where it needs them."""
    plain = PLAIN.fullmatch(text) and text not in NULL
    return text if plain else json.dumps(text, ensure_ascii=False)


def _choice(column: Column, text: str) -> str:
    """What the file says for what someone chose: its words or its id."""
    if not column.choices:
        return text
    known = {words.casefold(): value for words, value in column.choices.items()}
    known |= {value.casefold(): value for value in column.choices.values()}
    if text.casefold() in known:
        return known[text.casefold()]
    raise ValueError(f"{text} is not known; {advice(text, known, _one_of(column))}")


def _one_of(column: Column) -> str:
    """The first choices of a column: a list of one's own has no drop-down."""
    named = "; ".join([*column.choices][:NAMED])
    more = len(column.choices) - NAMED
    return f"write one of: {named}{f'; and {more} more' if more > 0 else ''}"


def _day(column: Column, text: str, *, days_first: bool) -> str:
    """One of several days, with its times, its place and what it is about."""
    span = days.span(text)
    values = {
        "starts": _moment(span.starts, days_first=days_first),
        "ends": _moment(span.ends, days_first=days_first),
        "venue": span.venue and scalar(_choice(column, span.venue)),
        "about": span.about and scalar(span.about),
    }
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items() if value) + "}"


def _moment(text: str, *, days_first: bool) -> str:
    """A day, or a day and a time. Seconds are not kept."""
    if len(days.each(text)) > 1:
        raise ValueError(
            f"{text} are several days; write the first here, and each of the others below Further"
            f" days, on a line of its own, like {days.LIKE}"
        )
    if match := DAY.fullmatch(text):
        return match[1] if match[2] in (None, "00:00") else f"{match[1]} {match[2].zfill(5)}"
    if british := BRITISH.fullmatch(text):
        return _british(british, days_first=days_first)
    return scalar(text)  # it may be a month or a year; what is neither is told by the model


def _british(text: re.Match[str], *, days_first: bool) -> str:
    """A day like 18/01/2027, or with a time; it can be a month and a day as well only where neither
    is more than 12."""
    day, month, year, time = text.groups()
    if int(month) > MONTHS:
        raise ValueError(f"{text[0]} has no month {month}; write it like 2027-01-13")
    if not days_first and int(day) <= MONTHS and int(day) != int(month):
        raise ValueError(
            f"{text[0]} can be read in two ways; say that the day comes first (DAYS=first), or"
            " write it like 2027-01-13"
        )
    whole = f"{year}-{month.zfill(2)}-{day.zfill(2)}"
    return f"{whole} {time.zfill(5)}" if time else whole


def _number(text: str) -> str:
    bare = text.removeprefix("£").replace(",", "").strip()
    if bare.casefold() in FREE:
        return "0"
    if not NUMBER.fullmatch(bare):
        raise ValueError(f"{text} is no number; write one like 80 or 80.50")
    return f"{Decimal(bare).normalize():f}"


def _flag(text: str) -> str:
    if text.casefold() in (*YES, *NO):
        return "true" if text.casefold() in YES else "false"
    raise ValueError(f"{text} is neither yes nor no; write yes, or leave the cell empty")
