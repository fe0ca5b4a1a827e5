"""The order of the preparation: system libraries, virtual environment, then the program."""

import os
import subprocess
import sys
from pathlib import Path

import system_libraries
from environment import CannotPrepare, Environment, this_python

ROOT = Path(__file__).resolve().parent.parent


def prepare_and_start(arguments: list[str]) -> int:
    """Prepare, then run the environment's Python with the arguments after `--dev`."""
    dev = arguments[:1] == ["--dev"]
    command = arguments[1:] if dev else arguments
    environment = Environment(
        ROOT / ".venv" / "{}.{}".format(*sys.version_info), ROOT / "packaging", this_python()
    )
    try:
        system_libraries.provide()
        environment.provide(dev=dev)
    except (CannotPrepare, system_libraries.LibrariesMissing) as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The next call starts the installation again.", file=sys.stderr)
        return 130
    return _start(environment.python, command) if command else 0


def _start(python: Path, command: list[str]) -> int:
    """Become the command, so that signals and the exit code are its own."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(python, [str(python), *command])  # noqa: S606 - a shell has no place here
    return subprocess.call([str(python), *command])
