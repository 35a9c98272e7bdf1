"""What pages call for of decision tools."""

from safeguarding.shared import rendering
from safeguarding.shared.page import PageCalls, call, look_up, shows
from safeguarding.tools import views


class ToolCalls(PageCalls):
    """Questions that lead to what to do."""

    @call
    @shows("data/decision_trees/", lambda site: site.decision_trees)
    def tool(self, id: str) -> str:
        """A decision tool, one question at a time."""
        tree = look_up(self.site.decision_trees, id, "data/decision_trees/")
        tool = views.tool(self.site, tree, self.here())
        self._name_sources(tree.authorities)
        return rendering.render(
            "tools/tool.html",
            tool=tool,
            marks=self._marks(),
            **self._doubt(dict.fromkeys(tool.contacts)),
        )
