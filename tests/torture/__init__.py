"""What does the program bear? Kills at random instants of play; by hand with `make torture`."""
