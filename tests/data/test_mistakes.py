"""Mistakes made at random, each in one line of data/ or of a page's head: every one is told, at its
line.

Other ones, and more: MISTAKES=2000 SEED=7 .venv/bin/python -m pytest tests/data/test_mistakes.py
"""

import os
import shutil
from functools import cache

import pytest

from safeguarding.yaml import read as source
from tests.conftest import ROOT, complaints
from tests.data.mistakes import KINDS, Maker

NUMBER, SEED = int(os.environ.get("MISTAKES", "200")), int(os.environ.get("SEED", "2014"))


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """A copy of all that is checked, in which a file is read anew only when it has changed."""
    folder = tmp_path_factory.mktemp("mistakes")
    for part in ("data", "docs"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("assets"))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("load", "load_head"):
            patch.setattr(source, name, _remembering(getattr(source, name)))
        yield folder


def _remembering(load):
    known = cache(lambda path, name, content: load(path, name))
    return lambda path, name: known(path, name, path.read_bytes() if path.exists() else b"")


@pytest.fixture(scope="module")
def maker(facts, copied):
    return Maker(facts, copied, SEED)


@pytest.fixture(scope="module")
def drawn(maker):
    return maker.draw(NUMBER)


def spoilt(folder, maker, mistake):
    """What an editor is told after the mistake."""
    path = folder / mistake.file
    before = path.read_bytes()
    path.write_text(maker.spoilt(mistake), "utf-8")
    try:
        return complaints(folder)
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.replace("_", " "))
def test_mistake_is_told_at_its_line(copied, maker, drawn, kind):
    untold = {}
    for mistake in (mistake for drawn_kind, mistake in drawn if drawn_kind == kind):
        found = spoilt(copied, maker, mistake)
        if not any(mistake.told_by(complaint) for complaint in found):
            untold[mistake] = found
    assert untold == {}


def test_mistakes_are_drawn_in_every_file(facts, drawn):
    assert {mistake.file for _, mistake in drawn} == set(facts.files)


def test_without_a_mistake_nothing_is_told(copied):
    assert complaints(copied) == []
