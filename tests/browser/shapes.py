"""Which pages to look at, so that every shape of a site is seen: what a style or a rule of
accessibility can tell apart in them. Words, numbers and addresses are no part of it."""

from collections.abc import Iterator, Mapping, Set
from html.parser import HTMLParser

# Of all other attributes, only that they are there.
TOLD_APART = {"class", "colspan", "hidden", "open", "role", "rowspan", "scope", "style", "type"}
TOLD_APART |= {"aria-current", "aria-sort"}
WITHOUT_END = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}

Shape = tuple[str, ...]  # an element, after all that it stands in, from the outermost


class _Shapes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[Shape] = set()
        self._open: list[tuple[str, str]] = []  # the name of each, and how it is told apart

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        marks = (f"{name}={value or ''}" if name in TOLD_APART else name for name, value in attrs)
        self._open.append((tag, " ".join([tag, *sorted(marks)])))
        self.found.add(tuple(element for _, element in self._open))
        if tag in WITHOUT_END:
            self._open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element, with what was left open in it."""
        names = [name for name, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]


def shapes(html: str) -> set[Shape]:
    """Every shape of a page."""
    page = _Shapes()
    page.feed(html)
    return page.found


def cover(
    pages: Mapping[str, Set[Shape]], seen: Set[Shape] = frozenset()
) -> Iterator[tuple[str, set[Shape]]]:
    """A few of the pages which together have every shape that any of them has, but for those that
    were `seen`: first the page with most. Each with its shapes that none before it has."""
    left = set().union(*pages.values()) - seen
    while left:
        page = max(sorted(pages), key=lambda name: len(pages[name] & left))
        yield page, left & pages[page]
        left -= pages[page]
