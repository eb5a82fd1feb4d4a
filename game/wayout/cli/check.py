"""How are stories and evidence checked from the command line?

Command-line options of `wayout check`: paths, output format, strictness.
"""

from pathlib import Path

import click


@click.command(
    epilog="\b\nExamples:\n  wayout check\n  wayout check my-story.yaml --format concise\n  wayout check my-folder\n"
    "  wayout check my-project --against my-project-last-year"
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "concise", "json", "github"]), default="text")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.option("--against", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="OLD_DIR",
              help="An older project: tell too which of its readers' trails would break.")  # fmt: skip
@click.pass_context
def check(context: click.Context, paths: tuple[Path, ...], form: str, strict: bool, against: Path | None) -> None:
    """Look for faults in stories and evidence: PATH is a file or a folder, without one what is shipped.

    Exit status: 0 clean, 1 findings, 2 misuse, 3 what is said cannot be written.
    """
    from wayout.commands import check as tool

    context.exit(tool.run(paths, form, strict, against))
