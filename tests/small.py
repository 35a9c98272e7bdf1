"""Small things for tests, made in memory: single records, and the site of the invented board."""

import datetime
from typing import Any

from pydantic import TypeAdapter

from safeguarding.law.models import Authority
from safeguarding.performance.models import Area, Indicator, Measure, Observation, Table
from safeguarding.procedures.models import Step
from safeguarding.site import Site
from safeguarding.training.models import Session
from tests.boards import INVENTED, NONE, Edits

PROGRAMME, COURSES = "data/training/programme.yml", "data/training/courses.yml"
LISTENING, LAW = "docs/procedures/listening.md", "data/law/law.yml"
BOARD, HELP = "data/board.yml", "data/performance/help.yml"
CHILDREN = "data/performance/children.yml"
OVER_TIME = "data/performance/over-time.yml"


def small_site(edits: Edits = NONE) -> Site:
    """The site of the invented board, with these edits by the name of the file, like
    {"data/budget.yml": ("2900", "2800")}.

    Raises Problems where a file cannot be read; no rule is asked.
    """
    return INVENTED.site(edits)


# The invented board less the themes that show figures of every shape and time, its newer plan and
# its groups of later years: few enough to name them all.
PLAIN = INVENTED.edited(
    {
        "data/performance/framework.yml": (
            "themes: [help, children, over-time, statistics]",
            "themes: [help]",
        ),
        "data/performance/statistics.yml": None,
        CHILDREN: None,
        OVER_TIME: None,
        "data/figures/heard.yml": None,
        "docs/performance/children.md": None,
        "data/plans/2025-28.yml": None,
        "data/groups.yml": None,
        "data/sub_groups-2020-21.yml": None,
        "data/meetings-2020-21.yml": None,
        "docs/plan-2025-28/index.md": None,
        "docs/plan-2025-28/meeting.md": None,
        "docs/about/groups.md": None,
        "docs/report-2020-21/partners.md": None,
        "docs/performance/over-time.md": None,
        "docs/performance/statistics.md": None,
    }
)


def plain_site(edits: Edits = NONE) -> Site:
    """The same of the plain part of the invented board."""
    return PLAIN.site(edits)


def quiet_site(edits: Edits = NONE) -> Site:
    """The same without publications, each of which is news of its own."""
    published = {name: None for name in small_texts() if name.startswith("data/publications/")}
    return plain_site({**published, **edits})


def small_texts(edits: Edits = NONE) -> dict[str, str]:
    """All text of each file of the invented board after these edits, by the file's name."""
    return INVENTED.texts(edits)


def line_of(words: str, name: str, edits: Edits = NONE) -> int:
    """The line on which these words first stand in a file, once the edits are made."""
    return INVENTED.line_of(words, name, edits)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def at(text: str) -> datetime.datetime:
    """An instant from words like 2027-01-13T09:30Z."""
    return datetime.datetime.fromisoformat(text)


def measure(values: dict[str, Any], **more: Any) -> Measure:
    """A row with these values by period."""
    return Measure.model_validate({"id": "a", "title": "A", "lines": 1, "values": values, **more})


def observation(**fields: Any) -> Any:
    """A value, a range or an absence, of one kind or another."""
    return TypeAdapter(Observation).validate_python(fields)


def table(*measures: Measure, **more: Any) -> Table:
    """A table of these rows: rates of financial years, unless told otherwise."""
    known = {"kind": "rate", "unit": "per 10,000", "basis": "financial"}
    return Table.model_validate(known | more | {"measures": measures})


def indicator(*tables: Table, **more: Any) -> Indicator:
    """An indicator of these tables, of the first report unless told otherwise."""
    known = {
        "source": "annual-report-2019-20",
        "id": "n1",
        "reference": "N1",
        "title": "Title",
        "lines": 1,
    }
    return Indicator.model_validate(known | more | {"tables": tables})


def better(direction: str) -> dict[str, Any]:
    """Which way is good, as a table says it."""
    return {"direction": direction, "because": "The report says so.", "lines": 9}


def areas(**marks: str) -> dict[str, Area]:
    """Areas by id with the title of the same name, like areas(england="national")."""
    return {
        id: Area.model_validate(
            {"id": id, "title": id.capitalize(), "meaning": "All.", "mark": mark}
        )
        for id, mark in marks.items()
    }


def session(
    starts: str = "2027-01-13 09:30", ends: str = "2027-01-13 12:30", **more: Any
) -> Session:
    """A session from words like 2027-01-13 09:30, or of whole days from words like 2027-01-13: a
    meeting, unless told otherwise."""
    begins, finishes = (day(one) if len(one) == 10 else one for one in (starts, ends))
    times = {"id": "one", "starts": begins, "ends": finishes}
    meeting = {"kind": "meeting", "title": "Meeting", "audience": ("everyone",)}
    known = times if "course" in more else times | meeting
    one: Session = TypeAdapter(Session).validate_python(known | more)
    return one


def step(**more: Any) -> Step:
    return Step.model_validate({"who": "Anyone", "what": "Act.", "force": "may", **more})


def authority(id: str = "act", **more: Any) -> Authority:
    known = {"id": id, "title": "An Act", "kind": "law", "checked": day("2026-11-20")}
    return Authority.model_validate(known | {"read": "primary", "read_in": "all of it"} | more)
