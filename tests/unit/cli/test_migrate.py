"""`migrate` shows what changes and why, asks, and says what it did and what it left."""

from pathlib import Path

import pytest
from click.testing import Result

from safeguarding.cli import asking, migrate, telling
from tests.boards import INVENTED
from tests.conftest import command

BOARD, PROGRAMME = "data/board.yml", "data/training/programme.yml"
NEW = INVENTED.texts()[BOARD]
EMERGENCY = "emergency: emergency\n"
OLD = NEW.replace(EMERGENCY, "")


@pytest.fixture
def old_board(invented_board: Path) -> Path:
    """A copy of the invented board that names no emergency contact."""
    (invented_board / BOARD).write_text(OLD, "utf-8")
    return invented_board


@pytest.fixture
def someone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Someone sits at the terminal."""
    monkeypatch.setattr(asking, "someone_is_there", lambda: True)


def run(board: Path, *options: str, answers: str = "") -> Result:
    return command(board, "migrate", *options, input=answers)


@pytest.mark.usefixtures("someone")
def test_change_is_shown_and_written_if_someone_agrees(old_board: Path) -> None:
    done = run(old_board, answers="y\n")
    line = OLD.splitlines().index(next(one for one in OLD.splitlines() if "bank_hol" in one)) + 2
    assert done.exit_code == 0
    assert done.stdout == (
        f"{BOARD}:{line}: The board says which contact is for a child in danger now: it was the one"
        f" whose id is emergency.\n  + emergency: emergency\nWritten: {BOARD}\n"
        "The check finds nothing wrong.\n"
    )
    assert done.stderr.startswith("Change this file? [y/N]: ")
    assert sorted((old_board / BOARD).read_text("utf-8").split("\n")) == sorted(NEW.split("\n"))


def test_second_run_has_nothing_to_do(old_board: Path) -> None:
    assert run(old_board, "--yes").exit_code == 0
    done = run(old_board, "--yes")
    assert (done.exit_code, done.output) == (0, "Nothing is left to migrate.\n")


@pytest.mark.usefixtures("someone")
@pytest.mark.parametrize("answer", ["n\n", "\n"])
def test_file_stays_unless_someone_agrees(old_board: Path, answer: str) -> None:
    done = run(old_board, answers=answer)
    assert (done.exit_code, (old_board / BOARD).read_text("utf-8")) == (1, OLD)
    assert done.stderr.endswith("Nothing is written.\n")


def test_nothing_is_written_where_there_is_nobody_to_ask(old_board: Path) -> None:
    done = run(old_board, answers="y\n")
    assert (done.exit_code, (old_board / BOARD).read_text("utf-8")) == (1, OLD)
    assert "emergency.\n  + emergency: emergency\n" in done.stdout
    assert done.stderr == f"{migrate.NOBODY}\n"


def test_nothing_is_written_unless_every_file_can_be_read(old_board: Path) -> None:
    programme = INVENTED.texts()[PROGRAMME].replace("published: 2026-11-20", "published: soon")
    (old_board / PROGRAMME).write_text(programme, "utf-8")
    done = run(old_board, "--yes")
    assert (done.exit_code, (old_board / BOARD).read_text("utf-8")) == (1, OLD)
    assert done.stderr == (
        f"{PROGRAMME}:3:1: published: should be a date, like 2026-03-31\n{migrate.BROKEN}\n"
    )


def test_what_only_a_check_finds_is_left_to_a_person(old_board: Path) -> None:
    programme = INVENTED.texts()[PROGRAMME].replace("booking: training-desk", "booking: desk")
    (old_board / PROGRAMME).write_text(programme, "utf-8")
    done = run(old_board, "--yes")
    assert (done.exit_code, (old_board / BOARD).read_text("utf-8") == OLD) == (1, False)
    first, second = done.stderr.splitlines()
    assert first == migrate.LEFT
    assert second.startswith(f"{PROGRAMME}:4:1: booking: ")


def test_file_that_somebody_changed_meanwhile_stays(
    old_board: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        migrate, "_show", lambda migration: (old_board / BOARD).write_text(f"{OLD}# Mine.\n")
    )
    done = run(old_board, "--yes")
    assert (done.exit_code, (old_board / BOARD).read_text("utf-8")) == (1, f"{OLD}# Mine.\n")
    assert done.stderr == f"Nothing is written: {BOARD} was changed meanwhile; start again.\n"


def test_check_says_that_a_migration_is_due(old_board: Path) -> None:
    done = command(old_board, "check")
    assert done.exit_code == 1
    assert done.stderr == f"{BOARD}:2:1: emergency: is missing; add it\n{telling.DUE}\n"


@pytest.mark.parametrize("spoilt", ["published: soon", "published 2026"])
def test_check_says_so_of_no_other_file(invented_board: Path, spoilt: str) -> None:
    programme = INVENTED.texts()[PROGRAMME].replace("published: 2026-11-20", spoilt)
    (invented_board / PROGRAMME).write_text(programme, "utf-8")
    done = command(invented_board, "check")
    assert done.exit_code == 1
    assert telling.DUE not in done.stderr


def test_entries_get_files_where_someone_asks_for_them(invented_board: Path) -> None:
    assert run(invented_board, "--yes").output == "Nothing is left to migrate.\n"
    done = run(invented_board, "--yes", "--into-files")
    assert done.exit_code == 0
    assert done.stdout.endswith("The check finds nothing wrong.\n")
    assert f"\n  + sessions: []  # each has a file of its own, in {PROGRAMME[:14]}sessions/" in (
        done.stdout
    )
    assert run(invented_board, "--yes", "--into-files").output == "Nothing is left to migrate.\n"
