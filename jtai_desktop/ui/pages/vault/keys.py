"""KeysSection: who can open the vault, and every change of that, in the page itself."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from jtai_desktop.domain.changes import Changes, Kind
from jtai_desktop.domain.key_holders import SWAPPED, KeyHolder, Opening
from jtai_desktop.services import keys
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.ui.front.recovery_code import RecoveryCode
from jtai_desktop.ui.kit.buttons import KitButton, small_button
from jtai_desktop.ui.kit.headings import SectionHeading
from jtai_desktop.ui.kit.row_table import RowTable, TableOptions
from jtai_desktop.ui.kit.words import Words
from jtai_desktop.ui.pages.vault.keys_changes import (
    ADD,
    CHANGE,
    NEW_CODE,
    PROVE,
    REMOVE,
    RENAME,
    act_of,
)
from jtai_desktop.ui.pages.vault.keys_form import Change, KeysForm
from jtai_desktop.ui.pages.vault.keys_rows import COLUMNS, key_rows
from jtai_desktop.ui.shell.entrance import Entrance
from jtai_desktop.ui.shell.page import Desk
from jtai_desktop.ui.theme.tokens import Role

NO_KEYS = "The example is thrown away when it is closed, so it has no passphrase."
# “Made by Inspection coordinator” has room in half of the page.
WHO = 196
PROVE_IT = "Keep it on paper, then type it from the paper:"


class KeysSection(Entrance):
    """Reads by itself when it is shown and when settings change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._holders: tuple[KeyHolder, ...] = ()
        self._stale = True
        self._form: KeysForm | None = None
        self._remarks = Words("", ink=Role.INK2, wrap=True)
        self._table = RowTable(COLUMNS, "Who can open the vault", TableOptions(fits=True, rest=WHO))
        self._table.row_chosen.connect(lambda _key: self._allow())
        self._code = RecoveryCode(desk.hub)
        self._buttons = {
            CHANGE.key: self._button("&Change passphrase…", CHANGE),
            RENAME.key: self._button("Re&name…", RENAME),
            ADD.key: self._button("Add a &person…", ADD),
            REMOVE.key: self._button("&Take out…", REMOVE),
            NEW_CODE.key: self._button("New &recovery code…", NEW_CODE),
            PROVE.key: self._button("Type the code &back…", PROVE),
        }
        self._accept = small_button("These are &right", on_click=self._accept_them)
        self._lay_out()
        self.setFocusProxy(self._table)
        desk.hub.changed.connect(self._on_changes)

    def refresh(self) -> None:
        """Read again and show."""
        self._stale = False
        self._desk.hub.read(_read, self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while it was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _button(self, text: str, change: Change) -> KitButton:
        return small_button(text, on_click=partial(self._begin, change))

    def _lay_out(self) -> None:
        self._rows = [QHBoxLayout(), QHBoxLayout()]
        for at, button in enumerate(self._buttons.values()):
            self._rows[at // 4].addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(SectionHeading("Keys", aside="who can open the vault"))
        column.addWidget(self._remarks)
        column.addWidget(self._accept, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._table)
        for row in self._rows:
            row.setSpacing(8)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self._code)
        self._place = QVBoxLayout()
        column.addLayout(self._place)
        column.addStretch(1)
        self._code.hide()

    def _show(self, facts: tuple[tuple[KeyHolder, ...], tuple[str, ...]]) -> None:
        self._holders, remarks = facts
        self._table.set_rows(key_rows(self._holders))
        self._table.setVisible(bool(self._holders))
        told = " ".join(remarks) if self._holders else NO_KEYS
        self._remarks.setText(told)
        self._remarks.setVisible(bool(told))
        self._accept.setVisible(SWAPPED in remarks)
        self._allow()

    def _allow(self) -> None:
        """What can be done now: the last passphrase stays, and a code is proved once."""
        codes = [each for each in self._holders if each.opening is Opening.CODE]
        last = len(self._holders) - len(codes) == 1
        chosen = self._chosen()
        removable = chosen is not None and (chosen.opening is Opening.CODE or not last)
        for key, button in self._buttons.items():
            button.setEnabled(bool(self._holders))
            if key == REMOVE.key:
                button.setEnabled(removable)
            if key == PROVE.key:
                button.setEnabled(bool(codes) and not codes[0].proved)

    def _chosen(self) -> KeyHolder | None:
        key = self._table.current_key
        return next((each for each in self._holders if each.id == key), None)

    def _begin(self, change: Change) -> None:
        """Open the form of a change, in the place of any other."""
        chosen = self._chosen()
        if change is REMOVE and chosen:
            what = chosen.opening.value.lower()
            whose = f"{chosen.person}’s {what}" if what == "passphrase" else f"the {what}"
            change = replace(change, title=f"Take out {whose}: it opens nothing any more")
        if change.key != PROVE.key:
            self._hide_code()
        self._drop_form()
        form = self._form = KeysForm(change)
        form.given.connect(partial(self._do, form, chosen.id if chosen else ""))
        form.left.connect(self._leave)
        self._place.addWidget(form)
        form.take_focus()

    def _accept_them(self) -> None:
        self._desk.hub.act(keys.accept)

    def _do(self, form: KeysForm, slot_id: str, change: str, typed: dict[str, str]) -> None:
        made: list[str] = []

        def done(_changes: Changes) -> None:
            self._leave()
            if made:
                self._show_code(made[0])

        self._desk.hub.act(act_of(change, typed, slot_id, made.append), done, form.say)

    def _show_code(self, code: str) -> None:
        """The new code, and under it the field to type it back."""
        self._code.show_code(code)
        self._code.say(PROVE_IT)
        self._code.show()
        self._begin(PROVE)

    def _leave(self) -> None:
        """Done or left: nothing of what was typed or shown stays."""
        self._hide_code()
        self._drop_form()
        self._table.setFocus()

    def _hide_code(self) -> None:
        self._code.show_code("")
        self._code.hide()

    def _drop_form(self) -> None:
        form, self._form = self._form, None
        if form is not None:
            self._place.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _on_changes(self, changes: Changes) -> None:
        if Kind.SETTING not in changes.kinds:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True


def _read(workspace: Workspace) -> tuple[tuple[KeyHolder, ...], tuple[str, ...]]:
    return keys.listed(workspace), keys.open_remarks(workspace)
