"""Adding and editing a contact: by one line, or every field."""
