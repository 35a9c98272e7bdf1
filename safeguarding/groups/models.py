"""The groups of the board today, those of each report, who came to their meetings, and what the
report names beside them."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from safeguarding.kinds import OneOf, OrText
from safeguarding.period import Year
from safeguarding.record import (
    Amount,
    Count,
    Day,
    Flag,
    FromDocument,
    Id,
    Kind,
    OfReport,
    Positive,
    Record,
    Ref,
    Sourced,
    Text,
)


class Level(Record):
    """A level of the structure, in the board's own words."""

    id_is_local = True

    id: Id = Field(description="What groups of this file call it by, like executive")
    title: Text = Field(description="What readers see, like: Executive")


class Seat(Record):
    """A place in a group, held by whoever has that role."""

    role: Text = Field(description="The role, like: Head of Safeguarding")
    agency: Text | None = Field(default=None, description="The agency that it speaks for")
    name: Text | None = Field(
        default=None, description="A person's name, only where the archive gives one"
    )


Member = Annotated[Text | Seat, OrText()]


class Placed(Record):
    """Where a group stands, and who sits in it."""

    level: Ref | None = Field(
        default=None, description="Its level, by an id of `levels` of this file"
    )
    under: Ref | None = Field(
        default=None, description="The group to which it reports, by an id of this file"
    )
    chair: Member | None = Field(
        default=None, description="Who chairs it: a role, like: Director of Public Health"
    )
    members: tuple[Member, ...] = Field(
        default=(),
        description=(
            "Who sits in it, one in each line: a role, or keys for the role and the agency; never"
            " a name, unless a past report gives it"
        ),
    )

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Its members, each with a role."""
        return tuple(map(seat, self.members))


def seat(member: str | Seat) -> Seat:
    """A member as a role, with what else is known."""
    return member if isinstance(member, Seat) else Seat(role=member)


class Group(Placed):
    """A group of the board today: it can keep procedures and courses."""

    id: Id = Field(description="What other files call it by, like practice")
    name: Text = Field(description="Its whole name, as readers see it, like: Practice sub-group")
    remit: Text = Field(description="What it is for, in a sentence or two")
    meets: Text | None = Field(default=None, description="How often, like: Four times a year")


class GroupsFile(Record):
    """data/groups.yml: the groups of the board today, the board itself among them."""

    levels: tuple[Level, ...] = Field(
        default=(), description="The levels of the structure, the highest first"
    )
    groups: tuple[Group, ...] = Field(description="The groups, in the order in which lists go")


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


class SubGroup(Placed, Sourced):
    """A standing group of the board, as a report tells of it."""

    id_is_local = True

    id: Id = Field(description="What other files call it by, like policy-and-procedures")
    section: Text | None = Field(
        default=None, description="The section of the source, like 4.1, if its sections have one"
    )
    name: Text = Field(description="Its name, without the word sub-group")
    other_names: tuple[Text, ...] = Field(default=(), description="What else the source calls it")
    meets: Text | None = Field(
        default=None, description="How often; null where the source does not say"
    )
    remit: Text | None = Field(
        default=None, description="What it was for, in a sentence or two, if the source says"
    )
    status: Text | None = Field(
        default=None, description="What became of it, as far as the source says"
    )
    lists: tuple[PointList, ...] = Field(
        default=(), description="What it did and what it planned, as lists with headings"
    )


class SubGroupsFile(OfReport):
    """data/sub_groups.yml: the groups that a report tells of; a later report has a file of its own,
    like data/sub_groups-2020-21.yml."""

    levels: tuple[Level, ...] = Field(
        default=(), description="The levels of the structure then, the highest first"
    )
    sub_groups: tuple[SubGroup, ...] = Field(
        description="The sub-groups, in the order of the source"
    )


# Whether someone came to a meeting, sent a deputy, sent apologies, or did not come; x: the agency
# had no seat then; u: the source does not say.
MARKS = "[YDANxu]+"
NO_MARKS = "should be one letter for each meeting, like YYAD: Y, D, A, N, x or u"


class AnyAttended(Record):
    """How often an agency was at the meetings of a group."""

    agency: Text = Field(description="The agency, as the source has it")
    seat: Text | None = Field(
        default=None,
        description=(
            "Which of its seats, where the source has a line for each of several: the role, or one"
            " word, like first"
        ),
    )

    @property
    def named(self) -> str:
        """The agency, and which of its seats."""
        return f"{self.agency} ({self.seat})" if self.seat else self.agency


class Marked(AnyAttended):
    """Meeting by meeting."""

    marks: Annotated[str, Kind(MARKS, NO_MARKS)] = Field(
        description=(
            "One letter for each meeting, in order, like YYAD: Y came, D sent a deputy, A sent"
            " apologies, N did not come, x had no seat then, u the source does not say"
        )
    )


class Came(AnyAttended):
    """In numbers."""

    came: Count = Field(description="To how many meetings it came, without those of deputies")
    deputies: Count | None = Field(default=None, description="To how many it sent a deputy")
    of: Positive | None = Field(
        default=None, description="Out of how many, where it had no seat at all of them"
    )
    percent: Amount | None = Field(
        default=None, description="The % that the source prints, deputies among them"
    )


class CameInPercent(AnyAttended):
    """In per cent alone."""

    percent: Amount = Field(description="The % of meetings that the source prints")


class GroupMeetings(Sourced):
    """The meetings of a group in a year."""

    group: Ref | None = Field(
        default=None,
        description="The group, by its id; leave it out for the board itself",
    )
    held: Positive = Field(description="How many meetings there were")
    days: tuple[Day, ...] = Field(
        default=(), description="The days of the meetings, in order, where the source gives them"
    )
    agencies: tuple[Annotated[Marked | Came | CameInPercent, OneOf()], ...] = Field(
        default=(), description="How often each agency was there: marks, or numbers"
    )


class Meetings(OfReport):
    """data/meetings.yml: who came to the meetings of a year; that of a later report in a file like
    data/meetings-2020-21.yml."""

    period: Year = Field(description="The year, in words, like 2020–21")
    meetings: tuple[GroupMeetings, ...] = Field(description="The meetings of each group")


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
