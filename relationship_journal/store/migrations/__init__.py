"""The steps from one schema to the next, one module each, with Alembic's operations; imported only by `migrating`.

A step is final once a version with it was released: what comes after is a new step, and `schema.REVISION` counts it.
`tests/store/test_migrations.py` holds that a file of revision 1 becomes exactly a fresh one.
"""

from collections.abc import Callable

from . import r0002, r0003, r0004

UPGRADES: dict[int, Callable[[], None]] = {2: r0002.upgrade, 3: r0003.upgrade, 4: r0004.upgrade}
"""By the revision that the step leads to."""
