"""The names of the parts of pages, to which links lead: those of headings and tags, and those in
what calls show."""

import functools
import html
import re
from collections.abc import Collection

from safeguarding import authoring
from safeguarding.authoring import Author
from safeguarding.pages import lines
from safeguarding.pages.call import RIGHT, Call, calls_in
from safeguarding.pages.calls import can_be_made
from safeguarding.pages.rendered import made
from safeguarding.problem import WrongWords
from safeguarding.site import Site, address
from safeguarding.yaml import read

ID = re.compile(r"<[a-z][^<>]*?\sid=[\"']?([^\s\"'<>]+)", re.I)


class Anchors:
    """The names in the pages of a site. Each page is made once somebody asks for it, as a build
    makes it."""

    def __init__(self, site: Site, author: Author):
        self._site, self._now = site, author.now
        self._author = Author(site, here=lambda: "", now=author.now)  # who keeps what that shows
        self.of = functools.cache(self._of)

    def _of(self, name: str) -> Collection[str]:
        """All names in a page by that of its file, like docs/a-z.md; none where they cannot be
        known, for it is no page, or a call of it is wrong."""
        try:
            text = self._with_calls(name) if name in self._site.texts else self._unwritten[name]
        except (KeyError, WrongWords):
            return ()
        return {html.unescape(id) for id in ID.findall(made(text))}

    def _with_calls(self, name: str) -> str:
        """The text of a page with what its calls show. Raises WrongWords."""
        body = lines.body(name, self._site.texts[name])
        if not all(map(can_be_made, calls_in(body))):
            raise WrongWords
        self._author.here = functools.partial(address, name)

        def shown(written: re.Match[str]) -> str:
            call = Call(body, 0, 0, written[0])
            return self._author.make(call.name, call.words)

        return RIGHT.sub(shown, body.whole)

    @functools.cached_property
    def _unwritten(self) -> dict[str, str]:
        """{the name that its file would have: the text of a page that nobody writes}."""
        own = authoring.own_pages(self._site, self._now)
        return {f"docs/{page.address.rstrip('/')}.md": read.body(page.text) for page in own}
