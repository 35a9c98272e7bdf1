"""The models as JSON Schemas (draft 7), from which an editor's tools complete keys, explain them
and mark problems."""

import json
import re
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import DictSchema, ModelSchema, WithDefaultSchema

from safeguarding import files
from safeguarding.board.models import Page
from safeguarding.editing.writing import put
from safeguarding.procedures.models import Procedure
from safeguarding.record import Record
from safeguarding.site import Site

SETTINGS = ".vscode/settings.json"
DRAFT = "http://json-schema.org/draft-07/schema#"


def _name(pattern: str, model: type[Record]) -> str:
    """budget.yml and budget-*.yml -> budget, performance/*.yml -> performance, contacts/*.yml, each
    of which holds one -> contact."""
    if model.entry_of:
        return model.entry_of.removesuffix("s")
    return re.sub(r"-?\*$", "", Path(pattern).stem) or Path(pattern).parent.name


# The schema of each kind of file; of a page, that of its head.
NAMES: dict[type[Record], str] = {
    model: _name(pattern, model) for pattern, model in Site.kinds().items()
} | {Page: "page", Procedure: "procedure"}


class Draft7(GenerateJsonSchema):
    """Says what an editor of files needs: no titles made of names in the code, and no defaults that
    need not be written."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        """The docstring becomes a description: its lines end where the code's do, and are joined
        again."""
        model = super().model_schema(schema)
        model.pop("title", None)
        if "description" in model:
            paragraphs = model["description"].split("\n\n")
            model["description"] = "\n\n".join(" ".join(text.split()) for text in paragraphs)
        return model

    def dict_schema(self, schema: DictSchema) -> JsonSchemaValue:
        """Keys of one shape, and no others."""
        keys = self.generate_inner(schema["keys_schema"])
        values = self.generate_inner(schema["values_schema"])
        limits = {"min_length": "minProperties", "max_length": "maxProperties"}
        return {
            "type": "object",
            "patternProperties": {keys["pattern"]: values},
            "additionalProperties": False,
            **{limits[name]: schema[name] for name in limits if name in schema},  # type: ignore[literal-required]
        }


def schema(model: type[Record]) -> dict[str, Any]:
    """The schema of a file that holds `model`."""
    whole = model.model_json_schema(ref_template="#/definitions/{model}", schema_generator=Draft7)
    definitions = whole.pop("$defs", {})
    if model.entry_of:  # what stands in the file is the entry itself
        whole = whole["properties"][model.entry_of]["items"]
        whole = definitions.pop(whole.get("$ref", "").rpartition("/")[-1], whole)
    return {"$schema": DRAFT} | whole | {"definitions": definitions}


def first_line(name: str) -> str:
    """The first line of the file of data/ of that name, which names its schema."""
    model = files.model_of(name, Site.kinds())
    way = "../" * name.count("/")
    return f"# yaml-language-server: $schema={way}schemas/{NAMES[model]}.json\n"


def texts() -> dict[str, str]:
    """Every file of schemas/ by its name."""
    return {
        f"{name}.json": json.dumps(schema(model), ensure_ascii=False, indent=1) + "\n"
        for model, name in sorted(NAMES.items(), key=lambda pair: pair[1])
    }


def settings() -> str:
    """The text of .vscode/settings.json: the schema of entries that stand alone, by their folders.
    Their first line says it too, but a form drops that."""
    of = {
        f"./schemas/{NAMES[model]}.json": f"data/{pattern}"
        for pattern, model in Site.kinds().items()
        if model.entry_of
    }
    return json.dumps({"yaml.schemas": of}, indent=1) + "\n"


def write(root: Path) -> None:
    """schemas/ in the project at `root`, anew, and no old file among them; and what names them to
    an editor of files."""
    folder, new = root / "schemas", texts()
    for made in (folder, (root / SETTINGS).parent):
        made.mkdir(exist_ok=True)
    put(root / SETTINGS, settings())
    for name, text in new.items():
        put(folder / name, text)
    for old in folder.glob("*.json"):
        if old.name not in new:
            old.unlink()
