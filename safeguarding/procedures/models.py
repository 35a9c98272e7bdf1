"""A procedure: what its page's front matter says. Its body holds only what has no fixed shape."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from safeguarding.period import Months, after
from safeguarding.record import SOMETHING, Change, Dated, Day, Kind, Record, Ref, Text

# must rests on law, should on guidance; local is what the board itself agreed, may is advice.
Force = Literal["must", "should", "local", "may"]


VERSION = r"draft \d+|\d+(\.\d+)*"
NO_VERSION = "is no version; write a number, like 1 or 1.2, or draft and a number, like draft 1"
COMPLETES = r"(?![Ii] [Nn][Ee][Ee][Dd] [Tt][Oo]\b)([\s\S]*[^.])?"
NO_NEED = "follows “I need to” on the page; leave out these words, and the full stop"
Need = Annotated[Text, Kind(COMPLETES, NO_NEED, minLength=1, pattern=f"^{SOMETHING}{COMPLETES}$")]
NOT_SHOWN = "cannot stand here; write true"
Shown = Annotated[Literal[True], Kind("true", NOT_SHOWN, bool, enum=[True, "true"])]
Version = Annotated[str, Kind(VERSION, NO_VERSION)]


class Step(Dated):
    """One thing to do: who, what, how soon, how binding, and what says so (ids of data/law/). With
    `from` or `until` it stands on the page only in that time."""

    who: Text = Field(description="Who does it, like: The social worker")
    what: Text = Field(description="What to do, in one sentence")
    within: Text | None = Field(default=None, description="How soon, like: within 24 hours")
    force: Force = Field(
        description=(
            "must: a law says so; should: guidance or practice says so; local: agreed here; may:"
            " advice"
        )
    )
    sources: tuple[Ref, ...] = Field(default=(), description="What says so, by id in data/law/")


class TimeLimit(Step):
    """A step that has to be done by a certain time."""

    within: Text = Field(description="The time limit, like: within 24 hours")


class Procedure(Record):
    """The front matter of a page in docs/procedures/."""

    happened = ("approved", "last_reviewed")

    title: Text = Field(description="What menus, lists and the search call the page")
    summary: Text = Field(description="One sentence: what the page is for")
    need: Need = Field(description="Ends “I need to …”, like: find a child who is missing")
    audience: tuple[Ref, ...] = Field(min_length=1, description="Ids of data/audiences.yml")
    owner: Ref = Field(description="The sub-group that keeps it, by its id")
    approved: Day | None = Field(description="Null until the board has approved it")
    version: Version = Field(description="Like: draft 1")
    last_reviewed: Day = Field(
        description="The day on which someone last read it all, like 2026-11-23"
    )
    review_every: Months = Field(description="Like: 6 months")
    keywords: tuple[Text, ...] = Field(min_length=1, description="Words that people use for it")
    related: tuple[Text, ...] = Field(
        min_length=1, description="Addresses of other pages, like: private-fostering/check/"
    )
    glance: tuple[Step, ...] = Field(
        min_length=3, max_length=5, description="The page in five lines"
    )
    steps: tuple[Step, ...] = Field(
        min_length=3, description="What to do, in order, at least three steps"
    )
    timescales: tuple[TimeLimit, ...] = Field(
        min_length=1, description="Every time limit: who, what, within"
    )
    record: tuple[Text, ...] = Field(min_length=1, description="What to write down")
    exit: Shown = Field(
        description=(
            "Every procedure shows a way to leave the page at once: someone in danger may read it"
        )
    )
    changes: tuple[Change, ...] = Field(min_length=1, description="Every change, with its day")

    @property
    def every_step(self) -> tuple[Step, ...]:
        """Every step of every list on the page."""
        return (*self.glance, *self.steps, *self.timescales)

    @property
    def review_due(self) -> datetime.date:
        """The day the next review falls due: so many months after the last."""
        return after(self.last_reviewed, self.review_every)

    def overdue(self, today: datetime.date) -> bool:
        """Whether its review was to be done before that day."""
        return self.review_due < today
