"""A process beside the program, for what takes long or may go wrong: one, started when it is first needed.

What it is asked for are errands: functions of the program by their dotted name, which know nothing of the journal and
answer from their arguments alone. It is asked over its standard input and answers over its standard output.
"""

from .process import BrokenOffError, Process, TooSlowError, the_process

__all__ = ["BrokenOffError", "Process", "TooSlowError", "the_process"]
