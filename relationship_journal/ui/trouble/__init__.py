"""What stands in the way of a journal, and the ways on."""
