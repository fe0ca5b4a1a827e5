"""Starts the program: the window, or one of its commands."""

import sys

from jtai_desktop.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
