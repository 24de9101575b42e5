"""Lets hatchling build the catalogues before it packs the wheel."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildCatalogues(BuildHookInterface[Any]):
    """The wheel and the editable install carry `.mo` files, which are not kept in the repository."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is out of date."""
        runpy.run_path(str(Path(self.root) / "resources/locale/build_mo.py"))["build_stale"]()
