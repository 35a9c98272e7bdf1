"""A card of each indicator, on the page of its theme."""

from typing import Any

import pytest

from safeguarding.authoring import Author
from safeguarding.performance.models import Indicator
from safeguarding.performance.views import cards
from safeguarding.performance.views.cards import FEW, Card, CardRow
from safeguarding.performance.views.spark import spark
from safeguarding.shared import rendering
from tests.conftest import NOW
from tests.small import better, indicator, measure, table
from tests.unit.performance.small import IN_TIME, KNOWN


def card(*series: dict[str, Any], **more: Any) -> Card:
    """The card of an indicator with a row of each series."""
    return cards.card(KNOWN, indicator(table(*rows(*series), **more)))


def rows(*series: dict[str, Any]) -> list[Any]:
    return [
        measure(values, id=f"r{place}", title=f"Row {place}")
        for place, values in enumerate(series, 1)
    ]


def theme_page(id: str) -> str:
    """What an editor calls for on the page of a theme."""
    here = KNOWN.themes[id].theme.address
    return Author(KNOWN, here=lambda: here, now=NOW).theme(id)


def shown(one: Indicator) -> str:
    """The card of an indicator, as the page of its theme has it."""
    page = theme_page(KNOWN.theme_of[one.id].id)
    return page.partition(f"{{ #{one.id} }}")[2].partition("</section>")[0]


def written(one: Card) -> str:
    return rendering.render("performance/card.html", card=one)


def test_card_has_all_of_it() -> None:
    figures, row = IN_TIME.tables[0], IN_TIME.measures[0]
    (found,) = cards.card(KNOWN, IN_TIME).rows
    assert found == CardRow(
        "",
        "80.0",
        "% of plans",
        "2020/21",
        found.verdicts,
        spark(figures, row, KNOWN.areas),
    )
    assert found.spark
    assert [one.said for one in found.verdicts] == [
        "better, up 5.0 points from 2019/20",
        "better than Exampland 72.5 (2019/20)",
    ]


def test_rows_of_a_card_have_their_names_where_there_are_several() -> None:
    values = {"2024-25": 1}
    assert [row.name for row in card(values).rows] == [""]
    assert [row.name for row in card(values, values).rows] == ["Row 1", "Row 2"]


@pytest.mark.parametrize(
    ("how_many", "wide"), {1: False, 2: True, FEW: True, FEW + 1: False}.items()
)
def test_card_of_several_rows_is_wide(how_many: int, wide: bool) -> None:
    assert card(*[{"2024-25": 1}] * how_many).is_wide is wide


def test_few_rows_are_all_there_and_need_no_sentence() -> None:
    found = card(*[{"2024-25": 1}] * FEW)
    assert (len(found.rows), found.said, found.how_many) == (FEW, (), FEW)


def test_of_many_rows_a_card_says_what_stands_out() -> None:
    found = card(*({"2024-25": place} for place in range(FEW + 1)))
    assert found == Card((), ("Highest of 5 in 2024/25: Row 5, 4.",), FEW + 1)


def test_rows_of_all_tables_count() -> None:
    one, *others = (table(row) for row in rows(*[{"2024-25": 1}] * (FEW + 1)))
    assert cards.card(KNOWN, indicator(one, *others)).rows == ()


@pytest.mark.parametrize("values", [{}, {"2024-25": "not available"}])
def test_row_without_a_value_has_none(values: dict[str, Any]) -> None:
    (row,) = card(values).rows
    assert (row.value, row.when, row.spark) == ("", "", None)


def test_country_without_a_figure_is_not_spoken_of() -> None:
    (row,) = card({"2023-24": 1, "2024-25": 2}, better=better("higher")).rows
    assert [one.said for one in row.verdicts] == ["better, up 1 from 2023/24"]


def test_heading_of_a_card_leads_to_the_page_of_its_indicator() -> None:
    for theme, file in KNOWN.themes.items():
        page = theme_page(theme)
        for one in file.indicators:
            heading = next(line for line in page.split("\n") if f"{{ #{one.id} }}" in line)
            assert f'href="../{one.id}/"' in heading
            assert heading.startswith("## ")


def test_card_says_the_newest_value_with_what_it_counts_and_the_verdict() -> None:
    said = shown(IN_TIME)
    assert '<p class="newest"><strong>80.0</strong>% of plans, 2020/21</p>' in said
    assert '<p class="better">Better, up 5.0 points from 2019/20</p>' in said
    assert said.count("<svg") == 1


def test_card_without_a_value_says_so() -> None:
    html = written(card({}))
    assert '<p class="newest">no value</p>' in html
    assert "<svg" not in html


def test_card_of_many_rows_says_how_many() -> None:
    html = written(card(*({"2024-25": place} for place in range(FEW + 1))))
    assert "<p>Highest of 5 in 2024/25: Row 5, 4.</p>" in html
    assert f"<p>{FEW + 1} rows of figures</p>" in html
    assert "rows of figures" not in written(card({"2024-25": 1}))


def test_help_lines_stand_on_the_page_of_a_theme_with_what_distresses() -> None:
    for theme, file in KNOWN.themes.items():
        page = theme_page(theme)
        distressing = any(one.help_lines for one in file.indicators)
        assert ('id="help"' in page) is distressing, theme


def test_any_page_shows_the_cards_of_some_indicators_below_its_own_headings() -> None:
    chosen = [one.id for one in KNOWN.indicators.values()][1::-1]
    page = Author(KNOWN, here=lambda: "", now=NOW).indicator_cards(*chosen)
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert [line.partition(" ")[0] for line in headings] == ["###", "###"]
    assert [line.rpartition("#")[2] for line in headings] == [f"{id} }}" for id in chosen]
