"""A decision tool on a page."""

from safeguarding.authoring import Author
from safeguarding.site import Site
from tests.boards import INVENTED
from tests.conftest import NOW


def test_number_stands_where_a_result_speaks_of_the_call() -> None:
    edit = ("text: Call today.", "text: Call today., actions: ['Call the team on {team}.']")
    site = INVENTED.site({"data/decision_trees/told.yml": edit})
    number = '<a class="number" href="tel:01632960001">01632 960001</a>'
    page = Author(site, here=lambda: "check/", now=NOW).tool("told")
    assert f"<li>Call the team on {number}.</li>" in page


def test_result_that_asks_for_a_call_shows_the_number_first(real_site: Site) -> None:
    author = Author(real_site, here=lambda: "", now=NOW)
    ends = [
        part
        for id in real_site.decision_trees
        for part in author.tool(id).split('<section class="end')[1:]
    ]
    calls = [part for part in ends if 'class="call"' in part]
    assert calls
    for part in calls:
        assert "<ul>" not in part.partition('class="call"')[0]
    assert len(calls) == sum(
        result.tone in ("danger", "act")
        and real_site.contacts[result.contacts[0]].phone is not None
        for tree in real_site.decision_trees.values()
        for result in tree.results
        if result.contacts
    )
