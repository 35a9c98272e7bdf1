"""Whose site this is, and the documents its facts come from."""

import datetime
import re
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from safeguarding.period import Year
from safeguarding.record import Document, Id, Lines, Record, Ref, Sourced, Text, shape


def _is_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise PydanticCustomError("zone", "is no time zone; write one like Europe/London") from None
    return name


Zone = Annotated[Text, AfterValidator(_is_zone)]


WHOLE = r"https?://[^/\s]+(/\S*)?"
NOT_WHOLE = "is no address of a site; write it whole, like https://example.org/"


def _whole(address: str) -> str:
    if not re.fullmatch(WHOLE, address):
        raise PydanticCustomError("address", NOT_WHOLE)
    return address.rstrip("/") + "/"


Address = Annotated[Text, AfterValidator(_whole), shape(WHOLE, NOT_WHOLE)]


class Archive(Record):
    """What readers are told about pages that describe a past year."""

    period: Year = Field(description="The year they describe, like 2024–25")
    report: Text = Field(
        description="What the report of that year is called, like: Annual report 2024–25"
    )
    notice: Text = Field(
        description=(
            "One or two sentences at the top of each page: this is a record, not advice for today"
        )
    )


class Security(Record):
    """Whom to tell of a weakness of the site (RFC 9116)."""

    contact: Text = Field(
        pattern=r"^(https://|mailto:|tel:)\S+$",
        description="Where to write or ring, like mailto:someone@example.org",
    )
    expires: datetime.date = Field(
        description="The day until which this is sure to be true, at most a year ahead"
    )


class Licence(Record):
    """What others may do with the facts of the site."""

    title: Text = Field(
        description="What the licence is called, like: Open Government Licence v3.0"
    )
    url: Address = Field(description="Where it can be read, whole, with https://")


class Board(Record):
    """data/board.yml: the board itself."""

    name: Text = Field(description="The board's full name")
    abbreviation: Text = Field(description="Its short name, in a few letters")
    area: Text = Field(description="The area that it works for: pictures name our own values by it")
    timezone: Zone = Field(description="Where its clocks stand, like Europe/London")
    bank_holidays: Text = Field(
        pattern=r"^[A-Z]{2}(-[A-Z]{2,3})?$",
        description="Whose bank holidays it keeps: a country and its part, like GB-ENG",
    )
    description: Text = Field(
        description="What the site holds, in a sentence or two, for search engines"
    )
    site_url: Address | None = Field(
        default=None,
        description="The site's public address, when it has one, like https://example.org/",
    )
    security: Security | None = Field(
        default=None,
        description="Whom to tell of a weakness of the site; without it there is no security.txt",
    )
    licence: Licence | None = Field(
        default=None,
        description=(
            "What others may do with the facts; without it the site says that this is to be"
            " confirmed"
        ),
    )


class Source(Record):
    """A document that facts come from."""

    id: Id = Field(description="What other files call it in `source`, like annual-report")
    title: Text = Field(description="Its full title")
    short_title: Text = Field(
        description="What pages call it inside a sentence, like: annual report"
    )
    published: Text = Field(description="When it was published, in words")
    last_line: int = Field(gt=0, description="The number of its last line, counted from 1")
    archive: Archive | None = Field(
        default=None,
        description="For a report of a past year: what its pages tell their readers at the top",
    )


class SourcesFile(Record):
    """data/sources.yml."""

    sources: tuple[Source, ...] = Field(
        min_length=1,
        description=(
            "The documents, the oldest first. A page that names no report takes its figures from"
            " the first"
        ),
    )


class Figure(Sourced):
    """A number that the pages' sentences need. Pages write figure("id"), so that it is typed
    once."""

    id: Id = Field(description='What a page calls it by, like figure("child-deaths-notified")')
    value: Text = Field(description='Just as the page shows it, in quotes: "483", "17 to 22"')
    about: Text = Field(description="What the number is")
    period: Text | None = Field(
        default=None, description="The time it stands for, in words, like: each three months"
    )


class FigureCell(Record):
    """One cell of a table of figures; without a figure it says that the source gives none."""

    figure: Ref | None = Field(
        default=None, description="The figure in this cell, by its id in data/figures/"
    )
    note: Text | None = Field(default=None, description="A word beside the figure, like: notified")


class FigureRow(Record):
    """A row of a table of figures."""

    label: Text = Field(description="What the row is about")
    cells: tuple[FigureCell, ...] = Field(
        min_length=1,
        description=(
            "A cell for each column, from left to right; write {} for a cell without a figure"
        ),
    )


class FigureTable(Record):
    """Figures of a section that stand better in a table than in sentences."""

    id: Id = Field(
        description='What a page calls it by, like figure_table("private-fostering-by-year")'
    )
    caption: Text = Field(description="What the table shows")
    corner: Text = Field(description="What heads the column of row labels")
    columns: tuple[Text, ...] = Field(min_length=1, description="What heads each further column")
    rows: tuple[FigureRow, ...] = Field(min_length=1, description="The rows, from top to bottom")


class FiguresFile(Record):
    """One file of data/figures/: the numbers of one section, and the tables made of them."""

    source: Document
    figures: tuple[Figure, ...] = Field(description="The numbers of the section")
    tables: tuple[FigureTable, ...] = Field(default=(), description="Tables made of these numbers")


class Section(Sourced):
    """A section of the annual report, which has a page of its own."""

    id: Id = Field(description="The name of its page in the folder")
    number: Text = Field(description='Its number in the report, in quotes: "7", "Appendix 1"')
    title: Text = Field(description="Its title in the report")
    about: Text = Field(description="What it tells, in one short sentence")
    note: Text | None = Field(
        default=None, description="A remark for those who edit the facts; no page shows it"
    )


class SectionsFile(Record):
    """data/sections.yml: the sections of an annual report, in its order."""

    source: Document
    folder: Text = Field(
        description="The folder of docs/ that holds the pages of the sections, like annual-report"
    )
    sections: tuple[Section, ...] = Field(
        min_length=1, description="The sections, in the order of the report"
    )


class Redirect(Sourced):
    """An old address that leads on. Both start at the site's root, without a slash."""

    from_: Text = Field(alias="from", description="The old address, like uploads/files/1.pdf")
    to: Text = Field(
        description="The address that takes its place, like procedures/missing-children/"
    )
    was: Text = Field(description="What stood there")
    lines: Lines | None = Field(
        default=None,
        description=(
            "The lines of the source that name the old address; without them for an address of this"
            " site"
        ),
    )


class RedirectsFile(Record):
    """data/redirects.yml."""

    source: Document
    redirects: tuple[Redirect, ...] = Field(description="Every old address that leads on")
