"""An offline journal of relationships: what was asked, granted, used, thanked and returned."""
