"""No line of a command can become an order to a terminal, or to the log of a CI."""

import ast
from pathlib import Path

import click
import pytest

from safeguarding.cli import saying
from safeguarding.problem import Place, visible
from tests.conftest import ROOT

# What writes to people, or asks them. `click.command`, `click.option` and their like do not.
WRITES = {
    *("print", "input", "click.echo", "click.secho", "click.prompt", "click.confirm"),
    *("click.style", "click.echo_via_pager", "click.UsageError", "click.ClickException"),
    *("click.BadParameter", "click.BadArgumentUsage", "click.FileError", "logging.getLogger"),
    *("sys.stdout.write", "sys.stderr.write", "sys.__stdout__.write", "warnings.warn", "os.write"),
}
MODULES = [*(ROOT / "safeguarding").rglob("*.py"), ROOT / "hooks.py", ROOT / "macros.py"]
HOSTILE = "\x1b[2J::error::a\r##[error]b\n::set-output name=c::d\u202e##vso[e]\x9b1m"
SHOWN = r"\x1b[2J::error::a\r\x23#[error]b\n::set-output name=c::d\u202e\x23#vso[e]\x9b1m"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_nothing_else_writes_to_people(path: Path) -> None:
    calls = (
        one for one in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(one, ast.Call)
    )
    found = {ast.unparse(call.func) for call in calls} & WRITES
    assert found == set() or path.name == "saying.py"


def test_line_is_one_line_and_no_order(capsys: pytest.CaptureFixture[str]) -> None:
    saying.say(HOSTILE)
    saying.say(HOSTILE, err=True, where="\x1ba.yml:1:1", colour="red")
    out, err = capsys.readouterr()
    assert out == f"{SHOWN}\n"
    assert err == f"\\x1ba.yml:1:1: {SHOWN}\n"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::a", r"\x3a:error::a"),
        (" \u2003::stop-commands::a", " \u2003\\x3a:stop-commands::a"),
        ("a ##[add-mask]b", r"a \x23#[add-mask]b"),
        ("##vso[task.setvariable variable=a]b", r"\x23#vso[task.setvariable variable=a]b"),
        ("##teamcity[publishArtifacts 'a']", r"\x23#teamcity[publishArtifacts 'a']"),
        ("section_start:1:a\r\x1b[0K", r"section_start:1:a\r\x1b[0K"),
        ("a::b: [x](y) ## A heading", "a::b: [x](y) ## A heading"),
    ],
)
def test_order_is_written_out(line: str, shown: str) -> None:
    assert visible(line) == shown


def test_each_line_of_a_text_is_no_order(capsys: pytest.CaptureFixture[str]) -> None:
    saying.say_all("A\n  ::error::b\n")
    assert capsys.readouterr().out == "A\n  \\x3a:error::b\n\n"


def test_annotation_is_one_command(capsys: pytest.CaptureFixture[str]) -> None:
    saying.annotate("error", Place("a,b:c.yml", 2, 3), "50%\n::error::d")
    assert capsys.readouterr().err == (
        "::error file=a%2Cb%3Ac.yml,line=2,col=3::50%25\\n::error::d\n"
    )


def test_question_and_what_is_wrong_with_an_answer_are_no_orders(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda prompt: print(prompt) or "")
    assert saying.put("::error::a", "b\x1b[2J") == r"b\x1b[2J"
    assert not saying.agrees("::error::a")
    assert capsys.readouterr().out.count(r"\x3a:error::a") == 2
    with pytest.raises(click.BadParameter, match=r"^among these:\n\\x3a:error::a$"):
        raise saying.refusal("among these:\n::error::a", click.BadParameter)


@pytest.mark.parametrize("text", ["", "{}", "| a |\n"])
def test_file_is_given_as_it_is(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    saying.give(text)
    assert capsys.readouterr().out == (f"{text}\n" if text == "{}" else text)
