"""The forms, in the browser, by the program itself: each entry of an invented board opens, each
field is there, and what is written passes the check."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from safeguarding import forms, migrations
from safeguarding.yaml import read
from tests.boards import INVENTED
from tests.browser.conftest import served
from tests.conftest import ROOT, Once, command

pytestmark = pytest.mark.node

NOTICES = f"data/{forms.NOTICES}"
# The board, each entry in a file of its own, and without a notice.
TEXTS = {
    name: text
    for name, text in migrations.migrated(INVENTED.texts(), into_files=True).after.items()
    if name.startswith("data/") and name != NOTICES
}
TALL: Any = {"width": 1280, "height": 1600}
PATIENCE = 60_000  # milliseconds: the program is large, and machines can be busy
FARTHER = "[...document.querySelectorAll('[data-key-path]')].at(-1)?.scrollIntoView()"
PAUSE = 100  # milliseconds
FAR = 40  # steps
COLLECTIONS = [one for one in forms.config()["collections"] if not one.get("hide")]
FOLDERS = [one for one in COLLECTIONS if "folder" in one]
# What a tab shows in the place of the window in which a person chooses the folder of the board.
CHOOSE = "window.showDirectoryPicker = () => navigator.storage.getDirectory()"
WRITE = """async texts => {
    const root = await navigator.storage.getDirectory()
    await root.getDirectoryHandle(".git", {create: true})
    for (const [name, text] of Object.entries(texts)) {
        const parts = name.split("/"), last = parts.pop()
        let folder = root
        for (const part of parts) folder = await folder.getDirectoryHandle(part, {create: true})
        const stream = await (await folder.getFileHandle(last, {create: true})).createWritable()
        await stream.write(text)
        await stream.close()
    }
}"""
# Again when a file is put in its place while it is read; until then it has a name of its own.
READ = """async () => {
    const root = await navigator.storage.getDirectory()
    const read = async (texts, folder, way) => {
        for await (const [name, one] of folder.entries()) {
            if (one.kind == "directory") await read(texts, one, way + name + "/")
            else if (name.endsWith(".crswap")) continue
            else texts[way + name] = await (await one.getFile()).text()
        }
        return texts
    }
    for (;;) try { return await read({}, root, "") } catch {}
}"""


class Forms(NamedTuple):
    """The forms in a tab, which has a copy of the board in a folder of its own."""

    page: Page
    address: str

    def open(self, collection: str, entry: str = "") -> None:
        """The form of an entry; a new one unless it is named."""
        way = f"entries/{entry}" if entry else "new"
        self.page.goto(f"{self.address}/#/collections/{collection}/{way}")
        expect(self.page.get_by_role("button", name="Save")).to_be_visible()
        expect(self.page.locator("[data-key-path]").first).to_be_visible()

    def part(self, key: str) -> Locator:
        """The place of a key; what is far below is there only when someone goes there."""
        part = self.page.locator(f'[data-key-path="{key}"]').last
        for _ in range(FAR):
            if part.count():
                break
            self.page.evaluate(FARTHER)
            self.page.wait_for_timeout(PAUSE)
        return part

    def write(self, key: str, value: Any, field: dict[str, Any]) -> None:
        """Give a value as a person does."""
        match field.get("widget", "string"):
            case "boolean":
                self.part(key).get_by_role("switch").click()
            case "select" | "relation":
                self.choose(key, value if isinstance(value, list) else [value])
            case "keyvalue":
                self.write_pairs(key, value)
            case "file":
                self.part(key).locator("input[type=file]").first.set_input_files(value)
            case "object":
                self.part(key).get_by_role("checkbox").first.click()
                self.write_all(value, field["fields"], f"{key}.")
            case "list":
                self.write_list(key, value, field)
            case _:
                self.part(key).locator("input, textarea").first.fill(str(value))

    def write_pairs(self, key: str, pairs: dict[str, str]) -> None:
        for number, pair in enumerate(pairs.items()):
            self.part(key).get_by_role("button", name="Add").click()
            for place, one in enumerate(pair):
                self.part(key).locator("input").nth(2 * number + place).fill(one)

    def write_list(self, key: str, items: list[Any], field: dict[str, Any]) -> None:
        for number, item in enumerate(items):
            self.part(key).get_by_role("button", name="Add").first.click()
            within = f"{key}.{number}"
            if "field" in field:
                self.write(within, item, field["field"])
            else:
                self.write_all(item, field["fields"], f"{within}.")

    def choose(self, key: str, values: list[str]) -> None:
        """Some of several: they stand side by side, or, if they are many, in a list that opens."""
        several = self.part(key).get_by_role("combobox")
        for value in values:
            if several.count():
                several.first.click()
                self.page.locator(f'[role=option][data-value="{value}"]:visible').click()
            else:
                self.part(key).locator(f'button[data-value="{value}"]').click()

    def write_all(self, entry: dict[str, Any], fields: list[dict[str, Any]], way: str = "") -> None:
        by_name = {field["name"]: field for field in fields}
        for key, value in entry.items():
            self.write(f"{way}{key}", value, by_name[key])

    def save(self) -> None:
        before = self.texts()
        self.page.get_by_role("button", name="Save").click()
        for _ in range(PATIENCE // PAUSE):
            texts = self.texts()
            if texts != before and all(texts.values()):
                return
            self.page.wait_for_timeout(PAUSE)
        raise AssertionError("nothing was saved")

    def texts(self) -> dict[str, str]:
        texts: dict[str, str] = self.page.evaluate(READ)
        return texts


@pytest.fixture(scope="session")
def folder(once: Once) -> Path:
    """The forms, put together as `make forms` does it."""

    def make(into: Path) -> None:
        subprocess.run(["tools/forms", into], cwd=ROOT, check=True, capture_output=True)

    return once("forms", make)


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Forms]:
    with served(folder) as address:
        context = browser.new_context(viewport=TALL)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.add_init_script(CHOOSE)
        page.goto(f"{address}/config.json")
        page.evaluate(WRITE, TEXTS)
        page.goto(f"{address}/")
        page.get_by_role("button", name="Work with Local Repository").click()
        expect(page.get_by_text("Contacts").first).to_be_visible()
        yield Forms(page, address)
        context.close()


def entries_of(collection: dict[str, Any]) -> list[str]:
    """The names of the files of the board that a form is for."""
    inside = f"{collection['folder']}/"
    told_by = collection.get("filter", {}).get("field", "")
    return [
        name.removeprefix(inside).removesuffix(".yml")
        for name, text in TEXTS.items()
        if name.startswith(inside) and (not told_by or f"\n{told_by}: " in text)
    ]


UPLOADED: Any = {
    "name": "Four Steps.TXT",
    "mimeType": "text/plain",
    "buffer": b"Invented for testing: ask, write, wait, ask again.",
}
# An entry with every key, for each form.
NEW: dict[str, dict[str, Any]] = {
    "contacts": {
        "id": "night-desk",
        "name": "Night desk: the council’s",
        "purpose": "Nobody # answers by day, and “it cannot wait”: " + "ring at once, " * 9 + "now",
        "found": "its own page",
        "order": 45,
        "phone": "0117 4960",
        "others": [{"phone": "999", "when": "if nobody answers"}],
        "email": "night@board.example",
        "url": "https://board.example/night/?a=b#c",
        "hours": "6pm to 8am",
        "verified": {
            "on": "2026-11-20",
            "source": "somebody rang: yes",
            "phone": "0117 4960",
            "email": "night@board.example",
        },
        "help_line": True,
    },
    "dates": {
        "id": "2027-09-listening",
        "starts": "2027-09-14 10:00",
        "ends": "2027-09-14 13:00",
        "course": "listening",
        "venue": "hall",
        "booking": "training-desk",
        "book_at": "https://learn.board.example/listening/",
        "prices": {"partners": "0", "charities": "40", "others": "80.50"},
        "trainers": ["a designated nurse, with a youth worker", "a headteacher"],
        "about": "It is for all: come early.",
        "further_days": [
            {"starts": "2027-09-21 10:00", "ends": "2027-09-21 13:00", "venue": "online"}
        ],
        "places": 12,
        "book_by": "2027-09-01",
        "status": "cancelled",
        "changes": [{"on": "2026-11-20", "what": "The trainer is ill: nobody else can do it."}],
    },
    "events": {
        "id": "2027-10-conference",
        "starts": "2027-10-05",
        "ends": "2027-10-06",
        "kind": "conference",
        "title": "Conference: listening",
        "audience": ["everyone"],
    },
    "changes": {
        "on": "2026-11-20",
        "what": "“Yes”: the number of the training desk was wrong.",
        "page": "about/contacts/",
    },
    "publications": {
        "id": "escalation-2027",
        "kind": "policy",
        "title": "Escalation: a policy",
        "published": "2026",
        "summary": "What to do: when another service does not act.",
        "audience": ["schools"],
        "documents": [
            {"title": "Whole", "url": "https://board.example/escalation.pdf"},
            {"title": "In short", "page": "about/contacts/"},
            {"title": "Steps", "file": UPLOADED},
        ],
        "dated": "2026-10",
        "subjects": ["working-together"],
        "learnt": ["Ask, and ask again."],
        "until": "2027-12-31",
        "keywords": ["disagreement: resolving"],
        "other_formats": "team",
    },
}

NOTICES_TOLD = [
    {
        "text": "The office is closed: it’s snowing. “Call” us, or write.",
        "until": "2026-12-04 12:00",
        "from": "2026-11-23",
        "contact": "team",
        "page": "about/contacts/",
    },
    {"text": "We are away: call 999.", "until": "2027-01-03", "from": "2026-12-24"},
]


def test_every_entry_opens_with_each_of_its_keys(opened: Forms) -> None:
    for collection in FOLDERS:
        asked = {field["name"] for field in collection["fields"]}
        for name in entries_of(collection):
            opened.open(collection["name"], name)
            for key in asked:
                expect(opened.part(key)).to_be_attached()
            file = f"{collection['folder']}/{name}.yml"
            known = read.parse(TEXTS[file], file).keys()
            assert known <= asked | {"kind"}, name


def test_entries_of_each_kind_stand_in_the_list_of_their_form(opened: Forms) -> None:
    for collection in FOLDERS:
        opened.page.goto(f"{opened.address}/#/collections/{collection['name']}")
        names = entries_of(collection)
        entries = f"{len(names)} entries" if len(names) > 1 else "one entry"
        told = f"“⁨{collection['label']}⁩” collection, which has {entries}"
        expect(opened.page.get_by_text(told)).to_be_attached()


def test_what_forms_write_passes_the_check(opened: Forms, tmp_path: Path) -> None:
    for collection in FOLDERS:
        opened.open(collection["name"])
        opened.write_all(NEW[collection["name"]], collection["fields"])
        opened.save()
    texts = opened.texts()
    assert texts["docs/assets/four-steps.txt"] == UPLOADED["buffer"].decode()
    assert len(texts) == len(TEXTS) + len(FOLDERS) + 1
    assert_passes(texts, tmp_path)


def test_the_first_notice_and_the_next_pass_the_check(opened: Forms, tmp_path: Path) -> None:
    [collection] = [one for one in COLLECTIONS if "files" in one]
    [form] = collection["files"]
    [notices] = form["fields"]
    for number in range(len(NOTICES_TOLD)):
        opened.open(collection["name"], form["name"])
        opened.part("notices").get_by_role("button", name="Add").last.click()
        opened.write_all(NOTICES_TOLD[number], notices["fields"], f"notices.{number}.")
        opened.save()
    texts = opened.texts()
    assert read.parse(texts[NOTICES], NOTICES) == {"notices": tuple(NOTICES_TOLD)}
    assert_passes(texts, tmp_path)


def assert_passes(texts: dict[str, str], tmp_path: Path) -> None:
    """The check of the board, with these texts in the place of its own data."""
    shutil.copytree(INVENTED.root, tmp_path, dirs_exist_ok=True)
    shutil.rmtree(tmp_path / "data")
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    done = command(tmp_path, "check")
    assert done.exit_code == 0, done.output


def test_an_entry_saved_again_says_what_it_said(opened: Forms) -> None:
    """A form loses remarks: of an entry that stands alone, the first line alone, which names its
    schema, and which .vscode/settings.json says for all."""
    for collection in FOLDERS:
        name = entries_of(collection)[0]
        opened.open(collection["name"], name)
        key = next(field["name"] for field in collection["fields"] if field["widget"] == "text")
        opened.part(key).locator("textarea").first.fill("Another text.")
        opened.save()
        file = f"{collection['folder']}/{name}.yml"
        before, after = (read.parse(texts[file], file) for texts in (TEXTS, opened.texts()))
        assert after == {**before, key: "Another text."}
