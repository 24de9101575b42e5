"""Where things lie: the user's data folder (the only use of appdirs) and what ships with the program."""

import sys
from pathlib import Path

import appdirs

_APPLICATION = "relationship-journal"


def user_data() -> Path:
    """The folder for the journal file; made by whoever writes there first."""
    return Path(appdirs.user_data_dir(_APPLICATION, appauthor=False))


def user_settings() -> Path:
    """The folder for what is not journal content: window places, the last journal used."""
    return Path(appdirs.user_config_dir(_APPLICATION, appauthor=False))


def user_log() -> Path:
    """The folder for the log, which never holds content."""
    return Path(appdirs.user_log_dir(_APPLICATION, appauthor=False))


def resources() -> Path:
    """The folder that ships with the program: beside the bundle, inside the wheel, or in the checkout."""
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent)) / "resources"
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"
