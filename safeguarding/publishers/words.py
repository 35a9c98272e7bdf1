"""What a publisher writes, read; and long lists made short."""

import datetime
from collections.abc import Iterable, Iterator

MANY = 8


def read_day(text: str) -> datetime.date | None:
    """The day that a moment like 2026-09-25T14:19:14Z begins with, or nothing."""
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def listed(lines: Iterable[str]) -> Iterator[str]:
    """The first few lines, each once, and how many more there are."""
    found = list(dict.fromkeys(lines))
    yield from found[:MANY]
    if len(found) > MANY:
        yield f"And {len(found) - MANY} more like these."
