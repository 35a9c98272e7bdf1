"""How a value of the framework is said."""

from typing import Any

import pytest

from safeguarding.performance.views import values
from tests.small import observation


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ({"value": 1200}, "1,200"),
        ({"value": -3, "bracketed": True}, "(−3)"),
        ({"low": 1, "high": 2000}, "1 to 2,000"),
        ({"absence": "blank"}, "left blank"),
    ],
)
def test_value_is_said(seen: dict[str, Any], said: str) -> None:
    assert values.observed(observation(**seen)) == said


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ({"value": 50, "count": 1200, "of": 2400}, "1,200 of 2,400 plans"),
        ({"value": 50, "count": 2}, "2 plans"),
        ({"value": 0, "count": 0, "of": 0}, "0 of 0 plans"),
        ({"value": 50, "of": 4}, ""),
    ],
)
def test_count_is_said(seen: dict[str, Any], said: str) -> None:
    assert values.count(observation(**seen), "plans") == said
