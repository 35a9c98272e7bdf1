"""Words as the search knows them: without their endings, and with others of the same meaning."""

import pytest

from safeguarding.exports import words
from safeguarding.exports.words import Alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fostered", "fostering"),
        ("notifies", "notify"),
        ("running", "runs"),
        ("abuse", "abused"),
        ("child’s", "child"),
        ("don't", "dont"),
        ("Reviews", "review"),
    ],
)
def test_words_with_other_endings_are_the_same(one: str, other: str) -> None:
    assert words.stem(words.bare(one)) == words.stem(words.bare(other))


@pytest.mark.parametrize(("one", "other"), [("police", "policy"), ("sing", "s"), ("gas", "ga")])
def test_short_words_and_others_stay_apart(one: str, other: str) -> None:
    assert words.stem(one) != words.stem(other)


def test_words_of_a_text_in_their_order() -> None:
    assert words.split("“Who’s” in care? It’s – e-safety, 24/7 ’") == [
        *("who", "in", "care", "it", "e", "safety", "24", "7"),
    ]


def test_several_words_with_one_meaning_are_one_more_word() -> None:
    alike = Alike([["council", "social services"], ["young person", "kid"]])
    assert alike.words("Social service, kids") == ["social", "servic", "kid", "socialservic"]
    assert alike.keys("socialservic") == ["socialservic", "~council"]
    assert alike.keys("kid") == ["kid", "~youngperson"]
    assert alike.keys("road") == ["road"]


def test_word_with_a_hyphen_is_one_word_as_well() -> None:
    assert Alike([]).words("pre-birth, 2013-14") == ["pre", "birth", "2013", "14", "prebirth"]


def test_word_may_be_in_several_groups() -> None:
    assert Alike([["pay", "allowance"], ["money", "pay"]]).keys("pay") == ["pay", "~pay", "~monei"]
