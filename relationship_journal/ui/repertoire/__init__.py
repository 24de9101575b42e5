"""The user's own ladder: the words of its rungs, and the ideas and offers that are suggested."""
