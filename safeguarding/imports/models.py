"""Recipes: which columns of an official file make which rows of ours, for which areas."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from safeguarding.kinds import OrText
from safeguarding.record import Count, Kind, Record, Ref, Text

CODE = r"[A-Z]\d{8}"
NO_CODE = "should be a code of the ONS, like E06000001: codes decide, not names"
Code = Annotated[str, Kind(CODE, NO_CODE)]

LAST_DAY = r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
NO_LAST_DAY = "should be a month and a day, like 03-31"
LastDayOfYear = Annotated[str, Kind(LAST_DAY, NO_LAST_DAY)]

Filters = Annotated[
    dict[Text, Text],
    Field(
        description=(
            "Which rows of the file count: the word that stands in a column, by the name of the"
            " column, like {age_group: 0 to 17}"
        )
    ),
]


class Average(Record):
    """A comparator that is the average of several areas: each counts the same, and those without a
    figure are left out."""

    average: Literal["mean", "median"] = Field(
        description=(
            "mean, as the DfE's Local Authority Interactive Tool has it, or median, as its"
            " children's social care dashboard has it"
        )
    )
    of: tuple[Code, ...] = Field(
        default=(),
        min_length=2,
        description=(
            "The codes of the areas, like [E06000002, E06000003]; those of `neighbours` unless told"
        ),
    )


Comparator = Annotated[Code | Average, OrText()]


class Columns(Record):
    """The columns of a file that make one row of ours."""

    value: Text = Field(description="The column of the values, by its name in the file")
    count: Text | None = Field(
        default=None, description="The column that says how many, behind a percentage or a rate"
    )
    of: Text | None = Field(default=None, description="The column that says out of how many")
    limits: Annotated[tuple[Text, ...], Field(min_length=2, max_length=2)] | None = Field(
        default=None, description="The columns of the lower and the upper confidence limit"
    )
    decimals: Count | None = Field(
        default=None,
        description=(
            "To how many places after the point values and limits are rounded, where the file gives"
            " more than its publisher shows"
        ),
    )
    beside: dict[Ref, Text] = Field(
        default_factory=dict,
        description=(
            "For a plain table with a column for each area: the columns of comparators, by their"
            " ids in data/performance/framework.yml, like {england: England}"
        ),
    )
    filters: Filters = Field(default_factory=dict)


class Recipe(Record):
    """What one official file gives, each year anew."""

    file: Text = Field(
        description=(
            "How the name of the file begins, without the years in it, like d3_cpps_subsequent_plan"
        )
    )
    year_ends: LastDayOfYear = Field(
        default="03-31",
        description=(
            "On which day a year of this file ends, or counts are taken: month and day, like 09-30;"
            " 31 March unless told"
        ),
    )
    comparators: tuple[Ref, ...] | None = Field(
        default=None,
        description="Which comparators of this list the file has; all of them unless told",
    )
    filters: Filters = Field(default_factory=dict)
    measures: dict[Ref, Columns] = Field(
        min_length=1, description="By the id of a row of data/performance/, where its values stand"
    )

    def filters_of(self, measure: str) -> dict[str, str]:
        """The word that each column must have in the rows of a measure."""
        return self.filters | self.measures[measure].filters


class ImportsFile(Record):
    """data/imports.yml: how official files become figures of ours."""

    area: Code = Field(description="The code of our area, like E06000001")
    neighbours: dict[Ref, Code] = Field(
        default_factory=dict,
        description=(
            "The codes of the single neighbours of data/performance/framework.yml, by id. Their own"
            " values are taken for every row for which their average is"
        ),
    )
    comparators: dict[Ref, Comparator] = Field(
        default_factory=dict,
        description=(
            "The areas of data/performance/framework.yml that files give, by id: a code, like"
            " E92000001; {average: mean}, which is that of the neighbours; or {average: mean, of:"
            " [E06000002, E06000003]}"
        ),
    )
    recipes: tuple[Recipe, ...] = Field(description="A recipe for each file")

    def comparators_of(self, recipe: Recipe) -> Iterable[str]:
        """The ids of the comparators that the file of a recipe has."""
        return self.comparators if recipe.comparators is None else recipe.comparators

    def codes_of(self, id: str) -> tuple[str, ...]:
        """The codes of the areas that a comparator stands for."""
        comparator = self.comparators[id]
        if not isinstance(comparator, Average):
            return (comparator,)
        return comparator.of or tuple(self.neighbours.values())

    def neighbours_of(self, recipe: Recipe) -> dict[str, str]:
        """The codes of the neighbours by id, if the file of a recipe gives what each of them has:
        that of which their average is made."""
        beside = (self.comparators[id] for id in self.comparators_of(recipe))
        averaged = any(isinstance(one, Average) and not one.of for one in beside)
        return self.neighbours if averaged else {}
