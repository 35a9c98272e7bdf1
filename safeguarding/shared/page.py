"""What the calls of every subject need: the facts, the page's own address, the day, and what the
page has shown so far."""

import datetime
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from safeguarding.contacts.models import Contact
from safeguarding.law.models import SUPERSEDED
from safeguarding.problem import WrongWords, advice
from safeguarding.record import Note
from safeguarding.shared import addresses, authorities, origins, rendering
from safeguarding.shared.spoken import Said
from safeguarding.shared.table import Table
from safeguarding.site import Site

T = TypeVar("T")
MethodT = TypeVar("MethodT", bound=Callable[..., str])


class Mark(NamedTuple):
    """How a source is marked beside what rests on it: by the number that it has in the list at the
    foot of the page, and whether something has replaced it."""

    number: int
    replaced: bool


@dataclass
class Shown:
    """What one page has shown so far. Calls are made in the order in which the page has them: what
    a later one shows can depend on the earlier ones."""

    sources: dict[str, None] = field(default_factory=dict)  # ids, in the order of their numbers
    doubtful: set[str] = field(default_factory=set)  # ids of contacts that nobody has confirmed
    has_said_so: bool = False  # that they are not confirmed
    lists: bool = False  # of the rows that moved or stand one way
    help_lines: bool = False  # which stand beside whatever can distress


def call(method: MethodT) -> MethodT:
    """Mark a method as one that pages can call by its name."""
    method.is_call = True  # type: ignore[attr-defined]
    return method


def speaks(method: MethodT) -> MethodT:
    """Mark a call as one whose words are in the language of the page, if it has any."""
    method.speaks = True  # type: ignore[attr-defined]
    return method


def shows(where: str, what: Callable[[Site], object]) -> Callable[[MethodT], MethodT]:
    """Mark a call as one that has nothing to show where a board has nothing of `what`. An author is
    told so, and that it stands at `where`; without that, the call itself tells readers so."""

    def mark(method: MethodT) -> MethodT:
        method.shows, method.stands = what, where  # type: ignore[attr-defined]
        return method

    return mark


def look_up(
    known: Mapping[str, T], id: str, where: str, otherwise: str = "look there for its id"
) -> T:
    """What `id` names among what is known. Raises WrongWords where it names nothing, with what to
    do `otherwise` when nothing is near."""
    if id not in known:
        raise WrongWords(f'"{id}" is not in {where}; {advice(id, known, otherwise)}')
    return known[id]


class PageCalls:
    """The calls of pages, as they stand at the instant `now`, in UTC. `here` gives the address,
    from the site's root, of the page that is being made."""

    def __init__(self, site: Site, here: Callable[[], str], now: datetime.datetime):
        self.site, self.here, self.now = site, here, now
        self.today = now.astimezone(ZoneInfo(site.board.timezone)).date()
        self._shown: dict[str, Shown] = defaultdict(Shown)

    @property
    def shown(self) -> Shown:
        """What the page has shown so far."""
        return self._shown[self.here()]

    def _way(self, address: str) -> str:
        """The way from the page to an address."""
        return addresses.relative(address, self.here())

    @property
    def _say(self) -> Said:
        """The fixed words of the site, in the language of the page."""
        return Said(self.site, self.here())

    def _table(self, table: Table) -> str:
        return rendering.render(
            "shared/table.html",
            table=table,
            data=self._way(addresses.DATA),
            origins=origins.below(self.site, table),
        )

    def _data_files(self, table: str) -> str:
        """Links to the data files of the table with that id."""
        return rendering.render("shared/data.html", id=table, data=self._way(addresses.DATA))

    def _notes(self, notes: tuple[Note, ...]) -> str:
        return rendering.render("shared/notes.html", notes=origins.notes(self.site, notes))

    def _report(self) -> str:
        """The id of the report that the page describes; of the first one, if it describes none."""
        return self.site.report_of_page.get(self.here()) or self.site.first_report

    # Contacts: the first list of a page says which of them nobody has confirmed.

    def _contact(self, id: str) -> Contact:
        """A contact that the page shows."""
        contact = look_up(self.site.contacts, id, self.site.where("data/contacts.yml"))
        if contact.doubtful:
            self.shown.doubtful.add(id)
        return contact

    def _emergency(self) -> str:
        """What to do when a child is in danger now."""
        return rendering.render(
            "contacts/emergency.html", contact=self.site.emergency, say=self._say
        )

    def _contact_card(self, ids: Iterable[str]) -> str:
        """Contacts as a list, each with what it is for."""
        contacts = [self._contact(id) for id in ids]
        shown = rendering.render("contacts/contacts.html", contacts=contacts)
        return shown + self._once_doubtful(contacts)

    def _help_lines(self) -> str:
        """Who listens, for whom what the page tells distresses."""
        self.shown.help_lines = True
        lines = [self._contact(id) for id, one in self.site.contacts.items() if one.help_line]
        return rendering.render("contacts/help.html", help=lines) + self._once_doubtful(lines)

    def _once_doubtful(self, contacts: Iterable[Contact]) -> str:
        """Which of these contacts nobody has confirmed, unless the page has said so already."""
        doubt = self._doubt(contacts)
        if not doubt["doubtful"]:
            return ""
        return "\n" + rendering.render("contacts/doubtful.html", **doubt)

    def _doubt(self, contacts: Iterable[Contact]) -> dict[str, Any]:
        """What a template needs to say which of these contacts nobody has confirmed."""
        doubtful = [] if self.shown.has_said_so else [one for one in contacts if one.doubtful]
        self.shown.has_said_so = self.shown.has_said_so or bool(doubtful)
        return {
            "doubtful": doubtful,
            "danger": self.site.emergency,
            "told": self._way(addresses.CONTACTS),
        }

    # Sources: each gets the number of its place in the list at the foot of the page.

    def _name_sources(self, ids: Iterable[str]) -> None:
        self.shown.sources.update(dict.fromkeys(ids))

    def _marks(self) -> dict[str, Mark]:
        """Each source that the page has named so far, with its mark."""
        return {
            id: Mark(number, self.site.authorities[id].state(self.today) == SUPERSEDED)
            for number, id in enumerate(self.shown.sources, 1)
        }

    def _cited(self) -> str:
        """Every source that the page has named above, with the day it was checked."""
        return rendering.render(
            "law/authorities.html",
            sources=authorities.sources(self.site, self.shown.sources, self.today),
            told=self._way(addresses.SOURCES),
        )


def under_headings(parts: Iterable[tuple[str, str, str]], level: int = 2) -> str:
    """Each (title, anchor, text) under its own heading."""
    return "\n\n".join(
        f"{rendering.heading(level, title, anchor)}\n\n{text}" for title, anchor, text in parts
    )


class OwnPage(NamedTuple):
    """A page that nobody writes: its address, that of the page above it, and its text, as a page of
    docs/ is written."""

    address: str
    above: str
    text: str


def own_text(head: dict[str, Any], *parts: str, is_listed: bool = True) -> str:
    """The text of a page that nobody writes, with that head. What is not listed, no search
    finds."""
    keys = {**head, "render_macros": False}
    if not is_listed:
        keys["robots"] = "noindex"
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items()]
    text = [rendering.heading(1, head["title"], "top"), *filter(None, parts)]
    return "\n".join(["---", *lines, "---", "", "\n\n".join(text)]) + "\n"
