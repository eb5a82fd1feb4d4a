"""Which colours does the terminal face have of its own?

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
        "scrollbar": "#e4e4e4",
        "scrollbar-hover": "#ffffff",
        "scrollbar-active": "#ffd75f",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
        "term-style": "bold underline",
    },
)
OWN = (DARK, LIGHT, HIGH_CONTRAST)
