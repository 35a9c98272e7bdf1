"""How the parts of a page stand: headings, lists, tables and their captions, boxes, and HTML around
them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from safeguarding.pages.lines import FENCE, Line, Lines
from safeguarding.pages.text_rules import TextRule, page_rule, pattern
from safeguarding.problem import Problem

HEADING = re.compile(r"(#{1,6}) +(\S.*)")
POINT = re.compile(r"\s*([-*+]|\d{1,2}\.) ")
ROW = re.compile(r"\s*\|.*\|\s*")
RULER = re.compile(r"\s*\|(\s*:?-{3,}:?\s*\|)+\s*")
BAR = re.compile(r"(?<!\\)\|")
BOX = re.compile(r"\s*!!! (note|warning)( \"[^\"\u201c\u201d]+\")?\s*")
PAIRED = re.compile(
    r"<(/?)(a|b|details|div|dl|em|figure|i|li|noscript|ol|p|section|small|span|strong|table|ul)\b[^<>]*>"
)
CODE = re.compile(r"`[^`]*`")
CAPTION_BEGINS, CAPTION_ENDS = "/// caption", "///"
CAPTION = (
    "a caption stands below its table, like this: a line /// caption, a line with its words, a"
    " line ///"
)
TABLE = "| A | B |\n|---|---|\n| 1 | 2 |\n\n/// caption\nOne and two.\n///"
BARE_TABLE = "| A | B |\n|---|---|\n| 1 | 2 |"
A_BOX = '!!! note "A title"\n\n    Its text.'

# What begins with a letter is text, but for headings as another system has them, like h2.
NO_TEXT = re.compile(r"^[^A-Za-gi-z]")
CAPTION_MARKS = TextRule(
    name="captions_begin_with_three_slashes",
    meaning="A caption stands between a line `/// caption` and a line `///`.",
    pattern=pattern(r"^[^\S\n]*(?:/{2}(?!/)|/{4,}|\\{3}|///(?! caption$|\s*$)).*"),
    cure=CAPTION,
    good=TABLE,
    bad=TABLE.replace("/// caption", "// caption"),
)
LINES = (
    TextRule(
        name="headings_have_a_space",
        meaning="A space stands between the # of a heading and its words.",
        pattern=pattern(r"^#{1,6}(?=[^#\s{])"),
        cure="a heading needs a space after #",
        good="## What we do",
        bad="##What we do",
    ),
    TextRule(
        name="headings_begin_at_the_edge",
        meaning="Nothing stands before the # of a heading.",
        pattern=pattern(r"^[^\S\n]+#{1,6} \S.*"),
        cure="a heading begins at the left edge; delete the spaces before it",
        good="## What we do",
        bad=" ## What we do",
    ),
    TextRule(
        name="headings_have_words",
        meaning="A heading has words.",
        pattern=pattern(r"^#{1,6}\s*$"),
        cure="a heading needs words",
        good="## What we do",
        bad="##",
    ),
    TextRule(
        name="headings_are_written_with_hashes",
        meaning="A heading begins with one # to six of them, as Markdown has it.",
        pattern=pattern(r"^(?:#{7,}|\\#|\uff03+|h[1-6]\. ).*"),
        cure="is no heading; write ##, a space and its words",
        good="## What we do",
        bad="h2. What we do",
    ),
    TextRule(
        name="names_of_headings_are_written_right",
        meaning="The name of a heading stands after its words, like { #a-name }.",
        pattern=pattern(r"^#+ .*\{[^}]*$|^#+ .*\{(?! *[#.:]).*"),
        cure="the name of a heading is not written as it should be, like { #a-name }",
        good="## What we do { #work }",
        bad="## What we do {work}",
    ),
    TextRule(
        name="hyphens_have_a_space",
        meaning="A space stands between the hyphen of a point and its words.",
        pattern=pattern(r"^\s*-(?=[A-Za-z*\[(\"\u201c])"),
        cure="put a space after the hyphen",
        good="- Look.",
        bad="-Look.",
    ),
    TextRule(
        name="points_begin_with_hyphens",
        meaning="A point of a list begins with a hyphen, not with a dot or a dash.",
        pattern=pattern(r"^\s*(?:[\u2022\u25cf\u25aa\u25e6\u2610\u2611\u2713\u00b7]|[–—](?= ))"),
        cure="a point of a list begins with a hyphen and a space: - ",
        good="- Look.",
        bad="\u2022 Look.",
    ),
    TextRule(
        name="numbers_have_a_stop_and_a_space",
        meaning="A point of a numbered list begins with its number, a full stop and a space.",
        pattern=pattern(r"^\s*\d{1,2}\.(?=[^\s\d])|^\s*\d{1,2}\)"),
        cure="a point of a numbered list begins with its number, a full stop and a space: 1. ",
        good="1. Look.",
        bad="1) Look.",
    ),
    TextRule(
        name="points_have_words",
        meaning="A point of a list has words.",
        pattern=pattern(r"^\s*[-*+]\s*$|^\s*- - "),
        cure="a point of a list needs words",
        good="- Look.\n- Listen.",
        bad="- Look.\n-",
    ),
    TextRule(
        name="points_below_points_stand_further_in",
        meaning="A point below a point stands four spaces further in.",
        pattern=pattern(r"^(?: {1,3}| {5,7})[-*+] "),
        cure="a point below a point stands four spaces further in",
        good="- Look.\n    - Listen.",
        bad="- Look.\n  - Listen.",
    ),
    TextRule(
        name="only_heads_have_lines_of_hyphens",
        meaning="A line of hyphens stands only above and below the head of a page.",
        pattern=pattern(r"^-{3,}\s*$"),
        cure="a line --- stands only above and below the head; delete it",
        good="Words, and other words.",
        bad="Words.\n\n---\n\nOther words.",
    ),
    TextRule(
        name="lines_begin_with_spaces",
        meaning="No line begins with a tab.",
        pattern=pattern(r"^\t"),
        cure="a tab; write spaces, or begin at the left edge",
        good="- Look.\n    - Listen.",
        bad="- Look.\n\t- Listen.",
    ),
    TextRule(
        name="boxes_begin_with_three_marks",
        meaning="A box begins with !!! and a space, not as in other systems.",
        pattern=pattern(r"^\s*(?:!{1,2}[ \w]|!!!\w|\?\?\?|:::|> ?\[!).*"),
        cure='is no box; write it like this: !!! note "A title", and below it the text, four spaces'
        " in",
        good=A_BOX,
        bad="> [!NOTE]\n> Its text.",
    ),
    CAPTION_MARKS,
)


def problems(lines: Lines, open_code: int) -> Iterator[Problem]:
    """A Problem for each part of a page that does not stand as it should. `open_code` is the line
    where code opens that does not close, or 0."""
    yield from code_is_closed(lines, open_code)
    parts = lines.only(NO_TEXT)
    of_lines = [problem for rule in LINES for problem in rule.problems(parts)]
    yield from of_lines
    yield from _of_headings(lines)
    if "<" in lines.whole:
        yield from tags_are_closed(lines)
    has_wrong_caption = CAPTION_MARKS.name in {problem.rule for problem in of_lines}
    following = [*lines.paragraphs[1:], []]
    for paragraph, after in zip(lines.paragraphs, following, strict=False):
        yield from _of_table(lines, paragraph, after, has_wrong_caption)
        if not has_wrong_caption:
            yield from captions_are_whole(lines, paragraph)
        yield from _of_boxes(lines, paragraph, after)
        yield from lists_stand_apart(lines, paragraph)
        yield from bold_is_closed(lines, paragraph)
    yield from text_begins_at_the_edge(lines)


@page_rule(good=f"{FENCE}\nmake new\n{FENCE}", bad=f"{FENCE}\nmake new")
def code_is_closed(lines: Lines, opened: int) -> Iterator[Problem]:
    """What is shown as code ends somewhere."""
    if opened:
        yield lines.problem(
            opened, 0, FENCE, f"what opens here does not close; write {FENCE} where it ends"
        )


# Headings.

Heading = tuple[int, int, str]  # the number of its line, its level, its words


def _of_headings(lines: Lines) -> Iterator[Problem]:
    headings = [
        (number, len(match[1]), match[2])
        for number, text in lines
        if text.startswith("#") and (match := HEADING.match(text))
    ]
    yield from pages_have_titles(lines, headings)
    yield from titles_come_first(lines, headings)
    yield from pages_have_one_title(lines, headings)
    yield from no_level_is_left_out(lines, headings)
    yield from headings_of_a_page_differ(lines, headings)


@page_rule(
    file="docs/about/privacy.md",
    good="# Privacy and cookies\n",
    bad="Privacy and cookies\n",
)
def pages_have_titles(lines: Lines, headings: list[Heading]) -> Iterator[Problem]:
    """A page has a title: a heading with one #."""
    if not headings:
        first = lines.lines[0][0] if lines.lines else 1
        yield lines.problem(
            first,
            0,
            "",
            "the page has no title; write # and a space, and then its title, below the head",
        )


@page_rule(
    file="docs/about/privacy.md",
    good="# Privacy and cookies\n",
    bad="## Privacy and cookies\n",
)
def titles_come_first(lines: Lines, headings: list[Heading]) -> Iterator[Problem]:
    """The first heading of a page is its title."""
    for number, level, _ in headings[:1]:
        if level > 1:
            yield lines.problem(
                number,
                0,
                "#" * level,
                "a page begins with its title; write it above, with # and a space before it, or #"
                " here if this is the title",
            )


@page_rule(good="## More", bad="# More")
def pages_have_one_title(lines: Lines, headings: list[Heading]) -> Iterator[Problem]:
    """A page has one title: the headings of its parts have two # or more."""
    for number, level, _ in headings[1:]:
        if level == 1:
            yield lines.problem(
                number, 0, "#", "is a second title; write ## for a part of the page"
            )


@page_rule(good="## More\n\n### And more", bad="### More")
def no_level_is_left_out(lines: Lines, headings: list[Heading]) -> Iterator[Problem]:
    """A heading stands at most one level below the one before."""
    for (_, before, _), (number, level, _) in pairwise(headings):
        if level > before + 1:
            yield lines.problem(
                number,
                0,
                "#" * level,
                f"leaves out a level: the heading above has {'#' * before}; write"
                f" {'#' * (before + 1)}",
            )


@page_rule(good="## More\n\n## And more", bad="## More\n\n## More")
def headings_of_a_page_differ(lines: Lines, headings: list[Heading]) -> Iterator[Problem]:
    """No two headings of a page have the same words."""
    first: dict[str, int] = {}
    for number, _, words in headings:
        if words in first:
            yield lines.problem(
                number,
                0,
                words,
                f"is the heading on line {first[words]} already; change one of them",
            )
        first[words] = number


# HTML.

Tag = tuple[str, int, re.Match[str]]  # its name, the number of its line, and the whole of it


@page_rule(good="<p>Words.</p>", bad="<p>Words.")
def tags_are_closed(lines: Lines) -> Iterator[Problem]:
    """Each tag that encloses something opens and closes, in the order of what stands within."""
    opened: list[Tag] = []
    for number, text in lines:
        if "<" not in text:
            continue
        for tag in PAIRED.finditer(CODE.sub(_blanked, text)):
            if not tag[1]:
                opened.append((tag[2], number, tag))
            elif tag[2] not in (name for name, _, _ in opened):
                yield lines.problem(
                    number,
                    tag.start(),
                    tag[0],
                    "closes what is not open here; delete it, or write where it opens",
                )
            else:
                yield from _closed_by(lines, tag[2], opened)
    yield from (_unclosed(lines, tag) for tag in opened)


def _blanked(code: re.Match[str]) -> str:
    return " " * len(code[0])


def _closed_by(lines: Lines, name: str, opened: list[Tag]) -> Iterator[Problem]:
    """Close the innermost tag of that name; what opened within it and is open still is told."""
    inner = opened.pop()
    while inner[0] != name:
        yield _unclosed(lines, inner)
        inner = opened.pop()


def _unclosed(lines: Lines, tag: Tag) -> Problem:
    name, number, match = tag
    return lines.problem(
        number, match.start(), match[0], f"is not closed; write </{name}> where it ends"
    )


# Tables and their captions.


def _of_table(
    lines: Lines, paragraph: list[Line], after: list[Line], has_wrong_caption: bool
) -> Iterator[Problem]:
    """Problems of one table: what is no table at all is told first, and alone."""
    if not any(text.lstrip().startswith("|") for _, text in paragraph):
        return
    of_shape = list(rows_stand_between_bars(lines, paragraph))
    of_shape = of_shape or list(tables_have_a_line_below_their_first_row(lines, paragraph))
    if of_shape:
        yield from of_shape
        return
    yield from rows_have_the_same_cells(lines, paragraph)
    if not has_wrong_caption:
        yield from tables_have_captions(lines, paragraph, after)


@page_rule(good=TABLE, bad=TABLE.replace("| 1 | 2 |", "1 | 2 |"))
def rows_stand_between_bars(lines: Lines, table: list[Line]) -> Iterator[Problem]:
    """A row of a table begins and ends with |, and nothing else stands among the rows."""
    others = [number for number, text in table if not ROW.fullmatch(text)]
    for number in others[:1]:
        yield lines.problem(
            number,
            0,
            "",
            "a row of a table begins and ends with |, and what is no row needs an empty line"
            " between",
        )


@page_rule(good=TABLE, bad=TABLE.replace("|---|---|\n", ""))
def tables_have_a_line_below_their_first_row(lines: Lines, table: list[Line]) -> Iterator[Problem]:
    """Below the first row of a table stands a line of hyphens and bars."""
    if len(table) < 2 or not RULER.fullmatch(table[1][1]):
        yield lines.problem(
            table[:2][-1][0],
            0,
            "",
            "below its first row a table needs a line like |---|---|, and no empty line within",
        )


@page_rule(good=TABLE, bad=TABLE.replace("| 1 | 2 |", "| 1 2 |"))
def rows_have_the_same_cells(lines: Lines, table: list[Line]) -> Iterator[Problem]:
    """Each row of a table has as many cells as the first."""
    cells = [len(BAR.findall(text)) - 1 for _, text in table]
    for (number, _), count in zip(table, cells, strict=True):
        if count != cells[0]:
            yield lines.problem(
                number,
                0,
                "",
                f"the row has {count} cells, but the first row has {cells[0]}; put a | between"
                " cells, and nowhere else",
            )


@page_rule(good=TABLE, bad=BARE_TABLE)
def tables_have_captions(lines: Lines, table: list[Line], after: list[Line]) -> Iterator[Problem]:
    """A caption stands below each table."""
    if not after or after[0][1].strip() != CAPTION_BEGINS:
        yield lines.problem(table[-1][0], 0, "", f"the table needs a caption: {CAPTION}")


@page_rule(good=TABLE, bad=TABLE.replace("One and two.\n", ""))
def captions_are_whole(lines: Lines, paragraph: list[Line]) -> Iterator[Problem]:
    """A caption begins, has words, and ends, with nothing else in the same lines."""
    begins = [number for number, text in paragraph if text.strip() == CAPTION_BEGINS]
    ends = [number for number, text in paragraph if text.strip() == CAPTION_ENDS]
    is_whole = begins == [paragraph[0][0]] and ends == [paragraph[-1][0]] and len(paragraph) > 2
    marks = begins or ends
    if marks and not is_whole:
        yield lines.problem(marks[0], 0, "", CAPTION)


# Boxes.


def _of_boxes(lines: Lines, paragraph: list[Line], after: list[Line]) -> Iterator[Problem]:
    """Problems of each box that begins in a paragraph: of each the first."""
    for at, (number, text) in enumerate(paragraph):
        if not text.lstrip().startswith("!!! "):
            continue
        below = paragraph[at + 1 :] or after[:1]
        yield from boxes_begin_right(lines, number, text)
        yield from boxes_stand_apart(lines, number, text, at)
        yield from boxes_have_text(lines, number, text, below)


@page_rule(good=A_BOX, bad=A_BOX.replace("note", "beware"))
def boxes_begin_right(lines: Lines, number: int, text: str) -> Iterator[Problem]:
    """A box is a note or a warning, and its title stands between straight quotes."""
    if not BOX.fullmatch(text):
        yield lines.problem(
            number,
            0,
            text.strip(),
            'a box begins like this: !!! note "A title" (or !!! warning), with straight quotes',
        )


@page_rule(good=f"Words.\n\n{A_BOX}", bad=f"Words.\n{A_BOX}")
def boxes_stand_apart(lines: Lines, number: int, text: str, above: int) -> Iterator[Problem]:
    """An empty line stands above a box."""
    if above:
        yield lines.problem(number, 0, text.strip(), "put an empty line above the box")


@page_rule(good=A_BOX, bad='!!! note "A title"\n\nIts text.')
def boxes_have_text(lines: Lines, number: int, text: str, below: list[Line]) -> Iterator[Problem]:
    """The text of a box stands below it, four spaces further in."""
    inside = len(text) - len(text.lstrip()) + 4
    if not below or any(not line.startswith(" " * inside) for _, line in below):
        yield lines.problem(
            number, 0, text.strip(), f"the text of a box stands below it, {inside} spaces in"
        )


# Lists and text.


@page_rule(good="Please:\n\n- look", bad="Please:\n- look")
def lists_stand_apart(lines: Lines, paragraph: list[Line]) -> Iterator[Problem]:
    """An empty line stands above a list: right below a sentence it is none."""
    first = paragraph[0][1]
    if POINT.match(first) or first.lstrip().startswith(("!!!", "|", "<")):
        return
    points = (number for number, text in paragraph[1:] if POINT.match(text))
    number = next(points, None)
    if number:
        yield lines.problem(number, 0, "", "put an empty line above the list")


@page_rule(good="**Look** at it.", bad="**Look at it.")
def bold_is_closed(lines: Lines, paragraph: list[Line]) -> Iterator[Problem]:
    """Two stars stand on both sides of what is bold, in the same paragraph."""
    starred = [(number, text) for number, text in paragraph if "**" in text]
    if sum(text.count("**") for _, text in starred) % 2:
        number, text = starred[-1]
        yield lines.problem(
            number,
            text.rindex("**"),
            "**",
            "opens or closes alone; write ** on both sides of the words, or delete it",
        )


@page_rule(good="Words.\n\nOther words.", bad="Words.\n\n    Other words.")
def text_begins_at_the_edge(lines: Lines) -> Iterator[Problem]:
    """Text four spaces in belongs to a point or a box above it: below anything else it becomes a
    grey box."""
    holds = False
    for paragraph in lines.paragraphs:
        number, text = paragraph[0]
        if not text.startswith("    "):
            holds = bool(POINT.match(text)) or text.startswith("!!!")
        elif not holds and "<" not in text:
            yield lines.problem(
                number,
                0,
                "",
                "four spaces at its start make a grey box of the text; begin at the left edge",
            )
