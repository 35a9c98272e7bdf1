"""Tables, lists and headings that Word shows with tabs, signs and bold letters: here they would run
together. Each is told with the lines that it would be."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from safeguarding.pasted.kinds import Kind, Line, found, masked
from safeguarding.pasted.mail import MARKING
from safeguarding.problem import Edit, Problem

# What a point begins with: signs that mean nothing else there; letters of a font of signs, which
# mean one before a tab, or where two lines begin with them; and counters.
SIGNS = "[•●▪◦☐☑✓✔·‣➢➤►▶■□◆❖\uf000-\uf0ff]"
LETTERS = "[–—§oØüvqð]"
LETTER = r"(?:[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4})"
COUNTER = rf"\(?(?:{LETTER}|\d{{1,2}})\)|{LETTER}\.|\d{{1,2}}(?:\.\d{{1,2}})+\.?"
MARK = re.compile(
    rf"(?P<in>\s*)(?:(?P<mark>(?P<sign>{SIGNS}\s*|-(?=[A-Za-z*\[(\"\u201c]))"
    rf"|(?P<letter>{LETTERS}|{COUNTER})(?P<gap>\s+))|(?P<ours>[-*+]|\d{{1,2}}\.)\s+)(?=\S)"
)
ALONE = re.compile(r"[–—§o]|\(?\d\)|[a-z]\)")  # tells a point by itself, without a tab
DASH = re.compile(r"\s*[–—] ")  # within a sentence, where a line may begin with it
NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")  # a paragraph with a number of its own
BOLD = re.compile(r"(\*{2,3}|__)(?=\S)((?:(?!\*\*|__|\[\[|\]\().)*?\S)\1\s*")
ITALIC = re.compile(r"(\*|_)(?=[A-Z])((?:(?!\1|\[\[|\]\().){1,60}\w)\1\s*")
CAPITALS = re.compile(r"()((?=.{8})[A-Z][A-Z0-9’'()&,/-]*(?: [A-Z0-9’'()&,/-]+)+)\s*")
HEADING = re.compile(r"(#{1,6})\s")
ENDED = re.compile(r"\[|[.,;:!?…–—\-|>\\(]\s*$|  $|\b(?:the|a|an|of|and|or|to|in|for|by|with|on)$")
A_TABLE = "columns of Word, which readers would see as one line; a table has | between its cells"
A_TAB = (
    "a tab, which readers would see as a space; write a table with | between its cells, or a space"
)
A_POINT = "a point of a list begins with a hyphen and a space: - "
A_NUMBER = "begins a paragraph, which needs an empty line above it, and a space behind its number"
A_HEADING = (
    "looks like a heading and is none, so that who cannot see it would miss it; a heading begins"
    " with ##, and a sentence that is meant so ends with a full stop"
)
RUN_IN = (
    "would run into the next line; a heading begins with ##, and a paragraph ends in an empty line"
)
CONTENTS = "a list of contents with pages of paper; delete it, for “On this page” comes by itself"


# Tables.


def _tables(name: str, lines: Sequence[Line]) -> Iterator[Problem]:
    for block in _blocks(lines, lambda text: _cells(text) > 1):
        rows = [line for line in block if line[1].strip()]
        at = rows[0][1].lstrip("\t").find("\t")
        if len(rows) == 1:
            if "\t" in rows[0][1].strip():
                yield found(name, rows[0], at, "", A_TAB)
        elif (
            all(re.search(r"\t\s*\d{1,3}\s*$", text) for _, text in rows)
            and _cells(rows[0][1]) == 2
        ):
            yield found(name, rows[0], at, "", CONTENTS, _edit(block, []))
        else:
            message = _of_more(A_TABLE, len(rows) - 1)
            yield found(name, rows[0], at, "", message, _edit(block, _table(rows)))


def _cells(text: str) -> int:
    """How many cells a line has that tabs cut; 1 where a tab only stands behind the mark of a
    point."""
    mark = MARK.match(text)
    if "\t" not in text.lstrip() or (mark and "\t" not in text[mark.end() :]):
        return 1
    return text.count("\t") + 1


def _table(rows: Sequence[Line]) -> list[str]:
    width = max(_cells(text) for _, text in rows)
    table = []
    for _, text in rows:
        cells = [cell.strip().replace("|", "\\|") for cell in text.split("\t")]
        table.append("| " + " | ".join(cells + [""] * (width - len(cells))) + " |")
    return [table[0], "|" + "---|" * width, *table[1:]]


# Lists.


def _lists(name: str, lines: Sequence[Line]) -> Iterator[Problem]:
    texts = dict(lines)
    for block in _blocks(lines, _is_point):
        points = [(line[0], MARK.match(line[1])) for line in block if line[1].strip()]
        marks = {number: mark for number, mark in points if mark}
        before = texts.get(block[0][0] - 1, "").strip()
        wrong = next((number for number in marks if _is_told(number, marks)), None)
        if wrong is not None and not (DASH.match(block[0][1]) and before[-1:].isalnum()):
            mark = marks[wrong]
            after = texts.get(block[-1][0] + 1, "").strip()
            new = [*[""] * bool(before), *_points([*marks.values()]), *[""] * bool(after)]
            message = A_NUMBER if NUMBERED.fullmatch(mark["letter"] or "") else A_POINT
            field, at = mark["mark"].strip(), mark.start("mark")
            more = sum(number > wrong and _is_told(number, marks) for number in marks)
            told = _of_more(message, more)
            yield found(name, (wrong, ""), at, field, told, _edit(block, new))


def _is_point(text: str) -> bool:
    return bool(MARK.match(text)) and _cells(text) == 1


def _is_told(number: int, marks: Mapping[int, re.Match[str]]) -> bool:
    """Whether it is the mark of a point: by itself, before a tab, or with one alike on the next
    line."""
    mark = marks[number]
    if not mark["mark"]:
        return False
    letter = mark["letter"]
    beside = [marks[at] for at in (number - 1, number + 1) if at in marks]
    is_one_of_several = any(_kind(other) == _kind(mark) for other in beside)
    return is_one_of_several or not letter or "\t" in mark["gap"] or bool(ALONE.fullmatch(letter))


def _kind(mark: re.Match[str]) -> str:
    """What marks of one list have in common."""
    text = (mark["ours"] or mark["mark"]).strip()
    if NUMBERED.fullmatch(text):
        return f"1.{text.strip('.').count('.')}"
    if not re.fullmatch(COUNTER, text):
        return "1." if text[:-1].isdigit() else text
    return re.sub("[a-z]+", "a", re.sub(r"\d+", "1", text), flags=re.I)


def _points(marks: Sequence[re.Match[str]]) -> list[str]:
    """The points as Markdown has them: those with another mark below, four spaces further in."""
    levels: list[str] = []
    written: list[str] = []
    for mark in marks:
        kind, rest = _kind(mark), mark.string[mark.end() :].rstrip()
        if kind in levels:
            del levels[levels.index(kind) + 1 :]
        else:
            levels.append(kind)
        if NUMBERED.fullmatch(mark["letter"] or ""):
            levels.clear()
            written += [*([""] if written else []), f"{mark['letter']} {rest}"]
        else:
            written.append(" " * 4 * (len(levels) - 1) + _begun(mark) + rest)
    return written


def _begun(mark: re.Match[str]) -> str:
    counter = re.sub(r"[().]", "", mark["letter"] or "")
    if mark["ours"]:
        return f"{mark['ours']} "
    if counter.isdigit():
        return f"{counter}. "
    return f"- ({counter}) " if re.fullmatch(COUNTER, mark["letter"] or "") else "- "


# Headings.


def _look_alikes(name: str, lines: Sequence[Line]) -> Iterator[Problem]:
    above = before = ""
    for line, below in pairwise([*lines, (0, "")]):
        heading = HEADING.match(line[1])
        above = heading[1] if heading else above
        is_alone = not before.strip() and not below[1].strip()
        before = line[1]
        alike = BOLD.fullmatch(line[1]) or (is_alone and _in_other_letters(line[1]))
        if (
            alike
            and not MARKING.match(line[1])
            and len(alike[2]) <= 80
            and not alike[2].endswith((".", "!", ":"))
        ):
            new = [""] if below[1].strip() else []
            words = alike[2]
            marks = [above, f"{above}#"] if len(above) > 1 else ["##"]
            cures = [Edit(line[0], (line[1],), (f"{mark} {words}", *new)) for mark in marks]
            yield found(name, line, 0, words, A_HEADING, *cures)


def _in_other_letters(text: str) -> re.Match[str] | None:
    """A line in italics or in capitals."""
    return ITALIC.fullmatch(text) or CAPITALS.fullmatch(text)


def _run_in(name: str, lines: Sequence[Line]) -> Iterator[Problem]:
    before = ""
    for line, below in pairwise([*lines, (0, "")]):
        if not before.strip() and _runs_in(line[1], below[1]):
            cures = [
                Edit(line[0], (line[1],), (f"## {line[1]}", "")),
                Edit(line[0], (line[1],), (line[1], "")),
            ]
            yield found(name, line, 0, line[1], RUN_IN, *cures)
        before = line[1]


def _runs_in(text: str, below: str) -> bool:
    """Whether a line breaks off long before its paragraph is as wide, as a heading does."""
    words = masked(text)
    is_plain = bool(re.match(r"[A-Z0-9]", words)) and "·" not in words and not ENDED.search(words)
    first, _, _ = below.partition(" ")
    return is_plain and bool(re.match("[A-Z]", below)) and len(f"{text} {first}") < 0.6 * len(below)


# Lines that stand together.


def _of_more(message: str, more: int) -> str:
    return f"{message} ({more} more below)" if more else message


def _blocks(lines: Sequence[Line], is_one: Callable[[str], bool]) -> Iterator[list[Line]]:
    """Lines of that kind that stand together, with single empty lines between them."""
    block: list[Line] = []
    for line in lines:
        if is_one(line[1]):
            block.append(line)
        elif block and (line[1].strip() or not block[-1][1].strip()):
            yield _without_end(block)
            block = []
        elif block:
            block.append(line)
    if block:
        yield _without_end(block)


def _without_end(block: list[Line]) -> list[Line]:
    return block if block[-1][1].strip() else block[:-1]


def _edit(block: Sequence[Line], new: Sequence[str]) -> Edit:
    return Edit(block[0][0], tuple(text for _, text in block), tuple(new))


SHAPES = (
    Kind(
        name="tabs_make_no_columns",
        meaning="No tab stands between words: it makes no columns.",
        good="Ann 1",
        bad="Ann\t1",
        find=_tables,
    ),
    Kind(
        name="points_begin_with_hyphens",
        meaning="A point of a list begins with a hyphen and a space, not with a dot, a dash or a"
        " letter.",
        good="- Look.",
        bad="\u2022 Look.",
        find=_lists,
    ),
    Kind(
        name="headings_are_not_bold_text",
        meaning="A heading is written as one: a paragraph all in bold, in italics or in capitals is"
        " none.",
        good="**Tell someone.**",
        bad="**What we will do**",
        find=_look_alikes,
    ),
    Kind(
        name="headings_stand_apart",
        meaning="A heading does not run into its paragraph.",
        good="Words that go on\nin the next line.",
        bad="Introduction\nThe board has a duty, which the law sets out.",
        find=_run_in,
    ),
)
