"""Help: the method and the keys, on one page."""
