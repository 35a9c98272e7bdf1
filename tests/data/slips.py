"""Slips of the hand in one or two lines of any file that is YAML, drawn without looking at what the
lines say: no reader of YAML was written for them."""

import random
import re
from collections.abc import Callable
from typing import NamedTuple

Lines = list[str]
SIGNS = "\"'[]{}:,-#&*!|>%@`\\?/=;.x7 "
OTHER_COLONS = (",", ";", "=", " =", "：", ".", " -", ";:")
BULLETS = ("•", "–", "—", "*", "·", "o", "+", "•\t", "-")


class Slip(NamedTuple):
    """All lines of the file after a slip, and the indexes of those that it touched."""

    lines: Lines
    touched: frozenset[int]


Kind = Callable[[Lines, int, random.Random], Slip | None]  # None where it cannot befall the line


def _instead(lines: Lines, at: int, *new: str, until: int = 1) -> Slip:
    """`new` in the place of the line at `at`, or of so many from there."""
    touched = range(at, at + max(1, len(new)))
    return Slip([*lines[:at], *new, *lines[at + until :]], frozenset(touched))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _without(sign: str, lines: Lines, at: int, rng: random.Random) -> Slip | None:
    """The line without one of the signs in it that match."""
    found = [match.start() for match in re.finditer(sign, lines[at])]
    if not found:
        return None
    spot = rng.choice(found)
    return _instead(lines, at, lines[at][:spot] + lines[at][spot + 1 :])


def character_lost(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    return _without(r"[^ ]| (?=\S)", lines, at, rng)


def character_doubled(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    spot = rng.randrange(len(lines[at]))
    return _instead(lines, at, lines[at][:spot] + lines[at][spot] + lines[at][spot:])


def character_put_in(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    spot = rng.randint(_depth(lines[at]), len(lines[at]))
    return _instead(lines, at, lines[at][:spot] + rng.choice(SIGNS) + lines[at][spot:])


def character_mistaken(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    spot = rng.randrange(_depth(lines[at]), len(lines[at]))
    return _instead(lines, at, lines[at][:spot] + rng.choice(SIGNS) + lines[at][spot + 1 :])


def characters_swapped(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    line = lines[at]
    if len(line) - _depth(line) < 2:
        return None
    spot = rng.randrange(_depth(line), len(line) - 1)
    return _instead(lines, at, line[:spot] + line[spot + 1] + line[spot] + line[spot + 2 :])


def line_moved(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    """To another place near by."""
    to = at + rng.choice([-3, -2, -1, 1, 2, 3])
    if not 0 <= to < len(lines):
        return None
    others = [*lines[:at], *lines[at + 1 :]]
    # What stands below the place that was left may now be wrong as well.
    return Slip([*others[:to], lines[at], *others[to:]], frozenset({to, at, max(0, at - 1)}))


def line_doubled(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    return _instead(lines, at, lines[at], lines[at])


def indentation_shifted(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    depth = _depth(lines[at]) + rng.choice([-4, -3, -2, -1, 1, 2, 3, 4])
    return _instead(lines, at, " " * depth + lines[at].lstrip(" ")) if depth >= 0 else None


def entry_shifted(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    """A line, and all below it that stands further in."""
    end = at + 1
    while end < len(lines) and (not lines[end] or _depth(lines[end]) > _depth(lines[at])):
        end += 1
    by = rng.choice([-2, -1, 1, 2])
    if _depth(lines[at]) + by < 0 or end - at < 2:
        return None
    moved = [" " * (_depth(line) + by) + line.lstrip(" ") for line in lines[at:end]]
    return _instead(lines, at, *moved, until=end - at)


def quote_lost(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    return _without("[\"']", lines, at, rng)


def bracket_lost(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    return _without(r"[\[\]{}]", lines, at, rng)


def comma_lost(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    return _without(",", lines, at, rng)


def colon_lost(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    return _without(":", lines, at, rng)


def space_after_colon_lost(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    return _without("(?<=:) ", lines, at, rng)


def hyphen_lost(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    bare = re.sub(r"^( *)- ", rng.choice([r"\1", r"\1  ", r"\1 "]), lines[at])
    return _instead(lines, at, bare) if bare != lines[at] else None


def sign_for_colon(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    other = re.sub(r"(?<=\w):", rng.choice(OTHER_COLONS), lines[at], count=1)
    return _instead(lines, at, other) if other != lines[at] else None


def sign_for_comma(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    other = lines[at].replace(",", rng.choice([";", ".", " ", ":", ",,"]), 1)
    return _instead(lines, at, other) if other != lines[at] else None


def lines_joined(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    if at + 1 >= len(lines) or not lines[at + 1].strip():
        return None
    below = lines[at + 1].lstrip(" ")
    return _instead(lines, at, lines[at] + rng.choice(["", " "]) + below, until=2)


def line_split(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    """As someone presses Enter, who is then at the edge or where the line began."""
    line = lines[at]
    spots = [match.end() for match in re.finditer(r"\S ", line)]
    if not spots:
        return None
    spot = rng.choice(spots)
    below = rng.choice(["", " " * _depth(line)]) + line[spot:]
    return _instead(lines, at, line[:spot].rstrip(), below)


def bullet_pasted(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    other = re.sub(r"^( *)-(?= )", rf"\1{rng.choice(BULLETS)}", lines[at])
    return _instead(lines, at, other) if other != lines[at] else None


def tab_typed(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    if not _depth(lines[at]):
        return None
    tabs = "\t" * rng.choice([1, max(1, _depth(lines[at]) // 2)])
    return _instead(lines, at, tabs + lines[at].lstrip(" "))


def quotes_of_word(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    """As Word writes them."""
    other = re.sub(r'"([^"]*)"', rng.choice(["“\\1”", "„\\1“", "“\\1“"]), lines[at])
    return _instead(lines, at, other) if other != lines[at] else None


def text_pasted(lines: Lines, at: int, rng: random.Random) -> Slip | None:
    """A few words on a line of their own."""
    words = rng.choice(["see the note", "As agreed: now", "[draft]", "- 2", "“quoted”", "### Part"])
    return _instead(lines, at, " " * rng.choice([0, _depth(lines[at])]) + words, lines[at])


KINDS: tuple[Kind, ...] = (
    character_lost,
    character_doubled,
    character_put_in,
    character_mistaken,
    characters_swapped,
    line_moved,
    line_doubled,
    indentation_shifted,
    entry_shifted,
    quote_lost,
    bracket_lost,
    comma_lost,
    colon_lost,
    space_after_colon_lost,
    hyphen_lost,
    sign_for_colon,
    sign_for_comma,
    lines_joined,
    line_split,
    bullet_pasted,
    tab_typed,
    quotes_of_word,
    text_pasted,
)
TRIES = 400  # at one kind: most lines of most files have no place for some


def draw(kind: Kind, lines: Lines, rng: random.Random) -> Slip | None:
    """A slip of that kind in one of the lines that say something, chosen at random; None where none
    has a place for it."""
    for _ in range(TRIES):
        at = rng.randrange(len(lines))
        if lines[at].strip() and not lines[at].lstrip().startswith("#"):
            slip = kind(lines, at, rng)
            if slip and slip.lines != lines:
                return slip
    return None
