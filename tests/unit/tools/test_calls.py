"""A decision tool on a page."""

from safeguarding.authoring import Author
from safeguarding.site import Site
from tests.conftest import NOW


def test_result_that_asks_for_a_call_shows_the_number_first(facts: Site) -> None:
    author = Author(facts, here=lambda: "", now=NOW)
    ends = [
        part
        for id in facts.decision_trees
        for part in author.tool(id).split('<section class="end')[1:]
    ]
    calls = [part for part in ends if 'class="call"' in part]
    assert calls
    for part in calls:
        assert "<ul>" not in part.partition('class="call"')[0]
    assert len(calls) == sum(
        result.tone in ("danger", "act") and facts.contacts[result.contacts[0]].phone is not None
        for tree in facts.decision_trees.values()
        for result in tree.results
        if result.contacts
    )
