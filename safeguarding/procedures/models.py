"""A procedure: what its page's front matter says. Its body holds only what has no fixed shape."""

import datetime
import re
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from safeguarding.period import Months, after
from safeguarding.record import SOMETHING, Change, Dated, Day, Kind, Record, Ref, Text, looks

# must rests on law, should on guidance; local is what the board itself agreed, may is advice.
Force = Literal["must", "should", "local", "may"]


def _in_glance(value: Any) -> bool | str:
    """Code may give true and false as they are."""
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or not re.fullmatch(GLANCE, value):
        raise PydanticCustomError("glance", NO_GLANCE)
    return {"true": True, "false": False}.get(value, value)


# One word alone is a slip of true or false, and would be shown to readers.
GLANCE = r"true|false|\s*\S+\s+\S[\s\S]*"
NO_GLANCE = "should be true, false, or a few words"
InGlance = Annotated[
    bool | str, BeforeValidator(_in_glance), WithJsonSchema(looks(GLANCE, NO_GLANCE))
]
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
    glance: InGlance | None = Field(
        default=None,
        description=(
            "true if it stands at a glance, too; the words in which it does, if they are shorter;"
            " false if it is a must with a time that those in a hurry need not know"
        ),
    )
    within: Text | None = Field(default=None, description="How soon, like: within 24 hours")
    limit: Text | None = Field(
        default=None,
        description="What to do in the words of the table of time limits, if they are others",
    )
    force: Force = Field(
        description=(
            "must: a law says so; should: guidance or practice says so; local: agreed here; may:"
            " advice"
        )
    )
    sources: tuple[Ref, ...] = Field(default=(), description="What says so, by id in data/law/")
    only: Literal["glance", "limit"] | None = Field(
        default=None,
        description=(
            "glance: a line at a glance that sums up several steps; limit: a time limit that is no"
            " step of this page"
        ),
    )

    def rests_with(self, other: Self) -> bool:
        """Whether the other is as binding, one source says both, and both count on one day."""
        shared = {*self.sources} & {*other.sources}
        return self.force == other.force and bool(shared) and self.meets(other)

    def worded(self, what: bool | str | None) -> Self:
        """This step in these words, if they are words."""
        return self.model_copy(update={"what": what}) if isinstance(what, str) else self


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
    asked: tuple[Text, ...] = Field(
        default=(),
        description=(
            "What people type who look for it, like: [child not home]. Short, in their words; the"
            " search alone knows them"
        ),
    )
    related: tuple[Text, ...] = Field(
        min_length=1, description="Addresses of other pages, like: private-fostering/check/"
    )
    contacts: tuple[Ref, ...] = Field(
        default=(),
        description=(
            "Whom to call first, by id in data/contacts.yml: their numbers stand at the top of the"
            " page"
        ),
    )
    steps: tuple[Step, ...] = Field(
        min_length=3, description="Everything to do, in order; each step is written once"
    )
    record: tuple[Text, ...] = Field(min_length=1, description="What to write down")
    exit: Shown = Field(
        description=(
            "Every procedure shows a way to leave the page at once: someone in danger may read it"
        )
    )
    changes: tuple[Change, ...] = Field(min_length=1, description="Every change, with its day")

    @property
    def at_a_glance(self) -> tuple[Step, ...]:
        """The page in a few lines: the steps that say so, in their shorter words."""
        return tuple(
            step.worded(step.glance) for step in self.steps if step.glance or step.only == "glance"
        )

    @property
    def what_to_do(self) -> tuple[Step, ...]:
        """The steps themselves."""
        return tuple(step for step in self.steps if not step.only)

    @property
    def time_limits(self) -> tuple[Step, ...]:
        """Every step that has a time, in its own words for this table, or else in those of the
        glance."""
        timed = (step for step in self.steps if step.within and step.only != "glance")
        return tuple(step.worded(step.limit or step.glance) for step in timed)

    @property
    def sums(self) -> tuple[Step, ...]:
        """The lines at a glance that sum up several steps."""
        return tuple(step for step in self.steps if step.only == "glance")

    @property
    def duties_left_out(self) -> tuple[Step, ...]:
        """Each must with a time that the glance neither shows nor sums up."""
        return tuple(
            step
            for step in self.what_to_do
            if step.force == "must" and step.within and not step.glance
            if not any(step.rests_with(one) for one in self.sums)
        )

    @property
    def as_read(self) -> tuple[Step, ...]:
        """What readers see of the steps from the top of the page to its end; a step can stand in it
        more than once."""
        return (*self.at_a_glance, *self.what_to_do, *self.time_limits)

    @property
    def review_due(self) -> datetime.date:
        """The day the next review falls due: so many months after the last."""
        return after(self.last_reviewed, self.review_every)

    def overdue(self, today: datetime.date) -> bool:
        """Whether its review was to be done before that day."""
        return self.review_due < today
