"""Of several kinds an entry is of the one that its keys choose."""

from typing import Annotated, Any, Literal

import pytest
from pydantic import TypeAdapter, ValidationError

from safeguarding.board.models import Page
from safeguarding.kinds import OneOf
from safeguarding.record import Record


class Walk(Record):
    by: Literal["foot"]
    shoes: str
    dog: str | None = None


class Ride(Record):
    by: Literal["bus", "train"]
    ticket: str
    seat: str


class Stay(Record):
    home: str


Day = Annotated[Walk | Ride | Stay, OneOf()]


def test_every_kind_knows_those_that_could_stand_in_its_place() -> None:
    TypeAdapter(Day)
    assert Walk.kinds == Ride.kinds == Stay.kinds == (Walk, Ride, Stay)
    assert Page.kinds == (Page,)


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ({"by": "foot", "shoes": "old"}, Walk),
        ({"by": "bus", "ticket": "a", "seat": "b"}, Ride),
        ({"home": "here"}, Stay),
        (Stay(home="here"), Stay),
    ],
)
def test_entry_is_of_the_kind_that_its_keys_say(entry: Any, kind: type[Record]) -> None:
    assert type(TypeAdapter(Day).validate_python(entry)) is kind


@pytest.mark.parametrize(
    ("entry", "told"),
    {
        "nothing": ({}, ["[Stay] home missing"]),
        "no mapping": ("bus", ["[Stay] model_type"]),
        "one of several words": ({"by": "bus"}, ["[Ride] ticket missing", "[Ride] seat missing"]),
        "a word of no kind": ({"by": "car", "shoes": "old"}, ["[Walk] by literal_error"]),
        "a word of another kind": ({"by": "bus", "shoes": "old"}, ["[Walk] by literal_error"]),
        "a key too much": ({"home": "here", "dog": "a"}, ["[Stay] dog extra_forbidden"]),
        "as much of one as of another": (
            {"home": "here", "shoes": "old"},
            ["[Stay] shoes extra_forbidden"],
        ),
        "a misspelt key": (
            {"tikcet": "a"},
            [
                "[Ride] by missing",
                "[Ride] ticket missing",
                "[Ride] seat missing",
                "[Ride] tikcet extra_forbidden",
            ],
        ),
        "a key that is no text": ({5: "a"}, ["[Stay] home missing", "[Stay] 5 invalid_key"]),
    }.values(),
)
def test_what_is_wrong_is_told_of_the_nearest_kind_alone(entry: Any, told: list[str]) -> None:
    with pytest.raises(ValidationError) as wrong:
        TypeAdapter(Day).validate_python(entry)
    errors = wrong.value.errors()
    assert [" ".join(map(str, (*error["loc"], error["type"]))) for error in errors] == told
