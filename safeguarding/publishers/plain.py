"""A plain page of anyone's: its own date, or a fingerprint of the words that readers see."""

import datetime
import hashlib
import html
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from safeguarding.law.models import Authority
from safeguarding.publishers.client import Answer, Unknown
from safeguarding.shared.words import day

UNSEEN = ("script", "style", "noscript", "template", "svg", "title")
COMMENT, END_OF_COMMENT = "!--", "-->"
NO_NAME = re.compile(r"\W")


def address(url: str) -> str:
    """The page itself."""
    return url


def changes(answer: Answer, url: str, authority: Authority, today: datetime.date) -> Iterator[str]:
    """A sentence if the page changed since the authority was checked. Raises Unknown when nobody
    can tell."""
    if _place(answer.url) != _place(url):
        yield f"It is at another address now: {answer.url}"
    elif authority.fingerprint:
        now = fingerprint(answer)
        if now != authority.fingerprint:
            yield f"Its words changed; their fingerprint is now {now}."
    else:
        modified = _last_change(answer, today)
        if modified > authority.checked:
            yield f"It was changed on {day(modified)}."


def _last_change(answer: Answer, today: datetime.date) -> datetime.date:
    """The day on which the page was last changed. Raises Unknown where it does not tell: a page
    that is made anew for each visit always has the day of the visit."""
    modified = _modified(answer)
    if modified is None or modified >= today:
        raise Unknown(
            "has no date of its own; to be told when it changes, write beside it in data/law/"
            f" fingerprint: {fingerprint(answer)}"
        )
    return modified


def _place(url: str) -> tuple[str, str]:
    """The host and the path: http or https, with www. or without, with a slash at the end or
    without, it is the same page."""
    parts = urlsplit(url)
    return parts.netloc.casefold().removeprefix("www."), parts.path.rstrip("/")


def _modified(answer: Answer) -> datetime.date | None:
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


def _words(page: str) -> Iterator[str]:
    """What readers see of a page: what stands after each of its tags, but not within those of
    UNSEEN or in a comment. It goes over any page once, however it is made."""
    first, *parts = page.split("<")
    yield html.unescape(first)
    end = ""  # of what is not seen
    for part in parts:
        name = _name(part)
        tag, _, words = part.partition(">")
        end = end or _end(name, tag)
        if end == END_OF_COMMENT:
            _, mark, words = part.partition(END_OF_COMMENT)
            over = bool(mark)
        else:
            over = name == end or not end
        if over:
            end = ""
            yield html.unescape(words)


def _name(part: str) -> str:
    """The name of the tag that a part begins with, in small letters: p, /script, or !-- of a
    comment."""
    if part.startswith(COMMENT):
        return COMMENT
    slash = "/" if part.startswith("/") else ""
    word = NO_NAME.split(part.removeprefix("/"), maxsplit=1)[0]
    return slash + word.casefold()


def _end(name: str, tag: str) -> str:
    """What ends the part of the page that a tag begins and nobody sees; empty if it is seen."""
    if name == COMMENT:
        return END_OF_COMMENT
    return f"/{name}" if name in UNSEEN and not tag.endswith("/") else ""
