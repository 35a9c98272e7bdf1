"""What the search of a built site knows."""

import json
from pathlib import Path
from typing import Any


def index(site_folder: Path) -> dict[str, Any]:
    """What is the same for every query."""
    told: dict[str, Any] = json.loads((site_folder / "search/index.json").read_text("utf-8"))
    return told


def pages(site_folder: Path) -> dict[str, dict[str, Any]]:
    """What a result shows of each page, by its address."""
    folder = site_folder / "search" / index(site_folder)["version"]
    every = (json.loads(path.read_text("utf-8")) for path in folder.glob("page-*.json"))
    return {page["address"]: page for page in every}


def words(site_folder: Path) -> dict[str, Any]:
    """What each word tells of which pages."""
    found: dict[str, Any] = {}
    for path in (site_folder / "search" / index(site_folder)["version"]).glob("words-*.json"):
        found |= json.loads(path.read_text("utf-8"))
    return found
