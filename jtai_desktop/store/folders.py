"""Whether a folder is on this computer alone, as far as its name and the system tell.

A database on a network drive or in a folder that another program copies to and fro can be torn
or overwritten. It is a warning, no refusal: some councils have no other place.
"""

import sys
from pathlib import Path

from jtai_desktop.domain.problems import Problem

SYNCHRONISED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud drive",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "sharepoint",
    "syncthing",
    "box sync",
)
NETWORKED = ("nfs", "cifs", "smb", "fuse.", "afs", "davfs", "9p", "ceph", "gluster", "vboxsf")
DRIVE_REMOTE = 4
SYNCED = (
    "The vault lies in a folder that another program synchronises ({name}). It can be overwritten "
    "there by an older copy. Move it to a folder of this computer alone."
)
REMOTE = (
    "The vault lies on a network drive. A save can be lost there when the connection breaks. "
    "Move it to a folder of this computer."
)


def warning(folder: Path) -> Problem | None:
    """What to know before a vault lies there, or nothing."""
    absolute = folder.absolute()
    if name := synchronised(absolute.parts):
        return Problem("folder", SYNCED.format(name=name))
    if _is_unc(absolute) or _on_network(absolute):
        return Problem("folder", REMOTE)
    return None


def synchronised(parts: tuple[str, ...]) -> str:
    """The part of a path by which a synchronised folder is known, or nothing."""
    for part in parts:
        plain = part.casefold()
        if any(
            plain == name or plain.startswith((f"{name} ", f"{name}-")) for name in SYNCHRONISED
        ):
            return part
    return ""


def file_system(mounts: str, path: str) -> str:
    """The kind of file system that a path lies on, from the system's table of mounts."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < len(("device", "folder", "kind")):
            continue
        place = fields[1].replace("\\040", " ")
        inside = path == place or path.startswith(place.rstrip("/") + "/")
        if inside and len(place) >= len(best):
            best, kind = place, fields[2]
    return kind


def is_networked(kind: str) -> bool:
    """Whether a file system of this kind is somewhere else."""
    return kind.startswith(NETWORKED)


def _on_network(absolute: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(absolute.anchor) == DRIVE_REMOTE)
    try:
        mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return is_networked(file_system(mounts, str(absolute)))


def _is_unc(absolute: Path) -> bool:
    return absolute.anchor.startswith(("\\\\", "//"))
