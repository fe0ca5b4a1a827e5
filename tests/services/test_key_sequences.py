"""After any sequence of changes: what should open the vault does, and nothing else.

Something always opens it, the key of the data never changes, and the vault’s own record agrees
with the key file.
"""

import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from jtai_desktop.domain import key_holders, recovery_codes
from jtai_desktop.domain.key_holders import Opening
from jtai_desktop.domain.moments import LONDON
from jtai_desktop.domain.passphrases import Newcomer
from jtai_desktop.domain.problems import Refused
from jtai_desktop.services import keys, recovering, vaults
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import tries, unlocking
from jtai_desktop.store.keys import NAMES
from tests.services import quick_keys
from tests.store import scene

NOW = datetime(2026, 11, 10, 10, 40, tzinfo=LONDON)
ROLES = ("Coordinator", "Deputy", "Police lead", "Health lead")
roles = st.sampled_from(ROLES)
pick = st.integers(0, 99)


class KeySequences(RuleBasedStateMachine):
    """The people of a vault, their passphrases as they should be, and those that are over."""

    def __init__(self) -> None:
        super().__init__()
        self._patch = pytest.MonkeyPatch()
        quick_keys.hurry(self._patch)
        # What a power loss would leave is for others to test.
        self._patch.setattr("os.fsync", lambda _handle: None)
        self._folder = tempfile.TemporaryDirectory()
        self._made = 0
        self._open: dict[str, str] = {}
        self._over: list[str] = []
        self._code = ""
        self._old_codes: list[str] = []

    @initialize()
    def make(self) -> None:
        passphrase = self._new()
        self._open["Coordinator"] = passphrase
        self._workspace: Workspace = vaults.create(
            Path(self._folder.name) / "vault", Newcomer("Coordinator", passphrase), lambda: NOW
        )
        scene.hurry(self._workspace.store)
        self._data_key = self._key_by(passphrase)

    @rule(role=roles, by=pick)
    def add(self, role: str, by: int) -> None:
        passphrase = self._new()
        if role in self._open:
            with pytest.raises(Refused, match="already"):
                keys.add(self._workspace, self._known(by), Newcomer(role, passphrase))
            self._over.append(passphrase)
            return
        keys.add(self._workspace, self._known(by), Newcomer(role, passphrase))
        self._open[role] = passphrase

    @rule(by=pick)
    def change(self, by: int) -> None:
        before, passphrase = self._known(by), self._new()
        keys.change(self._workspace, before, passphrase)
        role = next(role for role, each in self._open.items() if each == before)
        self._open[role] = passphrase
        self._over.append(before)

    @rule(role=roles, by=pick)
    def rename(self, role: str, by: int) -> None:
        mine = self._known(by)
        before = next(each for each, passphrase in self._open.items() if passphrase == mine)
        if role in self._open and role != before:
            with pytest.raises(Refused, match="already"):
                keys.rename(self._workspace, mine, role)
            return
        keys.rename(self._workspace, mine, role)
        self._open[role] = self._open.pop(before)

    @rule(role=roles, by=pick)
    def remove(self, role: str, by: int) -> None:
        holders = keys.listed(self._workspace)
        found = [
            each for each in holders if each.person == role and each.opening is Opening.PASSPHRASE
        ]
        if not found:
            return
        if len(self._open) == 1:
            with pytest.raises(Refused, match="last passphrase"):
                keys.remove(self._workspace, self._known(by), found[0].id)
            return
        keys.remove(self._workspace, self._known(by), found[0].id)
        self._over.append(self._open.pop(role))

    @rule(by=pick)
    def new_code(self, by: int) -> None:
        _changes, code = keys.new_code(self._workspace, self._known(by))
        self._old_codes += [self._code] if self._code else []
        self._code = code

    @precondition(lambda self: self._code)
    @rule(by=pick)
    def remove_code(self, by: int) -> None:
        keys.remove(self._workspace, self._known(by), keys.listed(self._workspace)[-1].id)
        self._old_codes.append(self._code)
        self._code = ""

    @precondition(lambda self: self._code)
    @rule(role=roles)
    def recover(self, role: str) -> None:
        self._workspace.close()
        passphrase, folder = self._new(), self._workspace.folder
        newcomer = Newcomer(role, passphrase)
        self._workspace = recovering.recover(folder, self._code, newcomer, lambda: NOW)
        scene.hurry(self._workspace.store)
        self._over += [self._open[role]] if role in self._open else []
        self._open[role] = passphrase

    @rule(copy=st.sampled_from(NAMES), missing=st.booleans())
    def damage_one_copy(self, copy: str, missing: bool) -> None:
        path = self._workspace.folder / copy
        path.unlink()
        if not missing:
            path.write_bytes(b"damaged")

    @invariant()
    def what_should_open_opens(self) -> None:
        assert self._open
        for role, passphrase in self._open.items():
            unlocked = unlocking.prove(self._workspace.folder, passphrase, now=NOW)
            assert (unlocked.person, unlocked.data_key) == (role, self._data_key)
        if self._code:
            secret = recovery_codes.read(self._code)
            unlocked = unlocking.prove_code(self._workspace.folder, secret, now=NOW)
            assert unlocked.data_key == self._data_key

    @invariant()
    def what_is_over_opens_nothing(self) -> None:
        folder = self._workspace.folder
        for passphrase in self._over[-4:]:
            with pytest.raises(Refused, match="does not open"):
                unlocking.prove(folder, passphrase, now=NOW)
            (folder / tries.NAME).unlink()
        for code in self._old_codes[-2:]:
            with pytest.raises(Refused, match="code"):
                unlocking.prove_code(folder, recovery_codes.read(code), now=NOW)
            (folder / tries.NAME).unlink(missing_ok=True)

    @invariant()
    def the_record_agrees(self) -> None:
        assert key_holders.SWAPPED not in keys.open_remarks(self._workspace)
        listed = [each for each in keys.listed(self._workspace) if each.opening.name != "CODE"]
        assert {each.person for each in listed} == set(self._open)

    def teardown(self) -> None:
        if hasattr(self, "_workspace"):
            self._workspace.close()
        self._patch.undo()
        self._folder.cleanup()

    def _new(self) -> str:
        self._made += 1
        return f"kettle orbit walnut lantern {self._made}"

    def _known(self, by: int) -> str:
        return list(self._open.values())[by % len(self._open)]

    def _key_by(self, passphrase: str) -> bytes:
        return bytes(unlocking.prove(self._workspace.folder, passphrase, now=NOW).data_key)


TestKeySequences = KeySequences.TestCase
TestKeySequences.settings = settings(max_examples=15, stateful_step_count=12)
