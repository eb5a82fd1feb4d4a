"""What does `wayout preview` open, and what does it read again whenever a file changes?

Start-up of the live preview: which files are watched and read, whether a full screen is possible, where it begins.
"""

import os
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from wayout.authoring.compatibility import findings as of_trails
from wayout.authoring.compatibility import trail_files
from wayout.authoring.reload import Draft, DraftPosition, FileWatcher, PlacedFinding, enter, place_on_trail
from wayout.commands.check import CheckInput
from wayout.commands.explore import sound_stories
from wayout.commands.output import print_status
from wayout.errors import CLEAN, MISUSE
from wayout.locale import authoring_strings, shelf_strings
from wayout.model.checks import load_tolerant
from wayout.model.file_access import Refusal, contents, edition_folders, yaml_files
from wayout.model.findings import Finding, Span, sort_key
from wayout.model.graph import edges
from wayout.model.help_lines import with_help_lines
from wayout.model.input_selection import PathNotFoundError, selection_of, story_files
from wayout.model.library import Library
from wayout.model.load import name_of
from wayout.model.load_result import LoadResult
from wayout.model.redaction import redact_withdrawn
from wayout.model.story import Act
from wayout.model.trail_format import TRAILS_FOLDER, TrailFile, is_trail
from wayout.model.yaml.schema_errors import nearest
from wayout.model.yaml.spans import places
from wayout.play.state import Reader
from wayout.play.step import begin
from wayout.render.findings import concise

NOT_WALKABLE = ("malformed-date",)
"""Codes of faults with which a page cannot be shown."""


def run(
    wanted: str,
    scene: str | None = None,
    trail: Path | None = None,
    folders: tuple[Path, ...] = (),
    *,
    gentle: bool = False,
    has_screen: bool = True,
) -> int:
    """Show a story while it is being written; 0 at the end, 2 for what is not there or without a terminal."""
    try:
        source = FileSource(*located(wanted, folders))
        if not has_screen:
            raise PathNotFoundError(_line_by_line(source))
        draft = source.read()
        if draft.library is None and not draft.noted:
            raise PathNotFoundError(authoring_strings.NO_STORY_IN)
        file = None if trail is None else _trail(trail, source.name)
        first = first_page(draft, scene, file)
    except PathNotFoundError as misuse:
        print_status(str(misuse))
        return MISUSE
    from wayout.faces.terminal.preview.app import show

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    is_gentle = gentle or (file is not None and file.trail is not None and file.trail.content == "gentle")
    return show(source, draft, Reader(gentle=is_gentle), first, editor) or CLEAN


def _line_by_line(source: "FileSource") -> str:
    """What does the same without a terminal."""
    folder = Path(name_of(source.path)).parent
    is_known = folder.resolve() in [known.resolve() for known in edition_folders().stories]
    more = "" if is_known else f" --stories {folder}"
    return authoring_strings.NO_TERMINAL.format(story=source.file, id=source.name, more=more)


def located(wanted: str, more: tuple[Path, ...]) -> tuple[Path, CheckInput]:
    """The file of a story named by id or by path, and what is read with it. Raises PathNotFoundError."""
    together = selection_of(more)
    places = (*together.folders.stories, *together.own)
    known = {path.stem: path for place in places for path in story_files(place) if place.exists()}
    if wanted in known:
        return known[wanted], CheckInput(
            *together, trail_files((*together.folders.stories, *map(_folder, together.own)))
        )
    file = Path(wanted)
    if file.is_dir():
        stories = ", ".join(story.name for story in story_files(file)) or authoring_strings.NO_STORIES
        raise PathNotFoundError(authoring_strings.A_FOLDER.format(folder=wanted, stories=stories))
    if not file.is_file():
        raise PathNotFoundError(authoring_strings.NO_STORY.format(story=wanted, stories=", ".join(sorted(known))))
    if is_trail(file):
        raise PathNotFoundError(authoring_strings.NOT_A_STORY.format(file=wanted))
    reading = selection_of((file, *more))
    trails = trail_files((*reading.folders.stories, *map(_folder, (file.absolute(), *reading.own))))
    return file, CheckInput(*reading, trails)


def _folder(path: Path) -> Path:
    """Beside which a story's trails lie."""
    return path if path.is_dir() else path.parent


def _files_of(folder: Path) -> list[Path]:
    """The YAML files of a folder; of one that is refused, which has a finding, none."""
    files = yaml_files(folder)
    return [] if isinstance(files, Refusal) else files


class FileSource:
    """The files of a story and of all that it stands on, read when they change."""

    def __init__(self, path: Path, reading: CheckInput) -> None:
        self.path = path
        self.name = path.stem
        self.file = name_of(path)
        self.reading = reading
        self.watch = FileWatcher(self.files)
        self.look = self.watch.look

    @property
    def pause(self) -> float:
        """Seconds until the next look at the files."""
        return self.watch.pause

    def files(self) -> Iterator[Path]:
        """All that is read."""
        folders = self.reading.folders
        yield from (folders.seeds / f"{name}.yaml" for name in ("documents", "people", "places"))
        for folder in (
            folders.seeds / "claims",
            *folders.stories,
            *(stories / TRAILS_FOLDER for stories in folders.stories),
        ):
            yield from _files_of(folder)
        for path in self.reading.instead:
            yield from _files_of(path) if path.is_dir() else (path,)
        yield from (*self.reading.trails, self.path)

    def read(self) -> Draft:
        """The story as it is now, with all that is found."""
        folders = self.reading.folders
        beside = [path for path in self.reading.instead if path.is_dir()]
        sound = load_tolerant(folders, beside, self.reading.instead, keep=(self.path,))
        loaded, findings = sound.loaded, list(sound.findings)
        walked = _walkable(loaded, findings, self.name)
        is_sound = not any(finding.severity == "error" for finding in findings)
        findings += (finding for faults in sound.left_out.values() for finding in faults)
        trails = trail_files(self.reading.folders.stories, self.reading.trails)
        if not self.path.is_file() and self.path not in self.reading.instead:
            whole_file = Span(self.file, 1, 1, 2)
            findings.append(
                Finding(
                    code="unreadable", span=whole_file, says=authoring_strings.GONE, hint=authoring_strings.GONE_HINT
                )
            )
        findings += sorted(of_trails(loaded.library, trails, is_sound=is_sound), key=sort_key)
        findings.sort(key=lambda finding: finding.span.file != self.file)
        scenes = {file: _scenes(file) for file in (self.file, *{finding.span.file for finding in findings})}
        lines: dict[str, int] = {}
        for (line, _), scene in scenes[self.file]:
            if scene:
                lines.setdefault(scene, line)
        return Draft(
            name=self.name,
            file=self.file,
            library=walked,
            noted=tuple(_placed(finding, scenes[finding.span.file]) for finding in findings),
            lines=lines,
        )


Scenes = list[tuple[tuple[int, int], str]]
"""From each line and column on, the scene that a file is at; an empty one between scenes."""


def _scenes(file: str) -> Scenes:
    """The scenes of a story's or a branch's file, as far as it can be read."""
    scenes: Scenes = [((0, 0), "")]
    source = contents(Path(file))
    if isinstance(source, Refusal):
        return scenes
    for path, (span, _) in places(file, source):
        scene = str(path[1]) if len(path) > 1 and path[0] in ("scenes", "adds") else ""
        if scene != scenes[-1][1]:
            scenes.append(((span.line, span.column), scene))
    return scenes


def _placed(finding: Finding, scenes: Scenes) -> PlacedFinding:
    at = bisect_right(scenes, (finding.span.line, finding.span.column), key=lambda entry: entry[0])
    scene = scenes[at - 1][1]
    return PlacedFinding(finding, Path(finding.span.file).stem if scene else "", scene)


def _walkable(loaded: LoadResult, findings: Iterable[Finding], name: str) -> Library | None:
    """The stories that can be walked through, with all the records that they lead to; none if it is not among them."""
    if loaded.broken or any(finding.code in NOT_WALKABLE for finding in findings):
        return None
    library = loaded.library
    leads = {
        story_id: {edge.record for edge in edges(story_id, library.stories[story_id])}
        for story_id in sound_stories(loaded)
    }
    while cut := [story_id for story_id, records in leads.items() if not records <= leads.keys()]:
        for story_id in cut:
            del leads[story_id]
    stories = {story_id: library.stories[story_id] for story_id in leads}
    acts = {choice.act: Act(label=choice.act) for story in stories.values() for scene in story.scenes.values()
            for choice in scene.choices.values() if choice.act}  # fmt: skip
    walkable = replace(library, stories=stories, acts={**acts, **library.acts}, outlines={})
    seen = with_help_lines(redact_withdrawn(walkable))
    return seen if name in seen.stories else None


def _trail(path: Path, story: str) -> TrailFile:
    """A trail of the story. Raises PathNotFoundError."""
    file = TrailFile(path, name_of(path))
    if file.trail is None:
        raise PathNotFoundError("\n".join(map(concise, file.findings)))
    if file.trail.story != story:
        raise PathNotFoundError(shelf_strings.OTHER_STORY.format(story=file.trail.story))
    return file


def first_page(draft: Draft, scene: str | None, trail: TrailFile | None) -> Callable[[Library], DraftPosition]:
    """Where the story is opened, once it can be. Raises PathNotFoundError for a scene that is known not to be there."""
    name = draft.name
    if scene is not None and draft.library is not None and enter(draft.library, name, scene) is None:
        hint = nearest(scene, draft.library.stories[name].scenes)
        raise PathNotFoundError(authoring_strings.NO_SUCH_SCENE.format(scene=scene, story=name, hint=hint).rstrip())

    def first(library: Library) -> DraftPosition:
        position = (
            place_on_trail(library, trail) if trail is not None else enter(library, name, scene) if scene else None
        )
        return position or DraftPosition(
            begin(library, name), authoring_strings.NO_SCENE.format(scene=scene) if scene else ""
        )

    return first
