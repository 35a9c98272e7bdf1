"""legislation.gov.uk: each provision as XML, with the days of its texts and the changes that are known but not yet made in it.

https://legislation.github.io/data-documentation/ describes the format (Crown Legislation Markup Language).
"""

import datetime
import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as xml

from safeguarding.models.law import NOT_YET, SUPERSEDED
from safeguarding.publishers.client import Answer, Unanswered
from safeguarding.publishers.words import listed, read_day
from safeguarding.views.words import day

NAMES = {"leg": "http://www.legislation.gov.uk/namespaces/legislation", "ukm": "http://www.legislation.gov.uk/namespaces/metadata",
         "dct": "http://purl.org/dc/terms/", "atom": "http://www.w3.org/2005/Atom"}
REPLACED = "http://purl.org/dc/terms/isReplacedBy"
VERSION = re.compile(r"/(enacted|made|created|adopted|prospective|\d{4}-\d\d-\d\d)$")  # of a text that no longer changes
WHOLE = re.compile(r"/[a-z]+/(\d{4}|[A-Za-z0-9]+/[\d-]+)/\d+$")  # an Act or regulations, no part of it


def _path(url):
    return VERSION.sub("", re.sub(r"^/(cy|en)/", "/", urlsplit(url).path).rstrip("/").removesuffix("/contents"))


def address(url: str) -> str:
    """Where the current text of the provision at `url` is told about; of a whole Act, its list of contents."""
    path = _path(url)
    return f"https://www.legislation.gov.uk{path}{'/contents' if WHOLE.fullmatch(path) else ''}/data.xml"


def provision(url: str) -> str:
    """The id of the provision at `url` within its text, like section-47 or schedule-8-paragraph-9; empty for a whole Act."""
    path = _path(url)
    return "" if WHOLE.fullmatch(path) else re.sub(r"^/[a-z]+/(?:\d{4}|[^/]+/[\d-]+)/\d+/", "", path).replace("/", "-")


def changes(answer: Answer, authority, today: datetime.date):
    """A sentence for each thing that is new since the authority was checked."""
    if answer.status in (404, 410):
        yield f"It is no longer at its address (status {answer.status})."
        return
    root, id = _parsed(answer), provision(authority.url)
    piece = next((found for found in root.iter() if found.get("id") == id), root) if id else root
    valid = read_day(root.findtext(".//dct:valid", "", NAMES))
    if valid and valid > authority.checked:
        yield f"Its text changed on {day(valid)}."
    for link in root.iterfind(".//atom:link", NAMES):
        ahead = read_day(link.get("title", "")) if link.get("rel") == REPLACED else None
        if ahead and ahead > authority.checked:
            yield f"Another text counts from {day(ahead)}."
    yield from _state(root, piece, authority, today)
    yield from listed(_effect(effect) for effect in root.iterfind(".//ukm:UnappliedEffect", NAMES) if _touches(effect, id) and _is_new(effect, authority.checked))


def _parsed(answer):
    try:
        root = xml.fromstring(answer.content)
    except xml.ParseError:
        root = None
    if root is None or root.find(".//ukm:Metadata", NAMES) is None:
        raise Unanswered("answered with something that is no text of a law")
    return root


def _state(root, piece, authority, today):
    """Whether it is in force, where that is not what data/law/ says."""
    status, state = piece.get("Status") or root.get("Status"), authority.state(today)
    ended, started = read_day(piece.get("RestrictEndDate") or ""), read_day(piece.get("RestrictStartDate") or "")
    if state != SUPERSEDED and (status == "Repealed" or (ended and ended <= today)):
        yield f"It is no longer in force{f' since {day(ended)}' if ended else ''}."
    elif state == NOT_YET and status != "Prospective" and started and started <= today:
        yield f"It has been in force since {day(started)}; data/law/ says that it is not."
    elif state not in (NOT_YET, SUPERSEDED) and status == "Prospective":
        yield "Its publisher says that it is not yet in force."


def _touches(effect, id):
    """Whether a change is one of this provision, of a part of it, or of all."""
    found = [section.get("FoundRef") or section.get("Ref") or "" for section in effect.iterfind("ukm:AffectedProvisions/ukm:Section", NAMES)]
    return not id or not found or any(f"{ref}-".startswith(f"{id}-") or f"{id}-".startswith(f"{ref}-") for ref in found)


def _is_new(effect, checked):
    recorded = read_day(effect.get("Modified", ""))
    return bool(recorded and recorded > checked) or any(starts > checked for starts in _starts(effect))


def _starts(effect):
    return [starts for one in effect.iterfind("ukm:InForceDates/ukm:InForce", NAMES) if (starts := read_day(one.get("Date", "")))]


def _effect(effect):
    title = effect.findtext("ukm:AffectingTitle", "another law", NAMES)
    starts = _starts(effect)
    what = f"{effect.get('AffectedProvisions', 'It')}: {effect.get('Type', 'changed')} by {title}, {effect.get('AffectingProvisions', 'no place told')}"
    return f"{what}; {f'in force from {day(min(starts))}' if starts else 'no day told'}."
