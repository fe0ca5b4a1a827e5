"""How the page of each place is made.

Pages are imported when first asked for, so that the window is there at once.
"""

from collections.abc import Callable, Mapping

from jtai_desktop.ui.shell.page import AnyPage, Desk


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


def _week(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.week.page import WeekPage

    return WeekPage(desk)


def _people(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.people.page import PeoplePage

    return PeoplePage(desk)


def _lists(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.lists.page import ListsPage

    return ListsPage(desk)


def _self_evaluation(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.self_evaluation.page import SelfEvaluationPage

    return SelfEvaluationPage(desk)


def _audits(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.audits.page import AuditsPage

    return AuditsPage(desk)


def _findings(desk: Desk) -> AnyPage:
    from jtai_desktop.ui.pages.findings.page import FindingsPage

    return FindingsPage(desk)


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


MAKERS: Mapping[str, Callable[[Desk], AnyPage]] = {
    "today": _today,
    "timetable": _timetable,
    "documents": _documents,
    "children": _children,
    "week": _week,
    "people": _people,
    "lists": _lists,
    "self-evaluation": _self_evaluation,
    "audits": _audits,
    "findings": _findings,
    "papers": _papers,
    "settings": _settings,
    "vault": _vault,
    "help": _help,
}


def make_page(place: str, desk: Desk) -> AnyPage:
    """The page of a place."""
    return MAKERS[place](desk)
