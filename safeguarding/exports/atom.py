"""What changed, as an Atom feed (RFC 4287). Its ids never change, wherever the site lives."""

import datetime
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as xml

from safeguarding import placing
from safeguarding.board import views
from safeguarding.board.views import Update
from safeguarding.site import Site

SPACE = "http://www.w3.org/2005/Atom"
# The last day of which changes that were published by then have ids made of their words.
KNOWN_BY_WORDS = datetime.date(2026, 11, 27)
NAMES = uuid.UUID("5b1f7a3e-6f0e-4c53-9f0b-3d9a6f5c2f10")  # of this generator's feeds


def has_news(site: Site, today: datetime.date) -> bool:
    """Whether there is a feed: it must say when it was last changed, so something must have."""
    return bool(views.updates(site, today))


def write(site: Site, site_folder: Path, today: datetime.date) -> None:
    """updates.xml at the site's root, as it stands on the day `today`. Links are whole where
    data/board.yml knows the site's address, otherwise relative."""
    if not has_news(site, today):
        return
    xml.register_namespace("", SPACE)
    text = xml.tostring(feed(site, today), encoding="utf-8", xml_declaration=True)
    placing.write(site_folder, "updates.xml", text + b"\n")


def feed(site: Site, today: datetime.date) -> xml.Element:
    """The feed as it stands on that day. Raises ValueError where nothing has changed yet."""
    changes, board = views.updates(site, today), site.board
    root = xml.Element(f"{{{SPACE}}}feed")
    _add(root, "title", f"{board.name}: what changed")
    _add(root, "id", _id(board.name))
    _add(root, "updated", _time(max(change.on for change in changes)))
    _add(_add(root, "author"), "name", board.name)
    _add(root, "link", rel="self", href=(board.site_url or "") + "updates.xml")
    for change, id in zip(changes, _ids(board.name, changes), strict=True):
        entry = _add(root, "entry")
        _add(entry, "title", change.title)
        _add(entry, "id", id)
        _add(entry, "updated", _time(change.on))
        _add(entry, "link", href=(board.site_url or "") + change.address)
        _add(entry, "summary", change.what)
    return root


def _add(parent: xml.Element, tag: str, text: str | None = None, **attributes: str) -> xml.Element:
    element = xml.SubElement(parent, f"{{{SPACE}}}{tag}", attributes)
    element.text = text
    return element


def _ids(board: str, changes: Iterable[Update]) -> Iterator[str]:
    """What names each entry for good, whatever becomes of its words: its page, its day, its kind,
    and its number among those that share all three, in the order in which they are written. Readers
    know older ones by their words."""
    alike: Counter[tuple[str, ...]] = Counter()
    for change in changes:
        kind = change.key or (change.what if change.on <= KNOWN_BY_WORDS else "change")
        names = (board, change.lasting or change.address, change.on.isoformat(), kind)
        alike[names] += 1
        number = alike[names]
        yield _id(*names, *([str(number)] if number > 1 else []))


def _id(*names: str) -> str:
    return uuid.uuid5(NAMES, " ".join(names)).urn


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
