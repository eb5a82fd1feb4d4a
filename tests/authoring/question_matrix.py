"""Which questions did several of the six meet, and how did each answer? A page for writers, made from the stories.

A report generator: a Markdown table of questions across stories.
"""

import sys
from collections.abc import Iterator

from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.text import wording

HEAD = """# The lattice

Which questions did several of the six meet, and how did each of them answer? A fork belongs where two records differ;
where nothing differs, the page goes on. This page is made from the stories: `make lattice` writes it anew.
"""


def question_matrix(library: Library) -> str:
    """Markdown: who took which act, by the word for how its outcome is known; then every fork and who stands at it."""
    people = [name for name in library.records if library.stories[name].person]
    return "\n".join([HEAD, *_acts(library, people), "", *_forks(library, people)]) + "\n"


def _acts(library: Library, people: list[str]) -> Iterator[str]:
    yield "## Acts and people\n"
    yield "**Bold**: he took it, in his own record. Plain: the choice stands in his record, and others took it.\n"
    names = [library.people[library.stories[name].person or ""].name for name in people]
    yield f"| act | {' | '.join(names)} |"
    yield f"| --- |{' --- |' * len(names)}"
    for act, entry in library.acts.items():
        yield f"| {wording(entry.label)} | {' | '.join(_cell(library, name, act) for name in people)} |"


def _cell(library: Library, name: str, act: str) -> str:
    story = library.stories[name]
    found = []
    for scene in story.scenes.values():
        for choice in scene.choices.values():
            if choice.act == act:
                known = ", ".join(dict.fromkeys(outcome.known for outcome in choice.outcomes)) or "step"
                found.append(f"**{known}**" if story.person in choice.takers else known)
    return " · ".join(dict.fromkeys(found)) or "–"


def _forks(library: Library, people: list[str]) -> Iterator[str]:
    yield "## Forks\n"
    for name in people:
        story = library.stories[name]
        yield f"### {library.people[story.person or ''].name}\n"
        for scene_name, scene in story.scenes.items():
            if scene.ask is None:
                continue
            yield f"- `{scene_name}`: {wording(scene.ask)}"
            for choice in scene.choices.values():
                others = [taker for taker in choice.takers if taker != story.person]
                own = "he did" if story.person in choice.takers else ""
                took = "; ".join(part for part in (own, f"so did {', '.join(others)}" if others else "") if part)
                yield f"  - {wording(choice.label)}{f' ({took})' if took else ''}"
        yield ""


if __name__ == "__main__":
    folder = shipped().stories[0]
    (folder / "LATTICE.md").write_text(question_matrix(load(shipped()).library), encoding="utf-8")
    sys.stdout.write(f"{folder / 'LATTICE.md'}\n")
