"""What was removed, to be taken back."""
