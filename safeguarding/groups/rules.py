"""Groups name what is there, tell no names of today, and their meetings add up."""

from collections.abc import Iterator
from typing import NamedTuple

from safeguarding.groups.models import (
    Came,
    CameInPercent,
    Group,
    GroupMeetings,
    GroupsFile,
    Level,
    Marked,
    Seat,
    SubGroup,
)
from safeguarding.problem import Problem
from safeguarding.references import Reference, dangling
from safeguarding.rules import rule
from safeguarding.site import Site

GROUPS, MEETINGS = "data/groups.yml", "data/meetings-2020-21.yml"


class Structure(NamedTuple):
    """The groups of today, or of a report, with their levels and their file."""

    levels: tuple[Level, ...]
    groups: tuple[Group | SubGroup, ...]
    path: str


def _structures(site: Site) -> Iterator[Structure]:
    for file in site.files_of(GroupsFile).values():
        yield Structure(file.levels, file.groups, file.place.path)
    for chapter in site.chapters.values():
        yield Structure(chapter.levels, chapter.sub_groups, chapter.place.path)


@rule(GROUPS, good="under: partnership", bad="under: partnersip")
def groups_name_what_is_there(site: Site) -> Iterator[Problem]:
    """The level of a group, the group above it, and the group whose meetings are told are there."""
    for levels, groups, path in _structures(site):
        known, names = [level.id for level in levels], [group.id for group in groups]
        for group in groups:
            yield from dangling(
                [
                    Reference(group, "level", [group.level], known, path),
                    Reference(group, "under", [group.under], names, path),
                ]
            )
    for record in site.meetings.values():
        chapter = site.chapters.get(record.source)
        there = chapter and [group.id for group in chapter.sub_groups]
        where = chapter.place.path if chapter and there else site.where_keepers_stand
        for one in record.meetings:
            yield from dangling(
                [Reference(one, "group", [one.group], there or site.keepers, where)]
            )


@rule(
    GROUPS,
    good="level: board\n    under: executive",
    bad="level: board\n    under: practice",
)
def no_group_is_above_itself(site: Site) -> Iterator[Problem]:
    """The groups above a group lead to one that reports to none."""
    for _, groups, _ in _structures(site):
        above = {group.id: group.under for group in groups}
        for group in groups:
            passed, at = {group.id}, above[group.id]
            while at is not None and at not in passed:
                passed.add(at)
                at = above.get(at)
            if at == group.id:
                yield group.problem(
                    "under",
                    f"{group.id} would stand below itself; name a group that does not report to it",
                )


@rule(GROUPS, good="{role: Head of a school}", bad="{role: Head of a school, name: A. Person}")
def groups_of_today_name_nobody(site: Site) -> Iterator[Problem]:
    """Who sits in a group of today is told by role, never by name."""
    for group in site.groups.values():
        for record in group.records():
            if isinstance(record, Seat) and record.name:
                yield record.problem(
                    "name", "a page of today names nobody; write the role, and delete this"
                )


@rule(MEETINGS, good="marks: YYDY", bad="marks: YYD")
def meetings_are_told_one_by_one(site: Site) -> Iterator[Problem]:
    """Where marks are told, each agency has one for each meeting; where days are told, each meeting
    has its day."""
    for group in site.every(GroupMeetings):
        if group.days and len(group.days) != group.held:
            yield group.problem("days", _unlike("days", len(group.days), group.held))
        for one in group.agencies:
            if isinstance(one, Marked) and len(one.marks) != group.held:
                yield one.problem("marks", _unlike("marks", len(one.marks), group.held))


def _unlike(what: str, there: int, held: int) -> str:
    return f"there are {there} {what} for {held} meetings; write one for each, or correct held"


@rule(MEETINGS, good="came: 3, deputies: 1", bad="came: 3, deputies: 2")
def nobody_came_more_often_than_they_met(site: Site) -> Iterator[Problem]:
    """An agency was at no more meetings than there were, and a per cent that the source prints is
    that of its numbers."""
    for group in site.every(GroupMeetings):
        for one in group.agencies:
            if isinstance(one, Came):
                yield from _too_often(one, group.held)
            if isinstance(one, CameInPercent) and one.percent > 100:
                yield one.problem("percent", f"{one.percent} is more than the whole; correct it")


def _too_often(one: Came, held: int) -> Iterator[Problem]:
    whole = one.of or held
    there = one.came + (one.deputies or 0)
    if whole > held:
        yield one.problem("of", f"there were {held} meetings alone; correct it, or held")
    elif there > whole:
        yield one.problem(
            "came", f"{there} with deputies is more than the {whole} meetings; correct one of them"
        )
    elif one.percent is not None and not _agrees(one, whole):
        yield one.problem(
            "percent",
            f"{one.came} of {whole} is {100 * one.came / whole:.0f}%, with deputies"
            f" {100 * there / whole:.0f}%, not {one.percent}%; correct one of them",
        )


def _agrees(one: Came, whole: int) -> bool:
    """Whether the per cent is that of those who came, with deputies or without, as far as it is
    told."""
    step = 10 ** int(one.percent.as_tuple().exponent) if one.percent is not None else 1
    counted = (one.came, one.came + (one.deputies or 0))
    return any(abs(100 * count / whole - float(one.percent or 0)) <= step for count in counted)


@rule(MEETINGS, good="agency: Police, marks", bad="agency: Health, marks")
def agencies_are_told_once(site: Site) -> Iterator[Problem]:
    """Of the meetings of a group each agency is told once, and the meetings of a group once for a
    year."""
    for record in site.meetings.values():
        groups: set[str | None] = set()
        for group in record.meetings:
            if group.group in groups:
                yield group.problem(
                    "group", "the meetings of this group are told above; put them together"
                )
            groups.add(group.group)
            agencies: set[str] = set()
            for one in group.agencies:
                if one.named in agencies:
                    yield one.problem(
                        "agency",
                        f"{one.named} is told above; correct it, delete one, or if these are two of"
                        " its seats, write seat: beside each",
                    )
                agencies.add(one.named)
