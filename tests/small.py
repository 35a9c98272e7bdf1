"""Small things for tests, made in memory: single records, and a site of the invented board.

`small_site` reads as the project does, so that every record knows its line, and copies no
folder. What no test changes is read once.
"""

import datetime
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from safeguarding.law.models import Authority
from safeguarding.performance.models import Area, Indicator, Measure, Table
from safeguarding.procedures.models import Step
from safeguarding.record import Record
from safeguarding.site import Site, record_of
from safeguarding.training.models import Session
from safeguarding.yaml import text
from tests.conftest import OTHER

PROGRAMME, COURSES = "data/training/programme.yml", "data/training/courses.yml"
LISTENING, LAW = "docs/procedures/listening.md", "data/law/law.yml"
BOARD, HELP = "data/board.yml", "data/performance/help.yml"

# What to change in a file: its first words that read like this, into those; the same several
# times; all of its text, which may be that of a new file; or, with None, that the file is gone.
Swap = tuple[str, str]
Edit = Swap | list[Swap] | str | None


def small_site(edits: Mapping[str, Edit] | None = None) -> Site:
    """The site of the invented board, with these edits by the name of the file, like
    {"data/budget.yml": ("2900", "2800")}.

    Raises Problems where a file cannot be read; no rule is asked.
    """
    written = small_texts(edits)
    pages = {name: one for name, one in written.items() if name.startswith("docs/")}
    return Site({name: _record(name, one) for name, one in written.items()}, pages)


def small_texts(edits: Mapping[str, Edit] | None = None) -> dict[str, str]:
    """All text of each file of the invented board after these edits, by the file's name."""
    edits = edits or {}
    names = sorted({*_board(), *edits}, key=_order)
    edited = {name: _edited(name, edits.get(name, [])) for name in names}
    return {name: one for name, one in edited.items() if one is not None}


def line_of(words: str, name: str, edits: Mapping[str, Edit] | None = None) -> int:
    """The line on which these words first stand in a file, once the edits are made."""
    written = small_texts(edits)[name]
    return written.count("\n", 0, written.index(words)) + 1


def _edited(name: str, edit: Edit) -> str | None:
    if edit is None or isinstance(edit, str):
        return edit
    written = _board()[name]
    for old, new in edit if isinstance(edit, list) else [edit]:
        assert old in written, f"{name} does not say {old}"
        written = written.replace(old, new, 1)
    return written


@lru_cache(maxsize=1)
def _board() -> dict[str, str]:
    """The text of each file of the invented board that is a record."""
    paths = (*(OTHER / "data").rglob("*.yml"), *(OTHER / "docs").rglob("*.md"))
    names = {path: path.relative_to(OTHER).as_posix() for path in paths}
    return {name: text.read(path, name) for path, name in names.items()}


@lru_cache(maxsize=1000)
def _record(name: str, written: str) -> Record:
    return record_of(name, written)


def _order(name: str) -> tuple[int, PurePosixPath]:
    """Files stand in the order in which the project reads them."""
    if name.startswith("docs/"):
        return 2, PurePosixPath(name)
    return int(name.removeprefix("data/") in Site.kinds()), PurePosixPath(name)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def at(text: str) -> datetime.datetime:
    """An instant from words like 2027-01-13T09:30Z."""
    return datetime.datetime.fromisoformat(text)


def measure(values: dict[str, Any], **more: Any) -> Measure:
    """A row with these values by period."""
    return Measure.model_validate({"id": "a", "title": "A", "lines": 1, "values": values, **more})


def table(*measures: Measure, **more: Any) -> Table:
    """A table of these rows: rates of financial years, unless told otherwise."""
    known = {"kind": "rate", "unit": "per 10,000", "basis": "financial"}
    return Table.model_validate(known | more | {"measures": measures})


def indicator(*tables: Table, **more: Any) -> Indicator:
    """An indicator of these tables."""
    known = {"id": "n1", "reference": "N1", "title": "Title", "lines": 1}
    return Indicator.model_validate(known | more | {"tables": tables})


def better(direction: str) -> dict[str, Any]:
    """Which way is good, as a table says it."""
    return {"direction": direction, "because": "The report says so.", "lines": 9}


def areas(**marks: str) -> dict[str, Area]:
    """Areas by id with the title of the same name, like areas(england="national")."""
    return {
        id: Area.model_validate(
            {"id": id, "title": id.capitalize(), "meaning": "All.", "mark": mark}
        )
        for id, mark in marks.items()
    }


def session(
    starts: str = "2027-01-13 09:30", ends: str = "2027-01-13 12:30", **more: Any
) -> Session:
    """A session from words like 2027-01-13 09:30, or of whole days from words like 2027-01-13."""
    begins, finishes = (day(one) if len(one) == 10 else one for one in (starts, ends))
    return Session.model_validate({"id": "one", "starts": begins, "ends": finishes, **more})


def step(**more: Any) -> Step:
    return Step.model_validate({"who": "Anyone", "what": "Act.", "force": "may", **more})


def authority(id: str = "act", **more: Any) -> Authority:
    known = {"id": id, "title": "An Act", "kind": "law", "checked": day("2026-11-20")}
    return Authority.model_validate(known | {"read": "primary", "read_in": "all of it"} | more)
