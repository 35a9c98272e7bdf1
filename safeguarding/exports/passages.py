"""What a built page says, for the search: its parts, each with its lines. A line is a sentence, an
item of a list or a row of a table with its heads, so that it can be read alone."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = ("br", "hr", "img", "input", "link", "meta", "wbr")
WITHIN_LINES = (
    *("a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd"),
    *("mark", "q", "s", "small", "span", "strong", "sub", "sup", "svg", "time", "u", "wbr"),
)
HEADINGS = ("h1", "h2", "h3")
NO_WORDS = ("button", "form", "nav", "script", "select", "style", "svg")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"'“‘(]?[^\W\d_a-z])")
BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?])")  # where the number of a source stood


@dataclass
class Part:
    """A heading with its address, and the lines below it."""

    title: str
    address: str
    lines: list[str] = field(default_factory=list)


@dataclass
class _Table:
    heads: list[str] = field(default_factory=list)
    cells: list[tuple[str, str]] = field(default_factory=list)  # of one row, by their tags


class _Reader(HTMLParser):
    """Collects the parts of one page. What is open stands in `open`, each with whether it is left
    out: what has no words, marks of sources, and what a template leaves out of the search."""

    def __init__(self, address: str):
        super().__init__()
        self.address = address
        self.parts = [Part("", address)]
        self.open: list[tuple[str, bool]] = []
        self.said = ""  # the line that is being read
        self.term = ""  # what the next line explains
        self.is_title = False  # whether it is the title of a part
        self.tables: list[_Table] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if tag in VOID:
            self.said += " " if tag == "br" else ""
            return
        classes = (attributes.get("class") or "").split()
        out = tag in NO_WORDS or "data-search-exclude" in attributes or "mark" in classes
        self._begin(tag, attributes.get("id"))
        self.open.append((tag, out or self._is_left_out()))

    def _begin(self, tag: str, id: str | None) -> None:
        if tag not in WITHIN_LINES and not self._is_in_cell() and not self._is_left_out():
            self._end_line()
        if tag == "table":
            self.tables.append(_Table())
        if tag in HEADINGS and id and not self._is_left_out():
            self.parts.append(Part("", self.address if tag == "h1" else f"{self.address}#{id}"))
            self.is_title = True

    def handle_endtag(self, tag: str) -> None:
        if tag not in (name for name, _ in self.open):
            return
        while self.open[-1][0] != tag:
            self.handle_endtag(self.open[-1][0])
        if self._is_left_out():
            pass
        elif tag in HEADINGS and self.is_title:
            self.parts[-1].title, self.said, self.is_title = _tidy(self.said), "", False
        elif tag in ("th", "td") and self.tables:
            self.tables[-1].cells.append((tag, _tidy(self.said)))
            self.said = ""
        elif tag == "tr" and self.tables:
            self._end_row(self.tables[-1])
        elif tag == "table" and self.tables:
            self.tables.pop()
        elif tag == "dt":
            self.term, self.said = _tidy(self.said), ""
        elif tag not in WITHIN_LINES and not self._is_in_cell():
            self._end_line()
        else:
            self.said += "" if tag in WITHIN_LINES else " "
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if not self._is_left_out():
            self.said += data

    def _is_left_out(self) -> bool:
        return bool(self.open) and self.open[-1][1]

    def _is_in_cell(self) -> bool:
        return any(tag in ("th", "td") for tag, _ in self.open)

    def _end_line(self) -> None:
        text, self.said = _tidy(self.said), ""
        if text:
            self.parts[-1].lines += SENTENCE.split(f"{self.term}: {text}" if self.term else text)
            self.term = ""

    def _end_row(self, table: _Table) -> None:
        """A row of heads alone is kept for the rows below it."""
        cells, table.cells = table.cells, []
        texts = [text for _, text in cells]
        if all(tag == "th" for tag, _ in cells):
            table.heads = texts
            return
        heads = table.heads if len(table.heads) == len(cells) else [""] * len(cells)
        told = [
            f"{head}: {text}" if head else text
            for head, text in zip(heads[1:], texts[1:], strict=True)
            if text
        ]
        if line := " · ".join([*texts[:1], *told]).removeprefix(" · "):
            self.parts[-1].lines.append(line)


def _tidy(text: str) -> str:
    return BEFORE_STOP.sub("", " ".join(text.split()))


def parts(html: str, address: str) -> list[Part]:
    """The parts of a page at an address: first what stands before its headings."""
    _, _, content = html.partition("<article")
    reader = _Reader(address)
    reader.feed(f"<article{content.partition('</article>')[0]}</article>")
    reader.close()
    first, *others = reader.parts
    if others and others[0].address == address:  # the heading of the page itself
        others[0].lines[:0] = first.lines
        return others
    return [first, *others]
