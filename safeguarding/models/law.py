"""What today's procedures rest on: law, guidance and the pages of other bodies, each with the day it was checked."""

import datetime
from typing import Literal

from pydantic import Field

from safeguarding.models.record import Id, Record, Text


class Authority(Record):
    """A source of present duty or practice. `must` rests on law; `should` on guidance."""

    id: Id
    title: Text
    part: Text | None = Field(default=None, description="The section, regulation or paragraph, like: section 66(1)")
    kind: Literal["law", "guidance", "practice", "local"]
    checked: datetime.date
    read_in: Text = Field(description="What was read, like: an archived copy on legislation.gov.uk")
    url: Text | None = None


class AuthoritiesFile(Record):
    """data/law.yml."""

    authorities: tuple[Authority, ...] = Field(min_length=1)
