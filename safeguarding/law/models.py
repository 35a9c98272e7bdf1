"""What today's procedures rest on: law, guidance and the pages of other bodies, each with the day
it was checked."""

import datetime
from typing import Final, Literal

from pydantic import Field

from safeguarding.period import Months, after
from safeguarding.record import Dated, Day, Id, Record, Ref, Text, Web

State = Literal["in force", "not yet in force", "superseded"]
IN_FORCE: Final = "in force"
NOT_YET: Final = "not yet in force"
SUPERSEDED: Final = "superseded"


class Authority(Dated):
    """A source of present duty or practice. `must` rests on law; `should` on guidance."""

    happened = ("checked",)

    id: Id = Field(description="What steps, tools and pages call it by, like ca1989-s66")
    title: Text = Field(description="Its title, like: Children Act 1989")
    part: Text | None = Field(
        default=None, description="The section, regulation or paragraph, like: section 66(1)"
    )
    kind: Literal["law", "guidance", "practice", "local"] = Field(
        description=(
            "law is what a must rests on; guidance, or practice, is what a should rests on; local"
            " is what was agreed here"
        )
    )
    edition: Text | None = Field(
        default=None,
        description=(
            "Which edition, or which state of the text, was read, like: text in force from 25 March"
            " 2026"
        ),
    )
    status: State = Field(
        default=IN_FORCE,
        description=(
            "Leave it out for what is in force; else: not yet in force, or superseded. With from or"
            " until, the site changes it by itself on that day"
        ),
    )
    superseded_by: Ref | None = Field(
        default=None, description="What took its place, or will, by its id in data/law/"
    )
    checked: Day = Field(description="The day on which someone last read it, like 2026-11-23")
    look_again: Months = Field(
        default="6 months",
        description="How soon someone should read it again, like 3 months; 6 months unless told",
    )
    read: Literal["primary", "mirror", "summary"] = Field(
        description=(
            "How it was read. primary: the text where it is published, or a stored copy of that"
            " page; mirror: the text in a public mirror; summary: only what others say of it, and"
            " then no must can rest on it"
        )
    )
    read_in: Text = Field(
        description=(
            "What was read, like: the whole section, in a public mirror of legislation.gov.uk"
        )
    )
    url: Web | None = Field(default=None, description="Its page on the web, whole, with https://")
    formerly: tuple[Id, ...] = Field(
        default=(),
        description=(
            "Ids that this one took the place of: links to them at the foot of a page still lead"
            " here"
        ),
    )
    fingerprint: Text | None = Field(
        default=None,
        description=(
            "What make law told of a plain page that has no date of its own; with it, make law"
            " knows whether the page changed"
        ),
    )

    def state(self, today: datetime.date) -> State:
        """Whether it counts on that day."""
        if self.status == SUPERSEDED or (self.until and today > self.until):
            return SUPERSEDED
        if self.from_:
            return IN_FORCE if today >= self.from_ else NOT_YET
        return self.status

    @property
    def name(self) -> str:
        """Its title with its part: Children Act 1989, section 66(1)."""
        return f"{self.title}, {self.part}" if self.part else self.title

    @property
    def read_again(self) -> datetime.date:
        """The day by which someone should read it again."""
        return after(self.checked, self.look_again)

    @property
    def text_was_read(self) -> bool:
        """Whether someone has read the words themselves, and not only what others say of them."""
        return self.read != "summary"


class AuthoritiesFile(Record):
    """One file of data/law/: what some of the pages rest on."""

    authorities: tuple[Authority, ...] = Field(
        min_length=1, description="Each law, guidance or page, once"
    )
