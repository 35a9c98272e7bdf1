"""A file that people write is read as text, or told: nothing waits for what is no file, and no
pattern is tried on what nobody can have typed."""

import os
from pathlib import Path

import pytest

from safeguarding.problem import Problems
from safeguarding.yaml import text
from tests.boards import INVENTED
from tests.conftest import complaints

PRIVACY = "docs/about/privacy.md"


def test_reader_of_files_asks_for_no_pipe_by_itself(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Problems, match="is no file of its own; put the file itself here"):
        text.read(tmp_path / "pipe", "data/pipe.yml")


@pytest.mark.parametrize(
    ("name", "size"), [("data/glossary.yml", "1,000"), ("docs/about/privacy.md", "250")]
)
def test_file_that_nobody_can_have_typed_is_not_read(
    invented_board: Path, name: str, size: str
) -> None:
    with (invented_board / name).open("a") as file:
        file.truncate(1 << 40)  # more than any memory has
    assert f"{name}:1:1: is larger than {size} kB; divide it, or shorten it" in complaints(
        invented_board
    )


@pytest.mark.parametrize("length", [30_000, 1_200_000])
def test_picture_that_was_pasted_as_text_is_told_as_one(invented_board: Path, length: int) -> None:
    with (invented_board / PRIVACY).open("a") as file:
        file.write(f"\n![A poster](data:image/png;base64,{'A' * length})\n")
    (said,) = complaints(invented_board)
    assert said.endswith(
        "has a whole picture in it as text, as a program pasted it; delete that, put the file of"
        " the picture into docs/assets/, and write ![what it shows](../assets/its-name.png)"
    )


@pytest.mark.parametrize("line", ['[[ "' * 15_000, "](" * 30_000, "[[ emergency(" * 8_000])
def test_line_that_is_too_long_is_told_before_any_pattern_is_tried(line: str) -> None:
    page = INVENTED.texts()[PRIVACY]
    assert INVENTED.problems({PRIVACY: f"{page}\n{line}\n"}) == [
        f"{PRIVACY}:12:1: has {len(line):,} characters; break the line up"
    ]


@pytest.mark.parametrize(
    ("encoding", "line", "called", "meant"),
    [("cp1252", 2, "Windows-1252", "b: the child’s home"), ("utf-16", 1, "UTF-16", "a: 1")],
)
def test_file_that_an_old_program_saved_is_told_as_it_was_meant(
    tmp_path: Path, encoding: str, line: int, called: str, meant: str
) -> None:
    path = tmp_path / "facts.yml"
    path.write_bytes("a: 1\nb: the child’s home\n".encode(encoding))
    with pytest.raises(Problems) as wrong:
        text.decoded(path, "data/facts.yml")
    said = f"is saved as {called}; save it as plain UTF-8: write  {meant}"
    assert str(wrong.value) == f"data/facts.yml:{line}:1: {said}"
