"""Targets agree with the figures that they are set for."""

from collections.abc import Iterator

from safeguarding.performance.models import Measure, OneValue, Table, Target
from safeguarding.performance.rules.places import CHILDREN
from safeguarding.period import SHAPES, UNDATED, fits
from safeguarding.problem import Problem
from safeguarding.rules import rule
from safeguarding.site import Site


@rule(
    CHILDREN,
    good="baseline: {2018-19: 60.0}",
    bad="baseline: {2018-19: 61.0}",
)
def baselines_are_our_values(site: Site) -> Iterator[Problem]:
    """The baseline of a target is our value of that period, where the row has one."""
    for _, measure, target in _targets(site):
        for period, began in target.baseline.items():
            seen = measure.values.get(period)
            if isinstance(seen, OneValue) and seen.value != began:
                yield target.problem(
                    "baseline",
                    f"{period} has the value {seen.value}, not {began}; correct one of them",
                    period,
                )


@rule(CHILDREN, good="2019-20: 75}", bad="2019: 75}")
def targets_have_their_periods(site: Site) -> Iterator[Problem]:
    """The periods of a target are written as the basis of its table wants, and a period that the
    source rates has a value and a target."""
    for table, measure, target in _targets(site):
        for period in target.values:
            if period == UNDATED or not fits(period, table.basis):
                yield target.problem(
                    "values",
                    f"{period} is not a period of the basis {table.basis}; write"
                    f" {SHAPES[table.basis][1]}",
                    period,
                )
        for period in target.rated:
            if not isinstance(measure.values.get(period), OneValue):
                yield target.problem("rated", f"{period} has no value; correct the period", period)
            elif target.of(period, table.basis) is None:
                yield target.problem(
                    "rated", f"{period} has no target yet; correct the period", period
                )


def _targets(site: Site) -> Iterator[tuple[Table, Measure, Target]]:
    for _, table in site.tables():
        for measure in table.measures:
            if measure.target:
                yield table, measure, measure.target
