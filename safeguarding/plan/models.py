"""The business plan: priority > action > lead, timescale, outcome."""

from typing import Self

from pydantic import ConfigDict, Field, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from safeguarding.period import Years
from safeguarding.record import FromDocument, Id, Notes, Record, Ref, Sourced, Text


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


class Priority(Sourced):
    """One row of the plan, and what it rests on."""

    id: Id = Field(description="What other files call it by, like joint-working")
    title: Text = Field(description="The priority, in a few words")
    actions: tuple[Text, ...] = Field(
        min_length=1, description="What is to be done, one action in each line"
    )
    leads: tuple[Lead, ...] = Field(min_length=1, description="Who leads, one in each line")
    timescale: Text | None = Field(
        default=None, description="Null where the source leaves it blank"
    )
    outcomes: tuple[Text, ...] = Field(
        min_length=1, description="What should come of it, one outcome in each line"
    )
    indicators: tuple[Ref, ...] = Field(
        default=(), description="The indicators that would show whether it worked"
    )
    sections: tuple[Ref, ...] = Field(
        default=(), description="The sections of the annual report it rests on"
    )
    note: Text | None = Field(default=None, description="A remark below the row")


class Plan(FromDocument):
    """data/business_plan.yml."""

    period: Years = Field(description="The years that it is for, in words")
    priorities: tuple[Priority, ...] = Field(description="The rows, in the order of the plan")
    notes: Notes = ()
