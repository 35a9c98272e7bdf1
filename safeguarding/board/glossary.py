"""The words that need explaining."""

from pydantic import Field

from safeguarding.record import Id, Record, Ref, Text


class Term(Record):
    """A word or abbreviation, and what it means."""

    term: Text = Field(description="The word or the abbreviation")
    full: Text | None = Field(
        default=None, description="What an abbreviation stands for; leave it out where nobody says"
    )
    meaning: Text = Field(description="What it means, in plain words")
    then: bool = Field(default=False, description="A word of the archive that is no longer used")


class GlossaryFile(Record):
    """data/glossary.yml."""

    terms: tuple[Term, ...] = Field(
        min_length=1, description="Every word that needs explaining; the page puts them in order"
    )


class Audience(Record):
    """Whom a page is for."""

    id: Id = Field(description="What other files call it by, like schools")
    title: Text = Field(description="Who they are, like: Health staff")
    within: Ref | None = Field(
        default=None,
        description="The wider audience that it belongs to: what is for those is for these too",
    )


class AudiencesFile(Record):
    """data/audiences.yml."""

    audiences: tuple[Audience, ...] = Field(
        min_length=1, description="Every audience, in the order in which lists show them"
    )
