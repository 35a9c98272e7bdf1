"""Slips in the text of a page that the build would publish, and only a reader would notice."""

import re

from safeguarding.problems import Place, Problem

LINK = re.compile(r"\]\(([^)#:\s]+\.md)(?:#[^)\s]*)?\)")
ADDRESS = re.compile(r"\]\(<?([^)\s>]+)")
WHOLE = re.compile(r"(https?://[^\s/]+\.[^\s/]|mailto:[^@\s]+@[^@\s]+\.\w+|tel:[+\d])")
SCHEME = re.compile(r"[A-Za-z][\w+.-]*:|www\.|https?/|mailto(?!:)")
SLIPS = (
    (re.compile(r"<(?:script|style|iframe|object|embed|form)\b"), "does nothing on this site, for safety; delete it"),
    (re.compile(r"(?<!\])\([^()\[\]]+\)\[(?:[^\]\s]+\.md|https?:[^\]\s]*|[^\]\s]*/)[^\]]*\]"), "has its brackets the wrong way round; write [text](address)"),
    (re.compile(r"\[[^\[\]]+\] +\((?:[^)\s]+\.md[^)]*|https?:[^)]*|mailto:[^)]*)\)"), "has a space in the middle; put ( directly after ]"),
    (re.compile(r"(?<!\])\]\([^)\s]*(?=\s*$)|(?<!\])\]\([^)\s]*\.md(?=[.,;:]?\s)"), "is not closed; write ) after the address"),
    (re.compile(r"\[[^\[\]()]+\((?:[^)\s]+\.md|https?:)[^)]*\)(?!\])"), "is not closed; write ] before ("),
    (re.compile(r"^#{1,6}(?=[^#\s{])"), "a heading needs a space after #"),
    (re.compile(r"<[a-z]+(?: [^<>]*)?$"), "is not closed; write > on the same line"),
)
HEADING = re.compile(r"(#{1,6}) +\S")
PAIRED = re.compile(r"<(/?)(div|section|details|figure|table|ul|ol|span|strong|em)\b[^<>]*>")


def problems(path, name, text):
    """A Problem for each slip in the page at `path`, called `name`."""
    lines = _body(text)
    for number, line in lines:
        for found in LINK.finditer(line):
            if not (path.parent / found[1]).is_file():
                yield Problem(Place(name, number, found.start(1) + 1), found[1], "leads to no page; correct or delete it")
        for found in ADDRESS.finditer(line):
            if SCHEME.match(found[1]) and not WHOLE.match(found[1]):
                yield Problem(Place(name, number, found.start(1) + 1), found[1], "is no address; write it whole, like https://example.org/ or mailto:someone@example.org")
        for slip, message in SLIPS:
            for found in slip.finditer(line):
                yield Problem(Place(name, number, found.start() + 1), found[0], message)
    yield from _headings(name, lines)
    yield from _unpaired(name, lines)


def _body(text):
    """[(line number, line)] below the head of the page, without what is shown as code."""
    lines = list(enumerate(text.split("\n"), 1))
    ends = [number for number, line in lines if line.rstrip() == "---"]
    code, found = False, []
    for number, line in lines[ends[1] if len(ends) > 1 else 0:]:
        code ^= line.lstrip().startswith("```")
        found += [] if code else [(number, line)]
    return found


def _headings(name, lines):
    """The first heading of a page is its title; each further one stands at most one level below the one before."""
    before = 0
    for number, line in lines:
        if found := HEADING.match(line):
            level = len(found[1])
            if level == 1 and before:
                yield Problem(Place(name, number), "#", "is a second title; write ## for a part of the page")
            elif before and level > before + 1:
                yield Problem(Place(name, number), found[1], f"leaves out a level: the heading above has {'#' * before}; write {'#' * (before + 1)}")
            before = level


def _unpaired(name, lines):
    opened = []
    for number, line in lines:
        for tag in PAIRED.finditer(line):
            if not tag[1]:
                opened.append((tag[2], number, tag))
            elif opened and opened[-1][0] == tag[2]:
                opened.pop()
            else:
                yield Problem(Place(name, number, tag.start() + 1), tag[0], "closes what is not open here; delete it, or write where it opens")
    for kind, number, tag in opened:
        yield Problem(Place(name, number, tag.start() + 1), tag[0], f"is not closed; write </{kind}> where it ends")
