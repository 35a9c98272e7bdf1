"""What stands beside the pages: light pictures that they show, whole ones without their place. What
an editor put into docs/ stays as it is."""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from safeguarding.assets import Asset
from safeguarding.exports import pictures
from safeguarding.problem import Problems
from safeguarding.shared import downloads, words
from safeguarding.site import Site
from tests.small import small_site

KNOWN = small_site()


@pytest.fixture
def built(tmp_path: Path) -> tuple[Site, Path]:
    """A board with two wide photos that say when they were taken, and its site, one of whose pages
    shows one of them."""
    about = Image.Exif()
    about[0x0132] = "2026:11:27 09:30:00"
    docs, folder = tmp_path / "docs", tmp_path / "site"
    for name in ("shown.jpg", "linked.jpg"):
        for place in (docs, folder / "assets"):
            place.mkdir(parents=True, exist_ok=True)
            Image.effect_noise((1600, 800), 80).save(place / name, exif=about)
    (folder / "index.html").write_text('<img src="assets/shown.jpg~light.webp" alt="A">')
    there = {path.name: Asset(path) for path in docs.iterdir()}
    return Site(KNOWN.files, KNOWN.texts, there), folder


def test_light_picture_stands_there_if_a_page_shows_it(built: tuple[Site, Path]) -> None:
    site, folder = built
    pictures.write(site, folder)
    names = {path.name for path in (folder / "assets").iterdir()}
    assert names == {"shown.jpg", "linked.jpg", "shown.jpg~light.webp"}


def test_whole_picture_says_nothing_of_its_place_and_the_editors_own_does(
    built: tuple[Site, Path],
) -> None:
    site, folder = built
    before = site.assets["linked.jpg"].path.read_bytes()
    pictures.write(site, folder)
    with Image.open(folder / "assets/linked.jpg") as whole:
        assert not whole.getexif()
    assert site.assets["linked.jpg"].path.read_bytes() == before


def test_damaged_picture_ends_the_build(built: tuple[Site, Path]) -> None:
    site, folder = built
    path = site.assets["linked.jpg"].path
    path.write_bytes(path.read_bytes()[:30_000])
    with pytest.raises(Problems) as told:
        pictures.write(site, folder)
    assert [str(problem) for problem in told.value.problems] == [
        "docs/assets/linked.jpg:1:1: ends too soon, or is damaged; copy the picture there once more"
    ]


def test_link_tells_the_size_of_what_readers_load(built: tuple[Site, Path]) -> None:
    site, folder = built
    asset = site.assets["linked.jpg"]
    shutil.copy(asset.path, folder / "assets")
    pictures.write(site, folder)
    loaded = (folder / "assets/linked.jpg").stat().st_size
    assert asset.weight == loaded != asset.size
    assert words.size(loaded) in downloads.told(asset)
    assert words.size(loaded) != words.size(asset.size)
