"""Addresses that a person types: each becomes a file, a word of a server's settings and a link, and
is refused where it could be anything else."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from safeguarding import schemas
from safeguarding.board.models import Address, NewAddress, OldAddress, RedirectsFile
from safeguarding.exports import redirects
from safeguarding.problem import Problems
from safeguarding.record import Web
from safeguarding.shared import rendering
from safeguarding.site import load_site
from tests.conftest import complaints, edit

REDIRECTS, OLD = "data/redirects.yml", "from: old/report.pdf"
REFUSED = {
    OldAddress: (
        "../theme/404.html",
        "../../outside.html",
        "a/../b",
        "a/./b",
        "a//b",
        ".",
        "..",
        ".htaccess",
        "/a",
        "a/",
        "https://example.org/a",
        "uploads/*",
        "a:b",
        "a;b",
        "x{stub_status;}#y",
        "a}b",
        "it's.pdf",
        'a"b',
        "a#b",
        "a%20b",
        "a b",
        "a\\b",
        "a$uri",
        "a?b=1",
        "a\nb",
        "é.pdf",
        "a" * 201,
        "a/" * 600 + "a",
    ),
    NewAddress: (
        "a;b",
        "procedures/lado/#a;b",
        "../a/",
        "/a/",
        "a b/",
        "a//",
        "a/#",
        "//a.example/",
    ),
    Address: (
        'https://x.example/"><svg/onload=alert(1)>',
        "https://x.example/?q=1",
        "https://x.example/#a",
        "https://user:pw@x.example/",
        "https://x.example/../..",
        "https://x.example/{a};b",
        "https://x.example/it's",
        "https://x.example/a b",
        "https://x.example//",
        "javascript:alert(1)",
    ),
    Web: (
        'https://x.example/"a',
        "https://x.example/<a>",
        "https://x.example/a b",
        "https://user@x.example/",
        "https://x.example/;a",
        "https://x.example/{a}",
        "https://x.example/'",
        "//x.example/",
    ),
}
ALLOWED = {
    OldAddress: (
        "uploads/files/325.pdf",
        "uploads/files/370.06",
        "Uploads/My_File-2~1",
        "a+b&c,d.pdf",
        "a..b/c.html",
        "default.aspx",
    ),
    NewAddress: ("a/", "a-b/c/#top", "#top"),
    Address: ("https://x.example", "https://x.example/under/a/path", "http://localhost:8000/"),
    Web: ("https://x.example", "https://x.example/a?b=1&c=(d)#e", "https://x.example/a%20b"),
}


def pairs(samples: dict[Any, tuple[str, ...]]) -> list[tuple[Any, str]]:
    return [(kind, one) for kind, some in samples.items() for one in some]


@pytest.mark.parametrize(("kind", "address"), pairs(REFUSED))
def test_address_that_could_be_more_than_one_is_refused(kind: Any, address: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(address)


@pytest.mark.parametrize(("kind", "address"), pairs(ALLOWED))
def test_address_as_people_have_them_is_taken(kind: Any, address: str) -> None:
    TypeAdapter(kind).validate_python(address)


@pytest.mark.parametrize("address", [*REFUSED[OldAddress][:-2], "a" * 1001])
def test_editors_tools_refuse_an_old_address_too(address: str) -> None:
    redirect = {"from": address, "to": "a/", "was": "A page"}
    tool = Draft7Validator(schemas.schema(RedirectsFile))
    assert not tool.is_valid({"source": "a-report", "redirects": [redirect]})
    assert tool.is_valid({"source": "a-report", "redirects": [redirect | {"from": "a.pdf"}]})


@pytest.mark.parametrize("address", ["'../theme/404.html'", "'x{stub_status;}#y'", '"it\'s.pdf"'])
def test_old_address_that_is_none_is_told_at_its_line(board: Path, address: str) -> None:
    line = edit(board, REDIRECTS, OLD, f"from: {address}")
    (told,) = complaints(board)
    assert told.startswith(f"{REDIRECTS}:{line}:6: from: ")
    assert "write the part after the name of the site" in told


@pytest.mark.parametrize("page", ["index.html", "page/index.html", "deep/file.txt/index.html"])
def test_old_address_never_takes_the_place_of_a_file(
    board: Path, tmp_path: Path, page: str
) -> None:
    """What no check can know of, as a file that a plugin writes."""
    site_folder = tmp_path / "built"
    for name in ("index.html", "page/index.html", "deep/file.txt"):
        (site_folder / name).parent.mkdir(parents=True, exist_ok=True)
        (site_folder / name).write_text("as it was")
    edit(board, REDIRECTS, OLD, f"from: {page}")
    before = {path: path.read_text() for path in site_folder.rglob("*") if path.is_file()}
    with pytest.raises(Problems, match=f"{REDIRECTS}:4:6: from: .*has no place of its own"):
        redirects.write(load_site(board), site_folder)
    assert {path: path.read_text() for path in site_folder.rglob("*") if path.is_file()} == before


def test_old_address_never_leads_out_of_the_site(board: Path, tmp_path: Path) -> None:
    """Not even through a link that stands there."""
    (tmp_path / "built").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "built/old").symlink_to(tmp_path / "outside")
    with pytest.raises(Problems, match="has no place of its own"):
        redirects.write(load_site(board), tmp_path / "built")
    assert list(Path(tmp_path / "outside").iterdir()) == []


@pytest.mark.parametrize(
    "value", ["a;b", "a b", "{a}", "a'b", 'a"b', "$uri", "#a", "", "a\nb", "a\\", "a*"]
)
def test_word_of_a_servers_settings_is_one_word(value: str) -> None:
    with pytest.raises(ValueError, match="is no word"):
        rendering.word(value)


LONG = "a" * 4_000
TOO_LONG = "is too long: it becomes the name of a file; write 100 signs at most"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("data/budget.yml", "period: 2019–20", f"period: {LONG}"),
        ("data/training/attendance.yml", "period: April 2019", f"period: {LONG}"),
        ("data/sources.yml", "period: 2019–20", f"period: {LONG}"),
        ("data/contacts.yml", "id: young-line", f"id: {LONG}"),
    ],
)
def test_what_names_a_file_is_no_longer_than_a_name_can_be(
    board: Path, file: str, old: str, new: str
) -> None:
    line = edit(board, file, old, new)
    told = next(one for one in complaints(board) if TOO_LONG in one)
    assert told.startswith(f"{file}:{line}:")
    assert len(told) < 500
