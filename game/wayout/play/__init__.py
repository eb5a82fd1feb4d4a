"""What happens: pure functions over frozen values. Reads no clock, no randomness, no environment, no path."""
