"""What can be published before the long tests: notices, and how dates stand. All else waits."""

import pytest

from safeguarding import quick
from tests.boards import Edits
from tests.conftest import PROGRAMME
from tests.small import small_site

NOTICE, CONTACTS = "data/notice.yml", "data/contacts.yml"
PLACES = "    venue: hall\n    places: 15\n"
CANCELLED = f"{PLACES}    status: cancelled\n    changes: [{{on: 2026-11-24, what: Snow.}}]\n"
ONLINE = PLACES.replace("hall", "online") + "    moved: online\n"
NEW = """  - id: new
    kind: meeting
    title: Another
    audience: [everyone]
    starts: 2027-01-12
    ends: 2027-01-12
"""


def obstacles(edits: Edits, *more: str) -> list[str]:
    return list(quick.obstacles(small_site(), small_site(edits), [*edits, *more]))


@pytest.mark.parametrize(
    "edits",
    [
        {},
        {NOTICE: ("Please ring the team.", "Please write.")},
        {NOTICE: "notices: []\n"},
        {NOTICE: None},
        {PROGRAMME: (PLACES, CANCELLED)},
        {PROGRAMME: (PLACES, ONLINE)},
        {PROGRAMME: ("starts: 2027-01-12 10:00", "starts: 2027-01-12 09:00")},
        {PROGRAMME: (PLACES, CANCELLED), NOTICE: ("Please ring the team.", "Please write.")},
    ],
)
def test_notices_and_how_dates_stand_are_quick(edits: Edits) -> None:
    assert obstacles(edits) == []


@pytest.mark.parametrize(
    "edits",
    [
        {PROGRAMME: (PLACES, PLACES.replace("15", "16"))},
        {PROGRAMME: ("sessions:\n", "sessions:\n" + NEW)},
        {PROGRAMME: ("sample: true\n", "")},
        {CONTACTS: ("01632 960001", "01632 960009")},
        {"docs/about/vacancy.md": ("until: 2099-06-18", "until: 2099-06-19")},
    ],
)
def test_all_else_waits(edits: Edits) -> None:
    (name,) = edits
    assert obstacles(edits) == [f"{name} changed, and not only how dates stand"]


SESSION = "data/training/sessions/new.yml"
ALONE = """id: new
course: listening
starts: 2027-06-15 10:00
ends: 2027-06-15 12:00
venue: hall
places: 20
"""
SNOW = f"{ALONE}status: cancelled\nchanges: [{{on: 2026-11-24, what: Snow.}}]\n"


@pytest.mark.parametrize(
    ("text", "is_quick"),
    [(SNOW, True), (ALONE.replace("10:00", "09:00"), True), (ALONE.replace("20", "21"), False)],
)
def test_a_date_in_a_file_of_its_own_is_quick_too(text: str, is_quick: bool) -> None:
    before, after = small_site({SESSION: ALONE}), small_site({SESSION: text})
    assert (not list(quick.obstacles(before, after, [SESSION]))) is is_quick


def test_a_new_date_waits() -> None:
    assert obstacles({SESSION: ALONE}) == [f"{SESSION} changed, and not only how dates stand"]


@pytest.mark.parametrize("name", ["hooks.py", "theme/base.html", "data/nothing.yml"])
def test_a_file_that_is_no_fact_waits(name: str) -> None:
    assert obstacles({}, name) == [f"{name} changed, and not only how dates stand"]


def test_a_notice_beside_something_else_waits() -> None:
    assert len(obstacles({NOTICE: "notices: []\n", CONTACTS: ("960001", "960009")})) == 1
