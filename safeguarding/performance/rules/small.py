"""Small numbers, which can point to a child, are published only where someone says why."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from safeguarding.performance.models import Counted, FewerThan, OneValue, Range
from safeguarding.performance.rules.places import HELP, problem_of, rounded
from safeguarding.performance.rules.sums import base_of, last_digit, whole_of
from safeguarding.problem import Problem
from safeguarding.rules import rule
from safeguarding.site import Site, Value

CURE = "can point to a child; write suppressed, or say in small_numbers why it may be shown"


@rule(HELP, good="2019: 1204", bad="2019: 4")
def small_numbers_are_meant(site: Site) -> Iterator[Problem]:
    """A number below that which the board or the source may show, but for 0, is published only
    where the table says why that is safe: it can point to a child. The same goes for one that a
    share tells, and for a range that tells more than “fewer than”."""
    for value in site.observations():
        if value.area is None and value.table.small_numbers is None:
            smallest = site.smallest_shown(value.indicator)
            problem = _small(value, smallest) or _small_behind(site, value, smallest)
            problem = problem or _narrow(value, smallest)
            if problem:
                yield problem_of(value, f"{value.period}: {problem}")


def _small(value: Value, smallest: int) -> str:
    """What is wrong with a number that is small itself."""
    if any(0 < number < smallest and not _in_parts(number) for number in _counts(value)):
        return f"a count below {smallest} {CURE}"
    return ""


def _counts(value: Value) -> Iterator[Decimal]:
    """What an observation counts: what stands behind it, and the value of a table of counts."""
    seen = value.observation
    if isinstance(seen, Counted):
        yield from (number for number in (seen.count, seen.of) if number is not None)
    if value.table.kind == "count" and isinstance(seen, OneValue):
        yield seen.value


def _in_parts(number: Decimal) -> bool:
    """Whether it is printed with places after the point: posts are counted so, and no children."""
    return last_digit(number) < 1


def _small_behind(site: Site, value: Value, smallest: int) -> str:
    """What is wrong with a share, where each count that it can be of is small."""
    seen, base = value.observation, base_of(value.table)
    if base is None or not isinstance(seen, OneValue) or seen.count is not None:
        return ""
    whole = whole_of(site, value, seen)
    if not whole:
        return ""
    half, off = last_digit(seen.value) / 2, Decimal(rounded(site, value.table, value.area)) / 2
    least = ((seen.value - half) * max(whole - off, Decimal(0)) / base).to_integral(ROUND_CEILING)
    most = ((seen.value + half) * (whole + off) / base).to_integral(ROUND_FLOOR)
    if not 1 <= least <= most < smallest or (least == 1 and most == smallest - 1):
        return ""
    which = f"{least}" if least == most else f"{least} to {most}"
    return f"{seen.value} of {whole} can only be {which}: a count below {smallest} {CURE}"


def _narrow(value: Value, smallest: int) -> str:
    """What is wrong with a range that says more of a small number than that it is small."""
    seen = value.observation
    if value.table.kind != "count":
        return ""
    if isinstance(seen, Range):
        tells_more = 0 < seen.high < smallest and (seen.low > 1 or seen.high < smallest - 1)
    else:
        tells_more = isinstance(seen, FewerThan) and seen.below < smallest
    if not tells_more:
        return ""
    return f"this says more than that it is below {smallest}; write {{below: {smallest}}}"
