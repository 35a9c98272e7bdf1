"""What changes by itself on a day that is known."""

import pytest

from safeguarding.shared import turns as dated
from safeguarding.shared.turns import Turn
from safeguarding.site import Site
from tests.small import LAW, LISTENING, day, quiet_site

HERE = "procedures/listening/"
TELL = "what: Tell the children’s team., within: the same day"
GUIDANCE = "  - id: example-guidance\n"


def with_days(days: str) -> Site:
    """A step that stands in three lists of one page, with these days."""
    return quiet_site({LISTENING: (TELL, f"{days}, {TELL}")})


def test_nothing_turns_where_no_day_is_given() -> None:
    assert dated.turns(quiet_site()) == ()


def test_step_that_stands_in_three_lists_turns_once() -> None:
    assert dated.turns(with_days("from: 2027-04-01")) == (
        Turn(day("2027-04-01"), HERE, "From 1 April 2027: Anyone: Tell the children’s team."),
    )


def test_step_is_over_on_the_day_after_its_last() -> None:
    said = "From 1 March 2028 no longer: Anyone: Tell the children’s team."
    assert dated.turns(with_days("until: 2028-02-29")) == (Turn(day("2028-03-01"), HERE, said),)


def test_step_that_comes_and_goes_turns_twice_the_soonest_first() -> None:
    found = dated.turns(with_days("until: 2027-12-31, from: 2027-04-01"))
    assert [turn.on for turn in found] == [day("2027-04-01"), day("2028-01-01")]


def test_step_until_the_end_of_time_is_never_over() -> None:
    assert dated.turns(with_days("until: 9999-12-31")) == ()


def test_authority_turns_on_each_page_that_rests_on_it() -> None:
    known = quiet_site({LAW: (GUIDANCE, f"{GUIDANCE}    from: 2027-04-01\n")})
    said = "How to listen: in force from 1 April 2027."
    assert dated.turns(known) == tuple(
        Turn(day("2027-04-01"), address, said) for address in ("check/", HERE)
    )


def test_successor_takes_the_place_on_the_day_after_the_last() -> None:
    more = f"{GUIDANCE}    until: 2027-03-31\n    superseded_by: example-act-s1\n"
    said = "Exampland Children Act, section 1 takes the place of How to listen on 1 April 2027."
    assert dated.turns(quiet_site({LAW: (GUIDANCE, more)})) == tuple(
        Turn(day("2027-04-01"), address, said) for address in ("check/", HERE)
    )


@pytest.mark.parametrize(
    "more",
    ["    until: 2027-03-31\n", "    status: superseded\n    superseded_by: example-act-s1\n"],
)
def test_nothing_takes_the_place_where_either_is_not_known(more: str) -> None:
    assert dated.turns(quiet_site({LAW: (GUIDANCE, f"{GUIDANCE}{more}")})) == ()
