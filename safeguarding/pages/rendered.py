"""A page as readers get it: made once with the Markdown of the build, so that what stands in the
result can be told at the line that its author wrote.

Words go in with a sign within them that stands for their line. Such signs mean nothing to
Markdown, and are taken out of what it makes: what stands between two was written between their
lines, and the words of a line whose signs are gone reach no reader.
"""

import html
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial
from itertools import accumulate, takewhile
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE
from mkdocs.utils.yaml import yaml_load

from safeguarding import limits
from safeguarding.pages.lines import Lines
from safeguarding.problem import Place, Problem

CONFIGURATION = Path(__file__).resolve().parents[2] / "mkdocs.yml"
ADDED = ("toc", "tables", "fenced_code")  # which MkDocs adds by itself
EDGE = "\x00"  # stands where a tag within a line begins or ends, or code
# A sign that is meant to be seen, where it does not stand in code and no converter wrote a mark so.
ESCAPED = re.compile(
    r"(?<!\\)(`+)(?!`).+?(?<!`)\1(?!`)"
    r"|(?!\\\*\\\*\w|\\\]\()\\(?P<sign>[\\`*_{}\[\]()>#+.!|-])"
    r"|(?!&lt;/?(?:\w{1,2}|div|span|strong)&gt;|&amp;#?\w+;)(?P<name>&#?\w+;)"
)
MEANT = 0x10F000
CALL = re.compile(r"\[\[(?:(?!\[\[).)*?\]\]")
ALONE = re.compile(rf"^{CALL.pattern}[^\S\n]*$", re.M)
FIRST_SIGN = 0xF0000
ALONE_IN_HTML = ("br", "col", "hr", "img", "input", "wbr")  # tags that nothing closes
SIGN = re.compile("[\U000f0000-\U000ffffd]")
# The beginning of a word that follows no other; or what no sign may stand in: tags, names, what a
# reference leads to, the first words of boxes, captions and code, and the numbers of points.
WORD = re.compile(
    r"^[ >]*\[[^\[\]\n]+\]:.*|<[^<>\n]*>|\{[^{}\n]*(?:\{[^{}\n]*\}[^{}\n]*)*\}|^[^\[\]\n]*\]"
    r"|\[[^\[\]\n]*(?:\](?!\()|$)|^\s*(?:!!!|///)[^\"\n]*|^\s*(?:```|~~~).*|&#?\w+;"
    r"|^[ >]*(?:[-*+] +|\d+[.)] +)*\d+[.)]|(?<![\w<])(?<![a-z,] )(?<!<[/!?])(?<!<!\[)([^\W_](?!_))",
    re.M,
)
BLOCK_OF_CODE = re.compile(r"<pre\b.*?</pre>", re.S)
WITHIN = re.compile(
    r"<code\b.*?</code>|<a\b[^<>]*>https?:[^<>]*</a>"
    r"|</?(?:a|abbr|b|cite|code|del|em|i|img|ins|kbd|q|small|span|strong|sub|sup|time|u)\b[^<>]*>",
    re.S,
)
APART = re.compile(r"<(?:h[1-6]|t[dh])\b[^<>]*>")  # what is within is no line of its own
TAG = re.compile(r"<(/?)([A-Za-z][^\s<>/]*)([^<>]*)>")
EDGES = re.compile(f"{EDGE}+")
NEAR = 60  # characters around a mark, to tell it from others
OF_MARKDOWN = ' by="markdown"'  # stands in a tag that no author wrote as HTML

Span = tuple[int, int]  # where something begins and ends in the HTML of a page


@dataclass(frozen=True)
class Tag:
    """A tag of a page: its name in small letters, and the attributes in it."""

    name: str
    closes: bool
    attributes: str
    whole: str
    span: Span
    is_written: bool  # as HTML, by the author


class Rendered:
    """What Markdown makes of the lines of a page, with where each part of it was written."""

    def __init__(self, lines: Lines):
        self.lines = lines
        meant = ESCAPED.sub(_meant, ALONE.sub("<div></div>", lines.whole.expandtabs(4)))
        texts = CALL.sub(_neutral, SIGN.sub("", meant)).split("\n")
        text = "\n".join(map(_signed, texts, (number for number, _ in lines)))
        parts = re.split(f"({SIGN.pattern})", _made_if_not_too_deep(text))
        self.html = "".join(parts[::2])
        self._numbers = [ord(sign) - FIRST_SIGN for sign in parts[1::2]]  # of the lines of signs
        self._at = list(accumulate(map(len, parts[:-1:2])))  # and where in the HTML they stood
        self._written = Counter(SIGN.findall(text))
        self._starts = [0, *accumulate(len(text) + 1 for _, text in lines)]  # of lines, in the text

    @cached_property
    def tags(self) -> list[Tag]:
        """The tags of the page, in order."""
        return list(_tags(self.html))

    @cached_property
    def written(self) -> dict[Tag, Place]:
        """The tags as its author wrote them, outside code, with their places: Markdown closes some
        of its own accord."""
        text = CALL.sub(_neutral, ESCAPED.sub(_neutral, self.lines.without_code.whole))
        places = {}
        for tag in _tags(text):
            above, _, before = f"\n{text[: tag.span[0]]}".rpartition("\n")
            number, _ = self.lines.lines[above.count("\n")]
            places[tag] = Place(self.lines.name, number, len(before) + 1)
        return places

    @cached_property
    def shown(self) -> tuple[Lines, list[Span]]:
        """The lines of text as readers see them, without code, counted from 0; and where in the
        HTML each stands."""
        plain = BLOCK_OF_CODE.sub(_line_ends, self.html)
        plain = WITHIN.sub(lambda tag: EDGE * len(tag[0]), plain)
        plain = APART.sub(lambda tag: "\n" * (len(tag[0]) - 1) + EDGE, plain)
        plain = TAG.sub(_line_ends, plain)
        texts: list[tuple[int, str]] = []
        spans: list[Span] = []
        start = 0
        for line in plain.split("\n"):
            if line.strip(f"{EDGE} "):
                texts.append((len(spans), EDGES.sub(EDGE, html.unescape(line))))
                spans.append((start, start + len(line)))
            start += len(line) + 1
        return Lines(self.lines.name, tuple(texts)), spans

    @cached_property
    def paragraphs(self) -> list[tuple[list[int], Span]]:
        """The lines that readers see together, of each paragraph or cell, by their numbers among
        those that are shown; and where in the HTML they stand."""
        paragraphs: list[tuple[list[int], Span]] = []
        for at, (start, end) in enumerate(self.shown[1]):
            if paragraphs and not self.html[paragraphs[-1][1][1] : start].strip():
                numbers, (first, _) = paragraphs.pop()
                paragraphs.append(([*numbers, at], (first, end)))
            else:
                paragraphs.append(([at], (start, end)))
        return paragraphs

    @cached_property
    def too_deep(self) -> int:
        """The number of the line below which elements stand deeper within each other than anyone
        means; 0 where none do."""
        depth = 0
        for tag in TAG.finditer(self.html):
            if tag[2].lower() not in ALONE_IN_HTML and not tag[3].endswith("/"):
                depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > limits.NESTED:
                return self.number_after(tag.span())
        return 0

    def lost(self) -> Iterator[int]:
        """The number of each line that has words that no reader would see."""
        seen = Counter(self._numbers)
        for sign, times in self._written.items():
            if seen[ord(sign) - FIRST_SIGN] < times:
                yield ord(sign) - FIRST_SIGN

    def numbers_in(self, span: Span) -> list[int]:
        """The numbers of the lines whose words stand in a part of the page, in its order."""
        return self._numbers[bisect_right(self._at, span[0]) : bisect_right(self._at, span[1])]

    def text_of(self, number: int) -> str:
        """The line of that number as its author wrote it."""
        return self.lines.lines[number - self.lines.lines[0][0]][1]

    def number_after(self, span: Span) -> int:
        """The number of the line whose words come next after a part of the page; that of the last,
        where none do."""
        after = bisect_right(self._at, span[1])
        return self._numbers[after] if after < len(self._at) else self.lines.lines[-1][0]

    def problem_of_tag(self, tag: Tag, field: str, message: str) -> Problem:
        """A Problem with a part of a tag, where it was written within one most like it."""
        before, _, after = tag.whole.partition(field)
        return Problem(self.place(tag.span, re.escape(field), (before, after)), field, message)

    def problem(self, span: Span, field: str, message: str, looks: str = "") -> Problem:
        """A Problem with a part of the page, where its author wrote the field, or what `looks` like
        that pattern."""
        return Problem(self.place(span, looks or re.escape(field)), field, message)

    def place(self, span: Span, looks: str, around: tuple[str, str] = ("", "")) -> Place:
        """Where a part of the page was written: what `looks` like that pattern, best with these
        words before and after it. Where nothing does, the first line of the part."""
        within = self.numbers_in(span)
        first, last = (min(within), max(within)) if within else self._between(span)
        above = self.lines.lines[0][0]
        start, stop = self._starts[first - above], self._starts[last - above + 1]
        pattern = re.compile(looks, re.M)
        found = list(pattern.finditer(self.lines.whole, start, stop)) if looks else []
        found = found or (list(pattern.finditer(self.lines.whole)) if looks else [])
        if found:
            best = max(found, key=partial(self._fit, around, start))
            number = bisect_right(self._starts, best.start()) - 1
            return Place(self.lines.name, above + number, best.start() - self._starts[number] + 1)
        below = [n for n in range(first + 1, last + 1) if self.text_of(n).strip()]
        return Place(self.lines.name, (*within, *below, first)[0])

    def _fit(self, around: tuple[str, str], start: int, found: re.Match[str]) -> tuple[int, int]:
        """How well what was found fits these words around it, and how near it is."""
        before = found.string[max(0, found.start() - NEAR) : found.start()]
        after = found.string[found.end() : found.end() + NEAR] + "\n"
        fit = _alike(before[::-1], around[0][::-1]) + _alike(after, around[1])
        return fit, -abs(found.start() - start)

    def _between(self, span: Span) -> tuple[int, int]:
        """The numbers of the lines between which a part of the page was written."""
        before = bisect_right(self._at, span[0])
        first = self._numbers[before - 1] if before else self.lines.lines[0][0]
        last = self.number_after(span)
        return first, last if last >= first else self.lines.lines[-1][0]


def made(text: str) -> str:
    """The HTML that the Markdown of the build makes of a text."""
    return _markdown().reset().convert(text)  # type: ignore[no-any-return]


def _made_if_not_too_deep(text: str) -> str:
    """The same; where Markdown itself gives up, as many tags as show why."""
    try:
        return made(text)
    except RecursionError:
        return "<div>" * (limits.NESTED + 1)


def _tags(text: str) -> Iterator[Tag]:
    for tag in TAG.finditer(text):
        attributes, whole = (part.replace(OF_MARKDOWN, "") for part in (tag[3], tag[0]))
        is_written = OF_MARKDOWN not in tag[3]
        yield Tag(tag[2].lower(), bool(tag[1]), attributes, whole, tag.span(), is_written)


def _signed(text: str, number: int) -> str:
    """A line with the sign for its number within each word."""
    sign = chr(FIRST_SIGN + number)
    return WORD.sub(lambda word: word[0] + sign if word[1] else word[0], text)


def _meant(written: re.Match[str]) -> str:
    sign = written["sign"] or html.unescape(written["name"] or "")
    return chr(MEANT + ord(sign)) if len(sign) == 1 and sign.isascii() else written[0]


def as_meant(text: str) -> str:
    """A text of a page with the signs that its author meant to be seen."""
    return re.sub("[\U0010f000-\U0010f07f]", lambda sign: chr(ord(sign[0]) - MEANT), text)


def _neutral(part: re.Match[str]) -> str:
    return re.sub(r"[\W_]", "w", part[0])


def _alike(one: str, other: str) -> int:
    """How many letters two texts have in common at their beginning."""
    pairs = zip(one, other, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _line_ends(tag: re.Match[str]) -> str:
    return "\n" * len(tag[0])


# The Markdown of the build.


class _Marker(Treeprocessor):  # type: ignore[misc]  # it comes without types
    """Marks what no author wrote as HTML."""

    def run(self, root: Element) -> None:
        for element in root.iterfind(".//*"):
            if element.get("id", "") is None:  # on which the list of headings would fail
                element.set("ID", element.attrib.pop("id"))
            if not HTML_PLACEHOLDER_RE.fullmatch(element.text or ""):  # in whose place HTML comes
                element.set("by", "markdown")


def extensions() -> dict[str, dict[str, Any]]:
    """{the name of each extension of Markdown that a build has: its settings}."""
    named: dict[str, dict[str, Any]] = {name: {} for name in ADDED}
    for extension in yaml_load(CONFIGURATION.read_text("utf-8"))["markdown_extensions"]:
        named |= extension if isinstance(extension, dict) else {extension: {}}
    return named


@cache
def _markdown() -> Markdown:
    markdown = Markdown(extensions=list(extensions()), extension_configs=extensions())
    markdown.treeprocessors.register(_Marker(markdown), "author", 6)  # before the list of headings
    return markdown
