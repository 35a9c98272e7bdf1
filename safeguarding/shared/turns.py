"""What changes by itself on a day that is known: a duty that starts or ends, an edition that takes
over."""

import datetime
from dataclasses import dataclass

from safeguarding.shared import addresses, words
from safeguarding.site import Site


@dataclass(frozen=True, order=True)
class Turn:
    """A change of one page on one day, in words for its readers."""

    on: datetime.date
    address: str
    what: str


def turns(site: Site) -> tuple[Turn, ...]:
    """Every change whose day the data gives, past and to come, the soonest first; a step that
    stands in two lists of a page counts once."""
    return tuple(sorted({*_of_steps(site), *_of_authorities(site)}))


def _of_steps(site):
    for id, procedure in site.procedures.items():
        for step in (*procedure.glance, *procedure.steps, *procedure.timescales):
            if step.from_:
                yield Turn(
                    step.from_,
                    addresses.procedure(id),
                    f"From {words.day(step.from_)}: {step.who}: {step.what}",
                )
            if step.over:
                yield Turn(
                    step.over,
                    addresses.procedure(id),
                    f"From {words.day(step.over)} no longer: {step.who}: {step.what}",
                )


def _of_authorities(site):
    for address, ids in site.rests_on().items():
        for one in (site.authorities[id] for id in ids):
            if one.from_:
                yield Turn(one.from_, address, f"{one.name}: in force from {words.day(one.from_)}.")
            if one.over:
                yield Turn(
                    one.over,
                    address,
                    f"{site.authorities[one.superseded_by].name} takes the place of {one.name}"
                    f" on {words.day(one.over)}.",
                )
