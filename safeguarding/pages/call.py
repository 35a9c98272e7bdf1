"""One call of a page: as it is written, and as it may be meant.

Whatever looks like a call is taken for one, however its author wrote its brackets, quotes and
spaces. What of it can be read says what the call should look like.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import get_args

from safeguarding.authoring import CALLS, Author, Words
from safeguarding.pages.lines import Lines
from safeguarding.problem import Edit, Problem
from safeguarding.yaml.text import OTHER_SPACE

TEXT = r"\"[^\"\\]*\"|'[^'\\]*'"
WORD = re.compile(rf"({TEXT})|([0-9]+)")
SOME_WORD = rf" *(?:{TEXT}|0|[1-9][0-9]{{,14}}) *"
RIGHT = re.compile(rf"(?<!\[)\[\[ *[a-z]\w*\((?:{SOME_WORD}(?:,{SOME_WORD})*)?\) *\]\](?!\](?!\())")
NAME, KNOWN = r"[A-Za-z][\w-]*+", rf"\b(?:{'|'.join(CALLS)})\b"
BEGINS, ENDS = r"\\?\[\\?\[+(?:[^\w\[\]]|_)*", r"\\?\](?:[^\w\[\]]?\\?\])+"
WITHIN = rf"\((?:{TEXT}|[^()\[\]])*+"  # the brackets of a call, up to where the second should be
UP_TO_NEXT = r"(?:(?!\[\[|\]\]).)*?"
SHAPES = (
    RIGHT.pattern,
    rf"{BEGINS}{NAME}{UP_TO_NEXT}{ENDS}",
    rf"{BEGINS}{NAME}(?:\s*{WITHIN}\)?)?(?:\s*\])?",
    rf"\[ *{KNOWN}{WITHIN}\) *\](?![\](])",
    rf"\{{[{{%]? *{KNOWN}(?:{WITHIN}\))?(?: *[%}}]+)?",
    rf"\(\( *{KNOWN}{WITHIN}\) *\)+",
    rf"(?:\[[^\w\[\]]*){{0,2}}{KNOWN}{UP_TO_NEXT}{ENDS}",
    r"\[\[+|\]\]+|\[[%#]|\\\[\\?\[",  # which belongs to nothing that can be read
)
LIKE_A_CALL = re.compile("|".join(SHAPES))
SIGN = re.compile(r"[\[\]{]|\(\(")  # that all of them have
ONE_THAT_MUST_BE = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.empty)
STRAIGHT = str.maketrans("“”„‟", '""""')
SIGNS = " \"'‘’()[]{},;:.%"
# What may be meant as a word: text whose quotes open and close, or what stands between commas.
ANY_WORD = re.compile(
    r"\"([^\"]*)\"|['‘’]([^\"'‘’]*)['’]|[\"'‘’]?([^\"'‘’,;()\[\]{}=|*%\\]++)(?!=)"
)


@dataclass(frozen=True)
class Call:
    """What looks like a call in a line of a page: as it is `written`, how far in, and the number of
    the line."""

    lines: Lines
    number: int
    column: int
    written: str

    @property
    def is_right(self) -> bool:
        """Whether it can be read."""
        return RIGHT.fullmatch(self.written) is not None

    @property
    def name(self) -> str:
        """Its name; empty where it has none."""
        named = re.match(r"[\w-]*", self._plain)
        return named[0] if named else ""

    @property
    def _plain(self) -> str:
        """What stands between its brackets, in plain spaces and straight quotes."""
        typed = OTHER_SPACE.sub(" ", self.written).translate(STRAIGHT)
        return re.sub(r"^[\W_]+", "", typed)

    @property
    def words(self) -> Words:
        """What stands between its brackets, if it is right."""
        found = WORD.findall(self.written)
        return tuple(int(figures) if figures else text[1:-1] for text, figures in found)

    @property
    def line(self) -> str:
        """All of its line."""
        return self.lines.lines[self.number - 1][1]

    @property
    def beside(self) -> list[str]:
        """The lines above and below it."""
        near = self.lines.lines[max(0, self.number - 2) : self.number + 1]
        return [text for number, text in near if number != self.number]

    @property
    def known(self) -> str:
        """The name of the call that it is, or may be meant for; empty if it is like none."""
        if self.name in CALLS:
            return self.name
        name = re.sub(r"\W", "", re.sub("[ -]", "_", self._parts[0].casefold().strip()))
        return "".join(get_close_matches(name, CALLS, 1, 0.7))

    @property
    def _parts(self) -> tuple[str, str]:
        """What may be meant as its name, and what stands behind that."""
        name, bracket, inside = self._plain.partition("(")
        if bracket:
            return name, inside
        return self.name, self._plain.removeprefix(self.name)

    def meant(self) -> Iterator[Words]:
        """Words of that call which may be meant: all of those beside its name, or those up to the
        next bracket, or everything as one."""
        inside = self._parts[1]
        alone = inside.strip(SIGNS)
        for words in (_values(inside), _values(inside.partition(")")[0]), (alone,)):
            fit = fitting(self.known, words)
            if fit is not None:
                yield fit

    def cure(self, words: Words) -> Edit:
        """Its line with the call that may be meant in its place."""
        end = self.column + len(self.written)
        new = f"{self.line[: self.column]}{as_written(self.known, words)}{self.line[end:]}"
        return Edit(self.number, (self.line,), (new,))

    def problem(self, message: str, field: str = "") -> Problem:
        """A Problem with this call."""
        return self.lines.problem(self.number, self.column, field or self.name, message)


def calls_in(lines: Lines) -> list[Call]:
    """All that looks like a call in these lines, in order."""
    return [
        Call(lines, number, match.start(), match[0])
        for number, text in lines
        if SIGN.search(text)
        for match in LIKE_A_CALL.finditer(text)
    ]


def as_written(name: str, words: Words) -> str:
    """A call as it stands in a page."""
    return f"[[ {name}({', '.join(map(_quoted, words))}) ]]"


def _quoted(word: str | int) -> str:
    if isinstance(word, int):
        return str(word)
    return f"'{word}'" if '"' in word else f'"{word}"'


def _values(inside: str) -> Words:
    """What may be meant as words between the brackets of a call."""
    found = (match for match in ANY_WORD.finditer(inside) if match[0].strip())
    return tuple(match[match.lastindex or 0].strip(" ,") for match in found)


# The words that a call takes.


@cache
def _takes(name: str) -> inspect.Signature:
    whole = inspect.signature(getattr(Author, name), eval_str=True)
    _, *parameters = whole.parameters.values()
    return whole.replace(parameters=parameters)


def kinds(hint: object) -> tuple[object, ...]:
    """The types that a parameter takes: `int | None` takes two."""
    return get_args(hint) or (hint,)


def fitting(name: str, words: Words) -> Words | None:
    """The words as the call of that name takes them: text, or numbers from 1. None if there is no
    such call, or if it takes more or fewer, or others."""
    if name not in CALLS:
        return None
    try:
        bound = _takes(name).bind(*words)
    except TypeError:
        return None
    of_kind = [
        _of_kind(word, kinds(_takes(name).parameters[parameter].annotation))
        for parameter, value in bound.arguments.items()
        for word in (value if isinstance(value, tuple) else (value,))
    ]
    fits = tuple(word for word in of_kind if word is not None)
    return fits if len(fits) == len(words) else None


def _of_kind(word: str | int, kinds: tuple[object, ...]) -> str | int | None:
    if type(word) in kinds and word != 0:
        return word
    if str in kinds:
        return str(word)
    return int(word) if re.fullmatch(r"[1-9][0-9]{0,14}", str(word)) else None


def example(name: str, number: int) -> str:
    """A call of that name, with as many words if it can have so many."""
    parameters = list(_takes(name).parameters.values())
    must_be = [one for one in parameters if (one.kind, one.default) == ONE_THAT_MUST_BE]
    shown = parameters[: max(number, len(must_be))]
    return as_written(name, tuple(one.name if str in kinds(one.annotation) else 2 for one in shown))
