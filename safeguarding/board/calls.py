"""What pages call for of lists that make themselves."""

import datetime

from safeguarding.assets import OF_EASY_READ, PICTURES
from safeguarding.board import views
from safeguarding.board.models import Page
from safeguarding.board.views import Update
from safeguarding.problem import WrongWords, advice
from safeguarding.shared import addresses, rendering
from safeguarding.shared.page import PageCalls, call, look_up, shows, speaks
from safeguarding.shared.signs import SIGNS


class BoardCalls(PageCalls):
    """Words explained, A to Z, what changed, what others may do with the facts, and pictures of
    Easy Read."""

    @call
    @shows("data/glossary.yml", lambda site: site.glossary)
    def glossary_list(self) -> str:
        """Every word that needs explaining."""
        letters = views.glossary(self.site)
        return rendering.render(
            "board/glossary.html", letters=letters, number=len(self.site.glossary)
        )

    @call
    def a_to_z(self) -> str:
        """The titles of pages and the words that people use for them, letter by letter."""
        letters = views.a_to_z(self.site, self.here(), self.today)
        return rendering.render("board/a_to_z.html", letters=letters)

    @call
    @shows("", lambda site: views.updates(site, datetime.date.max))
    def updates(self, number: int | None = None) -> str:
        """What changed, newest first: all of it, or the last `number` changes."""
        return self._updates(views.updates(self.site, self.today)[:number])

    @call
    def data_changes(self) -> str:
        """What changed in the facts, newest first."""
        return self._updates(views.data_changes(self.site, self.today))

    @call
    def licence(self) -> str:
        """What others may do with the facts, as far as the board has said."""
        board = self.site.board
        return rendering.render(
            "board/licence.html", licence=board.licence, unconfirmed=board.unconfirmed
        )

    @call
    @speaks
    def picture(self, name: str, sign: str = "") -> str:
        """A place for a picture, beside an idea of an Easy Read page: the file of that name in
        docs/assets/easy-read/; while there is none, a sign, by default the one of that name."""
        head = self.site.pages[self.here()]
        if not (isinstance(head, Page) and head.easy_read):
            raise WrongWords(
                "is for an Easy Read page; write easy_read: true in the head, or show a picture as"
                " ![what it shows](its file)"
            )
        files = (f"{OF_EASY_READ}{name}.{kind}" for kind in (*PICTURES, "svg"))
        file = next((file for file in files if file in self.site.assets), "")
        if not file and not sign and name not in SIGNS and "?" in advice(name, SIGNS, ""):
            look_up(SIGNS, name, "the signs")
        path = look_up(SIGNS, sign, f"the signs ({', '.join(SIGNS)})") if sign else SIGNS.get(name)
        way = addresses.file(f"{addresses.ASSETS}{file}", self.here()) if file else ""
        return rendering.render("board/picture.html", file=way, path=path)

    def _updates(self, updates: tuple[Update, ...]) -> str:
        pairs = [(update, self._way(update.address)) for update in updates]
        return rendering.render("board/updates.html", updates=pairs)
