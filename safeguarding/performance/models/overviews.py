"""Pages that show themes at a glance, and the lists of the rows that moved or stand one way."""

from typing import Literal, get_args

from pydantic import Field

from safeguarding.record import Record, Ref, Text

# How a row moved since the period before, and how it stands beside the whole country.
Moved = Literal["got-worse", "got-better", "stayed-the-same", "went-up", "went-down"]
Stands = Literal["got-and-stands-worse", "worse-than", "better-than", "higher-than", "lower-than"]
Way = Moved | Stands
WAYS: tuple[Way, ...] = (*get_args(Moved), *get_args(Stands))


class Overview(Record):
    """A page that shows some themes at a glance. Below it stands a list of the rows of each way, at
    an address like performance/got-worse/."""

    page: Text = Field(description="The address of a page of this site, like performance/now/")
    themes: tuple[Ref, ...] = Field(min_length=1, description="The ids of its themes")

    def list_of(self, way: Way) -> str:
        """The address of the list of the rows of one way."""
        return f"{self.page}{way}/"
