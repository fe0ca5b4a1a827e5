"""Makes the surroundings that the program or its checks need, then starts what is named.

    python packaging/prepare.py main.py --help
    python packaging/prepare.py --dev packaging/check.py

Only this first step is written so that any Python can read it, to refuse one it can't use.
"""

import sys

if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(
        "This program needs Python 3.11, 3.12 or 3.13, and this is Python %d.%d:"  # noqa: UP031
        " choose another one, for example with make PYTHON=python3.11." % sys.version_info[:2]
    )

from preparation import prepare_and_start

if __name__ == "__main__":
    sys.exit(prepare_and_start(sys.argv[1:]))
