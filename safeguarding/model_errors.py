"""What a model refuses -> Problems in words for someone who knows no Python."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from pydantic import ValidationError

from safeguarding.problem import Problem, advice
from safeguarding.record import Record
from safeguarding.yaml import read as source


def problems(value, error: ValidationError, seen: dict) -> Iterator[Problem]:
    """A Problem for each mistake in `value`. `seen` has the model of each mapping, by the mapping's
    place."""
    for detail in _causes(error.errors()):
        yield _problem(value, detail, seen)


def _causes(errors):
    """The errors less those that only follow from others: a list is not short because its items are
    wrong, and a key that is misspelt is not missing."""
    if any(
        error["type"] == "missing" and len(error["loc"]) == 1 for error in errors
    ):  # then what is in the lists may stand in the wrong one
        errors = [
            error for error in errors if len(error["loc"]) == 1 and error["type"] != "too_long"
        ]
    places = [error["loc"] for error in errors]
    strange = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    for error in errors:
        where, length = error["loc"], len(error["loc"])
        follows = error["type"] == "too_short" and any(
            len(place) > length and place[:length] == where for place in places
        )
        misspelt = error["type"] == "missing" and any(
            place[:-1] == where[:-1]
            and get_close_matches(_plain(place[-1]), [_plain(where[-1])], cutoff=0.7)
            for place in strange
        )
        if not follows and not misspelt:
            yield error


def _plain(key):
    return re.sub(r"[\W_]", "", str(key).casefold())


def _problem(value, detail, seen):
    location = [step for step in detail["loc"] if step != "[key]"]
    place, written = source.place_of(value, location), source.existing_steps(value, location)
    names = [
        step
        for step in (location if detail["type"] == "missing" else written)
        if isinstance(step, str)
    ]
    field = names[-1] if names else ""
    return Problem(
        place,
        field,
        _advice(
            detail, field, seen.get(getattr(source.value_near(value, location[:-1]), "place", None))
        ),
    )


def _advice(detail, field, model):
    """What to do about one of pydantic's errors in a mapping of `model`, in words for someone who
    knows no Python."""
    context = detail.get("ctx", {})
    written = _shown(detail["input"])
    match detail["type"]:
        case "missing":
            return "is missing; add it"
        case "extra_forbidden":
            known = (
                [known.alias or name for name, known in model.model_fields.items()] if model else []
            )
            return f"is not a key here; {advice(field, known, 'the keys are ' + ', '.join(known))}"
        case "string_type" if isinstance(detail["input"], dict):
            return (
                "should be text; put all of it in quotes, because of the colon or the brackets"
                " in it"
            )
        case "string_type" if isinstance(detail["input"], tuple):
            return "should be text, not a list; take the brackets away, or put all of it in quotes"
        case "string_type":
            return (
                "is empty; write some text"
                if written is None
                else f'should be text; put it in quotes: "{written}"'
            )
        case "string_too_short":
            return "is empty; write some text"
        case "int_type" | "number" if isinstance(detail["input"], str) and (
            better := _number_in(detail["input"])
        ):
            return (
                "should be a number: write"
                f" {better}{' without quotes' if better == detail['input'] else ''}"
            )
        case "int_type":
            return f"should be a whole number, like 12, not {written}"
        case "bool_type":
            return "should be true or false"
        case "date_type" if (
            isinstance(detail["input"], str)
            and (parts := re.fullmatch(r"(\d{4})\D(\d\d)\D(\d\d)", detail["input"]))
            and parts[0] != "-".join(parts.groups())
        ):
            return f"should be a date with hyphens: {'-'.join(parts.groups())}"
        case "date_type":
            return "should be a date, like 2026-03-31, without quotes"
        case "literal_error" if context["expected"] == "True":
            return "has to be: true"
        case "literal_error":
            return (
                f"{'nothing' if written is None else written} is not one of: {context['expected']}"
            )
        case "tuple_type" if written is None:
            return 'is empty; write each entry on a line of its own with "- " before it'
        case "tuple_type" if isinstance(detail["input"], str):
            return (
                f'should be a list, like [{written.strip("()[] ")}], or lines with "- " before each'
                " item"
            )
        case "tuple_type":
            return 'should be a list; put "- " before each item'
        case "model_type" | "dict_type":
            keys = _keys(context.get("class_name"))
            return (
                "should have keys of its own, each with a colon and a"
                f" value{': ' + ', '.join(keys) if keys else ''}"
            )
        case "too_short":
            return (
                "needs at least one entry"
                if context["min_length"] == 1
                else f"needs at least {context['min_length']} entries"
            )
        case "too_long":
            return f"has room for {context['max_length']} entries; take the others out"
        case "string_pattern_mismatch" if field == "phone":
            return (
                f"{written} is no telephone number; write figures and single spaces, like 0800 1111"
            )
        case "string_pattern_mismatch":
            about = (
                model.model_fields[field].description
                if model and field in model.model_fields
                else "look at an entry that is right"
            )
            return f"{written} is not written as it should be: {about[0].lower()}{about[1:]}"
        case "greater_than_equal":
            return f"{written} is too small; write {context['ge']} or more"
        case "greater_than":
            return f"{written} is too small; write more than {context['gt']}"
        case "less_than_equal":
            return f"{written} is too large; write {context['le']} or less"
        case _:
            return (
                detail["msg"]
                if written is None or isinstance(detail["input"], (dict, tuple))
                else f"{written} {detail['msg']}"
            )


def _shown(value):
    """A value as an editor knows it."""
    if isinstance(value, (dict, tuple)):
        return '"key: value" lines' if isinstance(value, dict) else "a list"
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else value


def _number_in(text):
    """The number that a text says with quotes, pounds, another kind of minus or commas; empty if it
    says none."""
    plain = text.strip("£% ").replace("−", "-").replace("–", "-").replace(",", "").replace(" ", "")
    return plain if re.fullmatch(r"-?\d+(\.\d+)?", plain) else ""


def _keys(name):
    """The keys that a record of the class `name` has to have."""
    kinds = [Record]
    for kind in kinds:
        kinds += kind.__subclasses__()
    return next(
        (
            [field.alias or key for key, field in kind.model_fields.items() if field.is_required()]
            for kind in kinds
            if kind.__name__ == name
        ),
        [],
    )
