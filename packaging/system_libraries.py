"""The system libraries that Qt needs on Linux and a bare Debian lacks.

Each is tried by loading it, so that one in an unusual place counts too. What is missing is
installed where that is allowed (as root, or by sudo without a prompt); otherwise the one line to
run is printed. Without those of the first group nothing starts; those of the second are only
needed to show a window and to print.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping

# Library and Debian package, as Qt's own libraries and its offscreen platform ask for them.
ALWAYS: Mapping[str, str] = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libzstd.so.1": "libzstd1",
    "libz.so.1": "zlib1g",
}

# As the xcb platform and the print dialog ask for them.
WINDOW: Mapping[str, str] = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libcups.so.2": "libcups2",
}

CanLoad = Callable[[str], bool]


class LibrariesMissing(Exception):  # noqa: N818 - named for what it says
    """Libraries that nothing starts without are missing; carries what to do."""


def provide() -> None:
    """See that the libraries are there; refuse if not even the tests could run."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_packages({**ALWAYS, **WINDOW}, can_load)
    if not missing or _install(missing):
        return
    advice = what_to_run(missing)
    if missing_packages(ALWAYS, can_load):
        raise LibrariesMissing(f"Qt needs system libraries that are not there. {advice}")
    print(f"To show windows and to print, Qt needs more system libraries. {advice}", flush=True)


def can_load(library: str) -> bool:
    """Whether the system finds this library and all that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(libraries: Mapping[str, str], loads: CanLoad) -> list[str]:
    """The packages of those libraries that can't be loaded, in alphabetical order."""
    return sorted({package for library, package in libraries.items() if not loads(library)})


def what_to_run(packages: Iterable[str]) -> str:
    """The one line that installs them, for a person to run."""
    return f"Run once: sudo apt-get install {' '.join(packages)}"


def _install(packages: list[str]) -> bool:
    """Install them where that is allowed; answer whether all of them load afterwards."""
    allowed = _allowed_prefix()
    if allowed is None:
        return False
    print(f"Installing system libraries for Qt: {' '.join(packages)} …", flush=True)
    install = [*allowed, "apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    if not _succeeds(install):
        # The list of packages may be missing or old.
        _succeeds([*allowed, "apt-get", "update", "-qq"])
        if not _succeeds(install):
            print("The system libraries could not be installed from here.", flush=True)
            return False
    return not missing_packages({**ALWAYS, **WINDOW}, can_load)


def _allowed_prefix() -> list[str] | None:
    """What to write before apt-get, or None where this person may not install."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _succeeds(command: list[str]) -> bool:
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    ran = subprocess.run(
        command,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return ran.returncode == 0
