"""What does the program bear? Files changed at random; by hand with `make torture`."""
