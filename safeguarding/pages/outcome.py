"""What readers would see wrong in a page that was made, however its author wrote it: headings,
tables, boxes, points and text. Its HTML is judged in `tags`; marks that are left in its text are
among the `slips`."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from safeguarding.pages import tags
from safeguarding.pages.addresses import Targets
from safeguarding.pages.rendered import EDGE, TAG, WITHIN, Rendered, Span, Tag, as_meant
from safeguarding.pages.slips import A_BOX, CAPTION, SHOWN, TABLE
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Problem

HEADING = re.compile(r"<h([1-6])\b[^<>]*>(.*?)</h\1>", re.S)
EMPTY = re.compile(
    r"<(h[1-6]|li|figcaption|a(?= [^<>]*href))\b[^<>]*"
    r"(?:/>|>\s*(?:</\1>|<[ou]l\b))"
)
TABLES = re.compile(r"(</figcaption>\s*)?<table\b[^<>]*>(?!\s*<caption).*?</table>", re.S)
NO_CAPTION = re.compile(
    r"^[^\S\n]*/// caption\b.*\n(?!(?:(?!\s*///).*\S.*\n)+[^\S\n]*///[^\S\n]*$)", re.M
)
ALMOST_CAPTION = re.compile(r"\s*[/\\]")  # which is told for itself
BOX = re.compile(
    r'<div by="markdown" class="admonition ([^"]*)">\s*'
    r'(?:<p by="markdown" class="admonition-title">[^\n]*</p>)?(\s*</div>)?'
)
GREY = re.compile(r'<pre by="markdown">.*?</pre>', re.S)
# A line that begins one point: how far in it stands, and its mark.
POINT = re.compile(r"([ >]*)([-*+]|\d+[.)]) +(?!(?:[-*+]|\d+[.)]) )")
ALMOST_A_POINT = re.compile(r" (?!.*\|)(?:\*\*)?[\w(\[\"\u201c]")
PAIR, COUNTING = re.compile(r"\([^()]*\)"), re.compile(r"\b(?:\d{1,2}|[a-z]|[ivx]+)\)")
A_LITTLE_IN = re.compile(r" {1,3}(?![\s<\[]|[-*+] |\d+[.)] )")
BEGINS = re.compile(r"<(?:p|li|t[dh]|h[1-6]|dd|div)\b[^<>]*>")
ROW, EMPTY_CELL = re.compile(r"<tr\b.*?</tr>", re.S), re.compile(r"<t[dh]\b[^<>]*></t[dh]>")
# Rules of marks with which Markdown does something, but not within HTML.
OF_MARKDOWN_ALONE = (
    "no_bracket_is_left",
    "no_point_is_left",
    "no_hash_is_left",
    "no_bar_is_left",
    "no_mark_of_words_is_left",
)
WITHIN_HTML = (
    'readers would see it as it is, for Markdown does nothing within HTML; write markdown="1" in'
    " the tag around it"
)
LEFT_EMPTY = re.compile(r"\|[^\S\n]+(?=\|)")  # a cell, on purpose
# What has no words, by its tag: what its author wrote looks like this; what to say.
WITHOUT_WORDS = {
    "h": (r"^[^\S\n]*#+[^\S\n]*(?:\{.*)?$", "a heading needs words"),
    "l": (r"^[ >]*(?:[-*+]|\d+[.)])(?:\s*$|\s+[-*+]\s)", "a point of a list needs words"),
    "f": (r"^[^\S\n]*///", CAPTION),
    "a": (
        r"(?<!!)\[\]\(?|></a>",
        "a link needs words to press; write them between the square brackets",
    ),
}


class Heading(NamedTuple):
    """A heading of a page, by the number of its line. Its level is written as in Markdown: ##."""

    number: int
    level: str
    words: str


def problems(page: Rendered, targets: Targets) -> Iterator[Problem]:
    """A Problem for each thing that readers would see wrong. What follows a tag that does not close
    may be wrong for that alone."""
    if page.too_deep:
        yield from parts_stand_in_few_others(page)
        return
    yield from tags.problems(page, targets)
    unpaired = list(tags.tags_are_closed(page))
    if all(problem.field.startswith("</") for problem in unpaired):
        yield from _of_text(page)
        yield from _of_parts(page)
    yield from unpaired


def _of_parts(page: Rendered) -> Iterator[Problem]:
    yield from _of_headings(page)
    yield from links_end_once(page)
    yield from what_is_made_has_words(page)
    yield from rows_have_the_same_cells(page)
    yield from tables_have_captions(page)
    yield from captions_are_whole(page)
    yield from _of_boxes(page)
    yield from text_begins_at_the_edge(page)
    yield from text_of_points_stands_four_spaces_in(page)
    yield from _of_lists(page)
    yield from tags.anchors_differ(page)
    yield from no_words_are_lost(page)
    yield from no_line_stands_twice(page)
    yield from lines_go_on_at_the_edge(page)
    yield from round_brackets_are_closed(page)


# Text.


def _of_text(page: Rendered) -> Iterator[Problem]:
    """A Problem for each mark that is left in what readers see: of each kind the first in a
    paragraph or a cell, for the others mostly follow from it."""
    shown, spans = page.shown
    texts = dict(shown)
    paragraph = {at: numbers[0] for numbers, _ in page.paragraphs for at in numbers}
    for rule in SHOWN:
        told: set[int] = set()
        for problem in rule.problems(shown):
            line, column = problem.place.line, problem.place.column - 1
            if paragraph[line] not in told:
                told.add(paragraph[line])
                if rule.name in OF_MARKDOWN_ALONE and _is_within_html(page, spans[line][0]):
                    problem = replace(problem, message=WITHIN_HTML)
                yield _where_written(
                    page, problem, texts[line][column:], texts[line][:column], spans[line]
                )


def _where_written(page: Rendered, problem: Problem, text: str, above: str, span: Span) -> Problem:
    """The same at the place that its author wrote. `text` is what readers see from there on."""
    sign = problem.field.strip(EDGE).split(EDGE)[0]
    before, _, after = text.partition(sign)
    around = (f"\n{above}{before}".rpartition(EDGE)[2], f"{after}\n".partition(EDGE)[0])
    place = page.place(span, re.escape(sign), around)
    return replace(problem, place=place, field=as_meant(sign))


def _is_within_html(page: Rendered, at: int) -> bool:
    """Whether the block there was written as HTML, in which Markdown does nothing."""
    opened: list[Tag] = []
    for tag in page.tags:
        if tag.span[0] > at:
            break
        if tag.closes and opened and opened[-1].name == tag.name:
            opened.pop()
        elif not tag.closes and tag.name not in tags.UNPAIRED and not WITHIN.fullmatch(tag.whole):
            opened.append(tag)
    return bool(opened) and opened[-1].is_written


@page_rule(good="> Look.", bad=f"{'> ' * 51}Look.")
def parts_stand_in_few_others(page: Rendered) -> Iterator[Problem]:
    """No part of a page stands in more than 50 others: lists in lists, quotes in quotes."""
    if page.too_deep:
        message = "stands too deep in lists, quotes or boxes; take them apart"
        yield page.lines.problem(page.too_deep, 0, "", message)


@page_rule(
    good="| A | B |\n|---|---|\n| 1 | `x` |\n\n/// caption\nOne.\n///",
    bad="| A | B |\n|---|---|\n| 1 | 2 | three |\n\n/// caption\nOne.\n///",
)
def no_words_are_lost(page: Rendered) -> Iterator[Problem]:
    """All words of a page reach its readers, also those of a row with a cell too many."""
    for number in page.lost():
        yield page.lines.problem(
            number,
            0,
            "",
            "no reader would see some of these words; a row has as many cells as the first, and"
            " what begins with < or { is no text",
        )


@page_rule(good="Words.\n\nOther words.", bad="Words.\nWords.")
def no_line_stands_twice(page: Rendered) -> Iterator[Problem]:
    """No line of words is the same as the one above."""
    for (_, above), (number, text) in pairwise(page.lines.without_code):
        if text == above and re.search(r"\w", TAG.sub("", text)):
            yield page.lines.problem(number, 0, "", "the line above says the same; delete one")


@page_rule(good="- Look.\n- Listen.", bad="- Look.\n Listen.")
def lines_go_on_at_the_edge(page: Rendered) -> Iterator[Problem]:
    """No single space begins a line below another: the two would become one."""
    for (_, above), (number, text) in pairwise(page.lines.without_code):
        if above.strip() and ALMOST_A_POINT.match(text):
            message = "is part of the line above; begin with - and a space, or at the left edge"
            yield page.lines.problem(number, 0, "", message)


@page_rule(good="One (or two).", bad="One (or two.")
def round_brackets_are_closed(page: Rendered) -> Iterator[Problem]:
    """Each round bracket opens and closes in its paragraph."""
    shown, _ = page.shown
    for numbers, span in page.paragraphs:
        text = "\n".join(shown.lines[at][1] for at in numbers)
        alone = re.search(r"[()]", _without_pairs(text))
        if alone:
            at, message = alone.start(), "opens or closes alone; write the other, or delete it"
            problem = page.lines.problem(0, 0, text[at], message)
            yield _where_written(page, problem, text[at:], text[:at], span)


def _without_pairs(text: str) -> str:
    """A text of the same length without round brackets that open and close, or end a letter or a
    number that counts."""
    while PAIR.search(text):
        text = PAIR.sub(lambda pair: "w" * len(pair[0]), text)
    return COUNTING.sub(lambda number: "w" * len(number[0]), text)


# Headings.


def _of_headings(page: Rendered) -> Iterator[Problem]:
    headings = [
        Heading(
            page.place(match.span(), "").line,
            "#" * int(match[1]),
            as_meant(html.unescape(TAG.sub("", match[2]))).strip(),
        )
        for match in HEADING.finditer(page.html)
    ]
    yield from headings_stand_alone(page, headings)
    yield from pages_begin_with_a_title(page, headings)
    yield from pages_have_one_title(page, headings)
    yield from no_level_is_left_out(page, headings)
    yield from headings_of_a_page_differ(page, headings)


@page_rule(good="## More", bad="- ## More")
def headings_stand_alone(page: Rendered, headings: list[Heading]) -> Iterator[Problem]:
    """A heading is no point of a list."""
    for heading in headings:
        if POINT.match(page.text_of(heading.number)):
            message = "a heading begins at the left edge, and is no point of a list"
            yield page.lines.problem(heading.number, 0, "", message)


@page_rule(
    file="docs/about/privacy.md", good="# Privacy and cookies\n", bad="## Privacy and cookies\n"
)
def pages_begin_with_a_title(page: Rendered, headings: list[Heading]) -> Iterator[Problem]:
    """The first heading of a page is its title, with one #."""
    if not headings:
        message = "the page has no title; write # and a space, and then its title, below the head"
        yield page.lines.problem(page.lines.lines[0][0], 0, "", message)
    elif headings[0].level != "#":
        message = (
            "a page begins with its title; write it above, with # and a space before it, or # here"
            " if this is the title"
        )
        yield page.lines.problem(headings[0].number, 0, headings[0].level, message)


@page_rule(good="## More", bad="More\n====")
def pages_have_one_title(page: Rendered, headings: list[Heading]) -> Iterator[Problem]:
    """A page has one title: the headings of its parts have two # or more."""
    for heading in headings[1:]:
        if heading.level == "#":
            message = "is a second title; write ## for a part of the page"
            yield page.lines.problem(heading.number, 0, "#", message)


@page_rule(good="## More\n\n### And more", bad="### More")
def no_level_is_left_out(page: Rendered, headings: list[Heading]) -> Iterator[Problem]:
    """A heading stands at most one level below the one before."""
    for above, heading in pairwise(headings):
        if len(heading.level) > len(above.level) + 1:
            message = (
                f"leaves out a level: the heading above has {above.level}; write #{above.level}"
            )
            yield page.lines.problem(heading.number, 0, heading.level, message)


@page_rule(good="## More\n\n## And more", bad="## More\n\n## More")
def headings_of_a_page_differ(page: Rendered, headings: list[Heading]) -> Iterator[Problem]:
    """No two headings of a page have the same words."""
    first: dict[str, int] = {}
    for heading in headings:
        if heading.words in first:
            line = first[heading.words]
            message = f"is the heading on line {line} already; change one of them"
            yield page.lines.problem(heading.number, 0, heading.words, message)
        elif heading.words:
            first[heading.words] = heading.number


# What has words: points, cells, captions, links.


@page_rule(good="## More", bad="##")
def what_is_made_has_words(page: Rendered) -> Iterator[Problem]:
    """A heading, a point of a list, a caption and a link have words."""
    for match in EMPTY.finditer(page.html):
        looks, message = WITHOUT_WORDS[match[1][0]]
        yield page.problem(match.span(), "", message, looks)


@page_rule(good=TABLE.replace("| 1 |", "|  |"), bad=TABLE.replace("| 1 | 2 |", "| 1 2 |"))
def rows_have_the_same_cells(page: Rendered) -> Iterator[Problem]:
    """Each row of a table has as many cells as the first; one may be left empty, with a space."""
    for row in ROW.finditer(page.html):
        numbers = page.numbers_in(row.span())
        empty = len(EMPTY_CELL.findall(row[0]))
        if numbers and empty > len(LEFT_EMPTY.findall(page.text_of(numbers[0]))):
            message = "the row has fewer cells than the first; put a | between cells"
            yield page.lines.problem(numbers[0], 0, "", message)


@page_rule(good=TABLE, bad=TABLE.partition("\n\n")[0])
def tables_have_captions(page: Rendered) -> Iterator[Problem]:
    """A caption stands below each table."""
    for table in TABLES.finditer(page.html):
        number = max(page.numbers_in(table.span()), default=page.lines.lines[0][0])
        below = next((text for at, text in page.lines if at > number and text.strip()), "")
        if not table[1] and not ALMOST_CAPTION.match(below):
            yield page.lines.problem(number, 0, "", f"the table needs a caption: {CAPTION}")


@page_rule(good=TABLE, bad=TABLE.removesuffix("\n///") + "\n\nWords.")
def captions_are_whole(page: Rendered) -> Iterator[Problem]:
    """A caption has words, and ends: otherwise all that follows becomes part of it."""
    text = page.lines.without_code.whole
    for caption in NO_CAPTION.finditer(text):
        number = page.lines.lines[text.count("\n", 0, caption.start())][0]
        yield page.lines.problem(number, 0, "", CAPTION)


@page_rule(good="[words](../glossary.md)", bad="[words](../glossary.md))")
def links_end_once(page: Rendered) -> Iterator[Problem]:
    """One ) ends a link."""
    for end in re.finditer(r"</a>\)", page.html):
        above = TAG.sub("", BEGINS.split(page.html[: end.start()])[-1])
        if above.count("(") <= above.count(")"):  # otherwise it ends a remark
            yield replace(page.problem(end.span(), "))", "is one too many; delete it"), field=")")


# Boxes, code and lists.


def _of_boxes(page: Rendered) -> Iterator[Problem]:
    for box in BOX.finditer(page.html):
        yield from boxes_begin_right(page, box)
        yield from boxes_have_text(page, box)


@page_rule(good=A_BOX, bad=A_BOX.replace("note", "beware"))
def boxes_begin_right(page: Rendered, box: re.Match[str]) -> Iterator[Problem]:
    """A box is a note or a warning, and its title stands between straight quotes."""
    if box[1] not in ("note", "warning"):
        message = (
            'a box begins like this: !!! note "A title" (or !!! warning), with straight quotes'
        )
        yield page.problem((box.start(), box.start()), "!!!", message)


@page_rule(good=A_BOX, bad='!!! note "A title"\n\nIts text.')
def boxes_have_text(page: Rendered, box: re.Match[str]) -> Iterator[Problem]:
    """The text of a box stands below it, four spaces further in."""
    if box[2]:
        message = "the text of a box stands below it, four spaces further in"
        yield page.problem((box.start(), box.start()), "!!!", message)


@page_rule(good="Words.\n\nOther words.", bad="Words.\n\n    Other words.")
def text_begins_at_the_edge(page: Rendered) -> Iterator[Problem]:
    """Text four spaces in belongs to a point or a box above it: below anything else it becomes a
    grey box."""
    for grey in GREY.finditer(page.html):
        message = "four spaces at its start make a grey box of the text; begin at the left edge"
        yield page.problem(grey.span(), "", message)


@page_rule(good="- Look.\n\n    Then listen.", bad="- Look.\n\n  Then listen.")
def text_of_points_stands_four_spaces_in(page: Rendered) -> Iterator[Problem]:
    """Text of a point below an empty line stands four spaces in: otherwise it ends the list."""
    for above, below in pairwise(page.lines.without_code.paragraphs):
        number, text = below[0]
        if POINT.match(above[0][1]) and A_LITTLE_IN.match(text):
            message = "text of the point above stands four spaces in; other text at the left edge"
            yield page.lines.problem(number, 0, "", message)


def _of_lists(page: Rendered) -> Iterator[Problem]:
    """Problems of each point, with the kind of its list, the line of its first point, and the marks
    of the points so far."""
    lists: list[tuple[str, int, list[str]]] = []
    for tag in page.tags:
        if tag.name in ("ol", "ul") and tag.closes:
            del lists[-1:]  # if any is open
        elif tag.name in ("ol", "ul"):
            lists.append((tag.name, page.number_after(tag.span), []))
        elif tag.name == "li" and lists and not tag.closes and not tag.is_written:
            kind, first, marks = lists[-1]
            number = page.number_after(tag.span)
            begins, begun = (POINT.match(page.text_of(line)) for line in (number, first))
            marks.append(begins[2] if begins else "")
            if begins:
                yield from numbers_are_kept(page, number, begins, kind, number == first)
                yield from numbers_count_on(page, number, begins, marks)
            if begins and begun:
                yield from points_below_points_stand_further_in(page, number, begins, begun)


@page_rule(good="- Look.\n    - Listen.", bad="- Look.\n  - Listen.")
def points_below_points_stand_further_in(
    page: Rendered, number: int, point: re.Match[str], first: re.Match[str]
) -> Iterator[Problem]:
    """A point below a point stands four spaces further in."""
    if len(point[1]) > len(first[1]) + 1:
        message = "a point below a point stands four spaces further in"
        yield page.lines.problem(number, point.start(2), point[2], message)


@page_rule(good="1. Look.\n2. Listen.", bad="- Look.\n\n1. Listen.")
def numbers_are_kept(
    page: Rendered, number: int, point: re.Match[str], kind: str, is_first: bool
) -> Iterator[Problem]:
    """A numbered list begins with 1, and has no points without a number."""
    message = ""
    counts = point[2][:-1].isdigit()
    if counts is not (kind == "ol"):
        change = "lose its number" if counts else "have a number"
        message = f"would {change} in the list above; put a line of text between two lists"
    elif counts and is_first and point[2][:-1] not in ("0", "1"):
        message = (
            "would be 1. where a list begins; put text that stands within the list four spaces in,"
            " or write \\. after a number that begins no list"
        )
    if message:
        yield page.lines.problem(number, point.start(2), point[2], message)


@page_rule(good="1. Look.\n2. Listen.", bad="1. Look.\n3. Listen.")
def numbers_count_on(
    page: Rendered, number: int, point: re.Match[str], marks: list[str]
) -> Iterator[Problem]:
    """The numbers of a list count on by one, or are all 1."""
    shown = f"{len(marks)}."
    are_numbers = all(mark[:-1].isdigit() for mark in marks)
    if are_numbers and len(marks) > 1 and point[2] != shown and {*marks} != {"1."}:
        message = f"would be {shown} to readers; write that, or put text between two lists"
        yield page.lines.problem(number, point.start(2), point[2], message)
