"""The boards of the tests in memory: the texts of a project, read once, which each test edits for
itself. No folder is copied, and what a test leaves as it is is read no second time.

They read as the project does, so that every record knows its line.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from safeguarding import assets, checks, clock, files, pages
from safeguarding.clock import Days
from safeguarding.problem import Problem, Problems
from safeguarding.record import Record
from safeguarding.site import Site, record_of
from tests.conftest import FIXTURES, OTHER, ROOT, SESSIONS, programme_of_the_tests, without_address

# What to change in a file: its first words that read like this, into those; the same several
# times; all of its text, which may be that of a new file; or, with None, that the file is gone.
Swap = tuple[str, str]
Edit = Swap | list[Swap] | str | None
Edits = Mapping[str, Edit]
NONE: Edits = {}
# After all that the invented board says of the past.
DAY = datetime.date(2026, 11, 27)
DAYS = Days(DAY, DAY)


class Board:
    """A project in memory. Edits go by the name of the file, like
    {"data/budget.yml": ("2900", "2800")}.

    The problems that it tells are those that an editor would read, first those of form, and those
    of the facts if the form is right.
    """

    def __init__(self, root: Path, read: Callable[[], dict[str, str]], days: Days | None = None):
        self.root, self._read, self._days = root, read, days

    @cached_property
    def _texts(self) -> dict[str, str]:
        return self._read()

    def texts(self, edits: Edits = NONE) -> dict[str, str]:
        """All text of each file after these edits, by the file's name."""
        names = sorted({*self._texts, *edits}, key=_order)
        edited = {name: self._edited(name, edits.get(name, [])) for name in names}
        return {name: text for name, text in edited.items() if text is not None}

    def edited(self, edits: Edits) -> "Board":
        """A board that has these edits already."""
        return Board(self.root, lambda: self.texts(edits), self._days)

    def line_of(self, words: str, name: str, edits: Edits = NONE) -> int:
        """The line on which these words first stand in a file, once the edits are made."""
        text = self.texts(edits)[name]
        assert words in text, f"{name} does not say {words}"
        return text.count("\n", 0, text.index(words)) + 1

    def site(self, edits: Edits | None = None) -> Site:
        """The site after these edits. Raises Problems where a file cannot be read; no rule is
        asked."""
        texts = self.texts(edits or NONE)
        pages = {name: texts[name] for name in texts if _is_page(name)}
        return Site(_records(texts), pages, assets.found(self.root / "docs/assets"))

    def days(self, site: Site) -> Days:
        """The days that facts are compared with: those of today, unless the board has its own."""
        return self._days or clock.days(site.board.timezone)

    def on(self, day: datetime.date) -> "Board":
        """The board as it is on a day."""
        return Board(self.root, self.texts, Days(day, day))

    def problems(self, edits: Edits = NONE) -> list[str]:
        """What is wrong with the form of the files or with the facts; pages are not looked at."""
        return _said(self._problems(edits))

    def warnings(self, edits: Edits = NONE) -> list[str]:
        """What is likely wrong but may be meant, where nothing else is wrong."""
        assert self.problems(edits) == []
        site = self.site(edits)
        return [str(warning) for warning in checks.warnings(site, self.days(site))]

    def problems_of_pages(self, edits: Edits = NONE) -> list[str]:
        """What is wrong with the text of those pages that were edited, or with the form of a file;
        their links may lead to what stands in the folder of the board."""
        return _said(self.found_in_pages(edits))

    def problems_of_all_pages(self, edits: Edits = NONE) -> list[str]:
        """What is wrong with pages, and with what all of them together have to show."""
        return _said(pages.problems(self.root / "docs", self.site(edits)))

    def _problems(self, edits: Edits) -> list[Problem]:
        try:
            site = self.site(edits)
        except Problems as wrong:
            return wrong.problems
        return list(checks.problems(site, self.days(site)))

    def found_in_pages(self, edits: Edits = NONE) -> list[Problem]:
        """The same, as problems."""
        try:
            site = self.site(edits)
        except Problems as wrong:
            return wrong.problems
        docs = self.root / "docs"
        edited = [name for name in edits if name in site.texts]
        return [problem for name in edited for problem in pages.problems_of_page(docs, site, name)]

    def _edited(self, name: str, edit: Edit) -> str | None:
        if edit is None or isinstance(edit, str):
            return edit
        text = self._texts[name]
        for old, new in edit if isinstance(edit, list) else [edit]:
            assert old in text, f"{name} does not say {old}"
            text = text.replace(old, new, 1)
        return text


class Spoilt(NamedTuple):
    """A file whose first words `old` became `new`, and what is told of it: the column, the field
    and the message. It is told at the line of these words, or at the one nearest to it that says
    `at`."""

    file: str
    old: str
    new: str
    told: str
    at: str = ""

    @property
    def edits(self) -> Edits:
        return {self.file: (self.old, self.new)}

    def problem(self, board: Board) -> str:
        """The whole problem, as an editor of that board reads it."""
        return f"{self.file}:{self._line(board)}:{self.told}"

    def _line(self, board: Board) -> int:
        spoilt = board.line_of(self.old, self.file)
        lines = board.texts(self.edits)[self.file].split("\n")
        saying = [number for number, line in enumerate(lines, 1) if self.at and self.at in line]
        return min(saying, key=lambda number: abs(number - spoilt), default=spoilt)


def _texts_of(root: Path) -> dict[str, str]:
    texts, unreadable = files.texts(root, Site.kinds(), but=())
    assert unreadable == []
    return texts


def _real_texts() -> dict[str, str]:
    every = _texts_of(ROOT)
    texts = {name: text for name, text in every.items() if not name.startswith(SESSIONS)}
    return without_address(texts | programme_of_the_tests(texts))


def _records(texts: Mapping[str, str]) -> dict[str, Record]:
    """The record of each file. Raises Problems with everything that is wrong with any."""
    problems: list[Problem] = []
    records: dict[str, Record] = {}
    for name, text in texts.items():
        try:
            records[name] = record_of(name, text)
        except Problems as wrong:
            problems += wrong.problems
    if problems:
        raise Problems(problems)
    return records


def _is_page(name: str) -> bool:
    return name.startswith("docs/")


def _order(name: str) -> tuple[int, PurePosixPath]:
    """Files stand in the order in which the project reads them."""
    if _is_page(name):
        return 2, PurePosixPath(name)
    return int(name.removeprefix("data/") in Site.kinds()), PurePosixPath(name)


def _said(problems: Iterable[Problem]) -> list[str]:
    return [str(problem) for problem in Problems(problems).problems]


# As little as a board can have.
SMALL = Board(FIXTURES / "small-board", lambda: _texts_of(FIXTURES / "small-board"), DAYS)
INVENTED = Board(OTHER, lambda: _texts_of(OTHER), DAYS)
# The project itself, with the programme that the tests know, and without a public address.
REAL = Board(ROOT, _real_texts)
