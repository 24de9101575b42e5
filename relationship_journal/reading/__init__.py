"""The note reader: text to suggestions, each with the words that it rests on."""
