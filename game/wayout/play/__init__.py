"""What happens: pure functions over frozen values. Reads no clock, no randomness, no environment, no path.

The state machine: pure functions over frozen values, without clock, randomness, environment or paths.
"""
