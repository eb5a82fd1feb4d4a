"""The full-screen terminal face: screens and widgets, each beside the sheet that says how it looks."""
