"""What to do about a text that YAML cannot read: edits are tried, and one is told only if the text
can be read after it.

A cure is a way to edit a line, and advice in words for someone who has never heard of YAML. They
are tried in the order of the table, at the line where reading ended and at those near it. Of those
that help, the first is told after which the model accepts what the file says, or the one after
which it refuses least of what can be read.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import NamedTuple

import yaml

from safeguarding.problem import Edit, Problems
from safeguarding.yaml import values
from safeguarding.yaml.text import OTHER_SPACE
from safeguarding.yaml.values import DASH, Stumble, is_content

KEY = r"(?:[A-Za-z_][\w-]*|\d{4}(?:-\d\d)?)"
START = r"\s*(?:- +)*"  # what stands before an entry's first key or text
FIRST = rf"(^{START}(?:\{{ *)?|[{{,] *)({KEY})"  # a key, and what stands before it
MARK = r"[^\w\s\"'\[\]{}]"  # what can stand in the place of a hyphen
INSIDE = r"(?:[^][{}()]|\([^()]*\)|\[[^][]*\])*"  # brackets, that close
NO_COLON = r"[=;,.\u2010-\u2015\uff1a-]"  # what can stand in the place of a colon
VALUE = re.compile(rf"({START}(?:{KEY}: +)?)(\S.*?)\s*")
HAS_KEY = re.compile(rf"{START}({KEY}):(?: |$)")
HEADING = re.compile(rf"{START}{KEY}:\s*")
FOLDED = re.compile(rf"{START}(?:{KEY}: +)?[>|][+-]?\s*")
ANNOUNCES = re.compile(rf"({START}{KEY}:)[\s<>|_?\"'-]*")  # a heading, or one with >- mistyped
BESIDE_FOLDED = re.compile(rf"({START}{KEY}:) *>[-\u2010-\u2015]* *([^\s-].*)?")
ONE_ENTRY = re.compile(rf"{START}{KEY}: *\[ *(\{{[^{{}}]*\}}) *\] *")  # a key with a list of one
LONE = re.compile(r": *[?-](?= *$|[,}])")  # what stands for a value that is not known
SIGN = re.compile(r"[^\w\s]")
EDGE = re.compile(r"\b|(?<=[^\w\s])|(?=[^\w\s])|$")  # of a word or a sign
SIGNS = ("]", "}", "[", "{", '"', "'", ", ", ",", ": ", ":", " ")  # that can be missing
CURLY = (("[“”„‟]", '"'), (r"\B[‘’]|[‘’]\B", "'"))  # quotes; no ’ inside a word

AROUND = 8  # lines above and below what is wrong that are read to try a cure
MOST_TRIES = 500  # of each kind
MOST_OF_A_KIND = 10  # cures that the whole file is read with
MOST_READ = 500_000  # letters, in doing so
# For all that is wrong in a file together: many times what any file needed that a person wrote.
PATIENCE, PATIENCE_LETTERS = 4000, 6_000_000  # cures tried, and letters read in doing so
ELSEWHERE, FURTHER, NOT_READ = 1000, 2000, 3000  # more than any model refuses
MOST_REFUSED = 999


class Cure(NamedTuple):
    """An edit that helps, and the advice to make it; where only its author can choose, the `other`
    edit too."""

    edit: Edit
    advice: str
    other: Edit | None = None


@dataclass
class Patience:
    """How many cures may still be tried for a file, and how many letters be read in doing so."""

    tries: int = PATIENCE
    letters: int = PATIENCE_LETTERS

    @property
    def is_over(self) -> bool:
        return self.tries <= 0 or self.letters <= 0


# Edits of a line, by its index, that might help. What of them can be read is found out later.
Way = Callable[[list[str], int], Iterator[Edit]]
Kind = tuple[tuple[str, Way], ...]  # advice, and how to follow it
Refusals = Callable[[str], int]  # of a text by the model of its file; may raise Stumble


def find(
    text: str,
    stumble: Stumble,
    refusals: Refusals,
    keys: Collection[str] = (),
    patience: Patience | None = None,
) -> Cure | None:
    """The best cure of what reading stumbled over in a text, whose model has these `keys`; None
    where none helps, or none was found while there was `patience`."""
    trial = _Trial(text, stumble, refusals, patience or Patience())
    helpful: list[tuple[int, int, Cure]] = []
    for kind in (((NO_NAME, _named(keys)),), *CURES, LAST):
        found = min((left for left, *_ in helpful), default=NOT_READ)
        if found < FURTHER and (kind is LAST or trial.read > MOST_READ):
            break
        for left, cure in trial.helpful(kind):
            if not left:
                return _with_other(text, cure)
            helpful.append((left, abs(cure.edit.line - 1 - stumble.line), cure))
    best = min(helpful, key=lambda tried: tried[:2], default=None)
    return _with_other(text, best[-1]) if best else None


def _with_other(text: str, cure: Cure) -> Cure:
    """The cure, with the edit that keeps what it deletes, where that is a value unlike the one that
    stands at the same key above."""
    lines = text.split("\n")
    at = cure.edit.line - 1
    above = _same_key_above(lines, at) if cure.advice == ONCE else None
    if above is None or VALUE.sub(r"\2", lines[above]) == VALUE.sub(r"\2", lines[at]):
        return cure
    return cure if HEADING.fullmatch(lines[at]) else cure._replace(other=_edit(lines, above))


class _Trial:
    """Cures of what reading stumbled over in a text, tried."""

    def __init__(self, text: str, stumble: Stumble, refusals: Refusals, patience: Patience):
        self.text, self.patience, self._refusals = text, patience, refusals
        self.read = 0  # letters, with all of the text after a cure
        self._lines = text.split("\n")
        self._near = _near(self._lines, stumble.near) if stumble.near else []
        self._surroundings = _surroundings(self._lines, self._near)
        self._stumbled = next(iter(stumble.near), 0)
        self._tried: set[Edit] = set()

    def helpful(self, kind: Kind) -> Iterator[tuple[int, Cure]]:
        """The cures of a kind after which more can be read, and how much is wrong after each."""
        most = self.read + MOST_OF_A_KIND * len(self.text)
        for cure in islice(self._cures(kind), 0 if self.patience.is_over else MOST_TRIES):
            self.patience.tries -= 1
            left = self._left(cure.edit)
            if left < (ELSEWHERE if kind is LAST else NOT_READ):
                yield left, cure
            if self.read >= most or self.patience.is_over:
                return

    def _cures(self, kind: Kind) -> Iterator[Cure]:
        """Every cure once, those of the nearest line first."""
        for at in self._near:
            for advice, way in kind:
                for edit in way(self._lines, at):
                    if edit not in self._tried and edit.old != edit.new:
                        self._tried.add(edit)
                        yield Cure(edit, advice)

    def _left(self, edit: Edit) -> int:
        """How much is wrong after the edit. What can be read down to below all lines that may be
        wrong may be right there; what is read further than before may be, too."""
        edited = edit.line + len(edit.new) - 2
        around = edit.applied(self._surroundings)
        self.patience.letters -= len(around)
        ends = _end_of_reading(around)
        if ends is not None:
            further = ends > max(self._stumbled + edit.more, edited)
            return FURTHER + self._refused_above(around, ends) if further else NOT_READ
        self.read += len(self.text)
        whole = edit.applied(self.text)
        try:
            return self.refusals(whole) + self._is_empty(edit)
        except Stumble as next:
            last = max(max(self._near) + edit.more, edited)
            if next.line <= last:
                return NOT_READ
            return ELSEWHERE + self._refused_above(whole, next.line)

    def refusals(self, text: str) -> int:
        """How much of a text the model refuses. Raises Stumble."""
        self.patience.letters -= len(text)
        return self._refusals(text)

    def _refused_above(self, text: str, line: int) -> int:
        """How much is refused of what stands above a line that cannot be read: a key that the model
        does not have is no better for what is wrong below."""
        lines = text.split("\n")
        try:
            refused = self.refusals("\n".join([*lines[:line], *[""] * (len(lines) - line)]))
        except Stumble:
            return MOST_REFUSED
        return min(refused, MOST_REFUSED)

    def _is_empty(self, edit: Edit) -> bool:
        """Whether the edit leaves a key with nothing to it."""
        last = "".join(edit.new[-1:])
        below = next(filter(is_content, self._lines[edit.line - 1 + len(edit.old) :]), "")
        inside = HEADING.fullmatch(last) and _inside(last)
        return inside is not None and _depth(below) + _is_entry(below) <= inside


def _end_of_reading(text: str) -> int | None:
    """The line at which reading ends too soon; None where it does not."""
    try:
        values.read(text, "")
    except Stumble as stumble:
        return stumble.line
    except Problems:
        pass  # it can be read
    return None


def _near(lines: list[str], numbers: list[int]) -> list[int]:
    """Those lines, and the heading of the first of them; and beside each the nearest above and
    below that say something."""
    content = [at for at, line in enumerate(lines) if is_content(line)]
    above = (at for at in reversed(content) if at < numbers[0])
    heading = (at for at in above if _depth(lines[at]) < _depth(lines[numbers[0]]))
    near: list[int] = []
    for some in (numbers, list(islice(heading, 1))):
        near += some
        for at in some:
            near += [other for other in content if other < at][-1:]
            near += [other for other in content if other > at][:1]
    return [at for at in dict.fromkeys(near) if at in content]


def _surroundings(lines: list[str], near: list[int]) -> str:
    """A text that is read in no time: lines far from those that are near are empty in it, but for
    the headings below which these stand."""
    around = {at for number in near for at in range(number - AROUND, number + AROUND + 1)}
    kept = around.intersection(range(len(lines)))
    for at in sorted(kept):
        if at - 1 not in kept and lines[at].lstrip().startswith(("]", "}")):
            kept.remove(at)  # what it closes is not there
    depth = 0
    for at in range(len(lines) - 1, -1, -1):
        if is_content(lines[at]) and (at in kept or _depth(lines[at]) < depth):
            kept.add(at)
            depth = _depth(lines[at])
    return "\n".join(line if at in kept else "" for at, line in enumerate(lines))


# What a line is like.


def _is_entry(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _depth(line: str) -> int:
    """How far in a line stands."""
    return len(line) - len(line.lstrip())


def _inside(line: str) -> int:
    """How far in the first key or text of a line stands."""
    return len(line) - len(re.sub(rf"^{START}", "", line))


def _depths(lines: list[str], here: int, *, has_key: bool) -> list[int]:
    """How far in a line can stand, the nearest to `here` first: as the others do, or what follows
    their hyphens; below a heading further in; below >- too, if it has no key."""
    depths = {0}
    for line in filter(is_content, lines):
        if HAS_KEY.match(line) or _is_entry(line):
            depths |= {_depth(line), _inside(line)}
        if HEADING.fullmatch(line) or (FOLDED.fullmatch(line) and not has_key):
            depths.add(_inside(line) + 2)
    return sorted(depths, key=lambda depth: (abs(depth - here), -depth))


def _end(lines: list[str], at: int, depth: int) -> int:
    """Where those below a line end that stand at least so far in."""
    below = range(at + 1, len(lines))
    ends = (at for at in below if lines[at].strip() and _depth(lines[at]) < depth)
    return next(ends, len(lines))


# The ways to edit a line.


def _edit(lines: list[str], at: int, *new: str, until: int = 0) -> Edit:
    """Those lines in the place of the line, or of all `until` another."""
    return Edit(at + 1, tuple(lines[at : until or at + 1]), new)


def _each(pattern: str, new: str) -> Way:
    """Each place of the line that has the pattern, as `new` says."""

    def way(lines: list[str], at: int) -> Iterator[Edit]:
        line = lines[at]
        for match in re.finditer(pattern, line):
            yield _edit(lines, at, line[: match.start()] + match.expand(new) + line[match.end() :])

    return way


def _all(pattern: str, *replacements: str) -> Way:
    """The pattern in the line, and in those right below that have it too."""

    def way(lines: list[str], at: int) -> Iterator[Edit]:
        for new in replacements:
            changed = ((line, re.sub(pattern, new, line)) for line in lines[at:])
            run = [line for old, line in takewhile(lambda pair: pair[0] != pair[1], changed)]
            if run:
                yield _edit(lines, at, *run, until=at + len(run))

    return way


def _typed(lines: list[str], at: int) -> Iterator[Edit]:
    """The line without anything that Word writes in place of what is typed."""
    plain = OTHER_SPACE.sub(" ", lines[at])
    for curly, straight in CURLY:
        plain = re.sub(curly, straight, plain)
    yield _edit(lines, at, re.sub(rf"^(\s*){MARK}\s+", r"\1- ", plain))


def _announced(lines: list[str], at: int) -> Iterator[Edit]:
    """The text below, which has no key and no entry in it, with >- above it."""
    line, below = lines[at], lines[at + 1 : _end(lines, at, _inside(lines[at]) + 1)]
    heading = ANNOUNCES.fullmatch(line)
    if (
        heading
        and any(map(is_content, below))
        and not any(HAS_KEY.match(one) or _is_entry(one) for one in below)
    ):
        yield _edit(lines, at, f"{heading[1]} >-")


def _below_folded(lines: list[str], at: int) -> Iterator[Edit]:
    if beside := BESIDE_FOLDED.fullmatch(lines[at]):
        text = [" " * (_inside(lines[at]) + 2) + beside[2]] if beside[2] else []
        yield _edit(lines, at, f"{beside[1]} >-", *text)


def _indented(*, alone: bool) -> Way:
    """The line, `alone` or with those that belong to it, where others stand."""

    def way(lines: list[str], at: int) -> Iterator[Edit]:
        here = _depth(lines[at])
        entry = next((at for at in range(at + 1, len(lines)) if _is_entry(lines[at])), at + 1)
        ends = [at + 1] if alone else [_end(lines, at, here + 1), _end(lines, at, here), entry]
        for depth in _depths(lines, here, has_key=HAS_KEY.match(lines[at]) is not None):
            for end in ends:
                moved = (" " * (_depth(one) + depth - here) + one.lstrip() for one in lines[at:end])
                yield _edit(lines, at, *moved, until=end)

    return way


def _begun(lines: list[str], at: int) -> Iterator[Edit]:
    """The line as the first of an entry, where its hyphen or those of others stand."""
    line, here = lines[at], _depth(lines[at])
    if not _is_entry(line):
        for depth in [here, max(0, here - 2), *_depths(lines, here, has_key=True)]:
            yield _edit(lines, at, f"{' ' * depth}- {line.lstrip()}")


def _bare(lines: list[str], at: int) -> Iterator[Edit]:
    """The line without the hyphen or the like that it begins with, where others stand."""
    here = _depth(lines[at])
    if bare := re.fullmatch(rf"\s*(?:{MARK}\s*)+(\S.*)", lines[at]):
        for depth in dict.fromkeys([here + 2, here, *_depths(lines, here, has_key=True)]):
            yield _edit(lines, at, " " * depth + bare[1])


def _joined(lines: list[str], at: int) -> Iterator[Edit]:
    """With the line below."""
    for between in (" ", "") if at + 1 < len(lines) else ():
        yield _edit(lines, at, lines[at].rstrip() + between + lines[at + 1].strip(), until=at + 2)


def _parted(*, known: bool) -> Way:
    """As two lines, of which the second begins with a hyphen or a key: one that is `known`, for
    other lines begin with it, or another."""

    def way(lines: list[str], at: int) -> Iterator[Edit]:
        line = lines[at]
        keys = {key for other in lines for key in HAS_KEY.findall(other)}
        for second in re.finditer(rf"(?=(- )?({KEY}):(?: |$))|(?=- )", line):
            first = line[: second.start()].rstrip(" ,")
            ends = "-" if line.startswith("- ", second.start()) else ":-"
            if (second[2] in keys) == known and first.strip(" -") and first[-1] not in ends:
                for depth in _depths(lines, _depth(line), has_key=True):
                    yield _edit(lines, at, first, " " * depth + line[second.start() :])

    return way


def _elsewhere(lines: list[str], at: int) -> Iterator[Edit]:
    """The line a few lines further down or up."""
    for by in (1, 2, 3):
        if at + by < len(lines):
            below = lines[at + 1 : at + by + 1]
            yield _edit(lines, at, *below, lines[at], until=at + by + 1)
        if at - by >= 0:
            yield _edit(lines, at - by, lines[at], *lines[at - by : at], until=at + 1)


def _remarked(lines: list[str], at: int) -> Iterator[Edit]:
    """The line as a remark, if it is no key, no entry, and no text below a key."""
    line = lines[at]
    above = (up for up in range(at - 1, -1, -1) if is_content(lines[up]))
    heading = next((up for up in above if _depth(lines[up]) < _depth(line)), at)
    if not (HAS_KEY.match(line) or _is_entry(line) or any(_announced(lines, heading))):
        yield _edit(lines, at, re.sub(r"(?=\S)", "# ", line, count=1))


def _quoted(*, brackets: bool) -> Way:
    """With quotes around all of the value; one that begins with a bracket, if `brackets`."""

    def way(lines: list[str], at: int) -> Iterator[Edit]:
        value = VALUE.fullmatch(lines[at])
        if value and (value[2][0] in "[{") == brackets:
            odd = value[2].count('"') % 2 or value[2].count("'") % 2
            bare = value[2].strip("\"'") if odd else re.sub(r"^([\"'])(.*)\1$", r"\2", value[2])
            for text in (bare, value[2]):
                if '"' not in text and "\\" not in text:
                    yield _edit(lines, at, f'{value[1]}"{text}"')
                yield _edit(lines, at, "{}'{}'".format(value[1], text.replace("'", "''")))

    return way


def _signs(change: Callable[[str], Iterable[str]]) -> Way:
    """With one sign changed, if the line can be read by itself then."""

    def way(lines: list[str], at: int) -> Iterator[Edit]:
        for line in dict.fromkeys(change(lines[at])) if not LONE.search(lines[at]) else ():
            if _is_balanced(line) and _alone(line):
                yield _edit(lines, at, line)

    return way


def _one_more(line: str) -> Iterator[str]:
    ends = (_inside(line), len(line.rstrip()))
    edges = [edge.start() for edge in EDGE.finditer(line)]
    for edge in sorted(edges, key=lambda edge: edge not in ends):
        for sign in SIGNS:
            if sign[0] not in ",:" or line[:edge][-1:].strip(" ,:[{"):
                yield line[:edge] + sign + line[edge:]


def _one_less(line: str) -> Iterator[str]:
    return (line[: sign.start()] + line[sign.end() :] for sign in SIGN.finditer(line))


def _another(line: str) -> Iterator[str]:
    for sign in SIGN.finditer(line):
        for other in SIGNS:
            yield line[: sign.start()] + other + line[sign.end() :]


def _is_balanced(line: str) -> bool:
    brackets = line.count("[") == line.count("]") and line.count("{") == line.count("}")
    return brackets and line.count('"') % 2 == 0


def _alone(line: str) -> bool:
    try:
        all(yaml.parse(line[_inside(line) :], values.Loader))
    except yaml.YAMLError:
        return False
    return True


def _end_of_list(lines: list[str], at: int) -> int:
    """Where the entries below a key end; those that stand no further in than it belong to it."""
    inside = _inside(lines[at])
    return next(
        (
            below
            for below in range(at + 1, len(lines))
            if _depth(lines[below]) + _is_entry(lines[below]) <= inside
        ),
        len(lines),
    )


def _named(keys: Collection[str]) -> Way:
    """The name of the list above its first entry, if the file begins with that."""

    def way(lines: list[str], at: int) -> Iterator[Edit]:
        if _is_entry(lines[at]) and not any(map(is_content, lines[:at])):
            yield from (Edit(at + 1, (), (f"{key}:",)) for key in keys)

    return way


def _once(lines: list[str], at: int) -> Iterator[Edit]:
    """Without the line, if its record has its key already."""
    if _same_key_above(lines, at) is not None:
        yield _edit(lines, at)


def _same_key_above(lines: list[str], at: int) -> int | None:
    """The line above that has the key of the line in the same record."""
    key = HAS_KEY.match(lines[at])
    for up in reversed(range(max(0, at - AROUND), at) if key else ()):
        above = HAS_KEY.match(lines[up])
        if key and above and (above[1], _inside(lines[up])) == (key[1], _inside(lines[at])):
            return up
        if _is_entry(lines[up]) and _depth(lines[up]) < _inside(lines[at]):
            return None
    return None


def _together(lines: list[str], at: int) -> Iterator[Edit]:
    """The entries of a list whose key its record has already, below those that stand there."""
    above = _same_key_above(lines, at)
    if above is None or not HEADING.fullmatch(lines[above]) or above + 1 == at:
        return
    depth, until = _depth(lines[above + 1]), _end_of_list(lines, at)
    ends = _end_of_list(lines, above)
    if beside := ONE_ENTRY.fullmatch(lines[at]):
        entries = [f"{' ' * depth}- {beside[1]}"]
    else:
        further = depth - _depth("".join(lines[at + 1 : at + 2]))
        entries = [" " * (_depth(one) + further) + one.lstrip() for one in lines[at + 1 : until]]
    if _is_entry(lines[above + 1]) and entries and _is_entry(entries[0]):
        yield _edit(lines, ends, *entries, *lines[ends:at], until=until)


ALIGN = "line it up with those it belongs to"
COLON = "put a colon and a space after the key"
COMMA = "put a comma between the parts"
NO_NAME = "the name of the list stands above its first entry"
NO_VALUE = "a key has no value; write one, or null for nothing"
ONCE = "delete this line or the other"
OTHER = "another sign belongs here"
QUOTES = "put all of the text in quotes"
REMARK = "if this is a remark, put # before it"
CURES: tuple[Kind, ...] = (
    (
        (DASH, _all(rf"^(\s*)(?:- +)?(?:(?:{MARK}+|[_o])\s+|{MARK}(?=[\w{{\[\"']))", r"\1- ")),
        (DASH, _all(r"^(\s*)\w{1,2}[.)] +(?=\S)", r"\1- ", r"\1-  ")),
        ("put a space after the colon", _each(rf"{FIRST}:(?=[^\s/:=,}}\]])", r"\1\2: ")),
        ("there is a comma too many", _each(r",(\s*),", r",\1")),
        (OTHER, _each(rf"(\{{{INSIDE})[)\]](?=\s*$)", r"\1}")),
        (OTHER, _each(rf"(\[{INSIDE})[)}}](?=\s*$)", r"\1]")),
        ("there is a bracket too many", _each(r"([\]}])\1\s*$", r"\1")),
        ("write the number without a comma", _each(r"(\d),(?=\d{3}\b)", r"\1")),
        ("write a point in place of the comma", _each(r"(\d),(?=\d)", r"\1.")),
        (COLON, _each(rf"{FIRST}(?: *{NO_COLON}+:?(?: +|$)|[=;\uff1a]|:[:=] *)", r"\1\2: ")),
        (COLON, _each(rf"^(\s*(?:\{{ *)?)({KEY})(?= +\S|\s*$)", r"\1\2:")),
        ("the colon stands after the key", _each(rf"{FIRST}:(\w) ", r"\1\2\3: ")),
        (QUOTES, _each(rf"^({START}{KEY}: +)(#\S[^\"]*)$", r'\1"\2"')),
        ("write a minus without a space", _each(r": - (?=\d)", ": -")),
        (COMMA, _each(rf"(?<=[^\s.;,:{{\[])[.;]? +({KEY})(?=: )", r", \1")),
        (COLON, _each(rf"^({START})(?:\[[ x]?\] )?[*_]*({KEY})[*_]*:[*_]* +", r"\1\2: ")),
        ("nothing stands behind the last bracket", _each(r"(?<=[\]}])[^\s\]},]+\s*$", "")),
        ("write plain signs in place of those of Word", _typed),
        ("the text below goes on over several lines; put >- after the colon", _announced),
        ("write >- and nothing after it; the text stands in the lines below", _below_folded),
        (
            "several keys on one line need curly brackets around them",
            _each(rf"^({START})({KEY}: .*?, *{KEY}: .*?)\s*$", r"\1{\2}"),
        ),
        (NO_VALUE, _each(r":\s*(?=[,}])", ": null")),
        ("[] says that there are none; delete it", _each(r":\s*\[\s*\]\s*$", ":")),
    ),
    (
        ("write a plain space, or none", _all(OTHER_SPACE.pattern, " ", "")),
        ("indent with spaces", _all(r"(?<=^)\t|(?<=^ )\t", *("  ", "    ", " " * 8))),
        (ALIGN, _indented(alone=True)),
    ),
    (
        (ALIGN, _indented(alone=False)),
        ("a new entry seems to begin here; put a hyphen and a space before it", _begun),
        ("no new entry begins here; delete what stands before it", _bare),
    ),
    (
        ("each key stands on a line of its own; begin a new line here", _parted(known=True)),
        (COLON, _each(rf"^({START})({KEY})(?= +\S|\s*$)", r"\1\2:")),
    ),
    (
        (QUOTES, _quoted(brackets=False)),
        (NO_VALUE, _each(LONE.pattern, ": null")),
        ("the text has ' in it; put \" around it", _each(r"'([^\"]*)'", r'"\1"')),
        ("the text has \" in it; put ' around it", _each(r"\"([^']*)\"", r"'\1'")),
        (
            "put text with a comma or a colon in quotes",
            _each(
                rf"({KEY}): ([^\"'\[\]{{}}]*?[^\s,])(?=, *{KEY}: |\s*[}}\]])",
                r'\1: "\2"',
            ),
        ),
    ),
    (
        ("the text ends where its line does; join this one to the one above, or write >-", _joined),
        ("each key stands on a line of its own; begin a new line here", _parted(known=False)),
    ),
    (("the lines stand in another order", _elsewhere),),
    (
        ("put its entries below those that stand there", _together),
        (ONCE, _once),
    ),
    (
        ("there is a key too many; delete it", _each(rf"(?<=: ){KEY}: +", "")),
        ("a sign is missing here; write it", _signs(_one_more)),
    ),
    (
        ("there is a sign too many here; delete it", _signs(_one_less)),
        (OTHER, _signs(_another)),
    ),
    ((REMARK, _remarked),),
)
# What loses something that was said: tried where nothing else can be read.
LAST: Kind = (
    (QUOTES, _quoted(brackets=True)),
    (REMARK, _each(r"^(\s*)(?=\S)", r"\1# ")),
)
