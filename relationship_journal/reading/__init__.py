"""Text to suggestions: what a note says about days, people, favours and facets, offline and explained."""
