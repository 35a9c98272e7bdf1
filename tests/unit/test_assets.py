"""A picture that could run a script is refused, and one that only shows is taken."""

from pathlib import Path

import pytest

from safeguarding import assets

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
RUNNING = {
    "<script>alert(1)</script>": "<script>",
    '<s:script xmlns:s="http://www.w3.org/2000/svg"/>': "<script>",
    '<path onload="alert(1)"/>': "onload=",
    '<path ONLOAD="alert(1)"/>': "onload=",
    '<a xlink:href="&#x6a;avascript:alert(1)"/>': "a link",
    '<a href="https://example.org/"/>': "a link",
    '<use href="other.svg#a"/>': "a link",
    '<image href="data:image/svg+xml,a"/>': "a link",
    "<foreignObject><p/></foreignObject>": "<foreignObject>",
    '<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>': "<set>",
    "<path": "something that keeps it from being read",
}
SHOWING = (
    '<path d="M0 0h1"/><use href="#a"/><image xlink:href="data:image/png;base64,AA=="/>',
    '<circle r="1"><animate attributeName="r" to="2"/></circle><style>path {fill: red}</style>',
)


@pytest.mark.parametrize("body", RUNNING)
def test_picture_that_could_run_is_refused(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(body))
    assert assets.problem(tmp_path / "a.svg").startswith(f"has {RUNNING[body]} in it, and a")


@pytest.mark.parametrize(
    "whole",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
        b'<?xml-stylesheet href="a.css"?><svg/>',
        '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'.encode("utf-16"),
    ],
)
def test_picture_that_declares_is_refused(tmp_path: Path, whole: bytes) -> None:
    (tmp_path / "a.svg").write_bytes(whole)
    assert assets.problem(tmp_path / "a.svg").startswith("has a declaration in it")


@pytest.mark.parametrize("body", SHOWING)
def test_picture_that_only_shows_is_taken(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.svg").write_text(SVG.format(body))
    assert assets.problem(tmp_path / "a.svg") == ""
