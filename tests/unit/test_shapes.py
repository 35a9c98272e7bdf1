"""What looks alike in a browser is told from what does not; and of pages that look alike, one is
looked at."""

import pytest

from tests.browser.shapes import cover, shapes

PAGE = '<main><p class="lead">One <a href="/one/">two</a></p><img alt="Three" src="a.png"></main>'


def test_shape_is_an_element_in_all_that_it_stands_in() -> None:
    assert shapes(PAGE) == {
        ("main",),
        ("main", "p class=lead"),
        ("main", "p class=lead", "a href"),
        ("main", "img alt src"),
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [("One", "Two"), ("/one/", "/two/"), ("Three", "Four")],
)
def test_words_and_addresses_are_of_one_shape(old: str, new: str) -> None:
    assert shapes(PAGE.replace(old, new, 1)) == shapes(PAGE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lead", "care"),
        ("<p ", '<p role="note" '),
        ("<p ", "<p hidden "),
        (' alt="Three"', ""),
        ("<p ", '<p style="color: red" '),
        ("<main>", "<main><div>"),
        ("<a ", "<b><a "),
    ],
)
def test_what_a_style_or_a_rule_can_tell_apart_is_another_shape(old: str, new: str) -> None:
    assert shapes(PAGE.replace(old, new, 1)) - shapes(PAGE)


def test_empty_element_holds_nothing() -> None:
    assert ("br", "b") not in shapes("<br><b>One</b>")
    assert ("path d", "b") not in shapes('<path d="M0"/><b>One</b>')


A, B, C = ("a",), ("b",), ("c",)


def test_few_pages_have_every_shape() -> None:
    pages = {"one": {A}, "two": {A, B}, "three": {B}, "four": {C}}
    assert list(cover(pages)) == [("two", {A, B}), ("four", {C})]


def test_what_was_seen_need_not_be_seen_again() -> None:
    assert list(cover({"one": {A, B}, "two": {A, B, C}}, {A, B})) == [("two", {C})]
    assert list(cover({"one": {A}}, {A})) == []


def test_pages_of_one_shape_are_looked_at_once() -> None:
    assert list(cover({f"page-{number}": {A, B} for number in range(80)})) == [("page-0", {A, B})]
