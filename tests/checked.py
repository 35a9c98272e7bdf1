"""What a check said of a board, kept for all tests that come to the same board: what they ask for
and write is looked at each time anew, what no byte tells from another board is not."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from safeguarding.authoring import Author
from safeguarding.problem import Problem, Problems

Check = Callable[..., Author]
Outcome = Author | list[Problem]


def checked_once(check: Check, known: dict[object, Outcome]) -> Check:
    """The same check, which looks at boards alone that it does not know."""

    def checked(root: Path, instead: Mapping[str, str | None] | None = None, **more: Any) -> Author:
        if more:  # a build, which goes on with what it is given
            return check(root, instead, **more)
        asked = (_files(root), tuple((instead or {}).items()), os.environ.get("SOURCE_DATE_EPOCH"))
        if asked not in known:
            try:
                known[asked] = check(root, instead)
            except Problems as wrong:
                known[asked] = wrong.problems
        if isinstance(outcome := known[asked], list):
            raise Problems(outcome)
        return outcome

    return checked


def _files(root: Path) -> tuple[object, ...]:
    """What tells a board from others: the names below data/ and docs/, and what stands there."""
    paths = sorted(path for folder in ("data", "docs") for path in (root / folder).rglob("*"))
    return tuple((str(path.relative_to(root)), _said(path)) for path in paths)


def _said(path: Path) -> object:
    return path.readlink() if path.is_symlink() else path.is_file() and path.read_bytes()
