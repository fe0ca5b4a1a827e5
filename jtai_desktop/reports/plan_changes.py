"""What changed from one version of the action plan to another, section by section."""

from collections.abc import Iterator

from jtai_desktop.domain.actions.versions import ADDED, AS_IT_STANDS, GONE, Compared, Difference
from jtai_desktop.domain.wording import counted, listed
from jtai_desktop.reports.blocks import Block, Heading, Sentence
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Sheet
from jtai_desktop.reports.plan_cells import changes_table, issued_words, signed_words

TITLE = "Changes of the action plan"
DRAFT = f"It is compared with {AS_IT_STANDS}, which has not been issued."
SAME = "Nothing differs between the two."
NONE = "No version of the plan has been issued yet."


def plan_changes_sheet(material: Material) -> Sheet:
    """Which two are compared, how much differs, and each difference once."""
    compared = material.compared
    if compared is None:
        return Sheet(TITLE, material.readers, (Sentence(NONE),), footer="changes of the plan")
    blocks: list[Block] = [*_which(compared), Sentence(_amounts(compared.changes))]
    blocks += _sections(compared.changes)
    later = compared.later.called.lower() if compared.later else AS_IT_STANDS
    about = f"{compared.earlier.called} to {later}"
    return Sheet(TITLE, material.readers, tuple(blocks), about, footer="changes of the plan")


def _which(compared: Compared) -> Iterator[Block]:
    for version in filter(None, (compared.earlier, compared.later)):
        yield Sentence(issued_words(version))
        yield Sentence(signed_words(version), quiet=True)
    if compared.later is None:
        yield Sentence(DRAFT)


def _amounts(changes: tuple[Difference, ...]) -> str:
    """2 actions are new, 1 is no longer in the plan, and 4 say something else."""
    new = sum(each.what == ADDED for each in changes)
    gone = sum(each.what == GONE for each in changes)
    other = len({each.number for each in changes if not each.is_whole})
    said = [
        f"{counted(new, 'action')} new" if new else "",
        f"{counted(gone, 'action')} no longer in the plan" if gone else "",
        f"{counted(other, 'action')} changed" if other else "",
    ]
    there = [each for each in said if each]
    return f"{listed(there)}." if there else SAME


def _sections(changes: tuple[Difference, ...]) -> Iterator[Block]:
    """In the order of the later plan; what is gone stands last in its section."""
    for title in dict.fromkeys(each.section for each in changes):
        mine = tuple(each for each in changes if each.section == title)
        yield Heading(title, counted(len(mine), "difference"))
        yield changes_table(mine, SAME)
