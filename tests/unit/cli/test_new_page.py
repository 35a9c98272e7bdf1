"""`new page`: a page of a Word file, which is sound, or nothing at all."""

from pathlib import Path

import pytest
from click.testing import Result

from tests.conftest import command, complaints
from tests.unit.pasted.word import docx, p, picture, point, table

pytest.importorskip("pypandoc")

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc`\0\0\0\2\0\1"
    b"H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"
)
BODY = [
    p("Minutes of 3 March", "Title"),
    p("The board met in the hall. It was cold."),
    p("Decisions", "Heading1"),
    table(["Who", "What"], ["Ann", "Look"]),
    point("One", 1),
]
# To the questions: title, sentence, record, address, caption.
DEFAULTS = ["", "", "", "", ""]


def ask(board: Path, file: Path, answers: list[str]) -> Result:
    return command(board, "new", "page", str(file), input="\n".join(answers) + "\n")


def files(board: Path) -> set[str]:
    return {path.relative_to(board).as_posix() for path in board.rglob("*") if path.is_file()}


def test_word_file_becomes_a_page_that_is_sound(invented_board: Path, tmp_path: Path) -> None:
    done = ask(invented_board, docx(tmp_path / "a.docx", *BODY), DEFAULTS)
    assert done.exit_code == 0, done.stderr
    assert complaints(invented_board) == []
    assert (invented_board / "docs/about/minutes-of-3-march.md").read_text("utf-8") == (
        '---\ntitle: "Minutes of 3 March"\ndescription: "The board met in the hall."\n'
        "record: true\n---\n\n# Minutes of 3 March\n\nThe board met in the hall. It was cold.\n\n"
        "## Decisions\n\n| Who | What |\n|-----|------|\n| Ann | Look |\n\n"
        "/// caption\nDecisions\n///\n\n- One\n"
    )


def test_line_that_may_be_a_heading_is_asked_about(invented_board: Path, tmp_path: Path) -> None:
    lines = ["Our aims", "We listen. We act.", "A short sentence.", "It goes on.", "Bristol, BS1"]
    body = [p("Strategy", "Title"), *(p(line) for line in lines)]
    done = ask(invented_board, docx(tmp_path / "a.docx", *body), ["", "It tells.", "n", "", ""])
    assert done.exit_code == 0, done.stderr
    asked = [line for line in done.stdout.splitlines() if "heading" in line]
    assert asked == ["Is this a heading? “Our aims”. If so, write ## and a space before it."]
    page = (invented_board / "docs/about/strategy.md").read_text("utf-8")
    assert "\n\nOur aims\n\nWe listen. We act.\n" in page


def test_answers_take_the_place_of_what_was_guessed(invented_board: Path, tmp_path: Path) -> None:
    answers = ["How we look", "It tells how.", "n", "looking", "Who looks"]
    done = ask(invented_board, docx(tmp_path / "a.docx", *BODY), answers)
    assert done.exit_code == 0, done.stderr
    page = (invented_board / "docs/looking.md").read_text("utf-8")
    assert page.startswith('---\ntitle: "How we look"\ndescription: "It tells how."\n---\n')
    assert "/// caption\nWho looks\n///" in page
    assert "  - looking.md\n" in (invented_board / "docs/.nav.yml").read_text("utf-8")
    assert complaints(invented_board) == []


def test_picture_goes_into_assets_with_the_words_that_are_asked_for(
    invented_board: Path, tmp_path: Path
) -> None:
    shown = [picture(200), picture(201), picture(202)]
    file = docx(tmp_path / "a.docx", *BODY, *shown, a__png=PNG, b__png=PNG, c__emf=b"drawn")
    done = ask(invented_board, file, [*DEFAULTS, "A hall full of people", ""])
    assert done.exit_code == 0, done.stderr
    assert "Left out: picture 3, below “Decisions”, a .emf file" in done.stdout
    page = (invented_board / "docs/about/minutes-of-3-march.md").read_text("utf-8")
    assert page.endswith("\n![A hall full of people](../assets/minutes-of-3-march-1.png)\n")
    assert (invented_board / "docs/assets/minutes-of-3-march-1.png").read_bytes() == PNG
    assert not (invented_board / "docs/assets/minutes-of-3-march-2.png").exists()


def test_words_that_word_made_of_a_picture_are_asked_for_anew(
    invented_board: Path, tmp_path: Path
) -> None:
    words = "Picture containing text, outdoor Description automatically generated"
    file = docx(tmp_path / "a.docx", *BODY, picture(200, words), a__png=PNG)
    done = ask(invented_board, file, [*DEFAULTS, "A hall full of people"])
    assert done.exit_code == 0, done.stderr
    page = (invented_board / "docs/about/minutes-of-3-march.md").read_text("utf-8")
    assert "![A hall full of people]" in page
    assert "generated" not in page


@pytest.mark.parametrize("words", ["See [[JS1]].", "TODO: ask Ann.", "OFFICIAL – SENSITIVE"])
def test_what_cannot_be_published_is_told_and_nothing_is_written(
    invented_board: Path, tmp_path: Path, words: str
) -> None:
    file = docx(tmp_path / "a.docx", *BODY, p(words), picture(200, "A hall"), a__png=PNG)
    before = files(invented_board)
    done = ask(invented_board, file, DEFAULTS)
    assert done.exit_code == 1
    assert done.stderr.startswith("docs/about/minutes-of-3-march.md:")
    assert "Nothing was written." in done.stderr
    assert files(invented_board) == before


def test_who_stops_has_written_nothing(invented_board: Path, tmp_path: Path) -> None:
    file = docx(tmp_path / "a.docx", *BODY)
    before = files(invented_board)
    done = ask(invented_board, file, ["A title"])
    assert (done.exit_code, files(invented_board)) == (1, before)


def test_file_that_cannot_be_read_is_told_in_one_line(invented_board: Path) -> None:
    done = ask(invented_board, Path("minutes.pages"), [])
    assert done.exit_code == 1
    assert done.stderr == (
        "minutes.pages:1:1: is no Word file that can be read here; save it as .docx, or as .odt\n"
    )
