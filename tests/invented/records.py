"""Which invented library stands in for the shipped one wherever a test asks what the program does?

A project of six records, the crossroads, pages beside them, a glossary, and evidence of every kind, in
tests/invented/project. What an editor changes in story/ or in seeds/ changes nothing here.
"""

import os
import shutil
from pathlib import Path

import wayout
from wayout.model.file_access import Folders, shipped
from wayout.model.load import load

PROJECT = Path(__file__).parent / "project"
FOLDERS = Folders(PROJECT / "seeds", (PROJECT / "story",))
RECORDS = load(FOLDERS).library


def checkout(folder: Path) -> Path:
    """A checkout of the program whose stories are the invented ones; where Python finds the package in it.

    What runs with it in PYTHONPATH is the program of this checkout: it finds its stories beside its package. What the
    program tells writers, its pages on findings and its schemas, is that of the program.
    """
    program, written = Path(wayout.__file__).parent, shipped()
    at = folder / "game" / program.name
    at.parent.mkdir(parents=True)
    if os.name == "posix":
        at.symlink_to(program)
    else:
        shutil.copytree(program, at)
    only = shutil.ignore_patterns("*.yaml")
    for name, source in (("seeds", written.seeds), ("story", written.stories[0])):
        shutil.copytree(source, folder / name, ignore=only)
        shutil.copytree(PROJECT / name, folder / name, dirs_exist_ok=True)
    return at.parent
