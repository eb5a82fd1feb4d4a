"""How fast is Wayout, measured side by side with its yardsticks? `python -m tests.bench`."""
