"""A picture gets lighter without a change of what it shows, and says nothing of its place; a build
makes the same of it each time."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from safeguarding import assets, pictures
from safeguarding.pictures import Size

ORIENTATION, GPS = 0x0112, 0x8825
SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}/>'


def noise(width: int, height: int) -> Image.Image:
    """What no one can pack, as a photo of leaves is."""
    return Image.effect_noise((width, height), 80).convert("RGB")


def photo(path: Path, width: int = 2000, height: int = 1000, turned: int = 1) -> Path:
    """As a telephone writes it: with the place where it was taken."""
    about = Image.Exif()
    about[ORIENTATION] = turned
    about.get_ifd(GPS)[1] = "N"
    noise(width, height).save(path, quality=90, exif=about)
    return path


def drawing(path: Path, width: int = 2000) -> Path:
    picture = Image.new("RGB", (width, 500), "white")
    picture.paste("black", (100, 100, 900, 300))
    picture.save(path)
    return path


def read(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_photo_of_a_telephone_becomes_light(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg")
    light = pictures.light(path)
    assert light is not None
    assert light.size == Size(1280, 640)
    assert (read(light.content).size, read(light.content).format) == ((1280, 640), "WEBP")
    assert len(light.content) < path.stat().st_size / 2


def test_photo_on_its_side_stands_upright(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", turned=6)
    assert pictures.size(path) == Size(1000, 2000)
    light = pictures.light(path)
    assert light is not None
    assert light.size == Size(1000, 2000)
    whole = pictures.without_place(path)
    assert whole is not None
    assert read(whole).size == (1000, 2000)


@pytest.mark.parametrize("kind", ["jpg", "webp", "png"])
def test_place_is_taken_out_of_each_kind(tmp_path: Path, kind: str) -> None:
    path = photo(tmp_path / f"a.{kind}")
    assert read(path.read_bytes()).getexif().get_ifd(GPS)
    whole = pictures.without_place(path)
    assert whole is not None
    assert (dict(read(whole).getexif()), read(whole).size) == ({}, (2000, 1000))
    light = pictures.light(path)
    assert light is not None
    assert not read(light.content).getexif()


def test_picture_that_says_nothing_of_its_place_stays_as_it_is(tmp_path: Path) -> None:
    assert pictures.without_place(drawing(tmp_path / "a.png")) is None


def test_colours_of_a_picture_stay_and_so_does_what_is_clear(tmp_path: Path) -> None:
    profile = b"a profile of colours"
    clear = noise(1400, 700).convert("RGBA")
    clear.putalpha(100)
    clear.save(tmp_path / "a.png", icc_profile=profile)
    light = pictures.light(tmp_path / "a.png")
    assert light is not None
    made = read(light.content)
    assert (made.mode, made.info["icc_profile"]) == ("RGBA", profile)


def test_drawing_keeps_its_points(tmp_path: Path) -> None:
    light = pictures.light(drawing(tmp_path / "a.png"))
    assert light is not None
    assert {read(light.content).convert("L").getpixel(at) for at in ((0, 0), (1200, 10))} == {255}


def heavy(path: Path) -> None:
    photo(path, 800, 800)


def small(path: Path) -> None:
    Image.new("RGB", (800, 600), "white").save(path)


@pytest.mark.parametrize(("made", "is_lighter"), [(heavy, True), (small, False)])
def test_what_is_light_is_shown_as_it_is(
    tmp_path: Path, made: Callable[[Path], None], is_lighter: bool
) -> None:
    made(tmp_path / "a.jpg")
    assert (pictures.light(tmp_path / "a.jpg") is not None) is is_lighter


def test_picture_that_moves_is_left_alone(tmp_path: Path) -> None:
    frames = [noise(1400, 100), noise(1400, 100)]
    frames[0].save(tmp_path / "a.webp", save_all=True, append_images=frames[1:])
    assert pictures.light(tmp_path / "a.webp") is None


def test_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    one = photo(tmp_path / "a.jpg")
    other = tmp_path / "b.jpg"
    other.write_bytes(one.read_bytes())
    first, second = pictures.light(one), pictures.light(other)
    assert first == second
    assert pictures.without_place(one) == pictures.without_place(other)


@pytest.mark.parametrize(
    ("says", "size"),
    {
        'width="30" height="20px"': Size(30, 20),
        'viewBox="0 0 64,32"': Size(64, 32),
        'width="100%" viewBox="0 0 64 32"': Size(64, 32),
        'width="100%" height="50%"': None,
        "": None,
    }.items(),
)
def test_drawing_by_points_has_a_size_if_it_says_so(
    tmp_path: Path, says: str, size: Size | None
) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(says))
    assert pictures.size(tmp_path / "a.svg") == size


def test_damaged_picture_is_known(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg")
    assert pictures.is_whole(path)
    path.write_bytes(path.read_bytes()[:20_000])
    assert not pictures.is_whole(path)
    assert pictures.light(path) is None


def test_picture_that_nothing_can_show_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(40))
    assert assets.problem(tmp_path / "a.jpg") == (
        "is a picture that no browser could show; open it, and save it anew"
    )
