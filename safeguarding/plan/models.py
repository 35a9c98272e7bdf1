"""Plans: priority > action > who leads, by when, and what was done."""

import datetime
import re
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from safeguarding.dates import Date, Due, last_day
from safeguarding.kinds import OrText
from safeguarding.period import Years
from safeguarding.record import (
    Id,
    MaybeSourced,
    Notes,
    OfSource,
    Record,
    Ref,
    Text,
)

# How far an action can have come, whatever word a board has for it.
State = Literal["not-begun", "under-way", "done", "stopped"]
OPEN: tuple[State, ...] = ("not-begun", "under-way")  # what can still become overdue


def _given(key: str) -> JsonDict:
    """The schema of what has that key, and not null for it."""
    return {"required": [key], "properties": {key: {"not": {"type": "null"}}}}


class Lead(Record):
    """Who leads: a role; a name only where the archive gives one."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [_given("role"), _given("name")]})
    role: Text | None = Field(
        default=None, description="A role or a group, like: Independent Chair"
    )
    name: Text | None = Field(
        default=None, description="A person's name, only where the archive gives one"
    )

    @model_validator(mode="after")
    def _is_someone(self) -> Self:
        if not (self.role or self.name):
            raise PydanticCustomError("lead", "has neither role nor name; give one")
        return self


class Status(Record):
    """A word of the board's own for how far an action has come."""

    id: Id = Field(description="What notes call it by, like on-track")
    title: Text = Field(description="What readers see, like: On track")
    meaning: Text = Field(description="What it means, in a sentence")
    state: State = Field(
        description="How far such an action has come: not-begun, under-way, done or stopped"
    )


# The words that every plan can use; a board's own of the same id takes the place of one.
STATUSES = (
    Status(id="not-begun", title="Not begun", meaning="Nobody works on it yet.", state="not-begun"),
    Status(id="under-way", title="Under way", meaning="The work goes on.", state="under-way"),
    Status(id="done", title="Done", meaning="All of it was done.", state="done"),
    Status(id="stopped", title="Stopped", meaning="It will not be done.", state="stopped"),
)


class Progress(Record):
    """What was noted of an action on a day: how far it had come, what was done, or until when it
    was put off."""

    happened = ("on",)

    on: Date = Field(
        description=(
            "The day on which it stood like this, like 2026-09-30; where the source says no more,"
            " 2026-09 or 2026"
        )
    )
    status: Ref | None = Field(
        default=None,
        description=(
            "How far it had come: not-begun, under-way, done or stopped, or an id of `statuses`;"
            " leave it out if that did not change"
        ),
    )
    what: Text | None = Field(
        default=None, description="What was done, or what stands in the way, in full sentences"
    )
    due: Due | None = Field(
        default=None, description="By when it is to be done now, if it was put off, like 2027-03-31"
    )


class Action(Record):
    """What is to be done, and how far it has come."""

    id: Id = Field(description="What links and the feed call it by, like ask-schools")
    what: Text = Field(description="What is to be done, in a sentence")
    leads: tuple[Lead, ...] = Field(
        default=(),
        description="Who leads, one in each line, where that is not who leads the whole priority",
    )
    due: Due | None = Field(
        default=None,
        description=(
            "By when it was first to be done: a day, a month, a year or months from and to, like"
            " 2027-03-31, 2027-03, 2027 or 2027-01/2027-03; of a span, its last day counts. What"
            " puts it off is a note of its progress"
        ),
    )
    timescale: Text | None = Field(
        default=None, description="In words, where there is no such day, like: Every school term"
    )
    success: Text | None = Field(
        default=None, description="How the board will know that it worked, in a sentence"
    )
    indicators: tuple[Ref, ...] = Field(
        default=(), description="The indicators that would show it, by their ids"
    )
    progress: tuple[Progress, ...] = Field(
        default=(), description="What was noted of it, one note for each day, the oldest first"
    )

    @property
    def status(self) -> str | None:
        """The id of the status that was noted last; None where none was."""
        return next((note.status for note in reversed(self.progress) if note.status), None)

    @property
    def dues(self) -> tuple[str, ...]:
        """By when it was to be done, the first day first, the one that counts last."""
        later = (note.due for note in self.progress)
        return tuple(filter(None, (self.due, *later)))

    @property
    def last_day(self) -> datetime.date | None:
        """The last day on which it can still be done in time."""
        return last_day(self.dues[-1]) if self.dues else None


class Priority(MaybeSourced):
    """One row of the plan, and what it rests on."""

    id: Id = Field(description="What other files call it by, like joint-working")
    title: Text = Field(description="The priority, in a few words")
    actions: tuple[Annotated[Text | Action, OrText()], ...] = Field(
        default=(),
        description=(
            "What is to be done, one action in each line: a sentence, or keys that tell how far it"
            " has come"
        ),
    )
    leads: tuple[Lead, ...] = Field(default=(), description="Who leads, one in each line")
    timescale: Text | None = Field(
        default=None,
        description=(
            "Null where the source has a place for it and leaves it blank; without the key nothing"
            " is said of it"
        ),
    )
    outcomes: tuple[Text, ...] = Field(
        default=(), description="What should come of it, one outcome in each line"
    )
    indicators: tuple[Ref, ...] = Field(
        default=(), description="The indicators that would show whether it worked"
    )
    sections: tuple[Ref, ...] = Field(
        default=(), description="The sections of the annual report it rests on"
    )
    note: Text | None = Field(default=None, description="A remark below the row")

    @property
    def left_blank(self) -> bool:
        """Whether the source has a place for its timescale, and nothing stands there."""
        return self.timescale is None and "timescale" in self.model_fields_set

    @property
    def followed(self) -> tuple[Action, ...]:
        """The actions whose progress is told."""
        return tuple(action for action in self.actions if isinstance(action, Action))


class Plan(OfSource):
    """data/business_plan.yml or a file of data/plans/: a plan, and how far it has come."""

    id: Id = Field(
        default="business-plan",
        description=(
            "What pages and data files call it by, like plan-2026; of the first plan, leave it out"
        ),
    )
    title: Text = Field(
        default="The business plan", description="What it is called, like: Business plan"
    )
    period: Years = Field(description="The years that it is for, in words")
    page: Text = Field(
        default="business-plan/", description="The address of the page that shows it"
    )
    statuses: tuple[Status, ...] = Field(
        default=(),
        description=(
            "The board's own words for how far an action has come, in the order in which readers"
            " see them; without them: not begun, under way, done, stopped"
        ),
    )
    priorities: tuple[Priority, ...] = Field(description="The rows, in the order of the plan")
    notes: Notes = ()

    @property
    def begins(self) -> str:
        """The first year that its period names; empty where it names none."""
        year = re.search(r"\d{4}", self.period)
        return year[0] if year else ""

    @property
    def followed(self) -> tuple[Action, ...]:
        """The actions whose progress is told."""
        return tuple(action for priority in self.priorities for action in priority.followed)
