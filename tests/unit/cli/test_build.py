"""A build that cannot be stops before it begins, and says why."""

from pathlib import Path

from tests.conftest import ROOT, command, edit, run


def test_broken_rule_stops_the_build_with_its_line_and_leaves_the_site(
    invented_board: Path,
) -> None:
    (invented_board / "site").mkdir()
    (invented_board / "site/index.html").write_text("as it was")
    edit(invented_board, "data/budget.yml", "3000", "3001")
    done = command(invented_board, "build")
    assert done.exit_code == 1
    assert done.stderr.startswith(
        "data/budget.yml:8:51: amounts: Budget: the lines above add up to 4,001"
    )
    assert (invented_board / "site/index.html").read_text() == "as it was"


def test_what_is_in_the_way_of_the_site_is_told_in_one_line(invented_board: Path) -> None:
    (invented_board / "site").write_text("a file")
    done = run(ROOT, "--board", str(invented_board), "build")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "site/ stays as it was: site is no folder: delete it\n"
