"""What a build keeps, and does without, of what MkDocs brings."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import hooks
from safeguarding.shared.rendering import environment
from tests.small import quiet_site

FOLDERS = ("assets/images", "assets/javascripts", "assets/stylesheets")


def left(config: MkDocsConfig, name: str, source: Path) -> list[str]:
    """What is published when `source` brings the file `name`."""
    file = File(name, str(source), config.site_dir, use_directory_urls=True)
    return [one.src_uri for one in hooks.on_files(Files([file]), config=config)]


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    config.docs_dir, config.site_dir = str(tmp_path / "docs"), str(tmp_path / "site")
    config.extra["site"] = quiet_site()
    return config


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
@pytest.mark.parametrize(("command", "seldom"), [("serve", False), ("build", True)])
def test_garbage_is_collected_seldom_in_a_build_alone(
    command: Literal["serve", "build"], seldom: bool
) -> None:
    gc.set_threshold(700)
    hooks.on_startup(command)
    assert (gc.get_threshold()[0] > 10_000) is seldom
