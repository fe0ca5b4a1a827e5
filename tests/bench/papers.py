"""The readiness pack beside the same pages drawn by ReportLab without tags and finishing.

Both lay out the same content and draw the same lines, icons and texts; the bare one writes no
marks, no structure, no bookmarks and no metadata, and mends nothing. Then its full pages, sixty and
six hundred; and LibreOffice, where it is installed, with the same content as a Word file.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from statistics import median

from reportlab.pdfgen.canvas import Canvas

from jtai_desktop.domain.documents.register import Register
from jtai_desktop.reports.material import Material
from jtai_desktop.reports.pack import Pack
from jtai_desktop.reports.pdf.document import printed
from jtai_desktop.reports.pdf.furniture import draw_foot, draw_head
from jtai_desktop.reports.pdf.pack import set_pack
from jtai_desktop.reports.pdf.pen import Pen
from jtai_desktop.reports.pdf.styles import PAGE_HEIGHT, PAGE_WIDTH
from jtai_desktop.reports.pdf.tagging.marks import Artifact, Marks
from jtai_desktop.reports.pdf.tagging.tree import Element
from jtai_desktop.reports.readiness import readiness_pack
from jtai_desktop.reports.variants import Variant
from jtai_desktop.services import overview
from jtai_desktop.services.paper_kinds import KINDS, parts_for
from jtai_desktop.services.paper_material import material_of
from tests.bench import office
from tests.services import scene

ROOT = Path(__file__).resolve().parents[2]
MOST = 2.0
# LibreOffice takes at least so many times as long for the same content.
TIMES = 3.0
LEAST_PAGES = 60
# Ten times the pages in no more than ten times the time, with a little for a shared machine.
STEEPEST = 1.15
FOLD = 10
# Parts whose pages are full: those of the others are as white as their agency or child asks for.
DENSE = ("register", "child-index", "outstanding", "held")
RUNS = 9
FEW_RUNS = 3


class _NoMarks(Marks):
    """Draws the same and writes no brackets."""

    @contextmanager
    def content(self, element: Element, x: float = 0, y: float = 0) -> Iterator[None]:
        del element, x, y
        yield

    @contextmanager
    def artifact(self, kind: Artifact = Artifact.LAYOUT) -> Iterator[None]:
        del kind
        yield


def lines() -> list[str]:
    """Measured in turn, so that the machine's drift meets both alike."""
    with tempfile.TemporaryDirectory(prefix="jtai-bench-") as folder:
        vault = Path(folder) / "vault"
        material = _material(vault)
        whole = _pack(material)
        ours, bare = _both(whole, RUNS)
        beside = _office(whole, ours)
        fold = _fold(material)
        few, many = (_pack(_many(material, each), DENSE) for each in (fold, fold * FOLD))
        few_ours = median(_timed(lambda: printed(few)) for _ in range(FEW_RUNS))
        many_ours = _timed(lambda: printed(many))
        pages, few_pages, many_pages = (printed(each).pages for each in (whole, few, many))
        least, most = (_memory(vault, each) for each in (fold, fold * FOLD))
    ratio, per_page = ours / bare, (many_ours / many_pages) / (few_ours / few_pages)
    each_page = ours / pages * 1000
    return [
        f"full pack, {pages} pages: {ours * 1000:.0f} ms, {each_page:.1f} ms a page",
        f"the same pages without tags and finishing: {bare * 1000:.0f} ms",
        f"{ratio:.2f} times the bare pages by the medians, {_verdict(ratio, MOST)}",
        f"full pages alone: {few_pages} in {few_ours:.2f} s, {many_pages} in {many_ours:.2f} s",
        f"{per_page:.2f} times as long for each page, {_verdict(per_page, STEEPEST)}",
        f"memory at most: {least:.0f} MiB for {few_pages} pages, {most:.0f} for {many_pages}",
        *beside,
    ]


def _office(pack: Pack, ours: float) -> list[str]:
    """One run of LibreOffice with the same content, tagged like ours, though plainer to look at.

    As one program would call another: its start is part of it, and told apart.
    """
    if not office.command():
        return ["LibreOffice is not installed here: not compared"]
    start, whole = office.seconds_for(None), office.seconds_for(pack)
    times = whole / ours
    verdict = f"{'within' if times >= TIMES else 'ABOVE'}: at least {TIMES:g}"
    apart = (whole - start) / ours
    return [
        f"LibreOffice, same content from .docx: {whole:.1f} s, {start:.1f} s of it its start",
        f"{times:.1f} times ours, {verdict}; {apart:.1f} times without its start",
    ]


def _fold(material: Material) -> int:
    """How many times the register fills the least number of pages that are asked for."""
    return next(
        fold
        for fold in range(1, 100)
        if printed(_pack(_many(material, fold), DENSE)).pages >= LEAST_PAGES
    )


def _verdict(found: float, most: float) -> str:
    return f"{'within' if found <= most else 'ABOVE'} {most:g}"


def _both(pack: Pack, runs: int) -> tuple[float, float]:
    found: tuple[list[float], list[float]] = ([], [])
    for run in range(runs + 1):
        for kept, draw in zip(found, (lambda: printed(pack), lambda: _bare(pack)), strict=True):
            seconds = _timed(draw)
            if run:
                kept.append(seconds)
    return median(found[0]), median(found[1])


def _timed(work: Callable[[], object]) -> float:
    """By the processor: others at work on the machine do not count."""
    started = time.process_time()
    work()
    return time.process_time() - started


def _bare(pack: Pack) -> bytes:
    """As ReportLab would be used without a thought for those who do not see the page."""
    setting, stream = set_pack(pack), BytesIO()
    canvas = Canvas(stream, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, invariant=1)
    pen = Pen(canvas, _NoMarks(canvas))
    pages = [(part.furniture, page) for part in setting.parts for page in part.pages]
    for number, (furniture, page) in enumerate(pages, start=1):
        draw_head(pen, furniture)
        for stood in page:
            stood.strip.draw(pen, stood.top)
        draw_foot(pen, furniture, furniture.footer, f"Page {number} of {len(pages)}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _material(vault: Path) -> Material:
    inspection_id = scene.make_example(vault)
    workspace = scene.reopen(vault)
    view = overview.load(workspace, inspection_id)
    workspace.close()
    return material_of(view, view.now, Variant.FULL)


def _many(material: Material, fold: int) -> Material:
    """So many times the lines: of the area, and of so many times the children."""
    entries = tuple(
        replace(entry, item=replace(entry.item, id=f"{entry.item.id}{copy}", child=child))
        for copy in range(fold)
        for entry in material.register.entries
        for child in [
            entry.item.child and replace(entry.item.child, id=f"{entry.item.child.id}{copy}")
        ]
    )
    ordered = sorted(entries, key=lambda entry: entry.item.position)
    return replace(material, register=Register(tuple(ordered)))


def _pack(material: Material, keys: Collection[str] = KINDS) -> Pack:
    parts = [part for part in parts_for(Variant.FULL) if part.key in keys]
    sheets = [sheet for part in parts for sheet in part.sheets(material)]
    return readiness_pack(material, sheets)


def _memory(vault: Path, fold: int) -> float:
    """The most that a process of its own held while it made the pack, in MiB."""
    command = [sys.executable, "-m", "tests.bench.papers", str(vault), str(fold)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return int(done.stdout) / 1024


def main(given: list[str]) -> int:
    """Make the pack of this vault once, and print the memory in KiB."""
    workspace = scene.reopen(Path(given[0]))
    from jtai_desktop.services import inspections

    view = overview.load(workspace, inspections.listed(workspace)[0].id)
    workspace.close()
    material = material_of(view, view.now, Variant.FULL)
    fold = int(given[1])
    printed(_pack(_many(material, fold), DENSE) if fold else _pack(material))
    print(_most_held())
    return 0


def _most_held() -> int:
    """Since this program was started; what the system counts includes its parent."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
