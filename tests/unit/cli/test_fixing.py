"""`check --fix` shows each cure that was tried, and writes it if someone agrees."""

import codecs
import os
from pathlib import Path

import pytest
from click.testing import Result

from safeguarding.cli import asking, fixing
from safeguarding.problem import Edit
from tests.boards import INVENTED
from tests.conftest import OTHER, command

CONTACTS, BUDGET, PAGE = "data/contacts.yml", "data/budget.yml", "docs/about/privacy.md"
MENU = "docs/.nav.yml"


@pytest.fixture
def someone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Someone sits at the terminal."""
    monkeypatch.setattr(asking, "someone_is_there", lambda: True)


def spoil(board: Path, name: str, old: str, new: str) -> bytes:
    """The file, in which the first `old` is `new` now."""
    text = (board / name).read_bytes()
    assert old.encode() in text
    spoilt = text.replace(old.encode(), new.encode(), 1)
    (board / name).write_bytes(spoilt)
    return spoilt


def fix(board: Path, *options: str, answers: str = "") -> Result:
    return command(board, "check", "--fix", *options, input=answers)


def right(name: str) -> bytes:
    """The file as it is in the invented board."""
    return INVENTED.texts()[name].encode()


@pytest.mark.usefixtures("someone")
def test_cure_is_shown_and_written_if_someone_agrees(invented_board: Path) -> None:
    spoil(invented_board, BUDGET, "income:", "income")
    done = fix(invented_board, answers="y\n")
    assert (done.exit_code, (invented_board / BUDGET).read_bytes()) == (0, right(BUDGET))
    assert "put a colon and a space after the key: write  income:\n  - income\n  + income:\n" in (
        done.stderr
    )
    assert f"Written: {BUDGET}\n" in done.stderr
    assert done.stdout.startswith("Sound: ")


@pytest.mark.usefixtures("someone")
@pytest.mark.parametrize(
    "call", ['[[ number("emergency) ]]', "{{ number(\u201cemergency\u201d) }}"]
)
def test_call_of_a_page_is_cured(invented_board: Path, call: str) -> None:
    page = "docs/worried-about-a-child.md"
    spoil(invented_board, page, '[[ number("emergency") ]]', call)
    assert fix(invented_board, answers="y\n").exit_code == 0
    assert (invented_board / page).read_bytes() == right(page)


@pytest.mark.usefixtures("someone")
@pytest.mark.parametrize("answer", ["n\n", "\n"])
def test_file_stays_as_it_is_unless_someone_agrees(invented_board: Path, answer: str) -> None:
    before = spoil(invented_board, BUDGET, "income:", "income")
    done = fix(invented_board, answers=answer)
    assert (done.exit_code, (invented_board / BUDGET).read_bytes()) == (1, before)
    assert done.stderr.count("write  income:") == 2  # when it is asked, and in the end


def test_nothing_is_written_where_there_is_nobody_to_ask(invented_board: Path) -> None:
    before = spoil(invented_board, BUDGET, "income:", "income")
    done = fix(invented_board, answers="y\n")
    assert (done.exit_code, (invented_board / BUDGET).read_bytes()) == (1, before)
    assert fixing.NOBODY in done.stderr


@pytest.mark.usefixtures("someone")
def test_faults_are_cured_one_after_another(invented_board: Path) -> None:
    spoil(invented_board, BUDGET, "income:", "income")
    spoil(invented_board, BUDGET, "period: ", "period:")
    spoil(invented_board, PAGE, "title: ", "title=")
    spoil(invented_board, MENU, "  - ", "\t- ")
    done = fix(invented_board, answers="y\n" * 4)
    assert done.exit_code == 0, done.stderr
    assert [(invented_board / name).read_bytes() for name in (BUDGET, PAGE, MENU)] == [
        right(BUDGET),
        right(PAGE),
        (OTHER / MENU).read_bytes(),
    ]


@pytest.mark.usefixtures("someone")
def test_file_of_which_one_cure_is_not_wanted_is_left_alone(invented_board: Path) -> None:
    before = spoil(invented_board, BUDGET, "period: ", "period:")
    before = spoil(invented_board, BUDGET, "income:", "income")
    spoil(invented_board, PAGE, "title: ", "title=")
    assert fix(invented_board, answers="n\ny\n").exit_code == 1
    assert (invented_board / BUDGET).read_bytes() == before
    assert (invented_board / PAGE).read_bytes() == right(PAGE)


def test_tool_need_not_be_asked(invented_board: Path) -> None:
    spoil(invented_board, BUDGET, "income:", "income")
    done = fix(invented_board, "--yes")
    assert (done.exit_code, (invented_board / BUDGET).read_bytes()) == (0, right(BUDGET))


def test_yes_alone_means_nothing(invented_board: Path) -> None:
    done = command(invented_board, "check", "--yes")
    assert done.exit_code == 2
    assert "--yes answers what --fix asks" in done.stderr


def test_what_has_no_cure_is_still_told(invented_board: Path) -> None:
    spoil(invented_board, BUDGET, "income:", "income")
    spoil(invented_board, BUDGET, "2900], lines: 10", "many], lines: 10")
    done = fix(invented_board, "--yes")
    assert done.exit_code == 1
    assert "amounts: many should be a number without commas" in done.stderr


CLASH = "<<<<<<< HEAD\nperiod: 2026\n=======\n{}>>>>>>> theirs\n"


@pytest.mark.usefixtures("someone")
@pytest.mark.parametrize(("answer", "kept"), [("2\n", True), ("1\n", False)])
def test_someone_chooses_between_two_versions(
    invented_board: Path, answer: str, kept: bool
) -> None:
    theirs = next(line for line in right(BUDGET).decode().splitlines(True) if "period" in line)
    spoil(invented_board, BUDGET, theirs, CLASH.format(theirs))
    fix(invented_board, answers=answer)
    text = (invented_board / BUDGET).read_text("utf-8")
    assert text == right(BUDGET).decode().replace(theirs, theirs if kept else "period: 2026\n")


@pytest.mark.usefixtures("someone")
def test_two_versions_stay_where_nobody_chooses(invented_board: Path) -> None:
    theirs = next(line for line in right(BUDGET).decode().splitlines(True) if "period" in line)
    before = spoil(invented_board, BUDGET, theirs, CLASH.format(theirs))
    for options, answers in (((), "none\n"), (("--yes",), "")):
        assert fix(invented_board, *options, answers=answers).exit_code == 1
        assert (invented_board / BUDGET).read_bytes() == before


def test_line_ends_and_the_mark_at_the_start_stay(invented_board: Path) -> None:
    path = invented_board / BUDGET
    windows = codecs.BOM_UTF8 + right(BUDGET).replace(b"\n", b"\r\n", 9)  # and others below
    path.write_bytes(windows)
    spoil(invented_board, BUDGET, "period: ", "period:")
    assert fix(invented_board, "--yes").exit_code == 0
    assert path.read_bytes() == windows


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_file_saved_by_an_old_program_is_written_as_utf_8(
    invented_board: Path, encoding: str
) -> None:
    path = invented_board / PAGE
    text = right(PAGE).decode().replace("nothing about you", "nothing of a child’s “home”")
    path.write_bytes(text.encode(encoding))
    assert fix(invented_board, "--yes").exit_code == 0
    assert path.read_text("utf-8") == text


def test_nothing_outside_the_folders_is_written(invented_board: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    (invented_board / "docs/about").rename(outside)
    (invented_board / "docs/about").symlink_to(outside)
    before = spoil(outside, "privacy.md", "title: ", "title=")
    assert fix(invented_board, "--yes").exit_code == 1
    assert (outside / "privacy.md").read_bytes() == before


def test_file_is_written_as_a_whole_or_not_at_all(
    invented_board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = spoil(invented_board, BUDGET, "income:", "income")
    files = sorted(invented_board.rglob("*"))

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="no space"):
        fix(invented_board, "--yes")
    assert (invented_board / BUDGET).read_bytes() == before
    assert sorted(invented_board.rglob("*")) == files


def test_who_may_read_a_file_stays(invented_board: Path) -> None:
    (invented_board / BUDGET).chmod(0o640)
    spoil(invented_board, BUDGET, "income:", "income")
    assert fix(invented_board, "--yes").exit_code == 0
    assert (invented_board / BUDGET).stat().st_mode & 0o777 == 0o640


def test_what_is_changed_meanwhile_is_not_lost(
    invented_board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(invented_board, BUDGET, "income:", "income")

    def changed(cures: tuple[Edit, ...], **_: object) -> Edit:
        spoil(invented_board, BUDGET, "income\n", "income:\n")
        spoil(invented_board, BUDGET, "# Invented", "# A line more.\n# Invented")
        return cures[0]

    monkeypatch.setattr(fixing, "_chosen", changed)
    assert fix(invented_board, "--yes").exit_code == 0
    assert (invented_board / BUDGET).read_bytes() == b"# A line more.\n" + right(BUDGET)
