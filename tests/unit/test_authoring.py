"""A call is made once: a check makes it, and a build takes what it showed."""

import pytest

from safeguarding.authoring import CALLS, Author
from safeguarding.problem import WrongWords
from tests.conftest import NOW
from tests.small import small_site


@pytest.fixture
def author() -> Author:
    return Author(small_site(), here=lambda: "check/", now=NOW)


def test_what_a_call_showed_is_taken_in_the_order_of_the_page(author: Author) -> None:
    first, second = (author.make("contact_card", ("team",)) for _ in range(2))
    assert "nobody has confirmed" in first  # which a page says once
    assert "nobody has confirmed" not in second
    assert [author.take("contact_card", ("team",)) for _ in range(2)] == [first, second]


def test_what_was_made_is_not_made_again(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = author.make("emergency", ())
    monkeypatch.setattr(Author, "emergency", lambda self: "made again")
    assert author.take("emergency", ()) == shown
    assert author.take("emergency", ()) == "made again"


def test_other_words_are_another_call(author: Author) -> None:
    author.make("number", ("team",))
    assert "01632 960002" in author.take("number", ("training-desk",))


def test_words_that_mean_nothing_are_told_and_kept_by_no_one(author: Author) -> None:
    with pytest.raises(WrongWords, match="nobody"):
        author.make("number", ("nobody",))


def test_every_call_is_one_of_the_author() -> None:
    assert len(CALLS) == len(set(CALLS))
    assert all(callable(getattr(Author, call)) for call in CALLS)


@pytest.mark.parametrize(
    ("call", "says"),
    {
        "glossary_list": "2 words and abbreviations.",
        "source_list": "2 sources.",
        "publication_list": "7 publications.",
        "contact_list": "5 numbers and services.",
    }.items(),
)
def test_lists_say_how_many_they_show(call: str, says: str) -> None:
    author = Author(small_site(), here=lambda: "publications/", now=NOW)
    assert f'<p class="count">{says}</p>' in getattr(author, call)()
