"""The shipped pack, and its tables for tests to spoil."""

import tomllib

import pytest

from jtai_desktop.guidance.finding import load, text_of
from jtai_desktop.guidance.pack import Pack


@pytest.fixture(scope="session")
def text() -> str:
    return text_of("cmh-2019")


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load("cmh-2019")


@pytest.fixture
def data(text: str) -> dict[str, object]:
    return tomllib.loads(text)
