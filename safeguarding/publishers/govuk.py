"""GOV.UK: each page as JSON, with the day of its last change, notes of its changes, and whether it
was withdrawn.

https://content-api.publishing.service.gov.uk/ describes it.
"""

import datetime
import html
import re
from urllib.parse import urlsplit

from pydantic import BaseModel, ValidationError

from safeguarding.law.models import SUPERSEDED
from safeguarding.publishers.client import Answer, Unknown
from safeguarding.publishers.words import first_few, read_day
from safeguarding.shared.words import day

API = "/api/content"


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


def changes(answer: Answer, authority, today: datetime.date):
    """A sentence for each thing that is new since the authority was checked."""
    page, asked = _parsed(answer), _path(authority.url)
    if page.schema_name in ("redirect", "gone"):
        onwards = next((one.destination for one in page.redirects or () if one.destination), None)
        yield "Its publisher took it away" + (
            f"; the address now leads to {onwards}." if onwards else "."
        )
        return
    if page.base_path and not f"{asked}/".startswith(
        f"{page.base_path}/"
    ):  # a guide has pages below it
        yield f"It is at another address now: https://www.gov.uk{page.base_path}"
    yield from _withdrawn(page.withdrawn_notice, authority, today)
    history = (page.details and page.details.change_history) or ()
    notes = sorted(
        (
            (since, _text(one.note))
            for one in history
            if (since := read_day(one.public_timestamp)) and since > authority.checked
        ),
        reverse=True,
    )
    yield from first_few(
        f"{day(since)}: {note or 'changed, without a note'}" for since, note in notes
    )
    updated = read_day(page.public_updated_at)
    if not notes and updated and updated > authority.checked:
        yield f"It was changed on {day(updated)}."


def _path(url):
    return urlsplit(url).path.rstrip("/")


def _parsed(answer):
    try:
        return Page.model_validate_json(answer.content)
    except ValidationError:
        raise Unknown("answered with something that is no page of GOV.UK") from None


def _withdrawn(notice, authority, today):
    """That it was withdrawn, unless data/law/ says that it was replaced and someone has read so
    since."""
    if notice is None or notice == Withdrawn():
        return
    since = read_day(notice.withdrawn_at)
    if authority.state(today) != SUPERSEDED or (since and since > authority.checked):
        yield (
            f"It was withdrawn{f' on {day(since)}' if since else ''}. {_text(notice.explanation)}".strip()
        )


def _text(marked):
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", " ", marked or "")).split())
