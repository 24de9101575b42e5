"""The command palette: people, what can be done with them, and every action of the window."""
