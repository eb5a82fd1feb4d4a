"""What do the `wayout trail` commands show?

Replay of trail files with their expectations, and their export as Markdown, HTML and CSL-JSON.
"""

import os
import sys
from pathlib import Path

from wayout.commands.check import counted
from wayout.commands.output import JSON, MARKUP, emit, print_status
from wayout.errors import CLEAN, FAILED, FINDINGS
from wayout.faces.print.debrief import HTML_TOO, as_html, as_markdown
from wayout.locale import shelf_strings
from wayout.model.file_access import write_new
from wayout.model.library import Library
from wayout.model.trail_format import TrailFile
from wayout.play.moves import encode
from wayout.play.state import Reader
from wayout.render.findings import as_data, coloured, json_of, plain, printable, render
from wayout.views.csl import as_json, items_of
from wayout.views.debrief import debrief
from wayout.views.log import LogEntry, LogLine, lines_of, reading_log
from wayout.views.page import page
from wayout.views.trail_file import ReplayedFile, reader_of, replay_steps

MARKDOWN, HTML, CSL = "markdown", "html", "csl-json"


def replay(library: Library, path: Path, form: str = "text") -> int:
    """Replay a trail file: the last page that it reaches and the findings to stdout, a summary to stderr."""
    file = TrailFile(path)
    found = replay_steps(library, file)
    if form == "json":
        emit(json_of(_data(library, found)), JSON)
        return CLEAN if found.fits else FINDINGS
    if found.play is not None:
        emit("".join(f"{printable(line)}\n" for line in _last_page(library, file, found)))
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    emit(render(found.findings, "text", coloured if colour else plain))
    print_status(_summary(found))
    return CLEAN if found.fits else FINDINGS


def export(library: Library, path: Path, out: Path | None = None, form: str | None = None) -> int:
    """Write what a trail file leads to, as far as it does: all that was read and the debrief, or the sources."""
    file = TrailFile(path)
    found = replay_steps(library, file)
    if found.findings:
        sys.stderr.write(render(found.findings, "text"))
    if found.play is None or file.trail is None:
        return FINDINGS
    form = form or _form_of(out)
    text = _exported(library, file, found, form)
    if out is None:
        emit(text, {CSL: JSON, HTML: MARKUP}.get(form, ""))
    else:
        try:
            print_status(f"Written to {write_new(out, text)}")
        except (OSError, ValueError) as error:
            print_status(f"Nothing was written to {out}: {getattr(error, 'strerror', None) or error}.")
            return FAILED
    return CLEAN if found.fits else FINDINGS


def _form_of(out: Path | None) -> str:
    """The format that a file's name asks for."""
    ending = out.suffix.lower() if out is not None else ""
    return HTML if ending in HTML_TOO else CSL if ending == ".json" else MARKDOWN


def _exported(library: Library, file: TrailFile, found: ReplayedFile, form: str) -> str:
    assert found.play is not None
    assert file.trail is not None
    reader, trail = reader_of(file.trail), found.play.trail
    told = debrief(library, trail, reader)
    if form == CSL:
        return as_json(items_of(library, told.claims, reader))
    read = reading_log(library, trail, reader, _said(found))
    if file.trail.note:
        read = (
            LogEntry(title="", where="", lines=(LogLine("said", shelf_strings.NOTE.format(text=file.trail.note)),)),
            *read,
        )
    if found.stopped is not None:
        says = shelf_strings.STOPS.format(why=found.stopped.says)
        read = (*read, LogEntry(title=shelf_strings.ENDS_HERE, where="", lines=(LogLine("said", says),)))
    return as_html(told, read) if form == HTML else as_markdown(told, read)


def _said(found: ReplayedFile) -> dict[int, tuple[str, ...]]:
    """What the trail's maker says of her steps, by page."""
    said: dict[int, tuple[str, ...]] = {}
    for at, step in found.said:
        texts = ((shelf_strings.REASON, step.reason), (shelf_strings.NOTE, step.note))
        said[at] = (*said.get(at, ()), *(head.format(text=text) for head, text in texts if text))
    return said


def _last_page(library: Library, file: TrailFile, found: ReplayedFile) -> list[str]:
    assert found.play is not None
    assert file.trail is not None
    last = page(library, found.play.state, reader_of(file.trail), found.play.trail)
    lines = (f"– {line.text}" if line.kind in ("option", "item") else line.text for line in lines_of(library, last))
    return [" · ".join(part for part in (last.title, last.where) if part), "", *lines, ""]


def _data(library: Library, found: ReplayedFile) -> dict[str, object]:
    data: dict[str, object] = {"fits": found.fits, "has_changed": found.has_changed}
    if found.play is not None:
        state = found.play.state
        shown = page(library, state, Reader())
        data |= {
            "story": state.story, "scene": state.scene, "kind": shown.kind, "situation": dict(state.situation),
            "steps": [{"story": step.story, "scene": step.scene, "move": encode(step.move)}
                      for step in found.play.trail.steps],
        }  # fmt: skip
    if found.stopped is not None:
        data["stopped"] = {"step": found.stopped.step, "why": found.stopped.why, "says": found.stopped.says}
    return {**data, "findings": [as_data(finding) for finding in found.findings]}


def _summary(found: ReplayedFile) -> str:
    changed = f" {shelf_strings.HAS_CHANGED}" if found.has_changed else ""
    if found.play is None:
        return f"{counted(len(found.findings), 'finding')}: nothing was replayed"
    state = found.play.state
    where = f"{counted(len(found.play.trail.steps), 'step')}, to {state.story}/{state.scene}"
    return f"{where}: {'fits' if found.fits else counted(len(found.findings), 'finding')}.{changed}"
