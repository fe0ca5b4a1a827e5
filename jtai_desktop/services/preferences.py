"""What this person likes on this computer: theme, text size, window, when to lock.

Holds nothing of the work but the identity of the inspection that was open last. Kept
outside the vault, since it is needed before the vault is open.
"""

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from jtai_desktop import places

TEXT_SIZES = (100, 115, 130, 150)
LOCK_AFTER = (5, 10, 15, 30, 0)
THEMES = ("system", "light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Preferences:
    """Preferences of one person on one computer."""

    theme: str = "system"
    text_size: int = 100
    maximised: bool = True
    last_inspection: str = ""
    lock_after: int = 5


def preferences_file() -> Path:
    """Where the preferences lie."""
    return places.data() / "preferences.json"


def load() -> Preferences:
    """The preferences; the usual ones where the file is missing or can't be read."""
    try:
        return _read(preferences_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()


def save(preferences: Preferences) -> bool:
    """Keep the preferences; whether it worked. They are not worth an error message."""
    import json

    target = preferences_file()
    aside = target.with_suffix(".new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        aside.write_text(json.dumps(asdict(preferences)), encoding="utf-8")
        aside.replace(target)
    except OSError:
        return False
    return True


def _read(text: str) -> Preferences:
    import json

    kept = json.loads(text)
    return _sound(kept) if isinstance(kept, dict) else Preferences()


def _sound(kept: dict[str, object]) -> Preferences:
    """Each value that is of the right type; the usual one in place of any other."""
    usual = Preferences()
    values = {
        each.name: kept.get(each.name)
        if type(kept.get(each.name)) is type(getattr(usual, each.name))
        else getattr(usual, each.name)
        for each in fields(Preferences)
    }
    if values["text_size"] not in TEXT_SIZES:
        values["text_size"] = usual.text_size
    if values["lock_after"] not in LOCK_AFTER:
        values["lock_after"] = usual.lock_after
    if values["theme"] not in THEMES:
        values["theme"] = usual.theme
    return Preferences(**values)  # type: ignore[arg-type]
