"""`batch`: one command a line, on one open journal, stopping at nothing."""

from argparse import Namespace

from relationship_journal.cli.arguments import Commands
from relationship_journal.cli.desk import Desk, Result
from relationship_journal.i18n import _


def add(commands: Commands) -> None:
    """Put the words into the parser."""
    batch = commands.add("batch", run, _("many commands, one a line, in one process"), "batch commands.txt")
    batch.add_argument("file", metavar="FILE|-", help=_("a file of commands, or - for standard input"))


def run(_desk: Desk, _options: Namespace) -> Result:
    """Never called: the program reads a batch line by line, so that each answer is out before the next command."""
    raise AssertionError("a batch is read by the program")
