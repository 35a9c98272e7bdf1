"""What certainly does something in Markdown: words in bold, links, lists, tables, captions, boxes
and headings, each in its plainest shape.

What is left of a page without them shows whether it has to be made at all to see what readers see.
Here something may be left that does work, never the other way round.
"""

import re
from collections.abc import Iterator
from itertools import groupby

EDGE = "\ue000"  # stands where a tag within a line begins or ends
LINK = re.compile(r"\[([^\[\]*_`<>{}|\\\n]+)\]\([^\s()\[\]<>{}\"'*`\\|]+\)")
BOLD = re.compile(r"(?<!\*)\*\*(?![\s*])([^*\n\[\]_`<>{}|\\]+)(?<!\s)\*\*(?!\*)")
HEADING = re.compile(r"#{1,6} ([^#\s{][^#{]*?)(?: \{ ?#[a-z][a-z0-9-]* ?\})?")
ANCHORS = re.compile(r'<p>(?:<span id="[a-z0-9-]+"></span>)+</p>')  # which nobody sees
POINTS = (re.compile(r"(?:    )?- (?=\S)"), re.compile(r"(?:    )?\d{1,2}\. (?=\S)"))
BOX = re.compile(r'!!! (?:note|warning)(?: "([^"]+)")?')
ROW = re.compile(r"\|.*\|")
RULER = re.compile(r"\|(?: ?:?-{3,}:? ?\|)+")
CAPTION_BEGINS, CAPTION_ENDS = "/// caption", "///"
INSIDE = "    "  # before what belongs to the point or the box above


def leftovers(texts: list[str]) -> str:
    """The lines of a page without the marks that certainly do something. What begins a line for
    readers begins one here too."""
    left = "\n".join(
        line
        for is_text, lines in groupby(texts, key=lambda text: bool(text.strip()))
        for line in (_paragraph(list(lines)) if is_text else [""])
    )
    return _without_links(BOLD.sub(_within_edges, _without_links(left)))


def _without_links(text: str) -> str:
    return LINK.sub(_within_edges, text)


def _within_edges(match: re.Match[str]) -> str:
    return f"{EDGE}{match[1]}{EDGE}"


def _paragraph(lines: list[str]) -> list[str]:
    """What is left of the lines that stand together, at the left edge."""
    heading = HEADING.fullmatch(lines[0])
    if heading and len(lines) == 1:
        return [heading[1]]
    if len(lines) == 1 and ANCHORS.fullmatch(lines[0]):
        return [""]
    return _block(lines)


def _block(lines: list[str]) -> list[str]:
    """The same, also within a point or a box. In a heading it is told that it stands there."""
    if all(line.startswith(INSIDE) for line in lines):
        return _block(_further_out(lines))
    if _is_table(lines):
        return [cell for row in (lines[0], *lines[2:]) for cell in row.split("|")]
    if _is_caption(lines):
        return lines[1:-1]
    box = BOX.fullmatch(lines[0])
    if box and all(line.startswith(INSIDE) for line in lines[1:]):
        return [box[1] or "", *_rest_of_box(lines[1:])]
    return list(_without_points(lines))


def _further_out(lines: list[str]) -> list[str]:
    return [line.removeprefix(INSIDE) for line in lines]


def _rest_of_box(lines: list[str]) -> list[str]:
    return _block(_further_out(lines)) if lines else []


def _is_table(lines: list[str]) -> bool:
    """Whether the lines are the rows of a table, each with as many cells."""
    if len(lines) < 2 or not RULER.fullmatch(lines[1]):
        return False
    bars = lines[0].count("|")
    return all(ROW.fullmatch(line) and line.count("|") == bars for line in lines)


def _is_caption(lines: list[str]) -> bool:
    is_enclosed = lines[0] == CAPTION_BEGINS and lines[-1] == CAPTION_ENDS
    return is_enclosed and len(lines) > 2


def _without_points(lines: list[str]) -> Iterator[str]:
    """The lines without the marks of a list, if a list begins with the first of them."""
    mark = next((mark for mark in POINTS if mark.match(lines[0])), None)
    for line in lines:
        yield mark.sub("", line, count=1) if mark and mark.match(line) else line
