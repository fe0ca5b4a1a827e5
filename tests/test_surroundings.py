"""The surroundings of the tests are what they promise."""

import socket
import sys
import time

import pytest
from PySide6.QtGui import QFontDatabase


def test_no_test_reaches_the_network() -> None:
    with (
        socket.socket() as there,
        pytest.raises(AssertionError, match="network"),
    ):
        there.connect(("192.0.2.1", 80))


def test_the_time_zone_is_an_odd_one() -> None:
    assert time.strftime("%z", time.localtime(0)) == "+1245"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fonts.conf is read on Linux")
@pytest.mark.usefixtures("qapp")
def test_the_machines_own_fonts_are_not_seen() -> None:
    aliases = {"Sans Serif", "Serif", "Monospace"}
    families = set(QFontDatabase.families()) - aliases
    assert {name for name in families if not name.startswith("IBM Plex Sans")} == {"DejaVu Sans"}
