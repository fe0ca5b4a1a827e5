"""Loads what an opened vault and Today need, while the passphrase is worked through.

That takes a second in a process of its own, so this one has the time. Nothing here needs the key,
and nothing is shown or kept: what is loaded would be loaded right after it.
"""

from importlib import import_module

NEXT = (
    "services.vaults",
    "services.overview",
    "services.undoing",
    "services.views",
    "services.histories",
    "ui.shell.inside",
    "ui.pages.today.page",
)


def load() -> None:
    """Import it all, and read the guidance that inspections keep the text of."""
    for name in NEXT:
        import_module(f"jtai_desktop.{name}")
    from jtai_desktop.guidance.finding import found_packs
    from jtai_desktop.store.opening import make_ready

    make_ready()
    found_packs()
