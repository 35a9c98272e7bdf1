"""Where a reader can go on from what a view shows."""

from collections.abc import Iterable
from dataclasses import dataclass

from safeguarding.shared import addresses
from safeguarding.site import Site


@dataclass(frozen=True)
class Link:
    """Where a reader can go on. `text` is what the link says, `title` what stands beside a
    number."""

    text: str
    href: str
    title: str = ""


def indicator_links(site: Site, ids: Iterable[str], here: str) -> tuple[Link, ...]:
    """Links to indicators, named by reference and title."""
    return tuple(
        Link(
            site.indicators[id].heading,
            addresses.relative(site.indicators[id].address, here),
        )
        for id in ids
    )
