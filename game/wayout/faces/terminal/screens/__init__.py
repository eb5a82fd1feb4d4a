"""What fills the terminal, one screen a file; imported when first opened."""
