"""What a person does besides playing: each tool is called with values, and shows what it found."""
