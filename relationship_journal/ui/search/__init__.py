"""Find everything: entries, contacts and favours as one types."""
