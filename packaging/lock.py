"""Renews the pinned requirements, with hashes, for every supported Python and system at once.

The tool that works them out (uv) is fetched into a throwaway environment. No index address goes
into the files: whoever installs uses their own.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--upgrade",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def main() -> int:
    """Write both files; the second one keeps to the versions of the first."""
    with tempfile.TemporaryDirectory() as throwaway:
        python = _with_uv(Path(throwaway))
        for name in ("requirements", "requirements-dev"):
            command = ["-m", "uv", "pip", "compile", *OPTIONS, f"{name}.in", "-o", f"{name}.txt"]
            if code := subprocess.call([python, *command], cwd=FOLDER):
                return code
            print(f"Renewed packaging/{name}.txt")
    return 0


def _with_uv(folder: Path) -> str:
    venv.create(folder, symlinks=sys.platform != "win32")
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    pip = [sys.executable, "-m", "pip", "--python", str(python)]
    subprocess.run([*pip, "install", "--quiet", "uv"], check=True)
    return str(python)


if __name__ == "__main__":
    sys.exit(main())
