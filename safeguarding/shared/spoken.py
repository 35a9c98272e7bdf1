"""The title of a page in another language, wherever a link has it as its words: in that language,
so that a screen reader finds its voice."""

import html
import posixpath
import re
from urllib.parse import urlsplit

from safeguarding.languages import Spoken
from safeguarding.site import Site

LINK = re.compile(r'<a (href="([^"]*)"[^>]*)>([^<]*)</a>')


def mark(html_of_page: str, site: Site, here: str) -> str:
    """The page at the address `here`, in which these links say their language."""
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
