"""What helps people find a page in their own words."""

from typing import Annotated

from pydantic import Field

from safeguarding.record import Record, Text


class Search(Record):
    """data/search.yml."""

    ignored: tuple[Text, ...] = Field(
        description="Words that say nothing about what someone looks for"
    )
    past: tuple[Text, ...] = Field(
        default=(),
        description=(
            "Words by which people ask for figures of the past: with one of them, pages of the"
            " archive come first"
        ),
    )
    alike: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = Field(
        description="Groups of words with one meaning"
    )
