"""What every call of a page needs: the facts, the page's own address, and the day."""

import datetime
from collections import defaultdict
from zoneinfo import ZoneInfo

from safeguarding.problem import advice
from safeguarding.shared import addresses, rendering
from safeguarding.site import Site


class Page:
    """The calls of one page, whose address from the site's root is `here()`, as they stand at the
    instant `now`, in UTC."""

    def __init__(self, site: Site, here, now: datetime.datetime):
        self.site, self.here, self.now = site, here, now
        self.today = now.astimezone(ZoneInfo(site.board.timezone)).date()
        self._cited = defaultdict(dict)  # the sources that each page has named so far, in order
        self._doubtful = defaultdict(
            set
        )  # the contacts that each page has shown and nobody has confirmed
        self._doubted = set()  # the pages that have said so

    def cites(self) -> bool:
        """Whether the page has named a source so far."""
        return bool(self._cited[self.here()])

    def _contact(self, id):
        return known(self.site.contacts, id, "data/contacts.yml")

    def _named(self, id):
        """A contact that the page shows."""
        contact = self._contact(id)
        if contact.doubtful:
            self._doubtful[self.here()].add(id)
        return contact

    def _once_doubtful(self, contacts):
        """Which of these contacts nobody has confirmed, unless the page has said so already."""
        doubt = self._doubt(contacts)
        return (
            "\n" + rendering.render("contacts/doubtful.html", **doubt) if doubt["doubtful"] else ""
        )

    def _doubt(self, contacts):
        doubtful = [] if self.here() in self._doubted else [one for one in contacts if one.doubtful]
        if doubtful:
            self._doubted.add(self.here())
        return {
            "doubtful": doubtful,
            "danger": self._contact("emergency"),
            "told": addresses.relative(addresses.CONTACTS, self.here()),
        }

    def doubts(self) -> bool:
        """Whether the page has shown a contact that nobody has confirmed, and has not said so."""
        return bool(self._doubtful[self.here()]) and self.here() not in self._doubted

    def _report(self):
        """The id of the report that the page describes; of the first one, if it describes none."""
        return self.site.archived.get(self.here()) or next(iter(self.site.sources))

    def _table(self, table):
        return rendering.render("shared/table.html", table=table, data=self._data())

    def _data(self):
        """The way to the folder of data files."""
        return addresses.relative(addresses.DATA, self.here())


def known(found: dict, id: str, where: str):
    """What `id` names in `found`; an author's slip is told as such."""
    if id not in found:
        raise LookupError(f'"{id}" is not in {where}; {advice(id, found, "look there for its id")}')
    return found[id]
