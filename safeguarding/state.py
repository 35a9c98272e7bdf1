"""Which commit a board's folder stands at."""

import subprocess
from pathlib import Path
from typing import NamedTuple


class State(NamedTuple):
    """The commit that a site is made from, and whether files differed from it."""

    commit: str
    changed: bool


def of(root: Path) -> State | None:
    """What git says of the folder of a board; nothing, where no git keeps it."""
    commit = _git(root, "rev-parse", "HEAD")
    changes = _git(root, "status", "--porcelain", "--", ".")
    return None if commit is None else State(commit, bool(changes))


def _git(root: Path, *words: str) -> str | None:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True)
    except OSError:  # there is no git
        return None
    return None if done.returncode else done.stdout.strip()
