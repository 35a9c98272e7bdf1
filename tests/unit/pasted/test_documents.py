"""A Word file becomes the text of a page: what can be seen is there, and nothing else."""

from pathlib import Path

import pytest

from safeguarding.pasted import documents
from safeguarding.problem import Problems
from tests.unit.pasted.word import (
    BULLETS,
    LETTERS,
    NUMBERS,
    docx,
    link,
    odt,
    p,
    picture,
    point,
    run,
    table,
)

pytest.importorskip("pypandoc")

BOLD = "<w:b/>"
REMARK = (
    '<w:comments SPACE><w:comment w:id="1" w:author="Ann"><w:p><w:r><w:t>Is this right?</w:t></w:r>'
    "</w:p></w:comment></w:comments>"
)
NOTE = (
    '<w:footnotes SPACE><w:footnote w:id="2"><w:p><w:r><w:t>As the law asks.</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
BECOMES = {
    "headings": (
        [p("Minutes", "Heading1"), p("One", "Heading1"), p("Deep", "Heading4"), p("Words.")],
        "## One\n\n### Deep\n\nWords.\n",
    ),
    "paragraphs in bold": (
        [p("Minutes", "Title"), p("What we do", how=BOLD), p("Now. We look.", how=BOLD)],
        "## What we do\n\n**Now. We look.**\n",
    ),
    "headings alike": (
        [p("A", "Title"), *[p("One", "Heading1"), p("Action", "Heading2")] * 2],
        "## One\n\n### Action\n\n## One (2)\n\n### Action (2)\n",
    ),
    "points": (
        [point("One", BULLETS), point("Two", BULLETS, 1), point("Three", BULLETS)],
        "- One\n    - Two\n- Three\n",
    ),
    "numbers": ([point("One", NUMBERS), point("Two", NUMBERS)], "1. One\n2. Two\n"),
    "letters": ([point("One", LETTERS), point("Two", LETTERS)], "- (a) One\n- (b) Two\n"),
    "points that go on in numbers": (
        [point("One", BULLETS), point("Two", NUMBERS)],
        "- One\n- (1) Two\n",
    ),
    "a table": (
        [table(["Who", "What"], ["Ann", p("Look.") + p("Listen.")])],
        "| Who | What             |\n|-----|------------------|\n"
        "| Ann | Look.<br>Listen. |\n\n/// caption\nA caption\n///\n",
    ),
    "a box": ([table(["Words in a box."])], "Words in a box.\n"),
    "addresses": (
        [p("Write to ann@example.org, or see (https://example.org/a).")],
        "Write to <ann@example.org>, or see (<https://example.org/a>).\n",
    ),
    "signs": ([p("{a} [b] *c* 3 &lt; 4 (d)")], "\\{a\\} \\[b\\] \\*c\\* 3 &lt; 4 (d)\n"),
    "what was deleted": (
        [
            '<w:p><w:del w:id="1" w:author="A"><w:r><w:delText>Old. </w:delText></w:r></w:del>'
            f'<w:ins w:id="2" w:author="A">{run("New.")}</w:ins></w:p>',
            f'<w:p><w:moveFrom w:id="3" w:author="A">{run("Moved.")}</w:moveFrom></w:p>',
        ],
        "New.\n",
    ),
}


def text_of(path: Path) -> str:
    document = documents.read(path)
    for one in document.tables:
        one.caption = one.caption or "A caption"
    return document.markdown([f"../assets/{one.name}" for one in document.pictures])


def refused(path: Path) -> str:
    with pytest.raises(Problems) as wrong:
        documents.read(path)
    (problem,) = wrong.value.problems
    assert problem.place.path == path.name
    return problem.message


@pytest.mark.parametrize("name", BECOMES)
def test_document_becomes_the_text_of_a_page(name: str, tmp_path: Path) -> None:
    body, text = BECOMES[name]
    assert text_of(docx(tmp_path / "a.docx", *body)) == text


def test_title_is_that_of_the_document_or_its_first_heading(tmp_path: Path) -> None:
    named = docx(tmp_path / "a.docx", p("Minutes", "Title"), p("One", "Heading1"))
    headed = docx(tmp_path / "b.docx", p("One", "Heading1"), p("Words."))
    neither = docx(tmp_path / "c.docx", p("Words."))
    assert [documents.read(one).title for one in (named, headed, neither)] == ["Minutes", "One", ""]


def test_remarks_stay_behind_and_are_told(tmp_path: Path) -> None:
    body = f'<w:p>{run("Words.")}<w:r><w:commentReference w:id="1"/></w:r></w:p>'
    path = docx(tmp_path / "a.docx", body, comments__xml=REMARK)
    assert text_of(path) == "Words.\n"
    assert documents.read(path).told == ["1 of its remarks stayed behind: none is in the page."]


def test_tracked_changes_are_told(tmp_path: Path) -> None:
    (told,) = documents.read(docx(tmp_path / "a.docx", *BECOMES["what was deleted"][0])).told
    assert told.startswith("3 of its tracked changes count as accepted: ")


def test_notes_stand_at_the_end_and_their_marks_lead_there(tmp_path: Path) -> None:
    body = f'<w:p>{run("Words.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert text_of(docx(tmp_path / "a.docx", body, footnotes__xml=NOTE)) == (
        'Words. [(note 1)](#note-1)\n\n## Notes\n\n1. <span id="note-1"></span>As the law asks.\n'
    )


def test_links_lead_to_what_readers_can_open(tmp_path: Path) -> None:
    to = ["https://x.example.org/?url=https%3A%2F%2Fexample.org%2F", "file:///C:/a.docx"]
    path = docx(tmp_path / "a.docx", link("Our page", 100), link("A form", 101), links=to)
    assert text_of(path) == "[Our page](https://example.org/)\n\nA form\n"
    (told,) = documents.read(path).told
    assert told.startswith("The link “A form” is gone: file:///C:/a.docx is a file on somebody’s")


def test_pictures_are_taken_out_with_their_words(tmp_path: Path) -> None:
    body = [p("One", "Heading1"), p("Words."), picture(200, "A chart"), picture(201)]
    document = documents.read(docx(tmp_path / "a.docx", *body, a__png=b"one", b__png=b"two"))
    assert [(one.name, one.data, one.words) for one in document.pictures] == [
        ("a.png", b"one", "A chart"),
        ("b.png", b"two", ""),
    ]
    assert document.markdown(["x.png", "y.png"]) == "Words.\n\n![A chart](x.png)\n"


def test_hidden_text_is_refused(tmp_path: Path) -> None:
    path = docx(tmp_path / "a.docx", p("Words."), p("Nobody sees this.", how="<w:vanish/>"))
    assert refused(path).startswith("has hidden text, which would be published; ")


def test_file_that_is_no_document_is_refused(tmp_path: Path) -> None:
    for name, message in {"a.doc": "is no Word file", "b.docx": "cannot be read; is"}.items():
        (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
        assert refused(tmp_path / name).startswith(message)
    assert refused(tmp_path / "gone.docx").startswith("cannot be read; is its name right")


def test_document_that_is_damaged_is_refused(tmp_path: Path) -> None:
    assert refused(docx(tmp_path / "a.docx", "<w:p>")).startswith("cannot be read: is it a whole")


def test_without_pandoc_a_line_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypandoc", None)
    assert refused(docx(tmp_path / "a.docx", p("Words."))) == (
        "needs pandoc, which is not here: make page fetches it, 34 MB"
    )


def test_open_document_becomes_a_page_without_what_was_deleted(tmp_path: Path) -> None:
    path = odt(
        tmp_path / "a.odt",
        "<text:tracked-changes><text:changed-region text:id='c'><text:deletion>"
        "<text:p>Deleted.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:h text:outline-level='1'>Minutes</text:h>"
        "<text:p>Words<office:annotation><dc:creator>Ann</dc:creator>"
        "<text:p>Is this right?</text:p></office:annotation>.</text:p>"
        "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>",
    )
    assert text_of(path) == "Words.\n\n1. One\n"
    assert [told[:1] for told in documents.read(path).told] == ["1", "1"]
