"""The inbox folder, watched while the program runs."""
