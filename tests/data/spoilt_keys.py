"""Mistakes in a key: misspelt, deleted, written twice."""

from tests.data.spoiling import Kind, Mistake, Spoiler
from tests.data.written import Slot


def key_misspelt(slot: Slot, board: Spoiler) -> Mistake | None:
    """A letter of the key dropped, doubled or swapped; the periods of a series are no such keys."""
    if slot.key_hint is not str:
        return None
    return board.put(slot, slot.key, board.slip(slot.key.value))


def required_key_deleted(slot: Slot, board: Spoiler) -> Mistake | None:
    """Told where its record begins, or at the key above it."""
    if not slot.required or not slot.short or len(slot.mapping.value) == 1:
        return None
    line = board.line(slot)
    if slot.mapping.flow_style:
        return board.instead(slot, _without(slot, line))
    dash = line[: slot.key.start_mark.column].rstrip()
    return board.instead(slot, f"{dash}\n" if dash else "", _where_it_is_missed(slot, bool(dash)))


def _where_it_is_missed(slot: Slot, dash: bool) -> set[int]:
    """Without its first key a record begins with the second."""
    if slot.mapping.value[0][0] is slot.key:
        begins = slot.mapping.value[1][0].start_mark.line + dash
    else:
        begins = slot.mapping.start_mark.line + 1
    above = slot.within
    return {begins, above.line} if above and above.value is slot.mapping else {begins}


def _without(slot: Slot, line: str) -> str:
    """The line without one `key: value` between its brackets, and without the comma beside it."""
    pairs = slot.mapping.value
    at = [key for key, _ in pairs].index(slot.key)
    if at + 1 < len(pairs):
        return line[: slot.key.start_mark.column] + line[pairs[at + 1][0].start_mark.column :]
    return line[: pairs[at - 1][1].end_mark.column] + line[slot.value.end_mark.column :]


def key_doubled(slot: Slot, board: Spoiler) -> Mistake | None:
    """Key and value once more: behind themselves between brackets, or on the next line."""
    if not slot.short:
        return None
    line, start, end = board.line(slot), slot.key.start_mark.column, slot.value.end_mark.column
    if slot.mapping.flow_style:
        return board.instead(slot, f"{line[:end]}, {line[start:end]}{line[end:]}")
    return board.instead(slot, f"{line}{' ' * start}{line[start:]}", {slot.line + 1})


KINDS: tuple[Kind, ...] = (key_misspelt, required_key_deleted, key_doubled)
