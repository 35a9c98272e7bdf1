"""A procedure: what its page's front matter says. Its body holds only what has no fixed shape."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from safeguarding.models.record import Id, Record, Text

# must rests on law, should on guidance; local is what the board itself agreed, may is advice.
Force = Literal["must", "should", "local", "may"]
Months = Annotated[str, Field(pattern=r"^\d+ months$")]


class Step(Record):
    """One thing to do: who, what, how soon, how binding, and what says so (ids of data/law/)."""

    who: Text
    what: Text
    within: Text | None = None
    force: Force
    sources: tuple[Id, ...] = ()


class TimeLimit(Step):
    """A step that has to be done by a certain time."""

    within: Text


class Change(Record):
    """One entry of the change history."""

    on: datetime.date
    what: Text


class Procedure(Record):
    """The front matter of a page in docs/procedures/."""

    title: Text
    summary: Text = Field(description="One sentence: what the page is for")
    need: Text = Field(description="Ends “I need to …”, like: find a child who is missing")
    audience: tuple[Id, ...] = Field(min_length=1, description="Ids of data/audiences.yml")
    owner: Id = Field(description="The sub-group that keeps it, by its id")
    approved: datetime.date | None = Field(description="Null until the board has approved it")
    version: Text
    last_reviewed: datetime.date
    review_every: Months = Field(description="Like: 6 months")
    keywords: tuple[Text, ...] = Field(min_length=1, description="Words that people use for it")
    related: tuple[Text, ...] = Field(min_length=1, description="Addresses of other pages, like: private-fostering/check/")
    glance: tuple[Step, ...] = Field(min_length=3, max_length=5, description="The page in five lines")
    steps: tuple[Step, ...] = Field(min_length=3)
    timescales: tuple[TimeLimit, ...] = Field(min_length=1, description="Every time limit: who, what, within")
    record: tuple[Text, ...] = Field(min_length=1, description="What to write down")
    exit: Literal[True] = Field(description="Every procedure shows a way to leave the page at once: someone in danger may read it")
    changes: tuple[Change, ...] = Field(min_length=1)
