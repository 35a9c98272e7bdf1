"""What is of one of several kinds: a union of models, of which an entry's keys choose one; a text,
or a model that says more."""

from collections.abc import Mapping
from difflib import get_close_matches
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import GetCoreSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema
from pydantic_core.core_schema import tagged_union_schema

from safeguarding.record import Record


class OneOf:
    """Marks a union of models. What is wrong with an entry is told of the kind that was meant, and
    of no other: pydantic would tell it of each."""

    def __get_pydantic_core_schema__(self, union: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        kinds: tuple[type[Record], ...] = get_args(union)
        for kind in kinds:
            kind.kinds = kinds
        return tagged_union_schema(
            {_tag(kind): handler.generate_schema(kind) for kind in kinds},
            lambda entry: _tag(_nearest_kind(entry, kinds)),
        )


class OrText:
    """Marks a union of a text and a model. What is wrong with an entry that has keys is told of the
    model, and of anything else of the text: pydantic would tell it of both."""

    def __get_pydantic_core_schema__(self, union: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        text, kind = get_args(union)
        return tagged_union_schema(
            {TEXT: handler.generate_schema(text), _tag(kind): handler.generate_schema(kind)},
            lambda entry: _tag(kind) if isinstance(entry, (dict, Record)) else TEXT,
        )


# What stands for a kind in pydantic's way to an error, where it can be no key.
TEXT = "[text]"


def _tag(kind: type[Record]) -> str:
    return f"[{kind.__name__}]"


def _nearest_kind(entry: Any, kinds: tuple[type[Record], ...]) -> type[Record]:
    """The kind with which least of an entry is wrong; the first of several."""
    if isinstance(entry, Record):
        return type(entry)
    known = [key for kind in kinds for key in kind.fields()]
    written = entry if isinstance(entry, dict) else {}
    meant = {key if key in known else _like(key, known): value for key, value in written.items()}
    return min(kinds, key=lambda kind: _misfits(meant, kind))


def _like(key: Any, known: list[str]) -> str:
    return next(iter(get_close_matches(str(key), known, 1)), "")


def _misfits(entry: Mapping[str, Any], kind: type[Record]) -> int:
    """How much is wrong with an entry as one of that kind: keys and words that it cannot have, and,
    a little less, keys that it still needs."""
    fields = kind.fields()
    needed = [key for key, field in fields.items() if field.is_required() and key not in entry]
    unknown = entry.keys() - fields.keys()
    words = {key: choices(fields[key]) for key in entry.keys() & fields.keys()}
    unfit = [key for key, some in words.items() if some and entry[key] not in some]
    return 3 * (len(unknown) + len(unfit)) + 2 * len(needed)


def choices(field: FieldInfo) -> tuple[Any, ...]:
    """The words of which a field holds one, if it holds anything; none where it can hold others
    too."""
    kinds = [kind for kind in _kinds(field.annotation) if kind is not type(None)]
    return get_args(kinds[0]) if [get_origin(kind) for kind in kinds] == [Literal] else ()


def _kinds(annotation: Any) -> tuple[Any, ...]:
    """The members of a union; of anything else, itself."""
    return get_args(annotation) if get_origin(annotation) in (Union, UnionType) else (annotation,)
