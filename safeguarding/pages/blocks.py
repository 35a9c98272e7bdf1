"""Slips in how the parts of a page stand: headings, lists, tables and their captions, boxes, and
HTML around them."""

import re

HEADING = re.compile(r"(#{1,6}) +(\S.*)")
POINT = re.compile(r"\s*([-*+]|\d{1,2}\.) ")
ROW = re.compile(r"\s*\|.*\|\s*")
RULER = re.compile(r"\s*\|(\s*:?-{3,}:?\s*\|)+\s*")
BOX = re.compile(r"\s*!!! (note|warning)( \"[^\"\u201c\u201d]+\")?\s*")
PAIRED = re.compile(
    r"<(/?)(a|b|details|div|dl|em|figure|i|li|noscript|ol|p|section|small|span|strong|table|ul)\b[^<>]*>"
)
CAPTION = (
    "a caption stands below its table, like this: a line /// caption, a line with its words, a"
    " line ///"
)
LINES = (
    (re.compile(r"#{1,6}(?=[^#\s{])"), "a heading needs a space after #"),
    (
        re.compile(r"\s+#{1,6} \S.*"),
        "a heading begins at the left edge; delete the spaces before it",
    ),
    (re.compile(r"#{1,6}\s*$"), "a heading needs words"),
    (
        re.compile(r"(?:#{7,}|\\#|\uff03+|h[1-6]\. ).*"),
        "is no heading; write ##, a space and its words",
    ),
    (
        re.compile(r"#+ .*\{[^}]*$|#+ .*\{(?! *[#.:]).*"),
        "the name of a heading is not written as it should be, like { #a-name }",
    ),
    (re.compile(r"\s*-(?=[A-Za-z*\[(\"\u201c])"), "put a space after the hyphen"),
    (
        re.compile(r"\s*(?:[\u2022\u25cf\u25aa\u25e6\u2610\u2611\u2713\u00b7]|[–—](?= ))"),
        "a point of a list begins with a hyphen and a space: - ",
    ),
    (
        re.compile(r"\s*\d{1,2}\.(?=[^\s\d])|\s*\d{1,2}\)"),
        "a point of a numbered list begins with its number, a full stop and a space: 1. ",
    ),
    (re.compile(r"\s*[-*+]\s*$|\s*- - "), "a point of a list needs words"),
    (re.compile(r"(?: {1,3}| {5,7})[-*+] "), "a point below a point stands four spaces further in"),
    (re.compile(r"-{3,}\s*$"), "a line --- stands only above and below the head; delete it"),
    (re.compile(r"\t"), "a tab; write spaces, or begin at the left edge"),
    (
        re.compile(r"\s*(?:!{1,2}[ \w]|!!!\w|\?\?\?|:::|> ?\[!).*"),
        'is no box; write it like this: !!! note "A title", and below it the text, four spaces in',
    ),
    (re.compile(r"\s*(?:/{2}(?!/)|/{4,}|\\{3}|///(?! caption$|\s*$)).*"), CAPTION),
)


def problems(lines):
    """(line, column, what, message) for each slip in the lines of a page."""
    runs, of_captions = list(_runs(lines)), False
    for number, line in lines:
        found = next(
            ((seen, message) for slip, message in LINES if (seen := slip.match(line))), None
        )
        if found:
            of_captions |= found[1] == CAPTION
            yield number, found[0].start(), found[0][0].strip(), found[1]
    yield from _headings(lines)
    yield from _unpaired(lines)
    for run, after in zip(runs, [*runs[1:], []]):
        yield from _table(run, after, of_captions)
        yield from () if of_captions else _caption(run)
        yield from _box(run, after)
        yield from _list(run)
        yield from _bold(run)
    yield from _grey(runs)


def _runs(lines):
    """The lines that stand together, between empty ones."""
    run = []
    for number, line in (*lines, (0, "")):
        if line.strip():
            run.append((number, line))
        elif run:
            yield run
            run = []


def _headings(lines):
    """The first heading of a page is its title; each further one stands at most one level below the
    one before, and is there once."""
    found = [
        (number, len(heading[1]), heading[2])
        for number, line in lines
        if (heading := HEADING.match(line))
    ]
    if not found:
        yield (
            lines[0][0] if lines else 1,
            0,
            "",
            "the page has no title; write # and a space, and then its title, below the head",
        )
    seen = {}
    for (number, level, words), before in zip(found, [0, *(level for _, level, _ in found)]):
        if not before and level > 1:
            yield (
                number,
                0,
                "#" * level,
                (
                    "a page begins with its title; write it above, with # and a space before it, or"
                    " # here if this is the title"
                ),
            )
        elif level == 1 and before:
            yield number, 0, "#", "is a second title; write ## for a part of the page"
        elif level > before + 1:
            yield (
                number,
                0,
                "#" * level,
                (
                    f"leaves out a level: the heading above has {'#' * before}; write"
                    f" {'#' * (before + 1)}"
                ),
            )
        if words in seen:
            yield (
                number,
                0,
                words,
                f"is the heading on line {seen[words]} already; change one of them",
            )
        seen[words] = number


def _unpaired(lines):
    opened = []
    for number, line in lines:
        for tag in PAIRED.finditer(re.sub(r"`[^`]*`", lambda found: " " * len(found[0]), line)):
            if not tag[1]:
                opened.append((tag[2], number, tag))
            elif opened and opened[-1][0] == tag[2]:
                opened.pop()
            else:
                while (
                    opened and tag[2] in (kind for kind, _, _ in opened) and opened[-1][0] != tag[2]
                ):
                    kind, at, inner = opened.pop()
                    yield (
                        at,
                        inner.start(),
                        inner[0],
                        f"is not closed; write </{kind}> where it ends",
                    )
                if opened and opened[-1][0] == tag[2]:
                    opened.pop()
                else:
                    yield (
                        number,
                        tag.start(),
                        tag[0],
                        "closes what is not open here; delete it, or write where it opens",
                    )
    for kind, number, tag in opened:
        yield number, tag.start(), tag[0], f"is not closed; write </{kind}> where it ends"


def _table(run, after, of_captions):
    if not any(line.lstrip().startswith("|") for _, line in run):
        return
    odd = next((number for number, line in run if not ROW.fullmatch(line)), None)
    if odd:
        yield (
            odd,
            0,
            "",
            (
                "a row of a table begins and ends with |, and what is no row needs an empty line"
                " between"
            ),
        )
    elif len(run) < 2 or not RULER.fullmatch(run[1][1]):
        yield (
            run[min(1, len(run) - 1)][0],
            0,
            "",
            "below its first row a table needs a line like |---|---|, and no empty line within",
        )
    else:
        cells = [len(re.findall(r"(?<!\\)\|", line)) - 1 for _, line in run]
        for (number, _), count in zip(run, cells):
            if count != cells[0]:
                yield (
                    number,
                    0,
                    "",
                    (
                        f"the row has {count} cells, but the first row has {cells[0]}; put a |"
                        " between cells, and nowhere else"
                    ),
                )
        if not of_captions and (not after or after[0][1].strip() != "/// caption"):
            yield run[-1][0], 0, "", f"the table needs a caption: {CAPTION}"


def _caption(run):
    marks = [number for number, line in run if line.strip() == "///"]
    opens = [number for number, line in run if line.strip() == "/// caption"]
    if opens and (
        len(opens) > 1
        or len(marks) != 1
        or run[0][0] != opens[0]
        or run[-1][0] != marks[0]
        or len(run) < 3
    ):
        yield opens[0], 0, "", CAPTION
    elif marks and not opens:
        yield marks[0], 0, "", CAPTION


def _box(run, after):
    for at, (number, line) in enumerate(run):
        if line.lstrip().startswith("!!! "):
            inside = len(line) - len(line.lstrip()) + 4
            below = [text for _, text in run[at + 1 :]] or [text for _, text in after[:1]]
            if not BOX.fullmatch(line):
                yield (
                    number,
                    0,
                    line.strip(),
                    (
                        'a box begins like this: !!! note "A title" (or !!! warning), with straight'
                        " quotes"
                    ),
                )
            elif at:
                yield number, 0, line.strip(), "put an empty line above the box"
            elif not below or any(not text.startswith(" " * inside) for text in below):
                yield (
                    number,
                    0,
                    line.strip(),
                    f"the text of a box stands below it, {inside} spaces in",
                )


def _list(run):
    """A list that begins right below a sentence is no list."""
    first = run[0][1]
    if not POINT.match(first) and not first.lstrip().startswith(("!!!", "|", "<")):
        found = next((number for number, line in run[1:] if POINT.match(line)), None)
        if found:
            yield found, 0, "", "put an empty line above the list"


def _bold(run):
    if sum(line.count("**") for _, line in run) % 2:
        number, line = next((number, line) for number, line in reversed(run) if "**" in line)
        yield (
            number,
            line.rindex("**"),
            "**",
            "opens or closes alone; write ** on both sides of the words, or delete it",
        )


def _grey(runs):
    """Text four spaces in, below nothing that it could belong to, becomes a grey box."""
    holds = False
    for run in runs:
        number, line = run[0]
        if not line.startswith("    "):
            holds = bool(POINT.match(line)) or line.startswith("!!!")
        elif not holds and "<" not in line:
            yield (
                number,
                0,
                "",
                "four spaces at its start make a grey box of the text; begin at the left edge",
            )
