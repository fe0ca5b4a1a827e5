"""From a guidance pack to the rules of its lists, the theme’s fields among the columns."""

from jtai_desktop.domain.lists.shape import (
    Clash,
    Column,
    Gravity,
    Kind,
    ListShape,
    OpenRows,
    Role,
    Rulebook,
    ScopeRule,
    ThemeField,
)
from jtai_desktop.guidance import child_lists, extra_fields
from jtai_desktop.guidance.pack import Pack


def rulebook(pack: Pack) -> Rulebook:
    """The rules of the lists of a pack."""
    return Rulebook(
        lists=tuple(_shape(one, pack) for one in pack.lists),
        fields=tuple(_field(one) for one in pack.extra_fields),
        clashes=tuple(_clash(one) for one in pack.answer_checks),
        scope=ScopeRule(pack.scope.lists, pack.scope.any_of, pack.scope.all_of),
        age_from=pack.head.age_from,
        age_to=pack.head.age_to,
        pack=pack.id,
    )


def _shape(one: child_lists.ChildList, pack: Pack) -> ListShape:
    own = tuple(_column(column) for column in one.columns)
    theme = tuple(_answer(field) for field in pack.extra_fields if one.number in field.lists)
    return ListShape(
        number=one.number,
        title=one.title,
        columns=own + theme,
        key=one.key,
        window=one.window,
        window_months=one.window_months,
        window_column=one.window_column,
        open_rows=OpenRows(one.open_rows),
        rows=one.rows,
        one_row_per_child=one.one_row_per_child,
        also_in=one.also_in,
        same_per_child=one.same_per_child,
        standing=one.standing,
        note=one.note,
    )


def _column(one: child_lists.Column) -> Column:
    return Column(
        name=one.name,
        kind=Kind(one.type),
        blank_ok=one.blank_ok,
        codes=one.codes,
        later_codes=one.later_codes,
        open_list=one.open_list,
        also_seen=one.also_seen,
        note=one.note,
    )


def _answer(field: extra_fields.ExtraField) -> Column:
    """The column in which a list answers a field of the theme."""
    return Column(
        name=field.title,
        kind=Kind.ANSWER,
        blank_ok=True,
        codes=field.codes,
        also_seen=field.also_seen,
        field=field.key,
    )


def _field(one: extra_fields.ExtraField) -> ThemeField:
    return ThemeField(
        key=one.key,
        title=one.title,
        role=Role(one.role),
        lists=one.lists,
        in_age=one.in_age,
        after=one.after,
        filled_with=one.filled_with,
    )


def _clash(one: extra_fields.AnswerCheck) -> Clash:
    answers = tuple((key, answer is extra_fields.Answer.YES) for key, answer in one.answers)
    return Clash(Gravity(one.weight), answers, one.sentence)
