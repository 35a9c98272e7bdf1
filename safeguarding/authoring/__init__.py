"""What an author may write in a page. Each call picks a view and a template; the page's own address
makes links work."""

from safeguarding.authoring.archive import Archive
from safeguarding.authoring.living import Living
from safeguarding.training.calls import Training


class Author(Archive, Living, Training):
    """Every call that a page can make."""


CALLS = [
    name for kind in (Archive, Living, Training) for name in vars(kind) if not name.startswith("_")
]
