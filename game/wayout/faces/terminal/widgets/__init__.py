"""What screens are made of. Widgets are given values and tell what happened; they know no story."""
