"""The settings: the look, the numbers of the method, limits of gifts, the own life."""
