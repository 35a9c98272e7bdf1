"""The documents that facts come from, and what a report says in its sections and figures."""

from typing import Annotated

from pydantic import Field, WithJsonSchema

from safeguarding.period import Year
from safeguarding.record import (
    BELOW,
    NO_WHOLE,
    Count,
    Flag,
    FromDocument,
    Id,
    OfReport,
    Positive,
    Record,
    Ref,
    Sourced,
    Text,
    Web,
    looks,
)


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


LastLine = Annotated[
    Count,
    Field(gt=0),
    WithJsonSchema(looks(r"(?=\d{1,15}$)0*[1-9]\d*", NO_WHOLE, minimum=1, **BELOW)),
]


class Source(Record):
    """What facts come from: a report, a data set, a page on the web."""

    id: Id = Field(description="What other files call it in `source`, like annual-report")
    title: Text = Field(description="Its full title")
    short_title: Text = Field(
        description="What pages call it inside a sentence, like: annual report"
    )
    published: Text = Field(description="When it was published, in words")
    url: Web | None = Field(
        default=None,
        description="Where it can be read on the web, whole, with https://: pages link there",
    )
    last_line: LastLine | None = Field(
        default=None,
        description=(
            "The number of its last line, counted from 1, if its text has numbered lines: then each"
            " fact names its lines. Leave it out for a PDF, a sheet or a page on the web"
        ),
    )
    smallest_shown: Positive | None = Field(
        default=None,
        description=(
            "The smallest number, but for 0, that it shows, like 6 where it hides 1 to 5; without"
            " it that of data/board.yml"
        ),
    )
    archive: Archive | None = Field(
        default=None,
        description="For a report of a past year: what its pages tell their readers at the top",
    )

    @property
    def called(self) -> str:
        """What pages call it after “the”, where it is clear which is meant."""
        return "report" if self.archive else "source"


class SourcesFile(Record):
    """data/sources.yml."""

    sources: tuple[Source, ...] = Field(
        description=(
            "The documents, the oldest first. A page that names no report takes its figures from"
            " the first"
        ),
    )


class Figure(Sourced):
    """A number that the pages' sentences need. Pages write figure("id"), so that it is typed
    once."""

    id: Id = Field(description='What a page calls it by, like figure("child-deaths-notified")')
    value: Text = Field(description="Just as the page shows it, like 483, or 17 to 22")
    about: Text = Field(description="What the number is")
    small_number: Text | None = Field(
        default=None,
        description=(
            "Why a small number, like one below 5, may be shown: that it counts no children, or why"
            " it points to none"
        ),
    )
    period: Text | None = Field(
        default=None, description="The time it stands for, in words, like: each three months"
    )


class FigureCell(Record):
    """One cell of a table of figures; without a figure it says that the source gives none."""

    figure: Ref | None = Field(
        default=None, description="The figure in this cell, by its id in data/figures/"
    )
    note: Text | None = Field(default=None, description="A word beside the figure, like: notified")
    hidden: Flag = Field(
        default=False, description="The source hides this number, so that it can point to no child"
    )


class FigureRow(Record):
    """A row of a table of figures."""

    label: Text = Field(description="What the row is about")
    total: Flag = Field(
        default=False, description="It adds up the rows above it, as far as the total before"
    )
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


class FiguresFile(FromDocument):
    """One file of data/figures/: the numbers of one section, and the tables made of them."""

    figures: tuple[Figure, ...] = Field(description="The numbers of the section")
    tables: tuple[FigureTable, ...] = Field(default=(), description="Tables made of these numbers")


class Section(Sourced):
    """A section of the annual report, which has a page of its own."""

    id_is_local = True

    id: Id = Field(description="The name of its page in the folder")
    number: Text = Field(description="Its number in the report, like 7, or Appendix 1")
    title: Text = Field(description="Its title in the report")
    about: Text = Field(description="What it tells, in one short sentence")
    note: Text | None = Field(
        default=None, description="A remark for those who edit the facts; no page shows it"
    )


class SectionsFile(OfReport):
    """data/sections.yml: the sections of an annual report, in its order."""

    folder: Text = Field(
        description="The folder of docs/ that holds the pages of the sections, like annual-report"
    )
    sections: tuple[Section, ...] = Field(
        min_length=1, description="The sections, in the order of the report"
    )
