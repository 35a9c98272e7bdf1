"""What the board publishes beside its pages: reviews, briefings, newsletters, minutes, policies,
forms and leaflets."""

import datetime
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from safeguarding.dates import Date, first_day, known_day
from safeguarding.kinds import OneOf
from safeguarding.record import (
    Day,
    Id,
    Kind,
    Record,
    Ref,
    Text,
    Web,
)

PART = r"[a-z0-9]+([-_.][a-z0-9]+)*"
FILE = rf"/?({PART}/)*{PART}\.[a-z][a-z0-9]+"
NO_FILE = (
    "is no file for readers; write the way to it from docs/assets/, like reviews/child-a.pdf: small"
    " letters, figures and hyphens alone"
)

# Forms begin it with a slash.
File = Annotated[str, Kind(FILE, NO_FILE), AfterValidator(lambda way: way.removeprefix("/"))]


class PublicationKind(Record):
    """A kind of publication, in the board's own words."""

    id: Id = Field(description="What entries call it by, like briefing; part of an address")
    title: Text = Field(description="What a list of them is called, like: 7-minute briefings")
    one: Text = Field(description="What one of them is called, like: 7-minute briefing")


class Subject(Record):
    """A subject that publications tell of, in the board's own words."""

    id: Id = Field(description="What entries call it by, like neglect; part of an address")
    title: Text = Field(description="What readers see, like: Neglect")


class AnyDocument(Record):
    """What a reader opens."""

    title: Text | None = Field(
        default=None,
        description=(
            "What it is beside the others of its publication, like: Easy read version; needed where"
            " there are several"
        ),
    )


class FileDocument(AnyDocument):
    """A file of docs/assets/."""

    file: File = Field(
        description="The way to the file from docs/assets/, like reviews/child-a.pdf"
    )


class PageDocument(AnyDocument):
    """A page of this site."""

    page: Text = Field(description="The address of a page of this site, like business-plan/")


class WebDocument(AnyDocument):
    """A page or a file of another site."""

    url: Web = Field(description="Its whole address, with https://")


Document = FileDocument | PageDocument | WebDocument


class Publication(Record):
    """One publication: a page of its own, at the address publications/ID/. It stays there for good,
    also when it is no longer current and has left lists and the search."""

    exit: ClassVar[bool] = False
    search_weight: ClassVar[Decimal] = Decimal("0.5")  # what to do counts more

    id: Id = Field(description="Never changes: it is the last part of its address")
    kind: Ref = Field(
        description="Its kind, by an id of `kinds`, here or in a file beside this one"
    )
    title: Text = Field(description="What lists and the search call it; that of no other page")
    published: Date = Field(
        description=(
            "When it was first published: the day, like 2026-03-12; where nobody knows more,"
            " 2026-03 or 2026"
        )
    )
    from_: Day | None = Field(
        default=None,
        alias="from",
        description=(
            "The first day on which readers see it and its files, like 2027-01-04; needed where"
            " `published` is still to come"
        ),
    )
    dated: Date | None = Field(
        default=None,
        description=(
            "The date that it bears itself, if that is another: of minutes, the meeting; of a"
            " review, the day on which it was agreed"
        ),
    )
    summary: Text = Field(description="One sentence: what it tells, and to whom")
    subjects: tuple[Ref, ...] = Field(
        default=(), description="What it tells of, by ids of `subjects`, here or in a file beside"
    )
    audience: tuple[Ref, ...] = Field(
        min_length=1, description="Whom it is for, by ids of data/audiences.yml"
    )
    documents: tuple[Annotated[Document, OneOf()], ...] = Field(
        min_length=1, description="What readers open: each a `file`, a `page` or a `url`"
    )
    learnt: tuple[Text, ...] = Field(
        default=(), description="What was learnt, one full sentence in each line"
    )
    about: Ref | None = Field(
        default=None,
        description="The publication that this tells of, by its id: of a briefing, the review",
    )
    replaces: Ref | None = Field(
        default=None,
        description=(
            "The older version that this takes the place of, by its id: that one leaves lists and"
            " the search, and its page leads here"
        ),
    )
    until: Day | None = Field(
        default=None,
        description=(
            "The last day on which lists and the search have it, if that is known, like 2027-03-31"
        ),
    )
    keywords: tuple[Text, ...] = Field(
        default=(), description="Words that people use for it; the A to Z lists them"
    )
    other_formats: Ref | None = Field(
        default=None,
        description=(
            "Who gives it in another form, like large print, by an id of data/contacts.yml, if its"
            " file does not say so of all"
        ),
    )

    @property
    def address(self) -> str:
        """Where its page stands, from the site's root."""
        return f"publications/{self.id}/"

    @property
    def first_day(self) -> datetime.date:
        """The first day on which it can have been published."""
        return first_day(self.published)

    @property
    def came(self) -> datetime.date:
        """The first day on which readers see it here."""
        return max(self.first_day, self.from_ or self.first_day)

    @property
    def has_day(self) -> bool:
        """Whether the day is known on which it was published, and not the month or year alone."""
        return known_day(self.published) is not None

    @property
    def over(self) -> datetime.date | None:
        """The first day on which it is no longer current, if that is known."""
        return self.until + datetime.timedelta(days=1) if self.until else None

    @property
    def files(self) -> tuple[FileDocument, ...]:
        """Those of its documents that are files of ours."""
        return tuple(one for one in self.documents if isinstance(one, FileDocument))


class PublicationsFile(Record):
    """A file of data/publications/: what the board published. Its name is your own: there may be
    one for each kind, or for each year."""

    other_formats: Ref | None = Field(
        default=None,
        description=(
            "Who gives these documents in another form, like large print, by an id of"
            " data/contacts.yml"
        ),
    )
    own_kinds: tuple[PublicationKind, ...] = Field(
        default=(),
        alias="kinds",
        description="Kinds of publications, in the order in which lists show them",
    )
    subjects: tuple[Subject, ...] = Field(
        default=(), description="Subjects, in the order in which lists show them"
    )
    publications: tuple[Publication, ...] = Field(
        default=(), description="Every publication, old ones too, in any order"
    )


class PublicationFile(PublicationsFile):
    """A file of data/publications/entries/: one publication."""

    entry_of: ClassVar[str] = "publications"
    entry_kinds: ClassVar[tuple[type[Record], ...]] = (Publication,)
