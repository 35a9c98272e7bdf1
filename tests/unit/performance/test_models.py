"""What cannot stand in a table of performance."""

import pytest

from safeguarding.performance.models import NoValue, OneValue, Range
from safeguarding.record import Record
from tests.boards import INVENTED, Spoilt

HELP = "data/performance/help.yml"


def observed(written: str, told: str) -> Spoilt:
    """The same observation written like this."""
    return Spoilt(HELP, "2020-21: 80.0", f"2020-21: {written}", told)


OF_TODAY = {
    "year with a stroke": Spoilt(
        HELP,
        "2020-21: 80.0",
        "2020/21: 80.0",
        "15: 2020/21: 2020/21 is not a period; write it with a hyphen: 2020-21",
    ),
    "half a range": observed("{low: 1}", "15: high: is missing; add it"),
    "other half of a range": observed("{high: 1}", "15: low: is missing; add it"),
    "value and half a range": observed(
        "{value: 1, low: 1}", "35: low: cannot stand beside value; delete one or the other"
    ),
    "value and range": observed(
        "{value: 1, low: 1, high: 2}",
        "25: value: cannot stand beside low and high; delete one or the other",
    ),
    "value and absence": observed(
        "{value: 1, absence: blank}",
        "35: absence: cannot stand beside value; delete one or the other",
    ),
    "half a range and absence": observed(
        "{low: 1, absence: blank}", "25: low: cannot stand beside absence; delete one or the other"
    ),
    "count of what is absent": observed(
        "{count: 7, absence: blank}",
        "25: count: cannot stand beside absence; delete one or the other",
    ),
    "nothing at all": observed(
        "{count: 7}",
        "15: value: is missing; add it, or low and high, or below, or above, or absence",
    ),
    "misspelt absence": observed(
        "{absense: blank}", '25: absense: is not a key here; did you mean "absence"?'
    ),
    "unknown absence": observed(
        "{absence: lost}",
        "15: values: 2020-21: lost is no number, and no word for a missing value; write one of not"
        " available, no longer reported, N/A, blank, suppressed, c, x, z, low, u, or add it to"
        " `absences` in data/performance/framework.yml",
    ),
    "half a range of another area": Spoilt(
        HELP,
        "country: {2019-20: 72.5}",
        "country: {2019-20: {low: 72.5}}",
        "25: high: is missing; add it",
    ),
}


@pytest.mark.parametrize("spoilt", OF_TODAY.values(), ids=OF_TODAY)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


@pytest.mark.parametrize(
    ("written", "kind"),
    {
        "0": OneValue,
        "{value: 0, count: 0, of: 0}": OneValue,
        "{low: 0, high: 0}": Range,
        "{low: 0, high: 9, count: 20}": Range,
        "blank": NoValue,
        "{absence: blank}": NoValue,
    }.items(),
)
def test_observation_is_a_value_a_range_or_an_absence(written: str, kind: type[Record]) -> None:
    spoilt = observed(written, "")
    assert INVENTED.problems(spoilt.edits) == []
    seen = INVENTED.site(spoilt.edits).measures["in-time"].values["2020-21"]
    assert type(seen) is kind
