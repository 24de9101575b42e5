"""An offline journal of relationships: what was asked, granted, used, thanked and returned."""

__version__ = "0.1.0"
