"""What readers would see: each page is made with the Markdown of the build, and a mark that is left
in its text did nothing. The rules of `blocks`, `inline` and `calls` know causes, and say better
what to do; this sees what no rule foresaw."""

import html
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from markdown import Markdown

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
UNDERLINE = re.compile(r"(=+|-+) *")  # which makes a heading of the line above
BEGINNING = re.compile(r"^\s*(?:[-*+]|\d+\.)?\s+")  # what stands before the words of a point
EDGE = "\ue000"  # stands where a tag within a line was


class Rule(NamedTuple):
    """A mark that means something to Markdown, and what to do where it is left."""

    mark: re.Pattern[str]
    cure: str


BOTH_SIDES = (
    "write it directly before and after the words, \\ before it if it is meant, or delete it"
)
RULES = (
    Rule(re.compile(r"\*+(?=[^\s*])|(?<=[^\s*])\*+"), BOTH_SIDES),
    Rule(re.compile(r"(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)"), BOTH_SIDES),
    Rule(re.compile(r"`+"), BOTH_SIDES),
    Rule(re.compile(r"\{[^{}]*\}?|\}"), "delete it, with what stands between { and }"),
    Rule(re.compile(r"<(?=[A-Za-z/!?])"), "write > where it ends, or a space after it"),
    Rule(re.compile(r"\]\(|\]\[|\[[^\[\]]+\]"), "write a link like [text](address) on one line"),
    Rule(re.compile(r"^\s*(#+)(?=\s)"), "put an empty line above the heading"),
    Rule(re.compile(r"^\s*\||\|\s*$|\|\s*:?-{3,}"), "put an empty line above and below the table"),
    Rule(re.compile(r"^\s*(?:[-+•]|\d{1,2}\.)(?=\s)"), "put an empty line above the list"),
    Rule(re.compile(r"^\s*>+"), "put an empty line above it, or delete it"),
    Rule(re.compile(r"!{3}|:{3}|/{3}|~{2,}|={2,}|\+{2,}|\^{2,}|-{4,}"), "delete it"),
    Rule(re.compile(r"&#?\w+;"), "type the sign itself"),
)


@cache
def _markdown() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS), extension_configs=SETTINGS)


def problems(lines: list[tuple[int, str]]) -> Iterator[tuple[int, int, str, str]]:
    """(line, column from 0, what, message) for each mark that readers would see, and each heading
    of a wrong level, in the lines of a page (their numbers, and their text) without code."""
    source = _Source(lines)
    made = _markdown().reset().convert("\n".join(source.texts))
    yield from _headings(made, source)
    for line in _text(made):
        source.pass_by(line)
        for rule in RULES:
            for found in rule.mark.finditer(line):
                number, column = source.place(line, found)
                mark = found[0].replace(EDGE, "").strip()
                yield number, column, mark, f"readers would see it as it is; {rule.cure}"


def _text(made: str) -> list[str]:
    """The lines of a page as readers see them, without code; EDGE where a link or the like begins
    or ends."""
    plain = TAG.sub("\n", WITHIN.sub(EDGE, CODE.sub("", made)))
    return [line for line in html.unescape(plain).split("\n") if line.strip(f"{EDGE} ")]


def _headings(made: str, source: "_Source") -> Iterator[tuple[int, int, str, str]]:
    """Second titles and levels left out, also of headings that are written in another way than
    ours: underlined with = or -."""
    levels = [int(level) for level in HEADING.findall(made)]
    for number, level, before in zip(source.headings(), levels, [0, *levels], strict=False):
        if level == 1 and before:
            yield number, 0, "", "makes a second title of the page; write ## and its words"
        elif before and level > before + 1:
            yield number, 0, "", f"leaves out a level; write {'#' * (before + 1)} and its words"


class _Source:
    """The lines of a page as Markdown gets them, in which what readers see can be found again.
    Calls and escaped signs are neutral there, and as long as they were."""

    def __init__(self, lines: list[tuple[int, str]]):
        self.numbers = [number for number, _ in lines]
        self.texts = [CALL.sub(_neutral, ESCAPED.sub(_neutral, line)) for _, line in lines]
        self.at = 0  # how far what readers see has been found: it comes in the order of the lines

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
        said = mark[0].strip(f"{EDGE} ")
        for left, right in ((before, after), ("", after[:12]), (before[-12:], "")):
            if found := self._find(left + said + right, len(left)):
                return found
        return self._find(said, 0) or (self.numbers[self.at], 0)

    def _find(self, text: str, skipped: int) -> tuple[int, int] | None:
        """Where `text` stands, `skipped` columns further on: as a line of its own, if it is one."""
        holds = [at for at, line in enumerate(self.texts) if text in line]
        whole = [at for at in holds if BEGINNING.sub("", self.texts[at]).strip() == text.strip()]
        found = [at for at in (whole or holds) if at >= self.at] or whole or holds
        if not found:
            return None
        self.at = found[0]
        return self.numbers[self.at], self.texts[self.at].find(text) + skipped


def _neutral(found: re.Match[str]) -> str:
    return "w" * len(found[0])
