"""Loads Qt, and leaves Python's own way of importing as it was.

The binding puts an import of its own in the place of Python's, to find modules that ask for another
spelling of Qt's names. It reads the source of every module that is imported afterwards, and keeps
it. Ours ask for no such thing: without it the window is there sooner and holds less memory.
"""

import builtins
from importlib import import_module


def load_qt() -> None:
    """Import Qt; call it before anything of the window is imported."""
    usual = builtins.__import__
    import_module("PySide6.QtCore")
    builtins.__import__ = usual
