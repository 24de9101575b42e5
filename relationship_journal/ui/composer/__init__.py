"""Where an entry is written."""
