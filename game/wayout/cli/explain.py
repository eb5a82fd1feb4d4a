"""How is a code that `check` writes explained on the command line?

Command-line arguments of `wayout explain`.
"""

import click


@click.command(epilog="\b\nExamples:\n  wayout explain\n  wayout explain missing-target")
@click.argument("code", required=False)
@click.pass_context
def explain(context: click.Context, code: str | None) -> None:
    """Tell what a CODE of 'check' means, why it matters and how it is mended; without one, list all codes."""
    from wayout.commands import explain as tool

    context.exit(tool.run(code))
