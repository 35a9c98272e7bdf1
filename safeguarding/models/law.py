"""What today's procedures rest on: law, guidance and the pages of other bodies, each with the day it was checked."""

import datetime
from typing import Literal

from pydantic import Field

from safeguarding.models.record import Id, Record, Text, Web


class Authority(Record):
    """A source of present duty or practice. `must` rests on law; `should` on guidance."""

    id: Id = Field(description="What steps, tools and pages call it by, like ca1989-s66")
    title: Text = Field(description="Its title, like: Children Act 1989")
    part: Text | None = Field(default=None, description="The section, regulation or paragraph, like: section 66(1)")
    kind: Literal["law", "guidance", "practice", "local"] = Field(description="law is what a must rests on; guidance, or practice, is what a should rests on; local is what was agreed here")
    checked: datetime.date = Field(description="The day on which someone last read it, like 2026-11-23")
    read_in: Text = Field(description="What was read, like: an archived copy on legislation.gov.uk")
    url: Web | None = Field(default=None, description="Its page on the web, whole, with https://")


class AuthoritiesFile(Record):
    """One file of data/law/: what some of the pages rest on."""

    authorities: tuple[Authority, ...] = Field(min_length=1, description="Each law, guidance or page, once")
