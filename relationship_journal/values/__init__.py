"""Declares values as `dataclasses` does, with the same names and the same behaviour, at a fraction of the price.

The standard decorator writes and compiles up to eight functions for every class that is declared: about a millisecond
each, a tenth of a second at every start of the program. To the type checker these *are* dataclasses;
`dataclasses.replace`, `fields` and `is_dataclass` take them for such.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, field, fields, replace
else:
    from .declared_field import field
    from .declaring import dataclass, fields, replace

__all__ = ["dataclass", "field", "fields", "replace"]
