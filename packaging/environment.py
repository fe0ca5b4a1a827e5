"""The virtual environment: made once per minor version of Python, from the pinned requirements.

Whether it is complete is written on a stamp: taken away before packages are installed, written
last. pip takes a package that was cut off half-way for a whole one, so an environment without a
stamp, whose installation was interrupted, is made anew.
"""

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

RUN = "requirements.txt"
DEV = "requirements-dev.txt"

_NO_NETWORK = (
    "NewConnectionError",
    "NameResolutionError",
    "ConnectTimeoutError",
    "ProxyError",
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Network is unreachable",
)


class CannotPrepare(Exception):  # noqa: N818 - named for what it says
    """The environment can't be made; carries the one sentence that says why."""


def this_python() -> str:
    """Which interpreter this is: another one, or a newer patch, needs a new environment."""
    return f"{platform.python_version()} {Path(sys.base_prefix).resolve()}"


class Environment:
    """A virtual environment in a folder, and the requirements it is made from."""

    def __init__(self, folder: Path, requirements: Path, interpreter: str) -> None:
        self._folder = folder
        self._requirements = requirements
        self._interpreter = interpreter
        self._stamp = folder / "complete.json"

    @property
    def python(self) -> Path:
        """The environment's own Python."""
        if os.name == "nt":
            return self._folder / "Scripts" / "python.exe"
        return self._folder / "bin" / "python"

    def provide(self, *, dev: bool) -> None:
        """Make the environment, or bring it up to date, unless it is complete already."""
        if self.is_complete(dev=dev):
            return
        if not self._can_be_kept():
            self._make()
        started = time.monotonic()
        print("Installing the packages (once; a minute or two) …", flush=True)
        self._stamp.unlink(missing_ok=True)
        self._install(DEV if dev else RUN)
        self.write_stamp(dev=dev)
        print(f"The packages are installed ({time.monotonic() - started:.0f} s).", flush=True)

    def is_complete(self, *, dev: bool) -> bool:
        """Whether everything wanted is installed, from today's requirements."""
        stamp = self._read_stamp()
        return (
            self.python.exists()
            and stamp.get("python") == self._interpreter
            and stamp.get(DEV if dev else RUN) == self._digest(dev=dev)
        )

    def write_stamp(self, *, dev: bool) -> None:
        """Write down that the installation went through to its end."""
        stamp = {"python": self._interpreter, RUN: self._digest(dev=False)}
        if dev:
            stamp[DEV] = self._digest(dev=True)
        self._stamp.write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")

    def _digest(self, *, dev: bool) -> str:
        """What the requirements say; the ones for the checks contain all the others."""
        names = (RUN, DEV) if dev else (RUN,)
        texts = (self._requirements.joinpath(name).read_bytes() for name in names)
        return hashlib.sha256(b"\0".join(texts)).hexdigest()

    def _read_stamp(self) -> dict[str, str]:
        try:
            stamp = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def _can_be_kept(self) -> bool:
        """Whether new packages can go on top of what is there."""
        return self.python.exists() and self._read_stamp().get("python") == self._interpreter

    def _make(self) -> None:
        """Make an empty environment, with no pip of its own if this Python's pip can serve it."""
        print(f"Making a virtual environment in {self._folder} …", flush=True)
        if not (_has("pip") or _has("ensurepip")):
            raise CannotPrepare("This Python has no pip: install it (Debian: python3-pip) first.")
        try:
            if self._folder.exists():
                shutil.rmtree(self._folder)
            venv.create(self._folder, symlinks=os.name == "posix", with_pip=not _has("pip"))
        except (OSError, subprocess.SubprocessError) as error:
            raise CannotPrepare(f"The environment can't be made: {error}.") from error

    def _install(self, requirements: str) -> None:
        """Call pip quietly; what it said is shown only if it failed."""
        pip = [sys.executable, "-m", "pip", "--python", str(self.python)]
        if not _has("pip"):
            pip = [str(self.python), "-m", "pip"]
        options = ["--quiet", "--no-input", "--disable-pip-version-check"]
        source = ["--require-hashes", "--no-deps", "--only-binary=:all:", "-r"]
        ran = subprocess.run(
            [*pip, "install", *options, *source, str(self._requirements / requirements)],
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
        )
        if ran.returncode:
            raise CannotPrepare(why_pip_failed(ran.stdout + ran.stderr))


def why_pip_failed(output: str) -> str:
    """One sentence where the network is missing, otherwise all that pip said."""
    if any(sign in output for sign in _NO_NETWORK):
        return (
            "The packages can't be fetched because the network or the package index does not"
            " answer: connect and call again."
        )
    return f"pip could not install the packages. It said:\n{output.strip()}"


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None
