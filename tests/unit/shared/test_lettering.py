"""Texts of a picture stay within it and do not cover each other."""

import pytest

from safeguarding.shared.lettering import Label, fitting, width, wrapped


@pytest.mark.parametrize(
    ("narrow", "wide"), [("1.5", "105"), ("ill", "man"), ("no value", "NO VALUE"), ("abc", "WWW")]
)
def test_wide_letters_take_more_room(narrow: str, wide: str) -> None:
    assert width(narrow, 10) < width(wide, 10)
    assert width(wide, 20) == pytest.approx(2 * width(wide, 10))


def test_text_at_an_edge_is_moved_within() -> None:
    label = Label(0, 10, "2024/25", 10)
    assert [one and round(one.x - one.half, 1) for one in fitting([label], 100)] == [0]
    assert Label(100, 10, "2024/25", 10).within(100).x == round(100 - label.half, 1)
    assert Label(50, 10, "2024/25", 10).within(100).x == 50


def test_text_that_would_cover_one_before_it_is_left_out() -> None:
    labels = [Label(50, 50, "12.3", 12), Label(60, 45, "14.5", 12), Label(60, 80, "9", 12)]
    assert [bool(one) for one in fitting(labels, 100)] == [True, False, True]


def test_no_line_of_a_text_is_wider_than_the_whole() -> None:
    assert wrapped("Short", 10, 200, 48) == ["Short"]
    wide = wrapped("WWWW WWWW WWWW WWWW", 10, 60, 15)
    assert len(wide) > len(wrapped("iiii iiii iiii iiii", 10, 60, 15))
    assert all(width(line, 10) <= 60 for line in wide)
