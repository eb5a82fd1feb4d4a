"""What is read for a path that a writer names: a file, a folder of stories, or a whole project?

Input selection, the same for every command: a file or folder is read beside the edition that is open, and what it
brings stands in the place of what has its ids there; a project (a folder with `story` and `seeds`) is read in the
place of it all.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from wayout.errors import WayoutError
from wayout.model.file_access import Folders, edition_folders, leads_out, yaml_files

STORIES, SEEDS, ACTS = "story", "seeds", "acts.yaml"
"""The folders of a project, and the file in one of them that it may do without."""


class PathNotFoundError(WayoutError, ValueError):
    """What was asked for cannot be read, or not together."""


class Selection(NamedTuple):
    """Folders to read, and files or folders of files that replace what these hold."""

    folders: Folders
    instead: tuple[Path, ...] = ()

    @property
    def own(self) -> tuple[Path, ...]:
        """What a writer has named, without what is lent to a project."""
        lent = [folder / ACTS for folder in edition_folders().stories]
        return tuple(path for path in self.instead if path not in lent)

    @property
    def is_project(self) -> bool:
        """Whether a project of a writer's own is read, and not the edition that is open."""
        open_now = edition_folders()
        return (self.folders.seeds, self.folders.stories) != (open_now.seeds, open_now.stories)


def selection_of(paths: Iterable[Path]) -> Selection:
    """What is read for some paths together. Raises PathNotFoundError where two of them are projects."""
    paths = tuple(paths)
    roots = dict.fromkeys(root for path in paths if (root := project_of(path)) is not None)
    if len(roots) > 1:
        names = " and ".join(f"'{root}'" for root in roots)
        raise PathNotFoundError(f"{names} are two projects, each with stories and evidence of its own: name one.")
    files = tuple(path.absolute() for path in paths if project_of(path) is None)
    if not roots:
        return Selection(edition_folders(), files)
    root = next(iter(roots)).absolute()
    return Selection(project_folders(root), (*lent_acts(root), *files))


def project_of(path: Path) -> Path | None:
    """The project that a folder is, or of which a file or folder is the stories; what is shipped is none."""
    if (path / STORIES).is_dir() or (path / SEEDS).is_dir():
        return path
    folder = path if path.is_dir() else path.parent
    root = Path(os.path.realpath(folder)).parent
    is_stories = os.path.realpath(folder) == str(root / STORIES) and (root / SEEDS).is_dir()
    is_open = root / STORIES in [Path(os.path.realpath(folder)) for folder in edition_folders().stories]
    return root if is_stories and not is_open else None


def project_folders(root: Path) -> Folders:
    """The folders of a project; what it lacks is lent by the edition that is open."""
    for part in (root / SEEDS, root / STORIES):
        if part.is_dir() and leads_out(part, root):
            raise PathNotFoundError(f"'{part}' is a link that leads out of '{root}'.")
    lent = edition_folders()
    seeds = root / SEEDS if (root / SEEDS).is_dir() else lent.seeds
    return Folders(seeds, (root / STORIES,) if (root / STORIES).is_dir() else ())


def lent_acts(root: Path) -> list[Path]:
    """The list of acts of the edition that is open, for a project without one."""
    if (root / STORIES / ACTS).exists():
        return []
    return [folder / ACTS for folder in edition_folders().stories if (folder / ACTS).exists()]


def story_files(path: Path) -> list[Path]:
    """A file, or the files of a folder or project that may be stories; of a folder that is refused, the folder."""
    from wayout.model.load import not_stories, read_edition
    from wayout.model.trail_format import is_trail

    folder = path / STORIES if (path / STORIES).is_dir() else path
    listed = yaml_files(folder) if folder.is_dir() else [folder]
    if not isinstance(listed, list):
        return [folder]
    beside = not_stories(read_edition(Folders(folder, (folder,)) if folder.is_dir() else edition_folders()))
    return [file for file in listed if file.name not in beside and (file == path or not is_trail(file))]


def named_stories(words: Sequence[str], more: Sequence[Path] = ()) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """The ids of stories that some words name, each an id or a path, and all paths that are to be read."""
    known = {path.stem for folder in edition_folders().stories for path in folder.glob("*.yaml")}
    names: list[str] = []
    paths = list(more)
    for word in words:
        path = Path(word)
        is_path = path.suffix in (".yaml", ".yml") or len(path.parts) != 1 or (word not in known and path.is_dir())
        if is_path and path.exists():
            paths.append(path)
            names += (file.stem for file in story_files(path))
        else:
            names.append(word)
    return tuple(dict.fromkeys(names)), tuple(dict.fromkeys(paths))
