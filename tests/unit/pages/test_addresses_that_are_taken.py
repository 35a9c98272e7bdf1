"""No page stands at an address that the site itself needs: `check` says so, not only a build."""

import pytest

from tests.boards import INVENTED


@pytest.mark.parametrize("name", ["offline.md", "search/0a1b2c3d.md", "data/index.md", "data/a.md"])
def test_page_at_an_address_of_the_site_is_refused(name: str) -> None:
    text = INVENTED.texts()["docs/check.md"]
    told = INVENTED.problems_of_all_pages({f"docs/{name}": text})
    address = name.removesuffix(".md").removesuffix("index")
    slash = "" if address.endswith("/") else "/"
    assert (
        f"docs/{name}:1:1: the site itself needs the address {address}{slash}; give the page"
        " another name"
    ) in told


def test_pages_near_those_addresses_are_fine() -> None:
    text = INVENTED.texts()["docs/check.md"]
    names = ("offline-tools.md", "search/words.md", "dataset.md", "about/offline.md")
    told = INVENTED.problems_of_all_pages({f"docs/{name}": text for name in names})
    assert [line for line in told if "the site itself needs" in line] == []
