"""No built page runs a program, leads anywhere odd or asks another site, whoever made it so."""

from pathlib import Path

import pytest

from safeguarding import links

SAFETY = "does nothing on this site, for safety; delete it"
OTHERS = "is of another site, which no page here may ask; delete it"
HARM = {
    '<p onclick="alert(1)">A</p>': f"onclick: {SAFETY}",
    "<p ONCLICK=alert(1)>A</p>": f"onclick: {SAFETY}",
    "<p/onclick=alert(1)>A</p>": f"onclick: {SAFETY}",
    '<p class=""onclick="alert(1)">A</p>': f"onclick: {SAFETY}",
    "<p onclick>A</p>": f"onclick: {SAFETY}",
    "<svg><g onload='a'></g></svg>": f"onload: {SAFETY}",
    '<p style="position: fixed">A</p>': f"style: {SAFETY}",
    '<td style="text-align: left; color: red">A</td>': f"style: {SAFETY}",
    "<script>alert(1)</script>": f"<script>: {SAFETY}",
    '<script src="//a.example/a.js"></script>': f"//a.example/a.js: {OTHERS}",
    "<iframe></iframe>": f"<iframe>: {SAFETY}",
    "<x-y>A</x-y>": f"<x-y>: {SAFETY}",
    "<base></base>": f"<base>: {SAFETY}",
    '<a href="javascript:alert(1)">A</a>': f"javascript:alert(1): {SAFETY}",
    '<a href=" JavaScript&colon;alert(1)">A</a>': f"JavaScript:alert(1): {SAFETY}",
    '<a href="java&#10;script:alert(1)">A</a>': f"java\\nscript:alert(1): {SAFETY}",
    '<a href="data:text/html,A">A</a>': f"data:text/html,A: {SAFETY}",
    '<a href="data:image/svg+xml,A">A</a>': f"data:image/svg+xml,A: {SAFETY}",
    '<a href="file:///etc/passwd">A</a>': f"file:///etc/passwd: {SAFETY}",
    '<img src="https://a.example/a.png" alt="">': f"https://a.example/a.png: {OTHERS}",
    '<img srcset="//a.example/a.png 2x" alt="">': f"//a.example/a.png 2x: {OTHERS}",
    '<img src="data:text/html,A" alt="">': f"data:text/html,A: {OTHERS}",
    '<link rel="preload Stylesheet" href="https://a.example/a.css">': (
        f"https://a.example/a.css: {OTHERS}"
    ),
    '<form action="https://a.example/"></form>': f"https://a.example/: {OTHERS}",
    '<form action="\\\\a.example/"></form>': f"\\\\a.example/: {OTHERS}",
    "<p>A": "<p>: is not closed; write </p>",
    "<ul><li>A</ul>": "<li>: is not closed; write </li>",
    "A</p>": "</p>: closes what is not open here; delete it",
}
HARMLESS = (
    '<script type="application/ld+json">{"a": 1}</script><script src="../a.js"></script>',
    '<a href="https://a.example/">A</a><a href="tel:999">B</a><a href="mailto:a@b.example">C</a>',
    '<a href="webcal://a.example/a.ics">A</a>',
    '<link rel="icon" href="data:image/svg+xml,A"><img src="data:image/png;base64,AA" alt="">',
    '<link rel="canonical" href="https://a.example/">',
    '<form action="../part/"><input name="q"></form>',
    '<svg><path d="M0 0"/></svg><br>',
    '<table><tr><td style="text-align: right;">A</td></tr></table>',
    '<p title="<b onclick=&quot;alert(1)&quot;>">&lt;script&gt;</p>',
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "site/part").mkdir(parents=True)
    (tmp_path / "site/a.js").touch()
    (tmp_path / "docs").mkdir()
    return tmp_path


def told(folder: Path, body: str) -> list[str]:
    """What is told of a built page, but of links that lead nowhere."""
    (folder / "site/part/index.html").write_text(body)
    found = map(str, links.problems(folder / "site", folder / "docs"))
    return [one for one in found if "leads to no page" not in one]


@pytest.mark.parametrize("body", HARM)
def test_harm_is_told_in_one_line(folder: Path, body: str) -> None:
    (problem,) = told(folder, body)
    assert problem.startswith("site/part/index.html:1:")
    assert problem.partition(" ")[2] == HARM[body]


@pytest.mark.parametrize("body", HARMLESS)
def test_what_does_no_harm_is_left_alone(folder: Path, body: str) -> None:
    assert told(folder, body) == []


def test_harm_is_told_where_its_author_wrote_it(folder: Path) -> None:
    (folder / "docs/part.md").write_text('# Part\n\nSee <b onclick="a">x</b>\n')
    (problem,) = told(folder, '<b onclick="a">x</b>')
    assert problem.startswith("docs/part.md:3:8: onclick: ")
