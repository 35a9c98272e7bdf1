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


def test_every_way_to_a_contact_stands_wherever_it_stands() -> None:
    author = Author(INVENTED.site(), here=lambda: "", now=NOW)
    for html in (
        author.contact("learning-site"),
        author.contact_card("learning-site"),
        author.contact_list(),
    ):
        for link in (
            'href="tel:01632960003;ext=12">01632 960003 ext 12</a>',
            'href="mailto:learning@board.example">learning@board.example</a>',
            'href="https://learn.board.example/" rel="external noopener noreferrer">',
            "Monday to Friday, 9am to 4pm",
        ):
            assert link in html


def test_where_a_page_is_the_only_way_its_link_says_that_it_leaves_this_site() -> None:
    edit = ("    phone: 01632 960001\n", "    url: https://team.board.example/\n")
    author = Author(INVENTED.site({"data/contacts.yml": edit}), lambda: "", NOW)
    assert "opens another site" in author.contact_card("team")
    assert "another site" not in author.contact_card("learning-site")


def test_help_line_shows_how_else_to_reach_it() -> None:
    phone = "    phone: 0808 157 0001\n"
    edit = (phone, f"{phone}    email: hear@board.example\n    hours: always\n")
    html = Author(INVENTED.site({"data/contacts.yml": edit}), lambda: "", NOW).help_lines()
    assert 'href="mailto:hear@board.example">hear@board.example</a>; always' in html
