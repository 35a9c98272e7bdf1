"""What falls due, as a calendar."""

import uuid
from typing import Literal

from safeguarding.procedures.views import calendars
from safeguarding.procedures.views.reviews import Review
from tests.small import at, day, small_site

KNOWN = small_site()
NAME = "Example Vale Safeguarding Children Partnership"


def urn(words: str) -> str:
    return uuid.uuid5(uuid.UUID("0d6c1c0e-0b0a-4a55-8e0c-6a1f3f1c6f57"), words).urn


def due(kind: Literal["review", "sources"], id: str) -> Review:
    return Review(kind, id, "A page", "Practice task group", day("2027-11-20"), False)


def test_review_of_a_procedure_is_a_day_with_who_keeps_it() -> None:
    found = calendars.calendar(KNOWN, [due("review", "listening")])
    assert found["name"] == f"{NAME}: reviews due"
    one = found.walk("VEVENT")[0]
    assert one["summary"] == "Review due: A page"
    days = [one.decoded(key) for key in ("dtstart", "dtend", "last-modified")]
    assert days == [day("2027-11-20"), day("2027-11-21"), at("2026-11-20T00:00Z")]
    assert one["transp"] == "TRANSPARENT"
    assert one["description"] == (
        "Kept by the Practice task group. Last reviewed on 20 November 2026."
    )


def test_other_things_due_are_days_by_their_title_alone() -> None:
    one = calendars.calendar(KNOWN, [due("sources", "listening")]).walk("VEVENT")[0]
    assert one["summary"] == "A page"
    assert one.decoded("dtstamp") == at("2027-11-20T00:00Z")
    assert "description" not in one


def test_each_thing_due_has_a_uid_of_its_own() -> None:
    things = [due("review", "listening"), due("sources", "listening"), due("review", "b")]
    things.append(Review("review", "listening", "A", "B", day("2028-11-20"), False))
    uids = [one["uid"] for one in calendars.calendar(KNOWN, things).walk("VEVENT")]
    assert len(set(uids)) == 4
    assert uids[0] == urn("Example Vale review listening 2027-11-20")
