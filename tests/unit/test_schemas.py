"""schemas/: an editor's tools accept what the models accept, refuse what a schema can refuse, and
explain every key."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from safeguarding import schemas
from safeguarding.board.models import Address
from safeguarding.contacts.models import Phone
from safeguarding.groups.models import Adopted
from safeguarding.performance.models import Observed, Series
from safeguarding.plan.models import Lead
from safeguarding.record import Id, Lines, Number, Record
from safeguarding.site import Site
from safeguarding.timed import Moment
from safeguarding.training.models import Session
from safeguarding.yaml import read
from tests import editors
from tests.boards import REAL
from tests.conftest import ROOT, command
from tests.unit.test_model_errors import SPOILT

each = pytest.mark.parametrize("model", schemas.NAMES, ids=schemas.NAMES.get)
ALIKE = {
    Id: (
        ["missing-children", "n12", "2013", '"2013"', "012", "no", "true"],
        ["Missing", "missing_children", "-a", "1.2", '""', "null"],
    ),
    Number: (["12", "6.0", "-4", '"6"', "012"], ["6%", "true", "null", "1,000", "1_000"]),
    Lines: (
        ["665", "665-669", '"665-669, 716"'],
        ["page 3", "665-", "6.5", "-3", "true", "null", "[665]"],
    ),
    Moment: (
        ["2027-01-13", "2027-01-13 09:30", "2027-1-13 9:30", "2027-01-13T09:30"],
        [
            "tomorrow",
            "2027-01-13 24:00",
            "2027-13-01 09:30",
            "2027-01-13T09:30Z",
            "20270113",
            "null",
        ],
    ),
    Address: (
        ["https://example.org/", "http://example.org"],
        ["example.org", "https://", "ftp://example.org/"],
    ),
    Phone: (
        ["0800 1111", '"999"', "999", "0800", "+44 1"],
        ["-999", "1.5", "true", "0800  1111", "0800 111l", "+ 44 1"],
    ),
    Series: (
        ["{2012-13: 1}", "{2013: 1}", "{2013-09-30: 1, undated: 1}", "{2009-07/2010-06: 1}"],
        ["{September: 1}", "{2012-2013: 1}", "{12: 1}", "{2013-13-01: 1}"],
    ),
    Observed: (
        [
            *("6.5", "not available", "c", "{value: 6.5, count: 2, of: 6}", "{low: 1, high: 2}"),
            *("{value: 6.5, limits: [6, 7]}", "{below: 5}", "{value: 6.5, count: 2.5, of: 6.5}"),
        ],
        [
            "none",
            "{below: 1}",
            "{value: 6.5, limits: [6]}",
            "6.5%",
            "null",
            "{vlaue: 6.5}",
            "{count: 1}",
            "{value: 6.5, count: -1}",
            "{absence: none}",
            "{low: 1}",
            "{value: 6.5, low: 1}",
            "{value: 6.5, low: 1, high: 7}",
            "{value: 6.5, absence: blank}",
            "{count: 2, absence: suppressed}",
        ],
    ),
    Session: (
        [
            "{id: a, starts: 2027-01-13, ends: 2027-01-13, course: wrap}",
            "{id: a, starts: 2027-01-13, ends: 2027-01-13, kind: course, course: wrap}",
            "{id: a, starts: 2027-01-13, ends: 2027-01-13, kind: audit, title: A, audience: [all]}",
        ],
        [
            "{id: a, starts: 2027-01-13, ends: 2027-01-13}",
            "{id: a, starts: 2027-01-13, ends: 2027-01-13, course: wrap, title: A}",
            "{id: a, starts: 2027-01-13, ends: 2027-01-13, kind: audit, course: wrap}",
            "{id: a, starts: 2027-01-13, ends: 2027-01-13, kind: audit, title: A}",
            "{id: a, starts: 2027-01-13, ends: 2027-01-13, kind: audit, title: A, audience: []}",
            "wrap",
        ],
    ),
    Adopted: (
        [
            "{purpose: A, keeper: b, state: here, page: c/}",
            "{purpose: A, keeper: b, state: superseded, page: c/}",
            "{purpose: A, keeper: b, state: not held}",
        ],
        [
            "{purpose: A, keeper: b, state: here}",
            "{purpose: A, keeper: b, state: not held, page: c/}",
            "{purpose: A, keeper: b, page: c/}",
        ],
    ),
    Lead: (
        ["{role: Chair}", "{name: A B, role: Chair}", "{role: 1, name: ~}"],
        ["{}", "{role: null}", "Chair", "{leads: Chair}"],
    ),
}
UNSEEN = {
    "years that do not follow",
    "months that run backwards",
    "day that does not exist",
    "backward lines",
}  # what no schema can say; the build still says it
UNREAD = {"list in place of one"}  # what is refused before it reaches a model


def checker(model: type[Record]) -> Any:
    text = (ROOT / f"schemas/{schemas.NAMES[model]}.json").read_text("utf-8")
    return editors.checker(json.loads(text))


def written(name: str, text: str) -> Any:
    """What an editor's tools make of a file of data/, or of the head of a page."""
    return editors.read(text.split("---\n", 2)[1] if name.endswith(".md") else text)


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every mapping within a schema, the schema itself first."""
    if isinstance(node, dict):
        yield node
    inside: Iterable[Any] = ()
    if isinstance(node, dict):
        inside = node.values()
    elif isinstance(node, list):
        inside = node
    for one in inside:
        yield from parts(one)


def accepts(kind: Any, value: Any) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def test_files_are_those_of_the_models() -> None:
    assert {
        path.name: path.read_text("utf-8") for path in (ROOT / "schemas").iterdir()
    } == schemas.texts()


def test_command_writes_them_anew_and_leaves_no_old_one(tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/old.json").write_text("{}")
    done = command(tmp_path, "schemas")
    assert done.stdout == (
        f"Wrote schemas/ with {len(schemas.NAMES)} files, and forms/config.json.\n"
    )
    assert {path.name for path in (tmp_path / "schemas").iterdir()} == {
        f"{name}.json" for name in schemas.NAMES.values()
    }


@each
def test_it_keeps_to_draft_7(model: type[Record]) -> None:
    schema = schemas.schema(model)
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == schemas.DRAFT
    for part in parts(schema):
        assert not {"$defs", "prefixItems"} & set(part)
        for end in ("minimum", "maximum"):
            both = {end, f"exclusive{end.title()}"}
            assert not both <= set(part), "VS Code reads one of the two"
        assert "$ref" not in part or set(part) <= {
            "$ref",
            "description",
        }, "draft 7 reads nothing else beside a reference"


@each
def test_every_key_says_what_to_write(model: type[Record]) -> None:
    fields = [
        pair
        for part in parts(schemas.schema(model))
        if "additionalProperties" in part
        for pair in part.get("properties", {}).items()
    ]
    assert fields
    assert [field for field, said in fields if not said.get("description")] == []


def test_settings_name_the_schemas_of_entries_that_stand_alone() -> None:
    assert (ROOT / schemas.SETTINGS).read_text("utf-8") == schemas.settings()
    named = json.loads(schemas.settings())["yaml.schemas"]
    assert named["./schemas/contact.json"] == "data/contacts/*.yml"
    assert all((ROOT / schema).is_file() for schema in named)


def test_every_file_names_its_schema_in_its_first_line(real_site: Site) -> None:
    for name, record in real_site.files.items():
        if name.startswith("data/") and not record.entry_of:  # a form drops it there
            begin, _, address = (ROOT / name).read_text("utf-8").partition("\n")[0].partition("=")
            assert begin == "# yaml-language-server: $schema", (
                f"{name}: begin it with the first line of the file beside it"
            )
            assert (
                (ROOT / name).parent / address
            ).resolve() == ROOT / f"schemas/{schemas.NAMES[type(record)]}.json"


def test_every_file_and_every_head_is_accepted(real_site: Site) -> None:
    for name, record in real_site.files.items():
        errors = checker(type(record)).iter_errors(written(name, (ROOT / name).read_text("utf-8")))
        assert [f"{name}: {error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("name", sorted(SPOILT.keys() - UNREAD))
def test_what_no_model_takes_is_refused(name: str) -> None:
    spoilt = SPOILT[name]
    value = written(spoilt.file, REAL.texts(spoilt.edits)[spoilt.file])
    model = type(REAL.site().files[spoilt.file])
    assert checker(model).is_valid(value) == (name in UNSEEN)


@pytest.mark.parametrize(
    ("kind", "text", "good"),
    [
        (kind, text, good)
        for kind, lists in ALIKE.items()
        for good, texts in zip((True, False), lists, strict=True)
        for text in texts
    ],
)
def test_model_and_schema_are_of_one_mind(kind: Any, text: str, good: bool) -> None:
    value = read.parse(f"it: {text}\n", "facts.yml")["it"]
    schema = TypeAdapter(kind).json_schema(schema_generator=schemas.Draft7)
    marked = not editors.checker(schema).is_valid(editors.read(f"it: {text}\n")["it"])
    assert (accepts(kind, value), marked) == (good, not good)
