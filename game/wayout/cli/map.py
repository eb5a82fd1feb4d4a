"""How is the map of a story drawn from the command line?

Command-line options of `wayout map`: format and output file.
"""

from pathlib import Path

import click

EXAMPLES = """
\b
Examples:
  wayout map vasiliy
  wayout map vasiliy --format svg -o vasiliy.svg
  wayout map my-story.yaml --format mermaid
"""


@click.command("map", epilog=EXAMPLES)
@click.argument("story", required=False, metavar="[STORY|PATH]")
@click.option("--format", "form", type=click.Choice(["text", "mermaid", "svg"]), default="text", show_default=True)
@click.option("-o", "--output", "file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write it there, not to the screen.")  # fmt: skip
@click.option("--content", type=click.Choice(["full", "gentle"]), default="full", help="In which wording.")
@click.pass_context
def map_(context: click.Context, story: str | None, form: str, file: Path | None, content: str) -> None:
    """Draw every scene of STORY and what leads where, with the evidence words; for writers, nothing is hidden.

    A story with faults has a map too: scenes that nothing leads to, and targets that are missing, are marked.
    """
    from wayout.commands import map as tool

    context.exit(tool.run(story, form, file, gentle=content == "gentle"))
