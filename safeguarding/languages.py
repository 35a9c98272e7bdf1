"""Pages that say what another says: in another language, or in Easy Read; and what the frame of a
page says, in the language of that page."""

import datetime
import re
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from safeguarding.record import SOMETHING, Kind, Record, Text

NO_LANGUAGE = "is no code of a language that browsers know; write one like pl, cy, ur or zh-Hant"
CODE = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"
OURS = "en"  # the language of all that nobody translates
EASY_READ = "Easy Read"


class Spoken(NamedTuple):
    """A language by its code, and where its lines begin: at the left, or at the right as in Arabic
    and Urdu."""

    code: str
    direction: Literal["ltr", "rtl"]


def spoken(code: str) -> Spoken:
    """The language with that code. Raises PydanticCustomError where there is none."""
    return Spoken(code, "rtl" if _locale(code).character_order == "right-to-left" else "ltr")


def own_name(code: str) -> str:
    """What a language is called by those who speak it, like Polski."""
    name: str = _locale(code).display_name
    return name[:1].upper() + name[1:]


def day(day: datetime.date, code: str) -> str:
    """A day in the words of a language, like 27 listopada 2026; of a time, its day and the time."""
    from babel.dates import format_date, format_time

    said: str = format_date(day, "long", locale=_locale(code))
    if isinstance(day, datetime.datetime):
        return f"{said}, {format_time(day.time(), 'short', locale=_locale(code))}"
    return said


def _locale(code: str) -> Any:
    from babel import Locale, UnknownLocaleError  # few boards need it, and it takes time to load

    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        raise PydanticCustomError("language", NO_LANGUAGE) from None


def _is_known(code: str) -> str:
    return spoken(code).code


Language = Annotated[str, AfterValidator(_is_known), Kind(CODE, NO_LANGUAGE)]

NO_BRACES = "should have no { or }: what stands between them the site would have to fill"
Fixed = Annotated[Text, Kind(rf"{SOMETHING}[^{{}}]+", NO_BRACES)]


PLACE = re.compile(r"\{(number|day)\}")  # where the site puts what it knows


def _with(name: str) -> Kind:
    advice = f"should have {{{name}}} once, where the {name} goes"
    return Kind(rf"[^{{}}]*\{{{name}\}}[^{{}}]*", advice)


WithNumber = Annotated[Text, _with("number")]
WithDay = Annotated[Text, _with("day")]


def _english(text: str) -> Any:
    return Field(default=text, description=f"In that language: {text}")


class FixedWords(Record):
    """What the frame of every page says, in one language. What nobody has written yet stays
    English, and says so to screen readers."""

    id: Language = Field(description="The code of the language, like pl, cy or ur")
    skip: Fixed = _english("Skip to the content")
    urgent: Fixed = _english("In an emergency")
    danger: WithNumber = _english("Child in danger now? Call {number}")
    worried: Fixed = _english("Worried about a child?")
    search_label: Fixed = _english("Search this site")
    search: Fixed = _english("Search")
    menu: Fixed = _english("Menu")
    notice: Fixed = _english("Notice")
    path: Fixed = _english("Where you are")
    home: Fixed = _english("Home")
    contents: Fixed = _english("On this page")
    made: WithDay = _english("made on {day}")
    exit: Fixed = _english("Exit this page")
    exit_hint: Fixed = _english("Or press Shift 3 times")
    exit_twice: Fixed = _english("Press Shift 2 times more")
    exit_once: Fixed = _english("Press Shift once more")
    leaving: Fixed = _english("Leaving this page")
    leave: Fixed = _english("Leave at once")
    hide: Fixed = _english("Hide your visit")
    print: Fixed = _english("Print")
    over: WithDay = _english("This page was there until {day}.")
    versions: Fixed = _english("This page in:")
    unchecked: Fixed = _english(
        "Nobody who speaks this language has checked this page yet. If it is not clear, go by the"
        " English page:"
    )
    unchecked_easy: Fixed = _english(
        "People who need Easy Read have not checked this page yet. The other page says it in full:"
    )
    emergency: Fixed = _english("Is a child in danger now?")
    call: WithNumber = _english("Call {number}. Do not wait.")
    other_number: WithNumber = _english("or {number}")
    doubt: Fixed = _english(
        "Nobody has confirmed these numbers for us yet. If one does not work, try another:"
    )
    all_parts: Fixed = _english("All parts of the site")
    accessibility: Fixed = _english("Accessibility")
    privacy: Fixed = _english("Privacy and cookies")
    contacts: Fixed = _english("All contacts")
    feedback: Fixed = _english("Tell us about a mistake")


class LanguagesFile(Record):
    """data/languages.yml: what the frame of pages says in other languages."""

    languages: tuple[FixedWords, ...] = Field(
        description="Each language that has words of its own, in the order in which pages offer it"
    )


FINGERPRINT = r"v[0-9a-f]{7}"  # a letter first: no program takes it for a number
NO_FINGERPRINT = (
    "is no mark of a state, like v1a2b3c4; leave it out, and the check tells what to write"
)
Fingerprint = Annotated[str, Kind(FINGERPRINT, NO_FINGERPRINT)]


class Version(NamedTuple):
    """One way in which a page can be had: its address, what that is called in its own language,
    the language, and whether it is in Easy Read."""

    address: str
    name: str
    language: Spoken
    easy: bool
