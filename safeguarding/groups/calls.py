"""What pages call for of sub-groups, and of the documents and groups that a report names."""

from safeguarding.groups import views
from safeguarding.shared import rendering
from safeguarding.shared.page import PageCalls, call, look_up, shows


class GroupCalls(PageCalls):
    """Who did the work."""

    @call
    @shows("data/sub_groups.yml", lambda site: site.sub_groups)
    def sub_group(self, id: str) -> str:
        """One sub-group: what it was for, how often it met, what it did and planned."""
        group = look_up(self.site.sub_groups, id, "data/sub_groups.yml")
        return rendering.render(
            "groups/sub_group.html", group=group, called=self.site.source_of(group).called
        )

    @call
    @shows("data/sub_groups.yml", lambda site: site.sub_groups)
    def sub_group_list(self) -> str:
        """Every sub-group in one table, linked to its own heading on the page."""
        return self._table(views.sub_groups(self.site))

    @call
    @shows("data/register.yml", lambda site: site.register.documents)
    def document_table(self) -> str:
        """The documents that the report names."""
        return self._table(views.documents(self.site))

    @call
    @shows(
        "data/register.yml",
        lambda site: any(document.adopted for document in site.register.documents),
    )
    def adopted_table(self) -> str:
        """The documents that the board adopted, and where each is now."""
        return self._table(views.adopted(self.site, self.here()))

    @call
    @shows("data/register.yml", lambda site: site.register.groups)
    def group_table(self) -> str:
        """The groups and meetings that the report names."""
        return self._table(views.groups(self.site))

    @call
    @shows("data/sub_groups.yml", lambda site: site.sub_groups)
    def structure_chart(self) -> str:
        """The board and its groups, one below the other."""
        return rendering.render(
            "groups/structure.html",
            board=self.site.board,
            groups=self.site.sub_groups.values(),
            others=[group for group in self.site.register.groups if group.on_chart],
        )
