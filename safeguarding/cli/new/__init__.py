"""New entries for those who would rather answer questions than write YAML. Each is checked before
it stands."""

from typing import Any

import click

from safeguarding.cli.new import documents, lists, notices, pages, performance, training
from safeguarding.cli.saying import refusal, say


class Kinds(click.Group):
    """The kinds of entries. Who stops in the middle has written nothing, and who names no kind is
    told them."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None:
            raise refusal(
                f"{args[0]} is none of {', '.join(self.commands)}; write it like this: make new"
                " KIND=session"
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.Abort:
            say("", err=True)
            say("Nothing was written.", err=True)
            ctx.exit(1)


@click.group(cls=Kinds, no_args_is_help=False, invoke_without_command=True)
@click.pass_context
def new(context: click.Context) -> None:
    """Ask what is needed, and write it: a contact, a date, a figure, a document, a page."""
    if context.invoked_subcommand is None:
        raise refusal(
            f"of what kind: {', '.join(new.commands)}? Write it like this: make new KIND=session"
        )


for kind in (
    *(lists.contact, lists.change, lists.source, lists.group, lists.publication),
    notices.notice,
    *(training.course, training.session, training.event),
    *(performance.indicator, pages.procedure, pages.tree, documents.page),
):
    new.add_command(kind)
