"""The sections of a letter made into findings and what a person has to place."""

from collections import Counter
from collections.abc import Iterable, Sequence

from jtai_desktop.domain.letters.blocks import Block, Form
from jtai_desktop.domain.letters.joining import join
from jtai_desktop.domain.letters.letter import Finding, Kind, Passage, Unplaced, Why
from jtai_desktop.domain.letters.lines import Line
from jtai_desktop.domain.letters.sections import Section

UNDER = "– "  # in front of a point below a point


class Placing:
    """Takes the sections one by one and gathers what became of them."""

    def __init__(self, sections: Sequence[Section], words: frozenset[str]) -> None:
        self.findings: list[Finding] = []
        self.unplaced: list[Unplaced] = []
        self.heading_lines = 0
        self.empty_lines = 0
        self._words = words
        self._begun: Counter[int] = Counter()
        self._lists = {section.group for section in sections if section.has_points}
        for section in sections:
            self._place(section)

    def _place(self, section: Section) -> None:
        self.heading_lines += len(section.title.lines) if section.title else 0
        if section.kind is Kind.PRACTICE:
            self._place_study(section)
            return
        for block in section.blocks:
            self._place_block(section, block)

    def _place_study(self, section: Section) -> None:
        """A practice study is one finding, however many paragraphs it has."""
        passage = self._passage(section, section.blocks)
        if passage:
            self.findings.append(Finding(Kind.PRACTICE, passage))

    def _place_block(self, section: Section, block: Block) -> None:
        passage = self._passage(section, [block])
        point = block.form is Form.POINT
        if passage is None:
            self.empty_lines += len(block.lines)
        elif section.kind and (point or section.group not in self._lists):
            self.findings.append(Finding(section.kind, passage))
        else:
            self.unplaced.append(Unplaced(_why(section, point=point), passage))

    def _passage(self, section: Section, blocks: Sequence[Block]) -> Passage | None:
        text = "\n".join(filter(None, map(self._text, blocks)))
        if not text:
            return None
        first = blocks[0].first
        self._begun[first.page] += 1
        lines = tuple(line for block in blocks for line in block.lines)
        return Passage(section.label, text, first.page, self._begun[first.page], lines)

    def _text(self, block: Block) -> str:
        parts = [self._joined(part) for part in block.parts]
        under = [UNDER if part[0].marker else "" for part in block.parts]
        under[0] = ""
        return "\n".join(mark + part for mark, part in zip(under, parts, strict=True) if part)

    def _joined(self, lines: Iterable[Line]) -> str:
        return join([line.text for line in lines if line.text], self._words)


def _why(section: Section, *, point: bool) -> Why:
    if section.kind:
        return Why.BESIDE
    return Why.LIST if point else Why.NARRATIVE
