"""What a story is: values, and how they are read from files. Knows no other room."""
