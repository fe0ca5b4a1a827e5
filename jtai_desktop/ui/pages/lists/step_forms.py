"""The forms of the steps of a list: who checked or signed it, how it went, why withdrawn."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from jtai_desktop.domain.documents.lines import SendingWay
from jtai_desktop.domain.lists.versions import ListVersion, Step, reason_to_sign
from jtai_desktop.services.kept_lists import Said
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.timetable.forms import AskingForm
from jtai_desktop.ui.theme.tokens import Role

WHO, WAY, REASON = "Who", "Way", "Reason"
WAYS = ((SendingWay.PORTAL, "Portal"), (SendingWay.MAIL, "E-mail"), (SendingWay.PAPER, "On paper"))
FROZEN = "The version is then frozen: what changes later is a newer one."


class StepForm(AskingForm):
    """What one step asks for; `said` is what was said."""

    def said(self) -> Said:
        """What a person filled in."""
        raise NotImplementedError


class WhoForm(StepForm):
    """Who checked it."""

    def __init__(self, button: str) -> None:
        super().__init__(button)
        self._who = self._line(WHO, "By whom", "as you work now")
        self._stack()

    def said(self) -> Said:
        return Said(who=self._who.text())


class SignForm(StepForm):
    """Who signed it, and why all the same where errors are open."""

    def __init__(self, version: ListVersion) -> None:
        super().__init__("Signed")
        self._who = self._line(WHO, "By whom", "as you work now")
        self._reason: QLineEdit | None = None
        open_errors = reason_to_sign(version)
        if open_errors:
            self._reason = self._line(REASON, f"Why with {open_errors}")
        self._stack()

    def said(self) -> Said:
        reason = self._reason.text() if self._reason is not None else ""
        return Said(who=self._who.text(), reason=reason)


class SendForm(StepForm):
    """By which way it was sent."""

    def __init__(self) -> None:
        super().__init__("Sent")
        self._way = self._combo(WAY, [(way.value, word) for way, word in WAYS])
        self._column.addWidget(Words(FROZEN, ink=Role.INK2, wrap=True))
        self._stack()

    def said(self) -> Said:
        return Said(way=str(self._way.currentData()))


class WithdrawForm(StepForm):
    """Why check and signature are taken back."""

    def __init__(self) -> None:
        super().__init__("Withdraw")
        self._reason = self._line(REASON)
        self._stack()

    def said(self) -> Said:
        return Said(reason=self._reason.text())


FORMS: dict[Step, Callable[[ListVersion], StepForm]] = {
    Step.CHECKED: lambda _version: WhoForm("Checked"),
    Step.SIGNED: SignForm,
    Step.SENT: lambda _version: SendForm(),
    Step.WITHDRAWN: lambda _version: WithdrawForm(),
}
