"""Work in a process of its own: the same program started with a hidden command.

The request goes in over the standard input and the answer comes back over the standard output,
so that nothing secret stands on a command line or in the environment.
"""

import json
import os
import sys
from pathlib import Path

from jtai_desktop.domain.problems import Refused

MODULES = {"derive": "jtai_desktop.store.derive"}
# What a worker has no need of and must not inherit.
SECRETS = ("JTAI_PASSPHRASE",)


def worker_command(name: str) -> list[str]:
    """The command line of a worker, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", name]
    return [sys.executable, "-m", MODULES[name]]


def run(name: str, request: object) -> str:
    """What the worker answers to the request."""
    import subprocess

    finished = subprocess.run(  # noqa: S603 - our own program with fixed arguments
        worker_command(name),
        input=json.dumps(request).encode("ascii"),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_folder(),
        env=_environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        check=False,
    )
    if finished.returncode:
        raise Refused(
            "The passphrase could not be worked through: there may be too little memory free. "
            "Close other programs, then try again.",
            place="memory",
        )
    return finished.stdout.decode("ascii").strip()


def _folder() -> Path | None:
    """Where `-m` finds the package, from a checkout and from an installed wheel alike."""
    if getattr(sys, "frozen", False):
        return None
    return Path(__file__).resolve().parents[2]


def _environment() -> dict[str, str]:
    hidden = {*SECRETS, "PYTHONSAFEPATH"}
    return {name: value for name, value in os.environ.items() if name not in hidden}
