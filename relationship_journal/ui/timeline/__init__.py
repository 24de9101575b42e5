"""The timeline: what happened, by day, newest first, however long the journal is."""
