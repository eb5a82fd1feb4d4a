"""How is a library that was read once had again without reading its YAML?

A cache of the loaded library: MessagePack with a checksum, keyed by size and time of the sources (invalidation), whose
items are decoded when they are first asked for (lazy loading); and the bundle of an installed program.

It is kept as MessagePack, under a stamp that names the program's version and every file that it was made from. Any
other stamp, and any damage, is the same as nothing kept. Reading costs about a twentieth of reading YAML.
"""

import os
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import asdict

from wayout import VERSION
from wayout.model.file_access import Folders, is_hidden
from wayout.model.library import Library
from wayout.store.paths import make_folder

MODEL_FOLDER = Path(__file__).parent.parent / "model"
"""What is read is laid down here: other code may read the same files otherwise."""
OUTLINES = tuple(MODEL_FOLDER.with_name("views") / name for name in ("catalogue.py", "strip.py"))
"""So is, in these files, what the outlines of stories are."""
CHECK_BYTES = 4
"""Bytes of the checksum at the head of a file."""


ITEM_TYPES: Mapping[str, Any] = {name: mapping.__args__[1] for name, mapping in Library.__annotations__.items()}
"""Of each mapping of a library the type of its items."""


class LazyMapping(Mapping[str, Any]):
    """Items that nobody can change, each decoded when it is first asked for: a page needs few of all claims."""

    __slots__ = ("_decoded", "_item_type", "_kept")

    def __init__(self, kept: dict[str, msgspec.Raw], item_type: Any) -> None:
        self._kept = kept
        self._item_type = item_type
        self._decoded: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        """The item. Raises KeyError."""
        try:
            return self._decoded[key]
        except KeyError:
            item = msgspec.msgpack.decode(self._kept[key], type=self._item_type)
            return self._decoded.setdefault(key, item)

    def __contains__(self, key: object) -> bool:
        """Whether there is such an item; it is not decoded for that."""
        return key in self._kept

    def __iter__(self) -> Iterator[str]:
        """The ids, in the order of the files."""
        return iter(self._kept)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._kept)


class LibraryCache:
    """The cached library of some folders, as they are now."""

    def __init__(self, folders: Folders, cache: Path) -> None:
        places = (folders.seeds, folders.seeds / "claims", *folders.stories)
        code = (file for place in (MODEL_FOLDER, *OUTLINES) for file in _files(place, ".py"))
        files = (*code, *(file for place in places for file in _files(place, ".yaml")))
        self._stamp = msgspec.msgpack.encode((VERSION, *map(os.fsencode, places), *files))
        self.path = cache / f"library-{zlib.crc32(repr(folders).encode()):08x}.msgpack"

    def read(self) -> Library | None:
        """The library, if it is kept and whole and nothing has changed since."""
        try:
            data = self.path.read_bytes() if self.path.is_file() else b""
        except OSError:
            return None
        return decoded(data, self._stamp)

    def write(self, library: Library, *, is_clean: bool) -> None:
        """Keep a library, whole or not at all; where nothing can be written, nothing is kept.

        One that is not clean, for findings against it, is not kept: the next start has to tell of them again.
        """
        if not is_clean:
            return
        from wayout.views.catalogue import with_outlines

        data = encoded(with_outlines(library), self._stamp)
        new = self.path.with_suffix(f".{os.getpid()}.new")
        try:
            make_folder(new.parent)
            with new.open("xb") as file:
                file.write(checksum(data) + data)
            new.replace(self.path)
        except FileExistsError:
            return
        except OSError:
            with suppress(OSError):
                new.unlink()


def encoded(library: Library, stamp: bytes) -> bytes:
    """The bytes of a library under its stamp. In a file the checksum of this stands before it."""
    return stamp + msgspec.msgpack.encode({name: dict(items) for name, items in asdict(library).items()})


def decoded(data: bytes, stamp: bytes) -> Library | None:
    """The library of such a file; None where it is damaged, or its stamp is another one."""
    check, payload = data[:CHECK_BYTES], data[CHECK_BYTES:]
    if check != checksum(payload) or not payload.startswith(stamp):
        return None
    try:
        kept = msgspec.msgpack.decode(memoryview(payload)[len(stamp) :], type=dict[str, dict[str, msgspec.Raw]])
        return Library(**{name: LazyMapping(items, ITEM_TYPES[name]) for name, items in kept.items()})
    except (msgspec.MsgspecError, UnicodeDecodeError, KeyError, TypeError):
        return None


def _files(folder: Path, ending: str) -> Iterator[tuple[bytes, int, int]]:
    """Every file of a folder, or a file itself, by its path, size in bytes, and time of change in nanoseconds."""
    if folder.is_file():
        status = folder.stat()
        yield os.fsencode(folder), status.st_size, status.st_mtime_ns
        return
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.endswith(ending) and not is_hidden(entry.name):
                with suppress(OSError):
                    status = entry.stat()
                    yield os.fsencode(entry.path), status.st_size, status.st_mtime_ns


def checksum(data: bytes) -> bytes:
    """The CRC-32 of the data: a file that was cut or changed has another one."""
    return zlib.crc32(data).to_bytes(CHECK_BYTES, "big")


BUNDLE_NAME = "library.msgpack"
"""The file in which an installed program has the shipped library."""


def read_bundle(folders: Folders) -> Library | None:
    """The library of folders that have a bundle beside them; None where there is none, or it is not of these files."""
    try:
        return decoded(folders.seeds.with_name(BUNDLE_NAME).read_bytes(), _stamp(folders))
    except OSError:
        return None


def bundle(folders: Folders, library: Library) -> bytes:
    """What such a file holds."""
    from wayout.views.catalogue import with_outlines

    data = encoded(with_outlines(library), _stamp(folders))
    return checksum(data) + data


def _stamp(folders: Folders) -> bytes:
    """The program's version, and every file by its place below the folder of all, and its checksum."""
    root = folders.seeds.parent
    places = ("seeds", "seeds/claims", *(folder.name for folder in folders.stories))
    return msgspec.msgpack.encode((VERSION, *(_sums(root, place) for place in places)))


def _sums(root: Path, place: str) -> list[tuple[str, int]]:
    names = sorted(name for name in os.listdir(root / place) if name.endswith(".yaml"))  # noqa: PTH208 (names alone)
    return [(f"{place}/{name}", zlib.crc32((root / place / name).read_bytes())) for name in names]
