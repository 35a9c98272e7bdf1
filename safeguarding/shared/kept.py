"""The pages that a reader's browser keeps, to be read without a connection: those that say what to
do, and whom to call. Which these are follows from what pages are."""

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from safeguarding import citations
from safeguarding.board.models import Page
from safeguarding.procedures.models import Procedure
from safeguarding.shared import addresses
from safeguarding.site import Site, address


class Kept(NamedTuple):
    """Addresses of pages, each once, by what they are."""

    procedures: tuple[str, ...]
    tools: tuple[str, ...]
    others: tuple[str, ...]  # with a way out, the contacts, and the first pages of these folders

    @property
    def every(self) -> tuple[str, ...]:
        """All of them, those that most people need first."""
        return (*self.others, *self.procedures, *self.tools)


def pages(site: Site, now: datetime.datetime) -> Kept:
    """The pages to keep at an instant.: none that is of the past, or of figures."""
    living = {address(name): head for name, head in _heads(site) if _is_of_today(site, name, now)}
    tools = {address(name) for name, text in site.texts.items() if _has_tool(text)}
    procedures = tuple(here for here, head in living.items() if isinstance(head, Procedure))
    asking = tuple(here for here in living if here in tools and here not in procedures)
    leaving = (here for here, head in living.items() if isinstance(head, Page) and head.exit)
    found = {*procedures, *asking, *leaving, addresses.CONTACTS}
    above = {f"{here.split('/')[0]}/" for here in found if here}
    others = (found | above).difference(procedures, asking)
    return Kept(procedures, asking, tuple(here for here in living if here in others))


def _heads(site: Site) -> Iterator[tuple[str, Page | Procedure]]:
    """The name of each page that someone wrote, with its head."""
    yield from site.files_of(Page).items()
    yield from site.files_of(Procedure).items()


def _is_of_today(site: Site, name: str, now: datetime.datetime) -> bool:
    here = address(name)
    is_of_figures = any(here == one.theme.address for one in site.themes.values())
    return site.is_there(here, now) and not site.archive_of(here) and not is_of_figures


def _has_tool(text: str) -> bool:
    return any(call == "tool" for call, _ in citations.cited(text))
