"""What a disk, a machine or a person can do to a command is one line, and no list of our code."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from safeguarding import cli, mishaps
from safeguarding.problem import Place, Problem, Problems
from tests.conftest import ROOT, command
from tests.unit.editing.test_writing import contents, little_room

TOO_DEEP = "something stands too deep within others of its kind; take it apart\n"
Raising = Callable[[BaseException], Result]


@pytest.fixture
def raising(monkeypatch: pytest.MonkeyPatch) -> Raising:
    """raising(error) is what a command says out of which the error comes."""

    def result(error: BaseException) -> Result:
        @click.command()
        def fails() -> None:
            raise error

        monkeypatch.setattr(cli.Commands, "get_command", lambda *_: fails)
        return CliRunner().invoke(cli.main, ["check"])

    return result


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.EROFS, "Read-only file system", "a\x1bb\n::error::c"),
            "a\\x1bb\\n::error::c: this disk can only be read; work in a folder that can be"
            " written\n",
        ),
        (OSError(errno.ENOTTY, "Odd"), "Odd; ask who looks after this machine\n"),
        (RecursionError(), TOO_DEEP),
        (UnicodeEncodeError("utf-8", "\udce9", 0, 1, "no"), "a name or a text is no UTF-8;"),
        (MemoryError(), "there is not enough memory;"),
        (OverflowError("date value out of range"), "a number or a day is larger than"),
        (Problems([Problem(Place("data/a.yml", 2), "", "is wrong")]), "data/a.yml:2:1: is wrong\n"),
    ],
)
def test_what_nobody_mistook_in_the_code_is_one_line(
    raising: Raising, error: BaseException, said: str
) -> None:
    done = raising(error)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("error", [KeyError("a"), ValueError("b")])
def test_mistake_in_the_code_is_told_as_one(raising: Raising, error: Exception) -> None:
    assert raising(error).exception is error


@pytest.mark.parametrize("number", sorted(mishaps.ADVICE))
def test_each_refusal_says_what_to_do(number: int) -> None:
    said = mishaps.words(OSError(number, os.strerror(number), "data/a.yml"))
    assert said.startswith("data/a.yml: ") != (number in mishaps.OF_THE_MACHINE)
    assert "; " in said or "(ulimit" in said


@pytest.mark.parametrize("words", [("check", "--fix", "--yes"), ("new", "source")])
def test_disk_that_is_full_leaves_files_of_editors_whole(
    invented_board: Path, words: tuple[str, ...]
) -> None:
    for name in ("data/sources.yml", "data/glossary.yml"):
        with (invented_board / name).open("a") as file:
            file.write("# a remark\n" * 1000)
    if words[0] == "check":
        with (invented_board / "data/glossary.yml").open("ab") as file:
            file.write("# the child\u2019s home\n".encode("cp1252"))
    before = contents(invented_board)
    answers = "\n".join(["The report", "report of 2022", "", "July 2023", "", "2022", "", "", ""])
    with little_room():
        done = command(invented_board, *words, input=answers)
    assert done.exit_code == 1
    assert "a file would be larger than this system lets you write" in done.stderr
    assert contents(invented_board) == before


@pytest.mark.parametrize("epoch", ["x", "-1", "1e9", "4294967296", "9" * 5000, "\u0663"])
def test_clock_that_is_none_is_told_in_one_line(invented_board: Path, epoch: str) -> None:
    done = command(invented_board, "check", SOURCE_DATE_EPOCH=epoch)
    assert done.exit_code == 1
    assert "SOURCE_DATE_EPOCH is no number of seconds since 1970" in done.output


def test_input_that_is_closed_answers_nothing(invented_board: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "safeguarding", "--board", invented_board, "new", "source"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: os.close(0),
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
