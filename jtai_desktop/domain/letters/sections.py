"""The blocks of a letter under its headings, and what kind of finding each section lists.

Two orders are met. Either a heading of kind comes first and may have headings below it
("Areas for improvement", then "Leadership and management"), or every section has its own
("Front door", then "Key strengths" and "Areas for improvement", and again in the next section).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jtai_desktop.domain.letters.blocks import NEAR, Block, Form
from jtai_desktop.domain.letters.headings import Meaning, meaning_of
from jtai_desktop.domain.letters.joining import join
from jtai_desktop.domain.letters.letter import Kind


@dataclass(slots=True)
class Section:
    """What stands under a heading, up to the next one."""

    heading: str
    meaning: Meaning
    title: Block | None = None
    blocks: list[Block] = field(default_factory=list)
    kind: Kind | None = None  # of what is listed here
    label: str = ""  # the heading that its findings are given
    group: int = 0  # the sections of one list have the same number

    @property
    def has_points(self) -> bool:
        """Whether something is listed here."""
        return any(block.form is Form.POINT for block in self.blocks)


@dataclass(frozen=True, slots=True)
class _List:
    """The list that is open: of what kind, and under which heading."""

    kind: Kind | None = None
    heading: str = ""
    outer: str = ""  # the section that the heading of kind stands in
    below: str = ""  # the heading below the heading of kind
    group: int = 0
    point: Block | None = None  # its latest point


def sections_of(blocks: Sequence[Block], words: frozenset[str]) -> list[Section]:
    """The sections in reading order, each with the kind and the heading of its findings."""
    cut = _cut(blocks, words)
    counts = Counter(section.meaning for section in cut if section.meaning.kind)
    repeated = max(counts.values(), default=0) > 1
    found: list[Section] = []
    listing = _List()
    for place, section in enumerate(cut):
        following = cut[place + 1] if place + 1 < len(cut) else None
        if section.meaning is Meaning.PRACTICE:
            found += _study(section, listing, found[-1] if found else None)
            continue
        listing = _listing_under(section, following, listing, repeated=repeated)
        found.append(_listed(section, listing))
        points = [block for block in section.blocks if block.form is Form.POINT]
        listing = replace(listing, point=points[-1] if points else listing.point)
    return found


def _cut(blocks: Sequence[Block], words: frozenset[str]) -> list[Section]:
    """The blocks under their headings; what comes before the first heading has none."""
    sections = [Section("", Meaning.NARRATIVE)]
    for block in blocks:
        heading = join([line.text for line in block.lines], words)
        if block.form is Form.HEADING and not _in_study(sections[-1], block, heading):
            sections.append(Section(heading, meaning_of(heading), block))
        else:
            sections[-1].blocks.append(block)
    return sections


def _in_study(section: Section, block: Block, heading: str) -> bool:
    """A heading inside the frame of a practice study belongs to the study."""
    if section.meaning is not Meaning.PRACTICE or section.title is None:
        return False
    framed = section.title.first.framed and block.first.framed
    return framed and meaning_of(heading) is not Meaning.PRACTICE


def _listed(section: Section, listing: _List) -> Section:
    label = listing.below or listing.outer or listing.heading
    return replace(
        section,
        kind=listing.kind,
        label=label if listing.kind else section.heading,
        group=listing.group,
    )


def _listing_under(
    section: Section, following: Section | None, listing: _List, *, repeated: bool
) -> _List:
    """The list that is open under a section's heading."""
    if kind := section.meaning.kind:
        return _List(kind, section.heading, listing.outer, group=listing.group + 1)
    if section.meaning is not Meaning.OTHER:
        return _List(group=listing.group)
    if not section.blocks:
        return _before_next(section, following, listing)
    starts_list = section.blocks[0].form is Form.POINT
    if listing.kind and (starts_list or (section.has_points and not repeated)):
        return replace(listing, below=section.heading)
    return _List(outer=section.heading if repeated else "", group=listing.group)


def _before_next(section: Section, following: Section | None, listing: _List) -> _List:
    """A heading with another one right below it: of a section, if that one says a kind."""
    if following and following.meaning.kind:
        return _List(outer=section.heading, group=listing.group)
    return replace(listing, below=section.heading) if listing.kind else listing


def _study(section: Section, listing: _List, before: Section | None) -> list[Section]:
    """A practice study, and what comes after its end without a heading of its own."""
    end = _end_of_study(section, listing)
    study = replace(section, blocks=section.blocks[:end], kind=Kind.PRACTICE, label=section.heading)
    if end == len(section.blocks):
        return [study]
    heading = before.heading if before else ""
    meaning = before.meaning if before else Meaning.NARRATIVE
    rest = Section(heading, meaning, blocks=section.blocks[end:])
    return [study, _listed(rest, listing)]


def _end_of_study(section: Section, listing: _List) -> int:
    """How many blocks belong to the study: those in its frame, or in line with its heading."""
    title = section.title
    for place, block in enumerate(section.blocks):
        if title is None or not _of_study(title, block, listing):
            return place
    return len(section.blocks)


def _of_study(title: Block, block: Block, listing: _List) -> bool:
    if title.first.framed or block.first.framed:
        return title.first.framed and block.first.framed
    if block.form is not Form.POINT:
        return abs(block.first.left - title.first.left) <= NEAR
    usual = listing.point
    as_listed = usual is not None and usual.first.marker == block.first.marker
    if usual is not None and as_listed and abs(usual.first.edge - block.first.edge) <= NEAR:
        return False
    return block.first.edge >= title.first.left - NEAR
