"""What the program keeps on this computer between one start and the next."""
