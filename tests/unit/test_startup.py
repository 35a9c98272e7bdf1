"""What a build does without, and an author who looks on keeps."""

import gc
import importlib.util
from collections.abc import Iterator
from types import ModuleType

import pytest

from safeguarding.shared.rendering import environment
from tests.conftest import ROOT


@pytest.fixture
def hooks() -> Iterator[ModuleType]:
    """hooks.py as MkDocs loads it; what it changes for all is as before in the end."""
    spec = importlib.util.spec_from_file_location("hooks", ROOT / "hooks.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    looks, threshold = environment.auto_reload, gc.get_threshold()
    yield module
    environment.auto_reload = looks
    gc.set_threshold(*threshold)


@pytest.mark.parametrize(("command", "looks"), [("serve", True), ("build", False)])
def test_changed_templates_are_looked_for_while_an_author_looks_on(
    hooks: ModuleType, command: str, looks: bool
) -> None:
    hooks.on_startup(command)
    assert environment.auto_reload is looks


@pytest.mark.parametrize(("command", "seldom"), [("serve", False), ("build", True)])
def test_garbage_is_collected_seldom_in_a_build_alone(
    hooks: ModuleType, command: str, seldom: bool
) -> None:
    gc.set_threshold(700)
    hooks.on_startup(command)
    assert (gc.get_threshold()[0] > 10_000) is seldom
