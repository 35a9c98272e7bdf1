"""legislation.gov.uk: each provision as XML, with the days of its texts and the changes that are
known but not yet made in it.

https://legislation.github.io/data-documentation/ describes the format (Crown Legislation Markup
Language). The day in its head, dct:valid, is that of the whole Act, and changes whenever any
section does: the links to versions are those of the provision.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree as xml
from xml.etree.ElementTree import Element

from safeguarding.law.models import NOT_YET, SUPERSEDED, Authority
from safeguarding.publishers.client import Answer, Unknown
from safeguarding.publishers.words import first_few, read_day
from safeguarding.shared.words import day

NAMES = {
    "leg": "http://www.legislation.gov.uk/namespaces/legislation",
    "ukm": "http://www.legislation.gov.uk/namespaces/metadata",
    "dc": "http://purl.org/dc/elements/1.1/",
    "atom": "http://www.w3.org/2005/Atom",
}
VERSIONS = ("http://purl.org/dc/terms/hasVersion", "http://purl.org/dc/terms/isReplacedBy")
LANGUAGE = re.compile(r"^/(cy|en)/")
# What ends the address of a text that no longer changes.
VERSION = re.compile(r"/(enacted|made|created|adopted|prospective|\d{4}-\d\d-\d\d)$")
# An Act or regulations, no part of it; of a year like 2099, or of a reign like Geo5/23-24.
WHOLE = re.compile(r"/[a-z]+/(\d{4}|[A-Za-z0-9]+/[\d-]+)/\d+$")
IN_WHOLE = re.compile(r"^/[a-z]+/(\d{4}|[^/]+/[\d-]+)/\d+/")  # what leads to a part of one
NUMBER = re.compile(r"(\d*)([^-]*)")
STATE = {"Status", "RestrictStartDate", "RestrictEndDate"}


def _path(url: str) -> str:
    """The path of the current text, in English."""
    path = LANGUAGE.sub("/", urlsplit(url).path).rstrip("/").removesuffix("/contents")
    return VERSION.sub("", path)


def address(url: str) -> str:
    """Where the current text of the provision at `url` is told about; of a whole Act, its list of
    contents."""
    path = _path(url)
    contents = "/contents" if WHOLE.fullmatch(path) else ""
    return f"https://www.legislation.gov.uk{path}{contents}/data.xml"


def provision(url: str) -> str:
    """The id of the provision at `url` within its text, like section-47 or schedule-8-paragraph-9;
    empty for a whole Act."""
    path = _path(url)
    if WHOLE.fullmatch(path):
        return ""
    return IN_WHOLE.sub("", path).replace("/", "-")


def changes(answer: Answer, url: str, authority: Authority, today: datetime.date) -> Iterator[str]:
    """A sentence for each thing that is new since the authority was checked. Raises Unknown where
    the answer is no text of a law, or has no such provision."""
    root, id = _parsed(answer), provision(url)
    around = _around(root, id)
    # A section has its state from what it stands in, if not itself.
    place = next((piece for piece in around if STATE.intersection(piece.keys())), root)
    yield from _texts(root, place, authority.checked, today)
    yield from _state(place, authority, today)
    outside, inside = _ids(around), _ids(around[0].iter())
    yield from first_few(
        _in_words(effect)
        for effect in root.iterfind(".//ukm:UnappliedEffect", NAMES)
        if _touches(effect, id, outside, inside) and _is_new(effect, authority.checked, today)
    )


def _parsed(answer: Answer) -> Element:
    no_law = Unknown("answered with something that is no text of a law")
    try:
        root = xml.fromstring(answer.content)
    # The last two: of an encoding that nobody can read.
    except (xml.ParseError, ValueError, LookupError):
        raise no_law from None
    if root.find(".//ukm:Metadata", NAMES) is None:
        raise no_law
    return root


def _around(root: Element, id: str) -> list[Element]:
    """The provision with that id, then all that it stands in, outwards; of a whole Act, its root
    alone."""
    piece = next((one for one in root.iter() if one.get("id") == id), None) if id else root
    if piece is None:
        raise Unknown(f"answered with a text that has no {id}")
    parents = {part: whole for whole in root.iter() for part in whole}
    around = [piece]
    while around[-1] in parents:
        around.append(parents[around[-1]])
    return around


def _ids(pieces: Iterable[Element]) -> set[str]:
    ids = (piece.get("id") for piece in pieces)
    return {id for id in ids if id is not None}


def _days(texts: Iterable[str | None]) -> set[datetime.date]:
    """The days that these texts tell, less what is no day."""
    days = map(read_day, texts)
    return {one for one in days if one is not None}


def _texts(
    root: Element, place: Element, checked: datetime.date, today: datetime.date
) -> Iterator[str]:
    """That its text has changed, or will. A text to come is told once: not again when someone has
    read the Act since its last change."""
    links = root.iterfind(".//atom:link", NAMES)
    versions = _days(link.get("title") for link in links if link.get("rel") in VERSIONS)
    begins = versions or _days([place.get("RestrictStartDate")])
    new = sorted(on for on in begins if on > checked)
    yield from first_few(f"Its text changed on {day(on)}." for on in new if on <= today)
    edited = read_day(root.findtext(".//dc:modified", None, NAMES))
    if edited is None or edited > checked:
        yield from first_few(f"Another text counts from {day(on)}." for on in new if on > today)


def _state(place: Element, authority: Authority, today: datetime.date) -> Iterator[str]:
    """Whether it is in force, where that is not what data/law/ says."""
    status, state = place.get("Status"), authority.state(today)
    ended = read_day(place.get("RestrictEndDate"))
    started = read_day(place.get("RestrictStartDate"))
    over = status in ("Repealed", "Dead") or (ended is not None and ended <= today)
    waits = status == "Prospective" or (started is not None and started > today)
    if over and state != SUPERSEDED:
        since = f" since {day(ended)}" if ended else ""
        yield f"It is no longer in force{since}."
    elif state == NOT_YET and started and not waits:
        yield f"It has been in force since {day(started)}; data/law/ says that it is not."
    elif waits and state not in (NOT_YET, SUPERSEDED):
        yield "Its publisher says that it is not yet in force."


def _touches(effect: Element, id: str, outside: Collection[str], inside: Collection[str]) -> bool:
    """Whether a change is one of this provision, of a part of it, of what it stands in, or of
    all."""
    sections = list(effect.iterfind("ukm:AffectedProvisions//ukm:Section", NAMES))
    if not id or not sections:
        return True
    if any(_meets(section, outside, inside) for section in sections):
        return True
    ranges = effect.iterfind("ukm:AffectedProvisions//ukm:SectionRange", NAMES)
    return any(_lies_between(id, row.get("Start", ""), row.get("End", "")) for row in ranges)


def _meets(section: Element, outside: Collection[str], inside: Collection[str]) -> bool:
    """Whether a section that is changed is one of those, or a part of one of those inside."""
    ref = section.get("Ref", "")
    if ref in outside or section.get("FoundRef") in inside:
        return True
    return any(f"{ref}-".startswith(f"{name}-") for name in inside)


def _lies_between(id: str, first: str, last: str) -> bool:
    """Whether a provision lies in a row of others, like section-47 in that from section-44 to
    section-51."""
    row = first.rpartition("-")[0] + "-"
    if not id.startswith(row) or not last.startswith(row):
        return False
    return _number(first, row) <= _number(id, row) <= _number(last, row)


def _number(ref: str, row: str) -> tuple[int, str]:
    """(47, "A") of section-47A-2, where section- is the row."""
    digits, letters = NUMBER.findall(ref.removeprefix(row))[0]
    return int(digits or 0), letters


def _is_new(effect: Element, checked: datetime.date, today: datetime.date) -> bool:
    """Whether a change was told since someone checked, or has begun since. One that the text does
    not need is none."""
    if effect.get("RequiresApplied") == "false":
        return False
    recorded = read_day(effect.get("Modified") or effect.get("Created"))
    if recorded and recorded > checked:
        return True
    return any(checked < starts <= today for starts in _starts(effect))


def _starts(effect: Element) -> set[datetime.date]:
    """The days on which a change begins to count, as far as they are told."""
    dates = effect.iterfind("ukm:InForceDates/ukm:InForce", NAMES)
    return _days(date.get("Date") for date in dates)


def _in_words(effect: Element) -> str:
    title = effect.findtext("ukm:AffectingTitle", "another law", NAMES)
    starts = _starts(effect)
    begins = f"in force from {day(min(starts))}" if starts else "no day told"
    return (
        f"{effect.get('AffectedProvisions', 'It')}: {effect.get('Type', 'changed')} by {title},"
        f" {effect.get('AffectingProvisions', 'no place told')}; {begins}."
    )
