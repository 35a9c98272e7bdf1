"""Whose site this is, and the documents its facts come from."""

import re
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from safeguarding.models.record import Id, Record, Sourced, Text


def _is_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise PydanticCustomError("zone", "is no time zone; write one like Europe/London") from None
    return name


Zone = Annotated[Text, AfterValidator(_is_zone)]


def _whole(address: str) -> str:
    if not re.fullmatch(r"https?://[^/\s]+(/\S*)?", address):
        raise PydanticCustomError("address", "is no address of a site; write it whole, like https://example.org/")
    return address.rstrip("/") + "/"


Address = Annotated[Text, AfterValidator(_whole)]


class Archive(Record):
    """What readers are told about pages that describe a past year."""

    period: Text = Field(description="The year they describe, like 2024–25")
    report: Text = Field(description="What the report of that year is called, like: Annual report 2024–25")
    notice: Text = Field(description="One or two sentences at the top of each page: this is a record, not advice for today")


class Board(Record):
    """data/board.yml: the board itself."""

    name: Text
    abbreviation: Text
    area: Text
    timezone: Zone = Field(description="Where its clocks stand, like Europe/London")
    bank_holidays: Text = Field(pattern=r"^[A-Z]{2}(-[A-Z]{2,3})?$", description="Whose bank holidays it keeps: a country and its part, like GB-ENG")
    description: Text
    site_url: Address | None = Field(default=None, description="The site's public address, when it has one, like https://example.org/")


class Source(Record):
    """A document that facts come from. `last_line` is the number of its last line, counted from 1."""

    id: Id
    title: Text
    short_title: Text
    published: Text
    last_line: int = Field(gt=0)
    archive: Archive | None = Field(default=None, description="For a report of a past year: what its pages tell their readers at the top")


class SourcesFile(Record):
    """data/sources.yml."""

    sources: tuple[Source, ...] = Field(min_length=1)


class Figure(Sourced):
    """A number that the pages' sentences need. Pages write figure("id"), so that it is typed once."""

    id: Id
    value: Text = Field(description="Just as the page shows it, in quotes: \"483\", \"17 to 22\"")
    about: Text = Field(description="What the number is")
    period: Text | None = None


class FigureCell(Record):
    """One cell of a table of figures; without a figure it says that the source gives none."""

    figure: Id | None = None
    note: Text | None = Field(default=None, description="A word beside the figure, like: notified")


class FigureRow(Record):
    """A row of a table of figures."""

    label: Text
    cells: tuple[FigureCell, ...] = Field(min_length=1)


class FigureTable(Record):
    """Figures of a section that stand better in a table than in sentences."""

    id: Id
    caption: Text
    corner: Text = Field(description="What heads the column of row labels")
    columns: tuple[Text, ...] = Field(min_length=1)
    rows: tuple[FigureRow, ...] = Field(min_length=1)


class FiguresFile(Record):
    """One file of data/figures/: the numbers of one section, and the tables made of them."""

    source: Id
    figures: tuple[Figure, ...]
    tables: tuple[FigureTable, ...] = ()


class Section(Sourced):
    """A section of the annual report, which has a page of its own."""

    id: Id
    number: Text
    title: Text
    about: Text
    note: Text | None = None


class SectionsFile(Record):
    """data/sections.yml: the sections of an annual report, in its order."""

    source: Id
    folder: Text = Field(description="The folder of docs/ that holds the pages of the sections, like annual-report")
    sections: tuple[Section, ...] = Field(min_length=1)


class Redirect(Sourced):
    """An old address that leads on. Both start at the site's root, without a slash."""

    from_: Text = Field(alias="from")
    to: Text
    was: Text = Field(description="What stood there")


class RedirectsFile(Record):
    """data/redirects.yml."""

    source: Id
    redirects: tuple[Redirect, ...]
