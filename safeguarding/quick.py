"""Whether a change may be published before the long tests have run: it touches nothing but notices,
and how dates stand. The checks and the build know all that can be wrong with these."""

from collections.abc import Iterable, Iterator
from typing import Any

from safeguarding.board.models import NoticesFile
from safeguarding.record import Record
from safeguarding.site import Site
from safeguarding.training.models import Programme, SessionFile

# What of a date can change at the last hour.
STANDING = ("status", "moved", "starts", "ends", "venue", "changes")


def obstacles(before: Site, after: Site, changed: Iterable[str]) -> Iterator[str]:
    """Why the change from one state of the facts to another has to wait, one line for each file of
    the project of those that `changed`; nothing if it is quick."""
    for name in changed:
        old, new = before.files.get(name), after.files.get(name)
        if not (isinstance(new or old, NoticesFile) or _are_the_same(old, new)):
            yield f"{name} changed, and not only how dates stand"


def _are_the_same(old: Record | None, new: Record | None) -> bool:
    """Whether both hold dates that differ at most in how they stand."""
    of_dates = (Programme, SessionFile)
    if not isinstance(old, of_dates) or not isinstance(new, of_dates):
        return False
    return _lasting(old) == _lasting(new)


def _lasting(file: Programme | SessionFile) -> dict[str, Any]:
    """All that a programme, or the file of a date, says but for how dates stand."""
    said = file.model_dump()
    for session in said["sessions"]:
        for key in STANDING:
            session.pop(key)
    return said
