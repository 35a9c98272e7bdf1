"""The rows of an overview by the way they moved and stand."""

from typing import Any

import pytest

from safeguarding.performance.calls import PerformanceCalls
from safeguarding.performance.models import PERFORMANCE, WAYS, Overview, Way
from safeguarding.performance.views import ways
from safeguarding.performance.views.ways import Choice
from safeguarding.site import Site
from tests.boards import SMALL, Edit
from tests.conftest import NOW
from tests.small import small_site
from tests.unit.performance.small import FRAMEWORK, more

HERE = "performance/"
HIGHER = "{direction: higher, because: So., lines: 3}"
NOT_NATIONAL: dict[str, Edit] = {FRAMEWORK: ("mark: national", "mark: other")}
ALL = "themes: [help, children, over-time, statistics]"


def of_row(before: Any, after: Any, theirs: Any = None, better: str = "") -> Site:
    """The invented board, whose overview shows a theme with this row alone, and another."""
    beside = f", comparators: {{country: {{2019-20: {theirs}}}}}" if theirs is not None else ""
    values = f"values: {{2018-19: {before}, 2019-20: {after}}}"
    good = f", better: {better}" if better else ""
    shape = f"kind: rate, unit: per 10, basis: financial{good}"
    table = f"{{{shape}, measures: [{{id: row, title: A, lines: 3, {values}{beside}}}]}}"
    own = (f"{{page: performance/, {ALL}}}", "{page: performance/, themes: [more]}")
    return small_site({**more(table), FRAMEWORK: own})


def ways_of(site: Site) -> set[Way]:
    """The ways whose lists have the row."""
    (own,) = site.overviews
    return {way for way in WAYS if ways.table(site, own, way, HERE)}


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ((1, 2), {"went-up"}),
        ((2, 1), {"went-down"}),
        ((2, 2), {"stayed-the-same"}),
        (("blank", 2), set()),
        ((1, 2, 1), {"went-up", "higher-than"}),
        ((1, 2, 3), {"went-up", "lower-than"}),
        ((1, 2, 2), {"went-up"}),
        ((1, 2, None, HIGHER), {"went-up", "got-better"}),
        ((2, 1, None, HIGHER), {"went-down", "got-worse"}),
        ((2, 2, None, HIGHER), {"stayed-the-same"}),
        ((1, 2, 1, HIGHER), {"went-up", "got-better", "higher-than", "better-than"}),
        ((1, 2, 3, HIGHER), {"went-up", "got-better", "lower-than", "worse-than"}),
        (
            (2, 1, 3, HIGHER),
            {"went-down", "got-worse", "lower-than", "worse-than", "got-and-stands-worse"},
        ),
        ((3, 2, 1, HIGHER), {"went-down", "got-worse", "higher-than", "better-than"}),
        ((1, 2, 2, HIGHER), {"went-up", "got-better"}),
    ],
)
def test_row_is_in_the_list_of_each_way_it_moved_and_stands(
    row: tuple[Any, ...], found: set[Way]
) -> None:
    assert ways_of(of_row(*row)) == found


def test_every_way_has_a_title_that_names_the_country() -> None:
    site = small_site()
    assert set(ways.TITLES) == set(WAYS)
    assert ways.title(site, "got-worse") == "Got worse"
    assert ways.title(site, "worse-than") == "Worse than Exampland"
    assert len({ways.title(site, way) for way in WAYS}) == len(WAYS)


def test_every_overview_has_a_list_of_every_way() -> None:
    site = small_site()
    assert {*ways.lists(site)} == {(one, way) for one in site.overviews for way in WAYS}


def test_without_a_country_nothing_stands_beside_it() -> None:
    site = small_site(NOT_NATIONAL)
    found = {way for _, way in ways.lists(site)}
    assert found == {"got-worse", "got-better", "stayed-the-same", "went-up", "went-down"}


def test_list_has_the_rows_of_its_way_below_their_themes_and_no_theme_without_rows() -> None:
    site = small_site()
    (own,) = site.overviews
    shown = ways.table(site, own, "got-better", own.list_of("got-better"))
    assert shown
    assert (shown.caption, shown.id, shown.source) == ("Got better", "", "")
    assert [(row.label, row.part) for row in shown.rows][:2] == [
        ("Help and protection", True),
        ("Plans looked at in time", False),
    ]
    headings = [place for place, row in enumerate(shown.rows) if row.part]
    assert all(not shown.rows[place + 1].part for place in headings)
    every = [site.themes[id].theme.title for id in own.themes]
    assert len(headings) < len(every)


def test_last_theme_without_rows_is_left_out_too() -> None:
    site = of_row(1, 2)
    both = Overview(page=HERE, themes=("more", "statistics"))
    shown = ways.table(site, both, "got-better", HERE)
    titles = [row.label for row in shown.rows] if shown else []
    assert site.themes["more"].theme.title not in titles


def test_rows_of_a_list_lead_to_their_indicators() -> None:
    site = small_site()
    (own,) = site.overviews
    shown = ways.table(site, own, "got-better", own.list_of("got-better"))
    assert shown
    assert "../in-time/" in {row.href for row in shown.rows}


def choices(site: Site, here: str = HERE) -> tuple[Choice, ...]:
    (own,) = site.overviews
    return ways.choices(site, own, here)


def test_choices_are_all_rows_and_each_list_that_has_some() -> None:
    assert choices(of_row(1, 2, 1, HIGHER)) == (
        Choice("All", "", 1, True),
        Choice("Got worse, and worse than Exampland", "got-and-stands-worse/", 0, False, "worse"),
        Choice("Got better", "got-better/", 1, False, "better"),
        Choice("Went up", "went-up/", 1, False),
        Choice("Better than Exampland", "better-than/", 1, False, "better"),
        Choice("Higher than Exampland", "higher-than/", 1, False),
    )


def test_whether_a_row_is_worse_in_both_ways_is_asked_only_where_something_is_judged() -> None:
    told = [one.title for one in choices(of_row(1, 2, 1))]
    assert told == ["All", "Went up", "Higher than Exampland"]


def test_list_that_is_shown_is_chosen_and_there_though_it_is_empty() -> None:
    found = choices(of_row(1, 2), "performance/went-down/")
    assert [(one.title, one.href, one.rows, one.chosen) for one in found] == [
        ("All", "../", 1, False),
        ("Went up", "../went-up/", 1, False),
        ("Went down", "", 0, True),
    ]


def test_choices_count_the_rows_of_their_own_overview() -> None:
    site = small_site()
    (own,) = site.overviews
    of_help = Overview(page=HERE, themes=("help",))
    found = ways.choices(site, of_help, HERE)
    assert found[0].rows == sum(len(one.measures) for one in site.themes["help"].indicators)
    assert found[0].rows < ways.choices(site, own, HERE)[0].rows


def test_each_choice_counts_the_rows_that_its_list_has() -> None:
    site = small_site()
    (own,) = site.overviews
    counted = {one.title: one.rows for one in choices(site)}
    for way in WAYS:
        shown = ways.table(site, own, way, HERE)
        rows = [row for row in shown.rows if not row.part] if shown else []
        assert counted.get(ways.title(site, way), 0) == len(rows), way


def test_board_that_names_no_overview_shows_all_themes_on_its_page() -> None:
    own = f"overviews:\n  - {{page: performance/, {ALL}}}\n"
    site = small_site({FRAMEWORK: (own, "")})
    assert site.overviews == (Overview(page=PERFORMANCE, themes=tuple(site.themes)),)


def test_board_without_the_page_or_without_themes_has_no_overview() -> None:
    own = f"overviews:\n  - {{page: performance/, {ALL}}}\n"
    edits: dict[str, Edit] = {FRAMEWORK: (own, "")}
    assert small_site({**edits, "docs/performance/index.md": None}).overviews == ()
    assert SMALL.site().overviews == ()


def test_overviews_that_are_named_are_all() -> None:
    two = f"page: performance/, {ALL}}}\n  - {{page: training/, themes: [help]}}"
    site = small_site({FRAMEWORK: (f"page: performance/, {ALL}}}", two)})
    assert [one.page for one in site.overviews] == ["performance/", "training/"]
    assert ("training/", "went-up") in {(one.page, way) for one, way in ways.lists(site)}
    assert {one.page for one in site.framework.overviews} == {"performance/", "training/"}


def test_links_to_the_lists_stand_once_on_a_page_where_it_first_calls_for_them() -> None:
    lists = 'class="ways"'
    page = PerformanceCalls(small_site(), lambda: HERE, NOW)
    assert lists in page.performance_answer()
    assert lists not in page.indicator_summary()
    assert lists in PerformanceCalls(small_site(), lambda: HERE, NOW).indicator_summary()
    other = PerformanceCalls(small_site(), lambda: "training/", NOW)
    assert lists not in other.performance_answer() + other.indicator_summary()
