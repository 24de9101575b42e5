"""What notes suggest, as chips: taken, dismissed or edited first, under an entry and in the review."""
