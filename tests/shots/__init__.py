"""Screenshots of every page and dialog, to be looked at: `python -m tests.shots OUT [NAME...]`."""
