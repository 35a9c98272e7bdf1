"""What readers would see: a page is made with the Markdown of the build, and a mark that is left in
its text did nothing. The rules of `blocks`, `inline` and `calls` know causes, and say better what
to do; these see what no rule foresaw.

Making pages takes time, and most have nothing but what certainly does something: words in bold,
links, lists, tables, boxes and headings in their plainest shape. Those are taken away first, and a
page is made only where a mark is left then.
"""

import html
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from markdown import Markdown

from safeguarding.pages.lines import Lines
from safeguarding.pages.plain_markdown import EDGE, leftovers
from safeguarding.pages.text_rules import TextRule, page_rule, pattern
from safeguarding.problem import Problem

SETTINGS = {
    "pymdownx.blocks.caption": {"prepend": True},
    "toc": {"permalink": False, "toc_depth": 3},
}
# Those of mkdocs.yml, and the three that MkDocs adds by itself.
EXTENSIONS = ("tables", "fenced_code", "admonition", "attr_list", "md_in_html", *SETTINGS)
ESCAPED = re.compile(r"\\[\\`*_{}\[\]()#+.!|<>-]")  # a sign that is meant to be seen
CALL = re.compile(r"\[\[(?:(?!\[\[).)*?\]\]")
CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.S)
WITHIN = re.compile(
    r"</?(?:a|abbr|b|cite|del|em|i|img|ins|kbd|q|small|span|strong|sub|sup|time|u)\b[^<>]*>"
)
TAG = re.compile(r"<[^<>]*>")
HEADING = re.compile(r"<h([1-6])\b")
HASHES = re.compile(r"^(#{1,6}) ", re.M)  # before a heading
UNDERLINE = re.compile(r"(=+|-+) *")  # which makes a heading of the line above
UNDERLINES = re.compile(r"^(=+|-+) *$", re.M)
BEGINNING = re.compile(r"^\s*(?:[-*+]|\d+\.)?\s+")  # what stands before the words of a point

SEEN = "readers would see it as it is; "
BOTH_SIDES = (
    "write it directly before and after the words, \\ before it if it is meant, or delete it"
)
RULES = (
    TextRule(
        name="no_star_is_left",
        meaning="A star makes something of the words that it stands beside.",
        pattern=pattern(r"\*+(?=[^\s*])|(?<=[^\s*])\*+"),
        sieve=pattern(r"\*"),
        cure=SEEN + BOTH_SIDES,
        good="A *child* is anyone under 18.",
        bad="A *child is anyone under 18.",
    ),
    TextRule(
        name="no_underscore_is_left",
        meaning="A low line at the edge of a word makes something of the words.",
        pattern=pattern(r"(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)"),
        sieve=pattern(r"_"),
        cure=SEEN + BOTH_SIDES,
        good="A _child_ is anyone under 18.",
        bad="A _child is anyone under 18.",
    ),
    TextRule(
        name="no_backtick_is_left",
        meaning="Backticks stand on both sides of what is shown as code.",
        pattern=pattern(r"`+"),
        cure=SEEN + BOTH_SIDES,
        good="Type `make new` here.",
        bad="Type `make new here.",
    ),
    TextRule(
        name="no_brace_is_left",
        meaning="Braces stand where they give something a name or a class.",
        pattern=pattern(r"\{[^{}]*\}?|\}"),
        cure=SEEN + "delete it, with what stands between { and }",
        good="[words](../glossary.md){ .care }",
        bad="Words { .care }",
    ),
    TextRule(
        name="no_angle_bracket_is_left",
        meaning="An angle bracket before a letter begins a tag or an address, which ends with >.",
        pattern=pattern(r"<(?=[A-Za-z/!?])"),
        cure=SEEN + "write > where it ends, or a space after it",
        good="<https://example.org>",
        bad="<https://example.org",
    ),
    TextRule(
        name="no_bracket_is_left",
        meaning="Square brackets belong to a link that stands on one line.",
        pattern=pattern(r"\]\(|\]\[|\[[^\[\]]+\]"),
        cure=SEEN + "write a link like [text](address) on one line",
        good="<p>A [link](../glossary.md).</p>".replace("<p>", '<p markdown="span">'),
        bad="<p>A [link](../glossary.md).</p>",
    ),
    TextRule(
        name="no_hash_is_left",
        meaning="A # at the beginning of a line makes a heading.",
        pattern=pattern(r"^\s*(#+)(?=\s)"),
        sieve=pattern(r"#"),
        cure=SEEN + "put an empty line above the heading",
        good="<p>Words.</p>\n\n## More",
        bad="<p>\n## More\n</p>",
    ),
    TextRule(
        name="no_bar_is_left",
        meaning="A | at the edge of a line makes a table.",
        pattern=pattern(r"^\s*\||\|\s*$|\|\s*:?-{3,}"),
        sieve=pattern(r"\|"),
        cure=SEEN + "put an empty line above and below the table",
        good="One or two.",
        bad="One | two |",
    ),
    TextRule(
        name="no_point_is_left",
        meaning="A hyphen or a number at the beginning of a line makes a list.",
        pattern=pattern(r"^\s*(?:[-+\u2022]|\d{1,2}\.)(?=\s)"),
        cure=SEEN + "put an empty line above the list",
        good="<p>Words.</p>\n\n- look",
        bad="<p>\n- look\n</p>",
    ),
    TextRule(
        name="no_angle_is_left",
        meaning="A > at the beginning of a line makes a quotation.",
        pattern=pattern(r"^\s*>+"),
        sieve=pattern(r">"),
        cure=SEEN + "put an empty line above it, or delete it",
        good="> Words.",
        bad="<p>\n> Words.\n</p>",
    ),
    TextRule(
        name="no_doubled_sign_is_left",
        meaning="No doubled sign stands in a text that means something in another system alone.",
        pattern=pattern(r"!!!|:::|///|~~+|==+|\+\++|\^\^+|-----*"),
        cure=SEEN + "delete it",
        good="Gone.",
        bad="~~Gone.~~",
    ),
    TextRule(
        name="no_entity_is_left",
        meaning="A sign that is written by its name in HTML has that name.",
        pattern=pattern(r"&#?\w+;"),
        cure=SEEN + "type the sign itself",
        good="One&nbsp;page.",
        bad="One&nbps;page.",
    ),
)


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS), extension_configs=SETTINGS)


def problems(lines: Lines) -> Iterator[Problem]:
    """A Problem for each mark that readers would see, and each heading of a wrong level, in the
    lines of a page without code."""
    source = _Source(lines)
    if source.may_show_marks():
        yield from problems_once_made(source)


def problems_once_made(source: "_Source") -> Iterator[Problem]:
    """The same, of a page that is made whatever stands in it."""
    made = _markdown().reset().convert("\n".join(source.texts))
    yield from _of_headings(made, source)
    for line in _text(made):
        source.pass_by(line)
        for rule in RULES:
            for match in rule.pattern.finditer(line):
                number, column = source.place(line, match)
                mark = match[0].replace(EDGE, "").strip()
                yield rule.problem(source.lines, number, column, mark)


def _text(made: str) -> list[str]:
    """The lines of a page as readers see them, without code; EDGE where a link or the like begins
    or ends."""
    plain = TAG.sub("\n", WITHIN.sub(EDGE, CODE.sub("", made)))
    return [line for line in html.unescape(plain).split("\n") if line.strip(f"{EDGE} ")]


# Headings of other shapes than ours: underlined with = or -, or HTML.

Heading = tuple[int, int]  # the number of its line, its level


def _of_headings(made: str, source: "_Source") -> Iterator[Problem]:
    levels = [int(level) for level in HEADING.findall(made)]
    headings = list(zip(source.headings(), levels, strict=False))
    yield from pages_make_one_title(source.lines, headings)
    yield from no_level_is_left_out_once_made(source.lines, headings)


@page_rule(good="## Words", bad="Words\n=====")
def pages_make_one_title(lines: Lines, headings: list[Heading]) -> Iterator[Problem]:
    """A page has one title, however its headings are written."""
    for number, level in headings[1:]:
        if level == 1:
            yield lines.problem(
                number, 0, "", "makes a second title of the page; write ## and its words"
            )


@page_rule(
    good="## One\n\n### Two\n\nThree\n--\n\n### Four",
    bad="## One\n\n### Two\n\nThree\n--\n\n#### Four",
)
def no_level_is_left_out_once_made(lines: Lines, headings: list[Heading]) -> Iterator[Problem]:
    """A heading stands at most one level below the one before, however both are written."""
    for (_, before), (number, level) in pairwise(headings):
        if level > before + 1:
            yield lines.problem(
                number, 0, "", f"leaves out a level; write {'#' * (before + 1)} and its words"
            )


class _Source:
    """The lines of a page as Markdown gets them, in which what readers see can be found again.
    Calls and escaped signs are neutral there, and as long as they were."""

    def __init__(self, lines: Lines):
        self.lines = lines
        self.numbers = [number for number, _ in lines]
        self.texts = CALL.sub(_neutral, ESCAPED.sub(_neutral, lines.whole)).split("\n")
        self.at = 0  # how far what readers see has been found: it comes in the order of the lines

    def may_show_marks(self) -> bool:
        """Whether the page has to be made to know what readers see: a mark is left that may do
        nothing, or a heading that may be of a wrong level."""
        left = leftovers(self.texts)
        levels = [len(level) for level in HASHES.findall(self.lines.whole)]
        return (
            UNDERLINES.search(left) is not None
            or any(level == 1 or level > before + 1 for before, level in pairwise(levels))
            or any((rule.sieve or rule.pattern).search(left) for rule in RULES)
        )

    def headings(self) -> list[int]:
        """The number of each line that is a heading, by a # or by what stands below it."""
        below = [*self.texts[1:], ""]
        return [
            number
            for number, text, under in zip(self.numbers, self.texts, below, strict=True)
            if text.startswith("#") or (text.strip() and UNDERLINE.fullmatch(under))
        ]

    def pass_by(self, shown: str) -> None:
        """Go on to a line that readers see."""
        self._find(max(shown.split(EDGE), key=len).strip(), 0)

    def place(self, shown: str, mark: re.Match[str]) -> tuple[int, int]:
        """The line, and the column from 0, of a mark in a line that readers see."""
        start, stop = mark.span()
        first = shown.rfind(EDGE, 0, start) + 1
        last = shown.find(EDGE, stop)
        before, after = shown[first:start], shown[stop : last if last >= 0 else None]
        sign = mark[0].strip(f"{EDGE} ")
        for left, right in ((before, after), ("", after[:12]), (before[-12:], "")):
            place = self._find(left + sign + right, len(left))
            if place:
                return place
        return self._find(sign, 0) or (self.numbers[self.at], 0)

    def _find(self, text: str, skipped: int) -> tuple[int, int] | None:
        """Where `text` stands, `skipped` columns further on: as a line of its own, if it is one."""
        holds = [at for at, line in enumerate(self.texts) if text in line]
        whole = [at for at in holds if BEGINNING.sub("", self.texts[at]).strip() == text.strip()]
        ahead = [at for at in (whole or holds) if at >= self.at]
        places = ahead or whole or holds
        if not places:
            return None
        self.at = places[0]
        return self.numbers[self.at], self.texts[self.at].find(text) + skipped


def _neutral(sign: re.Match[str]) -> str:
    return "w" * len(sign[0])
