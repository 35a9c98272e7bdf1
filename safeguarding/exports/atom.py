"""What changed, as an Atom feed (RFC 4287). Its ids never change, wherever the site lives."""

import datetime
import uuid
from pathlib import Path
from xml.etree import ElementTree as xml

from safeguarding.board import views
from safeguarding.site import Site

SPACE = "http://www.w3.org/2005/Atom"
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
    (site_folder / "updates.xml").write_bytes(
        xml.tostring(feed(site, today), encoding="utf-8", xml_declaration=True) + b"\n"
    )


def feed(site: Site, today: datetime.date) -> xml.Element:
    """The feed as it stands on that day. Raises ValueError where nothing has changed yet."""
    changes, board = views.updates(site, today), site.board
    root = xml.Element(f"{{{SPACE}}}feed")
    _add(root, "title", f"{board.name}: what changed")
    _add(root, "id", _id(board.name))
    _add(root, "updated", _time(max(change.on for change in changes)))
    _add(_add(root, "author"), "name", board.name)
    for change in changes:
        entry = _add(root, "entry")
        _add(entry, "title", change.title)
        key = change.key or change.what
        _add(entry, "id", _id(board.name, change.address, change.on.isoformat(), key))
        _add(entry, "updated", _time(change.on))
        _add(entry, "link", href=(board.site_url or "") + change.address)
        _add(entry, "summary", change.what)
    return root


def _add(parent: xml.Element, tag: str, text: str | None = None, **attributes: str) -> xml.Element:
    element = xml.SubElement(parent, f"{{{SPACE}}}{tag}", attributes)
    element.text = text
    return element


def _id(*names: str) -> str:
    return uuid.uuid5(NAMES, " ".join(names)).urn


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
