"""Small numbers, which can point to a child, are published only where someone says why."""

import re
from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from safeguarding.performance.models import Counted, FewerThan, OneValue, Range
from safeguarding.performance.rules.places import HELP, problem_of, rounded
from safeguarding.performance.rules.sums import base_of, last_digit, whole_of
from safeguarding.problem import Problem
from safeguarding.record import NUMBER
from safeguarding.rules import rule
from safeguarding.site import Site, Value

CURE = "can point to a child; write suppressed, or say in small_numbers why it may be shown"


@rule(HELP, good="2019: 1204", bad="2019: 4")
def small_numbers_are_meant(site: Site) -> Iterator[Problem]:
    """A number below that which the board or the source may show, but for 0, is published only
    where the table says why that is safe: it can point to a child. The same goes for one that a
    share tells, for what it leaves of the whole, for a range that tells more than “fewer than”, and
    for what stood there before a correction."""
    for value in site.observations():
        if value.area is None and value.table.small_numbers is None:
            smallest = site.smallest_shown(value.indicator)
            problem = _small(value, smallest) or _small_behind(site, value, smallest)
            problem = problem or _small_rest(site, value, smallest) or _narrow(value, smallest)
            problem = problem or _small_before(site, value, smallest)
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
    least, most = _can_be(site, value, seen.value, whole)
    if not _tells_small(least, most, smallest):
        return ""
    which = f"{least}" if least == most else f"{least} to {most}"
    return f"{seen.value} of {whole} can only be {which}: a count below {smallest} {CURE}"


def _can_be(site: Site, value: Value, share: Decimal, whole: Decimal) -> tuple[Decimal, Decimal]:
    """The least and the greatest count that a share printed like that of a value can be of."""
    base, half = base_of(value.table) or 100, last_digit(share) / 2
    off = Decimal(rounded(site, value.table, value.area)) / 2
    least = ((share - half) * max(whole - off, Decimal(0)) / base).to_integral(ROUND_CEILING)
    most = ((share + half) * (whole + off) / base).to_integral(ROUND_FLOOR)
    return least, most


def _tells_small(least: Decimal, most: Decimal, smallest: int) -> bool:
    """Whether a count from `least` to `most` is small, and more is known of it than that."""
    return 1 <= least <= most < smallest and (least > 1 or most < smallest - 1)


def _small_rest(site: Site, value: Value, smallest: int) -> str:
    """What is wrong with a percentage that leaves a small number of the whole: 48 of 50 leave 2."""
    seen = value.observation
    if value.table.kind != "percent" or not isinstance(seen, OneValue):
        return ""
    whole = whole_of(site, value, seen)
    if not whole:
        return ""
    if seen.count is not None:
        rest = whole - seen.count
        least, most, said = rest, rest, f"{seen.count} of {whole} leave {rest}"
        tells = 0 < rest < smallest and not _in_parts(rest)
    else:
        least, most = _can_be(site, value, 100 - seen.value, whole)
        tells, said = (
            _tells_small(least, most, smallest),
            f"{seen.value}% of {whole} can only leave",
        )
        said += f" {least}" if least == most else f" {least} to {most}"
    return f"{said}: a count below {smallest} {CURE}" if tells else ""


def _small_before(site: Site, value: Value, smallest: int) -> str:
    """What is wrong with what stood there before a correction, which readers see too."""
    revised = value.observation.revised
    if revised is None or not re.fullmatch(NUMBER, revised.was):
        return ""
    if site.hides(value.observation):
        return f"was: {revised.was} tells what is hidden now; write suppressed"
    is_small = value.table.kind == "count" and 0 < Decimal(revised.was) < smallest
    return f"was: a count below {smallest} {CURE}" if is_small else ""


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
