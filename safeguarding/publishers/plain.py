"""A plain page of anyone's: its own date, or a fingerprint of the words that readers see."""

import datetime
import hashlib
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

from safeguarding.publishers.client import Answer, Unanswered
from safeguarding.views.words import day

UNSEEN = ("script", "style", "noscript", "template", "svg", "title")


def address(url: str) -> str:
    return url


def changes(answer: Answer, authority, today: datetime.date):
    """A sentence if the page changed since the authority was checked. Raises Unanswered when nobody can tell."""
    if answer.status >= 400:
        yield f"It is no longer at its address (status {answer.status})."
    elif authority.fingerprint:
        if (found := fingerprint(answer)) != authority.fingerprint:
            yield f"Its words changed; their fingerprint is now {found}."
    elif (modified := _modified(answer)) is None or modified >= today:  # a page that is made anew for each visit always has the day of the visit
        raise Unanswered(f"has no date of its own; to be told when it changes, write beside it in data/law/ fingerprint: {fingerprint(answer)}")
    elif modified > authority.checked:
        yield f"It was changed on {day(modified)}."


def _modified(answer):
    try:
        return parsedate_to_datetime(answer.headers.get("last-modified", "")).date()
    except ValueError:
        return None


def fingerprint(answer: Answer) -> str:
    """Sixteen figures that stand for the words of a page, whatever its layout; of another kind of file, for its bytes."""
    content = answer.content
    if "html" in answer.headers.get("content-type", "html"):
        seen = _Words()
        seen.feed(content.decode("utf-8", "replace"))
        seen.close()
        content = " ".join(" ".join(seen.words).split()).encode()
    return hashlib.sha256(content).hexdigest()[:16]


class _Words(HTMLParser):
    """Gathers the words of a page that readers see."""

    def __init__(self):
        super().__init__()
        self.words, self._hidden = [], []

    def handle_starttag(self, tag, attrs):
        if tag in UNSEEN:
            self._hidden.append(tag)

    def handle_endtag(self, tag):
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag):]

    def handle_data(self, data):
        if not self._hidden:
            self.words.append(data)
