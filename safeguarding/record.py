"""The base of every model: strict, closed, and aware of the line it was written on."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from safeguarding.problem import Place, Problem
from safeguarding.yaml import read as source

UNPLACED = Place("(not from a file)")


class Record(BaseModel):
    """A mapping of a data file. Unknown keys are refused; `problem` says what is wrong with one of
    its fields, or with what is in it."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
    # Whether its id need only differ from those beside it, within the record that holds them.
    id_is_local: ClassVar[bool] = False
    # The fields that tell a day on which something happened, which cannot lie ahead.
    happened: ClassVar[tuple[str, ...]] = ()
    # The kinds of which an entry in its place can be: its own alone, unless `OneOf` says more.
    kinds: ClassVar[tuple[type["Record"], ...]] = ()
    _place: Place | None = PrivateAttr(default=None)
    _mapping: source.Mapping | None = PrivateAttr(default=None)

    def __init_subclass__(cls, **settings: Any) -> None:
        super().__init_subclass__(**settings)
        cls.kinds = (cls,)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(
        cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        """Remember where the record is written; and in the context, where there is one, which model
        reads what stands at that place."""
        if isinstance(data, dict) and info.context is not None:
            info.context[getattr(data, "place", None)] = cls
        record = handler(data)
        record._place = getattr(data, "place", None)
        record._mapping = data if isinstance(data, source.Mapping) else None
        return record

    @classmethod
    def fields(cls) -> dict[str, FieldInfo]:
        """Its fields by the keys that editors write."""
        return {field.alias or name: field for name, field in cls.model_fields.items()}

    @property
    def place(self) -> Place:
        """Where the record begins."""
        return self._place or UNPLACED

    def problem(self, field: str, message: str, *inside: str | int) -> Problem:
        """What is wrong with `field`, at its line, or at the record's first line when the field is
        not written.

        `inside` are the keys and indexes that lead to the value in the field that is wrong, if it
        is a longer one.
        """
        place = self.place
        if self._mapping:
            place = source.place_of(self._mapping, (field, *inside))
        return Problem(place, field, message)

    def records(self) -> Iterator["Record"]:
        """This record and every record inside it, outermost first."""
        yield self
        for _, value in self:
            yield from _records_in(value)


def _records_in(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield from value.records()
    elif isinstance(value, dict):
        for item in value.values():
            yield from _records_in(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _records_in(item)


def shape(pattern: str, advice: str, **more: Any) -> WithJsonSchema:
    """Tells an editor's tools what a text looks like as a whole, and what to say when it does not.
    `more` are further keys of the JSON Schema."""
    return WithJsonSchema(
        {"type": "string", "pattern": f"^({pattern})$", "errorMessage": advice} | more
    )


def _number(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise PydanticCustomError(
            "number", "should be a number, like 12 or 6.0, with no % sign, comma, space or quotes"
        )
    return Decimal(value)


# An address ends up in HTML, in settings of servers and in calendars: no sign in it means anything
# there. Nobody's name and password stand in it.
HOST = r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?"
WEB = (
    r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#][A-Za-z0-9._~%!$&*+:@/()=?#-]*)?"
)
NO_WEB = "is no address of a page on the web; write it whole, beginning with https://"


def _is_web(value: str) -> str:
    if not re.fullmatch(WEB, value):
        raise PydanticCustomError("web", NO_WEB)
    return value


SPAN = re.compile(r"(\d{1,7})(?:-(\d{1,7}))?")
SPANS = rf"\s*{SPAN.pattern}\s*(,\s*{SPAN.pattern}\s*)*"
NO_LINES = "should be line numbers of the source, like 665 or 665-669, 716"


def line_spans(value: str | int) -> tuple[tuple[int, int], ...]:
    """Spans of line numbers, first and last included, from `665`, `665-669` or `665-669, 716`.
    Raises PydanticCustomError, whose message says what to write, for anything else."""
    parts = str(value).split(",")
    spans = [span for part in parts if (span := SPAN.fullmatch(part.strip()))]
    if isinstance(value, bool) or len(spans) < len(parts):
        raise PydanticCustomError("lines", NO_LINES)
    pairs = tuple((int(span[1]), int(span[2] or span[1])) for span in spans)
    if any(first > last for first, last in pairs):
        raise PydanticCustomError(
            "lines", "has a span that runs backwards; write the lower line first"
        )
    return pairs


WORD = r"[a-z0-9]+(-[a-z0-9]+)*"
NO_WORD = "should be small letters, figures and hyphens, like missing-children"
LONGEST = 100  # bytes of what becomes part of the name of a file: systems have room for 255


FIRST_YEAR, LAST_YEAR = 1800, 2199  # a year outside them is mistyped
NO_YEAR = (
    f"is too long ago or too far ahead; correct the year: it lies between {FIRST_YEAR} and"
    f" {LAST_YEAR}"
)


def is_likely_year(year: int) -> bool:
    """Whether someone can mean that year, so that days, months and hours can be counted from it."""
    return FIRST_YEAR <= year <= LAST_YEAR


def _is_likely(day: datetime.date) -> datetime.date:
    if not is_likely_year(day.year):
        raise PydanticCustomError("year", NO_YEAR)
    return day


def _may_have_no_end(day: datetime.date) -> datetime.date:
    return day if day == datetime.date.max else _is_likely(day)


def _is_word(value: str) -> str:
    if not re.fullmatch(WORD, value):
        raise PydanticCustomError("word", NO_WORD)
    return value


def can_name_a_file(value: str) -> str:
    """`value` itself, if it is no longer than a part of a file's name can be."""
    if len(value.encode()) > LONGEST:
        raise PydanticCustomError(
            "longest", f"is too long: it becomes the name of a file; write {LONGEST} signs at most"
        )
    return value


NOTHING = ("none", "nothing", "nil", "null", "tbc", "tba", "-", "?", "xxx", "todo")


def _says_something(value: str) -> str:
    if value.casefold() in NOTHING:
        raise PydanticCustomError(
            "nothing", "would be shown to readers as a word; write null, or delete the line"
        )
    return value


Text = Annotated[str, Field(min_length=1), AfterValidator(_says_something)]
Number = Annotated[Decimal, BeforeValidator(_number, json_schema_input_type=float)]
Day = Annotated[datetime.date, AfterValidator(_is_likely)]
LastDay = Annotated[datetime.date, AfterValidator(_may_have_no_end)]  # 9999-12-31: for ever
Id = Annotated[
    str,
    AfterValidator(_is_word),
    AfterValidator(can_name_a_file),
    shape(WORD, NO_WORD, maxLength=LONGEST),
]
Web = Annotated[str, AfterValidator(_is_web), shape(WEB, NO_WEB)]
# The id of something else: a rule asks whether it is there.
Ref = Annotated[str, Field(min_length=1), shape(WORD, NO_WORD)]
Document = Annotated[
    Ref,
    Field(description="The document whose lines this file names, by its id in data/sources.yml"),
]
Lines = Annotated[
    tuple[tuple[int, int], ...],
    BeforeValidator(line_spans),
    shape(SPANS, NO_LINES, type=["integer", "string"], minimum=0, maximum=9_999_999),
]


class FromDocument(Record):
    """A file whose records name lines of one document."""

    source: Document


class OfReport(FromDocument):
    """A file of which each report has one at most."""


class MaybeSourced(Record):
    """A record of something the source may say; it has no lines where nobody but us says it."""

    lines: Lines | None = None


class Sourced(MaybeSourced):
    """A record of something the source says, with the lines it says it on."""

    lines: Lines = Field(
        description="The lines of the source that say so, like 665 or 665-669, 716"
    )


class Note(Sourced):
    """A place where the source contradicts itself, or must be read with care."""

    text: Text = Field(description="What readers are told about it, in our own words")


Notes = Annotated[
    tuple[Note, ...],
    Field(description="Where the source contradicts itself, or must be read with care"),
]


class Dated(Record):
    """What counts from a day on, or up to and on a day, where that day is known: the site changes
    by itself then."""

    from_: Day | None = Field(
        default=None,
        alias="from",
        description=(
            "The first day on which it counts, if that is known and lies ahead, like 2027-09-01;"
            " leave it out otherwise"
        ),
    )
    until: LastDay | None = Field(
        default=None,
        description=(
            "The last day on which it counts, if that is known, like 2027-08-31; leave it out"
            " otherwise"
        ),
    )

    def counts(self, today: datetime.date) -> bool:
        """Whether that day lies between the two."""
        has_begun = self.from_ is None or self.from_ <= today
        has_ended = self.until is not None and self.until < today
        return has_begun and not has_ended

    @property
    def over(self) -> datetime.date | None:
        """The first day on which it no longer counts, if there is one: no day comes after
        9999-12-31."""
        if self.until is None or self.until == datetime.date.max:
            return None
        return self.until + datetime.timedelta(days=1)

    def meets(self, other: "Dated") -> bool:
        """Whether there is a day on which both count."""
        first = max(self.from_ or datetime.date.min, other.from_ or datetime.date.min)
        last = min(self.until or datetime.date.max, other.until or datetime.date.max)
        return first <= last


class Change(Record):
    """One entry of the change history."""

    happened = ("on",)

    on: Day = Field(description="The day of the change, like 2026-11-23")
    what: Text = Field(description="What changed and why, as readers will see it")
