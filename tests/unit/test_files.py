"""A file that no part of the site reads, that holds what belongs elsewhere, or whose name can be no
address, is told in one line; what is no file that a person can have typed, or that readers can be
given, is neither read nor published."""

import os
import re
import shutil
import socket
from pathlib import Path

import pytest

from safeguarding import assets
from safeguarding.files import unexpected_files
from safeguarding.site import Site
from tests.boards import INVENTED, Edits
from tests.conftest import ROOT, command, complaints

NO_NAME = (
    "is no name for a file or folder here: it becomes an address; use small letters, figures and"
    " hyphens alone, like"
)
PAGE, LEAFLET = "docs/about/privacy.md", "docs/assets/leaflets/first-visit.pdf"
NAMED = {
    "docs/about/new page.md": "new-page.md",
    "docs/about/New.md": "new.md",
    "docs/about/privacy - Copy.md": "privacy-copy.md",
    "docs/about/privé.md": "prive.md",
    "docs/procedures/Listen well.md": "listen-well.md",
    "docs/assets/My file.pdf": "my-file.pdf",
    "data/figures/people (2).yml": "people-2.yml",
}
LINK = "is a link; put the file or folder itself here, or delete it"
NO_FILE = "is no file or folder; delete it"


def told(board: Path) -> list[str]:
    """What is said of the files that a board has."""
    return sorted(str(problem) for problem in unexpected_files(board, Site.kinds()))


def test_an_editor_of_a_board_is_told_and_nothing_is_built(invented_board: Path) -> None:
    name = "docs/about/new page.md"
    shutil.copy(invented_board / PAGE, invented_board / name)
    said = f"{name}:1:1: {NO_NAME} new-page.md"
    assert complaints(invented_board) == [said]
    done = command(invented_board, "build")
    assert (done.exit_code, done.stderr) == (1, f"{said}\n")


def test_file_that_nothing_reads_is_refused(invented_board: Path) -> None:
    (invented_board / "data/bugdet.yml").write_text("a: 1\n")
    assert complaints(invented_board) == [
        "data/bugdet.yml:1:1: no part of the site reads this file; check its name and folder, or"
        " delete it"
    ]


def test_missing_file_is_named(invented_board: Path) -> None:
    (invented_board / "data/contacts.yml").unlink()
    assert complaints(invented_board) == ["data/contacts.yml:1:1: the file is missing; put it back"]


@pytest.mark.parametrize("name", NAMED)
def test_name_that_can_be_no_address_is_told_with_one_that_can(
    invented_board: Path, name: str
) -> None:
    (invented_board / name).parent.mkdir(exist_ok=True)
    like = LEAFLET if name.endswith(".pdf") else PAGE
    shutil.copy(invented_board / like, invented_board / name)
    assert told(invented_board) == [f"{name}:1:1: {NO_NAME} {NAMED[name]}"]


def test_folder_too_needs_a_name_that_can_be_an_address(invented_board: Path) -> None:
    (invented_board / "docs/New pages").mkdir()
    assert told(invented_board) == [f"docs/New pages:1:1: {NO_NAME} new-pages"]


@pytest.mark.parametrize("name", ["docs/about/new.md", "data/figures/new.yml"])
def test_folder_named_like_a_file_is_told(invented_board: Path, name: str) -> None:
    (invented_board / name).mkdir()
    assert told(invented_board) == [
        f"{name}:1:1: is a folder, but has the name of a file; take {name[name.rindex('.') :]} off"
        " its name"
    ]


@pytest.mark.parametrize("name", ["new.docx", "new.MD", "new.pdf"])
def test_file_among_pages_that_is_no_page_is_not_published_unseen(
    invented_board: Path, name: str
) -> None:
    (invented_board / "docs/about" / name).write_bytes(b"PK")
    assert (
        f"docs/about/{name}:1:1: is no page; a page ends in .md, and a file for readers stands in"
        " docs/assets/" in told(invented_board)
    )


@pytest.mark.parametrize(
    ("name", "first"),
    {
        "data/performance/help-copy.yml": "data/performance/help.yml",
        "data/decision_trees/a.yml": "data/decision_trees/told.yml",
    }.items(),
)
def test_copy_of_a_file_is_told_once_and_the_first_is_left_in_peace(name: str, first: str) -> None:
    shorter, longer = sorted((name, first), key=lambda one: (len(one), one))
    (said,) = INVENTED.problems({name: INVENTED.texts()[first]})
    assert re.fullmatch(
        rf"{longer}:2:1: holds the same entries as {shorter}:\d+; delete the one that is a copy,"
        r" or give the entries of this one ids of their own",
        said,
    )


def moved(old: str, new: str) -> Edits:
    """The file has another name."""
    return {old: None, new: INVENTED.texts()[old]}


def test_file_in_the_wrong_folder_is_told_where_it_belongs() -> None:
    edits = moved("data/budget-2020-21.yml", "data/performance/money.yml")
    assert INVENTED.problems(edits) == [
        "data/performance/money.yml:1:1: holds what belongs in data/budget.yml; move it there, or"
        " correct its keys"
    ]


def test_procedure_in_another_folder_is_told_in_one_line() -> None:
    edits = moved("docs/procedures/listening.md", "docs/about/listening.md")
    assert INVENTED.problems(edits) == [
        "docs/about/listening.md:1:1: has the head of a procedure; move it to docs/procedures/, or"
        " give it the head of a page"
    ]


def test_copy_of_a_page_is_told() -> None:
    assert INVENTED.problems({"docs/about/privacy-2.md": INVENTED.texts()[PAGE]}) == [
        f"docs/about/privacy-2.md:2:1: title: Privacy and cookies is the title of {PAGE} already;"
        " change one of them, or delete the copy"
    ]


def test_link_to_a_file_elsewhere_is_refused(invented_board: Path) -> None:
    (invented_board / "docs/assets").mkdir(exist_ok=True)
    (invented_board / "docs/assets/passwd.txt").symlink_to("/etc/passwd")
    assert told(invented_board) == [f"docs/assets/passwd.txt:1:1: {LINK}"]


@pytest.mark.parametrize(
    "name",
    ["docs/loop", "data/loop", "docs/about/dead.md", "data/dead.yml", "docs/about/of.md"],
)
@pytest.mark.parametrize("target", [".", "nowhere", "privacy.md"])
def test_link_of_every_kind_is_refused_in_one_line(
    invented_board: Path, name: str, target: str
) -> None:
    (invented_board / name).symlink_to(target)
    assert told(invented_board) == [f"{name}:1:1: {LINK}"]


@pytest.mark.parametrize("name", ["data", "docs"])
def test_whole_folder_that_is_a_link_is_refused(invented_board: Path, name: str) -> None:
    (invented_board / name).rename(invented_board / "elsewhere")
    (invented_board / name).symlink_to("elsewhere")
    assert told(invented_board) == [f"{name}:1:1: {LINK}"]


@pytest.mark.parametrize("name", ["docs/about/privacy.md", "data/board.yml", "docs/.nav.yml"])
def test_link_in_the_place_of_a_file_shows_nothing_of_another(
    invented_board: Path, name: str
) -> None:
    (invented_board / name).unlink()
    (invented_board / name).symlink_to("/etc/passwd")
    problems = complaints(invented_board)
    assert problems[0] == f"{name}:1:1: {LINK}"
    assert "root" not in "".join(problems)


@pytest.mark.parametrize("name", ["data/board.yml", "docs/.nav.yml", "docs/pipe.md", "docs/pipe"])
def test_pipe_is_refused_and_nothing_waits_for_it(invented_board: Path, name: str) -> None:
    (invented_board / name).unlink(missing_ok=True)
    os.mkfifo(invented_board / name)
    assert complaints(invented_board)[0] == f"{name}:1:1: {NO_FILE}"


def test_socket_is_refused(invented_board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(invented_board / "docs")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("talk.md")
    assert told(invented_board) == [f"docs/talk.md:1:1: {NO_FILE}"]


@pytest.mark.parametrize("name", ["docs/about.md", "data/training/more.yml"])
def test_folder_with_the_name_of_a_file_is_refused_in_one_line(
    invented_board: Path, name: str
) -> None:
    (invented_board / name).mkdir()
    (said,) = told(invented_board)
    assert said.startswith(f"{name}:1:1: is a folder, but has the name of a file")


@pytest.mark.parametrize("name", ["page.html", "run.js", "page.htm", "feed.xml"])
def test_file_that_could_run_a_script_is_refused(invented_board: Path, name: str) -> None:
    (invented_board / "docs/assets").mkdir(exist_ok=True)
    (invented_board / f"docs/assets/{name}").write_text("<p>Hello")
    (said,) = told(invented_board)
    assert said.startswith(f"docs/assets/{name}:1:1: could run a script, which no page")


def test_file_of_the_theme_is_not_replaced(invented_board: Path) -> None:
    """The others of the theme are of kinds that no reader is given."""
    brought = [path for path in (ROOT / "theme/assets").rglob("*") if path.is_file()]
    given = [path for path in brought if path.suffix[1:] in assets.KINDS and path.name.islower()]
    for path in given:
        name = f"docs/assets/{path.relative_to(ROOT / 'theme/assets').as_posix()}"
        (invented_board / name).parent.mkdir(exist_ok=True)
        (invented_board / name).write_bytes(path.read_bytes())
        assert complaints(invented_board) == [
            f"{name}:1:1: is the name of a file of the site itself, which it would replace; choose"
            " another"
        ]
        (invented_board / name).unlink()
    assert given


KINDS = "is no kind of file that readers are given; they are: pdf, docx,"
INSTEAD = {
    "run.exe": "is a program, which no reader is given; delete it",
    "form.docm": "can hold a program (a macro)",
    "form.doc": "is of a kind that not every reader can open; save it as .docx, or as a PDF",
    "photo.heic": "is a picture that not every browser shows; save it as .jpg (a photo)",
    "film.mov": "is a film that not every browser plays; put it where the board keeps its films",
    "form.abc": KINDS,
}


@pytest.mark.parametrize("name", INSTEAD)
def test_kind_that_no_reader_is_given_is_refused_with_what_to_do(
    invented_board: Path, name: str
) -> None:
    (invented_board / "docs/assets" / name).write_text("A")
    (said,) = told(invented_board)
    assert said.startswith(f"docs/assets/{name}:1:1: {INSTEAD[name]}")


RUBBISH = {
    "docs/assets/~$form.docx": "Word or Excel left this here while a document was open; delete it",
    "docs/assets/.DS_Store": "macOS left this here; delete it",
    "docs/about/.DS_Store": "macOS left this here; delete it",
    "docs/assets/Thumbs.db": "Windows left this here; delete it",
    "data/.~lock.money.yml#": ("LibreOffice left this here while a document was open; delete it"),
}


@pytest.mark.parametrize("name", RUBBISH)
def test_what_a_program_left_is_told_to_be_deleted(invented_board: Path, name: str) -> None:
    (invented_board / name).write_text("A")
    assert told(invented_board) == [f"{name}:1:1: {RUBBISH[name]}"]


def test_pdf_that_no_screen_reader_can_follow_is_pointed_out(invented_board: Path) -> None:
    leaflet = invented_board / LEAFLET
    leaflet.write_bytes(leaflet.read_bytes().replace(b"/StructTreeRoot", b"/Nothing"))
    done = command(invented_board, "check")
    assert done.exit_code == 0
    assert done.stderr.startswith(f"{LEAFLET}:1:1: has no tags, so a screen reader cannot tell")
    listed = command(invented_board, "check", "--json").stdout
    assert f'"file": "{LEAFLET}"' in listed


def test_folder_of_the_checkout_makes_no_page_a_file_for_readers(tmp_path: Path) -> None:
    root = tmp_path / "assets"
    (root / "docs").mkdir(parents=True)
    (root / "docs/My Page.MD").write_text("")
    assert [
        one.message for one in unexpected_files(root, Site.kinds()) if "kind of file" in one.message
    ] == []
