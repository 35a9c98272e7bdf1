"""What tells `make mutants` which tests know a room, and which changes change nothing."""

import re
import tomllib
from typing import Any

import pytest

from tests.conftest import ROOT

SETTINGS: dict[str, Any] = tomllib.loads((ROOT / "tests/mutants.toml").read_text("utf-8"))
SPOILT = ("safeguarding/*/rules*", "safeguarding/*/views*", "safeguarding/exports/*.py")


@pytest.mark.parametrize("room", SETTINGS["room"], ids=lambda room: room["modules"])
def test_every_room_has_modules_and_tests(room: dict[str, Any]) -> None:
    modules = list(ROOT.glob(room["modules"]))
    assert modules
    for module in modules:
        subject = module.relative_to(ROOT).parts[1]
        names = [name.format(subject=subject, module=module.stem) for name in room["tests"]]
        assert any(any(ROOT.glob(name)) for name in names), module


@pytest.mark.parametrize("pattern", SPOILT)
def test_every_rule_view_and_export_is_in_a_room(pattern: str) -> None:
    known = {path for room in SETTINGS["room"] for path in ROOT.glob(room["modules"])}
    assert known >= set(ROOT.glob(pattern))


@pytest.mark.parametrize("mutant", SETTINGS["explained"], ids=lambda mutant: mutant["why"])
def test_every_change_that_changes_nothing_has_its_reason(mutant: dict[str, str]) -> None:
    assert mutant["why"].endswith(".")
    assert set(mutant) in ({"like", "why"}, {"file", "change", "why"})
    assert re.compile(mutant.get("like", "")).pattern != ".*"


def test_lines_for_tools_alone_are_no_logic() -> None:
    ignored = re.compile(SETTINGS["ignored"])
    assert ignored.search('T = TypeVar("T")')
    assert ignored.search("Number = Decimal | int")
    assert not ignored.search("SMALL = 5")
