"""The program in a real window on a virtual screen, driven by X events: python -m tests.desktop.real_drag."""
