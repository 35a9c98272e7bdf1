"""The language of a page that is not in that of the site: a code, by which a screen reader chooses
its voice."""

from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from safeguarding.record import Kind

NO_LANGUAGE = "is no code of a language that browsers know; write one like pl, cy, ur or zh-Hant"
CODE = r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?"


class Spoken(NamedTuple):
    """A language by its code, and where its lines begin: at the left, or at the right as in Arabic
    and Urdu."""

    code: str
    direction: Literal["ltr", "rtl"]


def spoken(code: str) -> Spoken:
    """The language with that code. Raises PydanticCustomError where there is none."""
    from babel import Locale, UnknownLocaleError  # few boards need it, and it takes time to load

    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        raise PydanticCustomError("language", NO_LANGUAGE) from None
    return Spoken(code, "rtl" if locale.character_order == "right-to-left" else "ltr")


def _is_known(code: str) -> str:
    return spoken(code).code


Language = Annotated[str, AfterValidator(_is_known), Kind(CODE, NO_LANGUAGE)]
