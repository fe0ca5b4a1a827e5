"""Every check of the project, one after the other; says at the end which of them failed.

Started in the prepared environment: python packaging/check.py [arguments for pytest]
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """Run all checks, also after one has failed, so that one call tells everything."""
    failed = [name for name, command in checks(arguments) if not _passes(name, command)]
    if failed:
        print(f"\nFailed: {', '.join(failed)}")
        return 1
    print("\nEvery check passed.")
    return 0


def checks(arguments: list[str]) -> list[tuple[str, list[str]]]:
    """Name and command of each check."""
    pytest = ["-m", "pytest", "--quiet", *_workers(), *arguments]
    return [
        ("ruff", ["-m", "ruff", "check", "--quiet", "."]),
        ("format", ["-m", "ruff", "format", "--check", "--quiet", "."]),
        ("types", ["-m", "mypy"]),
        ("layers", ["-c", "from importlinter.cli import lint_imports; exit(lint_imports())"]),
        ("tests", pytest),
    ]


def _workers() -> list[str]:
    """Spread the test files over the processors, where there is more than one, in their order.

    tests/conftest.py puts the longest first, so that no processor is left with one at the end.
    """
    processors = min(os.cpu_count() or 1, 4)
    spread = ["-n", str(processors), "--dist", "loadfile", "--no-loadscope-reorder"]
    return spread if processors > 1 else []


def _passes(name: str, command: list[str]) -> bool:
    started = time.monotonic()
    print(f"\n== {name}", flush=True)
    ran = subprocess.run([sys.executable, *command], cwd=ROOT, check=False)
    outcome = "FAILED" if ran.returncode else "passed"
    print(f"== {name}: {outcome} ({time.monotonic() - started:.1f} s)", flush=True)
    return ran.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
