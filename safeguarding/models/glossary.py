"""The words that need explaining."""

from pydantic import Field

from safeguarding.models.record import Id, Record, Text


class Term(Record):
    """A word or abbreviation. `full` is what an abbreviation stands for; null where nobody says."""

    term: Text
    full: Text | None = None
    meaning: Text
    then: bool = Field(default=False, description="A word of the archive that is no longer used")


class GlossaryFile(Record):
    """data/glossary.yml."""

    terms: tuple[Term, ...] = Field(min_length=1)


class Audience(Record):
    """Whom a page is for."""

    id: Id
    title: Text
    within: Id | None = Field(default=None, description="The wider audience that it belongs to: what is for those is for these too")


class AudiencesFile(Record):
    """data/audiences.yml."""

    audiences: tuple[Audience, ...] = Field(min_length=1)
