"""`python -m relationship_journal`."""

import sys

from relationship_journal.main import main

if __name__ == "__main__":
    sys.exit(main())
