"""A decision tool on a page."""

from safeguarding.authoring import Author
from safeguarding.site import Site
from tests.conftest import NOW


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
