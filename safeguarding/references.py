"""What one record names in another file is there."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import NamedTuple

from safeguarding.problem import Problem, advice
from safeguarding.record import Record

LISTABLE = 16  # names that a person can read in one line
OTHERWISE = "correct it, or add it there"
GONE = "correct it, or take it out if that page is gone"


class Reference(NamedTuple):
    """What `field` of a record names (`targets`), out of `known`, which stands at `where`."""

    record: Record
    field: str
    targets: Iterable[str | None]
    known: Collection[str]
    where: str


def dangling(references: Iterable[Reference]) -> Iterator[Problem]:
    """A Problem for each target that is not known; None names nothing."""
    for reference in references:
        for target in reference.targets:
            if target is not None and target not in reference.known:
                yield _problem(reference, target, list(reference.known))


def _problem(reference: Reference, target: str, known: list[str]) -> Problem:
    several = [part for part in target.split() if part in known] if " " in target else []
    if len(several) > 1:
        cure = f"put commas between: {', '.join(target.split())}"
    else:
        cure = _cure(target, known, reference.where)
    message = f"{target} is not in {reference.where}; {cure}"
    problem = reference.record.problem(reference.field, message, _step(reference, target))
    return replace(problem, refers=True)


def _cure(target: str, known: list[str], where: str) -> str:
    """What to write. The address of a page that is gone is like others in the same folder: one is
    meant only if each part of it is near."""
    among = _among(known)
    if where.startswith("docs/assets/") or not where.startswith("docs/"):
        return advice(target, known, among)
    parts = target.split("/")
    near = [
        name
        for name in known
        if name.count("/") == target.count("/")
        and all(
            one == other or get_close_matches(one, [other], 1, 0.7)
            for one, other in zip(parts, name.split("/"), strict=True)
        )
    ]
    return advice(target, near, GONE if among == OTHERWISE else among)


def _among(known: list[str]) -> str:
    """What may stand there, if the list is short enough to read."""
    if 0 < len(known) <= LISTABLE:
        return f"write one of {', '.join(filter(None, known))}, or add it there"
    return OTHERWISE


def _step(reference: Reference, target: str) -> str | int:
    """What leads from the field to the target: its index in a list, or the target itself where it
    is a key."""
    value = getattr(reference.record, reference.field, None)
    return value.index(target) if isinstance(value, tuple) and target in value else target


def place_of(record: Record, field: str) -> str:
    """Where a field of a record is written, as problems name a place: data/budget.yml:12."""
    place = record.problem(field, "").place
    return f"{place.path}:{place.line}"
