"""Nothing in a built page runs a program, leads anywhere odd or asks another site, whoever made it:
an author, Markdown, a plugin or a template. It is asked of the HTML as browsers get it."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from safeguarding.pages import tags
from safeguarding.pages.text_rules import page_rule
from safeguarding.problem import Place, Problem

AN_EXAMPLE = "site/part/index.html"
# What the theme and our templates use beside what authors can write.
OF_TEMPLATES = """
    article aside bdi body button fieldset footer form head header html input label
    legend link main meta nav option output progress script select svg title
"""
OF_PICTURES = {"circle", "desc", "g", "line", "path", "polygon", "polyline", "rect", "text"}
ELEMENTS = {*tags.TAGS, *OF_TEMPLATES.split(), *OF_PICTURES}
ALONE = {*tags.UNPAIRED, "input", "link", "meta"}
LEADS = ("href", "action", "formaction", "cite", "longdesc")
LOADS = ("src", "srcset", "poster", "data", "background", "ping", "xlink:href")
SCHEMES = ("", "http", "https", "mailto", "tel", "webcal")  # the last one subscribes to dates
PICTURE = re.compile(r"data:image/(svg\+xml|png|jpeg|gif|webp)[,;]")
LOADED = {"stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "manifest"}
FACTS = "application/ld+json"  # a script that says something, and does nothing


class Tag(NamedTuple):
    """A tag of a built page: its name, in small letters; its attributes with their values; whether
    it closes an element, or ends with a slash; and how far from the start of the page it begins."""

    name: str
    attributes: dict[str, str]
    closes: bool
    ends_with_slash: bool
    start: int

    @property
    def stands_alone(self) -> bool:
        """Whether nothing has to close it. Of a slash, browsers ask in pictures alone."""
        return self.name in ALONE or (self.ends_with_slash and self.name in OF_PICTURES)

    def problem(self, field: str, message: str) -> Problem:
        """What is wrong with it; its column says where in the whole page the tag begins."""
        return Problem(Place(AN_EXAMPLE, 1, self.start + 1), field, message)


def problems(page: Collection[Tag]) -> Iterator[Problem]:
    """What is wrong in the tags of a page, each where its tag begins: all columns are of one
    line."""
    for tag in (one for one in page if not one.closes):
        yield from built_pages_run_nothing(tag)
        yield from built_pages_lead_to_the_web(tag)
        yield from built_pages_load_nothing_from_others(tag)
    yield from built_tags_are_paired(page)


@page_rule(file=AN_EXAMPLE, good="<b>Home</b>", bad="<b>Home")
def built_tags_are_paired(page: Iterable[Tag]) -> Iterator[Problem]:
    """Each element of the built site closes where it should."""
    opened: list[Tag] = []
    for tag in page:
        if not tag.closes:
            opened += [] if tag.stands_alone else [tag]
        elif any(one.name == tag.name for one in opened):
            while (inner := opened.pop()).name != tag.name:
                yield inner.problem(f"<{inner.name}>", f"is not closed; write </{inner.name}>")
        else:
            yield tag.problem(f"</{tag.name}>", "closes what is not open here; delete it")
    for left in opened:
        yield left.problem(f"<{left.name}>", f"is not closed; write </{left.name}>")


@page_rule(file=AN_EXAMPLE, good="<b>Home</b>", bad='<b onclick="alert(1)">Home</b>')
def built_pages_run_nothing(tag: Tag) -> Iterator[Problem]:
    """A page of the built site has no element or attribute that runs a program, but for the
    scripts of the site itself; and no style of its own."""
    inline = tag.name == "script" and not {"src", FACTS} & {*tag.attributes, _type(tag)}
    if tag.name not in ELEMENTS or inline:
        yield tag.problem(f"<{tag.name}>", "does nothing on this site, for safety; delete it")
    for name, value in tag.attributes.items():
        styled = name == "style" and not tags.COLUMN.fullmatch(value)
        if name.startswith("on") or name == "srcdoc" or styled:
            yield tag.problem(name, "does nothing on this site, for safety; delete it")


@page_rule(file=AN_EXAMPLE, good="<b>Home</b>", bad='<a href="javascript:alert(1)">Home</a>')
def built_pages_lead_to_the_web(tag: Tag) -> Iterator[Problem]:
    """A link of the built site is relative, or begins with http, https, mailto, tel or webcal."""
    for name in LEADS:
        address = tag.attributes.get(name, "").strip()
        if _scheme(address) not in SCHEMES and not _is_picture(tag, address):
            yield tag.problem(address, "does nothing on this site, for safety; delete it")


@page_rule(file=AN_EXAMPLE, good="<b>Home</b>", bad='<img src="https://a.example/a.png" alt="A">')
def built_pages_load_nothing_from_others(tag: Tag) -> Iterator[Problem]:
    """A page of the built site loads its pictures, scripts and styles from the site, and sends
    nothing elsewhere."""
    loading = [*LOADS, "action", "formaction"]
    if tag.name == "link" and LOADED & {*tag.attributes.get("rel", "").lower().split()}:
        loading.append("href")
    for name in loading:
        address = tag.attributes.get(name, "").strip()
        if _leads_away(address) and not _is_picture(tag, address):
            yield tag.problem(address, "is of another site, which no page here may ask; delete it")


def _type(tag: Tag) -> str:
    return tag.attributes.get("type", "").lower()


def _is_picture(tag: Tag, address: str) -> bool:
    """Whether a whole picture stands in the address."""
    return tag.name in ("link", "img") and PICTURE.match(address) is not None


def _scheme(address: str) -> str:
    try:
        return urlsplit(address).scheme
    except ValueError:  # like http://[
        return "odd"


def _leads_away(address: str) -> bool:
    """Whether a browser would go to another site, or be handed the whole file; to it \\ is /."""
    plain = address.replace("\\", "/")
    return plain.startswith("//") or _scheme(plain) != ""
