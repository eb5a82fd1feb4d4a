"""Which files of added folders must be left out, so that the others can be read?

Fault isolation: files of added folders with errors are left out, until the rest loads.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from wayout.model.checks import check
from wayout.model.file_access import Folders, yaml_files
from wayout.model.findings import Finding
from wayout.model.load import load, name_of
from wayout.model.load_result import LoadResult


class TolerantLoad(NamedTuple):
    """What was read, what is found in it, and the faults of each file that was left out, by its name."""

    loaded: LoadResult
    findings: list[Finding]
    left_out: Mapping[str, tuple[Finding, ...]]


def load_tolerant(
    folders: Folders, added: Iterable[Path], instead: Iterable[Path] = (), keep: Iterable[Path] = ()
) -> TolerantLoad:
    """Read all but the files of the `added` folders that have errors, and those that stand on such a file.

    What has errors elsewhere, or in a file to `keep`, is read as it is.
    """
    instead = tuple(instead)
    kept_files = {os.path.realpath(path) for path in (*instead, *keep)}
    files: dict[str, Path] = {}
    for folder in added:
        listed = yaml_files(folder)
        within = listed if isinstance(listed, list) else [folder]
        files.update({name_of(path): path for path in within if os.path.realpath(path) not in kept_files})
    left_out: dict[str, tuple[Finding, ...]] = {}
    while True:
        loaded = load(folders, instead=instead, without=[files[name] for name in left_out])
        all_findings = check(loaded)
        faults: dict[str, list[Finding]] = {}
        for finding in all_findings:
            if finding.severity == "error" and finding.span.file in files.keys() - left_out.keys():
                faults.setdefault(finding.span.file, []).append(finding)
        if not faults:
            return TolerantLoad(loaded, all_findings, left_out)
        left_out.update({name: tuple(findings) for name, findings in faults.items()})
