"""What a publisher writes, read; and long lists made short."""

import datetime
import unicodedata
from collections.abc import Iterable, Iterator

FIRST = 8  # lines of what can be a long list
UNSEEN = ("Cc", "Cf", "Cs")  # kinds of signs that nobody sees, or that steer a terminal


def read_day(text: str | None) -> datetime.date | None:
    """The day that a moment like 2026-09-25T14:19:14Z begins with, or nothing."""
    try:
        return datetime.date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def one_line(text: str) -> str:
    """What a publisher wrote, on one line, without what nobody sees."""
    words = (_seen(word) for word in text.split())
    return " ".join(filter(None, words))


def _seen(word: str) -> str:
    return "".join(sign for sign in word if unicodedata.category(sign) not in UNSEEN)


def first_few(lines: Iterable[str]) -> Iterator[str]:
    """The first few lines, each once, and how many more there are."""
    different = list(dict.fromkeys(lines))
    yield from different[:FIRST]
    if len(different) > FIRST:
        yield f"And {len(different) - FIRST} more like these."
