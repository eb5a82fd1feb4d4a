"""What becomes of our colours where a terminal has 256 of them, or 16?

Tables from the exact colours of a theme to the numbers of the xterm palette and of the ANSI colours. Left to Rich,
which takes the nearest one, paper turns lemon, two inks become one, and a light footer white on white.
"""

from textual.theme import Theme

from wayout.faces.terminal.themes import DARK, HIGH_CONTRAST, LIGHT, OWN

ANSI = ("#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
        "#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff")  # fmt: skip
"""The colours that Rich (15) sends as the 16 numbers (`rich._palettes.STANDARD_PALETTE`)."""
STEPS = (0, 95, 135, 175, 215, 255)
"""Of each of red, green and blue in the cube of the xterm palette."""
CUBE, GREYS = 16, 232
"""The first numbers of the cube and of the 24 greys."""

Table = dict[str, tuple[int, int]]
"""For each colour of a theme its number among 256, and among 16."""

TABLES: dict[str, Table] = {
    DARK.name: {
        "#16171a": (234, 0), "#1e2024": (235, 0), "#26282d": (236, 0), "#e2ded5": (253, 15), "#a6a196": (248, 7),
        "#9c978c": (247, 7), "#d9a659": (179, 11), "#e08a78": (174, 9), "#5a564e": (240, 8), "#3a3833": (237, 8),
        "#4a4741": (239, 8),
    },
    LIGHT.name: {
        "#f6f2e9": (255, 15), "#ece7da": (254, 15), "#e3dccb": (253, 15), "#23211d": (235, 0), "#5f5b52": (240, 0),
        "#656156": (240, 0), "#8a4a0f": (88, 4), "#9c2f1d": (124, 1), "#a89f8c": (246, 8), "#cfc8b8": (250, 7),
        "#c4bcaa": (249, 7),
    },
    HIGH_CONTRAST.name: {
        "#000000": (16, 0), "#ffffff": (231, 15), "#ffd75f": (221, 11), "#e4e4e4": (254, 7), "#ffb3a7": (217, 15),
    },
}  # fmt: skip
ROWS = {DARK.name: (238, 4), LIGHT.name: (250, 7), HIGH_CONTRAST.name: (238, 4)}
"""The ground of the row pointed at in the palette, which Textual would mix."""
NO_BOLD = {"strong-style": "underline"}
CURSOR_NO_BOLD = {"block-cursor-text-style": "none", "block-cursor-blurred-text-style": "none"}
"""In 16 colours, of the light theme and of what is black on a bright ground: many terminals draw bold black as grey."""


def own_themes(colour_system: str | None) -> tuple[Theme, ...]:
    """Our themes as a terminal can show them; `colour_system` is Rich's name of what it has."""
    if colour_system == "256":
        return tuple(_themed(theme, 0) for theme in OWN)
    if colour_system in ("standard", "windows"):
        return tuple(_themed(theme, 1) for theme in OWN)
    return OWN


def sent_as(number: int) -> str:
    """A colour that Rich sends as that number of the xterm palette."""
    if number >= GREYS:
        grey = round(255 / 25 * (number - GREYS + 1))
        return f"#{grey:02x}{grey:02x}{grey:02x}"
    red, rest = divmod(number - CUBE, 36)
    return "#" + "".join(f"{STEPS[step]:02x}" for step in (red, *divmod(rest, 6)))


def _themed(theme: Theme, column: int) -> Theme:
    """A theme in the colours of a table."""
    table = TABLES[theme.name]

    def known(value: str | None) -> str | None:
        number = table[value][column] if value in table else None
        return value if number is None else ANSI[number] if column else sent_as(number)

    changed = {name: known(value) or value for name, value in theme.variables.items()}
    row = ROWS[theme.name][column]
    changed["block-cursor-blurred-background"] = ANSI[row] if column else sent_as(row)
    changed["block-cursor-blurred-foreground"] = known(theme.foreground) or ""
    if column:
        changed.update(CURSOR_NO_BOLD)
    if column and not theme.dark:
        changed.update(NO_BOLD)
    return Theme(
        name=theme.name,
        dark=theme.dark,
        primary=known(theme.primary) or theme.primary,
        secondary=known(theme.secondary),
        accent=known(theme.accent),
        warning=known(theme.warning),
        error=known(theme.error),
        success=known(theme.success),
        foreground=known(theme.foreground),
        background=known(theme.background),
        surface=known(theme.surface),
        panel=known(theme.panel),
        variables=changed,
    )
