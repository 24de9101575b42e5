"""`python -m tests.shots OUT [NAME...]`: every scene, or those whose name contains a NAME, in both languages, both
themes and three sizes (dialogs in one), as OUT/<language>-<theme>-<width>/<scene>.png.
"""

import os
import runpy
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .scenes import Act
    from .stage import Stage

SIZES = ((1440, 900), (1200, 760), (1024, 640))


def main(arguments: list[str]) -> int:
    """Take the pictures; the exit status counts the scenes that failed, at most 100."""
    out = Path(arguments[0] if arguments else "shots").resolve()
    wanted = arguments[1:]
    with tempfile.TemporaryDirectory(prefix="relationship-journal-shots-", ignore_cleanup_errors=True) as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
            os.environ[name] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        runpy.run_path(str(Path("resources/locale/build_mo.py")))["build_stale"]()
        return min(100, _take_all(out, wanted, Path(home)))


def _take_all(out: Path, wanted: list[str], home: Path) -> int:
    from PySide6.QtWidgets import QApplication

    from relationship_journal.ui.theme import Scheme

    from . import mail_scenes, pane_scenes, reading_scenes, review_scenes, window_scenes  # noqa: F401 - they fill the registry
    from .components import sheet
    from .scenes import SCENES
    from .stage import Stage

    application = QApplication(["shots"])
    chosen = [scene for scene in SCENES if not wanted or any(name in scene.name for name in wanted)]
    failed = 0
    for language in ("en", "zh"):
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            for size in SIZES:
                folder = out / f"{language}-{scheme.value}-{size[0]}"
                stage = Stage(home, language, scheme, size)
                for scene in chosen:
                    if scene.every_size or size is SIZES[0]:
                        failed += _take(stage, scene.name, folder, scene.act)
                stage.leave()
            if not wanted or "components" in wanted:
                shown = sheet()
                shown.show()
                application.processEvents()
                shown.grab().save(str(out / f"{language}-{scheme.value}-{SIZES[0][0]}" / "00-components.png"))
                shown.close()
    print(f"{out}: {failed} failed")
    return failed


def _take(stage: "Stage", name: str, folder: Path, act: "Act") -> int:
    try:
        act(stage)
        stage.grab(folder / f"{name}.png")
    except Exception as error:  # noqa: BLE001 - one scene that fails does not keep the others from being seen
        print(f"{folder.name}/{name}: {error!r}", file=sys.stderr)
        return 1
    finally:
        stage.clear()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
