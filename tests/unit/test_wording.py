"""One wording is known as another, and a time as the same time."""

import pytest

from safeguarding import wording

SAME_TIMES = [
    ("within 24 hours", "24 hours, counted from the child’s return"),
    ("within one working day", "at once and within 1 working day"),
    ("two weeks", "14 days"),
    ("a year at most: 12 months", "one year"),
    ("now; nobody has to wait 24 hours", "straight away"),
    ("as soon as you can", "the same day"),
]
OTHER_TIMES = [
    ("within 24 hours", "within 48 hours"),
    ("one working day", "one day"),
    ("straight away", "within three days"),
    ("6 weeks before", "six months before"),
]


@pytest.mark.parametrize(("one", "other"), SAME_TIMES)
def test_times_that_can_mean_the_same_are_in_each_other(one: str, other: str) -> None:
    times = wording.spans(one), wording.spans(other)
    assert times[0] <= times[1] or times[1] <= times[0]


@pytest.mark.parametrize(("one", "other"), OTHER_TIMES)
def test_times_with_other_numbers_are_not(one: str, other: str) -> None:
    assert wording.spans(one).isdisjoint(wording.spans(other))


def test_words_are_the_same_without_capitals_articles_and_marks() -> None:
    said = "Tell the LADO, and ask for the LADO’s advice."
    assert wording.words(said) == wording.words("tell LADO ask LADO's advice")
    assert wording.words("Do not tell anyone") != wording.words("Tell anyone")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("17 to 22", [17, 22]),
        ("3 of 40", [3, 40]),
        ("two in 9,120", [2, 9120]),
        ("2b", []),
        ("2%", []),
        ("2.5", []),
        ("0.3", []),
        ("9,1", []),
        ("Tenants", []),
        ("5–14", [5, 14]),
        ("2.", [2]),
    ],
)
def test_numbers_are_whole_ones_in_figures_or_words(text: str, numbers: list[int]) -> None:
    assert wording.counts(text) == numbers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Two of the children moved.", [(2, "Two of the children")]),
        ("Of 12 girls, 3 very young babies", [(12, "12 girls"), (3, "3 very young babies")]),
        ("Two plans were for a child.", []),
        ("No child was seen twice.", []),
        ("After 2 weeks, children were asked.", []),
    ],
)
def test_numbers_of_children_are_known_in_sentences(text: str, said: list[tuple[int, str]]) -> None:
    assert wording.counts_of_children(text) == said
