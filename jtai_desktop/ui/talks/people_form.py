"""Adding somebody with whom inspectors may talk: a role, and a label where two have the same."""

from jtai_desktop.domain.conversations.person import ROLE_WORDS, Role
from jtai_desktop.ui.pages.timetable.forms import AskingForm

ROLE, LABEL = "Role", "Label"


class AddPersonForm(AskingForm):
    """A name is never needed."""

    def __init__(self) -> None:
        super().__init__("Add")
        self.button.setAccessibleName("Add the person")
        self._role = self._combo(ROLE, [(role.value, word) for role, word in ROLE_WORDS.items()])
        self._label = self._line(LABEL, hint="to tell two apart: Carer 2")
        self._stack()

    @property
    def role(self) -> Role:
        """The role that was chosen."""
        return Role(self._role.currentData())

    @property
    def label(self) -> str:
        """The label as it was typed."""
        return self._label.text()

    def begin(self, called: str) -> None:
        """For a child, with nothing typed."""
        self.call(f"Add a person: {called}")
        self._label.clear()
        self.clear_problems()
        self.show()
        self.take_focus()
