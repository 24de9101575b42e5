"""The window: the only package that knows Qt."""

from .qt_loading import load_qt

load_qt()
