"""The settings of another program, in whose YAML some values have tags that only it knows."""

from pathlib import Path
from typing import Any

import yaml

Safe: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(Safe):  # type: ignore[misc]  # one of two, of which PyYAML brings at least one
    """Reads None where a value has a tag of the program."""


_Loader.add_multi_constructor("!", lambda *_: None)


def load(path: Path) -> dict[str, Any]:
    """The settings in the file at `path`."""
    settings: dict[str, Any] = yaml.load(path.read_text("utf-8"), _Loader)
    return settings
