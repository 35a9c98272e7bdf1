"""What `make law` tells a person, an issue and a tool."""

import html
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from safeguarding import publishers
from safeguarding.cli import law
from tests.conftest import command, run
from tests.small import LAW
from tests.unit.publishers.server import (
    ACT,
    GUIDANCE,
    LISTENING,
    PAGE,
    WATCHED,
    Publisher,
    answering,
    guidance,
    provision,
    since,
)


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with answering() as server:
        yield server


@pytest.fixture
def watched(invented_board: Path) -> Path:
    """The invented board, whose law, guidance and one page have publishers."""
    (invented_board / LAW).write_text(WATCHED.texts()[LAW], "utf-8")
    return invented_board


def to(server: Publisher) -> list[str]:
    """The words with which `make law` asks a server on this machine."""
    return ["law", "--base", server.address, "--pause", "0", "--patience", "2"]


def asked(board: Path, server: Publisher, *more: str) -> Result:
    return command(board, *to(server), *more)


def test_nothing_new_makes_no_issue(watched: Path, publisher: Publisher) -> None:
    done = run(watched, *to(publisher), "--format", "markdown")
    assert (done.returncode, done.stdout) == (0, "")
    assert (
        "0 sources changed, 3 did not, 0 not known; 0 without an address on the web."
        in asked(watched, publisher).stdout
    )


def test_a_change_is_told_to_a_person_to_an_issue_and_to_a_tool(
    watched: Path, publisher: Publisher
) -> None:
    publisher.answers[ACT], publisher.answers[PAGE] = provision("2026-11-22"), 500
    said = asked(watched, publisher).stdout
    assert (
        "Exampland Children Act, section 1 (checked on 20 November 2026,"
        " https://www.legislation.gov.uk/ukpga/2099/1/section/1)\n  Its text changed on 22 November"
        " 2026.\n" in said
    )
    assert "docs/procedures/listening.md:" in said
    assert "(must)" in said
    assert "https://example.org/listening would not answer (status 500)" in said
    issue = asked(watched, publisher, "--format", "markdown").stdout
    assert "### Exampland Children Act, section 1" in issue
    assert "What rests on it on `/procedures/listening/`:" in issue
    assert "A page" not in issue
    told = json.loads(asked(watched, publisher, "--format", "json").stdout)
    assert [(one["id"], bool(one["changed"]), bool(one["unknown"])) for one in told] == [
        ("example-act-s1", True, False),
        ("example-guidance", False, False),
        ("example-page", False, True),
    ]


def test_the_board_says_who_asks(watched: Path, publisher: Publisher) -> None:
    asked(watched, publisher)
    assert {agent for _, agent in publisher.asked} == {
        "Example Vale Safeguarding Children Partnership (https://board.example/); asks once a week"
        " whether its sources changed"
    }


def test_no_network_is_told_as_such(watched: Path) -> None:
    done = command(
        watched, "law", "--base", "http://127.0.0.1:9", "--pause", "0", "--patience", "1"
    )
    assert done.exit_code == 1
    assert "No publisher answered" in done.stderr


def test_a_publisher_that_has_no_date_has_answered(watched: Path, publisher: Publisher) -> None:
    publisher.answers = {ACT: 500, GUIDANCE: 500, PAGE: LISTENING}
    done = asked(watched, publisher)
    assert (done.exit_code, "0 did not, 3 not known" in done.stdout) == (0, True)


HOSTILE = "a | b `c` <img src=x> <!-- @everyone #1 [d](javascript:e) *f* $g$ &lt;"


def test_what_a_publisher_writes_means_nothing_in_an_issue(
    watched: Path, publisher: Publisher
) -> None:
    publisher.answers[GUIDANCE] = guidance(**since(html.escape(HOSTILE), "2026-11-22"))
    issue = asked(watched, publisher, "--format", "markdown").stdout
    line = next(line for line in issue.split("\n") if line.startswith("- 22 November 2026"))
    assert (
        line
        == "- 22 November 2026: a \\| b \\`c\\` \\<img src=x\\> \\<!-- @\u200beveryone \\#\u200b1"
        " \\[d\\](javascript:e) \\*f\\* \\$g\\$ \\&lt;"
    )


def test_what_is_not_known_stands_in_the_log_beside_an_issue(
    watched: Path, publisher: Publisher
) -> None:
    publisher.answers[PAGE] = 500
    for shape in ("markdown", "json"):
        done = asked(watched, publisher, "--format", shape)
        assert "example.org/listening would not answer (status 500)" in done.stderr
        assert "Not known" not in done.stdout


def test_an_issue_takes_only_so_much() -> None:
    authority = WATCHED.site().authorities["example-act-s1"]
    found = [publishers.Finding(authority, ("x" * 1000,))] * 80
    said = law._markdown(found, 80)
    shown = said.count("### Exampland")
    assert len(said) < 65_536
    assert 0 < shown < 80
    assert said.endswith(f"And {80 - shown} more sources: `make law` tells all.\n")
    assert "more source" not in law._markdown(found[:9], 9)
