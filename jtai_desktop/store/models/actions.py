"""Tables of the action plan: actions, their facts line by line, progress, issued versions."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from jtai_desktop.store.models.base import Base, Versioned, refers_to

RATINGS = (
    "rating IN ('', 'not-started', 'significant', 'minor', 'on-track', 'completed', 'evidenced')"
)


class ActionRow(Versioned, Base):
    """An action. `sources` and `evidence` are JSON lists; an empty `taken_out` is in the plan.

    With `taken`, the number of its lines, and `entries`, that of its progress, no undo passes over
    what lasts.
    """

    __tablename__ = "actions"

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    section: Mapped[str]
    number: Mapped[str]
    text: Mapped[str]
    lead: Mapped[str]
    deputy: Mapped[str]
    measure: Mapped[str]
    references: Mapped[str]
    sources: Mapped[str]
    evidence: Mapped[str]
    taken_out: Mapped[str]
    taken: Mapped[int]
    entries: Mapped[int]


class ActionLineRow(Versioned, Base):
    """That the facts of an action were these from then on; never changed."""

    __tablename__ = "action_lines"
    __table_args__ = (CheckConstraint(RATINGS, name="rating"),)

    action_id: Mapped[str] = mapped_column(refers_to("actions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    timescale: Mapped[str]
    due: Mapped[str | None]
    started: Mapped[str | None]
    forecast: Mapped[str | None]
    completed: Mapped[str | None]
    impact: Mapped[str]
    rating: Mapped[str]
    reason: Mapped[str]


class ActionProgressRow(Versioned, Base):
    """A dated entry of progress; never changed, corrected by a further one."""

    __tablename__ = "action_progress"

    action_id: Mapped[str] = mapped_column(refers_to("actions.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    day: Mapped[str]
    text: Mapped[str]
    corrects: Mapped[int]
    reason: Mapped[str]


class PlanVersionRow(Versioned, Base):
    """A version of the plan that was issued; `boards` is a JSON list. Never changed."""

    __tablename__ = "plan_versions"
    __table_args__ = (UniqueConstraint("inspection_id", "number"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    inspection_id: Mapped[str] = mapped_column(refers_to("inspections.id"), index=True)
    number: Mapped[int]
    at: Mapped[str]
    person: Mapped[str]
    behalf: Mapped[str]
    boards: Mapped[str]
    note: Mapped[str]
    final: Mapped[bool]
    actions: Mapped[int]
    seal: Mapped[str]


class FrozenActionRow(Versioned, Base):
    """An action as it stood in a version; `texts` is JSON. Never changed."""

    __tablename__ = "plan_version_actions"

    version_id: Mapped[str] = mapped_column(refers_to("plan_versions.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    action_id: Mapped[str]
    texts: Mapped[str]
