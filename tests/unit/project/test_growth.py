"""The board that is grown for measuring is sound, larger in everything, and its cost is told as a
power of its pages."""

import sys
from pathlib import Path

import pytest

from safeguarding.site import Site, load_site
from safeguarding.soundness import sound_site
from tests.conftest import OTHER, ROOT


@pytest.fixture(scope="module")
def tools() -> object:
    """The folder of the tools, whose modules belong to no package."""
    sys.path.insert(0, str(ROOT / "tools"))
    yield
    sys.path.remove(str(ROOT / "tools"))


@pytest.fixture(scope="module")
def grown(tools: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented board with about two and a half times its pages."""
    from grow import grow, pages_of

    folder = tmp_path_factory.mktemp("grown") / "board"
    grow(OTHER, folder, pages_of(OTHER) * 5 // 2)
    return folder


@pytest.fixture(scope="module")
def grown_site(grown: Path) -> Site:
    return load_site(grown)


def test_grown_board_is_sound(grown: Path) -> None:
    assert sound_site(grown)


def test_grown_board_has_the_pages_that_were_asked_for(grown_site: Site) -> None:
    assert len(grown_site.texts) == len(load_site(OTHER).texts) * 5 // 2


@pytest.mark.parametrize(
    "kind",
    [
        *("procedures", "themes", "indicators", "authorities", "courses", "contacts", "glossary"),
        "publications",
    ],
)
def test_facts_grow_with_the_pages(grown_site: Site, kind: str) -> None:
    there, now = (len(getattr(one, kind)) for one in (load_site(OTHER), grown_site))
    assert now >= 2 * there


def test_sessions_grow_with_the_pages(grown_site: Site) -> None:
    there = len(load_site(OTHER).sessions)
    assert len(grown_site.sessions) == round(
        there * len(grown_site.texts) / len(load_site(OTHER).texts)
    )


def test_new_contacts_stand_in_no_box_that_many_pages_show(grown_site: Site) -> None:
    there = load_site(OTHER).contacts
    assert [
        id for id, contact in grown_site.contacts.items() if contact.help_line and id not in there
    ] == []


def test_board_cannot_grow_smaller(tools: object, tmp_path: Path) -> None:
    from grow import grow

    with pytest.raises(ValueError, match="ask for as many, or for more"):
        grow(OTHER, tmp_path / "board", 3)


@pytest.mark.parametrize(
    ("costs", "slope"),
    [
        ([(61, 9.0), (200, 4.0), (400, 8.0), (800, 16.0)], 1),
        ([(61, 9.0), (200, 4.0), (400, 16.0)], 2),
        ([(61, 9.0), (200, 4.0)], None),
    ],
)
def test_growth_is_told_as_a_power(
    tools: object, costs: list[tuple[float, float]], slope: float | None
) -> None:
    from growth import exponent

    assert exponent(costs) == (None if slope is None else pytest.approx(slope))


def test_cost_of_a_command_counts_what_it_starts(tools: object) -> None:
    from growth import spent

    busy = "import time\nwhile time.process_time() < 0.3: pass"
    inside = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {busy!r}])"
    assert spent([sys.executable, "-c", inside]).seconds >= 0.3


def test_command_that_fails_is_told(tools: object) -> None:
    from growth import spent

    with pytest.raises(RuntimeError, match="no such board"):
        spent([sys.executable, "-c", "raise SystemExit('no such board')"])
