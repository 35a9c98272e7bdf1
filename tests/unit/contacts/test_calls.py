"""Contacts on a page."""

from safeguarding.authoring import Author
from tests.boards import INVENTED
from tests.conftest import NOW


def test_numbers_can_be_called_wherever_they_stand() -> None:
    author = Author(INVENTED.site(), here=lambda: "", now=NOW)
    for html in (
        author.help_lines(),
        author.contact("young-line"),
        author.contact_card("young-line"),
        author.number("young-line"),
        author.contact_list(),
    ):
        assert 'href="tel:08081570001"' in html
