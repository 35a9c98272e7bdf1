"""What a publisher writes, read; and long lists made short."""

import datetime
import unicodedata
from collections.abc import Iterable, Iterator

MANY = 8
UNSEEN = ("Cc", "Cf", "Cs")  # kinds of signs that nobody sees, or that steer a terminal


def read_day(text: str | None) -> datetime.date | None:
    """The day that a moment like 2026-09-25T14:19:14Z begins with, or nothing."""
    try:
        return datetime.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def one_line(text: str) -> str:
    """What a publisher wrote, on one line, without what nobody sees."""
    words = (
        "".join(sign for sign in word if unicodedata.category(sign) not in UNSEEN)
        for word in text.split()
    )
    return " ".join(filter(None, words))


def first_few(lines: Iterable[str]) -> Iterator[str]:
    """The first few lines, each once, and how many more there are."""
    found = list(dict.fromkeys(lines))
    yield from found[:MANY]
    if len(found) > MANY:
        yield f"And {len(found) - MANY} more like these."
