"""How does a writer call up what helps to write a story: its checks, evidence, proof, map, preview, a first file?

Command-line options of `wayout check` (paths, output format, strictness), `wayout explain` (a code of a finding),
`wayout sources` (verify, coverage, unused, list, show, export, fingerprint), `wayout explore` (cap, plays, seed,
format), `wayout map` (format, output file), `wayout preview` (file, scene, trail) and `wayout new` (what is given
instead of asked).
"""

from pathlib import Path
from typing import Any, Literal

import click

from wayout.cli.options import OWN, STORIES
from wayout.state_space import DEFAULT_CAP, DEFAULT_PLAYS, DEFAULT_PLAYS_PAST_CAP, DEFAULT_SEED

EXPLORE_EXAMPLES = """
\b
Examples:
  wayout explore                          prove every shipped story sound
  wayout explore vasiliy --visits         one of them, with how often plays came where
  wayout explore my-story.yaml            a story of your own
  wayout explore big.yaml --cap 1000000   search further before plays take over
  wayout explore big.yaml --plays 50000 --seed 7 --uniform
  wayout explore --trails trails          write a trail to each fault into a folder
"""


@click.command(epilog=EXPLORE_EXAMPLES)
@click.argument("wanted", nargs=-1, metavar="[STORY|PATH]...")
@click.option("--cap", type=click.IntRange(1), default=DEFAULT_CAP, show_default=True,
              help="States to search through; of a story with more, plays show what they can.")  # fmt: skip
@click.option("--plays", type=click.IntRange(1), help=f"How often to play; without it {DEFAULT_PLAYS:,} times, "
              f"{DEFAULT_PLAYS_PAST_CAP:,} past the cap.")  # fmt: skip
@click.option(
    "--seed", type=int, default=DEFAULT_SEED, show_default=True, help="Of the plays: the same seed, the same plays."
)
@click.option("--uniform", is_flag=True, help="Take every open choice alike, not the least used first.")
@click.option("--visits", is_flag=True, help="Tell how often plays came to each scene and choice.")
@click.option("--trails", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="Write the shortest way to each fault into this folder.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(["text", "concise", "json", "github"]), default="text")
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@click.pass_context
def explore(
    context: click.Context,
    /,
    wanted: tuple[str, ...],
    form: Literal["text", "concise", "json", "github"],
    as_json: bool,
    **settings: Any,
) -> None:
    """Search through every state of stories, and play them: are they sound?

    Without a name all shipped stories; STORY is one of them, PATH a file or folder of your own. Found are scenes,
    choices and endings that no play reaches, moments with no choice open, moments from which no ending can be reached,
    and ways back onto a person's record by choices that the person did not make.

    Exit status: 0 sound, 1 findings, 2 misuse, 3 what is said cannot be written.
    """
    from wayout.commands import explore as tool
    from wayout.commands.explore_report import ExploreOptions

    context.exit(tool.run(wanted, ExploreOptions(form="json" if as_json else form, **settings)))


MAP_EXAMPLES = """
\b
Examples:
  wayout map vasiliy
  wayout map vasiliy --format svg -o vasiliy.svg
  wayout map my-story.yaml --format mermaid
"""


@click.command("map", epilog=MAP_EXAMPLES)
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


PREVIEW_EXAMPLES = """
\b
Examples:
  wayout preview vasiliy                        a shipped story beside its findings
  wayout preview my-branch.yaml                 a story or branch of your own
  wayout preview my-branch.yaml --at border     from a scene, as a reader can come to it
  wayout preview my-branch.yaml --trail trails/my-branch.trap.1.yaml
"""


@click.command(epilog=PREVIEW_EXAMPLES)
@click.argument("story", metavar="STORY|FILE")
@click.option("--at", "scene", metavar="SCENE", help="Begin at this scene.")
@click.option("--trail", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Begin where a trail leads, as 'wayout explore --trails' writes one to each fault.")  # fmt: skip
@click.option("--content", type=click.Choice(["full", "gentle"]), default="full", help="Which wording to read.")
@STORIES
@click.pass_context
def preview(
    context: click.Context, story: str, scene: str | None, trail: Path | None, content: str, stories: tuple[Path, ...]
) -> None:
    """Play STORY while you write it, beside what check finds.

    Whenever the file is saved it is read again, and you stay at the same moment of your trail. STORY is one of those
    shipped, FILE a story or a branch of your own.

    Exit status: 0, or 2 for misuse.
    """
    if scene is not None and trail is not None:
        raise click.UsageError("--trail and --at cannot be used together: a trail tells itself where it leads.")
    from wayout.commands import preview as tool
    from wayout.launch import goes_line_by_line

    has_screen = not goes_line_by_line(plain=False)
    context.exit(tool.run(story, scene, trail, stories, gentle=content == "gentle", has_screen=has_screen))


OUTPUT = click.option("-o", "--output", type=click.Path(path_type=Path), help="Write this file instead.")
AUTHOR = click.option("--author", help="Your name or initials, as readers will see them.")


@click.group()
def new() -> None:
    """A first branch, story, claim or edition: asks for what you do not give, and writes YAML that passes `check`."""


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
@OWN
@OUTPUT
@click.pass_context
def story(context: click.Context, /, output: Path | None, stories: tuple[Path, ...], **given: str | None) -> None:
    """A new testimony, with its person, its document and its first claim, in one file."""
    from wayout.authoring import interview
    from wayout.commands import new as tool

    context.exit(tool.run(interview.story, given, output, stories))


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


@new.command(
    epilog="\b\nExamples:\n  wayout new edition my-edition\n  wayout new edition my-edition --yes\n"
    "  wayout new edition the-flood --title 'The flood of 1964' --person 'Ana Reyes' --role 'keeper of a gate'\n"
    "      --document 'A talk with Ana Reyes' --place 'A gatehouse' --author 'A. W.' --yes"
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--id", help="Its id, which trails hang on; without it, one made from the title.")
@click.option("--title", help="What the edition is called.")
@click.option("--tagline", help="One line for the head of its library.")
@click.option("--person", help="Whose record the first one is: a name.")
@click.option("--role", help="Who that is, in a few words.")
@click.option("--document", help="The title of the document that tells it.")
@click.option("--place", help="Where it happens.")
@AUTHOR
@click.option("--yes", is_flag=True, help="Ask nothing: what is not given is written as an example.")
@click.pass_context
def edition(context: click.Context, /, folder: Path, yes: bool, **given: str | None) -> None:
    """A library of your own, in a new folder DIR: a first record that plays, with its evidence.

    It passes 'check', exports to every form and can be taught as it is; put your own in the place of the example.
    """
    from wayout.commands import new_edition as tool

    context.exit(tool.run(folder, given, takes_defaults=yes))


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


@click.command(epilog="\b\nExamples:\n  wayout explain\n  wayout explain missing-target")
@click.argument("code", required=False)
@click.pass_context
def explain(context: click.Context, code: str | None) -> None:
    """Tell what a CODE of 'check' means, why it matters and how it is mended; without one, list all codes."""
    from wayout.commands import explain as tool

    context.exit(tool.run(code))


@click.group()
def sources() -> None:
    """The documents and claims that the stories rest on."""


ORIGINALS = click.option("--originals", required=True, type=click.Path(exists=True, file_okay=False, path_type=Path),
                         help="The folder with the archived texts.")  # fmt: skip


@sources.command(epilog="\b\nExample:\n  wayout sources verify --originals ~/articles")
@ORIGINALS
@OWN
@click.option("--format", "form", type=click.Choice(["text", "concise", "json", "github"]), default="text")
@click.pass_context
def verify(
    context: click.Context, originals: Path, form: Literal["text", "concise", "json", "github"],
    stories: tuple[Path, ...],
) -> None:  # fmt: skip
    """Hold every cite against the archived texts: hash, lines, quotations.

    With --stories, the cites of your own claims alone.
    """
    from wayout.commands import sources as tool

    context.exit(tool.verify(originals, form=form, stories=stories))


@sources.command(epilog="\b\nExample:\n  wayout sources coverage --originals ~/articles")
@ORIGINALS
@OWN
@click.pass_context
def coverage(context: click.Context, originals: Path, stories: tuple[Path, ...]) -> None:
    """List the lines of each document that no claim cites; with --stories, of your own documents alone."""
    from wayout.commands import sources as tool

    context.exit(tool.coverage(originals, stories=stories))


@sources.command(epilog="\b\nExample:\n  wayout sources unused")
@OWN
@click.pass_context
def unused(context: click.Context, stories: tuple[Path, ...]) -> None:
    """List the claims that no story rests on yet."""
    from wayout.commands import sources as tool

    context.exit(tool.unused(stories=stories))


@sources.command("list", epilog="\b\nExample:\n  wayout sources list")
@OWN
@click.pass_context
def list_(context: click.Context, stories: tuple[Path, ...]) -> None:
    """List the documents, with what they were made from."""
    from wayout.commands import sources as tool

    context.exit(tool.list_documents(stories=stories))


@sources.command(epilog="\b\nExample:\n  wayout sources show vasiliy-refused")
@click.argument("name")
@OWN
@click.pass_context
def show(context: click.Context, name: str, stories: tuple[Path, ...]) -> None:
    """Show one claim or document."""
    from wayout.commands import sources as tool

    context.exit(tool.show(name, stories=stories))


@sources.command(epilog="\b\nExample:\n  wayout sources export > wayout.json")
@OWN
@click.pass_context
def export(context: click.Context, stories: tuple[Path, ...]) -> None:
    """Print every document as CSL-JSON, which reference managers read."""
    from wayout.commands import sources as tool

    context.exit(tool.export(stories=stories))


@sources.command(epilog="\b\nExample:\n  wayout sources fingerprint ~/articles/talk.txt")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_context
def fingerprint(context: click.Context, file: Path) -> None:
    """Print what a document's entry needs of its archived text: paste it below the document."""
    from wayout.commands import sources as tool

    context.exit(tool.fingerprint(file))
