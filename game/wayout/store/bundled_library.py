"""How is the shipped library had without reading its YAML, at the very first start too?

A bundle: it is made when the wheel is built, and stands beside the folders that it was made from. Installers give files
times of their own, so its stamp holds a checksum of every file.
"""

import os
import zlib
from pathlib import Path

import msgspec

from wayout import VERSION
from wayout.model.library import Library
from wayout.model.paths import Folders
from wayout.store.library_cache import checksum, decoded, encoded

NAME = "library.msgpack"


def read_bundle(folders: Folders) -> Library | None:
    """The library of folders that have a bundle beside them; None where there is none, or it is not of these files."""
    try:
        return decoded(folders.seeds.with_name(NAME).read_bytes(), _stamp(folders))
    except OSError:
        return None


def bundle(folders: Folders, library: Library) -> bytes:
    """What such a file holds."""
    kept = encoded(library, _stamp(folders))
    return checksum(kept) + kept


def _stamp(folders: Folders) -> bytes:
    """The program's version, and every file by its place below the folder of all, and its checksum."""
    root = folders.seeds.parent
    places = ("seeds", "seeds/claims", *(folder.name for folder in folders.stories))
    return msgspec.msgpack.encode((VERSION, *(_sums(root, place) for place in places)))


def _sums(root: Path, place: str) -> list[tuple[str, int]]:
    names = sorted(name for name in os.listdir(root / place) if name.endswith(".yaml"))  # noqa: PTH208 (names alone)
    return [(f"{place}/{name}", zlib.crc32((root / place / name).read_bytes())) for name in names]
