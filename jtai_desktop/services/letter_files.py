"""The PDF of a letter in the vault: taken in with its findings, read again to go on with it."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from jtai_desktop.domain.findings.letter import KeptLetter
from jtai_desktop.domain.problems import Refused
from jtai_desktop.exchange.letters import LetterFile
from jtai_desktop.services.workspace import Workspace
from jtai_desktop.store import room
from jtai_desktop.store.files import Taken, size_on_disk
from jtai_desktop.store.trouble import told

NOT_HERE = "The file of this letter is not in the vault: read it from where it lies."


@contextmanager
def taken_in(workspace: Workspace, content: bytes) -> Iterator[Taken | None]:
    """The content encrypted beside the vault; where what follows fails, it is gone again."""
    if not content:
        yield None
        return
    workspace.store.refuse_read_only()
    with told():
        room.need(workspace.folder, size_on_disk(len(content)))
    files = workspace.store.files
    begun = files.begin()
    try:
        yield files.write(begun, io.BytesIO(content), len(content))
    except BaseException:
        files.drop(begun)
        raise
    files.settle(begun)


def content_of(workspace: Workspace, letter: KeptLetter) -> LetterFile:
    """The file of a letter, from the vault into memory and nowhere else."""
    if not letter.file_id:
        raise Refused(NOT_HERE, place="file")
    return LetterFile(letter.file, b"".join(workspace.store.files.read(letter.file_id)))
