"""The register of places, in the order of the navigation.

Their pages are imported when first asked for, so that the window is there at once.
"""

from jtai_desktop.ui.shell.page import AnyPage, Desk, Place


def _today(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.today.page import TodayPage

    return TodayPage(desk)


def _timetable(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.timetable.page import TimetablePage

    return TimetablePage(desk)


def _documents(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.documents.page import DocumentsPage

    return DocumentsPage(desk)


def _children(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.children.page import ChildrenPage

    return ChildrenPage(desk)


def _people(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.people.page import PeoplePage

    return PeoplePage(desk)


def _papers(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.papers.page import PapersPage

    return PapersPage(desk)


def _settings(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.settings.page import SettingsPage

    return SettingsPage(desk)


def _vault(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.vault.page import VaultPage

    return VaultPage(desk)


def _help(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.help.page import HelpPage

    return HelpPage(desk)


PLACES: tuple[Place, ...] = (
    Place("today", "Today", "nav-today", _today, group=0),
    Place("timetable", "Timetable", "nav-timetable", _timetable, group=0),
    Place("documents", "Documents", "nav-documents", _documents, group=1),
    Place("children", "Children", "nav-children", _children, group=1),
    Place("people", "People", "nav-people", _people, group=1),
    Place("papers", "Papers", "nav-papers", _papers, group=2),
    Place("settings", "Settings", "nav-settings", _settings, in_navigation=False),
    Place("vault", "Vault and backups", "lock", _vault, in_navigation=False),
    Place("help", "Help", "nav-help", _help, in_navigation=False),
)
