"""A passphrase of four words, put together by chance."""

import secrets

from jtai_desktop import places
from jtai_desktop.domain.passphrases import of_words


def words() -> tuple[str, ...]:
    """The words that passphrases are made of."""
    path = places.resources() / "words" / "words.txt"
    return tuple(path.read_text(encoding="ascii").split())


def suggest() -> str:
    """Four of them."""
    return of_words(words(), secrets.choice)
