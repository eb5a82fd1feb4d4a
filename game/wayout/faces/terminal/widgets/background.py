"""What stands in a widget that holds others and draws nothing itself?"""

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Background:
    """One row of its ground, as often as it is asked for: drawn once, where Textual draws each row anew."""

    def render_lines(self: Widget, crop: Region) -> list[Strip]:  # type: ignore[misc]
        """The rows; there is no border for Textual to add to them."""
        _, ground = self.background_colors
        row = Strip.blank(crop.width, self.visual_style.background_style.rich_style)
        for line_filter in self.get_line_filters():
            row = row.apply_filter(line_filter, ground)
        return [row] * crop.height
