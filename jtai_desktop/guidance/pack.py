"""A guidance pack: everything that one theme asks for, counts and says."""

from dataclasses import dataclass

from jtai_desktop.domain.milestones import MilestoneRule
from jtai_desktop.guidance.agencies import Inspectorate, PackAgency, TakesPart
from jtai_desktop.guidance.child_lists import ChildList
from jtai_desktop.guidance.choices import Choice, PlanSection
from jtai_desktop.guidance.evaluation import Criterion, Marker, Question
from jtai_desktop.guidance.extra_fields import AnswerCheck, ExtraField, Scope
from jtai_desktop.guidance.head import Head, Words
from jtai_desktop.guidance.milestones import MilestoneOf
from jtai_desktop.guidance.requested import DocumentKind, Item, Section


@dataclass(frozen=True, slots=True)
class Pack:
    """One theme of the guidance as the program reads it."""

    head: Head
    words: Words
    milestones: tuple[MilestoneRule, ...]
    milestone_of: MilestoneOf
    agencies: tuple[PackAgency, ...]
    inspectorates: tuple[Inspectorate, ...]
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    document_kinds: tuple[DocumentKind, ...]
    meeting_kinds: tuple[Choice, ...]
    may_meet: tuple[Choice, ...]
    evaluation_head: tuple[Choice, ...]
    questions: tuple[Question, ...]
    criteria: tuple[Criterion, ...]
    markers: tuple[Marker, ...]
    finding_headings: tuple[Choice, ...]
    plan_sections: tuple[PlanSection, ...]
    lists: tuple[ChildList, ...]
    extra_fields: tuple[ExtraField, ...]
    answer_checks: tuple[AnswerCheck, ...]
    scope: Scope

    @property
    def id(self) -> str:
        """The id by which an inspection names its pack."""
        return self.head.id

    @property
    def version(self) -> str:
        """The version that an inspection keeps."""
        return self.head.version

    @property
    def title(self) -> str:
        """The title as a person picks it."""
        return self.head.title

    @property
    def theme(self) -> str:
        """The theme, as the navigation shows it."""
        return self.head.theme

    @property
    def notice(self) -> int:
        """How many working days before fieldwork the notification comes."""
        return self.head.notice_working_days

    @property
    def usual_agencies(self) -> tuple[PackAgency, ...]:
        """The agencies that every inspection has."""
        return tuple(one for one in self.agencies if one.takes_part is TakesPart.ALWAYS)

    @property
    def marker_groups(self) -> tuple[str, ...]:
        """The groups of markers, in their order."""
        return tuple(dict.fromkeys(marker.group for marker in self.markers))

    def milestone(self, key: str) -> MilestoneRule | None:
        """The milestone of this key."""
        return next((one for one in self.milestones if one.key == key), None)

    def agency(self, key: str) -> PackAgency | None:
        """The agency of this key."""
        return next((one for one in self.agencies if one.key == key), None)

    def items_of(self, section: str) -> tuple[Item, ...]:
        """The items of one section."""
        return tuple(item for item in self.items if item.section == section)

    def child_list(self, number: int) -> ChildList | None:
        """The list of this number."""
        return next((one for one in self.lists if one.number == number), None)
