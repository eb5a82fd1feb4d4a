"""How does a writer ask for a first file?

Command-line options of `wayout new`: what is given instead of asked, author, output file.
"""

from pathlib import Path

import click

from wayout.cli.options import OWN

OUTPUT = click.option("-o", "--output", type=click.Path(path_type=Path), help="Write this file instead.")
AUTHOR = click.option("--author", help="Your name or initials, as readers will see them.")


@click.group()
def new() -> None:
    """A first branch, story or claim: asks for what you do not give, and writes YAML that passes `check`."""


@new.command(
    epilog="\b\nExamples:\n  wayout new branch\n"
    "  wayout new branch --grows vasiliy --at the-call --label 'Ask a group for help' --act run\n"
    "      --claims help-idite-lesom-purpose --is reported --author 'A. W.'"
)
@click.option("--grows", help="The story that it grows.")
@click.option("--at", help="The scene with the question.")
@click.option("--label", help="What can be chosen there.")
@click.option("--act", help="The kind of choice, from story/acts.yaml.")
@click.option("--claims", help="Claims that name or imply it, with commas between them.")
@click.option("--is", "known", help="How it is known what followed.")
@AUTHOR
@OWN
@OUTPUT
@click.pass_context
def branch(context: click.Context, /, output: Path | None, stories: tuple[Path, ...], **given: str | None) -> None:
    """One more option at a scene of a story, in a file of its own."""
    from wayout.authoring import interview
    from wayout.commands import new as tool

    context.exit(tool.run(interview.branch, given, output, stories))


@new.command(
    epilog="\b\nExamples:\n  wayout new story\n"
    "  wayout new story --name Anna --role 'a medic' --title 'The medic' --teaser 'A medic is called up.'\n"
    "      --document 'A talk with Anna' --place 'minute 3' --says 'She is called up.' --kind event\n"
    "      --voice reported --identity pseudonym --name-place 'minute 1' --author 'A. W.'"
)
@click.option("--person", help="An id for the person; without it, one made from the name.")
@click.option("--name", help="What the person is called in the story.")
@click.option("--role", help="Who that is, in a few words.")
@click.option("--identity", help="pseudonym or real-name, where the document says so; without it, unstated.")
@click.option("--name-place", help="Of a pseudonym: where the document says that the name is not the real one.")
@click.option("--title", help="The story's title.")
@click.option("--teaser", help="One sentence for the list of stories.")
@click.option("--document", help="The title of the document that tells it.")
@click.option("--text", help="The file with its text, if you hold it: places are then its lines.")
@click.option("--place", help="Where in it the first statement stands.")
@click.option("--says", help="The first statement, in your own words.")
@click.option("--kind", help="event, speech, motive, belief, threat, rule, figure or status.")
@click.option("--voice", help="quoted or reported, where the person says so; narrated, where the text does.")
@AUTHOR
@OUTPUT
@click.pass_context
def story(context: click.Context, /, output: Path | None, **given: str | None) -> None:
    """A new testimony, with its person, its document and its first claim, in one file."""
    from wayout.authoring import interview
    from wayout.commands import new as tool

    context.exit(tool.run(interview.story, given, output))


@new.command(
    epilog="\b\nExamples:\n  wayout new claim\n"
    "  wayout new claim --document national-herald --lines 15 --kind speech --speaker vasiliy --voice reported\n"
    "      --says 'He says that he will not go.' --id vasiliy-will-not-go"
)
@click.option("--document", help="The document that says so.")
@click.option("--lines", help="The lines of its archived text, or the place in one that is not archived.")
@click.option("--says", help="What it says, in your own words.")
@click.option("--kind", help="event, speech, motive, belief, threat, rule, figure or status.")
@click.option("--speaker", help="Who says so; without it, the text's own narrator.")
@click.option("--about", help="Whom it is about, if anybody: ids of people, with commas.")
@click.option("--voice", help="quoted, reported or narrated.")
@click.option("--quote", help="At most seven of its very words, from an archived text.")
@click.option("--originals", metavar="DIR", type=click.Path(exists=True, file_okay=False),
              help="The folder of the archived texts, to compare the quotation with.")  # fmt: skip
@click.option("--content", help="self-injury, killing-of-prisoners, combat or child-distress, if it tells of that.")
@click.option("--gentle", help="With --content: the same in a gentle wording.")
@click.option("--interest", help="self, where it clears or favours the one who says it.")
@click.option("--owner", help="Of a figure: who counted, and what.")
@click.option("--date", help="When it was, as exact as the document is: 2022, 2022-09 or 2022-09-24.")
@click.option("--as-of", help="As of when it holds.")
@click.option("--in-force", help="Of a rule: when it holds, such as 2022-09-24/.. for from that day on.")
@click.option("--id", help="Its id; without it, one made from what it says.")
@OWN
@OUTPUT
@click.pass_context
def claim(context: click.Context, /, output: Path | None, stories: tuple[Path, ...], **given: str | None) -> None:
    """One statement of one document, to be pasted below `claims:`."""
    from wayout.authoring import interview
    from wayout.commands import new as tool

    context.exit(tool.run(interview.claim, given, output, stories))
