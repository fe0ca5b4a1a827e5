"""A meeting or an entry of one's own, new or as it stands, over the page of the week.

What stands is kept field by field as each is left; there is nothing to save. A new one is one
“Add”. What was sent is cancelled with a reason, what was not can be removed.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit
from shiboken6 import isValid

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.meetings.meeting import Meeting
from jtai_desktop.domain.problems import Problem, Refused
from jtai_desktop.services import meetings, overview
from jtai_desktop.ui.kit.banner import BannerKind
from jtai_desktop.ui.kit.buttons import plain_button, primary_button
from jtai_desktop.ui.kit.fields import FormRow
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.week.meeting_fields import MeetingFields
from jtai_desktop.ui.pages.week.offered import Offered, offered
from jtai_desktop.ui.pages.week.sheet import GAP, Sheet, Then, cover
from jtai_desktop.ui.shell.page import AnyPage, Desk
from jtai_desktop.ui.shell.placed import Placed
from jtai_desktop.ui.theme.fonts import FontRole
from jtai_desktop.ui.theme.tokens import Role

HOUR = timedelta(hours=1)
DEPENDS = frozenset({Kind.MEETING, Kind.CONVERSATION, Kind.CHILD, Kind.AGENCY, Kind.CONTACT})
KEPT = "Each field is kept as you leave it. Esc brings back what stood there."
ADDS = "Enter adds it. It can be changed at any time."
GONE = "This entry is no longer in the week."


class MeetingForm(Sheet):
    """The fields, what is wrong with the entry, and what else can be done with it."""

    def __init__(self, desk: Desk, meeting_id: str = "", new: Meeting | None = None) -> None:
        super().__init__(desk)
        self._id, self._new = meeting_id, new
        self._facts: Offered | None = None
        self.fields = MeetingFields()
        self.how = Words(KEPT if meeting_id else ADDS, FontRole.LABEL, Role.INK2, wrap=True)
        self.add = primary_button("Add", "plus", self._add)
        self.remove = plain_button("Remove", "", self._remove)
        self.cancel = plain_button("Cancel the meeting", "", self._cancel)
        self.back = plain_button("It takes place after all", "", self._reinstate)
        self.reason = QLineEdit()
        self._reason_row = FormRow("Reason to cancel it", self.reason)
        self._lay_out()
        self._connect()
        self._read()

    def _read(self) -> None:
        meeting_id, inspection_id = self._id, self.desk.inspection_id
        self.desk.hub.read(
            lambda workspace: offered(overview.load(workspace, inspection_id), meeting_id),
            self._show,
        )

    def _show(self, found: Offered) -> None:
        first, self._facts = self._facts is None, found
        self.fields.offer(found)
        meeting = found.meeting if self._id else self._new
        if meeting is None:
            self.refuse(GONE)
            self.fields.setEnabled(False)
            return
        if first:
            self.fields.begin(meeting)
            self.fields.take_focus()
        elif self._id:
            self.fields.show_meeting(meeting)
        self._tell(found)

    def _tell(self, found: Offered) -> None:
        meeting = found.meeting
        self.add.setVisible(not self._id)
        stands = meeting is not None and meeting.stands
        self.cancel.setVisible(stands and found.was_sent)
        self._reason_row.setVisible(stands and found.was_sent)
        self.remove.setVisible(meeting is not None and not found.was_sent)
        self.back.setVisible(meeting is not None and not meeting.stands)
        said = list(found.warnings)
        if meeting is not None and not meeting.stands:
            said = [f"Cancelled: {meeting.cancelled}"]
        self.news.setVisible(bool(said))
        if said:
            self.news.say(". ".join(said), kind=BannerKind.WARNING)

    def _edited(self, place: str) -> None:
        """Keep one field; where it can’t be, say so under it."""
        if not self._id:
            return
        try:
            edit = self.fields.edit(place)
        except Refused as refused:
            self.fields.mark(refused.problem)
            return
        meeting_id, inspection_id = self._id, self.desk.inspection_id
        act = Placed(lambda ws: meetings.amend(ws, inspection_id, meeting_id, edit))
        self.do(
            act,
            lambda _changes: self.fields.clear(place),
            lambda sentence: self.fields.mark(Problem(act.place or place, sentence)),
        )

    def _add(self) -> None:
        if not self.add.isEnabled():
            return
        try:
            made = self.fields.meeting()
        except Refused as unread:
            self.fields.show_problem(unread.problem)
            return
        inspection_id = self.desk.inspection_id
        act = Placed(lambda workspace: meetings.add(workspace, inspection_id, made))

        def refused(sentence: str) -> None:
            self.add.setEnabled(True)
            self.fields.show_problem(Problem(act.place, sentence))

        # Enter twice is one meeting.
        self.add.setEnabled(False)
        self.do(act, lambda changes: self.ended.emit(meetings.added(changes)), refused)

    def _remove(self) -> None:
        meeting_id, inspection_id = self._id, self.desk.inspection_id
        self.end_with(
            lambda workspace: meetings.remove(workspace, inspection_id, meeting_id), meeting_id
        )

    def _cancel(self) -> None:
        meeting_id, inspection_id = self._id, self.desk.inspection_id
        why = self.reason.text()
        if not why.strip():
            self._reason_row.set_problem("Reason is empty. Please fill it in.")
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.end_with(
            lambda workspace: meetings.cancel(workspace, inspection_id, meeting_id, why), meeting_id
        )

    def _reinstate(self) -> None:
        meeting_id, inspection_id = self._id, self.desk.inspection_id
        self.do(
            lambda workspace: meetings.reinstate(workspace, inspection_id, meeting_id),
            lambda _changes: None,
            self.refuse,
        )

    def _on_changes(self, changes: Changes) -> None:
        if changes.kinds & DEPENDS and isValid(self) and self._id:
            self._read()

    def _connect(self) -> None:
        self.fields.edited.connect(self._edited)
        if not self._id:
            self.fields.wanted.connect(self._add)
        self.reason.returnPressed.connect(self._cancel)
        self.reason.textEdited.connect(lambda _text: self._reason_row.set_problem(""))
        self.desk.hub.changed.connect(self._on_changes)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for button in (self.add, self.remove, self.back):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self._reason_row, 1)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addStretch(1)
        self._column.addWidget(self.fields)
        self._column.addWidget(self.how)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self._reason_row.hide()
        for button in (self.add, self.remove, self.cancel, self.back):
            button.hide()


def open_meeting(page: AnyPage, meeting_id: str, then: Then | None = None) -> MeetingForm:
    """Show a meeting to be changed; `then` hears its identity once a deed has closed the form."""
    form = MeetingForm(page.desk, meeting_id)
    cover(page, "Entry of the week", "", form, then)
    return form


def open_new_meeting(
    page: AnyPage,
    start: datetime,
    end: datetime | None = None,
    kind: str = "",
    then: Then | None = None,
) -> MeetingForm:
    """Ask for a new one, from that time on; `then` hears its identity."""
    form = MeetingForm(page.desk, "", Meeting("", kind, start, end or start + HOUR))
    cover(page, "New entry", "", form, then)
    return form
