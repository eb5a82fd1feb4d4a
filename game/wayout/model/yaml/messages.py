"""What does a complaint of YAML's reader mean in a writer's words, and what can she do?"""

from wayout.model.yaml.spans import source_lines

_MEANS = (
    ("mapping values are not allowed", "a second colon stands where no name can begin"),
    ("expected ',' or ']'", "a comma or a ] is missing"),
    ("expected ',' or '}'", "a comma or a } is missing"),
    ("expected '-' indicator", "this line does not belong to the list above it"),
    ("expected key", "this line does not fit with the lines above it"),
    ("block sequence entries are not allowed", "a list cannot begin in this line"),
    ("expected node content", "a value, or the closing ] or }, is missing here"),
    ("expected <document start>", "this line is indented otherwise than the first one"),
    ("expected comment or line break", "text stands behind a | or > in the same line"),
    ("a tab character", "a tab stands where the line is indented"),
    ("'\\t' that cannot start any token", "a tab stands where the line is indented"),
    ("cannot start any token", "no value can begin with this sign"),
)
"""Parts of libyaml's and PyYAML's own messages."""


def meaning(problem: str, context: str | None) -> str:
    """The complaint in plain words; as it is where these are not known."""
    told = next((means for part, means in _MEANS if part in problem), None)
    return told or f"{problem} {context or ''}".strip()


def remedy(problem: str, text: str, line: int) -> str:
    """What to look for, in the file's text at a line, counted from 1."""
    lines = source_lines(text)
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())] or "'\\t'" in problem:
        return "Indent with spaces, not tabs."
    if "mapping values are not allowed" in problem:
        return "A text that holds ': ' needs quotes, or a | block; or the indentation is off."
    if "unexpected end of stream" in problem or "expected ','" in problem:
        return "Close the quotation mark, bracket or brace that is open."
    if "cannot start any token" in problem:
        return "Put the whole text in quotes."
    if "escape character" in problem:
        return r"Write \\ for a backslash, or use single quotes."
    if "expected <block end>" in problem or "did not find expected key" in problem:
        return "Check the indentation of this line and the one above, and that quotes are closed."
    return "Check quotes, colons and indentation here and in the line above."
