"""Where the values of other areas come from."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from safeguarding.record import Ref, Sourced
from safeguarding.yaml import values as yaml


class SourceOfArea(Sourced):
    """Where the values of another area come from."""

    source: Ref = Field(description="The source, by its id in data/sources.yml")


def _spelled_out(written: Any) -> Any:
    """The id of a source is short for it without a place in it."""
    if not isinstance(written, yaml.Mapping):
        return written
    whole = yaml.Mapping(written.place)
    whole.places = written.places
    for area, value in written.items():
        whole[area] = value
        if isinstance(value, str):
            whole[area] = yaml.Mapping(written.places[area])
            whole[area]["source"], whole[area].places["source"] = value, written.places[area]
    return whole


SourcesOfAreas = Annotated[
    dict[Ref, SourceOfArea],
    BeforeValidator(_spelled_out, json_schema_input_type=dict[Ref, Ref | SourceOfArea]),
]
