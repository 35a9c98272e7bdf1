"""All files that change are shown and written, or none of them."""

import os
from pathlib import Path

import pytest

from safeguarding import migrations
from safeguarding.editing.writing import ChangedMeanwhile
from safeguarding.problem import Edit, Problems
from tests.boards import INVENTED

BOARD, BUDGET = "data/board.yml", "data/budget-2020-21.yml"
NEW_BUDGET = INVENTED.texts()[BUDGET]
OLD_BUDGET = (
    NEW_BUDGET.replace(
        "columns: [Budget, Actual, {title: Actual less budget, of: Actual, less: Budget}]\n", ""
    )
    .replace("amounts: [3100, 3100]", "budget: 3100, actual: 3100")
    .replace("transfers:\n  - ", "transfer: ")
    .replace("amounts: [null, 0]", "budget: null, actual: 0")
)
OLD = {BUDGET: OLD_BUDGET, BOARD: INVENTED.texts()[BOARD].replace("emergency: emergency\n", "")}


@pytest.fixture
def old_board(invented_board: Path) -> Path:
    """A copy of the invented board with two files in shapes of an older day."""
    for name, old in OLD.items():
        (invented_board / name).write_text(old, "utf-8")
    return invented_board


def contents(board: Path) -> dict[str, bytes]:
    return {name: (board / name).read_bytes() for name in OLD}


def test_invented_board_is_of_today() -> None:
    assert migrations.migrated(INVENTED.texts()).changes == ()


def test_all_is_written(old_board: Path) -> None:
    migration = migrations.of(old_board)
    assert migration.names == [BUDGET, BOARD]
    migrations.write(old_board, migration)
    assert (old_board / BUDGET).read_text("utf-8") == NEW_BUDGET
    assert "\nemergency: emergency\n" in (old_board / BOARD).read_text("utf-8")
    assert migrations.of(old_board).changes == ()


def test_ends_of_lines_stay(old_board: Path) -> None:
    (old_board / BUDGET).write_bytes(b"\xef\xbb\xbf" + OLD_BUDGET.replace("\n", "\r\n").encode())
    migrations.write(old_board, migrations.of(old_board))
    new = b"\xef\xbb\xbf" + NEW_BUDGET.replace("\n", "\r\n").encode()
    assert (old_board / BUDGET).read_bytes() == new


def test_change_is_told_by_its_lines() -> None:
    changes = migrations.migrated(INVENTED.texts(OLD)).changes
    columns, transfers, emergency = changes
    assert columns.edits[0] == Edit(4, (), (NEW_BUDGET.splitlines()[3],))
    assert transfers.edits == (
        Edit(
            11,
            ("transfer: {title: Kept for the next year, amounts: [null, 0], lines: 14}",),
            ("transfers:", "  - {title: Kept for the next year, amounts: [null, 0], lines: 14}"),
        ),
    )
    assert [edit.new for edit in emergency.edits] == [("emergency: emergency",)]
    assert all(change.why.endswith(".") for change in changes)


def problems(board: Path) -> list[str]:
    with pytest.raises(Problems) as wrong:
        migrations.of(board)
    return [str(problem) for problem in wrong.value.problems]


def test_file_that_cannot_be_read_is_told(old_board: Path) -> None:
    (old_board / BUDGET).write_text(OLD_BUDGET.replace("income:", "income"), "utf-8")
    (told,) = problems(old_board)
    assert told.startswith(f"{BUDGET}:7:7: put a colon and a space after the key")


def test_file_that_nothing_reads_is_told(old_board: Path) -> None:
    (old_board / "data/stray.yml").write_text("a: b\n", "utf-8")
    assert [one.partition(": ")[0] for one in problems(old_board)] == ["data/stray.yml:1:1"]


def test_what_models_refuse_is_told_at_its_line_as_it_is(old_board: Path) -> None:
    """Before the changes: one line is new above it, and it was two."""
    spoilt = OLD_BUDGET.replace("income_total: {title: Total income, ", "income_total: {title: , ")
    (old_board / BUDGET).write_text(spoilt, "utf-8")
    line = spoilt.splitlines().index(next(one for one in spoilt.splitlines() if "{title: ," in one))
    assert [one.partition(" ")[0] for one in problems(old_board)] == [f"{BUDGET}:{line + 1}:1:"]


@pytest.mark.parametrize("error", [OSError(28, "No space"), KeyboardInterrupt(), SystemExit(143)])
def test_all_stays_whatever_ends_it(
    old_board: Path, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, written = os.replace, list[Path]()

    def replace(new: Path, path: Path) -> None:
        really(new, path)
        written.append(path)
        if len(written) == 2:
            raise error

    migration, before = migrations.of(old_board), contents(old_board)
    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(type(error)):
        migrations.write(old_board, migration)
    assert written[:2] == written[2:]
    assert contents(old_board) == before


def test_all_stays_where_somebody_wrote_meanwhile(old_board: Path) -> None:
    migration, before = migrations.of(old_board), contents(old_board)
    (old_board / BOARD).write_bytes(before[BOARD] + b"# Mine.\n")
    with pytest.raises(ChangedMeanwhile, match=BOARD):
        migrations.write(old_board, migration)
    assert contents(old_board) == before | {BOARD: before[BOARD] + b"# Mine.\n"}
