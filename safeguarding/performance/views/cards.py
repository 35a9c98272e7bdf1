"""A theme as its page shows it: a card for each indicator, which leads to the page of that."""

from collections.abc import Iterator
from dataclasses import dataclass

from safeguarding.performance.models import Indicator, Measure
from safeguarding.performance.models import Table as Figures
from safeguarding.performance.views import verdict
from safeguarding.performance.views.spark import spark
from safeguarding.performance.views.standing_out import standing_out
from safeguarding.performance.views.tables import row_name
from safeguarding.performance.views.values import observed, with_unit
from safeguarding.performance.views.verdict import NO_FIGURE, Verdict
from safeguarding.shared import words
from safeguarding.shared.table import Spark
from safeguarding.site import Site

FEW = 4  # so many rows have room on a card


@dataclass(frozen=True)
class CardRow:
    """The newest value of a row, what it is counted in, when that was, how it moved and how it
    stands beside the whole country. `name` is empty where the card has no other row."""

    name: str
    value: str
    unit: str
    when: str
    verdicts: tuple[Verdict, ...]
    spark: Spark | None


@dataclass(frozen=True)
class Card:
    """An indicator at a glance: its rows, or where it has many, what stands out of them."""

    rows: tuple[CardRow, ...]
    said: tuple[str, ...]
    how_many: int

    @property
    def is_wide(self) -> bool:
        """Whether it is too wide to stand beside another."""
        return len(self.rows) > 1


def card(site: Site, indicator: Indicator) -> Card:
    """The card of an indicator."""
    measures = indicator.measures
    has_room = len(measures) <= FEW
    return Card(
        tuple(_rows(site, indicator)) if has_room else (),
        () if has_room else tuple(standing_out(indicator)),
        len(measures),
    )


def _rows(site: Site, indicator: Indicator) -> Iterator[CardRow]:
    for figures in indicator.tables:
        for measure in figures.measures:
            yield _row(site, indicator, figures, measure)


def _row(site: Site, indicator: Indicator, figures: Figures, measure: Measure) -> CardRow:
    alone = len(indicator.measures) == 1
    values = verdict.values_in_order(measure.values, figures.basis)
    period = values[-1][0] if values else ""
    judged = [
        verdict.since_before(figures, measure),
        verdict.beside_national(figures, measure, site.areas),
    ]
    value = observed(measure.values[period]) if values else ""
    return CardRow(
        "" if alone else row_name(indicator, figures, measure),
        value,
        with_unit(figures, measure.values[period]).removeprefix(value) if values else "",
        words.period(period, figures.basis) if values else "",
        tuple(one for one in judged if one.text and one.text != NO_FIGURE),
        spark(figures, measure, site.areas),
    )
