"""The ladder panel: where a relationship stands, what comes next, who moves whom, and the dialogs of a favour."""
