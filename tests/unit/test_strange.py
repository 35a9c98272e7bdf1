"""What is no file that a person can have typed, or that readers can be given: told in one line, and
neither read nor published."""

import os
import socket
from pathlib import Path

import pytest

from safeguarding import assets
from safeguarding.files import unexpected_files
from safeguarding.problem import Place, Problem, Problems
from safeguarding.site import Site
from safeguarding.yaml import text
from tests.conftest import ROOT, complaints, edit, run

LINK = "is a link; put the file or folder itself here, or delete it"
NO_FILE = "is no file or folder; delete it"
HIDDEN = "\u202e"


def test_link_to_a_file_elsewhere_is_refused(board: Path) -> None:
    (board / "docs/assets").mkdir()
    (board / "docs/assets/passwd.txt").symlink_to("/etc/passwd")
    assert complaints(board) == [f"docs/assets/passwd.txt:1:1: {LINK}"]


@pytest.mark.parametrize(
    "name",
    ["docs/loop", "data/loop", "docs/about/dead.md", "data/dead.yml", "docs/about/of.md"],
)
@pytest.mark.parametrize("target", [".", "nowhere", "privacy.md"])
def test_link_of_every_kind_is_refused_in_one_line(board: Path, name: str, target: str) -> None:
    (board / name).symlink_to(target)
    assert complaints(board) == [f"{name}:1:1: {LINK}"]


@pytest.mark.parametrize("name", ["docs/about/privacy.md", "data/board.yml", "docs/.nav.yml"])
def test_link_in_the_place_of_a_file_shows_nothing_of_another(board: Path, name: str) -> None:
    (board / name).unlink()
    (board / name).symlink_to("/etc/passwd")
    told = complaints(board)
    assert told[0] == f"{name}:1:1: {LINK}"
    assert "root" not in "".join(told)


@pytest.mark.parametrize("name", ["data/board.yml", "docs/.nav.yml", "docs/pipe.md", "docs/pipe"])
def test_pipe_is_refused_and_nothing_waits_for_it(board: Path, name: str) -> None:
    (board / name).unlink(missing_ok=True)
    os.mkfifo(board / name)
    assert complaints(board)[0] == f"{name}:1:1: {NO_FILE}"


def test_socket_is_refused(board: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(board / "docs")
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("talk.md")
    assert complaints(board) == [f"docs/talk.md:1:1: {NO_FILE}"]


def test_reader_of_files_asks_for_no_pipe_by_itself(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Problems, match="is no file of its own; put the file itself here"):
        text.read(tmp_path / "pipe", "data/pipe.yml")


@pytest.mark.parametrize("name", ["docs/about.md", "data/training/more.yml"])
def test_folder_with_the_name_of_a_file_is_refused_in_one_line(board: Path, name: str) -> None:
    (board / name).mkdir()
    (told,) = complaints(board)
    assert told.startswith(f"{name}:1:1: is a folder, but has the name of a file")


@pytest.mark.parametrize("name", ["page.html", "run.js", "page.htm", "feed.xml"])
def test_file_that_could_run_a_script_is_refused(board: Path, name: str) -> None:
    (board / "docs/assets").mkdir()
    (board / f"docs/assets/{name}").write_text("<p>Hello")
    (told,) = complaints(board)
    assert told.startswith(f"docs/assets/{name}:1:1: could run a script, which no page")


def test_kind_that_no_reader_is_given_is_refused_with_the_kinds(board: Path) -> None:
    (board / "docs/assets").mkdir()
    (board / "docs/assets/run.exe").write_text("")
    (told,) = complaints(board)
    assert told.startswith("docs/assets/run.exe:1:1: is no kind of file that readers are given")
    assert told.endswith(", ".join(assets.KINDS))


@pytest.mark.parametrize("kind", [kind for kind in assets.KINDS if kind != "svg"])
def test_kind_that_editors_use_is_taken(board: Path, kind: object) -> None:
    (board / "docs/assets").mkdir()
    (board / f"docs/assets/leaflet.{kind}").write_text("")
    assert complaints(board) == []


def test_folder_of_the_checkout_makes_no_page_a_file_for_readers(tmp_path: Path) -> None:
    root = tmp_path / "assets"
    (root / "docs").mkdir(parents=True)
    (root / "docs/My Page.MD").write_text("")
    assert [
        one.message for one in unexpected_files(root, Site.kinds()) if "kind of file" in one.message
    ] == []


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
    "<path": "a slip that keeps it from being read",
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


@pytest.mark.parametrize("name", ["data/glossary.yml", "docs/about/privacy.md"])
def test_file_that_nobody_can_have_typed_is_not_read(board: Path, name: str) -> None:
    with (board / name).open("a") as file:
        file.write("# a\n" * 260_000)
    assert f"{name}:1:1: is larger than 1 MB; divide it, or shorten it" in complaints(board)


@pytest.mark.parametrize("line", ['[[ "' * 15_000, "](" * 30_000, "[[ emergency(" * 8_000])
def test_line_that_is_too_long_is_told_before_any_pattern_is_tried(board: Path, line: str) -> None:
    page = board / "docs/about/privacy.md"
    page.write_text(f"{page.read_text()}\n{line}\n")
    assert complaints(board) == [
        f"docs/about/privacy.md:10:1: has {len(line):,} characters; break the line up"
    ]


def test_text_that_is_too_long_is_told_at_its_line(board: Path) -> None:
    folded = ("word " * 900 + "\n  ") * 5
    line = edit(board, "data/board.yml", "description: >-\n  ", f"description: >-\n  {folded}")
    told = next(one for one in complaints(board) if "no text here can have more than 20,000" in one)
    assert told.startswith(f"data/board.yml:{line}:")


@pytest.mark.parametrize("name", ["data/redirects.yml", "docs/.nav.yml"])
def test_brackets_without_end_are_told_at_their_line(board: Path, name: str) -> None:
    path = board / name
    path.write_text(f"{path.read_text()}ignored: {'[' * 900}{']' * 900}\n")
    told = [one for one in complaints(board) if "levels deep" in one]
    assert len(told) == 1
    assert told[0].startswith(f"{name}:{len(path.read_text().splitlines())}:")


@pytest.mark.parametrize(
    "escape", ["\\u202e", "\\u200b", "\\u2066", "\\xad", "\\e", "\\a", "\\xa0", "\\u2028", "\\x85"]
)
def test_what_nobody_sees_is_told_where_it_is_written_out_too(board: Path, escape: str) -> None:
    line = edit(board, "data/board.yml", "area: Example Vale", f'area: "Example{escape}Vale"')
    (told,) = complaints(board)
    assert told.startswith(f"data/board.yml:{line}:7: area: has \\")
    assert told.endswith(" in it, which nobody can see; delete it there")


def test_key_with_what_nobody_sees_is_told(board: Path) -> None:
    line = edit(board, "data/board.yml", "area: ", '"ar\\u202eea": ')
    assert any(
        one.startswith(f"data/board.yml:{line}:1: a key has \\u202e in it")
        for one in complaints(board)
    )


HOSTILE = "a\n::notice::b\x1b]0;t\x07" + HIDDEN


def test_problem_is_one_line_without_what_a_terminal_obeys() -> None:
    told = str(Problem(Place(HOSTILE), HOSTILE, HOSTILE))
    assert told.isprintable()
    assert told.startswith(r"a\n::notice::b\x1b]0;t\x07\u202e:1:1: ")


@pytest.mark.parametrize("actions", ["", "true"])
def test_name_of_a_file_becomes_no_command(board: Path, actions: str) -> None:
    (board / "docs/assets").mkdir()
    Path(board / "docs/assets" / HOSTILE.replace("/", "")).write_text("")
    done = run(ROOT, "--board", str(board), "check", GITHUB_ACTIONS=actions)
    (told,) = done.stderr.splitlines()
    assert told.isprintable()
    if actions:
        assert told.startswith("::error file=docs/assets/a\\n%3A%3Anotice%3A%3Ab\\x1b]0;t")
