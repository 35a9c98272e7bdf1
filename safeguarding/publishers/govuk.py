"""GOV.UK: each page as JSON, with the day of its last change, notes of its changes, and whether it
was withdrawn.

https://content-api.publishing.service.gov.uk/ describes it.
"""

import datetime
import html
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError

from safeguarding.law.models import SUPERSEDED, Authority
from safeguarding.publishers.client import Answer, Unknown
from safeguarding.publishers.words import first_few, read_day
from safeguarding.shared.words import day

API = "/api/content"
TAG = re.compile(r"<[^<>]*>")


class Note(BaseModel):
    """What was changed, and when."""

    note: str | None = None
    public_timestamp: str | None = None


class Details(BaseModel):
    change_history: list[Note] | None = None


class Withdrawn(BaseModel):
    explanation: str | None = None
    withdrawn_at: str | None = None


class Onwards(BaseModel):
    destination: str | None = None


class Page(BaseModel):
    """What we read of a page; it has much more."""

    schema_name: str
    base_path: str | None = None
    public_updated_at: str | None = None
    details: Details | None = None
    withdrawn_notice: Withdrawn | None = None
    redirects: list[Onwards] | None = None


def address(url: str) -> str:
    """Where the page at `url` is told about."""
    return f"https://www.gov.uk{API}{_path(url)}"


def changes(answer: Answer, url: str, authority: Authority, today: datetime.date) -> Iterator[str]:
    """A sentence for each thing that is new since the authority was checked. Raises Unknown where
    the answer is no page of GOV.UK."""
    page = _parsed(answer)
    if page.schema_name in ("redirect", "gone"):
        yield _taken_away(page)
        return
    if page.base_path and not _is_at(page.base_path, _path(url)):
        yield f"It is at another address now: https://www.gov.uk{page.base_path}"
    yield from _withdrawn(page.withdrawn_notice, authority, today)
    yield from _since(page, authority.checked)


def _path(url: str) -> str:
    return urlsplit(url).path.rstrip("/")


def _parsed(answer: Answer) -> Page:
    try:
        return Page.model_validate_json(answer.content)
    except ValidationError:
        raise Unknown("answered with something that is no page of GOV.UK") from None


def _taken_away(page: Page) -> str:
    addresses = [onwards.destination for onwards in page.redirects or () if onwards.destination]
    onwards = f"; the address now leads to {addresses[0]}" if addresses else ""
    return f"Its publisher took it away{onwards}."


def _is_at(base: str, path: str) -> bool:
    """Whether the page at `path` is the one at `base` or stands below it, as those of a guide
    do."""
    return f"{path}/".startswith(f"{base}/")


def _withdrawn(
    notice: Withdrawn | None, authority: Authority, today: datetime.date
) -> Iterator[str]:
    """That it was withdrawn, unless data/law/ says that it was replaced and someone has read so
    since."""
    if notice is None or notice == Withdrawn():
        return
    since = read_day(notice.withdrawn_at)
    is_news = since is not None and since > authority.checked
    if authority.state(today) != SUPERSEDED or is_news:
        on = f" on {day(since)}" if since else ""
        yield f"It was withdrawn{on}. {_text(notice.explanation)}".strip()


def _since(page: Page, checked: datetime.date) -> Iterator[str]:
    """The notes of changes made since that day, the newest first; without any, that it was
    changed."""
    history = (page.details and page.details.change_history) or ()
    dated = [(read_day(note.public_timestamp), _text(note.note)) for note in history]
    new = [(on, text) for on, text in dated if on and on > checked]
    yield from first_few(
        f"{day(on)}: {text or 'changed, without a note'}" for on, text in sorted(new, reverse=True)
    )
    updated = read_day(page.public_updated_at)
    if not new and updated and updated > checked:
        yield f"It was changed on {day(updated)}."


def _text(marked: str | None) -> str:
    """The words of a piece of HTML."""
    return " ".join(html.unescape(TAG.sub(" ", marked or "")).split())
