"""What do the `wayout trail` commands show?

Replay of trail files with their expectations, and their export as Markdown, HTML and CSL-JSON.
"""

import os
import sys
from pathlib import Path

from wayout.commands.check import counted
from wayout.commands.output import JSON, MARKUP, emit, print_status, write_new_file
from wayout.errors import CLEAN, FAILED, FINDINGS
from wayout.faces.print.debrief import HTML_TOO, as_html, as_markdown
from wayout.locale import shelf_strings
from wayout.model.library import Library
from wayout.model.trail_format import TrailFile
from wayout.play.moves import encode
from wayout.play.state import Reader
from wayout.render.document_text import row_lines
from wayout.render.findings import as_data, coloured, json_of, plain, printable, render
from wayout.views.csl import as_json, items_of
from wayout.views.debrief import debrief
from wayout.views.document import Section, row
from wayout.views.log import lines_of, reading_log
from wayout.views.page import page
from wayout.views.trail_file import ReplayedFile, reader_of, replay_steps

MARKDOWN, HTML, CSL = "markdown", "html", "csl-json"


def replay(library: Library, path: Path, form: str = "text") -> int:
    """Replay a trail file: the last page that it reaches and the findings to stdout, a summary to stderr."""
    file = TrailFile(path)
    replayed = replay_steps(library, file)
    if form == "json":
        emit(json_of(_data(library, replayed)), JSON)
        return CLEAN if replayed.fits else FINDINGS
    if replayed.play is not None:
        emit("".join(f"{printable(line)}\n" for line in _last_page(library, file, replayed)))
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    emit(render(replayed.findings, "text", coloured if colour else plain))
    print_status(_summary(replayed))
    return CLEAN if replayed.fits else FINDINGS


def export(library: Library, path: Path, out: Path | None = None, form: str | None = None) -> int:
    """Write what a trail file leads to, as far as it does: all that was read and the debrief, or the sources."""
    file = TrailFile(path)
    replayed = replay_steps(library, file)
    if replayed.findings:
        sys.stderr.write(render(replayed.findings, "text"))
    if replayed.play is None or file.trail is None:
        return FINDINGS
    form = form or _form_of(out)
    text = _exported(library, file, replayed, form)
    if out is None:
        emit(text, {CSL: JSON, HTML: MARKUP}.get(form, ""))
    elif write_new_file(out, text) is None:
        return FAILED
    return CLEAN if replayed.fits else FINDINGS


def _form_of(out: Path | None) -> str:
    """The format that a file's name asks for."""
    ending = out.suffix.lower() if out is not None else ""
    return HTML if ending in HTML_TOO else CSL if ending == ".json" else MARKDOWN


def _exported(library: Library, file: TrailFile, replayed: ReplayedFile, form: str) -> str:
    assert replayed.play is not None
    assert file.trail is not None
    reader, trail = reader_of(file.trail), replayed.play.trail
    shown_debrief = debrief(library, trail, reader)
    if form == CSL:
        return as_json(items_of(library, shown_debrief.claims, reader))
    read = reading_log(library, trail, reader, _notes_by_page(replayed))
    if file.trail.note:
        read = (Section("", (row("said", shelf_strings.NOTE.format(text=file.trail.note)),)), *read)
    if replayed.stopped is not None:
        says = shelf_strings.STOPS.format(why=replayed.stopped.says)
        read = (*read, Section(shelf_strings.ENDS_HERE, (row("said", says),)))
    return as_html(shown_debrief, read) if form == HTML else as_markdown(shown_debrief, read)


def _notes_by_page(replayed: ReplayedFile) -> dict[int, tuple[str, ...]]:
    """What the trail's maker says of her steps, by page."""
    notes: dict[int, tuple[str, ...]] = {}
    for at, step in replayed.said:
        texts = ((shelf_strings.REASON, step.reason), (shelf_strings.NOTE, step.note))
        notes[at] = (*notes.get(at, ()), *(head.format(text=text) for head, text in texts if text))
    return notes


def _last_page(library: Library, file: TrailFile, replayed: ReplayedFile) -> list[str]:
    assert replayed.play is not None
    assert file.trail is not None
    last = page(library, replayed.play.state, reader_of(file.trail), replayed.play.trail)
    lines = (line.text for row in lines_of(last) for line in row_lines(row) if line.text)
    return [" · ".join(part for part in (last.title, last.where) if part), "", *lines, ""]


def _data(library: Library, replayed: ReplayedFile) -> dict[str, object]:
    data: dict[str, object] = {"fits": replayed.fits, "has_changed": replayed.has_changed}
    if replayed.play is not None:
        state = replayed.play.state
        shown = page(library, state, Reader())
        data |= {
            "story": state.story, "scene": state.scene, "kind": shown.kind, "situation": dict(state.situation),
            "steps": [{"story": step.story, "scene": step.scene, "move": encode(step.move)}
                      for step in replayed.play.trail.steps],
        }  # fmt: skip
    if replayed.stopped is not None:
        data["stopped"] = {"step": replayed.stopped.step, "why": replayed.stopped.why, "says": replayed.stopped.says}
    return {**data, "findings": [as_data(finding) for finding in replayed.findings]}


def _summary(replayed: ReplayedFile) -> str:
    changed = f" {shelf_strings.HAS_CHANGED}" if replayed.has_changed else ""
    if replayed.play is None:
        return f"{counted(len(replayed.findings), 'finding')}: nothing was replayed"
    state = replayed.play.state
    where = f"{counted(len(replayed.play.trail.steps), 'step')}, to {state.story}/{state.scene}"
    return f"{where}: {'fits' if replayed.fits else counted(len(replayed.findings), 'finding')}.{changed}"
