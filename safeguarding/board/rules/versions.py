"""Pages that say what another page says, in another language or in Easy Read."""

from collections.abc import Iterator

from safeguarding.board.models import Page
from safeguarding.problem import Problem
from safeguarding.references import Reference, dangling, place_of
from safeguarding.rules import rule
from safeguarding.site import Site, address

OTHER = "docs/arabic.md"  # of the invented board
ONLY_WITH_OF = ("made_from", "checked")


@rule(OTHER, good="of: worried-about-a-child/", bad="of: woried-about-a-child/")
def versions_name_their_original(site: Site) -> Iterator[Problem]:
    """A page that says again what another says names that one by its address, not itself, and not
    one that says a third again."""
    originals = [one for one in map(address, site.texts) if site.original_of(one) is None]
    for head in _versions(site):
        if head.of in site.titles and site.original_of(head.of or "") is not None:
            cure = f"write the one that it says again: of: {site.original_of(head.of or '')}"
            yield head.problem("of", f"{head.of} says what another page says; {cure}")
        else:
            yield from dangling([Reference(head, "of", [head.of], originals, site.docs)])


@rule(OTHER, good="lang: ar\n", bad="")
def versions_say_what_they_are(site: Site) -> Iterator[Problem]:
    """A page that says again what another says is in another language, or in Easy Read; and Easy
    Read says of which page it is."""
    for head in site.files_of(Page).values():
        if head.of is not None and not (head.lang or head.easy_read):
            yield head.problem(
                "of",
                "is for a page in another language or in Easy Read; write lang: with the code of"
                " the language, or easy_read: true",
            )
        if head.of is None:
            keys = [key for key in ONLY_WITH_OF if getattr(head, key)]
            for key in ["easy_read"] if head.easy_read else keys:
                yield head.problem(
                    key,
                    "is for a page that says what another says; write the address of that one, like"
                    " of: worried-about-a-child/",
                )


@rule(OTHER, good="lang: ar\n", bad="easy_read: true\n")
def versions_differ(site: Site) -> Iterator[Problem]:
    """A page can be had in each language once, and once in Easy Read."""
    first: dict[tuple[str | None, str | None, bool], Page] = {}
    for head in _versions(site):
        other = first.setdefault((head.of, head.lang, head.easy_read), head)
        if other is not head:
            yield head.problem(
                "of", f"{place_of(other, 'of')} is this page in the same language; delete one"
            )


@rule(OTHER, good="made_from: vf77a7c4\n", bad="made_from: v0000000\n", warns=True)
def versions_keep_up(site: Site) -> Iterator[Problem]:
    """What a page says again has not changed since."""
    yield from behind(site)


def behind(site: Site) -> Iterator[Problem]:
    """A Problem for each page of which nobody said that it says what its original says now."""
    for head in _versions(site):
        original = site.pages.get(head.of or "")
        if original is None or original.place.path not in site.texts:
            continue
        now = site.fingerprint(head.of or "")
        if head.made_from is None:
            yield head.problem(
                "made_from", f"is missing; once this page says what {head.of} says, write {now}"
            )
        elif head.made_from != now:
            yield head.problem(
                "made_from",
                f"{original.place.path} has changed since; change this page too if need be, then"
                f" write {now} here",
            )


def _versions(site: Site) -> list[Page]:
    """The heads of the pages that say again what another says, in the order of their names."""
    pages = sorted(site.files_of(Page).items())
    return [head for _, head in pages if head.of is not None]
