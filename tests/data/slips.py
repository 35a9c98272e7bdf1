"""Slips of the hand in one or two lines of any file that is YAML, drawn without looking at what the
lines mean: no way to cure them was written for them."""

import random
import re
from collections.abc import Callable

from safeguarding.yaml.values import is_content

Lines = list[str]
Slip = Callable[[Lines, int, random.Random], Lines]  # what becomes of the lines from one on


def _typed(pattern: str, *instead: str) -> Slip:
    """One of the places in a line that have the pattern, typed in one of these ways."""

    def slip(lines: Lines, at: int, rng: random.Random) -> Lines:
        found = list(re.finditer(pattern, lines[at]))
        if not found:
            return lines[at:]
        match = rng.choice(found)
        line = lines[at][: match.start()] + match.expand(rng.choice(instead))
        return [line + lines[at][match.end() :], *lines[at + 1 :]]

    return slip


def _indented(lines: Lines, at: int, rng: random.Random) -> Lines:
    depth = len(lines[at]) - len(lines[at].lstrip())
    shifted = " " * max(0, depth + rng.choice([-3, -2, -1, 1, 2, 3])) + lines[at].lstrip()
    return [shifted, *lines[at + 1 :]]


def _moved(lines: Lines, at: int, rng: random.Random) -> Lines:
    to = at + rng.choice([1, 2, 3])
    return [*lines[at + 1 : to + 1], lines[at], *lines[to + 1 :]]


def _twice(lines: Lines, at: int, rng: random.Random) -> Lines:
    return [lines[at], *lines[at:]]


def _joined(lines: Lines, at: int, rng: random.Random) -> Lines:
    return [
        lines[at] + rng.choice(["", " "]) + "".join(lines[at + 1 : at + 2]).lstrip(),
        *lines[at + 2 :],
    ]


def _pasted(lines: Lines, at: int, rng: random.Random) -> Lines:
    return [rng.choice(["see the note", "[draft]", "“quoted”", "### Part"]), *lines[at:]]


SIGN = r"[\"'\[\]{}:,-]"
SLIPS: dict[str, Slip] = {
    "a letter lost": _typed(r"\S", ""),
    "a letter doubled": _typed(r".", r"\g<0>\g<0>"),
    "letters swapped": _typed(r"(\S)(\S)", r"\2\1"),
    "a sign lost": _typed(SIGN, ""),
    "another sign": _typed(SIGN, *"\"'[]{}:,-;.=)(`#&*!|>%@"),
    "a sign put in": _typed(r"(?<=\S)", *"\"'[]{}:,-#&*!|>%@` "),
    "the end cut off": _typed(r"(?<=\S\S).+$", ""),
    "no space after a colon": _typed(r": ", ":"),
    "another sign for a colon": _typed(r"(?<=\w): ", " = ", "; ", " - ", ", ", ":: ", ";:"),
    "a hyphen lost": _typed(r"^ *- ", "", "  ", "    "),
    "a hyphen too many": _typed(r"(?<=^)( *)(?=\w)", r"\1- "),
    "a bullet of Word": _typed(r"- ", "• ", "– ", "·\t", "* ", "o "),
    "quotes of Word": _typed(r'"([^"]*)"', r"“\1”", r"„\1“"),
    "quotes lost": _typed(r'"([^"]*)"', r"\1"),
    "a tab": _typed(r"^ +", "\t"),
    "a space of another kind": _typed(r" ", "\u00a0", "\u2009"),
    "what nobody sees": _typed(r"(?<=\w)", "\u00ad", "\u200b"),
    "no sign above folded text": _typed(r" >-$", "", " -", " >_"),
    "a line split": _typed(r"(?<=\S) (?=\S)", "\n", "\n    "),
    "a line indented": _indented,
    "a line moved": _moved,
    "a line twice": _twice,
    "lines joined": _joined,
    "a line pasted": _pasted,
}


def drawn(name: str, lines: Lines, rng: random.Random) -> str:
    """The text after a slip of that name in one of its lines; the same text where none has a place
    for it."""
    places = [at for at, line in enumerate(lines) if is_content(line)]
    for at in rng.sample(places, len(places)):
        slipped = [*lines[:at], *SLIPS[name](lines, at, rng)]
        if slipped != lines:
            return "\n".join(slipped)
    return "\n".join(lines)
