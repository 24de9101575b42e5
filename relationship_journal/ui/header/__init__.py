"""Who they are: the top of the middle pane."""
