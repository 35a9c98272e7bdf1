"""The base of every model: strict, closed, and aware of the line it was written on."""

import datetime
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from safeguarding.problem import Place, Problem
from safeguarding.yaml import values as source

UNPLACED = Place("(not from a file)")


class Record(BaseModel):
    """A mapping of a data file. Unknown keys are refused; `problem` says what is wrong with one of
    its fields, or with what is in it."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)
    # Whether its id need only differ from those beside it, within the record that holds them.
    id_is_local: ClassVar[bool] = False
    # The fields that tell a day on which something happened, which cannot lie ahead.
    happened: ClassVar[tuple[str, ...]] = ()
    # Of a file that holds one entry, whose keys stand at its top: the list that it is an entry of,
    # and the kinds of which it can be.
    entry_of: ClassVar[str] = ""
    entry_kinds: ClassVar[tuple[type["Record"], ...]] = ()
    # The kinds of which an entry in its place can be: its own alone, unless `OneOf` says more.
    kinds: ClassVar[tuple[type["Record"], ...]] = ()
    _written: source.Mapping | None = PrivateAttr(default=None)

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
        if not isinstance(data, source.Mapping):
            return handler(data)
        if info.context is not None:
            info.context[data.place] = cls
        record = handler(cls._without_nothing(data))
        record._written = data
        return record

    @classmethod
    def _without_nothing(cls, data: source.Mapping) -> dict[str, Any]:
        """What is written, less the keys that say nothing where nothing is what leaving them out
        means: forms write so what nobody filled in. A null stays where it can be said."""
        empty = {key: value for key, value in data.items() if value is None or value == ""}
        fields = cls.fields() if empty else {}
        meant = {
            key
            for key, value in empty.items()
            if key in fields and fields[key].default in ((), {}, None if value == "" else ())
        }
        return {key: value for key, value in data.items() if key not in meant}

    @classmethod
    def fields(cls) -> dict[str, FieldInfo]:
        """Its fields by the keys that editors write."""
        return {field.alias or name: field for name, field in cls.model_fields.items()}

    @classmethod
    def of_file(cls, written: source.Mapping) -> source.Mapping:
        """What a file that holds such a record says: a list of one, if it is written as an
        entry."""
        if not cls.entry_of:
            return written
        place = written.place
        file = source.Mapping(place)
        file[cls.entry_of] = source.Items(place, [written], [place])
        file.places[cls.entry_of] = place
        return file

    @property
    def place(self) -> Place:
        """Where the record begins."""
        return UNPLACED if self._written is None else self._written.place

    def problem(self, field: str, message: str, *inside: str | int) -> Problem:
        """What is wrong with `field`, at its line, or at the record's first line when the field is
        not written.

        `inside` are the keys and indexes that lead to the value in the field that is wrong, if it
        is a longer one.
        """
        if self._written is None:
            return Problem(UNPLACED, field, message)
        return Problem(source.place_of(self._written, (field, *inside)), field, message)

    def records(self) -> Iterator["Record"]:
        """This record and every record inside it, outermost first."""
        yield self
        for inner in self.inner_records():
            yield from inner.records()

    def inner_records(self) -> Iterator["Record"]:
        """The records that stand directly in it."""
        for _, value in self:
            yield from _records_in(value)


def _records_in(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _records_in(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _records_in(item)


def looks(pattern: str, advice: str, /, **more: Any) -> JsonSchemaValue:
    """The JSON Schema of a text that looks like this as a whole, with what editors' tools say when
    it does not. `more` are further keys of it, or others in their place.

    Those tools take 12 for a number and true for neither that nor text: what the pattern allows of
    these is allowed too.
    """
    like = re.compile(pattern, re.ASCII).fullmatch
    number = "number" if like("1.5") else "integer" if like("12") else ""
    kinds = ["string", *filter(None, [number, "boolean" if like("true") else ""])]
    schema: JsonSchemaValue = {"type": kinds if len(kinds) > 1 else "string"}
    limited = "exclusiveMinimum" in more or not number or like("-1")
    least = {} if limited else {"minimum": 0}
    return schema | {"pattern": f"^({pattern})$", "errorMessage": advice} | least | more


class Kind:
    """A kind of value: what its text looks like as a whole, what to say when it does not, and what
    it becomes. What is no text is left to the type beside it.

    `error` names what is wrong for model_errors; `more` are further keys of the JSON Schema.
    """

    def __init__(
        self,
        pattern: str,
        advice: str,
        read: Callable[[str], Any] = str,
        error: str = "kind",
        /,
        **more: Any,
    ) -> None:
        self._like = re.compile(pattern, re.ASCII).fullmatch
        self._advice, self._read, self._error = advice, read, error
        self._schema = looks(pattern, advice, **more)

    def __get_pydantic_core_schema__(
        self, source_type: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._value, handler(source_type))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return self._schema.copy()

    def _value(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if not self._like(value):
            raise PydanticCustomError(self._error, self._advice)
        return self._read(value)


# Text that readers see. What they would be shown as a word is none, in small letters or capitals.
NOTHING = ("none", "nothing", "nil", "null", "tbc", "tba", "-", r"\?", "xxx", "todo")
ANY_CASE = "|".join(re.sub("[a-z]", lambda a: f"[{a[0]}{a[0].upper()}]", one) for one in NOTHING)
SOMETHING = f"(?!({ANY_CASE})$)"
SAYS_SOMETHING = rf"{SOMETHING}[\s\S]*"
SAYS_NOTHING = "would be shown to readers as a word; write null, or delete the line"
TRUE_OR_FALSE = "should be true or false"

OF_A_PROGRAM = (
    "is what some programs make of words like no, off and yes; write the word that is meant, in"
    ' quotes, like "No"'
)


def _is_a_word(text: str) -> str:
    if text in ("true", "false"):
        raise PydanticCustomError("of_a_program", OF_A_PROGRAM)
    return text


Text = Annotated[
    str,
    Field(min_length=1),
    AfterValidator(_is_a_word),
    Kind(SAYS_SOMETHING, SAYS_NOTHING, minLength=1),
]
Flag = Annotated[bool, Kind("true|false", TRUE_OR_FALSE, lambda text: text == "true")]


# Numbers.
DIGITS = 15  # more than any figure needs
COUNT = rf"\d{{1,{DIGITS}}}|-0+"
WHOLE = rf"-?\d{{1,{DIGITS}}}"
NUMBER = rf"{WHOLE}(\.\d{{1,{DIGITS}}})?"
AMOUNT = rf"\d{{1,{DIGITS}}}(\.\d{{1,{DIGITS}}})?|-0+(\.0+)?"
SEVERAL = r"^(?=\d{1,15}$)0*([2-9]|1\d)"
BELOW = {"exclusiveMaximum": 10**DIGITS}
BETWEEN = {"exclusiveMinimum": -(10**DIGITS)} | BELOW
NO_WHOLE = "should be a whole number, like 12"
NO_NUMBER = "should be a number, like 12 or 6.0, with no % sign, comma or space"


def _decimal(value: Any) -> Decimal:
    """Code may give a whole number."""
    if not isinstance(value, (int, Decimal)) or isinstance(value, bool):
        raise PydanticCustomError("number", NO_NUMBER)
    return Decimal(value)


Whole = Annotated[int, Kind(WHOLE, NO_WHOLE, int, "whole", **BETWEEN)]
Count = Annotated[
    int,
    Field(ge=0),
    Kind(WHOLE, NO_WHOLE, int, "whole", minimum=0, pattern=f"^({COUNT})$", **BELOW),
]
Number = Annotated[
    Decimal, BeforeValidator(_decimal), Kind(NUMBER, NO_NUMBER, Decimal, "number", **BETWEEN)
]
# Whole numbers from 1, and from 2.
Positive = Annotated[
    int,
    Field(gt=0),
    Kind(WHOLE, NO_WHOLE, int, "whole", minimum=1, pattern=r"^(?=\d{1,15}$)0*[1-9]", **BELOW),
]
Several = Annotated[
    int,
    Field(gt=1),
    Kind(WHOLE, NO_WHOLE, int, "whole", minimum=2, pattern=SEVERAL, **BELOW),
]
# A number of what may come in parts, like posts; never below nought.
Amount = Annotated[
    Decimal,
    Field(ge=0),
    BeforeValidator(_decimal),
    Kind(NUMBER, NO_NUMBER, Decimal, "number", minimum=0, pattern=f"^({AMOUNT})$", **BELOW),
]


# Days.
DAY = r"\d{4}-\d{2}-\d{2}"
NO_DAY = "should be a date, like 2026-03-31"
FIRST_YEAR, LAST_YEAR = 1800, 2199  # a year outside them is mistyped
NO_YEAR = (
    f"is too long ago or too far ahead; correct the year: it lies between {FIRST_YEAR} and"
    f" {LAST_YEAR}"
)
YEAR = r"(1[89]|2[01])\d\d"
LIKELY_DAY = (
    rf"{YEAR}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)"
    r"|02-(0[1-9]|[12]\d))"
)


def is_likely_year(year: int) -> bool:
    """Whether someone can mean that year, so that days, months and hours can be counted from it."""
    return FIRST_YEAR <= year <= LAST_YEAR


def ensure_likely(day: datetime.date) -> datetime.date:
    """`day` itself, if its year is likely. Raises PydanticCustomError, whose message says what to
    do, otherwise."""
    if not is_likely_year(day.year):
        raise PydanticCustomError("year", NO_YEAR)
    return day


def _may_have_no_end(day: datetime.date) -> datetime.date:
    return day if day == datetime.date.max else ensure_likely(day)


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError(
            "no day", "is not a day that exists; write year-month-day, like 2026-03-31"
        ) from None


Day = Annotated[
    datetime.date,
    AfterValidator(ensure_likely),
    Kind(DAY, NO_DAY, _day, "day", pattern=f"^{LIKELY_DAY}$"),
]
# 9999-12-31: for ever
LastDay = Annotated[
    datetime.date,
    AfterValidator(_may_have_no_end),
    Kind(DAY, NO_DAY, _day, "day", pattern=f"^({LIKELY_DAY}|9999-12-31)$"),
]


# Names.
WORD = r"[a-z0-9]+(-[a-z0-9]+)*"
ID = f"(?!null$){WORD}"  # what would have to stand in quotes wherever it is named
NO_WORD = "should be small letters, figures and hyphens, like missing-children"
LONGEST = 100  # bytes of what becomes part of the name of a file: systems have room for 255


def can_name_a_file(value: str) -> str:
    """`value` itself, if it is no longer than a part of a file's name can be."""
    if len(value.encode()) > LONGEST:
        raise PydanticCustomError(
            "longest", f"is too long: it becomes the name of a file; write {LONGEST} signs at most"
        )
    return value


Id = Annotated[str, AfterValidator(can_name_a_file), Kind(ID, NO_WORD, maxLength=LONGEST)]
# The id of something else: a rule asks whether it is there.
Ref = Annotated[str, Field(min_length=1), WithJsonSchema(looks(WORD, NO_WORD))]
Document = Annotated[
    Ref,
    Field(description="The document whose lines this file names, by its id in data/sources.yml"),
]


# An address ends up in HTML, in settings of servers and in calendars: no sign in it means anything
# there. Nobody's name and password stand in it.
HOST = r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:[0-9]{1,5})?"
WEB = (
    r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?([/?#][A-Za-z0-9._~%!$&*+:@/()=?#-]*)?"
)
NO_WEB = "is no address of a page on the web; write it whole, beginning with https://"

Web = Annotated[str, Kind(WEB, NO_WEB)]


# Lines of the source.
SPAN = re.compile(r"(\d{1,7})(?:-(\d{1,7}))?", re.ASCII)
SPANS = rf"\s*{SPAN.pattern}\s*(,\s*{SPAN.pattern}\s*)*"
NO_LINES = "should be line numbers of the source, like 665 or 665-669, 716"


def line_spans(value: Any) -> tuple[tuple[int, int], ...]:
    """Spans of line numbers, first and last included, from `665`, `665-669` or `665-669, 716`.
    Raises PydanticCustomError, whose message says what to write, for anything else."""
    parts = str(value).split(",")
    spans = [span for part in parts if (span := SPAN.fullmatch(part.strip()))]
    if len(spans) < len(parts):
        raise PydanticCustomError("lines", NO_LINES)
    pairs = tuple((int(span[1]), int(span[2] or span[1])) for span in spans)
    if any(first > last for first, last in pairs):
        raise PydanticCustomError(
            "backwards", "has a span that runs backwards; write the lower line first"
        )
    return pairs


Lines = Annotated[
    tuple[tuple[int, int], ...],
    BeforeValidator(line_spans),
    WithJsonSchema(looks(SPANS, NO_LINES, maximum=9_999_999)),
]


class OfSource(Record):
    """What can name the source that it comes from, and all within it. What names none comes from
    that of what holds it."""

    source: Ref | None = Field(
        default=None,
        description=(
            "The source, by its id in data/sources.yml, where it is another than that of what"
            " stands around it"
        ),
    )


class FromDocument(OfSource):
    """A file that comes from one source, but for what within it names another."""

    source: Ref = Field(
        description="The source that this file comes from, by its id in data/sources.yml"
    )


class OfReport(FromDocument):
    """A file that belongs to a report, which has one of its kind at most, unless `one_each` says
    otherwise."""

    one_each: ClassVar[bool] = True


class MaybeSourced(OfSource):
    """A record of something that a source may say; it has no place in one where nobody but us says
    it."""

    lines: Lines | None = Field(
        default=None,
        description=(
            "The lines of the source that say so, like 665 or 665-669, 716, if its text has"
            " numbered lines"
        ),
    )
    at: Text | None = Field(
        default=None,
        description=(
            "Where it stands in a source without numbered lines, in words, like page 12, or sheet"
            " 2, row 14; leave it out where there is nothing to say"
        ),
    )

    @property
    def names_a_place(self) -> bool:
        """Whether it says itself where it comes from."""
        return bool(self.source or self.lines or self.at)


class Sourced(MaybeSourced):
    """A record of something that a source says: it names the lines, where that has them."""


def with_sources(record: Record, around: str = "") -> Iterator[tuple[Record, str]]:
    """This record and every record inside it, each with the id of the source that it comes from:
    its own, or that `around` it; empty where neither is named."""
    source = (isinstance(record, OfSource) and record.source) or around
    yield record, source
    for inner in record.inner_records():
        yield from with_sources(inner, source)


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
