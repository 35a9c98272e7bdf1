"""The calls of living pages: what to do today, whom to call, and what says so."""

from safeguarding.board import views as lists
from safeguarding.exports import tables as open_data
from safeguarding.law import views as sources
from safeguarding.law.models import NOT_YET
from safeguarding.procedures import views as procedures
from safeguarding.shared import addresses, rendering, words
from safeguarding.shared.page import Page, known
from safeguarding.tools import views as tree


class Living(Page):
    """Procedures, tools, contacts, and the lists that make themselves."""

    def contact(self, id: str) -> str:
        """A contact inside a sentence: its name, and its number if it has one."""
        return rendering.render("contacts/contact.html", contact=self._named(id))

    def number(self, id: str) -> str:
        """A contact's number alone, inside a sentence."""
        contact = self._named(id)
        if contact.phone is None:
            raise ValueError(
                f'{id} has no phone in data/contacts.yml; add it there, or write contact("{id}")'
            )
        return rendering.render("contacts/number.html", contact=contact)

    def contact_card(self, id: str, *ids: str) -> str:
        """Contacts as a list, each with what it is for. The first list of a page says which of them
        nobody has confirmed."""
        found = [self._named(one) for one in (id, *ids)]
        return rendering.render("contacts/contacts.html", contacts=found) + self._once_doubtful(
            found
        )

    def contact_list(self) -> str:
        """Every contact, with the day it was checked or where its number was found."""
        return rendering.render("contacts/contact_list.html", contacts=self.site.contacts.values())

    def emergency(self) -> str:
        """What to do when a child is in danger now."""
        return rendering.render("contacts/emergency.html", contact=self._contact("emergency"))

    def cite(self, id: str) -> str:
        """A source inside a sentence, linked to the list at the foot of a procedure."""
        self._name([known(self.site.authorities, id, "data/law/").id])
        return rendering.render("law/mark.html", id=id, numbers=self._numbers())

    def when(self, id: str, before: str, after: str) -> str:
        """One of two sentences: `before` as long as that source is not yet in force, `after` from
        the day on which it is."""
        state = known(self.site.authorities, id, "data/law/").state(self.today)
        return before if state == NOT_YET else after

    def _name(self, ids):
        self._cited[self.here()].update(dict.fromkeys(ids))

    def _numbers(self):
        """Each source that the page has named so far, with its number in the list at the foot."""
        return {id: number for number, id in enumerate(self._cited[self.here()], 1)}

    def cited(self) -> str:
        """Every source that the page has named above, with the day it was checked."""
        found = procedures.sources(self.site, self._cited[self.here()], self.today)
        return rendering.render(
            "law/authorities.html",
            sources=found,
            told=addresses.relative(addresses.SOURCES, self.here()),
        )

    def source_list(self) -> str:
        """Every source of every page, with how and when it was read, and the pages that rest on
        it."""
        return "\n\n".join(
            part
            for kind, entries in sources.entries(self.site, self.here(), self.today)
            for part in (
                rendering.heading(2, kind, words.slug(kind)),
                rendering.render("law/source_list.html", entries=entries),
            )
        )

    def tool(self, id: str) -> str:
        """A decision tool, one question at a time."""
        found = known(self.site.decision_trees, id, "data/decision_trees/")
        shown = tree.tool(self.site, found, self.here())
        self._name(
            source for place in (*found.questions, *found.results) for source in place.sources
        )
        return rendering.render(
            "tools/tool.html",
            tool=shown,
            numbers=self._numbers(),
            **self._doubt(
                list(
                    dict.fromkeys(
                        one
                        for ended in shown.ended
                        for one in (*ended.contacts, *[ended.call] * bool(ended.call))
                    )
                )
            ),
        )

    def table_data(self, id: str) -> str:
        """The data files of what stands above, where that is no table of its own."""
        return rendering.render(
            "shared/data.html",
            id=known(
                {table.id: table.id for table in open_data.tables(self.site)},
                id,
                "about/open-data/",
            ),
            data=self._data(),
        )

    def data_list(self) -> str:
        """Every table that can be taken away as a file."""
        return rendering.render(
            "shared/data_list.html", tables=open_data.tables(self.site), data=self._data()
        )

    def data_changes(self) -> str:
        """What changed in the facts, newest first."""
        return self._updates(lists.data_changes(self.site))

    def licence(self) -> str:
        """What others may do with the facts, as far as the board has said."""
        return rendering.render("board/licence.html", licence=self.site.board.licence)

    def procedure(self) -> str:
        """The fixed parts of this procedure: emergency, at a glance, steps, time limits, what to
        record."""
        page = self._procedure()
        self._name(
            id
            for step in (*page.glance, *page.steps, *page.timescales)
            if step.counts(self.today)
            for id in step.sources
        )
        parts = (
            self.emergency(),
            self._state(page),
            rendering.heading(2, "At a glance", "at-a-glance"),
            self._lines("procedures/glance.html", page.glance),
            rendering.heading(2, "What to do", "what-to-do"),
            (
                "**Must** means the law says so. **May** means the law allows it. **Should** means"
                " guidance or good practice says so. **Local** was agreed here. What has no mark is"
                " our advice."
            ),
            self._lines("procedures/steps.html", page.steps),
            rendering.heading(2, "Time limits", "time-limits"),
            self._lines("procedures/timescales.html", page.timescales),
            self.table_data("time-limits"),
            rendering.heading(2, "What to record", "what-to-record"),
            "\n".join(f"- {line}" for line in page.record),
        )
        return "\n\n".join(parts)

    def _state(self, page):
        old = procedures.replaced(
            self.site, self.site.shown_on(self.today).get(self.here(), ()), self.today
        )
        return rendering.render(
            "procedures/state.html",
            control=procedures.control(self.site, page, self.today),
            replaced=old,
        )

    def procedure_end(self) -> str:
        """The last parts of this procedure: its sources, who keeps it and its history."""
        page = self._procedure()
        history = "\n".join(f"- {words.day(change.on)}: {change.what}" for change in page.changes)
        return "\n\n".join(
            [
                rendering.heading(2, "See also", "see-also"),
                self._related(page),
                rendering.heading(2, "Sources", "sources"),
                self.cited(),
                rendering.heading(2, "About this page", "about-this-page"),
                self._control("procedures/control.html", page),
                rendering.heading(3, "Changes", "changes"),
                history,
            ]
        )

    def _related(self, page):
        links = [
            (lists.title(self.site, address), addresses.relative(address, self.here()))
            for address in page.related
        ]
        return rendering.render("procedures/related.html", links=links)

    def _procedure(self):
        return known(
            self.site.procedures, self.here().strip("/").rpartition("/")[2], "docs/procedures/"
        )

    def _lines(self, template, steps):
        return rendering.render(
            template,
            lines=procedures.lines(self.site, steps, self.today),
            numbers=self._numbers(),
        )

    def _control(self, template, page):
        return rendering.render(template, control=procedures.control(self.site, page, self.today))

    def procedure_finder(self) -> str:
        """Every procedure, by what a reader needs to do and by whom it is for."""
        found = (
            procedures.entries(self.site, self.here(), self.today),
            procedures.by_audience(self.site, self.here(), self.today),
        )
        return "\n\n".join(
            [
                rendering.render("procedures/finder.html", entries=found[0]),
                rendering.heading(2, "By your work", "by-your-work"),
                rendering.render("procedures/audiences.html", audiences=found[1]),
            ]
        )

    def glossary_list(self) -> str:
        """Every word that needs explaining."""
        return rendering.render("board/glossary.html", letters=lists.glossary(self.site))

    def a_to_z(self) -> str:
        """The titles of pages and the words that people use for them, letter by letter."""
        return rendering.render("board/a_to_z.html", letters=lists.a_to_z(self.site, self.here()))

    def updates(self, number: int | None = None) -> str:
        """What changed, newest first: all of it, or the last `number` changes."""
        return self._updates(lists.updates(self.site, self.today)[:number])

    def _updates(self, found):
        return rendering.render(
            "board/updates.html",
            updates=[(update, addresses.relative(update.address, self.here())) for update in found],
        )

    def review_due(self) -> str:
        """When each procedure is due for review."""
        return self._table(lists.review_due(self.site, self.here(), self.today))
