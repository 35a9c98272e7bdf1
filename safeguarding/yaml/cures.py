"""What to do about a text that YAML cannot read: edits are tried, and one is told only if the text
can be read after it.

A cure is a way to edit a line, and advice in words for someone who has never heard of YAML. They
are tried in the order of the table, at the line where reading ended and at those near it. Of those
that help, the first is told after which the model accepts what the file says.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import yaml

from safeguarding.problem import Edit
from safeguarding.yaml import nodes
from safeguarding.yaml.nodes import Stumble

KEY = r"(?:[A-Za-z_][\w-]*|\d{4}(?:-\d\d)?)"
START = r"\s*(?:- +)*"  # what stands before an entry's first key or text
FIRST = rf"(^{START}(?:\{{ *)?|[{{,] *)({KEY})"  # a key, and what stands before it
BULLET = "[-\u2010-\u2015\u2212•·‣◦▪●○*+]"
VALUE = re.compile(rf"({START}(?:{KEY}: +)?)(\S.*?)\s*$")
WRITTEN = re.compile(rf"{START}({KEY}):(?: |$)")
FOLDED = re.compile(rf"{START}(?:{KEY}: +)?[>|][+-]?\s*")
HEADING = re.compile(rf"({START}){KEY}:\s*$")
SIGN = re.compile(r"[^\w\s]")
EDGE = re.compile(r"\b|(?<=[^\w\s])|(?=[^\w\s])|$")  # of a word or a sign
STRAIGHT = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
PAIRED = {"[": "]", "{": "}"}
AROUND = 12  # lines above and below what is wrong that are read to try a cure
MOST_TRIES = 1000  # of a kind
ELSEWHERE, NOT_READ = 1000, 2000  # more than any model refuses
MOST_READ = 1_000_000  # letters, in trying cures that the whole file is read with
MOST_OF_A_KIND = 12

QUOTES = "put all of the text in quotes"
UNCLOSED = "a quote stands at one end of the text; write one at each end, or none"
ONE_MORE = {
    "]": "the bracket [ does not close; add ]",
    "}": "the bracket { does not close; add }",
    "[": "the bracket ] closes what nothing opened; put [ where it should open",
    "{": "the bracket } closes what nothing opened; put { where it should open",
    '"': "a quote opens or closes alone; write the other one",
    "'": "a quote opens or closes alone; write the other one",
    ", ": "put a comma between the parts",
    ",": "put a comma between the parts",
    ": ": "put a colon and a space after the key",
    ":": "put a colon after the key",
    " ": "put a space here",
}


class Cure(NamedTuple):
    edit: Edit
    advice: str

    @property
    def column(self) -> int:
        """Where the edit changes its first line; counts from 0."""
        old, new = (next(iter(lines), "") for lines in (self.edit.old, self.edit.new))
        return next(
            (at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
            min(len(old), len(new)),
        )


# What would make a line another. Lines count from 0.
Tries = Callable[[list[str], int], Iterator[Cure]]
Refusals = Callable[[str], int]  # of a text by the model of its file; may raise Stumble


def find(text: str, stumble: Stumble, refusals: Refusals) -> Cure | None:
    """The best cure of what reading stumbled over in a text; None where none helps."""
    lines = text.split("\n")
    near = _near(lines, stumble.near)
    surroundings = _surroundings(lines, near)
    helpful: list[tuple[int, int, int, Cure]] = []
    left = MOST_READ // (len(text) + 1)
    for kind in CURES:
        reading = (
            cure for cure in _tries(kind, lines, near) if _reads(cure.edit.applied(surroundings))
        )
        for cure in islice(reading, min(left, MOST_OF_A_KIND)):
            try:
                refused = refusals(cure.edit.applied(text))
            except Stumble as further:
                refused = ELSEWHERE if further.line > max(near) else NOT_READ
            if not refused:
                return cure
            helpful.append(
                (
                    refused,
                    near.index(cure.edit.line - 1) if cure.edit.line - 1 in near else 99,
                    len(helpful),
                    cure,
                )
            )
            left -= 1
    best = min(helpful, default=None)
    return best[-1] if best and best[0] < NOT_READ else None


def _near(lines: list[str], numbers: Iterable[int]) -> list[int]:
    """Those lines, and beside each the nearest above and below that say something."""
    numbers = list(numbers)
    beside = (
        next((at for at in way if 0 <= at < len(lines) and _says_something(lines[at])), number)
        for number in numbers
        for way in (range(number - 1, -1, -1), range(number + 1, len(lines)))
    )
    every = dict.fromkeys([*numbers, *beside])
    return [number for number in every if number < len(lines) and _says_something(lines[number])]


def _surroundings(lines: list[str], near: list[int]) -> str:
    """A text that is read in no time: lines far from those that are near are empty in it, but for
    the headings below which these stand."""
    kept = {at for number in near for at in range(number - AROUND, number + AROUND + 1)}
    depth = 0
    for at in range(len(lines) - 1, -1, -1):
        if _says_something(lines[at]) and (at in kept or _depth(lines[at]) < depth):
            kept.add(at)
            depth = _depth(lines[at])
    return "\n".join(line if at in kept else "" for at, line in enumerate(lines))


def _reads(text: str) -> bool:
    try:
        nodes.root(text)
    except Stumble:
        return False
    return True


def _says_something(line: str) -> bool:
    """Whether a line is neither empty nor a remark."""
    return line.strip() != "" and not line.lstrip().startswith("#")


def _depth(line: str) -> int:
    """How far in a line stands."""
    return len(line) - len(line.lstrip())


def _content(line: str) -> str:
    """A line without the spaces and hyphens that it begins with."""
    return re.sub(rf"^{START}", "", line)


def _tries(kind: Iterable[Tries], lines: list[str], near: list[int]) -> Iterator[Cure]:
    """Every cure of a kind, the nearest line first."""
    every = (cure for at in near for tries in kind for cure in tries(lines, at))
    return islice((cure for cure in every if cure.edit.old != cure.edit.new), MOST_TRIES)


# The ways to edit a line.


def _cure(lines: list[str], at: int, until: int, new: Iterable[str], advice: str) -> Cure:
    return Cure(Edit(at + 1, tuple(lines[at:until]), tuple(new)), advice)


def _each(pattern: str, new: str, advice: str) -> Tries:
    """Each place of the line that has the pattern, as `new` says."""

    def tries(lines: list[str], at: int) -> Iterator[Cure]:
        for match in re.finditer(pattern, lines[at]):
            line = lines[at][: match.start()] + match.expand(new) + lines[at][match.end() :]
            yield _cure(lines, at, at + 1, [line], match.expand(advice))

    return tries


def _all(pattern: str, new: str, advice: str) -> Tries:
    """The pattern in the line, and in all lines below and above that have it too."""

    def tries(lines: list[str], at: int) -> Iterator[Cure]:
        def changes(line: str) -> bool:
            return re.sub(pattern, new, line) != line

        first = last = at
        while first > 0 and changes(lines[first - 1]):
            first -= 1
        while last < len(lines) and changes(lines[last]):
            last += 1
        if last > at:
            changed = (re.sub(pattern, new, line) for line in lines[first:last])
            yield _cure(lines, first, last, changed, advice)

    return tries


def _as_word_writes(lines: list[str], at: int) -> Iterator[Cure]:
    line = lines[at].translate(STRAIGHT)
    yield _cure(lines, at, at + 1, [line], "curly quotes are no quotes; write straight ones")


def _folded(lines: list[str], at: int) -> Iterator[Cure]:
    """Text that stands below its key, or beside the >- that announces it."""
    line = lines[at].rstrip()
    below = lines[at + 1 : _end(lines, at, _depth(line) + 1)]
    if HEADING.fullmatch(line) and not any(WRITTEN.match(one) or _is_entry(one) for one in below):
        advice = "the text below goes on over several lines; put a space and >- after the colon"
        yield _cure(lines, at, at + 1, [f"{line} >-"], advice)
    if beside := re.fullmatch(r"(.*: *>-?) *([^\s-].*)", line):
        depth = len(line) - len(_content(line))
        advice = "write >- and nothing after it; the text stands in the lines below"
        below = " " * (depth + 2) + beside[2]
        yield _cure(lines, at, at + 1, [beside[1].rstrip(">-").rstrip() + " >-", below], advice)


def _untabbed(lines: list[str], at: int) -> Iterator[Cure]:
    """The line, and those beside it that have a tab too, with as many spaces for each tab."""
    for width in (2, 4, 8, 1):
        yield from _all(r"(?<=^)\t|(?<=^ )\t", " " * width, nodes.TAB_TYPED)(lines, at)


def _indented(lines: list[str], at: int) -> Iterator[Cure]:
    """The line, alone or with those that belong to it, where others stand."""
    here = _depth(lines[at])
    depths = _depths(lines, here, has_key=bool(WRITTEN.match(lines[at])))
    entry = next((at for at in range(at + 1, len(lines)) if _is_entry(lines[at])), at + 1)
    ends = dict.fromkeys([at + 1, _end(lines, at, here + 1), _end(lines, at, here), entry])
    for depth in depths:
        for end in ends:
            moved = [_moved(line, depth - here) for line in lines[at:end]]
            advice = (
                f"the line stands {here} space{'' if here == 1 else 's'} in; line it up with those"
                f" it belongs to, {depth} spaces in"
            )
            yield _cure(lines, at, end, moved, advice)


def _depths(lines: list[str], here: int, has_key: bool) -> list[int]:
    """How far in a line can stand, the nearest to `here` first: as the others do, or what follows
    their hyphens; below a heading further in; below >- too, if it has no key."""
    depths = {0}
    for line in filter(_says_something, lines):
        inside = len(line) - len(_content(line))
        if WRITTEN.match(line) or _is_entry(line):
            depths |= {_depth(line), inside}
        if HEADING.fullmatch(line) or (FOLDED.fullmatch(line) and not has_key):
            depths.add(inside + 2)
    return sorted(depths, key=lambda depth: (abs(depth - here), depth))


def _end(lines: list[str], at: int, depth: int) -> int:
    """Where the lines below a line end that stand at least so far in."""
    return next(
        (
            below
            for below in range(at + 1, len(lines))
            if lines[below].strip() and _depth(lines[below]) < depth
        ),
        len(lines),
    )


def _moved(line: str, by: int) -> str:
    return " " * (_depth(line) + by) + line.lstrip() if line.strip() else line


def _hyphened(lines: list[str], at: int) -> Iterator[Cure]:
    """The line as the first of an entry, where its hyphen or those of others stand; or as none."""
    line, here = lines[at], _depth(lines[at])
    if _is_entry(line):
        for new in (re.sub(r"^(\s*)- +", r"\1  ", line), re.sub(r"^(\s*)- +", r"\1", line)):
            yield _cure(lines, at, at + 1, [new], "no new entry begins here; delete the hyphen")
        return
    for depth in dict.fromkeys([here, max(0, here - 2), *_depths(lines, here, has_key=True)]):
        new = f"{' ' * depth}- {line.lstrip()}"
        advice = "a new entry seems to begin here; put a hyphen and a space before its first line"
        yield _cure(lines, at, at + 1, [new], advice)


def _is_entry(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _joined(lines: list[str], at: int) -> Iterator[Cure]:
    """With the line below."""
    for between in (" ", "") if at + 1 < len(lines) else ():
        new = lines[at].rstrip() + between + lines[at + 1].strip()
        yield _cure(lines, at, at + 2, [new], "the text ends where its line does; join the lines")


def _elsewhere(lines: list[str], at: int) -> Iterator[Cure]:
    """The line a few lines further down or up."""
    for by in (1, 2, 3):
        for first, last in ((at, at + by), (at - by, at)):
            if 0 <= first and last < len(lines):
                span = lines[first : last + 1]
                new = [*span[1:], span[0]] if first == at else [span[-1], *span[:-1]]
                yield _cure(lines, first, last + 1, new, "the lines stand in another order")


def _parted(known: bool) -> Tries:
    """As two lines, of which the second begins with a hyphen or a key: one that is `known`, for
    other lines begin with it, or another."""

    def tries(lines: list[str], at: int) -> Iterator[Cure]:
        line = lines[at]
        keys = {key for other in lines for key in WRITTEN.findall(other)}
        for second in re.finditer(rf"(?=(- )?({KEY}):(?: |$))|(?=- )", line):
            first = line[: second.start()].rstrip()
            if (second[2] in keys) != known or not first.strip(" -") or first.endswith((":", " -")):
                continue
            for depth in _depths(lines, _depth(line), has_key=True):
                new = [first, " " * depth + line[second.start() :]]
                advice = "each key stands on a line of its own; begin a new line here"
                yield _cure(lines, at, at + 1, new, advice)

    return tries


def _quoted(brackets: bool) -> Tries:
    """With quotes around the value, or around a part between brackets."""

    def tries(lines: list[str], at: int) -> Iterator[Cure]:
        value = VALUE.fullmatch(lines[at])
        if value and (value[2][0] in PAIRED) == brackets:
            odd = value[2].count('"') % 2 or value[2].count("'") % 2
            bare = value[2].strip("\"'") if odd else re.sub(r"^([\"'])(.*)\1$", r"\2", value[2])
            for text in dict.fromkeys([bare, value[2]]):
                for quoted in _in_quotes(text):
                    advice = UNCLOSED if odd and text == bare else QUOTES
                    yield _cure(lines, at, at + 1, [value[1] + quoted], advice)

    return tries


def _in_quotes(text: str) -> Iterator[str]:
    if '"' not in text and "\\" not in text:
        yield f'"{text}"'
    yield "'{}'".format(text.replace("'", "''"))


def _signs(lines: list[str], at: int) -> Iterator[Cure]:
    """With one sign less, more, or another, if the line can be read by itself then."""
    for line, advice in dict(_one_sign(lines[at])).items():
        if _is_balanced(line) and _alone(line):
            yield _cure(lines, at, at + 1, [line], advice)


def _one_sign(line: str) -> Iterator[tuple[str, str]]:
    edges = [edge.start() for edge in EDGE.finditer(line)]
    begins = len(line) - len(_content(line))
    for edge in sorted(edges, key=lambda edge: edge not in (begins, len(line.rstrip()))):
        for more, advice in ONE_MORE.items():
            if more[0] not in ",:" or line[:edge][-1:].strip(" ,:[{"):
                yield line[:edge] + more + line[edge:], advice
    for sign in SIGN.finditer(line):
        without = line[: sign.start()] + line[sign.end() :]
        yield without, f"there is one {sign[0]} too many; delete it"
    for sign in SIGN.finditer(line):
        for more in ONE_MORE:
            other = line[: sign.start()] + more + line[sign.end() :]
            yield other, f"write {more.strip() or 'a space'} in place of {sign[0]}"


def _is_balanced(line: str) -> bool:
    return line.count('"') % 2 == 0 and all(
        line.count(opening) == line.count(closing) for opening, closing in PAIRED.items()
    )


def _alone(line: str) -> bool:
    try:
        all(yaml.parse(_content(line), nodes.Loader))
    except yaml.YAMLError:
        return False
    return True


def _left_out(lines: list[str], at: int) -> Iterator[Cure]:
    """Without the line, if it stands there twice."""
    line = lines[at]
    if line.strip() in (other.strip() for other in lines[max(0, at - 1) : at]):
        yield _cure(lines, at, at + 1, (), "the line stands there twice; delete it")


def _deleted(lines: list[str], at: int) -> Iterator[Cure]:
    yield _cure(
        lines, at, at + 1, (), "the key stands there already; keep one line, and delete the other"
    )


CURES: tuple[tuple[Tries, ...], ...] = (
    (
        _all(rf"^(\s*)(?:{BULLET}\s+|{BULLET}(?=[A-Za-z{{\[\"'\d]))", r"\1- ", nodes.DASH),
        _each(r"^(\s*)\w (?=\S)", r"\1- ", nodes.DASH),
        _each(rf"{FIRST}:(?=[^\s/:])", r"\1\2: ", r"put a space after the colon: \2: …"),
        _each(r",(\s*),", r",\1", "there is a comma too many between the brackets; delete it"),
        _each(r"([\]}])\1\s*$", r"\1", r"there is one \1 too many; delete it"),
        _each(r"(\d),(?=\d{3}\b)", r"\1", "write the number without a comma"),
        _each(r"(\d),(?=\d)", r"\1.", "write a point in place of the comma"),
        _each(r"^(\s*- ) +", r"\1", "one space stands after a hyphen; delete the others"),
        _left_out,
        _each(
            rf"{FIRST} *[=;,.\u2010-\u2015\uff1a-]+:?(?: +|$)",
            r"\1\2: ",
            r"put a colon and a space after \2, like this: \2: …",
        ),
        _each(
            rf"^(\s*(?:\{{ *)?)({KEY})(?= +\S|\s*$)",
            r"\1\2:",
            r"put a colon and a space after \2, like this: \2: …",
        ),
        _each(
            rf"{FIRST}(?::[^\w\s\"'\[\]{{}}/-]|[^\w\s\"'\[\]{{}}]):?(?=\S)",
            r"\1\2: ",
            r"put a colon and a space after \2, like this: \2: …",
        ),
        _each(r": - (?=\d)", ": -", "write a minus without a space"),
        _each(
            rf"([{{\[].*?\S) +({KEY})(?=: )",
            r"\1, \2",
            r"put a comma before \2; or put the text before it in quotes, if \2 belongs to it",
        ),
        _each(r"([{\[].*?[\"'\]}]) +(?=[\w\"'{\[])", r"\1, ", "put a comma between the parts"),
        _each(
            rf"^({START}(?:{KEY}: )?\"[^\"]*\")\s*[^\w\s]+\s*$",
            r"\1",
            "nothing stands after the quote that closes; delete it",
        ),
        _each(rf"{FIRST}:(\w) ", r"\1\2\3: ", "the colon stands after the key"),
        _as_word_writes,
        _folded,
        _each(
            rf"^({START})({KEY}: .*?, *{KEY}: .*?)\s*$",
            r"\1{\2}",
            "several keys on one line need curly brackets around them: {key: value, key: value}",
        ),
        _each(
            rf"({KEY}):\s*(?=[,}}])",
            r"\1: null",
            r"\1 has no value; write one after the colon, or null for nothing",
        ),
    ),
    (_untabbed, _indented, _hyphened),
    (
        _parted(known=True),
        _each(
            rf"^({START})({KEY})(?= +\S|\s*$)",
            r"\1\2:",
            r"put a colon and a space after \2, like this: \2: …",
        ),
    ),
    (
        _quoted(brackets=False),
        _each(r"(?<!\\)\\(?!\\)", r"\\\\", 'between " a \\\\ means something else; write \\\\\\\\'),
        _each(r"'([^\"]*)'", r'"\1"', "the text has ' in it; put \" around it"),
        _each(r"\"([^']*)\"", r"'\1'", "the text has \" in it; put ' around it"),
        _each(
            rf"({KEY}): ([^\"'\[\]{{}}]*?[^\s,])(?=, *{KEY}: |\s*[}}\]])",
            r'\1: "\2"',
            "put text with a comma or a colon in quotes",
        ),
    ),
    (_joined, _parted(known=False)),
    (_signs,),
    (_elsewhere,),
    (
        _each(r"^(\s*)(?=\S)", r"\1# ", "if this is a remark, put # before it"),
        _quoted(brackets=True),
        _deleted,
    ),
)
