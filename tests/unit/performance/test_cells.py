"""What a cell says of a value, below it and in data files."""

from decimal import Decimal
from typing import Any

import pytest

from safeguarding.performance.views import cells
from safeguarding.shared.table import Value
from tests.small import better, measure, small_site, table

SITE = small_site()
REVISED = {"on": "2020-09-01", "was": "61.0", "why": "Counted twice."}


@pytest.mark.parametrize(
    ("value", "text", "below", "parts"),
    [
        (
            {"value": 70, "limits": (61, 79)},
            "70",
            ["limits 61 to 79"],
            {"lower": Decimal(61), "upper": Decimal(79)},
        ),
        ({"value": 70, "provisional": True}, "70", ["provisional"], {"provisional": True}),
        (
            {"value": 70, "averaged": "9 of 10"},
            "70",
            ["average of 9 of 10 areas"],
            {"averaged": "9 of 10"},
        ),
        (
            {"value": 60, "revised": REVISED},
            "60",
            ["corrected: it was 61.0"],
            {"was": "61.0", "corrected": "2020-09-01"},
        ),
        (
            {"absence": "suppressed", "revised": REVISED},
            "not shown, to protect children",
            ["corrected: it was 61.0"],
            {"was": "61.0", "corrected": "2020-09-01"},
        ),
        ({"below": 5}, "fewer than 5", [], {"below": 5}),
        ({"above": 21000}, "more than 21,000", [], {"above": Decimal(21000)}),
        ({"value": 40, "approximate": True}, "about 40", [], {"approximate": True}),
        (
            {"value": 43, "source": "annual-report-2020-21"},
            "43",
            [],
            {"from": "Annual report, 2020–21 (an invented document)"},
        ),
        ("c", "not shown (c)", [], {}),
        (
            {"value": 15, "count": Decimal("99.1"), "of": 660},
            "15",
            [],
            {"count": Decimal("99.1"), "of": 660},
        ),
    ],
)
def test_cell_tells_all_that_is_known_of_a_value(
    value: Any, text: str, below: list[str], parts: dict[str, Value]
) -> None:
    seen = measure({"2019-20": value}).values["2019-20"]
    cell = cells.cell(SITE, table(measure({})), seen)
    assert (cell.text, list(cell.below), dict(cell.parts)) == (text, below, parts)
    assert cell.absent is (cell.value is None)


@pytest.mark.parametrize(
    ("aim", "short", "parts"),
    [
        (75, "≈ target 75: Amber", {"target": Decimal(75), "rating": "Amber"}),
        (
            {"low": 60, "high": 80},
            "✓ target 60 to 80: Green",
            {"target_from": Decimal(60), "target_to": Decimal(80), "rating": "Green"},
        ),
    ],
)
def test_our_value_tells_its_target(aim: Any, short: str, parts: dict[str, Value]) -> None:
    row = measure({"2019-20": 70}, target={"values": {"2019-20": aim}, "lines": 1})
    figures = table(row, better=better("higher"))
    cell = cells.own_cell(SITE, figures, figures.measures[0], "2019-20")
    assert (list(cell.below), dict(cell.parts)) == ([short], parts)
