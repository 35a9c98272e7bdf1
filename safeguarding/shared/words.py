"""How numbers, periods and gaps are said."""

import datetime
import re
import unicodedata
from decimal import Decimal

from safeguarding.period import UNDATED

ABSENT = {
    "not available": "not available",
    "no longer reported": "no longer reported",
    "N/A": "“N/A” in the report",
    "blank": "left blank",
    "suppressed": "not shown, to protect children",
}


def number(value: Decimal | int) -> str:
    """The digits as the source has them, with commas and a true minus sign."""
    return f"{value:,}".replace("-", "−")


def slug(text: str) -> str:
    """Small letters, figures and hyphens alone, like `spending-2024-25`."""
    plain = unicodedata.normalize("NFKD", text.replace("–", "-")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def pounds(value: Decimal | int | None) -> str:
    """Pounds, like `£94,805` or `−£4,236.50`; in words where the source leaves it blank."""
    if value is None:
        return ABSENT["blank"]
    return f"−£{-value:,}" if value < 0 else f"£{value:,}"


def period(text: str, basis: str = "") -> str:
    """A period in words. `basis` tells a school year from a financial one."""
    if text == UNDATED:
        return "no date given"
    if "/" in text:
        return " to ".join(_month(part) for part in text.split("/"))
    if len(text) == 10:
        return day(datetime.date.fromisoformat(text))
    if len(text) == 7:
        return text.replace("-", "/") + (" school year" if basis == "academic" else "")
    return text


def short_period(text: str) -> str:
    """A period in the few letters that fit under a picture."""
    if "/" in text:
        start, finish = text.split("/")
        return f"{start[:4]}/{finish[2:4]}"
    if len(text) == 10:
        return f"{datetime.date.fromisoformat(text):%b %Y}"
    return "no date" if text == UNDATED else period(text)


def day(date: datetime.date) -> str:
    """`31 March 2025`."""
    return f"{date.day} {date:%B %Y}"


def size(count: int) -> str:
    """So many bytes as people say them: `512 bytes`, `158 KB`, `1.2 MB`."""
    if count < 1000:
        return f"{count} bytes"
    kilobytes = count / 1024
    return f"{max(kilobytes, 1):.0f} KB" if kilobytes < 999.5 else f"{kilobytes / 1024:.1f} MB"


def date(text: str) -> str:
    """A day, a month or a year in words, like `31 March 2025`, `March 2025` or 2025."""
    if len(text) == len("2025-03-31"):
        return day(datetime.date.fromisoformat(text))
    return text if len(text) == len("2025") else _month(text)


def _month(text: str) -> str:
    return f"{datetime.date.fromisoformat(text + '-01'):%B %Y}"


def join(words: list[str], last: str = "and") -> str:
    """`a, b and c`, with `last` before the last one."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def line_numbers(spans: tuple[tuple[int, int], ...]) -> str:
    """`line 665` or `lines 665–669 and 716`."""
    parts = [str(first) if first == last else f"{first}–{last}" for first, last in spans]
    plural = len(spans) > 1 or spans[0][0] != spans[0][1]
    return f"{'lines' if plural else 'line'} {join(parts)}"
