"""The people: finding, filtering and choosing them."""
