"""The head of a page: what its front matter says."""

from decimal import Decimal

from pydantic import Field

from safeguarding.record import Number, Record, Ref, Text


class Page(Record):
    """The front matter of a page that is no procedure."""

    title: Text = Field(description="What menus, lists and the search call the page")
    description: Text = Field(description="One plain sentence: what the page tells")
    archive: Ref | None = Field(
        default=None,
        description=(
            "For a page about a past year: the report it comes from, by its id in data/sources.yml."
            " The page says so at the top"
        ),
    )
    section: Text | None = Field(
        default=None, description="Its place in the report, like: Section 7"
    )
    exit: bool = Field(default=False, description="Show a way to leave the page at once")
    keywords: tuple[Text, ...] = Field(
        default=(), description="Words that people use for it; the A to Z lists them"
    )
    search_weight: Number = Field(
        default=Decimal(1),
        gt=0,
        le=2,
        description=(
            "How much it counts in the search beside other pages: less for a page that lists what"
            " others explain"
        ),
    )
