"""Where there is no display: say so, and still do the job on the built-in example."""

from pathlib import Path

from jtai_desktop.domain.problems import Refused
from jtai_desktop.domain.texts import shown_name
from jtai_desktop.domain.wording import counted
from jtai_desktop.exchange.whole_files import write_whole

FOLDER = Path("out") / "example"
PAPERS = ("checklist", "pack")
SENTENCE = "There is no display here, so the window can’t open."
OTHER_WAY = "The same without a window: python main.py --help lists the commands."


def run(folder: Path = FOLDER) -> int:
    """Write today's checklist and the readiness pack of the example as PDF, and name them."""
    from jtai_desktop.services import example_vaults, paper_shelf

    print(SENTENCE)
    _make(folder)
    workspace, inspection_id = example_vaults.open_throwaway()
    try:
        made = [paper_shelf.make(workspace, inspection_id, key) for key in PAPERS]
    finally:
        workspace.close()
    for paper in made:
        write_whole(paper.content, folder / paper.file_name)
        name = paper.name[:1].lower() + paper.name[1:]
        pages = counted(paper.pages, "page")
        print(f"The {name} of the example is in {folder / paper.file_name} ({pages}).")
    print(OTHER_WAY)
    return 0


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        name = shown_name(str(folder))
        sentence = f"The folder {name} can’t be made here. Start the program in another folder."
        raise Refused(sentence) from error
