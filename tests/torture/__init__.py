"""What does the program bear? Kills at random instants of play, files changed at random; by hand: `make torture`."""
