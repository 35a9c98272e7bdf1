"""Every link leads somewhere, in raw HTML too; what does not is named where its author wrote it."""

from pathlib import Path

import pytest

from safeguarding import links

Folders = tuple[Path, Path]

HOME = '<h1 id="top">Home</h1><a href="part/">part</a>'
FAULTS = {
    '<a href="gone/">x</a>': "gone/: leads to no page or file; correct or delete it",
    '<a href="../#gone">x</a>': (
        "../#gone: that page has no heading with the name #gone; look at its address in the list"
        " “On this page”"
    ),
    '<a href="#gone">x</a>': (
        "#gone: that page has no heading with the name #gone; look at its address in the list “On"
        " this page”"
    ),
    '<img src="gone.png">': "gone.png: leads to no page or file; correct or delete it",
    '<a href="/part/">x</a>': (
        "/part/: starts with /, which breaks when the site lives under a path; write it from this"
        " page"
    ),
    "<A HREF='gone/'>x</A>": "gone/: leads to no page or file; correct or delete it",
    "<a class=x href=gone/>x</a>": "gone/: leads to no page or file; correct or delete it",
    '<a title="a > b" href="gone/">x</a>': "gone/: leads to no page or file; correct or delete it",
    '<a href="g&amp;o/">x</a>': "g&o/: leads to no page or file; correct or delete it",
    '<a href="gone>x</a>': '"gone: leads to no page or file; correct or delete it',
    '<a href="index.html/gone">x</a>': (
        "index.html/gone: leads to no page or file; correct or delete it"
    ),
    '<a href="../../outside.html">x</a>': (
        "../../outside.html: leads to no page or file; correct or delete it"
    ),
}
SOUND = (
    '<a href="../#top">x</a>',
    '<a href="../">x</a>',
    '<a href="https://example.org/gone">x</a>',
    '<a href="mailto:a@example.org">x</a>',
    '<b id="here"></b><a href="#here">x</a>',
    '<a href="?q=1">x</a>',
    '<a name="old"></a><a href="#old">x</a>',
    '<a href="..">x</a><a href="../part">x</a><a href="./">x</a><a href="../part/index.html">x</a>',
    '<!-- <a href="gone/">x</a> -->',
    '<a data-href="gone/" title="href=gone/">x</a>',
    '<b id="a&amp;b"></b><a href="#a%26b">x</a>',
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """The folders of a site and of its pages."""
    site_folder, docs = tmp_path / "site", tmp_path / "docs"
    (site_folder / "part").mkdir(parents=True)
    docs.mkdir()
    (site_folder / "index.html").write_text(HOME)
    (tmp_path / "outside.html").write_text("")
    return site_folder, docs


def told(folders: Folders, body: str) -> list[str]:
    """The problems of a site with this page."""
    (folders[0] / "part/index.html").write_text(body)
    return [str(problem) for problem in links.problems(*folders)]


@pytest.mark.parametrize("body", FAULTS)
def test_link_to_nowhere_is_named(folders: Folders, body: str) -> None:
    assert told(folders, body) == [f"site/part/index.html:1:1: {FAULTS[body]}"]


@pytest.mark.parametrize("body", SOUND)
def test_sound_link_is_left_alone(folders: Folders, body: str) -> None:
    assert told(folders, body) == []


def test_authors_line_is_named_where_there_is_one(folders: Folders) -> None:
    (folders[1] / "part.md").write_text('# Part\n\nSee <a href="gone/">x</a>\n')
    assert told(folders, '<a href="gone/">x</a>')[0].startswith("docs/part.md:3:14: ")
