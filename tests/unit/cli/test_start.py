"""What `start` asks and writes: a site that is sound at once, and that entries can be added to."""

import shutil
from pathlib import Path

import pytest
from click.testing import Result

from safeguarding.authoring import Author
from safeguarding.site import load_site
from safeguarding.soundness import sound_site
from tests.conftest import NOW, ROOT, command, complaints

ANSWERS = [
    "Sampleshire Safeguarding Children Partnership",
    "partnership",
    "",
    "Sampleshire: the north",
    "",
    "",
    "Sampleshire Council, children’s team",
    "01632 960010",
    "",
    "a page of the council",
    "Policy group",
    "",
]
# In the order in which a new board comes to them.
FIRST = {
    "contact": [
        "Training desk",
        "",
        "To book a place",
        "",
        "",
        "desk@sample.example",
        "",
        "its page",
    ],
    "source": ["Children in need", "children in need 2025", "", "2025", "https://d.example/", ""],
    "indicator": [
        *("Plans", "", "How long plans last.", "children-in-need-2025"),
        *("Second plans", "", "", "percent", "% of plans", "financial"),
        *("table D3", "2024-25", "12.5"),
    ],
    "course": ["Listening", "", "", "half day", "", "n", "everyone", "policy-group"],
    "session": [
        *("training-desk", "Town Hall", "listening", "2027-06-16 10:00", "2027-06-16 12:00"),
        *("", "town-hall", "20", "", ""),
    ],
    "event": ["webinar", "A talk", "everyone", "2027-06-17", "2027-06-17", "", "online", ""],
    "publication": [
        *("Annual report", "", "report", "2026", "What we did.", "public"),
        "https://sample.example/report.pdf",
    ],
    "procedure": [
        *("Listening to a child", "", "What to do.", "listen", "everyone", "policy-group"),
        *("listen, hear", "about/contacts", "Anyone", "Listen.", "", "may", "You", "Write."),
        *("", "may", "You", "Tell.", "today", "may", "n", "What was said", "", ""),
    ],
}


def ask(folder: Path, *words: str, answers: list[str]) -> Result:
    """What is said to these answers, one a line."""
    return command(folder, *words, input="\n".join(answers) + "\n")


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """A board that has just begun."""
    assert ask(tmp_path, "start", answers=ANSWERS).exit_code == 0
    return tmp_path


def test_board_that_begins_is_sound_and_says_what_it_is(board: Path) -> None:
    assert complaints(board) == []
    site = load_site(board)
    assert site.board.abbreviation == "SSCP"
    assert site.board.unconfirmed == "to be confirmed by the partnership"
    assert site.emergency.phone == "999"
    assert site.contacts["out-of-hours"].phone is None
    assert "We have no number for it yet" in site.contacts["out-of-hours"].purpose
    assert "We have no number" not in site.contacts["childrens-team"].purpose
    assert list(site.keepers) == ["policy-group"]
    assert "Sampleshire" in (board / "docs/index.md").read_text("utf-8")
    assert not any("{{" in text or "}}" in text for text in site.texts.values())


def test_each_contact_has_a_file_of_its_own(board: Path) -> None:
    assert ask(board, "new", "contact", answers=FIRST["contact"]).exit_code == 0
    names = [path.stem for path in sorted((board / "data/contacts").iterdir())]
    assert names == ["childrens-team", "emergency", "out-of-hours", "training-desk"]
    ids = ["emergency", "childrens-team", "out-of-hours", "training-desk"]
    assert list(load_site(board).contacts) == ids


def test_every_line_of_a_board_that_begins_names_its_schema(board: Path) -> None:
    for path in (board / "data").rglob("*.yml"):
        named = path.read_text("utf-8").partition("\n")[0].partition("$schema=")[2]
        schema = (path.parent / named).resolve()
        assert (ROOT / schema.relative_to(board.resolve())).is_file(), path


def test_what_nobody_has_confirmed_is_listed_before_a_release(board: Path) -> None:
    told = command(board, "release").stderr
    assert "nobody has confirmed Sampleshire Council, children’s team;" in told
    assert "the site has no public address" in told
    assert "something here, and in 1 more lines is to be confirmed by the partnership" in told
    assert "docs/about/privacy.md:30:1" in told


def test_first_entry_of_each_kind_opens_the_page_that_waits_for_it(board: Path) -> None:
    for kind, answers in FIRST.items():
        done = ask(board, "new", kind, answers=answers)
        assert done.exit_code == 0, (kind, done.stdout, done.stderr)
        assert complaints(board) == []
    told = command(board, "check").stderr
    unbuilt = {name for name in ("sources", "business-plan") if name in told}
    assert unbuilt == {"sources", "business-plan"}
    assert not any(name in told for name in ("training/", "performance/", "publications/"))


def test_further_theme_gets_the_last_place(board: Path) -> None:
    for kind in ("source", "indicator"):
        assert ask(board, "new", kind, answers=FIRST[kind]).exit_code == 0
    more = ["new", "Reviews", "", "How soon.", "children-in-need-2025", "In time", "", ""]
    more += ["percent", "% of reviews", "financial", "", "2024-25", "81"]
    assert ask(board, "new", "indicator", answers=more).exit_code == 0
    assert list(load_site(board).themes) == ["plans", "reviews"]
    framework = (board / "data/performance/framework.yml").read_text("utf-8")
    assert "themes: [plans, reviews]\n" in framework
    assert complaints(board) == []


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("indicator", "there is no source yet; name one first: make new KIND=source"),
        ("session", "there is no course with dates yet; name one first: make new KIND=course"),
    ],
)
def test_who_lacks_what_an_entry_needs_is_told_how_to_come_by_it(
    board: Path, kind: str, told: str
) -> None:
    done = ask(board, "new", kind, answers=[])
    assert done.exit_code == 2
    assert told in done.stderr


def test_course_stands_in_the_catalogue_before_anyone_takes_bookings(board: Path) -> None:
    assert ask(board, "new", "course", answers=FIRST["course"]).exit_code == 0
    made = Author(sound_site(board), here=lambda: "training/courses/", now=NOW).course_list()
    assert "Listening" in made
    assert "nobody yet" not in made


def test_page_that_rests_on_nothing_says_so(board: Path) -> None:
    assert ask(board, "new", "procedure", answers=FIRST["procedure"]).exit_code == 0
    here = "procedures/listening-to-a-child/"
    made = Author(sound_site(board), here=lambda: here, now=NOW).procedure_end()
    assert "This page names no law and no guidance." in made
    assert "about/sources" not in made


def test_board_that_knows_no_number_yet_is_sound_too(tmp_path: Path) -> None:
    answers = [answer.replace("01632 960010", "") for answer in ANSWERS]
    assert ask(tmp_path, "start", answers=answers).exit_code == 0
    assert complaints(tmp_path) == []


def test_answer_that_is_no_words_is_asked_for_again(tmp_path: Path) -> None:
    name, body, *others = ANSWERS
    told = ask(
        tmp_path, "start", answers=["-", name, "none", body, *others[:-2], "!!", *others[-2:]]
    )
    assert told.exit_code == 0
    assert told.output.count("would be shown to readers as a word") == 2
    assert "!! has no letter from a to z; write it with some" in told.output


def test_names_that_mean_something_elsewhere_are_words_here(tmp_path: Path) -> None:
    odd = ['The "First": board #1', "", "TB", "St Mary’s & Vale: north", *ANSWERS[4:]]
    assert ask(tmp_path, "start", answers=odd).exit_code == 0
    assert complaints(tmp_path) == []
    assert load_site(tmp_path).board.name == odd[0]
    assert load_site(tmp_path).board.words.body == "board"


def test_board_that_is_there_stays(board: Path) -> None:
    before = (board / "data/board.yml").read_bytes()
    done = ask(board, "start", answers=ANSWERS)
    assert done.exit_code == 1
    assert "data/ and docs/ are there already" in done.stderr
    assert "git rm -r -q data docs" in done.stderr
    assert (board / "data/board.yml").read_bytes() == before


def test_who_stops_has_written_nothing(tmp_path: Path) -> None:
    done = ask(tmp_path, "start", answers=ANSWERS[:3])
    assert (done.exit_code, done.stderr) == (1, "\nNothing was written.\n")
    assert list(tmp_path.iterdir()) == []


def test_what_else_names_a_board_is_written_anew_where_it_is(tmp_path: Path) -> None:
    (tmp_path / ".github").mkdir()
    for name in ("README.md", ".github/CODEOWNERS"):
        shutil.copy(ROOT / name, tmp_path / name)
    assert ask(tmp_path, "start", answers=ANSWERS).exit_code == 0
    first = (tmp_path / "README.md").read_text("utf-8").partition("\n")[0]
    assert first == f"# The website of the {ANSWERS[0]}"
    assert (
        (tmp_path / ".github/CODEOWNERS")
        .read_text("utf-8")
        .endswith("\n* @your-organisation/policy-group\n")
    )
