"""Mistakes in what YAML needs: indentation, colons, quotes, brackets, plain letters.

YAML finds some of them only beside their line, so the line above or below will do.
"""

import yaml

from tests.data.spoiling import Kind, Mistake, Spoiler
from tests.data.written import Slot

UNSEEN = "\u200b\u00a0\u00ad"  # a space of no width, one that does not break, a soft hyphen


def indentation_broken(slot: Slot, board: Spoiler) -> Mistake | None:
    """A line of block style moved to the left or the right, but not so that it reads as more of the
    text above it."""
    line = board.line(slot)
    before = line[: slot.key.start_mark.column]
    indent = len(line) - len(line.lstrip(" ")) + board.rng.choice([-2, -1, 1, 2])
    if slot.mapping.flow_style or before.strip("- ") or indent < 0:
        return None
    if indent == board.depth_of_text_above(slot):
        return None
    return board.instead(slot, " " * indent + line.lstrip(" "), _nearby(slot))


def colon_left_off(slot: Slot, board: Spoiler) -> Mistake | None:
    """The colon after a key, or the space after the colon."""
    line, end = board.line(slot), slot.key.end_mark.column
    left = board.rng.choice([line[end + 1 :], ":" + line[end + 2 :]])
    return board.instead(slot, line[:end] + left, _nearby(slot))


def style(slot: Slot) -> str | None:
    """The sign that a text begins with: a quote, or nothing."""
    return slot.value.style if isinstance(slot.value, yaml.ScalarNode) else None


def quotes_left_off(slot: Slot, board: Spoiler) -> Mistake | None:
    """Both quotes around a text that needs them."""
    if not slot.short or not slot.text or style(slot) not in ("'", '"'):
        return None
    return board.put(slot, slot.value, slot.text)


def quote_or_bracket_left_open(slot: Slot, board: Spoiler) -> Mistake | None:
    """What closes a text, a list or a record."""
    written = board.written(slot) if slot.short else ""
    if not written.endswith(('"', "'", "]", "}")):
        return None
    return board.put(slot, slot.value, written[:-1], {slot.line, slot.line + 1})


def quotes_curly(slot: Slot, board: Spoiler) -> Mistake | None:
    """Curly quotes in the place of straight ones."""
    if not slot.short or not slot.text or style(slot) != '"' or "\u201c" in slot.text:
        return None
    return board.put(slot, slot.value, f"\u201c{slot.text}\u201d")


def character_that_nobody_sees(slot: Slot, board: Spoiler) -> Mistake | None:
    """One that comes along with a paste, somewhere in a text without quotes."""
    if not slot.short or not slot.text or style(slot):
        return None
    at = board.rng.randrange(len(slot.text))
    return board.put(slot, slot.value, slot.text[:at] + board.rng.choice(UNSEEN) + slot.text[at:])


def _nearby(slot: Slot) -> set[int]:
    return {slot.line - 1, slot.line, slot.line + 1}


KINDS: tuple[Kind, ...] = (
    indentation_broken,
    colon_left_off,
    quotes_left_off,
    quote_or_bracket_left_open,
    quotes_curly,
    character_that_nobody_sees,
)
