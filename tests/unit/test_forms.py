"""forms/config.json: every form asks for every key of its model, and for no other."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from safeguarding import forms, schemas
from safeguarding.site import Site
from tests.conftest import ROOT

CONFIG = forms.config()
BY_NAME = {one["name"]: one for one in CONFIG["collections"]}


def field(form: str, *way: str) -> dict[str, Any]:
    """A field of a form, by the names that lead to it."""
    fields, found = BY_NAME[form]["fields"], {}
    for name in way:
        found = next(one for one in fields if one["name"] == name)
        fields = found.get("fields", [])
    return found


def test_file_is_that_of_the_models() -> None:
    assert (ROOT / forms.CONFIG).read_text("utf-8") == forms.text()


@pytest.mark.parametrize("form", forms.FORMS, ids=lambda form: form.name)
def test_each_key_of_an_entry_is_asked_for(form: forms.Form) -> None:
    schema = schemas.schema(Site.kinds()[f"{form.folder}/*.yml"])
    entry = schema["definitions"][form.kind] if form.kind else schema
    asked = {one["name"]: one for one in BY_NAME[form.name]["fields"]}
    known = {key for key, said in entry["properties"].items() if "const" not in said}
    assert asked.keys() == known
    assert {key for key in asked if asked[key]["required"]} == set(entry["required"])


def hints(fields: list[dict[str, Any]]) -> Iterator[str]:
    for field in fields:
        yield field.get("hint", "")
        inside = field.get("fields", [field["field"]] if "field" in field else [])
        yield from hints(inside)


@pytest.mark.parametrize("form", forms.FORMS, ids=lambda form: form.name)
def test_each_key_is_explained_without_words_of_files(form: forms.Form) -> None:
    told = [*hints(BY_NAME[form.name]["fields"])]
    assert [hint for hint in told if re.search(r"`|\bids?\b|\.yml|docs/|[{}]", hint)] == []
    assert "Whether one can still come; cancelled and moved need “Changes”" in [
        *hints(BY_NAME["dates"]["fields"])
    ]


def test_values_are_asked_for_by_their_kind() -> None:
    assert field("contacts", "help_line")["widget"] == "boolean"
    assert field("contacts", "order")["widget"] == "number"
    assert field("contacts", "verified", "on")["format"] == "YYYY-MM-DD"
    assert field("contacts", "phone")["pattern"][1].startswith("is no telephone number")
    assert field("dates", "status")["options"][0] == "open"
    assert field("dates", "trainers")["field"]["widget"] == "string"
    assert field("publications", "audience") | {"hint": "", "label": ""} == {
        "name": "audience",
        "label": "",
        "hint": "",
        "required": True,
        "widget": "relation",
        "collection": "lists",
        "file": "audiences",
        "value_field": "audiences.*.id",
        "display_fields": ["audiences.*.title"],
        "multiple": True,
        "min": 1,
    }


def test_what_can_be_of_several_kinds_is_asked_for_once() -> None:
    documents = BY_NAME["publications"]["fields"]
    one = next(field for field in documents if field["name"] == "documents")
    assert [(part["name"], part["required"]) for part in one["fields"]] == [
        ("file", False),
        ("title", False),
        ("page", False),
        ("url", False),
    ]


def test_nobody_publishes_from_a_form() -> None:
    """It proposes; the checks and a person agree."""
    assert CONFIG["publish_mode"] == "editorial_workflow"
    edited = [one for one in CONFIG["collections"] if not one.get("hide")]
    assert [one["name"] for one in edited if one["publish"]] == []


def test_nothing_is_deleted_in_a_form() -> None:
    """Its question names no entry, and what was published stays at its address."""
    assert all(BY_NAME[form.name]["delete"] is False for form in forms.FORMS)


def test_an_empty_field_is_left_out() -> None:
    assert CONFIG["output"]["omit_empty_optional_fields"]
