"""What was noted of an action of a plan, in words."""

from safeguarding.plan.models import Progress
from safeguarding.shared import words
from safeguarding.site import Site


def said(site: Site, note: Progress) -> str:
    """How far it had come, what was done, and by when it is to be done now."""
    parts = [
        f"{site.statuses[note.status].title}." if note.status else "",
        note.what or "",
        f"Now due: {due(note.due)}." if note.due else "",
    ]
    return " ".join(filter(None, parts))


def due(text: str) -> str:
    """A day, a month, a year or months from and to, in words."""
    return " to ".join(map(words.date, text.split("/")))
