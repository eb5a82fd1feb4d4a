"""Where does a writer's text break into paragraphs?"""


def paragraphs(text: str) -> tuple[str, ...]:
    """A writer's text in paragraphs: an empty line parts them; any other line end is a space."""
    blocks = text.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n").split("\n\n")
    return tuple(
        " ".join(line.strip(" ") for line in block.strip("\n").split("\n")) for block in blocks if block.strip()
    ) or ("",)
