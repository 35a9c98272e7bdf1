"""The board's sub-groups, the other groups and the documents that the source names."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from safeguarding.kinds import OneOf
from safeguarding.record import Flag, FromDocument, Id, Record, Ref, Sourced, Text


class Item(Sourced):
    """One point of a list, in our own words."""

    text: Text = Field(description="The point, in our own words")
    parts: tuple[Text, ...] = Field(
        default=(), description="The points that stand below it, if it has any"
    )


class PointList(Record):
    """A headed list of points, like achievements or priorities."""

    id_is_local = True

    id: Id = Field(description="Its name within its group, like achievements")
    title: Text = Field(description="The heading of the list")
    items: tuple[Item, ...] = Field(min_length=1, description="The points, in order")


class SubGroup(Sourced):
    """A standing group of the board."""

    id: Id = Field(description="What other files call it by, like policy-and-procedures")
    section: Text = Field(description="The section of the source, like 4.1")
    name: Text = Field(description="Its name, without the word sub-group")
    other_names: tuple[Text, ...] = Field(default=(), description="What else the source calls it")
    meets: Text | None = Field(
        default=None, description="How often; null where the source does not say"
    )
    remit: Text = Field(description="What it was for, in a sentence or two")
    status: Text = Field(description="What became of it, as far as the source says")
    lists: tuple[PointList, ...] = Field(
        default=(), description="What it did and what it planned, as lists with headings"
    )


class SubGroupsFile(FromDocument):
    """data/sub_groups.yml."""

    sub_groups: tuple[SubGroup, ...] = Field(
        description="The sub-groups, in the order of the source"
    )


class NamedGroup(Sourced):
    """A group or meeting that the source names."""

    id: Id = Field(description="Its name, which no other in this list has")
    name: Text = Field(description="What the source calls it")
    on_chart: Flag = Field(
        default=False,
        description="Whether it stands beside the sub-groups in the chart of the board",
    )
    meets: Text | None = Field(
        default=None, description="How often; leave it out where the source does not say"
    )
    note: Text | None = Field(default=None, description="A remark beside its name")


class AnyAdopted(Record):
    """What the register says of a document that the board adopted."""

    purpose: Text = Field(description="What it was for, as far as its title tells")
    keeper: Ref = Field(description="The sub-group that kept it")


class Found(AnyAdopted):
    """A document that this site has, or has something better in its place."""

    state: Literal["here", "superseded"] = Field(
        description="here: on this site; superseded: another page takes its place"
    )
    page: Text = Field(description="The address of the page that holds it or takes its place")


class NotHeld(AnyAdopted):
    """A document that is not on this site."""

    page: ClassVar[None] = None
    state: Literal["not held"] = Field(description="not held: not on this site")


Adopted = Annotated[Found | NotHeld, OneOf()]


class NamedDocument(Sourced):
    """A document that the source names."""

    id: Id = Field(description="Its name, which no other in this list has")
    title: Text = Field(description="Its title in the source")
    status: Text = Field(description="The status that the source gives it, in our words")
    held: Literal["yes", "part", "no"] = Field(
        description="Whether this site holds its text: yes, part or no"
    )
    adopted: Adopted | None = Field(
        default=None,
        description="For a document that the board adopted: what the register says of it",
    )
    note: Text | None = Field(default=None, description="A remark beside its title")


class RegisterFile(FromDocument):
    """data/register.yml: the documents and groups that the source names."""

    documents: tuple[NamedDocument, ...] = Field(description="The documents that the source names")
    groups: tuple[NamedGroup, ...] = Field(
        description="The groups and meetings that the source names"
    )
