"""Training: words that the site had became the board's own, which are those that readers saw."""

import re
from collections.abc import Iterator

from safeguarding.editing.nodes import Node, Replacement
from safeguarding.migrations.board import names_emergency
from safeguarding.migrations.shape import Shape, Texts

KINDS = {"awareness": "Awareness week", "meeting": "Meeting", "audit": "Audit"}
LEVELS = {"first": "first of two", "second": "second of two"}  # others were shown as they are
ABOVE = re.compile(r"(?m)(?:^#.*\n)*\Z")  # the remarks that stand right above a key


def _kinds(programme: Node, texts: Texts) -> Iterator[Replacement]:
    used = {session.says("kind") for session in programme.listed("sessions")}
    if used.isdisjoint(KINDS) or "event_kinds" in programme.entries:
        return
    before = next(key for key in ("venues", "sessions") if key in programme.keys)
    above = programme.text[: programme.keys[before].line_start]
    place = ABOVE.search(above)
    at = place.start() if place else len(above)
    lines = ["event_kinds:", *(f"  - {{id: {id}, title: {KINDS[id]}}}" for id in KINDS)]
    if above[:at].endswith("\n\n"):
        lines.append("")
    yield Replacement(at, at, "".join(f"{line}\n" for line in lines))


def _levels(courses: Node, texts: Texts) -> Iterator[Replacement]:
    if names_emergency(texts):
        return  # a board of today: its levels are its own words
    for course in courses.listed("courses"):
        if course.says("level") in LEVELS:
            level = course.entries["level"]
            yield Replacement(level.start, level.end, LEVELS[level.said or ""])


SHAPES = (
    Shape(
        "data/training/programme.yml",
        "The kinds of events that are no courses are the board's own: these are those that there"
        " were, in the words that readers saw.",
        _kinds,
    ),
    Shape(
        "data/training/courses.yml",
        "The level of a course is said in the board's own words: these are those that readers saw.",
        _levels,
    ),
)
