"""The parts of a document, as pandoc names them -> those that a page of this site has.

A part is {"t": its kind, "c": what it holds}: a block, like a paragraph, or words within one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from safeguarding.pasted.links import behind, unreachable
from safeguarding.pasted.mail import MARKING
from safeguarding.pasted.marks import MAIL
from safeguarding.pasted.shapes import CAPITALS, ITALIC

Node = dict[str, Any]
UNWRAPPED = ("Underline", "SmallCaps", "Span", "Quoted", "Cite")  # of which only the words stay
MARKED = ("Emph", "Strong", "Superscript", "Subscript")
LINK = re.compile(rf"(\W?)(https?://[^\s<>]*[\w/]|{MAIL})(\W*)")
LISTS = ("BulletList", "OrderedList")
NOTES = "Notes"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass
class Shown:
    """A table or a picture: where its file stands in the document, its words, and what is above."""

    target: str = ""
    words: str = ""
    caption: str = ""
    begins: str = ""
    above: str = ""


@dataclass
class Converter:
    """What makes the blocks of a page; it keeps tables and pictures, for each of which a `hole` is
    left in the text."""

    hole: Callable[[str, int], str]
    pictures: list[Shown] = field(default_factory=list)
    tables: list[Shown] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    first: str = ""
    _above: str = ""
    _placed: int = 0  # how many of the pictures have a hole
    _notes: list[list[Node]] = field(default_factory=list)

    def converted(self, blocks: list[Node]) -> list[Node]:
        """The blocks of a page, but for its notes."""
        return _as_headings(self._of_blocks(blocks))

    def take_title(self, blocks: list[Node]) -> str:
        """The words of the first heading, which is taken out of the blocks; empty where the first
        block is none."""
        if blocks and blocks[0]["t"] == "Header":
            return plain(blocks.pop(0)["c"][2])
        return ""

    def finished(self, blocks: list[Node]) -> list[Node]:
        """The same below a title, with the notes at the end."""
        made = _levelled(blocks)
        if self._notes:
            anchors = (
                _raw(f'<span id="note-{at}"></span>') for at in range(1, 1 + len(self._notes))
            )
            items = [
                [_para([anchor, *note])] for anchor, note in zip(anchors, self._notes, strict=True)
            ]
            made += [_header(2, _words(NOTES)), _list(items, is_numbered=True)]
        return _with_own_words(made)

    # Blocks.

    def _of_blocks(self, blocks: list[Node]) -> list[Node]:
        made: list[Node] = []
        for block in blocks:
            for one in self._of_block(block):
                self._put(one, made)
            for number in range(self._placed, len(self.pictures)):
                made.append(_para(_words(self.hole("picture", number))))
            self._placed = len(self.pictures)
        return made

    def _of_block(self, block: Node) -> Iterator[Node]:
        kind, held = block["t"], _held(block)
        if kind in ("Para", "Plain"):
            yield from self._of_paragraph(held)
        elif kind == "Header":
            words = self._of_words(held[2])
            self._above = plain(words)
            if self._above:
                yield _header(held[0], _without_bold(words))
        elif kind == "LineBlock":
            yield from self._of_paragraph(_joined(held))
        elif kind in ("BlockQuote", "Div", "Figure"):  # a figure's caption is in its picture
            yield from self._of_blocks(held if kind == "BlockQuote" else held[-1])
        elif kind in LISTS:
            yield from self._of_list(block)
        elif kind == "Table":
            yield from self._of_table(held)
        elif kind == "CodeBlock":
            yield _para(_words(held[1]))

    def _of_paragraph(self, words: list[Node]) -> Iterator[Node]:
        if any(one["t"] == "Link" and one["c"][2][0].startswith("#_Toc") for one in words):
            return  # a line of a list of contents
        made = _trimmed(self._of_words(words))
        if made:
            self.first = self.first or plain(made)
            yield _para(made)

    def _put(self, block: Node, made: list[Node]) -> None:
        """Add a block to those made. Of two lists that stand together, Markdown makes one."""
        above = made[-1] if made else {"t": ""}
        if block["t"] in LISTS and above["t"] == block["t"]:
            _items(above).extend(_items(block))
        elif block["t"] == "BulletList" and above["t"] == "OrderedList":
            _items(above)[-1].append(block)
        elif block["t"] == "OrderedList" and above["t"] == "BulletList":
            items = [_begun(f"({number}) ", item) for number, item in enumerate(_items(block), 1)]
            _items(above).extend(items)
        else:
            made.append(block)

    def _of_list(self, block: Node) -> Iterator[Node]:
        is_numbered = block["t"] == "OrderedList"
        items = [item for one in _items(block) if (item := self._of_blocks(one))]
        if is_numbered:
            start, style, _ = block["c"][0]
            if style["t"] not in ("Decimal", "DefaultStyle") or start != 1:
                marks = (
                    _counter(number, style["t"]) for number in range(start, start + len(items))
                )
                items = [
                    _begun(f"({mark}) ", item) for mark, item in zip(marks, items, strict=True)
                ]
                is_numbered = False
        if items:
            yield _list(items, is_numbered=is_numbered)

    # Tables.

    def _of_table(self, held: list[Any]) -> Iterator[Node]:
        _, caption, columns, head, bodies, foot = held
        rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part), *foot[1]]
        cells = [[*_spread(row)] for row in rows]
        if len(cells) == 1 and len(columns) == 1:  # a box around text
            yield from self._of_blocks(cells[0][0])
            return
        made = [[self._of_cell(blocks) for blocks in row] for row in cells]
        made = [row for row in made if any(row)]
        if not made:
            return
        self.tables.append(
            Shown(
                caption=plain([one for block in caption[1] for one in block.get("c", [])]),
                begins=" | ".join(filter(None, map(plain, made[0]))),
                above=self._above,
            )
        )
        width = max(map(len, made))
        yield _table([row + [[]] * (width - len(row)) for row in made])
        yield _para(_words(self.hole("table", len(self.tables) - 1)))

    def _of_cell(self, blocks: list[Node]) -> list[Node]:
        return _joined([*_lines(self._of_blocks(blocks))])

    # Words.

    def _of_words(self, words: list[Node]) -> list[Node]:
        return [made for one in words for made in self._of_word(one)]

    def _of_word(self, word: Node) -> Iterator[Node]:
        kind, held = word["t"], _held(word)
        if kind == "Str":
            yield from _linked(held)
        elif kind in UNWRAPPED:
            yield from self._of_words(held[-1] if isinstance(held[-1], list) else held)
        elif kind in MARKED:
            inner = self._of_words(held)
            yield from [{"t": kind, "c": inner}] if plain(inner).strip() else inner
        elif kind == "Strikeout":
            yield from [_raw("<del>"), *self._of_words(held), _raw("</del>")]
        elif kind == "Link":
            yield from self._of_link(held)
        elif kind == "Image":
            self.pictures.append(Shown(held[2][0], plain(held[1]), above=self._above))
        elif kind == "Note":
            yield from self._of_note(held)
        elif kind in ("Code", "Math"):
            yield from _words(held[1])
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            yield {"t": "Space"} if kind == "SoftBreak" else word

    def _of_link(self, held: list[Any]) -> Iterator[Node]:
        self._of_words([one for one in held[1] if one["t"] == "Image"])
        words, address = _words(plain(held[1])), held[2][0]
        is_within = address.startswith("#")
        real = "" if is_within else behind(address) or address
        if wrong := unreachable(real):
            self.told.append(f"The link “{plain(words)}” is gone: {address} {wrong}.")
        if wrong or is_within or not words:
            yield from words
        else:
            yield {"t": "Link", "c": [["", [], []], words, [real, ""]]}

    def _of_note(self, blocks: list[Node]) -> Iterator[Node]:
        self._notes.append(self._of_cell(blocks))
        number = len(self._notes)
        words = _words(f"(note {number})")
        yield {"t": "Space"}
        yield {"t": "Link", "c": [["", [], []], words, [f"#note-{number}", ""]]}


# Headings.


def _as_headings(blocks: list[Node]) -> list[Node]:
    """The blocks, in which a short paragraph all in bold, in italics or in capitals is a heading
    below the one above it."""
    level, made = 1, []
    for block in blocks:
        if block["t"] == "Header":
            level = block["c"][0]
        words = plain(block["c"]) if block["t"] == "Para" else ""
        if 0 < len(words) <= 80 and not words.endswith((".", "!", ":")):
            block = _header(level + 1, inner) if (inner := _stands_out(block, words)) else block
        made.append(block)
    return made


def _stands_out(paragraph: Node, words: str) -> list[Node]:
    """What a paragraph says that stands out as a heading does; nothing if it does not."""
    inner: list[Node] = paragraph["c"]
    if MARKING.match(words):
        return []
    if [one["t"] for one in inner] in (["Strong"], ["Emph"]):
        within: list[Node] = inner[0]["c"]
        return within if inner[0]["t"] == "Strong" or ITALIC.fullmatch(f"*{words}*") else []
    return inner if CAPITALS.fullmatch(words) else []


def _levelled(blocks: list[Node]) -> list[Node]:
    """The same with headings of level 2 and below, none of which leaves out a level."""
    headings = [block for block in blocks if block["t"] == "Header"]
    levels = sorted({heading["c"][0] for heading in headings})
    above = 1
    for heading in headings:
        heading["c"][0] = above = min(levels.index(heading["c"][0]) + 2, above + 1)
    return blocks


def _with_own_words(blocks: list[Node]) -> list[Node]:
    """The same, in which no two headings have the same words."""
    seen: dict[str, int] = {}
    for block in blocks:
        if block["t"] == "Header":
            words = plain(block["c"][2])
            seen[words] = seen.get(words, 0) + 1
            if seen[words] > 1:
                block["c"][2] += _words(f" ({seen[words]})")
    return blocks


# Small parts.


def _held(part: Node) -> Any:
    return part.get("c", [])


def plain(part: Any) -> str:
    """The words of a part, or of several, without marks."""
    if isinstance(part, list):
        return "".join(map(plain, part))
    if not isinstance(part, dict):
        return ""
    kind, held = part["t"], part.get("c", [])
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind in ("Str", "Code", "Math"):
        return held if isinstance(held, str) else str(held[1])
    return "" if kind in ("RawInline", "Note") else plain(held)


def _words(text: str) -> list[Node]:
    parts: list[Node] = []
    for word in re.split("( )", text):
        if word:
            parts.append({"t": "Space"} if word == " " else {"t": "Str", "c": word})
    return parts


def _linked(text: str) -> list[Node]:
    """A word, in which an address is a link."""
    found = LINK.fullmatch(text)
    if not found:
        return [{"t": "Str", "c": text}]
    before, said, after = found.groups()
    address = said if said.startswith("http") else f"mailto:{said}"
    link = {"t": "Link", "c": [["", ["uri"], []], _words(said), [address, ""]]}
    return [*_words(before.strip("<")), link, *_words(after.strip(">"))]


def _raw(html: str) -> Node:
    return {"t": "RawInline", "c": ["html", html]}


def _para(words: list[Node]) -> Node:
    return {"t": "Para", "c": words}


def _header(level: int, words: list[Node]) -> Node:
    return {"t": "Header", "c": [level, ["", [], []], words]}


def _list(items: list[list[Node]], *, is_numbered: bool) -> Node:
    tight = all(len(item) == 1 or item[1]["t"] in LISTS for item in items)
    if tight:
        for item in items:
            item[0] = {"t": "Plain", "c": item[0]["c"]} if item[0]["t"] == "Para" else item[0]
    if is_numbered:
        return {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], items]}
    return {"t": "BulletList", "c": items}


def _items(block: Node) -> list[list[Node]]:
    items: list[list[Node]] = block["c"][1] if block["t"] == "OrderedList" else block["c"]
    return items


def _begun(mark: str, item: list[Node]) -> list[Node]:
    """A point that begins with the mark."""
    if item[0]["t"] in ("Para", "Plain"):
        item[0]["c"] = [*_words(mark), *item[0]["c"]]
    return item


def _counter(number: int, style: str) -> str:
    if "Alpha" in style and number <= len(LETTERS):
        return LETTERS[number - 1].upper() if style.startswith("Upper") else LETTERS[number - 1]
    if "Roman" in style and number <= len(ROMAN):
        return ROMAN[number - 1]
    return str(number)


def _trimmed(words: list[Node]) -> list[Node]:
    while words and words[0]["t"] in ("Space", "LineBreak"):
        words = words[1:]
    while words and words[-1]["t"] in ("Space", "LineBreak"):
        words = words[:-1]
    return words


def _without_bold(words: list[Node]) -> list[Node]:
    return [inner for one in words for inner in (one["c"] if one["t"] == "Strong" else [one])]


def _lines(blocks: list[Node]) -> Iterator[list[Node]]:
    """The words of each paragraph, heading and point of some blocks."""
    for block in blocks:
        if block["t"] in ("Para", "Plain"):
            yield block["c"]
        elif block["t"] == "Header":
            yield block["c"][2]
        elif block["t"] in LISTS:
            for item in _items(block):
                yield from _lines(item)


def _joined(lines: list[list[Node]]) -> list[Node]:
    """Lines as one paragraph, or as one cell, which has no line break of Markdown."""
    made: list[Node] = []
    for line in lines:
        made += [_raw("<br>"), *line] if made else line
    return [_raw("<br>") if one["t"] == "LineBreak" else one for one in made]


def _spread(row: list[Any]) -> Iterator[list[Node]]:
    """The blocks of each cell of a row; those over which one is spread are empty."""
    for _, _, _, columns, blocks in row[1]:
        yield blocks
        for _ in range(columns - 1):
            yield []


def _table(rows: list[list[list[Node]]]) -> Node:
    def row(cells: list[list[Node]]) -> list[Any]:
        none = ["", [], []]
        plain_cells = [
            [none, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": one}]] for one in cells
        ]
        return [none, plain_cells]

    none = ["", [], []]
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in rows[0]]
    head, body = [none, [row(rows[0])]], [none, 0, [], [row(one) for one in rows[1:]]]
    return {"t": "Table", "c": [none, [None, []], columns, head, [body], [none, []]]}
