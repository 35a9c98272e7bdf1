"""Whose site this is, and the documents its facts come from."""

import re
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, WithJsonSchema, field_validator
from pydantic_core import PydanticCustomError

from safeguarding.languages import Fingerprint, Language
from safeguarding.record import (
    HOST,
    SOMETHING,
    WORD,
    Change,
    Day,
    Flag,
    Id,
    Kind,
    MaybeSourced,
    Number,
    OfSource,
    Positive,
    Record,
    Ref,
    Text,
    Web,
    looks,
)
from safeguarding.timed import Moment, Timed


def _is_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise PydanticCustomError("zone", NO_ZONE) from None
    return name


NO_ZONE = "is no time zone; write one like Europe/London"
Zone = Annotated[str, AfterValidator(_is_zone), Kind(r"[A-Z][A-Za-z]*(/[A-Za-z0-9_+-]+)*", NO_ZONE)]


# A part of an address is the name of a file or folder, and a word in the settings of servers: the
# signs allowed mean nothing to either. It begins with no dot, so that it is never `.` or `..`.
PART = r"[A-Za-z0-9_~-][A-Za-z0-9._~+&,-]*"
WHOLE = rf"{HOST}(/{PART})*/?"
NOT_WHOLE = (
    "is no address of a site; write it whole, like https://example.org/, without a name or a"
    " password, and without ? and #"
)


def _with_slash(address: str) -> str:
    return address.rstrip("/") + "/"


Address = Annotated[str, Kind(WHOLE, NOT_WHOLE, _with_slash)]
# Where to write or ring.
WHERE = r"(https://|mailto:|tel:)[A-Za-z0-9._~%+@/:=?&()-]+"
NOWHERE = "is no way to write or ring; write it like mailto:someone@example.org"
COUNTRY = r"[A-Z]{2}(-[A-Z]{2,3})?"
NO_COUNTRY = "is no country; write two letters, and those of its part, like GB-ENG"
Country = Annotated[str, Kind(COUNTRY, NO_COUNTRY)]


class Security(Record):
    """Whom to tell of a weakness of the site (RFC 9116)."""

    contact: Annotated[str, Kind(WHERE, NOWHERE)] = Field(
        description="Where to write or ring, like mailto:someone@example.org"
    )
    expires: Day = Field(
        description="The day until which this is sure to be true, at most a year ahead"
    )


class Licence(Record):
    """What others may do with the facts of the site."""

    title: Text = Field(
        description="What the licence is called, like: Open Government Licence v3.0"
    )
    url: Web = Field(description="Where it can be read, whole, with https://")


class Words(Record):
    """What the body whose site this is, and its groups, are called inside a sentence."""

    body: Text = Field(default="board", description="The body, like: partnership")
    group: Text = Field(default="sub-group", description="One of its groups, like: task group")
    groups: Text | None = Field(
        default=None, description="Several of them, where that is more than `group` with an s"
    )

    @property
    def several_groups(self) -> str:
        """More than one of its groups."""
        return self.groups or f"{self.group}s"

    @property
    def unconfirmed(self) -> str:
        """What stands where the body has still to say something."""
        return f"to be confirmed by the {self.body}"


class Board(Record):
    """data/board.yml: the board itself."""

    name: Text = Field(description="The board's full name")
    abbreviation: Text = Field(description="Its short name, in a few letters")
    words: Words = Field(
        default=Words(),
        description=(
            "What pages call the body and its groups, where that is not board and sub-group"
        ),
    )
    area: Text = Field(description="The area that it works for: pictures name our own values by it")
    timezone: Zone = Field(description="Where its clocks stand, like Europe/London")
    bank_holidays: Country = Field(
        description="Whose bank holidays it keeps: a country and its part, like GB-ENG",
    )
    description: Text = Field(
        description="What the site holds, in a sentence or two, for search engines"
    )
    emergency: Ref = Field(
        description=(
            "The contact for a child in danger now, by its id in data/contacts.yml: its number"
            " stands at the top of every page"
        )
    )
    smallest_shown: Positive = Field(
        default=5,
        description=(
            "The smallest number, but for 0, that figures may show: one below it can point to a"
            " child; 5 unless written here"
        ),
    )
    site_url: Address | None = Field(
        default=None,
        description="The site's public address, when it has one, like https://example.org/",
    )
    offline: Flag = Field(
        default=True,
        description=(
            "Write false if browsers are to keep no pages of the site, to be read without a"
            " connection"
        ),
    )
    security: Security | None = Field(
        default=None,
        description="Whom to tell of a weakness of the site; without it there is no security.txt",
    )
    licence: Licence | None = Field(
        default=None,
        description=(
            "What others may do with the facts; without it the site says that this is to be"
            " confirmed"
        ),
    )

    @property
    def unconfirmed(self) -> str:
        """What stands where the body has still to say something."""
        return self.words.unconfirmed


# An old address may have what people put into names of files, too; each file that names it writes
# these in its own way.
OLD_SIGN = r"[A-Za-z0-9._~+&,'()-]"
OLD_PART = rf"[A-Za-z0-9_~-](?:(?:{OLD_SIGN}| )*{OLD_SIGN})?"
OLD = rf"{OLD_PART}(/{OLD_PART})*"
COPIED = "%2[06-9BCbc]"  # how browsers write some of these, like %20 for a space
OLD_AS_WRITTEN = OLD.replace("| )", f"| |{COPIED})").replace(
    f"{OLD_SIGN})?", f"(?:{OLD_SIGN}|{COPIED}))?"
)
NO_OLD = (
    "is no old address of this site; write the part after the name of the site, like"
    " uploads/files/1.pdf: letters from A to Z, figures, spaces and - _ . ~ + & , ' ( ) alone, no /"
    " at an end, and no part that begins with a dot"
)
NAME_OF_FILE = r"[a-z0-9]+([-_.][a-z0-9]+)*"
NEW = rf"(?=.)({WORD}/)*(#[A-Za-z0-9_.-]+)?|assets/({NAME_OF_FILE}/)*{NAME_OF_FILE}\.[a-z][a-z0-9]+"
NO_NEW = (
    "is no address of a page; write it as its page has it, like procedures/missing-children/, or"
    " with the name of a heading: procedures/missing-children/#sources; or a file, like"
    " assets/leaflet.pdf"
)
LONGEST = 200  # signs of one part: file systems have room for 255 in a name


def _is_old(written: str) -> str:
    address = unquote(written)
    if address != address.strip("/"):
        raise PydanticCustomError("old", f"has a slash at an end; write {address.strip('/')}")
    if not re.fullmatch(OLD, address):
        raise PydanticCustomError("old", NO_OLD)
    if max(map(len, address.split("/"))) > LONGEST or len(address) > 5 * LONGEST:
        raise PydanticCustomError(
            "old", f"is too long for the name of a file; no part can have more than {LONGEST} signs"
        )
    return address


OldAddress = Annotated[
    str,
    AfterValidator(_is_old),
    WithJsonSchema(looks(OLD_AS_WRITTEN, NO_OLD, maxLength=5 * LONGEST)),
]
NewAddress = Annotated[str, Kind(NEW, NO_NEW)]


class Redirect(MaybeSourced):
    """An old address that leads on. Both start at the site's root, without a slash."""

    from_: OldAddress = Field(alias="from", description="The old address, like uploads/files/1.pdf")
    to: NewAddress = Field(
        description=(
            "The address that takes its place, like procedures/missing-children/, or a file like"
            " assets/leaflet.pdf"
        )
    )
    was: Text = Field(description="What stood there")

    @property
    def file(self) -> str:
        """The file of docs/assets/ that takes its place; empty where a page does."""
        return "" if self.to.endswith("/") or "#" in self.to else self.to.removeprefix("assets/")

    @property
    def page(self) -> str:
        """The file that stands at the old address, from the site's root: `old/file.pdf` is opened
        as `old/file.pdf/index.html`, and `old/page.html` is a page itself."""
        return self.from_ if self.from_.endswith(".html") else f"{self.from_}/index.html"


class RedirectsFile(OfSource):
    """data/redirects.yml."""

    redirects: tuple[Redirect, ...] = Field(description="Every old address that leads on")


class Term(Record):
    """A word or abbreviation, and what it means."""

    term: Text = Field(description="The word or the abbreviation")
    full: Text | None = Field(
        default=None, description="What an abbreviation stands for; leave it out where nobody says"
    )
    meaning: Text = Field(description="What it means, in plain words")
    no_longer_used: Flag = Field(
        default=False, alias="then", description="A word of the archive that is no longer used"
    )


class GlossaryFile(Record):
    """data/glossary.yml."""

    terms: tuple[Term, ...] = Field(
        description="Every word that needs explaining; the page puts them in order"
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
        description="Every audience, in the order in which lists show them"
    )


class Search(Record):
    """data/search.yml."""

    ignored: tuple[Text, ...] = Field(
        description="Words that say little about what someone looks for: they count less"
    )
    past: tuple[Text, ...] = Field(
        default=(),
        description=(
            "Words by which people ask for figures of the past: with one of them, pages of the"
            " archive come first"
        ),
    )
    present: tuple[Text, ...] = Field(
        default=(),
        description=(
            "Words by which people ask for figures of today: with one of them, pages of the archive"
            " do not come first, whatever else is asked"
        ),
    )
    alike: tuple[Annotated[tuple[Text, ...], Field(min_length=2)], ...] = Field(
        description="Groups of words with one meaning: who asks for one finds the others"
    )


WEIGHT = r"(?!0+(\.0+)?$)0*([01](\.\d+)?|2(\.0+)?)"
NO_WEIGHT = "should be a number like 0.5, more than 0 and 2 at most"
Weight = Annotated[
    Number,
    Field(gt=0, le=2),
    WithJsonSchema(looks(WEIGHT, NO_WEIGHT, exclusiveMinimum=0, maximum=2)),
]


# On paper: a poster, cards to cut and fold, a leaflet to fold once, one page, a list to pin up, or
# the page with all pages below it.
Form = Literal["poster", "cards", "folded", "sheet", "list", "whole"]


class Page(Timed):
    """The front matter of a page that is no procedure."""

    happened = ("checked",)

    title: Text = Field(description="What menus, lists and the search call the page")
    description: Text = Field(description="One plain sentence: what the page tells")
    archive: Ref | None = Field(
        default=None,
        description=(
            "For a page about a past year: the report it comes from, by its id in data/sources.yml."
            " The page says so at the top"
        ),
    )
    record: Flag = Field(
        default=False,
        description=(
            "Write true for minutes, and for what else keeps what was said as it was: the check"
            " does not ask whether it is easy to read"
        ),
    )
    lang: Language | None = Field(
        default=None,
        description=(
            "For a page in another language than the rest of the site: its code, like pl, cy or ur."
            " Its title, description and keywords are in that language too. The check does not"
            " ask whether it is easy to read"
        ),
    )
    easy_read: Flag = Field(
        default=False,
        description="Write true for an Easy Read page: large letters, one idea a line, pictures",
    )
    of: Text | None = Field(
        default=None,
        description=(
            "For a page that says what another says, in another language or in Easy Read: the"
            " address of that page, like worried-about-a-child/"
        ),
    )
    made_from: Fingerprint | None = Field(
        default=None,
        description=(
            "With `of`: which state of that page it says again. Leave it out at first; the check"
            " tells what to write, and tells you when that page has changed"
        ),
    )
    checked: Day | None = Field(
        default=None,
        description=(
            "With `of`: the day on which someone who speaks the language read the page and found it"
            " right; of an Easy Read page, someone who needs Easy Read. Leave it out until then:"
            " the page says so"
        ),
    )
    section: Text | None = Field(
        default=None, description="Its place in the report, like: Section 7"
    )
    exit: Flag = Field(default=False, description="Show a way to leave the page at once")
    keywords: tuple[Text, ...] = Field(
        default=(), description="Words that people use for it; the A to Z lists them"
    )
    asked: tuple[Text, ...] = Field(
        default=(),
        description=(
            "What people type who look for it, like: [child not home]. Short, in their words; the"
            " search alone knows them"
        ),
    )
    search_weight: Weight = Field(
        default=Decimal(1),
        description=(
            "How much it counts in the search beside other pages: less for a page that lists what"
            " others explain"
        ),
    )
    paper: tuple[Form, ...] = Field(
        default=(),
        description=(
            "The forms in which it comes on paper, like [poster, cards]. poster, sheet: one page;"
            " cards: five on one, with what stands before the first heading, its contacts on the"
            " back; folded: what stands there is the front, the last heading the back, and all else"
            " the inside; list: to pin up; whole: with all pages below it"
        ),
    )
    leads_to: Text | None = Field(
        default=None,
        description=(
            "The address of the page to which what is printed leads, like private-fostering/; the"
            " page itself, if left out"
        ),
    )


LONGEST_NOTICE = 200  # letters: it stands above every page
TOO_LONG = (
    f"is longer than {LONGEST_NOTICE} letters, and would stand above every page; say it shorter,"
    " and put the rest on a page"
)
NoticeText = Annotated[
    Text, Kind(rf"{SOMETHING}[\s\S]{{1,{LONGEST_NOTICE}}}", TOO_LONG, maxLength=LONGEST_NOTICE)
]


class Notice(Timed):
    """What stands above every page for some days."""

    text: NoticeText = Field(
        description=f"What readers are told, in full sentences: {LONGEST_NOTICE} letters at most"
    )
    contact: Ref | None = Field(
        default=None, description="Whom to turn to, by an id of data/contacts.yml"
    )
    page: Text | None = Field(
        default=None, description="The address of the page that says more, like training/"
    )
    until: Moment = Field(
        description=(
            "The last day on which readers see it, like 2027-01-29, or the time at which it goes,"
            " like 2027-01-29 12:00: at most four weeks after it comes"
        )
    )


class NoticesFile(Record):
    """data/notice.yml: what stands above every page for some days, like closed offices. Readers see
    one at a time."""

    notices: tuple[Notice, ...] = Field(
        default=(),
        description="Every notice; one that is over can go, and there may be none",
        json_schema_extra={"type": ["array", "null"]},
    )

    @field_validator("notices", mode="before")
    @classmethod
    def _may_wait(cls, written: Any) -> Any:
        """The key alone waits for the first one."""
        return () if written is None else written


class DataChange(Change):
    """One entry of the history of the data."""

    page: Text = Field(
        description="The address of the page that shows what changed, like training/attendance/"
    )


class ChangesFile(Record):
    """data/changes.yml: what changed in the facts. Each entry stands in the list of changes, and in
    the feed that people subscribe to."""

    changes: tuple[DataChange, ...] = Field(
        description="Every change that readers should know of, the newest last"
    )


class ChangeFile(ChangesFile):
    """A file of data/changes/: one change. Its name is your own, like 2026-11-25-open-data.yml."""

    entry_of: ClassVar[str] = "changes"
    entry_kinds: ClassVar[tuple[type[Record], ...]] = (DataChange,)
