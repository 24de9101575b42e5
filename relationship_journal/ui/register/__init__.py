"""The courtesy register: what was given and received, for a compliance officer."""
