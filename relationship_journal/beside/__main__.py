"""Where the process begins that stands beside a program run by Python: started by path, with nothing else around it."""

import sys
from pathlib import Path

if __name__ == "__main__":
    root = str(Path(__file__).parents[2])
    if root not in sys.path:
        sys.path.insert(0, root)
    from relationship_journal.beside.helper import main

    sys.exit(main())
