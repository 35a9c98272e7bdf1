"""What a model refuses -> Problems in words for someone who knows no Python."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from safeguarding.kinds import choices
from safeguarding.problem import Place, Problem, advice
from safeguarding.record import DIGITS, NO_DAY, NO_WHOLE, NUMBER, TRUE_OR_FALSE, WHOLE, Record
from safeguarding.yaml import values as source

RULE = "model"  # the name of what is broken where a value is none that its field takes
Models = Mapping[Place | None, type[Record]]
# Pydantic's steps to an error that are no keys: `[key]`, where the key is wrong and not its value,
# and the kind of an entry that is of one of several.
NO_STEP = "["
DAY_IN_FIGURES = re.compile(r"(\d{4})\D(\d\d)\D(\d\d)")
LONGEST = 200  # letters of a value that a problem repeats


@dataclass(frozen=True)
class Refusal:
    """One value that pydantic refused: the key it stands at (empty where there is none), the model
    of the mapping that it stands in, if that is known, all keys of that mapping, and pydantic's own
    words and limits."""

    field: str
    value: Any
    model: type[Record]
    keys: tuple[str, ...]
    message: str
    limits: Mapping[str, Any]

    @property
    def written(self) -> Any:
        """The value as an editor knows it; None where nothing is written."""
        if isinstance(self.value, dict):
            return '"key: value" lines'
        if isinstance(self.value, tuple):
            return "a list"
        if isinstance(self.value, str) and len(self.value) > LONGEST:
            return f"{self.value[:LONGEST]}…"
        return self.value


# What to do about a refusal, for each kind that pydantic has a name for.


def _missing(refusal: Refusal) -> str:
    return ", or ".join(["is missing; add it", *filter(None, _instead(refusal))])


def _instead(refusal: Refusal) -> Iterator[str]:
    """The keys of each other kind of entry that could stand in the place of the missing one, where
    the entry has nothing yet that says of which kind it is."""
    own = _required(refusal.model)
    for kind in refusal.model.kinds:
        theirs = _required(kind)
        if refusal.field not in theirs and set(refusal.keys) & set(own) <= set(theirs):
            yield _in_words([key for key in theirs if key not in own])


def _no_key(refusal: Refusal) -> str:
    if against := _against(refusal, lambda _: True):
        return f"cannot stand beside {against}; delete one or the other"
    keys = list(refusal.model.fields())
    return f"is not a key here; {advice(refusal.field, keys, 'the keys are ' + ', '.join(keys))}"


def _against(refusal: Refusal, fits: Callable[[FieldInfo], bool]) -> str:
    """The keys beside a value that fits another kind of entry, which that kind does not have."""
    own = refusal.model.fields()
    for fields in (kind.fields() for kind in refusal.model.kinds if kind is not refusal.model):
        if refusal.field in fields and fits(fields[refusal.field]):
            return _in_words([key for key in refusal.keys if key in own and key not in fields])
    return ""


def _in_words(names: Iterable[str], joint: str = "and") -> str:
    *most, last = names or [""]
    return f"{', '.join(most)} {joint} {last}" if most else last


def _no_text(refusal: Refusal) -> str:
    if isinstance(refusal.value, dict):
        return "should be text; put all of it in quotes, because of the colon or the brackets in it"
    if isinstance(refusal.value, tuple):
        return "should be text, not a list; take the brackets away, or put all of it in quotes"
    return refusal.message


def _empty(refusal: Refusal) -> str:
    return "is empty; write what belongs there"


def _no_number(refusal: Refusal) -> str:
    written = re.fullmatch(NUMBER, str(refusal.value), re.ASCII)  # a number, but none for this key
    return ("" if written else _number_to_write(refusal, NUMBER)) or _as_pydantic_says(refusal)


def _no_whole_number(refusal: Refusal) -> str:
    return _number_to_write(refusal, WHOLE) or f"{NO_WHOLE}, not {refusal.written}"


def _number_to_write(refusal: Refusal, pattern: str) -> str:
    """What to do about a number with pounds, another kind of minus, commas (one before its last or
    last but one digit means a point) or too many digits; empty where the value says none."""
    plain = re.sub("[£%_ ]", "", str(refusal.value)).replace("−", "-").replace("–", "-")
    plain = re.sub(r",(\d\d?)$", r".\1", plain).replace(",", "")
    if re.fullmatch(pattern, plain, re.ASCII):
        return f"should be a number: write {plain}"
    if re.fullmatch(r"-?[\d.]+", plain) and sum(map(str.isdigit, plain)) > DIGITS:
        return f"has more than the {DIGITS} digits that any figure here needs; correct it"
    return ""


def _no_bool(refusal: Refusal) -> str:
    return TRUE_OR_FALSE


def _no_date(refusal: Refusal) -> str:
    figures = DAY_IN_FIGURES.fullmatch(str(refusal.value))
    return f"should be a date with hyphens: {'-'.join(figures.groups())}" if figures else NO_DAY


def _can_be(value: Any, field: FieldInfo) -> bool:
    """Whether a field can hold a word: it is one of its words, or the field has none of its own."""
    return not choices(field) or value in choices(field)


def _no_choice(refusal: Refusal) -> str:
    expected = refusal.limits["expected"]
    if expected == "True":
        return "has to be: true"
    if against := _against(refusal, lambda field: _can_be(refusal.value, field)):
        return f"{refusal.written} cannot stand beside {against}; delete one or the other"
    written = "nothing" if refusal.value is None else refusal.written
    fields = (kind.fields().get(refusal.field) for kind in refusal.model.kinds)
    words = dict.fromkeys(word for field in fields if field for word in choices(field))
    near = advice(str(written), [word for word in words if isinstance(word, str)], "")
    among = _in_words([repr(word) for word in words], "or") or expected
    return f"{written} is not one of: {among}{near and f'; {near}'}"


def _no_list(refusal: Refusal) -> str:
    if refusal.value is None:
        return 'is empty; write each entry on a line of its own with "- " before it'
    if isinstance(refusal.value, str):
        items = refusal.written.strip("()[] ")
        return f'should be a list, like [{items}], or lines with "- " before each item'
    return 'should be a list; put "- " before each item'


def _no_mapping(refusal: Refusal) -> str:
    named = [kind for kind in _every_kind() if kind.__name__ == refusal.limits.get("class_name")]
    keys = ", ".join(_required(named[0])) if named else ""
    return f"should have keys of its own, each with a colon and a value{keys and f': {keys}'}"


def _required(kind: type[Record]) -> list[str]:
    """The keys that a record of that kind has to have."""
    return [key for key, field in kind.fields().items() if field.is_required()]


def _every_kind() -> Iterator[type[Record]]:
    """Record itself, then what is made from it, then what is made from that."""
    kinds: list[type[Record]] = [Record]
    while kinds:
        yield from kinds
        kinds = [below for kind in kinds for below in kind.__subclasses__()]


def _too_short(refusal: Refusal) -> str:
    least = refusal.limits["min_length"]
    return f"needs at least {'one entry' if least == 1 else f'{least} entries'}"


def _too_long(refusal: Refusal) -> str:
    return f"has room for {refusal.limits['max_length']} entries; take the others out"


def _below_least(refusal: Refusal) -> str:
    return f"{refusal.written} is too small; write {refusal.limits['ge']} or more"


def _not_above(refusal: Refusal) -> str:
    return f"{refusal.written} is too small; write more than {refusal.limits['gt']}"


def _above_most(refusal: Refusal) -> str:
    return f"{refusal.written} is too large; write {refusal.limits['le']} or less"


def _as_pydantic_says(refusal: Refusal) -> str:
    """Our own types, in record.py and beside the models, have words that need no others."""
    if isinstance(refusal.value, (dict, tuple)):
        return refusal.message
    return f"{refusal.written} {refusal.message}"


# https://docs.pydantic.dev/latest/errors/validation_errors/ lists the kinds; `number`, `whole` and
# `day` are our own.
ADVICE: dict[str, Callable[[Refusal], str]] = {
    "missing": _missing,
    "extra_forbidden": _no_key,
    "string_type": _no_text,
    "string_too_short": _empty,
    "int_type": _no_whole_number,
    "whole": _no_whole_number,
    "number": _no_number,
    "bool_type": _no_bool,
    "date_type": _no_date,
    "day": _no_date,
    "literal_error": _no_choice,
    "tuple_type": _no_list,
    "model_type": _no_mapping,
    "dict_type": _no_mapping,
    "too_short": _too_short,
    "too_long": _too_long,
    "greater_than_equal": _below_least,
    "greater_than": _not_above,
    "less_than_equal": _above_most,
}


def problems(value: Any, error: ValidationError, models_by_place: Models) -> Iterator[Problem]:
    """A Problem for each thing that is wrong in `value`, as yaml.values gives it. `models_by_place`
    has the model of each mapping, by the mapping's place."""
    for detail in _causes(error.errors()):
        yield _problem(value, detail, models_by_place)


def _causes(errors: Iterable[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The errors less those that only follow from others."""
    causes = _without_inner(list(errors))
    for error in causes:
        if not _follows(error, causes) and not _is_misspelt(error, causes):
            yield error


def _without_inner(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Where the file itself lacks a key, what its lists hold may stand in the wrong one: then only
    what is wrong with the keys of the file."""
    outer = [error for error in errors if len(error["loc"]) == 1]
    if any(error["type"] == "missing" for error in outer):
        return [error for error in outer if error["type"] != "too_long"]
    return errors


def _follows(error: ErrorDetails, errors: Iterable[ErrorDetails]) -> bool:
    """Whether a list is short only because its items are wrong."""
    where, size = error["loc"], len(error["loc"])
    inside = (other["loc"] for other in errors if len(other["loc"]) > size)
    return error["type"] == "too_short" and any(place[:size] == where for place in inside)


def _is_misspelt(error: ErrorDetails, errors: Iterable[ErrorDetails]) -> bool:
    """Whether a key is missing only because it is misspelt."""
    if error["type"] != "missing":
        return False
    holder, key = error["loc"][:-1], _plain(error["loc"][-1])
    unknown = (other["loc"] for other in errors if other["type"] == "extra_forbidden")
    beside = (_plain(place[-1]) for place in unknown if place[:-1] == holder)
    return any(get_close_matches(other, [key], cutoff=0.7) for other in beside)


def _plain(key: str | int) -> str:
    return re.sub(r"[\W_]", "", str(key).casefold())


def _problem(value: Any, detail: ErrorDetails, models_by_place: Models) -> Problem:
    location = [step for step in detail["loc"] if not str(step).startswith(NO_STEP)]
    # What is missing is written nowhere: its key is known from where pydantic looked for it.
    steps = location if detail["type"] == "missing" else source.existing_steps(value, location)
    field = next((step for step in reversed(steps) if isinstance(step, str)), "")
    holder = source.value_near(value, location[:-1])
    written = detail["input"]
    if not isinstance(written, (str, dict, tuple)):  # what its kind has made of a text
        written = source.value_near(value, location)
    refusal = Refusal(
        field,
        written,
        models_by_place.get(getattr(holder, "place", None), Record),
        tuple(holder) if isinstance(holder, dict) else (),
        detail["msg"],
        detail.get("ctx", {}),
    )
    advise = ADVICE.get(detail["type"], _as_pydantic_says)
    if refusal.value is None and advise not in (_no_list, _no_choice):
        advise = _empty
    return Problem(source.place_of(value, location), field, advise(refusal), rule=RULE)
