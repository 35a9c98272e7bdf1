"""GOV.UK: each page as JSON, with the day of its last change, notes of its changes, and whether it was withdrawn.

https://content-api.publishing.service.gov.uk/ describes it.
"""

import datetime
import html
import json
import re
from urllib.parse import urlsplit

from safeguarding.publishers.client import Answer, Unanswered
from safeguarding.publishers.words import listed, read_day
from safeguarding.views.words import day

API = "/api/content"


def address(url: str) -> str:
    """Where the page at `url` is told about."""
    return f"https://www.gov.uk{API}{urlsplit(url).path.rstrip('/')}"


def changes(answer: Answer, authority, today: datetime.date):
    """A sentence for each thing that is new since the authority was checked."""
    if answer.status in (404, 410):
        yield f"It is no longer at its address (status {answer.status})."
        return
    page = _parsed(answer)
    if page.get("schema_name") in ("redirect", "gone"):
        yield "Its publisher took it away" + (f"; the address now leads to {page['redirects'][0].get('destination')}." if page.get("redirects") else ".")
        return
    asked = urlsplit(authority.url).path.rstrip("/")
    if (found := page.get("base_path")) and not asked.startswith(found):
        yield f"It is at another address now: https://www.gov.uk{found}"
    if (notice := page.get("withdrawn_notice") or {}) and (withdrawn := read_day(notice.get("withdrawn_at") or "")):
        yield f"It was withdrawn on {day(withdrawn)}. {_text(notice.get('explanation') or '')}".strip()
    notes = [(since, _text(one.get("note") or "")) for one in (page.get("details") or {}).get("change_history") or () if (since := read_day(one.get("public_timestamp") or "")) and since > authority.checked]
    yield from listed(f"{day(since)}: {note or 'changed, without a note'}" for since, note in sorted(notes, reverse=True))
    updated = read_day(page.get("public_updated_at") or "")
    if not notes and updated and updated > authority.checked:
        yield f"It was changed on {day(updated)}."


def _parsed(answer):
    try:
        page = json.loads(answer.content)
    except ValueError:
        page = None
    if not isinstance(page, dict) or not ({"base_path", "schema_name"} & page.keys()):
        raise Unanswered("answered with something that is no page of GOV.UK")
    return page


def _text(marked):
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", marked)).split())
