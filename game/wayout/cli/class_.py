"""How is a lesson called for?

Command-line options of `wayout class`: network, port, code, seats per address, wording, hands.
"""

from pathlib import Path
from typing import Any

import click

from wayout.classroom import DEFAULT_PORT, MAX_SEATS, MAX_SEATS_PER_ADDRESS
from wayout.cli.options import ALL, FOLDERS, WITHOUT


@click.command(
    "class",
    epilog="\b\nExamples:\n"
    "  wayout class igor nikita --lan\n"
    "  wayout class viktor yevgeniy --lan --content gentle\n"
    "  wayout class igor nikita --hands",
)
@click.argument("stories", nargs=-1, required=True, metavar="STORY...")
@click.option("--lan", "is_lan", is_flag=True, help="Let other machines of the network in; without it, this one only.")
@click.option("--address", default="", metavar="IP", help="The address to listen at, instead of the one that --lan "
              "finds: for a machine in several networks.")  # fmt: skip
@click.option("--public-url", default="", metavar="URL", help="The address that pupils type, where a proxy on this "
              "machine, or a name in the network, leads here; with https:// cookies are for TLS alone.")  # fmt: skip
@click.option("--port", type=click.IntRange(1, 65535), default=DEFAULT_PORT, show_default=True, help="Where to listen.")
@click.option("--code", default="", metavar="8DIGITS", help="The code of the class; a new one without it. The same "
              "code and port after a fault let pupils go on from their own pages.")  # fmt: skip
@click.option("--seats-per-address", type=click.IntRange(1, MAX_SEATS), default=MAX_SEATS_PER_ADDRESS,
              show_default=True,
              help="How many seats one address may take; behind one router, a whole class has one.")  # fmt: skip
@click.option("--content", type=click.Choice(["full", "gentle"]), default="full",
              help="full: each pupil chooses the wording; gentle: for all.")  # fmt: skip
@click.option("--no-ask", is_flag=True, help="Do not ask, before each reveal, what anyone could know of it.")
@click.option(
    "--hands", is_flag=True, help="One screen for all: hands are counted and typed in. No devices, no server."
)
@click.option("--plain", is_flag=True, help="Line by line, for screen readers.")
@WITHOUT
@FOLDERS
@click.pass_context
def class_(
    context: click.Context, /, stories: tuple[str, ...], folders: tuple[Path, ...], *, hands: bool, **options: Any
) -> None:
    """Play STORIES with a class: pupils in their browsers behind a code, the board in this terminal.

    No accounts and no names. Nothing is written; what the server holds is in memory, and wiped at the end.
    """
    from wayout import gc_tuning

    gc_tuning.defer_gc()
    from wayout.cli.options import named_or_exit
    from wayout.commands import classroom as tool
    from wayout.launch import goes_line_by_line
    from wayout.model.prompts import PARTS

    library, names = named_or_exit(context, stories, folders)
    if tool.no_story(library, names):
        context.exit(2)
    lesson = tool.LessonOptions(
        stories=names,
        gentle=options["content"] == "gentle",
        asks=not options["no_ask"],
        parts=tuple(part for part in PARTS if part not in options["without"] and ALL not in options["without"]),
        is_plain=goes_line_by_line(plain=options["plain"]),
        is_lan=options["is_lan"],
        address=options["address"],
        port=options["port"],
        code=options["code"],
        public_url=options["public_url"],
        seats_per_address=options["seats_per_address"],
    )
    context.exit(tool.raise_hands(library, lesson) if hands else tool.serve(library, lesson))
