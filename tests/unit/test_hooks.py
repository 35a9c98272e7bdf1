"""What a build keeps, and does without, of what MkDocs brings."""

import errno
import gc
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

import jinja2
import pytest
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

import hooks
from safeguarding.shared.rendering import environment
from tests.boards import SMALL
from tests.small import small_site

NOTHING_KEPT = {"data/board.yml": ("timezone:", "offline: false\ntimezone:")}
FOLDERS = ("assets/images", "assets/javascripts", "assets/stylesheets")


def left(config: MkDocsConfig, name: str, source: Path) -> list[str]:
    """What is published when `source` brings the file `name`."""
    file = File(name, str(source), config.site_dir, use_directory_urls=True)
    return [one.src_uri for one in hooks.on_files(Files([file]), config=config)]


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    config.docs_dir, config.site_dir = str(tmp_path / "docs"), str(tmp_path / "site")
    config.extra["site"] = SMALL.site(NOTHING_KEPT)
    return config


def test_pages_escape_what_no_call_has_made_html(config: MkDocsConfig) -> None:
    macros: Any = SimpleNamespace(env=jinja2.Environment())
    config.plugins = PluginCollection()
    config.plugins["macros"] = macros
    hooks.on_pre_build(config)
    page = macros.env.from_string("{{ words }} {{ called }}")
    assert page.render(words="<b>A & B</b>", called=Markup("<i>C</i>")) == (
        "&lt;b&gt;A &amp; B&lt;/b&gt; <i>C</i>"
    )


@pytest.mark.parametrize("folder", FOLDERS)
def test_file_of_an_editor_stays_in_a_folder_named_like_one_of_the_theme(
    config: MkDocsConfig, folder: str
) -> None:
    name = f"{folder}/map.png"
    assert left(config, name, Path(config.docs_dir)) == [name]


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_the_theme_brings_for_its_own_look_goes(
    config: MkDocsConfig, tmp_path: Path, folder: str
) -> None:
    assert left(config, f"{folder}/map.png", tmp_path / "theme") == []


def test_what_our_own_theme_brings_stays(config: MkDocsConfig, tmp_path: Path) -> None:
    assert left(config, "assets/site.css", tmp_path / "theme") == ["assets/site.css"]


def test_page_that_nobody_writes_is_a_file_in_no_menu_below_another(config: MkDocsConfig) -> None:
    config.plugins, config.extra["site"] = PluginCollection(), small_site()
    config.plugins._current_plugin = None
    files = {file.url: file for file in hooks.on_files(Files([]), config=config)}
    for own, above in {
        "performance/in-time/": "performance/help/",
        "performance/went-up/": "performance/",
        "publications/child-a/": "publications/",
    }.items():
        assert files[own].inclusion == InclusionLevel.NOT_IN_NAV
        assert config.extra["above"][own] == above


def in_menu(config: MkDocsConfig, *titles: str) -> list[Page]:
    """Pages in one part of a menu."""
    files = [File(f"{title}.md", "", "", use_directory_urls=True) for title in titles]
    pages = [Page(file.name, file, config) for file in files]
    menu = Section("Menu", [*pages])
    for page in pages:
        page.parent = menu
    return pages


def test_page_below_the_first_of_a_menu_is_below_that_menu(config: MkDocsConfig) -> None:
    first, second = in_menu(config, "first", "second")
    assert hooks._above(first) is first.parent
    assert hooks._above(second) is second
    first.parent = None
    assert hooks._above(first) is first


@pytest.fixture
def as_it_was() -> Iterator[None]:
    """What a hook changes for all is as before in the end."""
    looks, threshold = environment.auto_reload, gc.get_threshold()
    yield
    environment.auto_reload = looks
    gc.set_threshold(*threshold)


@pytest.mark.usefixtures("as_it_was")
@pytest.mark.parametrize(("command", "looks"), [("serve", True), ("build", False)])
def test_changed_templates_are_looked_for_while_an_author_looks_on(
    command: Literal["serve", "build"], looks: bool
) -> None:
    hooks.on_startup(command)
    assert environment.auto_reload is looks


@pytest.mark.usefixtures("as_it_was")
def test_build_of_mkdocs_into_the_site_is_one_that_leaves_it_whole(
    config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(hooks, "build_or_exit", asked.append)
    hooks.on_startup("build")
    config.config_file_path = str(Path(config.docs_dir).parent / "mkdocs.yml")
    with pytest.raises(SystemExit) as ended:
        hooks.on_config(config)
    assert (asked, ended.value.code) == ([Path(config.docs_dir).parent], None)


@pytest.mark.usefixtures("as_it_was")
def test_site_is_not_published_past_its_tests() -> None:
    with pytest.raises(Abort, match="published by the workflow"):
        hooks.on_startup("gh-deploy")


def test_what_no_code_can_help_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Abort):
        hooks.on_build_error(OSError(errno.EFBIG, "File too large", "a\x1b.html"))
    assert capsys.readouterr().err == (
        "site/ stays as it was: a\\x1b.html: a file would be larger than this system lets you write"
        " (ulimit -f says how much)\n"
    )
    hooks.on_build_error(KeyError("a mistake of ours"))
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("as_it_was")
@pytest.mark.parametrize(("command", "seldom"), [("serve", False), ("build", True)])
def test_garbage_is_collected_seldom_in_a_build_alone(
    command: Literal["serve", "build"], seldom: bool
) -> None:
    gc.set_threshold(700)
    hooks.on_startup(command)
    assert (gc.get_threshold()[0] > 10_000) is seldom
