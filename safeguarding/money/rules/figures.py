"""The figures of a budget agree with each other, as far as they go. What is missing is not 0: it
proves nothing."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from safeguarding.money.models import Budget, Item
from safeguarding.money.rules.sums import Proof, Reason, proofs, sides
from safeguarding.problem import Problem
from safeguarding.rules import rule
from safeguarding.site import Site

BUDGET, NEXT, LAST = "data/budget.yml", "data/budget-2022-23.yml", "data/budget-2023-24.yml"

# What is wrong with a figure, by what it follows from.
WRONG: dict[Reason, str] = {
    "lines": "the lines above add up to {expected:,}, not {printed:,}; correct a line or the total",
    "left": "income less spending is {expected:,}, not {printed:,}; correct one of them",
    "set aside": "income less spending leaves {opposite:,}, so this should be {expected:,}",
    "carried": (
        "what was brought forward, income less spending, and transfers make {expected:,}, not"
        " {printed:,}; correct one of them"
    ),
    "difference": "the other columns make it {expected:,}, not {printed:,}; correct one of them",
    "share": "the amounts make it {expected}%, not {printed}%; correct one of them",
}
MORE = (
    "the lines that have a figure add up to {expected:,}, more than {printed:,}; correct a line or"
    " the total"
)


@rule(
    BUDGET,
    good="total: {title: Total spent, amounts: [4000",
    bad="total: {title: Total spent, amounts: [4001",
)
def budget_totals_add_up(site: Site) -> Iterator[Problem]:
    """Each total that a report prints is the sum of the lines above it; where a line has no figure,
    it is no less than the others."""
    yield from _wrong(site, "lines")


@rule(
    NEXT,
    good="amounts: [5100, 5300.25], unreconciled: [Outturn]",
    bad="amounts: [5100, 5300.25]",
    warns=True,
)
def gaps_are_known(site: Site) -> Iterator[Problem]:
    """Where a line has no figure, the others add up to the total; if a part of it belongs to that
    line, `unreconciled` says so."""
    for budget in site.every_budget:
        for proof in proofs(budget):
            if proof.has_gap and proof.column not in proof.line.unreconciled:
                yield proof.line.problem(
                    "amounts",
                    f"{proof.column}: the lines that have a figure add up to {proof.expected:,} of"
                    f" {proof.printed:,}; is one wrong? If the rest belongs to a line without one,"
                    f" write unreconciled: [{proof.column}]",
                    proof.place,
                )


@rule(BUDGET, good="amounts: [null, -600]", bad="amounts: [null, 600]")
def surplus_is_what_is_left(site: Site) -> Iterator[Problem]:
    """The surplus is income less spending. Where nothing is carried forward, so much is set
    aside."""
    yield from _wrong(site, "left", "set aside")


@rule(
    NEXT,
    good="carried_forward: {title: Balance carried forward, amounts: [955, 850.50",
    bad="carried_forward: {title: Balance carried forward, amounts: [955, -850.50",
)
def what_is_carried_forward_was_there(site: Site) -> Iterator[Problem]:
    """What is carried forward is what was brought forward, with income less spending and
    transfers."""
    yield from _wrong(site, "carried")


@rule(
    NEXT,
    good="{title: The health board, amounts: [1000, 1000, 18.7]",
    bad="{title: The health board, amounts: [1000, 1000, 18.8]",
)
def printed_differences_and_shares_are_right(site: Site) -> Iterator[Problem]:
    """A difference or a share that a report prints is what its amounts make it."""
    yield from _wrong(site, "difference", "share")


def _wrong(site: Site, *reasons: Reason) -> Iterator[Problem]:
    for budget in site.every_budget:
        for proof in proofs(budget):
            line = proof.line
            wrong = proof.reason in reasons and not proof.holds
            if wrong and proof.column not in line.unreconciled:
                yield line.problem("amounts", _told(proof), proof.place)


def _told(proof: Proof) -> str:
    said = WRONG[proof.reason] if proof.whole else MORE
    opposite = -proof.expected
    return f"{proof.column}: " + said.format(opposite=opposite, **proof._asdict())


@rule(
    NEXT,
    good="unreconciled: [Budget]",
    bad="unreconciled: [Budget, Outturn less budget]",
)
def contradictions_are_there(site: Site) -> Iterator[Problem]:
    """A column is named in `unreconciled` only where its figure does not follow from the others."""
    for budget in site.every_budget:
        doubted = (one for one in proofs(budget) if not one.holds or one.has_gap)
        off = {(id(one.line), one.column) for one in doubted}
        for side in sides(budget):
            for line in side.lines:
                for number, column in enumerate(line.unreconciled):
                    if (id(line), column) not in off:
                        yield line.problem(
                            "unreconciled",
                            f"the figure under {column} follows from the others; take it out",
                            number,
                        )


@rule(
    LAST,
    good="brought_forward: {title: Balance brought forward, amounts: [850.50]",
    bad="brought_forward: {title: Balance brought forward, amounts: [805.50]",
    warns=True,
)
def what_was_carried_forward_comes_back(site: Site) -> Iterator[Problem]:
    """A year begins with what the year before carried forward."""
    for before, after in permutations(site.every_budget, 2):
        kept, found = before.carried_forward, after.brought_forward
        follows = _begins(after) == _ends(before) and after.unit == before.unit
        if kept and found and follows and not _known(kept) & _known(found):
            amounts = " or ".join(f"{amount:,}" for amount in sorted(_known(kept)))
            yield found.problem(
                "amounts",
                f"{before.period} carried {amounts} forward, and none of it is here; is one of the"
                " two wrong?",
            )


def _begins(budget: Budget) -> str:
    """The year that it begins in, like 2022 of 2022–23; nothing where it is written in words."""
    return budget.period[:4]


def _ends(budget: Budget) -> str | None:
    """The year that it ends in, like 2023 of 2022–23; None where it is written in another way."""
    found = re.search(r"(\d\d)\d\d[-–/](\d\d)$", budget.period)
    return found[1] + found[2] if found else None


def _known(line: Item) -> set[Decimal]:
    return {amount for amount in line.amounts if amount is not None}
