"""The models as forms in a browser, for people who know no YAML: forms/config.json, in the words of
Sveltia CMS (handbook/adr/0012-forms.md)."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from safeguarding import schemas
from safeguarding.editing.writing import put
from safeguarding.publications.models import File
from safeguarding.record import Count, Day, Flag, Positive, Ref, Text
from safeguarding.site import Site

Json = dict[str, Any]
CONFIG = "forms/config.json"
LISTS = "lists"  # the files of which forms read ids, and that nobody edits there
UNION = "oneOf"
ANYTHING = "^(?!null$)"  # for a key that is not there, the program reads null


class Form(NamedTuple):
    """What one form edits: an entry of a file of its own in `folder` of data/. Where a folder holds
    several kinds, `kind` is the name of the model, and the others lack the key `told_by`."""

    name: str
    title: str
    one: str  # what one entry is called
    folder: str
    shown: str  # what lists show of an entry
    file: str = "{{fields.id}}"  # the name of a new file, without .yml
    kind: str = ""
    told_by: str = ""


FORMS = (
    Form(
        name="contacts",
        title="Contacts",
        one="Contact",
        folder="contacts",
        shown="{{name}}",
    ),
    Form(
        name="dates",
        title="Dates of courses",
        one="Date of a course",
        folder="training/sessions",
        shown="{{starts}} {{course}} {{status}}",
        kind="CourseDate",
        told_by="course",
    ),
    Form(
        name="events",
        title="Other events",
        one="Event",
        folder="training/sessions",
        shown="{{starts}} {{title}}",
        kind="Event",
        told_by="title",
    ),
    Form(
        name="changes",
        title="What changed",
        one="Change",
        folder="changes",
        shown="{{on}} {{page}}",
        file="{{fields.on}}-{{fields.page}}",
    ),
    Form(
        name="publications",
        title="Publications",
        one="Publication",
        folder="publications/entries",
        shown="{{title}}",
    ),
)
NOTICES = "notice.yml"  # the one file that a form edits as a whole


class Ids(NamedTuple):
    """Where the ids stand that a field names: a form, or a list of a file of data/, or of any file
    of a folder of it; and which key tells a person what an id means."""

    of: str
    list: str = ""
    told: str = "title"


# By the key that names them, or by its model and key.
IDS = {
    "audience": Ids("audiences", "audiences"),
    "booking": Ids("contacts", told="name"),
    "contact": Ids("contacts", told="name"),
    "other_formats": Ids("contacts", told="name"),
    "course": Ids("training/courses", "courses"),
    "venue": Ids("training/programme", "venues", told="name"),
    "about": Ids("publications"),
    "replaces": Ids("publications"),
    "subjects": Ids("publications", "subjects"),
    "Event.kind": Ids("training/programme", "event_kinds"),
    "Publication.kind": Ids("publications", "kinds"),
}


def _schema_of(kind: Any) -> Json:
    return TypeAdapter(kind).json_schema(schema_generator=schemas.Draft7)


# What is of one of these kinds is asked for by more than a line of text.
WIDGETS: list[tuple[Json, Json]] = [
    (_schema_of(Day), {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}),
    (_schema_of(File), {"widget": "file", "hint": "The file that readers open: drop it here"}),
    (_schema_of(Flag), {"widget": "boolean"}),
    (_schema_of(Count), {"widget": "number", "value_type": "int", "min": 0}),
    (_schema_of(Positive), {"widget": "number", "value_type": "int", "min": 1}),
    (_schema_of(Text), {"widget": "string"}),
]
SENTENCES = ("about", "learnt", "moved", "purpose", "summary", "text", "what")  # need more room
BY_ID = re.compile(r", by (an id|its id|ids)(\{[^}]*\}|[^:;{])*")
KEY = re.compile(r"`(\w+)`")
REF = _schema_of(Ref)


def config() -> Json:
    """All that the program is told, but for where the repository is."""
    return {
        "publish_mode": "editorial_workflow",  # a proposal, which the checks and a person pass
        "media_folder": "docs/assets",
        "public_folder": "/",
        "media_libraries": {"default": {"config": {"slugify_filename": True}}},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "collections": [*map(_collection, FORMS), _notices(), *_lists()],
    }


def text() -> str:
    """The text of forms/config.json."""
    return json.dumps(config(), ensure_ascii=False, indent=1) + "\n"


def write(root: Path) -> None:
    """forms/config.json in the project at `root`, anew."""
    (root / CONFIG).parent.mkdir(exist_ok=True)
    put(root / CONFIG, text())


def _collection(form: Form) -> Json:
    schema = schemas.schema(Site.kinds()[f"{form.folder}/*.yml"])
    fields = _Fields(schema["definitions"])
    some = {"filter": {"field": form.told_by, "pattern": ANYTHING}} if form.told_by else {}
    entry = schema["definitions"][form.kind] if form.kind else schema
    return {
        "name": form.name,
        "label": form.title,
        "label_singular": form.one,
        "description": entry["description"],
        "folder": f"data/{form.folder}",
        "extension": "yml",
        "format": "yaml",
        "slug": form.file,
        "identifier_field": "id" if "id" in entry["properties"] else "page",
        "summary": form.shown,
        "editor": {"preview": False},
        "publish": False,  # who merges is whom the repository lets
        "delete": False,  # what was published keeps its address; the dialog names no entry
        **some,
        "fields": list(fields.of(entry, form.kind or form.one)),
    }


def _notices() -> Json:
    """The notices, which stand together in one file."""
    schema = schemas.schema(Site.kinds()[NOTICES])
    file = {
        "name": "notices",
        "label": "Notices",
        "file": f"data/{NOTICES}",
        "fields": list(_Fields(schema["definitions"]).of(schema)),
    }
    return {
        "name": "above",
        "label": "Notices above every page",
        "format": "yaml",
        "editor": {"preview": False},
        "publish": False,
        "files": [file],
    }


def _lists() -> Iterator[Json]:
    """Where the ids stand that forms offer, besides those of entries with a form of their own."""
    lists: dict[str, dict[str, Ids]] = {}
    for ids in IDS.values():
        if ids.list:
            lists.setdefault(ids.of, {})[ids.list] = ids
    folders = {form.name for form in FORMS}
    files = [
        {"name": _plain(of), "label": of, "file": f"data/{of}.yml", "fields": _read(lists[of])}
        for of in lists
        if of not in folders
    ]
    yield {
        "name": LISTS,
        "label": "Lists",
        "hide": True,
        "create": False,
        "format": "yaml",
        "files": files,
    }
    for of in lists:
        if of in folders:
            yield {
                "name": f"{of}-{LISTS}",
                "label": "Lists",
                "hide": True,
                "create": False,
                "folder": f"data/{of}",
                "extension": "yml",
                "format": "yaml",
                "identifier_field": "other_formats",
                "fields": [{"name": "other_formats", "required": False}, *_read(lists[of])],
            }


def _plain(of: str) -> str:
    return of.rpartition("/")[2]


def _read(lists: Mapping[str, Ids]) -> list[Json]:
    return [
        {
            "name": name,
            "widget": "list",
            "required": False,
            "fields": [{"name": "id"}, {"name": ids.told}],
        }
        for name, ids in lists.items()
    ]


class _Fields:
    """The fields of a form, out of a JSON Schema and its definitions."""

    def __init__(self, definitions: Mapping[str, Json]) -> None:
        self._definitions = definitions

    def of(self, model: Json, name: str = "") -> Iterator[Json]:
        """A field for each key of a model, first those that must be there. What can be but one word
        is nothing to ask for."""
        needed = model.get("required", ())
        for key, said in sorted(
            model["properties"].items(), key=lambda pair: pair[0] not in needed
        ):
            if "const" not in said:
                asked = self._asked(said, f"{name}.{key}")
                yield {
                    "name": key,
                    "label": _label(key),
                    "hint": _hint(said["description"]),
                    "required": key in needed,
                    **asked,
                }

    def _asked(self, said: Json, key: str) -> Json:
        """How a value is asked for."""
        bare = _bare(said)
        if "$ref" in bare:
            return self._object(bare)
        if "enum" in bare:
            return {"widget": "select", "options": bare["enum"]}
        if bare.get("type") in ("array", ["array", "null"]):
            return self._list(bare, key)
        if bare.get("type") == "object":
            return {"widget": "keyvalue", "key_label": "Who pays", "value_label": "Pounds"}
        if bare == REF:
            return _relation(key)
        if key.rpartition(".")[2] in SENTENCES:
            return {"widget": "text", **_longest(bare)}
        widget = next((widget for kind, widget in WIDGETS if kind == bare), None)
        return widget or _text(bare)

    def _object(self, said: Json) -> Json:
        return {
            "widget": "object",
            "fields": list(self.of(self._definitions[_model(said)], _model(said))),
        }

    def _list(self, said: Json, key: str) -> Json:
        items = said["items"]
        single = {"label_singular": _label(key.rpartition(".")[2].removesuffix("s"))}
        least = {"min": said["minItems"]} if "minItems" in said else {}
        if items == REF:
            return {**_relation(key), "multiple": True, **least}
        if UNION in items or "$ref" in items:
            fields = list(self._of_any(items))
            return {"widget": "list", **single, "fields": fields, **least}
        one = {"name": "one", "label": "One", **self._asked(items, key)}
        return {"widget": "list", **single, "field": one, **least}

    def _of_any(self, said: Json) -> Iterator[Json]:
        """The fields of each model that it can be, each once; what one model can do without is not
        required."""
        fields: dict[str, Json] = {}
        models = [self._definitions[_model(one)] for one in said.get(UNION, [said])]
        for model in models:
            for field in self.of(model, _model(said) if "$ref" in said else ""):
                fields.setdefault(field["name"], field)
        for name, field in fields.items():
            needed = all(name in model.get("required", ()) for model in models)
            yield {**field, "required": needed}


def _label(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _hint(description: str) -> str:
    """What a key is for, in the words of a form: one chooses by a name, and keys are labels."""
    return KEY.sub(lambda key: f"“{_label(key[1])}”", BY_ID.sub("", description))


def _bare(said: Json) -> Json:
    """What a value is said to be, without its description, and without that it can be absent."""
    kinds = [one for one in said.get("anyOf", ()) if one != {"type": "null"}]
    plain = kinds[0] if kinds else said
    return {key: value for key, value in plain.items() if key != "description"}


def _model(said: Json) -> str:
    name: str = said["$ref"].rpartition("/")[2]
    return name


def _text(said: Json) -> Json:
    """A line of text that has to look like something."""
    return {
        "widget": "string",
        "pattern": [said["pattern"], said["errorMessage"]],
        **_longest(said),
    }


def _longest(said: Json) -> Json:
    return {"maxlength": said["maxLength"]} if "maxLength" in said else {}


def _relation(key: str) -> Json:
    """One of the ids that are there, by what they mean."""
    ids = IDS.get(key) or IDS[key.rpartition(".")[2]]
    inside = f"{ids.list}.*." if ids.list else ""
    where = {"collection": ids.of}
    if ids.list:
        own = ids.of in {form.name for form in FORMS}
        where = (
            {"collection": f"{ids.of}-{LISTS}"}
            if own
            else {"collection": LISTS, "file": _plain(ids.of)}
        )
    return {
        "widget": "relation",
        **where,
        "value_field": f"{inside}id",
        "display_fields": [f"{inside}{ids.told}"],
    }
