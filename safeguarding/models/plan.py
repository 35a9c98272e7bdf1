"""The business plan: priority > action > lead, timescale, outcome."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from safeguarding.models.record import Id, Note, Record, Sourced, Text


class Lead(Record):
    """Who leads: a role; a name only where the archive gives one."""

    role: Text | None = None
    name: Text | None = None

    @model_validator(mode="after")
    def _is_someone(self):
        if not (self.role or self.name):
            raise PydanticCustomError("lead", "has neither role nor name; give one")
        return self


class Priority(Sourced):
    """One row of the plan, and what it rests on."""

    id: Id
    title: Text
    actions: tuple[Text, ...] = Field(min_length=1)
    leads: tuple[Lead, ...] = Field(min_length=1)
    timescale: Text | None = Field(default=None, description="Null where the source leaves it blank")
    outcomes: tuple[Text, ...] = Field(min_length=1)
    indicators: tuple[Id, ...] = Field(default=(), description="The indicators that would show whether it worked")
    sections: tuple[Id, ...] = Field(default=(), description="The sections of the annual report it rests on")
    note: Text | None = None


class Plan(Record):
    """data/business_plan.yml."""

    source: Id
    period: Text
    priorities: tuple[Priority, ...] = Field(min_length=1)
    notes: tuple[Note, ...] = ()
