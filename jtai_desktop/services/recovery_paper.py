"""The sheet with the recovery code, to print or to save. It is kept nowhere by the program."""

import os
from pathlib import Path

from jtai_desktop.domain import recovery_codes
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.whole_files import write_whole
from jtai_desktop.reports.recovery_sheet import RecoverySheet
from jtai_desktop.services import council
from jtai_desktop.services.workspace import Workspace

FILE_NAME = "recovery-code.pdf"
# So much of a vault's identity as tells two apart.
NUMBER = 8


def number_of(workspace: Workspace) -> str:
    """What tells this vault from another, on the sheet and on the screen."""
    return workspace.store.vault_id[:NUMBER]


def sheet(workspace: Workspace, code: str) -> bytes:
    """The PDF of the sheet."""
    from jtai_desktop.reports.pdf.document import drawn
    from jtai_desktop.reports.pdf.recovery_sheet import set_paper

    paper = RecoverySheet(
        groups=recovery_codes.groups(code),
        vault=number_of(workspace),
        as_at=workspace.now,
        marking=council.load(workspace).marking,
    )
    return drawn(set_paper(paper))


def save(workspace: Workspace, code: str, path: Path) -> None:
    """Write the sheet to a file; never beside the vault that it opens."""
    vault, folder = (os.path.realpath(each) for each in (workspace.folder, path.parent))
    if Path(folder).is_relative_to(vault):
        sentence = "That is the folder of the vault. The code must not lie beside what it opens."
        raise Refused(sentence, place="file")
    write_whole(sheet(workspace, code), path)
