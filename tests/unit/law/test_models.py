"""A source begins and ends on its days, and says how it was read."""

import datetime

import pytest

from tests.boards import INVENTED, Spoilt
from tests.small import LAW
from tests.unit.law.changes import DAY, TODAY, of_act

SPOILT = {
    "no such status": Spoilt(
        LAW,
        "id: example-act-s1\n",
        "id: example-act-s1\n    status: repealed\n",
        "5: status: repealed is not one of: 'in force', 'not yet in force' or 'superseded'",
        "status: repealed",
    ),
    "no such way to read": Spoilt(
        LAW,
        "read: primary",
        "read: heard",
        "5: read: heard is not one of: 'primary', 'mirror' or 'summary'",
    ),
}


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_value_that_cannot_be_is_told_at_its_line(spoilt: Spoilt) -> None:
    assert INVENTED.problems(spoilt.edits) == [spoilt.problem(INVENTED)]


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (DAY - datetime.timedelta(1), "not yet in force"),
        (DAY, "in force"),
        (datetime.date(2027, 8, 31), "in force"),
        (datetime.date(2027, 9, 1), "superseded"),
    ],
)
def test_a_source_begins_and_ends_on_its_days(today: datetime.date, state: str) -> None:
    site = INVENTED.site(
        of_act(
            "status: not yet in force\n    from: 2027-04-01\n    until: 2027-08-31\n"
            "    superseded_by: example-guidance"
        )
    )
    assert site.authorities["example-act-s1"].state(today) == state


@pytest.mark.parametrize(
    "lines",
    [
        "status: superseded\n    from: 2020-04-01\n    superseded_by: example-guidance",
        "from: 2020-04-01\n    status: superseded\n    until: 2098-03-31\n"
        "    superseded_by: example-guidance",
    ],
)
def test_a_source_that_was_replaced_is_not_in_force_whatever_its_days(lines: str) -> None:
    site = INVENTED.site(of_act(lines))
    assert site.authorities["example-act-s1"].state(TODAY) == "superseded"


def test_what_counts_for_one_day_alone_begins_and_ends_on_it() -> None:
    edits = of_act(
        "status: not yet in force\n    from: 2027-04-01\n    until: 2027-04-01\n"
        "    superseded_by: example-guidance"
    )
    assert not any("comes before" in problem for problem in INVENTED.problems(edits))
    act = INVENTED.site(edits).authorities["example-act-s1"]
    states = [act.state(DAY + datetime.timedelta(days)) for days in (-1, 0, 1)]
    assert states == ["not yet in force", "in force", "superseded"]
