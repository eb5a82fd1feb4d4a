"""What fills the terminal, one screen a file; imported when first opened.

The screens of the terminal face, one file a screen or a group of screens; imported when first opened.
"""
