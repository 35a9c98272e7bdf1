"""What pages rest on, as their readers are told: in force, replaced or still to come; and pages
that change by themselves on a day that is known."""

import datetime
from pathlib import Path

import pytest

from safeguarding import checks
from safeguarding.authoring import Author
from safeguarding.board import views as lists
from safeguarding.clock import Days
from safeguarding.exports import atom
from safeguarding.procedures.views import reviews
from safeguarding.shared import addresses
from safeguarding.shared.statements import statements
from safeguarding.site import Site
from tests.boards import INVENTED
from tests.conftest import NOW, ROOT, edit, run
from tests.small import LISTENING
from tests.unit.law.changes import (
    DAY,
    NEW_GUIDANCE,
    STEP,
    TURN,
    of_act,
    of_guidance,
    turning,
    with_sources,
    with_turn,
)


def page_of(site: Site, now: str, here: str = "procedures/listening/") -> Author:
    """The page at an address at a moment like 2027-04-01T12:00Z."""
    return Author(site, here=lambda: here, now=datetime.datetime.fromisoformat(now))


def test_what_is_replaced_is_said_on_the_page() -> None:
    edits = of_guidance("status: superseded\n    superseded_by: new-guidance")
    author = page_of(with_sources(NEW_GUIDANCE).site(edits), "2026-11-23T12:00Z")
    page = author.procedure() + author.procedure_end()
    top, _, foot = page.partition("Sources")
    assert "has been replaced" not in top
    assert "Part of this page rests on what has been replaced." in foot
    assert "Replaced by: How to listen better." in foot
    stay, tell = (
        top.partition(step)[2].partition("</li>")[0] for step in ("let the child talk", "team.")
    )
    assert 'aria-label="Source 2, replaced">[2, replaced]</a>' in stay
    assert "replaced" not in tell


def test_what_is_in_force_is_not_said_to_be_replaced() -> None:
    page = page_of(INVENTED.site(), "2026-11-23T12:00Z").procedure()
    assert "has been replaced" not in page


def test_a_source_without_an_end_is_no_change_to_come() -> None:
    edits = of_act("until: 9999-12-31\n    superseded_by: example-guidance")
    site = INVENTED.site(edits)
    assert lists.updates(site, DAY) == lists.updates(INVENTED.site(), DAY)


@pytest.mark.parametrize(
    ("now", "named", "unnamed"),
    [
        ("2027-03-31T12:00Z", "example-act-s1", "new-act"),
        ("2027-04-01T12:00Z", "new-act", "example-act-s1"),
    ],
)
def test_page_names_no_source_of_a_step_that_it_does_not_show(
    now: str, named: str, unnamed: str
) -> None:
    new = STEP.replace("example-act-s1", "new-act").replace("}", ", from: 2027-04-01}")
    site = with_turn(new).site()
    author = page_of(site, now)
    page = author.procedure() + author.cited()
    assert f'id="source-{named}"' in page
    assert f'id="source-{unnamed}"' not in page
    assert "what has been replaced" not in page
    today = datetime.datetime.fromisoformat(now).date()
    warnings = checks.warnings(site, Days(today, today))
    assert [one for one in warnings if "/procedures/listening/" in one.message] == []


@pytest.mark.parametrize(
    ("now", "shown", "hidden"),
    [
        ("2027-03-31T22:59Z", "on paper", "the new book"),
        ("2027-03-31T23:00Z", "the new book", "on paper"),
    ],
)
def test_page_changes_by_itself_at_midnight_of_the_day(now: str, shown: str, hidden: str) -> None:
    page = page_of(turning().site(), now).procedure()
    assert shown in page
    assert hidden not in page


@pytest.mark.parametrize(
    ("today", "told"), [("2027-01-30", 0), ("2027-01-31", 2), ("2027-03-31", 2), ("2027-04-01", 0)]
)
def test_change_is_announced_sixty_days_before(today: str, told: int) -> None:
    due = reviews.reviews(turning().site(), datetime.date.fromisoformat(today), 60)
    changes = [one for one in due if one.kind == "change"]
    assert len(changes) == told
    for change in changes:
        assert change.due == DAY
        assert "changes by itself" in change.title


@pytest.mark.parametrize(("now", "said"), [("2027-03-31T12:00Z", 0), ("2027-04-01T12:00Z", 3)])
def test_lists_of_which_nothing_counts_are_no_empty_lists(now: str, said: int) -> None:
    head, rest = INVENTED.texts()[LISTENING].split("record:", 1)
    ending = head.replace("}\n", ", until: 2027-03-31}\n") + "record:" + rest
    page = page_of(INVENTED.site({LISTENING: ending}), now).procedure()
    lists_of_steps = ['<ul class="glance">', '<ol class="steps">', "<tbody>"]
    assert page.count("At present there is no") == said
    assert [one for one in lists_of_steps if one in page] == ([] if said else lists_of_steps)


def test_built_page_and_feed_follow_the_clock(invented_board: Path) -> None:
    """Midnight of 1 April 2027 in London is still 31 March in UTC."""
    edit(invented_board, LISTENING, "record: ", f"{TURN}record: ")
    done = run(ROOT, "--board", str(invented_board), "build", SOURCE_DATE_EPOCH="1806534000")
    assert done.returncode == 0, done.stderr
    page = (invented_board / "site/procedures/listening/index.html").read_text("utf-8")
    assert "Write it in the new book." in page
    assert "Write it on paper." not in page
    assert "made on 1 April 2027" in page
    assert "Write it" in (invented_board / "site/updates.xml").read_text("utf-8")


@pytest.mark.parametrize(("today", "told"), [("2027-03-31", 0), ("2027-04-01", 2)])
def test_change_is_told_on_its_day_to_those_who_follow(today: str, told: int) -> None:
    site, day = turning().site(), datetime.date.fromisoformat(today)
    feed = atom.feed(site, day).iter(f"{{{atom.SPACE}}}summary")
    assert sum("Write it" in one.what for one in lists.updates(site, day)) == told
    assert sum("Write it" in (one.text or "") for one in feed) == told
    author = page_of(site, f"{today}T12:00Z", "about/updates/")
    assert author.updates().count("Write it") == told


def test_edition_that_takes_over_is_announced_and_told() -> None:
    board = with_sources(NEW_GUIDANCE).edited(
        of_guidance("until: 2027-03-31\n    superseded_by: new-guidance")
    )
    assert board.problems() == []
    site = board.site()
    said = "How to listen better takes the place of How to listen on 1 April 2027."
    due = reviews.reviews(site, datetime.date(2027, 3, 1), 60)
    assert any(said in one.title for one in due)
    before = lists.updates(site, datetime.date(2027, 3, 31))
    assert not any(said in one.what for one in before)
    assert any(said in one.what for one in lists.updates(site, DAY))
    for now, shown in (
        ("2027-03-01", "In force until 31 March 2027. Then: How to listen better"),
        ("2027-04-01", "Replaced by: How to listen better"),
    ):
        author = page_of(site, f"{now}T12:00Z")
        assert shown in author.procedure() + author.procedure_end()


@pytest.mark.parametrize(("now", "said"), [("2027-03-31", "soon"), ("2027-04-01", "now")])
def test_words_of_a_page_wait_for_the_day(now: str, said: str) -> None:
    site = INVENTED.site(of_act("status: not yet in force\n    from: 2027-04-01"))
    assert page_of(site, f"{now}T12:00Z", "").when("example-act-s1", "soon", "now") == said


def test_words_that_wait_for_a_day_rest_on_their_source_and_are_announced() -> None:
    to_come = NEW_GUIDANCE.replace(
        "kind: guidance", "kind: law\n    status: not yet in force\n    from: 2027-04-01"
    )
    page = "docs/about/privacy.md"
    words = '\nWe ask. [[ when("new-guidance", "We need not ask you.", "We must ask you.") ]]\n'
    board = with_sources(to_come).edited({page: INVENTED.texts()[page] + words})
    assert board.problems() == []
    site = board.site()
    assert site.rests_on()["about/privacy/"] == ("new-guidance",)
    assert [(one.address, one.words) for one in statements(site, "new-guidance")] == [
        ("about/privacy/", "We ask. We need not ask you. / We must ask you.")
    ]
    due = reviews.reviews(site, datetime.date(2027, 3, 1), 60)
    assert [one.due for one in due if one.kind == "change"] == [DAY]
    assert any(one.address == "about/privacy/" for one in lists.updates(site, DAY))


def test_sources_are_read_again_in_time() -> None:
    site = INVENTED.site(of_act("look_again: 3 months"))
    due = reviews.reviews(site, datetime.date(2027, 2, 20), 0)
    assert [(one.title, one.due) for one in due if one.kind == "sources"] == [
        ("Sources of data/law/law.yml: example-act-s1", datetime.date(2027, 2, 20))
    ]
    author = page_of(site, "2027-02-21T12:00Z", "about/sources/")
    assert author.source_list().count("Due to be read again") == 1


def test_every_source_stands_on_the_page_of_all_sources_with_its_pages(real_site: Site) -> None:
    author = Author(real_site, here=lambda: "about/sources/", now=NOW)
    page = author.source_list()
    for id, one in real_site.authorities.items():
        begins = one.read_in.split("&")[0][:40].split("’")[0]
        assert f'<dt id="{id}">' in page, id
        assert begins in page.replace("&#39;", "'"), id
    for address, ids in real_site.rests_on().items():
        assert not ids or f'href="{addresses.relative(address, "about/sources/")}"' in page, address


def test_foot_of_a_page_says_what_and_when_and_not_how(real_site: Site) -> None:
    most = max(
        real_site.procedures, key=lambda id: len(real_site.rests_on()[addresses.procedure(id)])
    )
    page = addresses.procedure(most)
    author = Author(real_site, here=lambda: page, now=NOW)
    author.procedure()
    foot = author.cited()
    assert "How each source was read" in foot
    assert "Checked on" in foot
    assert [
        id for id in real_site.rests_on()[page] if real_site.authorities[id].read_in in foot
    ] == []


def test_statements_are_found_wherever_a_page_rests_on_a_source(real_site: Site) -> None:
    """Every page that rests on a source has a statement that does, and each statement stands where
    it says."""
    for address, ids in real_site.rests_on().items():
        for id in ids:
            assert address in {one.address for one in statements(real_site, id)}, (address, id)


@pytest.mark.parametrize(
    ("sources", "marked"),
    {
        "": False,
        "    sources: [example-guidance]\n": False,
        "    sources: [example-act-s1]\n": True,
    }.items(),
)
def test_what_may_be_done_is_marked_where_a_law_gives_the_power(sources: str, marked: bool) -> None:
    step = f"  - who: Anyone\n    what: Open the door.\n    force: may\n{sources}"
    site = INVENTED.site({LISTENING: ("record: ", f"{step}record: ")})
    page = page_of(site, "2026-11-23T12:00Z").procedure()
    step = page.partition("Open the door.")[0].rpartition("<li>")[2]
    assert ('class="force may"' in step) is marked
