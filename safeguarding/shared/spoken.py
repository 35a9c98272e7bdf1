"""What is said in which language: the fixed words of a page, what calls show on a page in another
language, and titles of such pages wherever a link has them as its words. So a screen reader finds
its voice."""

import datetime
import html
import posixpath
import re
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from safeguarding import languages
from safeguarding.languages import OURS, Spoken
from safeguarding.shared import words
from safeguarding.site import Site

LINK = re.compile(r'<a (href="([^"]*)"[^>]*)>([^<]*)</a>')
NUMBER = re.compile(r'(<a [^>]*\bhref="tel:[^>]*>)([^<]*)(?=</a>)')
BLOCK = re.compile(r"<(p|div|ul|ol|dl|figure|section|nav|details|table)\b")
ENGLISH = Markup('lang="en" dir="ltr"')


class Said:
    """What the frame of the page at an address says, in its language: English words say that they
    are, where that is another."""

    def __init__(self, site: Site, address: str):
        self._words, self._language = site.fixed_words(address), site.language_of(address)

    def has(self, name: str) -> bool:
        """Whether words are written in the language of the page, where that is not the site's."""
        return self._language is not None and name in self._words.model_fields_set

    def __call__(self, name: str, **places: Any) -> Markup:
        """Words by their name in data/languages.yml, with what stands between their braces: days
        are said in the same language, all else is text or HTML."""
        code = self._language.code if self._language and self.has(name) else OURS
        filled = {key: _said(value, code) for key, value in places.items()}
        said = Markup.escape(getattr(self._words, name)).format(**filled)
        if self._language and not self.has(name):
            return Markup("<span {}>{}</span>").format(ENGLISH, said)
        return said


def _said(value: Any, code: str) -> Any:
    """A value as a language says it."""
    if not isinstance(value, datetime.date):
        return value
    if code != OURS:
        return languages.day(value, code)
    return words.moment(value) if isinstance(value, datetime.datetime) else words.day(value)


def english(shown: str, site: Site, here: str) -> str:
    """What a call shows, which is English, on the page at an address: marked so on one in another
    language."""
    if not shown or site.language_of(here) is None:
        return shown
    if BLOCK.match(shown):
        return f"<div {ENGLISH}>\n{shown}\n</div>"
    return f"<span {ENGLISH}>{shown}</span>"


def mark(html_of_page: str, site: Site, here: str) -> str:
    """The page at the address `here`, in which links whose words are the title of a page in another
    language say so, and numbers to call keep their order in a line that begins at the right."""
    own = site.language_of(here)
    if own and own.direction == "rtl":
        html_of_page = NUMBER.sub(r"\1<bdi>\2</bdi>", html_of_page)
    spoken = {posixpath.normpath(one): one for one in site.pages if site.language_of(one)}

    def marked(link: re.Match[str]) -> str:
        way = urlsplit(html.unescape(link[2])).path
        address = spoken.get(posixpath.normpath(posixpath.join(here, way))) if way else None
        language = site.language_of(address) if address is not None else None
        if language is None or html.unescape(link[3]) != site.titles[address or ""]:
            return link[0]
        return f"<a {link[1]} {attributes(language)}>{link[3]}</a>"

    return LINK.sub(marked, html_of_page) if spoken else html_of_page


def attributes(language: Spoken) -> str:
    """What an element has whose words are in a language."""
    return f'lang="{language.code}" dir="{language.direction}"'
