"""The board's sub-groups, the other groups and the documents that the source names."""

from typing import Literal

from pydantic import Field

from safeguarding.models.record import Id, Record, Sourced, Text


class Item(Sourced):
    """One point of a list, in our own words."""

    text: Text
    parts: tuple[Text, ...] = ()


class PointList(Record):
    """A headed list of points, like achievements or priorities."""

    id: Id
    title: Text
    items: tuple[Item, ...] = Field(min_length=1)


class SubGroup(Sourced):
    """A standing group of the board."""

    id: Id
    section: Text = Field(description="The section of the source, like 4.1")
    name: Text
    other_names: tuple[Text, ...] = ()
    meets: Text | None = Field(default=None, description="How often; null where the source does not say")
    remit: Text
    status: Text = Field(description="What became of it, as far as the source says")
    lists: tuple[PointList, ...] = ()


class SubGroupsFile(Record):
    """data/sub_groups.yml."""

    source: Id
    sub_groups: tuple[SubGroup, ...] = Field(min_length=1)


class NamedGroup(Sourced):
    """A group or meeting that the source names."""

    id: Id
    name: Text
    on_chart: bool = Field(default=False, description="Whether it stands beside the sub-groups in the chart of the board")
    meets: Text | None = None
    note: Text | None = None


class Adopted(Record):
    """What the register says of a document that the board adopted."""

    purpose: Text = Field(description="What it was for, as far as its title tells")
    keeper: Id = Field(description="The sub-group that kept it")
    state: Literal["here", "superseded", "not held"]
    page: Text | None = Field(default=None, description="The address of the page that holds it or takes its place")


class NamedDocument(Sourced):
    """A document that the source names. `held` tells whether this site holds its text."""

    id: Id
    title: Text
    status: Text = Field(description="The status that the source gives it, in our words")
    held: Literal["yes", "part", "no"]
    adopted: Adopted | None = None
    note: Text | None = None


class RegisterFile(Record):
    """data/register.yml: the documents and groups that the source names."""

    source: Id
    documents: tuple[NamedDocument, ...]
    groups: tuple[NamedGroup, ...]
