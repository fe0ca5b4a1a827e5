"""The surroundings that tests, pictures and measurements run in, the same on every machine.

Call `settle` before Qt is imported. The time zone is an odd one on purpose: what the program
says must not depend on it.
"""

import os
import time
from pathlib import Path

_FONTS = Path(__file__).resolve().parent / "fonts.conf"


def settle() -> None:
    """Set screen, fonts, locale and time zone, whatever the tester's own are."""
    os.environ["QT_QPA_PLATFORM"] = os.environ.get("JTAI_TEST_PLATFORM", "offscreen")
    os.environ["FONTCONFIG_FILE"] = str(_FONTS)
    os.environ["TZ"] = "Pacific/Chatham"
    os.environ["LC_ALL"] = "C.UTF-8"
    for name in ("LANG", "LANGUAGE"):
        os.environ.pop(name, None)
    for name in [name for name in os.environ if name.startswith(("JTAI_", "QT_SCALE", "QT_FONT"))]:
        if not name.startswith(("JTAI_TEST_", "JTAI_BENCH_")):
            del os.environ[name]
    if hasattr(time, "tzset"):
        time.tzset()
