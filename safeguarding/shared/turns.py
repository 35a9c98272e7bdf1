"""What changes by itself on a day that is known: a duty that starts or ends, an edition that takes
over, a publication that is no longer current."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from safeguarding.law.models import Authority
from safeguarding.shared import addresses, words
from safeguarding.site import Site


@dataclass(frozen=True, order=True)
class Turn:
    """A change of one page on one day, in words for its readers."""

    on: datetime.date
    address: str
    what: str


def turns(site: Site) -> tuple[Turn, ...]:
    """Every change whose day the data gives, past and to come, the soonest first."""
    return tuple(sorted({*_of_steps(site), *_of_authorities(site), *_of_publications(site)}))


def _of_steps(site: Site) -> Iterator[Turn]:
    for id, procedure in site.procedures.items():
        address = addresses.procedure(id)
        for step in procedure.steps:
            duty = f"{step.who}: {step.what}"
            if step.from_:
                yield Turn(step.from_, address, f"From {words.day(step.from_)}: {duty}")
            if step.over:
                yield Turn(step.over, address, f"From {words.day(step.over)} no longer: {duty}")


def _of_authorities(site: Site) -> Iterator[Turn]:
    for address, ids in site.rests_on().items():
        for id in ids:
            yield from _of_authority(site, address, site.authorities[id])


def _of_authority(site: Site, address: str, authority: Authority) -> Iterator[Turn]:
    name, starts, ends = authority.name, authority.from_, authority.over
    if starts:
        yield Turn(starts, address, f"{name}: in force from {words.day(starts)}.")
    if ends and authority.superseded_by:
        successor = site.authorities[authority.superseded_by].name
        yield Turn(ends, address, f"{successor} takes the place of {name} on {words.day(ends)}.")


def _of_publications(site: Site) -> Iterator[Turn]:
    for one in site.publications.values():
        if one.over and one.id not in site.successors:
            said = f"No longer current from {words.day(one.over)}. Lists no longer name it."
            yield Turn(one.over, one.address, said)
