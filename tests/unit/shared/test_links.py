"""Where a reader can go on."""

from safeguarding.shared.links import Link, indicator_links
from tests.small import small_site


def test_link_has_no_title_unless_told() -> None:
    assert Link("a", "b/") == Link("a", "b/", "")


def test_indicators_are_named_by_reference_and_title_in_the_order_given() -> None:
    assert indicator_links(small_site(), ["calls", "in-time"], "performance/") == (
        Link("E3: Calls", "calls/"),
        Link("E1: Plans looked at in time", "in-time/"),
    )
