"""The command line: whatever the window does to the journal can be scripted. `program.run` is its door."""
