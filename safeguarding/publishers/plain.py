"""A plain page of anyone's: its own date, or a fingerprint of the words that readers see."""

import datetime
import hashlib
import html
import re
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from safeguarding.publishers.client import Answer, Unknown
from safeguarding.shared.words import day

UNSEEN = ("script", "style", "noscript", "template", "svg", "title")


def address(url: str) -> str:
    return url


def changes(answer: Answer, authority, today: datetime.date):
    """A sentence if the page changed since the authority was checked. Raises Unknown when nobody
    can tell."""
    if _place(answer.url) != _place(authority.url):
        yield f"It is at another address now: {answer.url}"
    elif authority.fingerprint:
        if (found := fingerprint(answer)) != authority.fingerprint:
            yield f"Its words changed; their fingerprint is now {found}."
    elif (
        (modified := _modified(answer)) is None or modified >= today
    ):  # a page that is made anew for each visit always has the day of the visit
        raise Unknown(
            "has no date of its own; to be told when it changes, write beside it in data/law/"
            f" fingerprint: {fingerprint(answer)}"
        )
    elif modified > authority.checked:
        yield f"It was changed on {day(modified)}."


def _place(url):
    """The host and the path: http or https, with www. or without, with a slash at the end or
    without, it is the same page."""
    parts = urlsplit(url)
    return parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/")


def _modified(answer):
    try:
        return parsedate_to_datetime(answer.headers.get("last-modified", "")).date()
    except (ValueError, OverflowError):
        return None


def fingerprint(answer: Answer) -> str:
    """Sixteen figures that stand for the words of a page, whatever its layout; of another kind of
    file, for its bytes. Raises Unknown when there is none."""
    content = answer.content
    if "html" in answer.headers.get("content-type", "html"):
        content = " ".join(" ".join(_words(content.decode("utf-8", "replace"))).split()).encode()
    if not content:
        raise Unknown(
            "has no words but those that a script writes; only a person can tell whether it changed"
        )
    return hashlib.sha256(content).hexdigest()[:16]


def _words(page):
    """What readers see of a page: what stands after each of its tags, but not within those of
    UNSEEN or in a comment. It goes over any page once, however it is made."""
    first, *parts = page.split("<")
    yield html.unescape(first)
    until = ""  # what ends that which is not seen
    for part in parts:
        name, (tag, _, words) = re.match(r"!--|/?\w*", part)[0].casefold(), part.partition(">")
        if not until and (name == "!--" or (name in UNSEEN and not tag.endswith("/"))):
            until = "-->" if name == "!--" else f"/{name}"
        if until == "-->":
            _, over, words = part.partition("-->")
        else:
            over = not until or name == until
        if over:
            until = ""
            yield html.unescape(words)
