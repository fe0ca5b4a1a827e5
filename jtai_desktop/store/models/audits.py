"""Tables of the case audits: the audit, cases, teams, returns with lines and answers, entries."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to


class AuditRow(Versioned, Base):
    """One audit of an inspection."""

    __tablename__ = "audits"

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    position: Mapped[int]
    theme: Mapped[str]
    period: Mapped[str]
    due_day: Mapped[str | None]
    due_hour: Mapped[str | None]
    due_clock: Mapped[str | None]
    agreed: Mapped[str | None]
    scrutineer: Mapped[str]
    reflections: Mapped[str]


class AuditCaseRow(Versioned, Base):
    """A case that an audit looks at; never a name."""

    __tablename__ = "audit_cases"

    id: Mapped[str] = mapped_column(primary_key=True)
    audit_id: Mapped[str] = mapped_column(refers_to("audits.id"), index=True)
    position: Mapped[int]
    reference: Mapped[str]
    age_band: Mapped[str]
    features: Mapped[str]


class AuditTeamRow(Versioned, Base):
    """An agency or team that an audit asks; an empty agency is none of the inspection’s."""

    __tablename__ = "audit_teams"

    id: Mapped[str] = mapped_column(primary_key=True)
    audit_id: Mapped[str] = mapped_column(refers_to("audits.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]
    agency: Mapped[str]


class AuditReturnRow(Versioned, Base):
    """What a team owes for a case.

    With `taken`, raised by each line and each change of an answer, no undo passes over what lasts.
    """

    __tablename__ = "audit_returns"
    __table_args__ = (UniqueConstraint("case_id", "team_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    audit_id: Mapped[str] = mapped_column(refers_to("audits.id"), index=True)
    case_id: Mapped[str] = mapped_column(refers_to("audit_cases.id"), index=True)
    team_id: Mapped[str] = mapped_column(refers_to("audit_teams.id"), index=True)
    taken: Mapped[int]


class AuditReturnLineRow(Versioned, Base):
    """A step of a return; never changed. It names the audit too, which is erased as a whole."""

    __tablename__ = "audit_return_lines"
    __table_args__ = (
        CheckConstraint(
            "step IN ('asked', 'chased', 'received', 'archived', 'corrected')", name="step"
        ),
    )

    return_id: Mapped[str] = mapped_column(refers_to("audit_returns.id"), primary_key=True)
    audit_id: Mapped[str] = mapped_column(refers_to("audits.id"), index=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    step: Mapped[str]
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    how: Mapped[str]
    note: Mapped[str]
    corrects: Mapped[int]


class AuditAnswerRow(Versioned, Base):
    """What a return says to a key line, by its number. No row where nothing stands."""

    __tablename__ = "audit_answers"

    return_id: Mapped[str] = mapped_column(refers_to("audit_returns.id"), primary_key=True)
    audit_id: Mapped[str] = mapped_column(refers_to("audits.id"), index=True)
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    part: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]


class AuditEntryRow(Versioned, Base):
    """A key line, forum, view, headline or recommendation.

    With `taken`, raised when a return answers a key line, no undo takes the line from under it.
    """

    __tablename__ = "audit_entries"
    __table_args__ = (
        UniqueConstraint("audit_id", "part", "number"),
        CheckConstraint(
            "part IN ('line', 'forum', 'view', 'headline', 'recommendation')", name="part"
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    audit_id: Mapped[str] = mapped_column(refers_to("audits.id"), index=True)
    part: Mapped[str]
    number: Mapped[int]
    text: Mapped[str]
    who: Mapped[str]
    themes: Mapped[str]
    attendees: Mapped[int | None]
    side: Mapped[str]
    marker: Mapped[str]
    taken: Mapped[int]
