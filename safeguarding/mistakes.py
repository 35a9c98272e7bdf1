"""What a model refuses -> Problems in words for someone who knows no Python."""

from collections.abc import Iterator

from pydantic import ValidationError

from safeguarding import source
from safeguarding.problems import Problem, advice


def problems(value, error: ValidationError, seen: dict) -> Iterator[Problem]:
    """A Problem for each mistake in `value`. `seen` has the model of each mapping, by the mapping's place."""
    for detail in _causes(error.errors()):
        yield _problem(value, detail, seen)


def _causes(errors):
    """The errors less those that only follow from others: a list is not short because its items are wrong."""
    places = [error["loc"] for error in errors]
    for error in errors:
        length = len(error["loc"])
        if error["type"] != "too_short" or not any(len(place) > length and place[:length] == error["loc"] for place in places):
            yield error


def _problem(value, detail, seen):
    location = [step for step in detail["loc"] if step != "[key]"]
    place, written = source.place_of(value, location), source.written(value, location)
    names = [step for step in (location if detail["type"] == "missing" else written) if isinstance(step, str)]
    field = names[-1] if names else ""
    return Problem(place, field, _advice(detail, field, seen.get(getattr(source.nearest(value, location[:-1]), "place", None))))


def _advice(detail, field, model):
    """What to do about one of pydantic's errors in a mapping of `model`, in words for someone who knows no Python."""
    context = detail.get("ctx", {})
    written = _shown(detail["input"])
    match detail["type"]:
        case "missing":
            return "is missing; add it"
        case "extra_forbidden":
            known = [known.alias or name for name, known in model.model_fields.items()] if model else []
            return f"is not a key here; {advice(field, known, 'the keys are ' + ', '.join(known))}"
        case "string_type" if isinstance(detail["input"], (dict, tuple)):
            return f"should be text, not {written}; take the brackets away, or put all of it in quotes"
        case "string_type":
            return "is empty; write some text" if written is None else f'should be text; put it in quotes: "{written}"'
        case "string_too_short":
            return "is empty; write some text"
        case "int_type":
            return f"should be a whole number, like 12, not {written}"
        case "bool_type":
            return "should be true or false"
        case "date_type":
            return "should be a date, like 2026-03-31, without quotes"
        case "literal_error" if context["expected"] == "True":
            return "has to be: true"
        case "literal_error":
            return f"{'nothing' if written is None else written} is not one of: {context['expected']}"
        case "tuple_type" if written is None:
            return 'is empty; write each entry on a line of its own with "- " before it, or [] if there is none'
        case "tuple_type" if isinstance(detail["input"], str):
            return f'should be a list, like [{written}], or lines with "- " before each item'
        case "tuple_type":
            return 'should be a list; put "- " before each item'
        case "model_type" | "dict_type":
            return 'should be "key: value" lines'
        case "too_short":
            return "needs at least one entry" if context["min_length"] == 1 else f"needs at least {context['min_length']} entries"
        case "too_long":
            return f"has room for {context['max_length']} entries; take the others out"
        case "string_pattern_mismatch" if field == "phone":
            return f"{written} is no telephone number; write figures and single spaces, like 0800 1111"
        case "greater_than_equal" | "greater_than":
            return f"{written} is too small; {detail['msg'].removeprefix('Input ')}"
        case _:
            return detail["msg"] if written is None or isinstance(detail["input"], (dict, tuple)) else f"{written} {detail['msg']}"


def _shown(value):
    """A value as an editor knows it."""
    if isinstance(value, (dict, tuple)):
        return '"key: value" lines' if isinstance(value, dict) else "a list"
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else value
