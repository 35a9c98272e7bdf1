"""A procedure is one file: it appears everywhere by itself, and has one shape."""

import datetime

import pytest

from safeguarding.authoring import Author
from safeguarding.shared import addresses
from safeguarding.site import Site
from tests.boards import INVENTED
from tests.conftest import NOW

LISTENING = "docs/procedures/listening.md"
TITLE = "title: When a child tells you something"
# The parts of a procedure's page, in their order.
PARTS = (
    "danger now",
    "At a glance",
    "What to do",
    "Time limits",
    "What to record",
    "Sources",
    "Next review due",
    "Changes",
)


def whole(site: Site, id: str) -> str:
    """All that the page of a procedure shows of it."""
    author = Author(site, here=lambda: addresses.procedure(id), now=NOW)
    return author.procedure() + author.procedure_end()


def test_new_procedure_is_one_new_file() -> None:
    text = INVENTED.texts()[LISTENING].replace(TITLE, "title: A new one", 1)
    site = INVENTED.site({"docs/procedures/a-new-one.md": text})
    author = Author(site, here=lambda: "procedures/", now=NOW)
    for call in ("procedure_finder", "a_to_z", "updates", "review_due"):
        assert "A new one" in getattr(author, call)(), call


@pytest.mark.parametrize(
    ("now", "said"), {"2027-05-20T22:59Z": False, "2027-05-20T23:00Z": True}.items()
)
def test_page_past_its_review_date_says_so_from_midnight_on_the_boards_own_clocks(
    now: str, said: bool
) -> None:
    site = INVENTED.site({LISTENING: ("review_every: 12 months", "review_every: 6 months")})
    author = Author(
        site,
        here=lambda: "procedures/listening/",
        now=datetime.datetime.fromisoformat(now),
    )
    assert ("past its review date" in author.procedure()) is said
    assert ("past its review date" in author.review_due()) is said


@pytest.mark.parametrize(
    ("approved", "draft"), {"approved: 2026-11-20": False, "approved: null": True}.items()
)
def test_draft_and_it_alone_says_so_at_its_top(approved: str, draft: bool) -> None:
    site = INVENTED.site({LISTENING: ("approved: 2026-11-20", approved)})
    author = Author(site, here=lambda: "procedures/listening/", now=NOW)
    top = author.procedure().partition("At a glance")[0]
    assert ("has not approved this page yet" in top) is draft


def test_whom_to_call_first_stands_at_the_top_with_what_is_not_confirmed() -> None:
    author = Author(INVENTED.site(), here=lambda: "procedures/listening/", now=NOW)
    top = author.procedure().partition("At a glance")[0]
    assert 'href="tel:01632960001"' in top
    assert "nobody has confirmed it" in top
    assert "nobody has confirmed" not in author.contact_card("team"), "is said twice"
    nobody = INVENTED.site({LISTENING: ("contacts: [team]\n", "")})
    page = Author(nobody, here=lambda: "procedures/listening/", now=NOW).procedure()
    assert 'class="contacts"' not in page


def test_every_procedure_has_a_number_at_its_top(real_site: Site) -> None:
    for id, procedure in real_site.procedures.items():
        assert any(real_site.contacts[one].phone for one in procedure.contacts), id


def test_every_procedure_has_one_shape(real_site: Site) -> None:
    for id in real_site.procedures:
        page = whole(real_site, id)
        places = [page.index(part) for part in PARTS]
        assert places == sorted(places), id


def test_every_source_of_a_procedure_is_on_its_page(real_site: Site) -> None:
    for id, procedure in real_site.procedures.items():
        page = whole(real_site, id)
        for step in procedure.steps:
            assert all(f'id="source-{source}"' in page for source in step.sources), id


@pytest.mark.parametrize(
    ("glance", "told"),
    {
        "sources: [example-act-s1], glance: true": False,
        "sources: [example-act-s1], glance: false": True,
        "sources: [example-act-s1], glance: false, until: 2026-01-01": False,
    }.items(),
)
def test_glance_tells_that_more_must_be_done_by_a_time(glance: str, told: bool) -> None:
    site = INVENTED.site({LISTENING: ("sources: [example-act-s1], glance: true", glance)})
    author = Author(site, here=lambda: "procedures/listening/", now=NOW)
    top = author.procedure().partition("What to do")[0]
    assert ("There is more that must be done by a certain time" in top) is told
