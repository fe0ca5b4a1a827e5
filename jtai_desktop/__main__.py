"""`python -m jtai_desktop` is the same program."""

import sys

from jtai_desktop.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
