"""One line of a board's files, spoilt: where it stands, what stands there then, and at which lines
an editor must be told."""

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from safeguarding.site import Site
from safeguarding.yaml.values import NULL
from tests.data.written import Slot, compose, slots


@dataclass(frozen=True)
class Mistake:
    """`line` of `file` becomes `text`, which may be no line, or two. A problem must be told at one
    of the lines `told`."""

    file: str
    line: int
    text: str
    told: frozenset[int]

    def told_by(self, problem: str) -> bool:
        """Whether a problem, as an editor reads it, names one of the lines, even beside another."""
        places = re.findall(r"((?:data|docs)/[\w./-]+?):(\d+)", problem)
        return any(file == self.file and int(line) in self.told for file, line in places)


class Spoiler:
    """The files of a board, and the ways in which a line of one is spoilt; `rng` draws which."""

    def __init__(self, site: Site, root: Path, seed: int) -> None:
        self.site, self.rng = site, random.Random(seed)
        self.slots = list(slots(site, root))
        self._texts = {name: (root / name).read_text("utf-8") for name in site.files}
        self._lines = {name: text.splitlines(keepends=True) for name, text in self._texts.items()}
        self._known = {slot.text for slot in self.slots if slot.steps == ("id",)}
        self._known |= set(site.titles)
        self._meant = cache(lambda name: _meaning(name, self._texts[name]))

    def line(self, slot: Slot) -> str:
        """The whole line on which the slot's key stands."""
        return self._lines[slot.file][slot.line - 1]

    def depth_of_text_above(self, slot: Slot) -> int | None:
        """How far in the text stands that ends on the line above the slot, if a text does."""
        above = self._lines[slot.file][slot.line - 2]
        if above.lstrip().startswith("- ") or slot.line - 1 in self._lines_of_keys(slot.file):
            return None
        return len(above) - len(above.lstrip(" "))

    def _lines_of_keys(self, file: str) -> set[int]:
        return {slot.line for slot in self.slots if slot.file == file}

    def written(self, slot: Slot) -> str:
        """The value as it is typed, with its quotes or brackets."""
        start, end = slot.value.start_mark, slot.value.end_mark
        return self._lines[slot.file][start.line][start.column : end.column]

    def slip(self, word: str) -> str:
        """The word with one letter dropped, doubled, or swapped with the next."""
        at = self.rng.randrange(len(word)) if word else 0
        before, letter, after = word[:at], word[at : at + 1], word[at + 1 :]
        swapped = before + after[:1] + letter + after[1:]
        return self.rng.choice([before + after, before + letter * 2 + after, swapped])

    def misspelt(self, slot: Slot, nodes: Sequence[yaml.ScalarNode]) -> Mistake | None:
        """One of the nodes misspelt, so that nothing is called that."""
        if not nodes:
            return None
        node = self.rng.choice(nodes)
        wrong = self.slip(node.value)
        return self.put(slot, node, wrong) if wrong and wrong not in self._known else None

    def put(
        self, slot: Slot, node: yaml.Node, new: str, told: Iterable[int] = ()
    ) -> Mistake | None:
        """`new` in the place of the node; told at its line, unless said otherwise."""
        if node.start_mark.line != node.end_mark.line:
            return None
        number, line = node.start_mark.line + 1, self._lines[slot.file][node.start_mark.line]
        text = line[: node.start_mark.column] + new + line[node.end_mark.column :]
        return Mistake(slot.file, number, text, frozenset(told) or frozenset({number}))

    def instead(self, slot: Slot, text: str, told: Iterable[int] = ()) -> Mistake:
        """`text` in the place of the slot's whole line; told at that line, unless said
        otherwise."""
        return Mistake(slot.file, slot.line, text, frozenset(told) or frozenset({slot.line}))

    def spoilt(self, mistake: Mistake) -> str:
        """The whole text of the file with the mistake in it."""
        lines = self._lines[mistake.file]
        return "".join([*lines[: mistake.line - 1], mistake.text, *lines[mistake.line :]])

    def means_the_same(self, mistake: Mistake) -> bool:
        """Whether YAML reads the spoilt file as it read the file before: then nothing went
        wrong."""
        return bool(_meaning(mistake.file, self.spoilt(mistake)) == self._meant(mistake.file))


Kind = Callable[[Slot, Spoiler], Mistake | None]  # None where it cannot befall the slot


def _meaning(name: str, text: str) -> Any:
    """What YAML makes of a file; None where it can make nothing of it."""
    try:
        return _plain(compose(name, text))
    except yaml.YAMLError:
        return None


def _plain(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in NULL else node.value
    if isinstance(node, yaml.MappingNode):
        return [(_plain(key), _plain(value)) for key, value in node.value]
    return [_plain(item) for item in node.value]
