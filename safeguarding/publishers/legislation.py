"""legislation.gov.uk: each provision as XML, with the days of its texts and the changes that are
known but not yet made in it.

https://legislation.github.io/data-documentation/ describes the format (Crown Legislation Markup
Language). The day in its
head, dct:valid, is that of the whole Act, and changes whenever any section does: the links to
versions are those of the provision.
"""

import datetime
import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as xml

from safeguarding.law.models import NOT_YET, SUPERSEDED
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
VERSION = re.compile(
    r"/(enacted|made|created|adopted|prospective|\d{4}-\d\d-\d\d)$"
)  # of a text that no longer changes
WHOLE = re.compile(
    r"/[a-z]+/(\d{4}|[A-Za-z0-9]+/[\d-]+)/\d+$"
)  # an Act or regulations, no part of it
STATE = {"Status", "RestrictStartDate", "RestrictEndDate"}


def _path(url):
    return VERSION.sub(
        "", re.sub(r"^/(cy|en)/", "/", urlsplit(url).path).rstrip("/").removesuffix("/contents")
    )


def address(url: str) -> str:
    """Where the current text of the provision at `url` is told about; of a whole Act, its list of
    contents."""
    path = _path(url)
    return f"https://www.legislation.gov.uk{path}{'/contents' if WHOLE.fullmatch(path) else ''}/data.xml"


def provision(url: str) -> str:
    """The id of the provision at `url` within its text, like section-47 or schedule-8-paragraph-9;
    empty for a whole Act."""
    path = _path(url)
    return (
        ""
        if WHOLE.fullmatch(path)
        else re.sub(r"^/[a-z]+/(?:\d{4}|[^/]+/[\d-]+)/\d+/", "", path).replace("/", "-")
    )


def changes(answer: Answer, authority, today: datetime.date):
    """A sentence for each thing that is new since the authority was checked."""
    root, id = _parsed(answer), provision(authority.url)
    around = _around(root, id)
    place = next(
        (one for one in around if STATE.intersection(one.keys())), root
    )  # a section has its state from what it stands in, if not itself
    yield from _texts(root, place, authority.checked, today)
    yield from _state(place, authority, today)
    outside, inside = _ids(around), _ids(around[0].iter())
    yield from first_few(
        _effect(effect)
        for effect in root.iterfind(".//ukm:UnappliedEffect", NAMES)
        if _touches(effect, id, outside, inside) and _is_new(effect, authority.checked, today)
    )


def _parsed(answer):
    try:
        root = xml.fromstring(answer.content)
    except (
        xml.ParseError,
        ValueError,
        LookupError,
    ):  # the last two: of an encoding that nobody can read
        root = None
    if root is None or root.find(".//ukm:Metadata", NAMES) is None:
        raise Unknown("answered with something that is no text of a law")
    return root


def _around(root, id):
    """The provision with that id, then all that it stands in, outwards; of a whole Act, its root
    alone."""
    piece = next((one for one in root.iter() if one.get("id") == id), None) if id else root
    if piece is None:
        raise Unknown(f"answered with a text that has no {id}")
    parents, found = {part: whole for whole in root.iter() for part in whole}, [piece]
    while found[-1] in parents:
        found.append(parents[found[-1]])
    return found


def _ids(pieces):
    return {one.get("id") for one in pieces} - {None}


def _texts(root, place, checked, today):
    """That its text has changed, or will. A text to come is told once: not again when someone has
    read the Act since its last change."""
    days = {
        read_day(link.get("title"))
        for link in root.iterfind(".//atom:link", NAMES)
        if link.get("rel") in VERSIONS
    } - {None}
    new = sorted(
        one for one in days or {read_day(place.get("RestrictStartDate"))} - {None} if one > checked
    )
    edited = read_day(root.findtext(".//dc:modified", None, NAMES))
    yield from first_few(f"Its text changed on {day(one)}." for one in new if one <= today)
    yield from first_few(
        f"Another text counts from {day(one)}."
        for one in new
        if one > today and (edited is None or edited > checked)
    )


def _state(place, authority, today):
    """Whether it is in force, where that is not what data/law/ says."""
    status, state = place.get("Status"), authority.state(today)
    ended, started = (
        read_day(place.get("RestrictEndDate")),
        read_day(place.get("RestrictStartDate")),
    )
    over = status in ("Repealed", "Dead") or (ended and ended <= today)
    waits = status == "Prospective" or (started and started > today)
    if state != SUPERSEDED and over:
        yield f"It is no longer in force{f' since {day(ended)}' if ended else ''}."
    elif state == NOT_YET and started and not waits:
        yield f"It has been in force since {day(started)}; data/law/ says that it is not."
    elif state not in (NOT_YET, SUPERSEDED) and waits:
        yield "Its publisher says that it is not yet in force."


def _touches(effect, id, outside, inside):
    """Whether a change is one of this provision, of a part of it, of what it stands in, or of
    all."""
    sections = list(effect.iterfind("ukm:AffectedProvisions//ukm:Section", NAMES))
    ranges = [
        (one.get("Start", ""), one.get("End", ""))
        for one in effect.iterfind("ukm:AffectedProvisions//ukm:SectionRange", NAMES)
    ]
    return (
        not id
        or not sections
        or any(
            _meets(one.get("Ref", ""), outside, inside) or one.get("FoundRef") in inside
            for one in sections
        )
        or any(_lies_between(id, *ends) for ends in ranges)
    )


def _meets(ref, outside, inside):
    return ref in outside or any(f"{ref}-".startswith(f"{name}-") for name in inside)


def _lies_between(id, first, last):
    """Whether a provision lies in a row of others, like section-47 in that from section-44 to
    section-51."""
    row = first.rpartition("-")[0] + "-"
    return (
        id.startswith(row)
        and last.startswith(row)
        and _number(first, row) <= _number(id, row) <= _number(last, row)
    )


def _number(ref, row):
    """(47, "A") of section-47A-2, where section- is the row."""
    found = re.match(r"(\d*)([^-]*)", ref.removeprefix(row))
    return int(found[1] or 0), found[2]


def _is_new(effect, checked, today):
    """Whether a change was told since someone checked, or has begun since. One that the text does
    not need is none."""
    recorded = read_day(effect.get("Modified") or effect.get("Created"))
    return effect.get("RequiresApplied") != "false" and bool(
        (recorded and recorded > checked)
        or any(checked < starts <= today for starts in _starts(effect))
    )


def _starts(effect):
    return [
        starts
        for one in effect.iterfind("ukm:InForceDates/ukm:InForce", NAMES)
        if (starts := read_day(one.get("Date")))
    ]


def _effect(effect):
    title = effect.findtext("ukm:AffectingTitle", "another law", NAMES)
    starts = _starts(effect)
    what = (
        f"{effect.get('AffectedProvisions', 'It')}: {effect.get('Type', 'changed')} by {title},"
        f" {effect.get('AffectingProvisions', 'no place told')}"
    )
    return f"{what}; {f'in force from {day(min(starts))}' if starts else 'no day told'}."
