"""Mistakes in a name: an id or an address that leads nowhere, a name that stands twice."""

from safeguarding.board.models import Redirect, Term
from safeguarding.training.models import CourseAttendance
from tests.data.spoiling import Kind, Mistake, Spoiler
from tests.data.written import Slot, addresses, references

# What may stand only once in a list, as an id may.
NAMES = {(Term, "term"), (Redirect, "from"), (CourseAttendance, "course")}


def reference_broken(slot: Slot, board: Spoiler) -> Mistake | None:
    """An id misspelt where something refers to it."""
    return board.misspelt(slot, references(slot))


def address_broken(slot: Slot, board: Spoiler) -> Mistake | None:
    """The address of a page misspelt."""
    return board.misspelt(slot, addresses(slot))


def id_doubled(slot: Slot, board: Spoiler) -> Mistake | None:
    """The name that stands in the same list, or that another file of the same kind has."""
    if not _is_name(slot):
        return None
    others = [other for other in board.slots if other is not slot and _is_beside(other, slot)]
    return board.put(slot, slot.value, board.written(board.rng.choice(others))) if others else None


def _is_name(slot: Slot) -> bool:
    return slot.steps == ("id",) or slot.field in NAMES


def _is_beside(slot: Slot, other: Slot) -> bool:
    if not _is_name(slot) or slot.field != other.field:
        return False
    if slot.within is None or other.within is None:
        return slot.within is other.within
    return slot.within.mapping is other.within.mapping and slot.within.key is other.within.key


KINDS: tuple[Kind, ...] = (reference_broken, address_broken, id_doubled)
