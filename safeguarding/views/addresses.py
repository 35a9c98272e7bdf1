"""Where things live on the site, and how one page points to another."""

import posixpath

CONTACTS = "about/contacts/"  # every contact, at its id


def indicator(theme: str, id: str) -> str:
    return f"performance/{theme}/#{id}"


def section(id: str) -> str:
    return f"annual-report/{id}/"


def priority(id: str) -> str:
    return f"business-plan/#{id}"


def relative(target: str, here: str) -> str:
    """The way to the address `target` from the page at address `here`; both start at the site's root."""
    path, mark, anchor = target.partition("#")
    way = posixpath.relpath(path or ".", here or ".")
    return ("" if way == "." else way + "/") + mark + anchor if path.rstrip("/") != here.rstrip("/") else mark + anchor
