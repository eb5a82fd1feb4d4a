"""Which colours does the terminal face have of its own?

Colour themes for Textual (dark, light, high contrast, the terminal's own), and palettes for 16 and 256 colours.

Ink on paper in two lights, and one accent; and black and white for those who need more. Every pair in which text is
shown keeps a contrast of at least 4.5 to 1 (WCAG 2.2, criterion 1.4.3), in the last of 7 to 1 (1.4.6), muted text
included; a test computes it over what is painted.
"""

from textual.theme import Theme

DARK = Theme(
    name="wayout-dark",
    dark=True,
    primary="#d9a659",
    secondary="#a6a196",
    accent="#d9a659",
    warning="#d9a659",
    error="#e08a78",
    success="#a6a196",
    foreground="#e2ded5",
    background="#16171a",
    surface="#1e2024",
    panel="#26282d",
    variables={
        "text": "#e2ded5",
        "text-muted": "#a6a196",
        "text-disabled": "#9c978c",
        "border": "#5a564e",
        "border-blurred": "#3a3833",
        "block-cursor-foreground": "#16171a",
        "block-cursor-background": "#d9a659",
        "screen-selection-foreground": "#16171a",
        "screen-selection-background": "#d9a659",
        "input-selection-foreground": "#16171a",
        "input-selection-background": "#d9a659",
        "scrollbar": "#4a4741",
        "scrollbar-hover": "#a6a196",
        "scrollbar-active": "#d9a659",
        "scrollbar-background": "#16171a",
        "scrollbar-background-hover": "#16171a",
        "scrollbar-background-active": "#16171a",
    },
)
LIGHT = Theme(
    name="wayout-light",
    dark=False,
    primary="#8a4a0f",
    secondary="#5f5b52",
    accent="#8a4a0f",
    warning="#8a4a0f",
    error="#9c2f1d",
    success="#5f5b52",
    foreground="#23211d",
    background="#f6f2e9",
    surface="#ece7da",
    panel="#e3dccb",
    variables={
        "text": "#23211d",
        "text-muted": "#5f5b52",
        "text-disabled": "#656156",
        "border": "#a89f8c",
        "border-blurred": "#cfc8b8",
        "block-cursor-foreground": "#f6f2e9",
        "block-cursor-background": "#8a4a0f",
        "screen-selection-foreground": "#f6f2e9",
        "screen-selection-background": "#8a4a0f",
        "input-selection-foreground": "#f6f2e9",
        "input-selection-background": "#8a4a0f",
        "scrollbar": "#c4bcaa",
        "scrollbar-hover": "#5f5b52",
        "scrollbar-active": "#8a4a0f",
        "scrollbar-background": "#f6f2e9",
        "scrollbar-background-hover": "#f6f2e9",
        "scrollbar-background-active": "#f6f2e9",
    },
)
HIGH_CONTRAST = Theme(
    name="wayout-high-contrast",
    dark=True,
    primary="#ffd75f",
    secondary="#ffffff",
    accent="#ffd75f",
    warning="#ffd75f",
    error="#ffb3a7",
    success="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    variables={
        "text": "#ffffff",
        "text-muted": "#e4e4e4",
        "text-disabled": "#e4e4e4",
        "border": "#ffffff",
        "border-blurred": "#e4e4e4",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffd75f",
        "screen-selection-foreground": "#000000",
        "screen-selection-background": "#ffd75f",
        "input-selection-foreground": "#000000",
        "input-selection-background": "#ffd75f",
        "scrollbar": "#e4e4e4",
        "scrollbar-hover": "#ffffff",
        "scrollbar-active": "#ffd75f",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
        "term-style": "bold underline",
    },
)
TERMINAL = Theme(
    name="wayout-terminal",
    ansi=True,
    dark=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "text": "ansi_default",
        "text-muted": "ansi_default",
        "text-disabled": "ansi_default",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_yellow",
        "block-cursor-blurred-foreground": "ansi_black",
        "block-cursor-blurred-background": "ansi_yellow",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-text-style": "none",
        "screen-selection-foreground": "ansi_black",
        "screen-selection-background": "ansi_yellow",
        "input-selection-foreground": "ansi_black",
        "input-selection-background": "ansi_yellow",
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_default",
        "scrollbar-active": "ansi_default",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
    },
)
"""Ink and paper of the terminal itself: where it does not tell them, nobody knows which other inks go with them."""
OWN = (DARK, LIGHT, HIGH_CONTRAST)


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
