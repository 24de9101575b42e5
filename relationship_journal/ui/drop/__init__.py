"""What is dropped or pasted, anywhere in the window."""
