"""Is a text fit to be shown: finished, without markup, not too long for its place, and told once?

Text linting: placeholders, markup, length, repetition.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from wayout.model.checks.reporter import Item, Part, TextUse, all_of
from wayout.model.findings import Finding, Note
from wayout.model.load_result import LoadResult
from wayout.model.story import Story
from wayout.model.text import Shown, wordings
from wayout.model.yaml.spans import DataPath

MAX_WORD = 34
"""The longest word, in signs: a column on the narrowest screen, 40 cells, has so many."""
LABEL, PASSAGE = 90, 1200
MAX_LENGTH: Mapping[Part, int] = {
    "label": LABEL, "ask": LABEL * 2, "aside": PASSAGE, "passage": PASSAGE, "editorial": PASSAGE,
    "outcome": PASSAGE, "otherwise": PASSAGE, "ending": PASSAGE,
}  # fmt: skip
"""The longest texts, in signs: a label keeps to two lines, a passage to a screen."""
REPEATED = 80
"""Shorter texts may stand twice: 'He is at home.'"""

_TODO = re.compile(r"\b(?:TODO|FIXME|XXX|TBD)\b|\?\?\?|\b[Ll]orem ipsum\b")
_MARKUP = re.compile(
    r"""(?<!\w)\*\*?\w[^*\n]*\* | (?<!\w)__?\w[^_\n]*_(?!\w)                     # *emphasis*, _emphasis_
      | </?[A-Za-z][^<>\n]*> | \{\{?[^{}\n]*\}                              # <i>, {{variable}}
      | \[\[[^\n]*?\]\] | \[[^\[\]\n]*\]\(                                  # [[link]], [link](…
      | \[/?(?:b|i|u|s|em|strong|bold|italic|dim|link|url|color|img|code|red|green|blue)\b[^\[\]\n]*\]
      | `[^`\n]+` | ^\#{1,6}\ (?=\S)                                        # `code`, # heading
    """,
    re.VERBOSE | re.MULTILINE,
)
_SIGNS = (*"*_<{[`#", "TODO", "FIXME", "XXX", "TBD", "???", "orem ipsum")
"""Where none of these stands, neither does any of the above."""


class Repeats:
    """The long texts of a story that were met so far; where each was met is only asked once there is a repeat."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._met: set[str] = set()

    def again(self, item: Item, told: Sequence[TextUse]) -> Iterator[Finding]:
        """Passages and outcomes that stood in the story before, word for word."""
        for text in told:
            if not _is_long(text) or not isinstance(text.text, str):
                continue
            if text.text in self._met:
                note = Note(item.loaded.span(item.kind, item.name, *self._first[text.text], "text"), "first here")
                hint = "Tell it once, and lead both ways to that scene; or say what is different here."
                says = "This text stands in the story already."
                yield item.fault("repeated-text", text.place, says, hint, notes=(note,))
            self._met.add(text.text)

    @cached_property
    def _first(self) -> Mapping[str, DataPath]:
        """Where each text stands first."""
        first: dict[str, DataPath] = {}
        for text in all_of(self._story):
            if _is_long(text) and isinstance(text.text, str):
                first.setdefault(text.text, text.path)
        return first


def _is_long(text: TextUse) -> bool:
    return text.part in ("passage", "outcome") and isinstance(text.text, str) and len(text.text) >= REPEATED


def of_claims(loaded: LoadResult) -> Iterator[Finding]:
    """Unfinished, marked-up and endless texts in the claims."""
    for name, claim in loaded.library.claims.items():
        yield from _of_text(Item(loaded, "claim", name), ("says",), claim.says, PASSAGE)


def of_texts(item: Item, told: Sequence[TextUse], joined: str) -> Iterator[Finding]:
    """The same in what a story, a term or a page tells; `joined` is all of it."""
    is_plain = not any(map(joined.__contains__, _SIGNS)) and max(map(len, joined.split()), default=0) <= MAX_WORD
    for text in told:
        longest = MAX_LENGTH[text.part]
        length = len(text.text) if isinstance(text.text, str) else max(map(len, wordings(text.text)))
        if not is_plain or length > longest:
            yield from _of_text(item, text.place, text.text, longest)


def _of_text(item: Item, place: DataPath, text: Shown, longest: int) -> Iterator[Finding]:
    """Each kind once a text, whatever its wordings."""
    own = wordings(text)
    if found := _first(_TODO, own):
        yield item.fault(
            "todo", place, f"'{found}' is left in this text.", "Finish the text, or write it as a # comment."
        )
    if found := _first(_MARKUP, own):
        hint = "Write it in plain words: texts have no markup, and quotations stand between “ and ”."
        yield item.fault("markup", place, f"'{found}' is shown as it stands.", hint)
    if long := [word for wording in own for word in wording.split() if len(word) > MAX_WORD and not _breaks(word)]:
        hint = "Shorten it, or write it as several words."
        yield item.fault("long-word", place, f"'{long[0][:MAX_WORD]}…' is longer than {MAX_WORD} signs.", hint)
    if (length := max(map(len, own))) > longest:
        hint = (
            "Make two passages or two scenes of it."
            if longest >= PASSAGE
            else "Keep the label short; tell in the text."
        )
        yield item.fault("long-text", place, f"The text has {length} signs; here are {longest} at most.", hint)


def _breaks(word: str) -> bool:
    """Whether a line may end within the word, as in Chinese and Japanese."""
    return any(unicodedata.east_asian_width(sign) in "WF" for sign in word)


def _first(pattern: re.Pattern[str], texts: Iterable[str]) -> str:
    return next((match.group() for text in texts if (match := pattern.search(text))), "")
