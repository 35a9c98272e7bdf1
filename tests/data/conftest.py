"""What the tests of the real data share: its measures, and the notes that stand beside them."""

from collections.abc import Callable

import pytest

from safeguarding.performance.models import Indicator, Measure
from safeguarding.record import Note
from safeguarding.site import Site
from tests.data import report

Indicators = dict[str, Indicator]
Measures = dict[str, Measure]
Noted = Callable[..., bool]


@pytest.fixture(scope="module")
def indicators(real_site: Site) -> Indicators:
    """Every indicator of the report by its id, as the report told of it."""
    return {
        id: report.as_told(indicator)
        for id, indicator in real_site.indicators.items()
        if real_site.source_id_of(indicator) == real_site.first_report
    }


@pytest.fixture(scope="module")
def measures(indicators: Indicators) -> Measures:
    """Every row of their tables, by its id."""
    return {
        measure.id: measure for indicator in indicators.values() for measure in indicator.measures
    }


@pytest.fixture(scope="module")
def noted(real_site: Site) -> Noted:
    """noted(line, word, ...): some note that rests on the line of the report has all the words."""
    notes = [record for record in real_site.records if isinstance(record, Note)]
    return lambda line, *words: any(
        line in report.cited(note.lines) and all(word in note.text for word in words)
        for note in notes
    )
