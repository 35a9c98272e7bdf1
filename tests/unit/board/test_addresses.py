"""Addresses that a person types: each becomes a file, a word of a server's settings and a link, and
is refused where it could be anything else."""

from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from safeguarding import schemas
from safeguarding.board.models import Address, NewAddress, OldAddress, RedirectsFile
from safeguarding.record import Web
from tests.boards import INVENTED

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
        'a"b',
        "a#b",
        "a%252e",
        "%2e%2e/a",
        "a%2F%2E%2E%2Fb",
        "a%0Ab",
        "a%ffb",
        "a /b",
        " a",
        "'a",
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
        "it's a report (2).pdf",
        "a%20b/c%28d%29.pdf",
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


@pytest.mark.parametrize("address", ALLOWED[OldAddress])
def test_editors_tools_take_what_the_model_takes(address: str) -> None:
    redirect = {"from": address, "to": "a/", "was": "A page"}
    tool = Draft7Validator(schemas.schema(RedirectsFile))
    assert tool.is_valid({"source": "a-report", "redirects": [redirect]})


@pytest.mark.parametrize("address", [*REFUSED[OldAddress][:-2], "a" * 1001])
def test_editors_tools_refuse_an_old_address_too(address: str) -> None:
    redirect = {"from": address, "to": "a/", "was": "A page"}
    tool = Draft7Validator(schemas.schema(RedirectsFile))
    assert not tool.is_valid({"source": "a-report", "redirects": [redirect]})
    assert tool.is_valid({"source": "a-report", "redirects": [redirect | {"from": "a.pdf"}]})


def test_old_address_is_taken_as_a_browser_copies_it() -> None:
    assert TypeAdapter(OldAddress).validate_python("a%20b/it%27s.pdf") == "a b/it's.pdf"


@pytest.mark.parametrize("address", ["'../theme/404.html'", "'x{stub_status;}#y'", '"a;b.pdf"'])
def test_old_address_that_is_none_is_told_at_its_line(address: str) -> None:
    (problem,) = INVENTED.problems({REDIRECTS: (OLD, f"from: {address}")})
    assert problem.startswith(f"{REDIRECTS}:{INVENTED.line_of(OLD, REDIRECTS)}:6: from: ")
    assert "write the part after the name of the site" in problem


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
def test_what_names_a_file_is_no_longer_than_a_name_can_be(file: str, old: str, new: str) -> None:
    problems = INVENTED.problems({file: (old, new)})
    problem = next(problem for problem in problems if TOO_LONG in problem)
    assert problem.startswith(f"{file}:{INVENTED.line_of(old, file)}:")
    assert len(problem) < 500
