"""How a page shows a picture: with room kept free for it, late where it is far down, light where it
is large, and with a way to the whole one where that can have small text."""

import pytest
from PIL import Image

from safeguarding.assets import Asset
from safeguarding.shared import shown_pictures
from safeguarding.site import Site
from tests.small import small_site

KNOWN = small_site()
FAR_DOWN = f"<p>{'Words. ' * 200}</p>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented board with a small picture, a wide and a tall photo, and such drawings."""
    folder = tmp_path_factory.mktemp("pictures")
    for name, width in {"small.png": 300, "photo.jpg": 2560, "wide.png": 2560}.items():
        Image.new("RGB", (width, width // 2), "white").save(folder / name)
    Image.new("RGB", (1240, 1754), "white").save(folder / "tall.png")
    Image.new("RGB", (1240, 1754), "white").save(folder / "tall.jpg")
    (folder / "lines.svg").write_text('<svg viewBox="0 0 64 32"/>')
    there = {path.name: Asset(path) for path in folder.iterdir()}
    return Site(KNOWN.files, KNOWN.texts, {**KNOWN.assets, **there})


def shown(site: Site, name: str, words: str = 'alt="A"', before: str = "") -> str:
    tag = f'<img {words} src="../assets/{name}" />'
    return shown_pictures.mark(f"{before}{tag}", site, "about/").removeprefix(before)


def tag(source: str, width: int, height: int, rest: str = ' decoding="async" alt="A"') -> str:
    return f'<img src="../assets/{source}" width="{width}" height="{height}"{rest}>'


@pytest.mark.parametrize(
    ("name", "made"),
    {
        "small.png": tag("small.png", 300, 150),
        "lines.svg": tag("lines.svg", 64, 32),
        "photo.jpg": tag("photo.jpg~light.webp", 1280, 640),
        "wide.png": (f'<a href="../assets/wide.png">{tag("wide.png~light.webp", 1280, 640)}</a>'),
        "tall.png": f'<a href="../assets/tall.png">{tag("tall.png", 1240, 1754)}</a>',
        "tall.jpg": tag("tall.jpg", 1240, 1754),
        "none.png": '<img alt="A" src="../assets/none.png" />',
    }.items(),
)
def test_picture_is_shown_as_it_is_best(site: Site, name: str, made: str) -> None:
    assert shown(site, name) == made


@pytest.mark.parametrize(
    ("words", "width", "height"),
    [
        ('alt="A" width="100"', 100, 50),
        ('alt="A" height="10"', 20, 10),
        ('alt="A" width="10" height="10"', 10, 10),
    ],
)
def test_picture_is_as_wide_as_its_author_says(
    site: Site, words: str, width: int, height: int
) -> None:
    assert shown(site, "small.png", words) == tag("small.png", width, height)


LATE = ' loading="lazy" decoding="async" alt="A"'


@pytest.mark.parametrize("before", [FAR_DOWN, '<img alt="B" src="x.png">'])
def test_picture_below_the_first_screen_comes_late(site: Site, before: str) -> None:
    assert shown(site, "small.png", before=before) == tag("small.png", 300, 150, LATE)


def test_link_stays_the_one_that_its_author_wrote(site: Site) -> None:
    assert shown(site, "wide.png", before='<a href="../">') == tag("wide.png~light.webp", 1280, 640)


def test_decoration_leads_nowhere(site: Site) -> None:
    words = 'alt="" class="decoration"'
    made = tag("wide.png~light.webp", 1280, 640, f' decoding="async" {words}')
    assert shown(site, "wide.png", words) == made
