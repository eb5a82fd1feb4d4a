"""What does the wheel hold that no checkout does? The shipped library as a bundle, so that no start has to read YAML.

Packaging: the Hatchling build hook that puts the library as a bundle (MessagePack) into the wheel. An editable wheel
stands for the checkout itself, and has none.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundleBuildHook(BuildHookInterface[Any]):
    """Makes the bundle beside the wheel for as long as this is built."""

    folder: tempfile.TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Read the stories, and have what they are put into the wheel. Raises ValueError for stories with faults."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "game"))
        from wayout.model.file_access import shipped
        from wayout.model.load import load
        from wayout.model.redaction import redact_withdrawn
        from wayout.store.library_cache import BUNDLE_NAME, bundle

        loaded = load(shipped())
        if loaded.findings:
            raise ValueError("\n".join(f"{finding.span.file}: {finding.says}" for finding in loaded.findings))
        self.folder = tempfile.TemporaryDirectory()
        file = Path(self.folder.name) / BUNDLE_NAME
        file.write_bytes(bundle(shipped(), redact_withdrawn(loaded.library)))
        build_data["force_include"][str(file)] = f"wayout/data/{BUNDLE_NAME}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """The wheel is there."""
        if self.folder is not None:
            self.folder.cleanup()
