"""What a build does besides Markdown: each event is one call into the package."""

import functools
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure import StructureItem as Item
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from safeguarding import authoring, hosts, links, mishaps, placing, state
from safeguarding.board import views
from safeguarding.cli.build import build_or_exit
from safeguarding.cli.saying import say
from safeguarding.cli.telling import tell_all, tell_warnings
from safeguarding.clock import now, today
from safeguarding.exports import (
    assets,
    atom,
    discovery,
    hosting,
    manifest,
    offline,
    open_data,
    packing,
    pictures,
    redirects,
    search,
)
from safeguarding.paper import beside
from safeguarding.paper.sheets import Web
from safeguarding.problem import Problems
from safeguarding.publishing import STAYS
from safeguarding.shared import downloads, rendering, shown_pictures, spoken, tooltips
from safeguarding.shared.addresses import ASSETS
from safeguarding.site import Site
from safeguarding.soundness import sound_author
from safeguarding.training.views import calendars

OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
serving = False


@contextmanager
def ending_where_told() -> Iterator[None]:
    """A problem ends the build, with every problem told."""
    try:
        yield
    except Problems as problems:
        tell_all(problems)
        raise Abort("The site stays as it was.") from None


def on_startup(command: Literal["build", "gh-deploy", "serve"], **_: Any) -> None:
    """While an author looks on, MkDocs adds a script to each page that reloads it: the policy would
    forbid that. A build that ends soon needs no memory back, nor looks for changed templates."""
    global serving
    serving = command == "serve"
    if command == "gh-deploy":
        raise Abort("The site is published by the workflow that tests it, and by nothing else.")
    rendering.environment.auto_reload = serving
    if not serving:
        gc.set_threshold(100_000)


@event_priority(100)  # before the macros plugin, which takes the site from here
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the facts. A problem ends the build, with every problem told. Whoever asks MkDocs for
    site/ gets it in the way that leaves it whole."""
    root = Path(config.docs_dir).parent
    site_folder = Path(config.config_file_path).parent / "site"
    if not serving and Path(config.site_dir).resolve() == site_folder.resolve():
        build_or_exit(root)
        sys.exit()
    config.watch.append(str(root / "data"))
    with ending_where_told():
        address = None if serving else hosts.address(os.environ)
        made_from = None if serving else state.of(root)
        author = sound_author(root, as_of_today=not serving, address=address, state=made_from)
    site = author.site
    config.extra["site"], config.extra["author"] = site, author
    config.extra["empty"] = [name.removeprefix("docs/") for name in site.left_out]
    _tell_the_time(config, site)
    config.extra["built_on"] = today(site.board.timezone)
    config.extra["say"] = functools.partial(spoken.Said, site)
    config.extra["has_feed"] = atom.has_news(site, today(site.board.timezone))
    # What others show beside a link to the site.
    config.extra["has_card"] = (Path(config.docs_dir) / "assets/card.png").is_file()
    config.extra["stylesheet"] = assets.stylesheets(Path(__file__).parent / "theme/assets")
    config.extra["policy"] = None if serving else hosting.POLICY
    config.site_name, config.site_description = site.board.name, site.board.description
    config.site_url = site.board.site_url or config.site_url
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Escape in pages, too: what calls show is HTML and says so, and nothing else is."""
    cast(Any, config.plugins["macros"]).env.autoescape = True


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the theme brings for its own look and search: this site has its own. What
    stands in docs/ stays, in folders of these names too; but no file of a publication that comes
    later. Add the pages that nobody writes."""
    docs = Path(config.docs_dir)
    theirs = {file.src_uri: file for file in files if Path(file.src_dir or "") == docs}
    brought = [
        file
        for file in files
        if file.src_uri.startswith(OF_THE_THEME) and file.src_uri not in theirs
    ]
    held = [f"{ASSETS}{name}" for name in config.extra["site"].held_back]
    for file in [*brought, *(file for file in files if file.src_uri in held)]:
        files.remove(file)
    config.extra["above"] = {}
    own = []
    for page in authoring.own_pages(config.extra["site"], now()):
        config.extra["above"][page.address] = page.above
        name = f"{page.address.rstrip('/')}.md"
        own.append(
            File.generated(config, name, content=page.text, inclusion=InclusionLevel.NOT_IN_NAV)
        )
    with ending_where_told():
        placing.ensure_apart(
            (file.dest_uri for file in [*files, *own] if file is not theirs.get(file.src_uri)),
            ((file.dest_uri, f"docs/{name}") for name, file in theirs.items()),
        )
    for file in own:
        files.append(file)
    return files


def _tell_the_time(config: MkDocsConfig, site: Site) -> None:
    """What readers see only for a time, as it stands now. A page that is not there has its links
    and its place in menus taken away, and is not built; an author who looks on sees every page."""
    notice = views.notice(site, now())
    config.extra["notice"] = notice
    config.extra["notice_text"] = (
        rendering.render("board/notice.html", notice=notice) if notice else ""
    )
    config.extra["ends"] = views.ends(site, now())
    absent = () if serving else views.absent(site, now())
    config.extra["absent"] = [name.removeprefix("docs/") for name in absent]


@event_priority(-100)  # when the menus are made
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Build no page that has nothing to show, or that is not there yet or no more, and have it in
    no menu. What no menu lists, the pages that nobody writes, stands below another."""
    nav.items = [_link(item) for item in nav.items]
    nav.pages = [page for page in nav.pages if page.file.is_documentation_page()]
    empty = [file for file in files if file.src_uri in config.extra["empty"]]
    for file in empty:
        files.remove(file)
    absent = [file for file in files if file.src_uri in config.extra["absent"]]
    for file in absent:
        file.inclusion = InclusionLevel.EXCLUDED  # links to it are taken away, not told
    config.extra["gone"] = [file.url for file in absent]
    unbuilt = [*empty, *absent]
    if unbuilt:
        nav.items = list(_with_something(nav.items, unbuilt))
        nav.pages = [page for page in nav.pages if page.file not in unbuilt]
        around = zip([None, *nav.pages], nav.pages, [*nav.pages[1:], None], strict=False)
        for before, page, after in around:
            page.previous_page, page.next_page = before, after
    config.extra["menu"] = [page.url for page in nav.pages]
    pages = {file.page.url: file.page for file in files.documentation_pages() if file.page}
    for own, address in config.extra["above"].items():
        if address in pages:
            pages[own].parent = cast(Section, _above(pages[address]))
    return nav


def _link(item: Item) -> Item:
    """The item of a menu, where a file for readers is no page but what a link leads to."""
    if isinstance(item, Section):
        item.children = [_link(child) for child in item.children]
    if isinstance(item, Page) and not item.file.is_documentation_page():
        item.file.page = None
        return Link(str(item.title), item.file.url)
    return item


def _above(page: Page) -> Item:
    """What the path to a page below this one names: its menu, if it is the first there."""
    menu = page.parent
    return menu if menu and menu.children and menu.children[0] is page else page


def _with_something(items: list[Item], empty: list[File]) -> Iterator[Item]:
    """The items of a menu without those pages, and without parts that had nothing else."""
    for item in items:
        if isinstance(item, Section):
            item.children = list(_with_something(item.children, empty))
            if item.children:
                yield item
        elif not (isinstance(item, Page) and item.file in empty):
            yield item


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Escape every value, as in our own templates, and leave no empty lines where the templates of
    the theme had only instructions. By now all pages have their content: print what is wanted."""
    env.autoescape = True
    env.trim_blocks = env.lstrip_blocks = True
    _print(config, [file.page for file in files.documentation_pages() if file.page])
    return env


def _print(config: MkDocsConfig, pages: list[Page]) -> None:
    """Write leaflets beside their pages, if that is wanted, and have pages lead to them."""
    site = config.extra["site"]
    menu = {address: place for place, address in enumerate(config.extra["menu"])}
    pages.sort(key=lambda page: menu.get(page.url, len(menu)))
    contents = {page.url: page.content for page in pages if page.content}
    web = Web(contents, config.site_url, today(site.board.timezone))
    with ending_where_told():
        wanted = not serving and beside.is_wanted()
        printed = beside.write(site, web, Path(config.site_dir)) if wanted else {}
    for page in pages:
        page.content = beside.told(page.content or "", page.url, printed)


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """What search engines show of a procedure is its summary."""
    page.meta.setdefault("description", page.meta.get("summary"))
    return markdown


def on_page_content(html: str, config: MkDocsConfig, page: Page, **_: Any) -> str:
    """Say what an abbreviation stands for, where a page first uses it, what a link to a file leads
    to, which links lead to other sites, and in which language they are; make pictures light. Of a
    link to a page that is not there, the words stay."""
    site = config.extra["site"]
    html = tooltips.mark(html, tooltips.abbreviations(site))
    html = shown_pictures.mark(html, site, page.url)
    html = downloads.mark(html, site, page.url)
    html = spoken.mark(html, site, page.url)
    if page.meta.get("easy_read"):
        html = f'<div class="easy">\n{html}\n</div>'
    return links.outward(links.without(html, page.url, config.extra["gone"]))


def on_build_error(error: Exception, **_: Any) -> None:
    """Say in one line what no code can help, as a disk that is full."""
    if said := mishaps.words(error):
        say(f"{STAYS}: {said}", err=True)
        raise Abort("") from None


@event_priority(-100)  # when every other plugin has written its files
def on_post_build(config: MkDocsConfig) -> None:
    """Write what stands beside the pages, then follow every link of them all, raw HTML too."""
    site, folder = config.extra["site"], Path(config.site_dir)
    with ending_where_told():
        atom.write(site, folder, today(site.board.timezone))
        for export in (calendars, search, discovery, assets, open_data, hosting):
            export.write(site, folder)
        pictures.write(site, folder)
        offline.write(site, folder, now(), is_kept=site.board.offline and not serving)
        redirects.write(site, folder)  # it takes no other file's place
        if not serving:
            packing.write(folder, Path(config.docs_dir).parent / "site")
        manifest.write(site, folder, now(), config.extra["author"].state)  # of all that is written
        links.ensure_sound(
            folder, Path(config.docs_dir), urlsplit(config.site_url or "").path or "/"
        )
    tell_warnings(site)
