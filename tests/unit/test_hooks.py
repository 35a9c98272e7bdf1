"""Of the files that MkDocs finds, the editor's own stay, and the theme's own look goes."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

import hooks

FOLDERS = ("assets/images", "assets/javascripts", "assets/stylesheets")


def left(config: MkDocsConfig, name: str, source: Path) -> list[str]:
    """What is published when `source` brings the file `name`."""
    file = File(name, str(source), config.site_dir, use_directory_urls=True)
    return [one.src_uri for one in hooks.on_files(Files([file]), config=config)]


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    config = MkDocsConfig()
    config.docs_dir, config.site_dir = str(tmp_path / "docs"), str(tmp_path / "site")
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
