"""The site is not shown as real while something on it is not."""

import datetime

from safeguarding import readiness
from tests.boards import INVENTED, NONE, Edits
from tests.conftest import PROGRAMME

BOARD, LISTENING = "data/board.yml", "docs/procedures/listening.md"
TODAY, LATER = datetime.date(2026, 11, 25), datetime.date(2030, 1, 1)
NO_SAMPLE: Edits = {PROGRAMME: ("sample: true\n", "")}
ADDRESS_AND_LICENCE = (
    "site_url: https://board.example/\nlicence: {title: An invented licence, url:"
    " https://board.example/licence/}\n"
)
SECURITY = "security: {contact: mailto:told@board.example, expires: 2027-06-01}\ntimezone:"


def told(edits: Edits = NONE, today: datetime.date = TODAY) -> list[str]:
    """What stands in the way of the release of the invented board after these edits."""
    blockers = readiness.release_blockers(INVENTED.site(edits), today)
    return [str(blocker) for blocker in blockers]


def test_sample_programme_stands_in_the_way_until_it_is_real() -> None:
    line = INVENTED.line_of("sample: true\n", PROGRAMME)
    said = (
        f"{PROGRAMME}:{line}:1: sample: the programme is a sample; put the real one in its place,"
        " then delete this line"
    )
    assert said in told()
    assert not any("programme" in one for one in told(NO_SAMPLE))


def test_every_unconfirmed_contact_stands_in_the_way() -> None:
    """Four of the invented board's five."""
    waiting = [
        "Example Vale children’s team",
        "Example Vale young people’s line",
        "Training desk",
        "Learning site",
    ]
    named = [one.partition("confirmed ")[2].partition(";")[0] for one in told()]
    assert [name for name in named if name] == waiting
    phone = "    phone: 01632 960001\n"
    verified = "    verified: {on: 2026-11-25, phone: 01632 960001, source: rung}\n"
    confirmed: Edits = {"data/contacts.yml": (phone, phone + verified)}
    assert sum("nobody has confirmed" in one for one in told(confirmed) if "paper" not in one) == 3


def test_leaflet_with_a_number_that_nobody_confirmed_is_handed_out_to_none() -> None:
    leaflet = "docs/about/leaflets/whom-to-call.md"
    line = INVENTED.line_of("paper:", leaflet)
    said = (
        f"{leaflet}:{line}:1: paper: would be printed with what nobody has confirmed: team,"
        " young-line; hand out none of it until data/contacts.yml says that it was"
    )
    assert said in told()
    no_paper: Edits = {leaflet: ("paper: [poster, cards]\n", "")}
    assert not any(leaflet in one for one in told(no_paper))


def test_review_that_is_due_and_page_that_is_not_approved_stand_in_the_way() -> None:
    assert not any("its review was due" in one or "has not approved" in one for one in told())
    assert any("its review was due on 20 November 2027;" in one for one in told(today=LATER))
    draft: Edits = {LISTENING: ("approved: 2026-11-20", "approved: null")}
    assert any("the partnership has not approved this procedure" in one for one in told(draft))


def test_source_past_the_day_for_reading_it_again_stands_in_the_way() -> None:
    said = "Exampland Children Act, section 1 was to be read again by 20 May 2027;"
    assert not any("was to be read again" in one for one in told())
    assert any(said in one for one in told(today=LATER))


def test_site_without_an_address_a_licence_or_someone_to_tell_stands_in_the_way() -> None:
    without: Edits = {BOARD: (ADDRESS_AND_LICENCE, "")}
    assert sum(one.startswith(BOARD) for one in told(without)) == 3
    whole: Edits = {BOARD: ("timezone:", SECURITY)}
    assert not any(one.startswith(BOARD) for one in told(whole))
    run_out = [one for one in told(whole, LATER) if one.startswith(BOARD)]
    assert len(run_out) == 1
    assert "expires" in run_out[0]


def test_readers_have_to_be_told_what_their_browser_keeps() -> None:
    quiet: Edits = {"docs/about/privacy.md": ("[[ kept_on_device() ]]", "")}
    line = INVENTED.line_of("name:", BOARD)
    said = f"{BOARD}:{line}:1: offline: browsers keep pages of the site, and no page says so"
    assert [one for one in told(quiet) if one.startswith(said)]
    assert not any("browsers keep" in one for one in told())
    off: Edits = {**quiet, BOARD: ("timezone:", "offline: false\ntimezone:")}
    assert not any("browsers keep" in one for one in told(off))
